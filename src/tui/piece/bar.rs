//! A number as a bar, and a change as a sign: each readable without colour.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::text::SafeText;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::mark;
use crate::tui::theme::Theme;

const SURE: &str = "━";
const UNSURE: &str = "╍";
const REST: &str = "─";

/// What is certain, what is possible, and the rest, on a scale from 0 to `full`, in exactly `columns`.
pub(crate) fn bar(range: (i32, i32, i32), columns: usize, theme: &Theme) -> Vec<Span<'static>> {
    let (low, high, full) = range;
    let full = i64::from(full.max(1));
    let scaled = |value: i32| {
        let cells =
            (i64::from(value.max(0)) * i64::try_from(columns).unwrap_or(0) + full / 2) / full;
        usize::try_from(cells).unwrap_or(0).min(columns)
    };
    let sure = scaled(low);
    let possible = scaled(high.max(low));
    // A number above nothing never looks like nothing.
    let sure = if low > 0 && sure == 0 && columns > 0 {
        1
    } else {
        sure
    };
    let possible = possible.max(sure);
    let mut spans = Vec::new();
    let mut run = |glyph: &str, count: usize, style: Style| {
        if count > 0 {
            spans.push(Span::styled(glyph.repeat(count), style));
        }
    };
    run(SURE, sure, theme.accent);
    run(UNSURE, possible - sure, theme.warn);
    run(REST, columns - possible, theme.rule);
    spans
}

/// A change since the last Reveal: `▲4`, with `!` if it is for the worse; blank if there is none.
pub(crate) fn change(by: i32, better: Option<bool>, theme: &Theme) -> Vec<Span<'static>> {
    let sign = match by {
        0 => return Vec::new(),
        1.. => glyph::UP,
        _ => glyph::DOWN,
    };
    let style = theme.change(better);
    let mut spans = vec![
        mark(sign, style),
        ink(&SafeText::from(i64::from(by.unsigned_abs())), style),
    ];
    if better == Some(false) {
        spans.push(mark("!", style));
    }
    spans
}

/// Columns that some spans take.
pub(crate) fn width(spans: &[Span<'_>]) -> usize {
    spans.iter().map(Span::width).sum()
}
