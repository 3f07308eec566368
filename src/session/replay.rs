//! An exercise to move about in: its events as a person reads them, and what was so after any of them.
//!
//! The state at a moment is that at the beginning of its turn, kept, with the turn's events applied again.

use crate::engine::State;
use crate::engine::apply;
use crate::engine::event::Event;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::lens::Lens;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::WhyChange;
use crate::engine::view::WhyView;
use crate::engine::view::story;
use crate::engine::why;
use crate::engine::why::Asker;
use crate::model::SeatId;
use crate::session::Session;
use crate::text::SafeText;

/// An exercise to move about in. Reads its session; changes nothing.
pub struct Replay {
    session: Session,
    /// How many events had been applied, and the state then, at the beginning of each turn.
    keyframes: Vec<(usize, State)>,
    /// The turn of every event, and the log line it is in, counted from 0 after the header.
    turns: Vec<u16>,
    lines: Vec<usize>,
}

/// One thing that happened, as one who looks on reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The event's number.
    pub place: usize,
    pub turn: u16,
    pub step: Step,
    pub kind: EntryKind,
    pub text: SafeText,
}

/// What an entry is, as far as one jumps from one to the next of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A turn began.
    Turn,
    /// Another step of it.
    Step,
    Inject,
    /// A question was put.
    Question,
    /// Somebody's act took effect, lapsed, or was left to its default.
    Act,
    /// A number moved.
    Number(Subject),
    Ending,
    Other,
}

/// A turn of the exercise, as far as it was played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurnMark {
    pub turn: u16,
    pub title: SafeText,
    /// When it began by the story's clock.
    pub story: SafeText,
}

impl Replay {
    /// The replay of an exercise.
    pub fn new(session: Session) -> Self {
        let mut keyframes = Vec::new();
        let mut state = State::new(session.scenario(), session.header().seed);
        for (place, event) in session.events().iter().enumerate() {
            let begins = matches!(
                event.what,
                What::Entered {
                    step: Step::Brief,
                    ..
                }
            );
            if begins || place == 0 {
                keyframes.push((place, state.clone()));
            }
            apply(&mut state, event);
        }
        let lines = session.lines().iter().enumerate();
        let lines = lines.flat_map(|(number, line)| line.events.iter().map(move |_| number));
        Self {
            turns: why::turns(session.events()),
            lines: lines.collect(),
            keyframes,
            session,
        }
    }

    /// The exercise itself.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Everything that happened; or what one seat could see of it.
    pub fn entries(&self, seat: Option<SeatId>) -> Vec<Entry> {
        let seats: Vec<SeatId> = seat.into_iter().collect();
        let asker = self.asker(&seats, self.session.lens(&seats));
        let teller = self.session.teller();
        let mut step = Step::Setup;
        let mut entries = Vec::new();
        for (place, event) in self.session.events().iter().enumerate() {
            if let What::Entered { step: now, .. } = event.what {
                step = now;
            }
            // A rule is heard of through the numbers it moved, never by itself.
            let is_rule = seat.is_some() && matches!(event.what, What::RuleFired { .. });
            if is_rule || !asker.may_see(event) {
                continue;
            }
            let turn = self.turns[place];
            let kind = kind(event);
            let text = match kind {
                EntryKind::Turn => self.turn_title(turn),
                EntryKind::Step => self.session.words().say(step.key()),
                _ => teller.event(event, asker.sees_inside(event)),
            };
            entries.push(Entry {
                place,
                turn,
                step,
                kind,
                text,
            });
        }
        entries
    }

    /// The turns that began, in order.
    pub fn marks(&self) -> Vec<TurnMark> {
        let scenario = self.session.scenario();
        let mut turns = self.turns.clone();
        turns.dedup();
        turns
            .into_iter()
            .map(|turn| {
                let card = &scenario.turns[usize::from(turn)];
                TurnMark {
                    turn,
                    title: card.title.clone(),
                    story: story(scenario.clock, card.from, self.session.words()),
                }
            })
            .collect()
    }

    /// What one seat knew after an event; for one who sees all, what all seats knew together.
    pub fn view(&self, place: usize, seat: Option<SeatId>) -> SeatView {
        let state = self.state(place);
        let seats = self.seats(seat);
        let lens = Lens::new(self.session.playable(), &state, &seats);
        let mut view = SeatView::of(&lens, self.until(place), self.session.words());
        if seat.is_none() {
            self.say_whose(&mut view);
        }
        view
    }

    /// At a table of all seats, whose trust it is has to be said.
    fn say_whose(&self, view: &mut SeatView) {
        let actors = &self.session.scenario().actors;
        for row in view.panels.iter_mut().flat_map(|panel| &mut panel.rows) {
            if let Subject::Trust(from, to) = row.subject {
                let names = [&actors[from.index()].short, &actors[to.index()].short];
                row.label = SafeText::joined(names, " → ");
            }
        }
    }

    /// Why a number stood where it did after an event.
    pub fn why(&self, place: usize, seat: Option<SeatId>, about: Subject) -> WhyView {
        let state = self.state(place);
        let seats = self.seats(seat);
        let lens = Lens::new(self.session.playable(), &state, &seats);
        let view = SeatView::of(&lens, self.until(place), self.session.words());
        let (label, shown) = view.named(about, self.session.words()).unwrap_or_default();
        let asker = match seat {
            Some(_) => Asker::Seat(lens),
            None => Asker::All,
        };
        let teller = self.session.teller();
        let (changes, earlier) = why::changes(asker, self.until(place), about, teller);
        WhyView {
            label,
            shown,
            changes,
            earlier,
        }
    }

    /// What an event came from.
    pub fn cause(&self, place: usize, seat: Option<SeatId>) -> Option<WhyView> {
        let event = self.session.events().get(place)?;
        let seats: Vec<SeatId> = seat.into_iter().collect();
        let state = self.state(place);
        let lens = Lens::new(self.session.playable(), &state, &seats);
        let asker = self.asker(&seats, lens);
        let teller = self.session.teller();
        let text = teller.event(event, asker.sees_inside(event));
        let (chain, hidden) = why::chain(asker, self.until(place), event, teller);
        Some(WhyView {
            label: SafeText::empty(),
            shown: SafeText::empty(),
            changes: vec![WhyChange {
                turn: self.turns[place],
                text,
                chain,
                hidden,
            }],
            earlier: 0,
        })
    }

    /// How many of the log's lines there were when an event had happened: where another exercise would go its own way.
    pub fn lines_at(&self, place: usize) -> usize {
        self.lines.get(place).map_or(0, |line| line + 1)
    }

    fn asker<'a>(&self, seats: &[SeatId], lens: Lens<'a>) -> Asker<'a> {
        if seats.is_empty() {
            Asker::All
        } else {
            Asker::Seat(lens)
        }
    }

    fn seats(&self, seat: Option<SeatId>) -> Vec<SeatId> {
        match seat {
            Some(seat) => vec![seat],
            None => self
                .session
                .scenario()
                .seats
                .iter()
                .map(|seat| seat.id)
                .collect(),
        }
    }

    fn until(&self, place: usize) -> &[Event] {
        let events = self.session.events();
        &events[..events.len().min(place + 1)]
    }

    fn state(&self, place: usize) -> State {
        let before = self.keyframes.partition_point(|(at, _)| *at <= place);
        let (from, mut state) = match before.checked_sub(1) {
            Some(frame) => self.keyframes[frame].clone(),
            None => (
                0,
                State::new(self.session.scenario(), self.session.header().seed),
            ),
        };
        for event in self.until(place).iter().skip(from) {
            apply(&mut state, event);
        }
        state
    }

    fn turn_title(&self, turn: u16) -> SafeText {
        let words = self.session.words();
        let name = match turn {
            0 => words.say("play-preparation"),
            turn => words.fill("play-turn", &[("n", turn.into())]),
        };
        let title = &self.session.scenario().turns[usize::from(turn)].title;
        if title.is_empty() {
            name
        } else {
            words.fill(
                "replay-turn-titled",
                &[("turn", name.into()), ("title", title.into())],
            )
        }
    }
}

fn kind(event: &Event) -> EntryKind {
    match &event.what {
        What::Entered {
            step: Step::Brief, ..
        } => EntryKind::Turn,
        What::Entered { .. } => EntryKind::Step,
        What::Delivered { .. } => EntryKind::Inject,
        What::Opened { .. } => EntryKind::Question,
        What::Acted { .. }
        | What::Lapsed { .. }
        | What::Postponed { .. }
        | What::CameThrough { .. }
        | What::Closed { .. } => EntryKind::Act,
        What::Ended { .. } => EntryKind::Ending,
        What::Duties(DutyEvent::Started { .. }) => EntryKind::Other,
        _ => why::subject(event).map_or(EntryKind::Other, EntryKind::Number),
    }
}
