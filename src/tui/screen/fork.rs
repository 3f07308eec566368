//! Asks before another exercise is begun from the middle of this one.

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
use crate::tui::request::Ask;
use crate::tui::request::ReplayAsk;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;

/// The question.
#[derive(Debug)]
pub struct Fork {
    /// The event after which the new exercise goes its own way.
    place: usize,
    /// Who would be played; `None` leaves the seats as they are held.
    seat: Option<SeatId>,
    /// In words where that is.
    at: SafeText,
    title: Option<SafeText>,
}

impl Fork {
    /// Asks about that moment, and that seat to be held.
    pub fn new(place: usize, seat: Option<SeatId>, at: SafeText, title: Option<SafeText>) -> Self {
        Self {
            place,
            seat,
            at,
            title,
        }
    }

    fn page(&self, width: u16, scene: &Scene<'_>) -> Page {
        let mut page = Page::new(width);
        page.say(&self.at, scene.theme.strong);
        let seat = match &self.title {
            Some(seat) => scene.fill("replay-fork-seat", &[("seat", Arg::from(seat))]),
            None => scene.say("replay-fork-same"),
        };
        page.say(&seat, scene.theme.strong);
        page.gap();
        page.say(&scene.say("replay-fork-text"), Style::new());
        page
    }
}

impl Layer for Fork {
    fn place(&self) -> Place {
        Place::Fork
    }

    fn is_dialog(&self) -> bool {
        true
    }

    fn update(&mut self, msg: Msg, _: &Scene<'_>) -> Option<Request> {
        match msg {
            Msg::Enter => Some(Request::Ask(Ask::Replay(ReplayAsk::Fork {
                place: self.place,
                seat: self.seat,
            }))),
            Msg::Back => Some(Request::Back),
            _ => None,
        }
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let columns = 72.min(area.width);
        let page = self.page(columns.saturating_sub(4), scene);
        let rows = u16::try_from(page.len() + 2).unwrap_or(u16::MAX);
        let title = scene.say("replay-fork");
        let inner = pane::dialog(frame, area, columns, rows, &title, scene.theme);
        page.draw(frame, inner, 0, scene.theme);
        frame.set_cursor_position(inner.as_position());
    }
}
