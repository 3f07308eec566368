//! Why? The changes of one number, newest first, each with its chain of causes as far as this seat may look.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::engine::view::WhyView;
use crate::text::Arg;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::blanks;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::mark;
use crate::tui::piece::page::Page;
use crate::tui::piece::pane;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;

/// The answer to "why?".
#[derive(Debug)]
pub struct Why {
    view: WhyView,
    scroll: usize,
}

impl Why {
    /// The answer.
    pub fn new(view: WhyView) -> Self {
        Self { view, scroll: 0 }
    }

    fn page(&self, width: u16, scene: &Scene<'_>) -> Page {
        let theme = scene.theme;
        let mut page = Page::new(width);
        // Of what just happened there is no number to name.
        if !self.view.label.is_empty() {
            let (label, shown) = (&self.view.label, &self.view.shown);
            if label.width() + 2 + shown.width() <= usize::from(width) {
                page.row(vec![
                    ink(label, theme.strong),
                    blanks(2),
                    ink(shown, theme.accent),
                ]);
            } else {
                page.say(label, theme.strong);
                page.say(shown, theme.accent);
            }
        }
        if self.view.changes.is_empty() {
            page.gap();
            page.say(&scene.say("reveal-why-nothing"), theme.dim);
        }
        for change in &self.view.changes {
            page.gap();
            let turn = match change.turn {
                0 => scene.say("play-preparation"),
                turn => scene.count("play-turn", usize::from(turn)),
            };
            page.row(vec![ink(&turn, theme.dim), blanks(2)]);
            page.say(&change.text, theme.strong);
            for (depth, cause) in change.chain.iter().enumerate() {
                let indent = (depth * 2).min(page.width() / 3);
                let lead = vec![
                    blanks(indent),
                    mark(glyph::BECAUSE, theme.accent),
                    blanks(1),
                ];
                let text = scene.fill("reveal-because", &[("cause", Arg::from(cause))]);
                page.hang(lead, &text, Style::new());
            }
            if change.hidden {
                let indent = (change.chain.len() * 2).min(page.width() / 3);
                let lead = vec![blanks(indent), mark(glyph::BECAUSE, theme.dim), blanks(1)];
                page.hang(lead, &scene.say("reveal-hidden"), theme.dim);
            }
        }
        if self.view.earlier > 0 {
            page.gap();
            page.say(
                &scene.count("reveal-why-earlier", self.view.earlier),
                theme.dim,
            );
        }
        page
    }
}

fn inside(area: Rect) -> (u16, u16) {
    (84.min(area.width), area.height.saturating_sub(2).min(30))
}

impl Layer for Why {
    fn place(&self) -> Place {
        Place::Why
    }

    fn is_dialog(&self) -> bool {
        true
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let (columns, rows) = inside(scene.area);
        let height = rows.saturating_sub(2);
        let furthest = self.page(columns.saturating_sub(4), scene).furthest(height);
        let step = usize::from(height.saturating_sub(2)).max(1);
        match msg {
            Msg::Up => self.scroll = self.scroll.saturating_sub(1),
            Msg::Down => self.scroll = (self.scroll + 1).min(furthest),
            Msg::PageUp => self.scroll = self.scroll.saturating_sub(step),
            Msg::PageDown => self.scroll = (self.scroll + step).min(furthest),
            Msg::First => self.scroll = 0,
            Msg::Last => self.scroll = furthest,
            Msg::Enter | Msg::Back => return Some(Request::Back),
            _ => {}
        }
        None
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let (columns, rows) = inside(area);
        let page = self.page(columns.saturating_sub(4), scene);
        let needed = u16::try_from(page.len() + 2).unwrap_or(u16::MAX);
        let title = scene.say("reveal-why");
        let inner = pane::dialog(frame, area, columns, rows.min(needed), &title, scene.theme);
        page.draw(frame, inner, self.scroll, scene.theme);
        frame.set_cursor_position(inner.as_position());
    }
}
