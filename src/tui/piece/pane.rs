//! A part of a screen under its title, the walls between columns, and dialogs.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Block;
use ratatui::widgets::BorderType;
use ratatui::widgets::Clear;

use crate::text::SafeText;
use crate::text::clip;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::mark;
use crate::tui::theme::Theme;

/// What stands in the line above a part.
#[derive(Clone, Debug, Default)]
pub(crate) struct Title {
    /// The key that goes there.
    pub(crate) number: Option<u8>,
    pub(crate) text: SafeText,
    /// At the right end: how many, how new.
    pub(crate) badge: SafeText,
    pub(crate) focused: bool,
}

impl Title {
    /// A title alone.
    pub(crate) fn new(text: SafeText) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }

    /// This title with the focus or without.
    pub(crate) fn focused(mut self, focused: bool) -> Self {
        self.focused = focused;
        self
    }

    /// This title with a badge.
    pub(crate) fn badge(mut self, badge: SafeText) -> Self {
        self.badge = badge;
        self
    }

    /// This title with the key that goes there.
    pub(crate) fn number(mut self, number: u8) -> Self {
        self.number = Some(number);
        self
    }
}

/// Draws the title line and returns what is left below it.
pub(crate) fn titled(frame: &mut Frame<'_>, area: Rect, title: &Title, theme: &Theme) -> Rect {
    if area.is_empty() {
        return area;
    }
    let (rule, rule_style, text_style) = if title.focused {
        (glyph::HEAVY, theme.accent, theme.accent)
    } else {
        (glyph::RULE, theme.rule, theme.strong)
    };
    let columns = usize::from(area.width);
    let mut spans = Vec::new();
    let mut taken = 0;
    if let Some(number) = title.number {
        spans.push(ink(&SafeText::from(i64::from(number)), theme.dim));
        spans.push(mark(" ", theme.dim));
        taken += 2;
    }
    let badge = if title.badge.is_empty() {
        0
    } else {
        title.badge.width() + 1
    };
    let text = clip(&title.text, columns.saturating_sub(taken + badge));
    taken += text.width() + 1;
    spans.push(ink(&text, text_style));
    spans.push(mark(" ", text_style));
    for _ in taken..columns.saturating_sub(badge) {
        spans.push(mark(rule, rule_style));
    }
    if badge > 0 && columns > taken + badge {
        spans.push(mark(" ", rule_style));
        spans.push(ink(&title.badge, theme.dim));
    }
    frame
        .buffer_mut()
        .set_line(area.x, area.y, &Line::from(spans), area.width);
    below(area, 1)
}

/// The area without its first `rows`.
pub(crate) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect::new(area.x, area.y + rows, area.width, area.height - rows)
}

/// Draws a wall down the middle of the gap left of `area`.
pub(crate) fn wall(frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
    if area.x < 2 {
        return;
    }
    for y in area.top()..area.bottom() {
        frame
            .buffer_mut()
            .set_span(area.x - 2, y, &mark(glyph::WALL, theme.rule), 1);
    }
}

/// Clears a box in the middle for a dialog and returns its inside.
pub(crate) fn dialog(
    frame: &mut Frame<'_>,
    within: Rect,
    columns: u16,
    rows: u16,
    title: &SafeText,
    theme: &Theme,
) -> Rect {
    let width = columns.min(within.width);
    let height = rows.min(within.height);
    let area = Rect::new(
        within.x + (within.width - width) / 2,
        within.y + (within.height - height) / 3,
        width,
        height,
    );
    frame.render_widget(Clear, area);
    frame.buffer_mut().set_style(area, theme.dialog);
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.accent)
        .style(theme.dialog)
        .title(Line::from(vec![
            mark(" ", Style::new()),
            ink(title, theme.strong),
            mark(" ", Style::new()),
        ]));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    Rect::new(
        inner.x + 1.min(inner.width),
        inner.y,
        inner.width.saturating_sub(2),
        inner.height,
    )
}
