//! The debrief: how it ended and why, tab by tab.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::text::SafeText;
use crate::tui::debrief::Block;
use crate::tui::debrief::DebriefView;
use crate::tui::debrief::Tone;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::bar;
use crate::tui::piece::blanks;
use crate::tui::piece::fitted;
use crate::tui::piece::fitted_right;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::mark;
use crate::tui::piece::page::Page;
use crate::tui::piece::pane;
use crate::tui::piece::pane::Title;
use crate::tui::request::Ask;
use crate::tui::request::ReplayAsk;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;

/// The debrief.
#[derive(Debug)]
pub struct Debrief {
    view: DebriefView,
    tab: usize,
    scroll: usize,
}

impl Debrief {
    /// The debrief, at its first tab.
    pub fn new(view: DebriefView) -> Self {
        Self {
            view,
            tab: 0,
            scroll: 0,
        }
    }

    fn page(&self, width: u16, scene: &Scene<'_>) -> Page {
        let theme = scene.theme;
        let mut page = Page::new(width.saturating_sub(2));
        let Some(tab) = self.view.tabs.get(self.tab) else {
            return page;
        };
        if tab.blocks.is_empty() {
            page.say(&scene.say("debrief-screen-empty"), theme.dim);
        }
        let label = labels(&tab.blocks).min(page.width() / 2);
        for block in &tab.blocks {
            match block {
                Block::Heading(text) => page.heading(text, theme),
                Block::Text(text) => page.say(text, Style::new()),
                Block::Note(text) => page.hang(vec![blanks(2)], text, theme.dim),
                Block::Gap => page.gap(),
                Block::Pair(name, text) => page.pair(name, label + 1, text, theme),
                Block::Point(tone, text) => {
                    let (sign, style) = match tone {
                        Tone::Good => ("+", theme.good),
                        Tone::Bad => ("!", theme.bad),
                        Tone::Warn => (glyph::OPEN, theme.warn),
                        Tone::Plain => (glyph::BULLET, theme.dim),
                    };
                    page.hang(vec![mark(sign, style), blanks(1)], text, Style::new());
                }
                Block::Bar(name, shown, range) => {
                    let columns = page.width().saturating_sub(label + 14).min(30);
                    let mut spans = vec![
                        fitted(name, label, Style::new()),
                        blanks(1),
                        fitted_right(shown, 11, theme.strong),
                        blanks(2),
                    ];
                    spans.extend(bar::bar(*range, columns, theme));
                    page.row(spans);
                }
            }
        }
        page
    }

    fn turn(&mut self, by: usize) {
        let count = self.view.tabs.len().max(1);
        self.tab = (self.tab + by) % count;
        self.scroll = 0;
    }

    /// The tabs in one line, or as many lines as they need.
    fn tabs(&self, width: u16, scene: &Scene<'_>) -> Vec<Line<'static>> {
        let theme = scene.theme;
        let mut lines: Vec<Vec<ratatui::text::Span<'static>>> = vec![Vec::new()];
        let mut taken = 0;
        for (place, tab) in self.view.tabs.iter().enumerate() {
            let wide = tab.title.width() + 3;
            if taken > 0 && taken + wide > usize::from(width) {
                lines.push(Vec::new());
                taken = 0;
            }
            taken += wide;
            let here = place == self.tab;
            let style = if here { theme.accent } else { theme.dim };
            if let Some(line) = lines.last_mut() {
                line.push(mark(if here { glyph::SELECTED } else { " " }, theme.accent));
                line.push(ink(&tab.title, style));
                line.push(blanks(2));
            }
        }
        lines.into_iter().map(Line::from).collect()
    }

    fn inside(&self, area: Rect, scene: &Scene<'_>) -> Rect {
        let lines = self.tabs(area.width, scene).len() + 2;
        let centred = area.width.saturating_sub(80) / 2;
        let inner = pane::below(area, u16::try_from(lines).unwrap_or(2));
        Rect {
            x: inner.x + centred,
            width: inner.width - centred,
            ..inner
        }
    }
}

/// The widest label of pairs and bars.
fn labels(blocks: &[Block]) -> usize {
    blocks
        .iter()
        .map(|block| match block {
            Block::Pair(name, _) | Block::Bar(name, _, _) => name.width(),
            _ => 0,
        })
        .max()
        .unwrap_or(0)
        .min(34)
}

impl Layer for Debrief {
    fn place(&self) -> Place {
        Place::Debrief
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let inner = self.inside(scene.area, scene);
        let furthest = self.page(inner.width, scene).furthest(inner.height);
        let step = usize::from(inner.height.saturating_sub(2)).max(1);
        match msg {
            Msg::Up => self.scroll = self.scroll.saturating_sub(1),
            Msg::Down => self.scroll = (self.scroll + 1).min(furthest),
            Msg::PageUp => self.scroll = self.scroll.saturating_sub(step),
            Msg::PageDown => self.scroll = (self.scroll + step).min(furthest),
            Msg::First => self.scroll = 0,
            Msg::Last => self.scroll = furthest,
            Msg::Next => self.turn(1),
            Msg::Previous => self.turn(self.view.tabs.len().saturating_sub(1)),
            Msg::Enter => {
                // Reads on: the rest of this tab, then the next; at the very end, home.
                if self.scroll < furthest {
                    self.scroll = (self.scroll + step).min(furthest);
                } else if self.tab + 1 < self.view.tabs.len() {
                    self.turn(1);
                } else {
                    return Some(Request::Leave);
                }
            }
            Msg::WhatIf => return Some(Request::Ask(Ask::Inquire(None))),
            Msg::Replay => return Some(Request::Ask(Ask::Replay(ReplayAsk::Open))),
            Msg::Back => return Some(Request::Leave),
            _ => {}
        }
        None
    }

    fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
        let inner = self.inside(scene.area, scene);
        let furthest = self.page(inner.width, scene).furthest(inner.height);
        let last = self.tab + 1 >= self.view.tabs.len();
        Some(scene.say(match (self.scroll < furthest, last) {
            (true, _) => "debrief-screen-more",
            (false, false) => "debrief-screen-next",
            (false, true) => "debrief-screen-home",
        }))
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let title = Title::new(self.view.title.clone())
            .badge(scene.say("debrief-screen"))
            .focused(true);
        let inner = pane::titled(frame, area, &title, theme);
        for (line, row) in self.tabs(area.width, scene).iter().zip(inner.rows()) {
            frame.buffer_mut().set_line(row.x, row.y, line, row.width);
        }
        let inner = self.inside(area, scene);
        self.page(inner.width, scene)
            .draw(frame, inner, self.scroll, theme);
        frame.set_cursor_position(inner.as_position());
    }
}
