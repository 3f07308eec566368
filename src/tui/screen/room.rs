//! The situation room: lists of what there is, and beside them what is selected, to read.
//!
//! ```text
//!  80 columns          120 columns                    200 columns
//!  lists │ reading     lists │ reading │ situation    inbox │ reading │ decisions, plan │ situation
//! ```

mod detail;
mod layout;
mod parts;

use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::engine::event::EventNo;
use crate::engine::view::DecisionView;
use crate::engine::view::Subject;
use crate::text::Arg;
use crate::text::SafeText;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::list;
use crate::tui::piece::list::Focus;
use crate::tui::piece::pane;
use crate::tui::piece::pane::Title;
use crate::tui::request::Ask;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;
use crate::tui::screen::actions::Actions;
use crate::tui::screen::boards::Boards;
use crate::tui::screen::briefing::Briefing;
use crate::tui::screen::decision::Decision;
use crate::tui::screen::leave::Leave;
use crate::tui::screen::plan::Plan;
use crate::tui::screen::share::Share;

pub(crate) use parts::moved_rows;

/// A part of the room, in the order of the number keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Inbox,
    Decisions,
    Situation,
    Facts,
    Duties,
}

impl Part {
    /// Every part, in the order of the number keys.
    pub const ALL: [Part; 5] = [
        Part::Inbox,
        Part::Decisions,
        Part::Situation,
        Part::Facts,
        Part::Duties,
    ];

    fn place(self) -> usize {
        Part::ALL.iter().position(|part| *part == self).unwrap_or(0)
    }
}

/// The situation room.
#[derive(Debug)]
pub struct Room {
    focus: Part,
    selected: [usize; 5],
    scroll: usize,
    read: BTreeSet<EventNo>,
    turn: u16,
}

impl Room {
    /// The room as one enters it: at the first letter of this turn.
    pub fn new(scene: &Scene<'_>) -> Self {
        let mut room = Self {
            focus: Part::Inbox,
            selected: [0; 5],
            scroll: 0,
            read: BTreeSet::new(),
            turn: scene.view.turn,
        };
        room.mark_read(scene);
        room
    }

    fn select(&mut self, place: usize, scene: &Scene<'_>) {
        self.selected[self.focus.place()] = place;
        self.scroll = 0;
        self.mark_read(scene);
    }

    fn selected(&self, part: Part, scene: &Scene<'_>) -> usize {
        let last = parts::count(part, scene).saturating_sub(1);
        self.selected[part.place()].min(last)
    }

    fn focus(&mut self, part: Part, scene: &Scene<'_>) {
        self.focus = part;
        self.scroll = 0;
        self.mark_read(scene);
    }

    fn mark_read(&mut self, scene: &Scene<'_>) {
        if self.focus == Part::Inbox {
            let place = self.selected(Part::Inbox, scene);
            let letter = parts::letters(scene.view).into_iter().nth(place);
            self.read.extend(letter.map(|letter| letter.no));
        }
    }

    fn is_unread(&self, no: EventNo) -> bool {
        !self.read.contains(&no)
    }

    /// Scrolls by pages; true if there was nothing more to scroll.
    fn page_down(&mut self, scene: &Scene<'_>) -> bool {
        let area = layout::places(scene.area).detail;
        let inner = pane::below(area, 1);
        let furthest = self.detail(inner.width, scene).furthest(inner.height);
        if self.scroll >= furthest {
            return true;
        }
        let step = usize::from(inner.height.saturating_sub(2)).max(1);
        self.scroll = (self.scroll + step).min(furthest);
        false
    }

    fn read_on(&mut self, scene: &Scene<'_>) {
        if !self.page_down(scene) {
            return;
        }
        let count = parts::count(self.focus, scene);
        let here = self.selected(self.focus, scene);
        if self.focus == Part::Inbox {
            let letters = parts::letters(scene.view);
            let unread = letters
                .iter()
                .position(|letter| letter.is_new && self.is_unread(letter.no));
            if let Some(next) = unread.or((here + 1 < count).then_some(here + 1)) {
                self.select(next, scene);
            }
        } else if here + 1 < count {
            self.select(here + 1, scene);
        }
    }

    fn subject(&self, scene: &Scene<'_>) -> Option<Subject> {
        let place = self.selected(self.focus, scene);
        match self.focus {
            Part::Situation => parts::numbers(scene.view).nth(place).map(|row| row.subject),
            Part::Facts => scene
                .view
                .facts
                .get(place)
                .map(|fact| Subject::Fact(fact.fact)),
            Part::Duties => scene
                .view
                .duties
                .get(place)
                .map(|duty| Subject::Duty(duty.duty)),
            Part::Inbox | Part::Decisions => None,
        }
    }

    /// What Enter would do: the decision it would open, if any.
    fn next_decision<'a>(&self, scene: &Scene<'a>) -> Option<&'a DecisionView> {
        let open = &scene.view.decisions;
        if self.focus == Part::Decisions {
            return open.get(self.selected(Part::Decisions, scene));
        }
        open.iter()
            .find(|decision| scene.draft.answered(decision).is_none())
    }

    fn enter(&mut self, scene: &Scene<'_>) -> Request {
        if !scene.can_plan() || (scene.has_sealed() && self.focus != Part::Decisions) {
            return Request::GoOn;
        }
        match self.next_decision(scene) {
            Some(decision) => Request::Open(Decision::new(decision.decision, scene).into()),
            None => Request::Open(Plan::default().into()),
        }
    }
}

impl Layer for Room {
    fn place(&self) -> Place {
        Place::Room
    }

    fn meet(&mut self, scene: &Scene<'_>) {
        if self.turn != scene.view.turn {
            let read = std::mem::take(&mut self.read);
            *self = Room::new(scene);
            self.read.extend(read);
        }
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let here = self.selected(self.focus, scene);
        let count = parts::count(self.focus, scene);
        match msg {
            Msg::Up => self.select(list::moved(here, -1, count), scene),
            Msg::Down => self.select(list::moved(here, 1, count), scene),
            Msg::First => self.select(0, scene),
            Msg::Last => self.select(count.saturating_sub(1), scene),
            Msg::PageDown => {
                self.page_down(scene);
            }
            Msg::PageUp => {
                let height = layout::places(scene.area).detail.height;
                let step = usize::from(height.saturating_sub(3)).max(1);
                self.scroll = self.scroll.saturating_sub(step);
            }
            Msg::ReadOn => self.read_on(scene),
            Msg::Next => self.focus(Part::ALL[(self.focus.place() + 1) % 5], scene),
            Msg::Previous => self.focus(Part::ALL[(self.focus.place() + 4) % 5], scene),
            Msg::Part(number) => {
                let place = usize::from(number).saturating_sub(1).min(4);
                self.focus(Part::ALL[place], scene);
            }
            Msg::Enter => return Some(self.enter(scene)),
            Msg::Why => {
                return Some(match self.subject(scene) {
                    Some(subject) => Request::Ask(Ask::Why(subject)),
                    None => Request::Say(scene.say("play-why-of-what")),
                });
            }
            Msg::Actions => return Some(Request::Open(Actions::default().into())),
            Msg::Share => {
                let fact = (self.focus == Part::Facts)
                    .then(|| scene.view.facts.get(here).map(|fact| fact.fact))
                    .flatten();
                return Some(Request::Open(Share::new(fact, scene).into()));
            }
            Msg::Boards => return Some(Request::Open(Boards::default().into())),
            Msg::Plan => return Some(Request::Open(Plan::default().into())),
            Msg::Withdraw => return Some(Request::Withdraw),
            Msg::Briefing => return Some(Request::Open(Briefing::default().into())),
            Msg::Back => return Some(Request::Open(Leave.into())),
            _ => {}
        }
        None
    }

    fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
        if !scene.can_plan() {
            return Some(scene.say("play-next-on"));
        }
        if scene.has_sealed() && self.focus != Part::Decisions {
            return Some(match scene.next_seat {
                Some(seat) => {
                    let title = scene.seat_title(seat);
                    scene.fill("play-next-seat", &[("seat", Arg::from(title))])
                }
                None => scene.say("play-next-resolve"),
            });
        }
        Some(match self.next_decision(scene) {
            Some(decision) => {
                scene.fill("play-next-decide", &[("title", Arg::from(&decision.title))])
            }
            None => scene.say("play-next-plan"),
        })
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let places = layout::places(area);
        for (part, spot) in layout::spots(&places, self.focus, scene) {
            self.draw_part(frame, part, spot, scene);
        }
        for column in places.walls() {
            pane::wall(frame, column, scene.theme);
        }
        if let Some(spot) = places.plan {
            parts::draw_plan(frame, spot, scene);
        }
        let title = Title::new(self.detail_title(scene)).badge(self.detail_badge(scene));
        let inner = pane::titled(frame, places.detail, &title, scene.theme);
        self.detail(inner.width, scene)
            .draw(frame, inner, self.scroll, scene.theme);
    }
}

impl Room {
    fn draw_part(&self, frame: &mut Frame<'_>, part: Part, area: Rect, scene: &Scene<'_>) {
        let focused = part == self.focus;
        let number = u8::try_from(part.place() + 1).unwrap_or(0);
        let title = Title::new(scene.say(parts::title(part)))
            .number(number)
            .badge(parts::badge(part, scene, |no| self.is_unread(no)))
            .focused(focused);
        let inner = pane::titled(frame, area, &title, scene.theme);
        let width = list::room(inner.width);
        let rows = parts::rows(part, width, scene, |no| self.is_unread(no));
        let selected = self.selected(part, scene);
        let focus = if focused { Focus::Here } else { Focus::Nowhere };
        let cursor = list::draw(frame, inner, &rows, selected, focus, scene.theme);
        if focused {
            frame.set_cursor_position(cursor.unwrap_or_else(|| inner.as_position()));
        }
    }
}
