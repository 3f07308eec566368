//! The pieces that screens are put together from: styled words, pages of text, lists, panes, bars, dialogs.
//!
//! Words reach the frame through [`ink`] and [`page::Page`] alone, and both take [`SafeText`].

pub(crate) mod bar;
pub(crate) mod glyph;
pub(crate) mod list;
pub(crate) mod page;
pub(crate) mod pane;
pub(crate) mod stroke;

use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;

use crate::text::SafeText;
use crate::text::clip;

/// Safe words in a style.
pub(crate) fn ink(text: &SafeText, style: Style) -> Span<'static> {
    Span::styled(text.as_str().to_owned(), style)
}

/// A glyph of ours in a style.
pub(crate) fn mark(glyph: &'static str, style: Style) -> Span<'static> {
    Span::styled(glyph, style)
}

/// So many blanks.
pub(crate) fn blanks(count: usize) -> Span<'static> {
    Span::raw(" ".repeat(count))
}

/// Safe words cut or filled up to exactly `columns`.
pub(crate) fn fitted(text: &SafeText, columns: usize, style: Style) -> Span<'static> {
    let cut = clip(text, columns);
    let missing = columns.saturating_sub(cut.width());
    Span::styled(format!("{}{}", cut.as_str(), " ".repeat(missing)), style)
}

/// Safe words cut or filled up on the left to exactly `columns`.
pub(crate) fn fitted_right(text: &SafeText, columns: usize, style: Style) -> Span<'static> {
    let cut = clip(text, columns);
    let missing = columns.saturating_sub(cut.width());
    Span::styled(format!("{}{}", " ".repeat(missing), cut.as_str()), style)
}

/// A line with one part at its left end and one at its right; the left gives way.
pub(crate) fn ends(
    left: Vec<Span<'static>>,
    right: Vec<Span<'static>>,
    columns: usize,
) -> Line<'static> {
    let wide = |spans: &[Span<'_>]| spans.iter().map(Span::width).sum::<usize>();
    let room = columns.saturating_sub(wide(&right) + usize::from(!right.is_empty()));
    let mut spans = cut(left, room);
    let gap = columns.saturating_sub(wide(&spans) + wide(&right));
    spans.push(blanks(gap));
    spans.extend(right);
    Line::from(spans)
}

/// Spans cut to `columns`, with an ellipsis where something is missing.
pub(crate) fn cut(spans: Vec<Span<'static>>, columns: usize) -> Vec<Span<'static>> {
    let mut room = columns;
    let mut kept = Vec::with_capacity(spans.len());
    for span in spans {
        let wide = span.width();
        if wide <= room {
            room -= wide;
            kept.push(span);
            continue;
        }
        // The words were safe before; cutting between clusters keeps them so.
        let text = clip(&SafeText::block(&span.content), room);
        kept.push(Span::styled(text.into_string(), span.style));
        break;
    }
    kept
}
