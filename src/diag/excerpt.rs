//! The line a span is on, made safe and cut to what fits beside a caret.

use std::ops::Range;

use crate::diag::sources::Sources;
use crate::diag::sources::Span;
use crate::diag::sources::floor;
use crate::text::SafeText;

/// Columns a source line may take: with the line number it stays within 80.
const COLUMNS: usize = 70;
/// Characters shown before the span, if the line is cut.
const BEFORE: usize = 28;
/// Characters shown of the span itself, if the line is cut.
const WITHIN: usize = 48;

/// One source line, ready to print.
pub(super) struct Excerpt {
    /// From 1.
    pub(super) line: usize,
    pub(super) text: String,
    /// Where in `text` the span is, in bytes.
    pub(super) mark: Range<usize>,
}

/// The line a span starts on; none for a file without text. A span over several lines is marked to the end of the first.
pub(super) fn excerpt(sources: &Sources, span: Span) -> Option<Excerpt> {
    let text = sources.text(span.file);
    if text.is_empty() {
        return None;
    }
    let (line, line_start) = sources.line(span.file, span.start as usize);
    let line_end = text[line_start..]
        .find('\n')
        .map_or(text.len(), |length| line_start + length);
    let line_end = line_start + text[line_start..line_end].trim_end_matches('\r').len();
    let start = floor(text, span.range().start).clamp(line_start, line_end);
    let end = floor(text, span.range().end).clamp(start, line_end);

    let (mut before, mut within, mut after) = (
        &text[line_start..start],
        &text[start..end],
        &text[end..line_end],
    );
    let (mut cut_before, mut cut_after) = ("", "");
    if line_end - line_start > COLUMNS {
        if let Some((cut, _)) = before.char_indices().rev().nth(BEFORE) {
            before = &before[cut..];
            cut_before = "…";
        }
        if let Some((cut, _)) = within.char_indices().nth(WITHIN) {
            within = &within[..cut];
            after = "";
            cut_after = "…";
        }
        let room = COLUMNS.saturating_sub(before.chars().count() + within.chars().count());
        if let Some((cut, _)) = after.char_indices().nth(room) {
            after = &after[..cut];
            cut_after = "…";
        }
    }
    let before = format!("{cut_before}{}", SafeText::line(before));
    let within = SafeText::line(within);
    let after = SafeText::line(after);
    let mark = before.len()..before.len() + within.as_str().len();
    Some(
        Excerpt {
            line,
            text: format!("{before}{within}{after}{cut_after}")
                .trim_end()
                .to_owned(),
            mark,
        }
        .within_text(),
    )
}

impl Excerpt {
    /// The same with a mark that does not reach behind its text.
    fn within_text(mut self) -> Self {
        let end = self.text.len();
        self.mark = self.mark.start.min(end)..self.mark.end.min(end);
        self
    }
}
