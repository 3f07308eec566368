//! The line a span is on, made safe and cut to what fits beside a caret.

use std::ops::Range;

use crate::diag::sources::Sources;
use crate::diag::sources::Span;
use crate::diag::sources::floor;
use crate::text::SafeText;
use crate::text::width;

/// Columns a source line may take: with the line number it stays within 80.
const COLUMNS: usize = 70;
/// Columns shown before the span, if the line is cut.
const BEFORE: usize = 28;
/// Columns shown of the span itself, if the line is cut.
const WITHIN: usize = 48;
/// Bytes looked at on each side: enough for the columns, and few enough that making them safe cuts nothing off.
const NEARBY: usize = 90;

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

    let window_start = floor(text, start.saturating_sub(NEARBY)).max(line_start);
    let window_end = floor(text, start + NEARBY).clamp(start, line_end);
    let end = end.min(window_end);
    let before = SafeText::line(&text[window_start..start]).into_string();
    let within = SafeText::line(&text[start..end]).into_string();
    let after = SafeText::line(&text[end..window_end]).into_string();
    let is_whole = window_start == line_start && window_end == line_end;
    if is_whole && width(&before) + width(&within) + width(&after) <= COLUMNS {
        let mark = before.len()..before.len() + within.len();
        return Some(Excerpt::new(
            line,
            &format!("{before}{within}{after}"),
            mark,
        ));
    }
    let kept = columns_of(before.chars().rev(), BEFORE);
    let cut = if kept < before.len() || window_start > line_start {
        "…"
    } else {
        ""
    };
    let before = format!("{cut}{}", &before[before.len() - kept..]);
    let within_kept = columns_of(within.chars(), WITHIN);
    let room = if within_kept < within.len() {
        0
    } else {
        COLUMNS.saturating_sub(width(&before) + width(&within))
    };
    let after_kept = columns_of(after.chars(), room);
    let is_cut = within_kept < within.len() || after_kept < after.len() || window_end < line_end;
    let cut = if is_cut { "…" } else { "" };
    let mark = before.len()..before.len() + within_kept;
    let text = format!(
        "{before}{}{}{cut}",
        &within[..within_kept],
        &after[..after_kept]
    );
    Some(Excerpt::new(line, &text, mark))
}

/// How many bytes of these characters fit into so many columns.
fn columns_of(characters: impl Iterator<Item = char>, columns: usize) -> usize {
    let mut taken = 0;
    characters
        .take_while(|character| {
            taken += width(character.encode_utf8(&mut [0; 4]));
            taken <= columns
        })
        .map(char::len_utf8)
        .sum()
}

impl Excerpt {
    /// A line without spaces at its end, and a mark that does not reach behind it.
    fn new(line: usize, text: &str, mark: Range<usize>) -> Self {
        let text = text.trim_end();
        let end = text.len();
        Self {
            line,
            mark: mark.start.min(end)..mark.end.min(end),
            text: text.to_owned(),
        }
    }
}
