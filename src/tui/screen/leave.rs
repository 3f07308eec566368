//! Leaving an exercise: says what is kept and what is not.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::page::Page;
use crate::tui::piece::pane;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;

/// The question whether to leave.
#[derive(Debug)]
pub struct Leave;

impl Layer for Leave {
    fn place(&self) -> Place {
        Place::Leave
    }

    fn is_dialog(&self) -> bool {
        true
    }

    fn update(&mut self, msg: Msg, _scene: &Scene<'_>) -> Option<Request> {
        match msg {
            Msg::Enter => Some(Request::Leave),
            Msg::Back => Some(Request::Back),
            _ => None,
        }
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let inner = pane::dialog(frame, area, 60, 9, &scene.say("play-leave"), theme);
        let inner = pane::below(inner, 1);
        let mut page = Page::new(inner.width);
        page.say(&scene.say("play-leave-kept"), Style::new());
        let unsealed = scene
            .view
            .purses
            .iter()
            .any(|purse| !purse.has_sealed && !scene.draft.acts(purse.seat).is_empty());
        if unsealed {
            page.gap();
            page.say(&scene.say("play-leave-unsealed"), theme.warn);
        }
        page.draw(frame, inner, 0, theme);
        frame.set_cursor_position(inner.as_position());
    }
}
