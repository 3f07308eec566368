//! A page of text: wrapped for a width, then shown from some line on.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;

use crate::text::SafeText;
use crate::text::wrap;
use crate::tui::piece::blanks;
use crate::tui::piece::cut;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::mark;
use crate::tui::theme::Theme;

/// The widest column that is comfortable to read.
pub(crate) const READING: usize = 76;

/// Lines of text, wrapped already.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    width: usize,
    lines: Vec<Line<'static>>,
}

impl Page {
    /// An empty page for so many columns; text takes no more than is comfortable to read.
    pub(crate) fn new(columns: u16) -> Self {
        Self {
            width: usize::from(columns).clamp(1, READING),
            lines: Vec::new(),
        }
    }

    /// Columns that text takes.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Lines so far.
    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    /// A paragraph, or a block with its line breaks.
    pub(crate) fn say(&mut self, text: &SafeText, style: Style) {
        if text.is_empty() {
            return;
        }
        let lines = wrap(text, self.width);
        self.lines
            .extend(lines.iter().map(|line| Line::from(ink(line, style))));
    }

    /// An empty line, but never two, and none at the top.
    pub(crate) fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    /// A heading with air above.
    pub(crate) fn heading(&mut self, text: &SafeText, theme: &Theme) {
        self.gap();
        self.say(text, theme.accent);
    }

    /// One line of pieces, cut at the width.
    pub(crate) fn row(&mut self, spans: Vec<Span<'static>>) {
        let spans = cut(spans, self.width);
        self.lines.push(Line::from(spans));
    }

    /// Text behind a lead, its later lines indented to where it begins.
    pub(crate) fn hang(&mut self, lead: Vec<Span<'static>>, text: &SafeText, style: Style) {
        let indent: usize = lead.iter().map(Span::width).sum();
        let room = self.width.saturating_sub(indent).max(8);
        let mut lead = Some(lead);
        for line in wrap(text, room) {
            let mut spans = lead.take().unwrap_or_else(|| vec![blanks(indent)]);
            spans.push(ink(&line, style));
            self.lines.push(Line::from(spans));
        }
    }

    /// One point of a list.
    pub(crate) fn bullet(&mut self, text: &SafeText, theme: &Theme) {
        let lead = vec![mark(glyph::BULLET, theme.dim), blanks(1)];
        self.hang(lead, text, Style::new());
    }

    /// A label and what stands for it.
    pub(crate) fn pair(
        &mut self,
        label: &SafeText,
        columns: usize,
        text: &SafeText,
        theme: &Theme,
    ) {
        if text.is_empty() {
            return;
        }
        let gap = columns.saturating_sub(label.width()).max(1);
        let lead = vec![ink(label, theme.dim), blanks(gap)];
        self.hang(lead, text, Style::new());
    }

    /// The furthest one can scroll in a space so high.
    pub(crate) fn furthest(&self, height: u16) -> usize {
        self.lines.len().saturating_sub(usize::from(height))
    }

    /// Draws the lines from `scroll` on, and says at the edge that there is more.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect, scroll: usize, theme: &Theme) {
        let from = scroll.min(self.furthest(area.height));
        let buffer = frame.buffer_mut();
        for (line, row) in self.lines.iter().skip(from).zip(area.rows()) {
            buffer.set_line(row.x, row.y, line, row.width);
        }
        if area.width < 4 || area.height == 0 {
            return;
        }
        let edge = area.right() - 1;
        if from > 0 {
            buffer.set_span(edge, area.y, &mark(glyph::MORE_ABOVE, theme.accent), 1);
        }
        if from < self.furthest(area.height) {
            let bottom = area.bottom() - 1;
            buffer.set_span(edge, bottom, &mark(glyph::MORE_BELOW, theme.accent), 1);
        }
    }
}
