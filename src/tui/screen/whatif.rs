//! What another choice would have changed: found beside the screen, then read tab by tab.

use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;

use crate::lab::whatif::Laid;
use crate::lab::whatif::Row as TableRow;
use crate::lab::whatif::Section;
use crate::lab::whatif::lay_out;
use crate::text::Arg;
use crate::text::wrap;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::bar;
use crate::tui::piece::blanks;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::list;
use crate::tui::piece::list::Focus;
use crate::tui::piece::list::Row;
use crate::tui::piece::mark;
use crate::tui::piece::pane;
use crate::tui::piece::pane::Title;
use crate::tui::request::Ask;
use crate::tui::request::Inquiry;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;

/// How often it looks whether there is an answer.
const LOOK: Duration = Duration::from_millis(120);
/// Columns of a choice in the list of those that mattered: when and who, taken, instead, effect, ends otherwise.
const OF_A_CHOICE: usize = 5;

/// What another choice would have changed.
#[derive(Debug)]
pub struct WhatIf {
    state: Inquiry,
    tab: usize,
    at: usize,
}

impl WhatIf {
    /// What there is of it so far.
    pub fn new(state: Inquiry) -> Self {
        Self {
            state,
            tab: 0,
            at: 0,
        }
    }

    /// Whether it has no answer yet.
    pub fn is_waiting(&self) -> bool {
        matches!(self.state, Inquiry::Working { .. })
    }

    /// What there is of it now.
    pub fn take(&mut self, state: Inquiry) {
        self.state = state;
    }

    fn sections(&self) -> &[Section] {
        match &self.state {
            Inquiry::Found(sections) => sections,
            Inquiry::Working { .. } => &[],
        }
    }

    fn section(&self) -> Option<&Section> {
        self.sections().get(self.tab)
    }

    /// Whether the rows of this tab are choices that can be seen side by side.
    fn is_choice(&self) -> bool {
        let is_first = self.tab == 0;
        self.section()
            .is_some_and(|section| is_first && section.head.len() == OF_A_CHOICE)
    }

    fn turn(&mut self, by: usize) {
        self.tab = (self.tab + by) % self.sections().len().max(1);
        self.at = 0;
    }

    /// How many rows can be moved through.
    fn count(&self, scene: &Scene<'_>) -> usize {
        let Some(section) = self.section() else {
            return 0;
        };
        if self.is_choice() {
            return section.rows.len();
        }
        let inner = self.inside(scene.area, scene);
        let height = usize::from(inner.height);
        let lines = self.lines(section, inner.width, scene).len();
        (lines + 1).saturating_sub(height).max(1)
    }

    fn tabs(&self, width: u16, scene: &Scene<'_>) -> Vec<Line<'static>> {
        let theme = scene.theme;
        let mut lines: Vec<Vec<Span<'static>>> = vec![Vec::new()];
        let mut taken = 0;
        for (place, section) in self.sections().iter().enumerate() {
            let wide = section.title.width() + 3;
            if taken > 0 && taken + wide > usize::from(width) {
                lines.push(Vec::new());
                taken = 0;
            }
            taken += wide;
            let here = place == self.tab;
            let style = if here { theme.accent } else { theme.dim };
            if let Some(line) = lines.last_mut() {
                line.push(mark(if here { glyph::SELECTED } else { " " }, theme.accent));
                line.push(ink(&section.title, style));
                line.push(blanks(2));
            }
        }
        lines.into_iter().map(Line::from).collect()
    }

    fn inside(&self, area: Rect, scene: &Scene<'_>) -> Rect {
        let lines = self.tabs(area.width, scene).len() + 2;
        pane::below(area, u16::try_from(lines).unwrap_or(2))
    }

    /// A tab that is only read, as lines.
    fn lines(&self, section: &Section, width: u16, scene: &Scene<'_>) -> Vec<Line<'static>> {
        let theme = scene.theme;
        let columns = list::room(width).max(20);
        let mut lines = notes(section, columns, scene);
        if section.head.is_empty() || section.rows.is_empty() {
            return lines;
        }
        lines.push(Line::default());
        for laid in lay_out(section, columns) {
            let style = style(&laid, scene);
            if laid.is_heading {
                lines.push(Line::default());
            }
            lines.extend(laid.lines.iter().map(|line| Line::from(ink(line, style))));
            if laid.is_head {
                let rule = vec![mark(glyph::RULE, theme.rule); columns];
                lines.push(Line::from(rule));
            }
        }
        lines
    }

    /// The choices that mattered: what was taken, what instead, and what that would have done.
    fn choices(section: &Section, columns: usize, scene: &Scene<'_>) -> Vec<Row> {
        let theme = scene.theme;
        let rows = section.rows.iter().filter_map(|row| match row {
            TableRow::Cells(cells) => Some(cells),
            TableRow::Heading(_) => None,
        });
        rows.map(|cells| {
            let cell = |place: usize| cells.get(place).cloned().unwrap_or_default();
            let mut lines = vec![Line::from(vec![ink(&cell(0), theme.strong)])];
            let labels = [
                (1, "whatif-taken"),
                (2, "whatif-instead"),
                (3, "whatif-effect"),
                (4, "whatif-otherwise"),
            ];
            let wide = labels
                .iter()
                .map(|(_, key)| scene.say(key).width())
                .max()
                .unwrap_or(0)
                + 2;
            for (place, key) in labels {
                let name = scene.say(key);
                let style = if place == 3 {
                    theme.accent
                } else {
                    Style::new()
                };
                let mut lead = Some(vec![
                    blanks(2),
                    ink(&name, theme.dim),
                    blanks(wide - name.width()),
                ]);
                for part in wrap(&cell(place), columns.saturating_sub(wide + 2).max(10)) {
                    let mut spans = lead.take().unwrap_or_else(|| vec![blanks(wide + 2)]);
                    spans.push(ink(&part, style));
                    lines.push(Line::from(spans));
                }
            }
            lines.push(Line::default());
            Row::new(lines)
        })
        .collect()
    }

    fn draw_working(
        frame: &mut Frame<'_>,
        area: Rect,
        (done, all): (usize, usize),
        scene: &Scene<'_>,
    ) {
        let theme = scene.theme;
        let title = scene.say("whatif-working");
        let columns = 70.min(area.width);
        let inner = pane::dialog(frame, area, columns, 8, &title, theme);
        let text = wrap(&scene.say("whatif-working-text"), usize::from(inner.width));
        let buffer = frame.buffer_mut();
        for (line, row) in text.iter().zip(inner.rows()) {
            buffer.set_line(
                row.x,
                row.y,
                &Line::from(ink(line, Style::new())),
                row.width,
            );
        }
        let least = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
        let wide = usize::from(inner.width).saturating_sub(4).min(50);
        let gauge = bar::bar((least(done), least(done), least(all.max(1))), wide, theme);
        let bottom = inner.bottom().saturating_sub(2);
        buffer.set_line(inner.x, bottom, &Line::from(gauge), inner.width);
        let args = [("done", Arg::from(done)), ("all", Arg::from(all))];
        let count = ink(&scene.fill("whatif-progress", &args), theme.dim);
        buffer.set_line(inner.x, bottom + 1, &Line::from(count), inner.width);
        frame.set_cursor_position(inner.as_position());
    }
}

fn style(laid: &Laid, scene: &Scene<'_>) -> Style {
    if laid.is_head {
        scene.theme.dim
    } else if laid.is_heading {
        scene.theme.accent
    } else {
        Style::new()
    }
}

fn notes(section: &Section, columns: usize, scene: &Scene<'_>) -> Vec<Line<'static>> {
    let notes = section.notes.iter();
    let lines = notes.flat_map(|note| wrap(note, columns.min(90)));
    lines
        .map(|line| Line::from(ink(&line, scene.theme.dim)))
        .collect()
}

impl Layer for WhatIf {
    fn place(&self) -> Place {
        Place::WhatIf
    }

    fn pulse(&self) -> Option<Duration> {
        self.is_waiting().then_some(LOOK)
    }

    fn answers(&self, msg: &Msg, _: &Scene<'_>) -> bool {
        match msg {
            Msg::Back => true,
            Msg::Enter => self.is_choice(),
            _ => !self.is_waiting(),
        }
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        if self.is_waiting() {
            return match msg {
                Msg::Tick => Some(Request::Ask(Ask::Inquired)),
                Msg::Back => Some(Request::Abandon),
                _ => None,
            };
        }
        let count = self.count(scene);
        let step = isize::try_from(self.inside(scene.area, scene).height).unwrap_or(10);
        let page = if self.is_choice() {
            3
        } else {
            (step - 2).max(1)
        };
        match msg {
            Msg::Up => self.at = list::moved(self.at, -1, count),
            Msg::Down => self.at = list::moved(self.at, 1, count),
            Msg::PageUp => self.at = list::moved(self.at, -page, count),
            Msg::PageDown => self.at = list::moved(self.at, page, count),
            Msg::First => self.at = 0,
            Msg::Last => self.at = count.saturating_sub(1),
            Msg::Next => self.turn(1),
            Msg::Previous => self.turn(self.sections().len().saturating_sub(1)),
            Msg::Enter if self.is_choice() && count > 0 => {
                return Some(Request::Ask(Ask::Inquire(Some(self.at))));
            }
            Msg::Back => return Some(Request::Back),
            _ => {}
        }
        None
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        if let Inquiry::Working { done, all } = self.state {
            Self::draw_working(frame, area, (done, all), scene);
            return;
        }
        let title = Title::new(scene.say("whatif-screen")).focused(true);
        let inner = pane::titled(frame, area, &title, theme);
        for (line, row) in self.tabs(area.width, scene).iter().zip(inner.rows()) {
            frame.buffer_mut().set_line(row.x, row.y, line, row.width);
        }
        let inner = self.inside(area, scene);
        let Some(section) = self.section() else {
            return;
        };
        if self.is_choice() {
            let notes = notes(section, list::room(inner.width), scene);
            // Where there is little room, the list matters more than what explains it.
            let shown = if inner.height >= 18 { notes.len() } else { 0 };
            for (line, row) in notes.iter().take(shown).zip(inner.rows()) {
                frame
                    .buffer_mut()
                    .set_line(row.x + 2, row.y, line, row.width);
            }
            let above = if shown > 0 { shown + 1 } else { 0 };
            let below = pane::below(inner, u16::try_from(above).unwrap_or(0));
            let rows = Self::choices(section, list::room(below.width), scene);
            let cursor = list::draw(frame, below, &rows, self.at, Focus::Here, theme);
            if let Some(cursor) = cursor {
                frame.set_cursor_position(cursor);
            }
            return;
        }
        let lines = self.lines(section, inner.width, scene);
        let buffer = frame.buffer_mut();
        for (line, row) in lines.iter().skip(self.at).zip(inner.rows()) {
            buffer.set_line(row.x, row.y, line, row.width);
        }
        let edge = inner.right().saturating_sub(1);
        if self.at > 0 {
            buffer.set_span(edge, inner.y, &mark(glyph::MORE_ABOVE, theme.accent), 1);
        }
        if lines.len() > self.at + usize::from(inner.height) {
            let bottom = inner.bottom().saturating_sub(1);
            buffer.set_span(edge, bottom, &mark(glyph::MORE_BELOW, theme.accent), 1);
        }
        frame.set_cursor_position(inner.as_position());
    }
}
