//! A list one moves through: rows of one or more lines, one of them selected.
//!
//! Where it is scrolled to follows from what is selected, so there is no state to keep.

use ratatui::Frame;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::tui::piece::glyph;
use crate::tui::piece::mark;
use crate::tui::theme::Theme;

/// Columns before a row, where the selection is marked.
const GUTTER: u16 = 2;

/// Columns a row has in a list so wide: without the gutter, and without the last, which says that there is more.
pub(crate) fn room(columns: u16) -> usize {
    usize::from(columns.saturating_sub(GUTTER + 1))
}

/// Whether the list has the focus, and if not, whether what is selected still matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Focus {
    Here,
    Elsewhere,
    /// Nothing is marked, and the list shows its beginning.
    Nowhere,
}

/// One row of a list.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    lines: Vec<Line<'static>>,
    /// A heading is passed over.
    heading: bool,
}

impl Row {
    /// A row that can be selected.
    pub(crate) fn new(lines: Vec<Line<'static>>) -> Self {
        Self {
            lines,
            heading: false,
        }
    }

    /// A row of one line.
    pub(crate) fn line(line: Line<'static>) -> Self {
        Self::new(vec![line])
    }

    /// How many lines it takes.
    pub(crate) fn height(&self) -> usize {
        self.lines.len()
    }

    /// A row that only parts others.
    pub(crate) fn heading(line: Line<'static>) -> Self {
        Self {
            lines: vec![line],
            heading: true,
        }
    }
}

/// Draws the rows with the `selected` of those that can be; says where the cursor belongs.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    rows: &[Row],
    selected: usize,
    focus: Focus,
    theme: &Theme,
) -> Option<Position> {
    let selected = match focus {
        Focus::Nowhere => usize::MAX,
        _ => selected,
    };
    let focused = focus == Focus::Here;
    if area.is_empty() {
        return None;
    }
    let total: usize = rows.iter().map(|row| row.lines.len()).sum();
    let height = usize::from(area.height);
    let (start, end) = span(rows, selected);
    // The selected row stands around the middle, or as near to it as the ends of the list let it.
    let middle = usize::midpoint(start, end);
    let from = if total <= height {
        0
    } else {
        middle
            .saturating_sub(height / 2)
            .min(total - height)
            .min(start)
    };
    let mut cursor = None;
    let mut at = 0;
    let mut place = 0;
    for row in rows {
        let is_selected = !row.heading && place == selected;
        for (number, line) in row.lines.iter().enumerate() {
            let shown = at >= from && at - from < height;
            if shown {
                let y = area.y + u16::try_from(at - from).unwrap_or(0);
                let strip = Rect::new(area.x, y, area.width, 1);
                let buffer = frame.buffer_mut();
                if is_selected {
                    let style = if focused {
                        theme.selected
                    } else {
                        theme.marked
                    };
                    buffer.set_style(strip, style);
                    if number == 0 {
                        buffer.set_span(strip.x, y, &mark(glyph::SELECTED, theme.accent), 1);
                        cursor = Some(Position::new(strip.x, y));
                    }
                }
                let gutter = GUTTER.min(strip.width);
                let width = strip.width.saturating_sub(GUTTER + 1);
                buffer.set_line(strip.x + gutter, y, line, width);
            }
            at += 1;
        }
        place += usize::from(!row.heading);
    }
    edges(frame, area, from, total, theme);
    cursor.filter(|_| focused)
}

/// The first line of the selected row and the line after its last; the whole list's start if there is none.
fn span(rows: &[Row], selected: usize) -> (usize, usize) {
    let mut at = 0;
    let mut place = 0;
    for row in rows {
        if !row.heading {
            if place == selected {
                return (at, at + row.lines.len());
            }
            place += 1;
        }
        at += row.lines.len();
    }
    (0, 0)
}

fn edges(frame: &mut Frame<'_>, area: Rect, from: usize, total: usize, theme: &Theme) {
    if area.width < 6 {
        return;
    }
    let edge = area.right() - 1;
    let buffer = frame.buffer_mut();
    if from > 0 {
        buffer.set_span(edge, area.y, &mark(glyph::MORE_ABOVE, theme.accent), 1);
    }
    if from + usize::from(area.height) < total {
        let bottom = area.bottom() - 1;
        buffer.set_span(edge, bottom, &mark(glyph::MORE_BELOW, theme.accent), 1);
    }
}

/// The place after moving by `by` in a list of `count`, stopping at the ends.
pub(crate) fn moved(selected: usize, by: isize, count: usize) -> usize {
    selected
        .saturating_add_signed(by)
        .min(count.saturating_sub(1))
}
