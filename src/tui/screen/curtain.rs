//! The curtain: nothing of anybody's is shown until the next person sits down.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::model::SeatId;
use crate::text::Arg;
use crate::text::SafeText;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::page::Page;
use crate::tui::piece::pane;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;

/// The screen between two persons.
#[derive(Debug)]
pub struct Curtain {
    seat: SeatId,
}

impl Curtain {
    /// The curtain before the person at that seat.
    pub fn new(seat: SeatId) -> Self {
        Self { seat }
    }
}

impl Layer for Curtain {
    fn place(&self) -> Place {
        Place::Curtain
    }

    fn update(&mut self, msg: Msg, _scene: &Scene<'_>) -> Option<Request> {
        (msg == Msg::Enter).then_some(Request::Lift)
    }

    fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
        let title = scene.seat_title(self.seat);
        Some(scene.fill("seat-next-curtain", &[("seat", Arg::from(title))]))
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let title = scene.seat_title(self.seat);
        let inner = pane::dialog(frame, area, 62, 9, &scene.say("seat-curtain"), theme);
        let inner = pane::below(inner, 1);
        let mut page = Page::new(inner.width);
        let text = scene.fill("seat-hand-over", &[("seat", Arg::from(title))]);
        page.say(&text, theme.strong);
        page.gap();
        page.say(&scene.say("seat-hand-over-about"), Style::new());
        page.draw(frame, inner, 0, theme);
        frame.set_cursor_position(inner.as_position());
    }
}
