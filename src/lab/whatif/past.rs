//! One exercise as its log has it, with the state at every Commit to go on from.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::OnceLock;

use crate::engine::State;
use crate::engine::act::Act;
use crate::engine::apply;
use crate::engine::command::Command;
use crate::engine::command::Holder;
use crate::engine::event::Event;
use crate::engine::event::Step;
use crate::engine::truth::Truth;
use crate::lab::whatif::others;
use crate::lab::whatif::others::Picture;
use crate::log::Line;
use crate::model::SeatId;
use crate::script::Playable;
use crate::session::Session;

/// An exercise that was played, whole or so far. Cheap to clone.
#[derive(Clone)]
pub struct Past(Arc<Inner>);

struct Inner {
    playable: Arc<Playable>,
    seed: u64,
    lines: Vec<Line<Command, Event>>,
    marks: Vec<Mark>,
    /// What each seat had sealed when a turn's choices took effect.
    sealed: BTreeMap<(u16, SeatId), Vec<Act>>,
    end: State,
    pictures: OnceLock<BTreeMap<(u16, SeatId), Picture>>,
    casts: OnceLock<Vec<&'static str>>,
}

/// Where a turn's Commit began.
pub(super) struct Mark {
    pub(super) turn: u16,
    /// The first of the lines given in it.
    pub(super) line: usize,
    pub(super) state: State,
}

impl Past {
    /// The exercise of a session.
    pub fn of(session: &Session) -> Self {
        let playable = session.shared_playable();
        let seed = session.header().seed;
        let lines = session.lines().to_vec();
        let mut state = State::new(playable.scenario(), seed);
        let (mut marks, mut sealed) = (Vec::<Mark>::new(), BTreeMap::new());
        for (place, line) in lines.iter().enumerate() {
            for event in &line.events {
                apply(&mut state, event);
            }
            let truth = Truth::new(&playable, &state);
            let turn = truth.turn();
            match &line.command {
                Command::Advance if truth.step() == Step::Commit => {
                    if marks.last().is_none_or(|mark| mark.turn != turn) {
                        let state = state.clone();
                        marks.push(Mark {
                            turn,
                            line: place + 1,
                            state,
                        });
                    }
                }
                Command::Seal { seat, acts } => {
                    sealed.insert((turn, *seat), acts.clone());
                }
                Command::Unseal { seat } => {
                    sealed.remove(&(turn, *seat));
                }
                _ => {}
            }
        }
        Self(Arc::new(Inner {
            playable,
            seed,
            lines,
            marks,
            sealed,
            end: state,
            pictures: OnceLock::new(),
            casts: OnceLock::new(),
        }))
    }

    /// The scenario as it was played.
    pub fn playable(&self) -> &Playable {
        &self.0.playable
    }

    /// The exercise's own luck.
    pub fn seed(&self) -> u64 {
        self.0.seed
    }

    /// The log's lines.
    pub fn lines(&self) -> &[Line<Command, Event>] {
        &self.0.lines
    }

    /// Whether `EndEx` came and the last turn was revealed.
    pub fn is_over(&self) -> bool {
        let truth = self.end();
        truth.ending().is_some() && truth.step() == Step::Note
    }

    /// The truth at the log's end.
    pub fn end(&self) -> Truth<'_> {
        Truth::new(self.playable(), &self.0.end)
    }

    /// The turns whose Commit was reached, in order.
    pub fn turns(&self) -> impl Iterator<Item = u16> + '_ {
        self.0.marks.iter().map(|mark| mark.turn)
    }

    /// What a seat had sealed when a turn resolved; `None` if it sealed nothing.
    pub fn sealed(&self, turn: u16, seat: SeatId) -> Option<&[Act]> {
        self.0.sealed.get(&(turn, seat)).map(Vec::as_slice)
    }

    /// The seats that people hold at the log's end; every seat if nobody does.
    pub fn people(&self) -> Vec<SeatId> {
        let seats = || self.playable().scenario().seats.iter().map(|seat| seat.id);
        let end = self.end();
        let people: Vec<SeatId> = seats()
            .filter(|seat| !matches!(end.holder(*seat), Some(Holder::Bot { .. })))
            .collect();
        if people.is_empty() {
            seats().collect()
        } else {
            people
        }
    }

    pub(super) fn mark(&self, turn: u16) -> Option<&Mark> {
        self.0.marks.iter().find(|mark| mark.turn == turn)
    }

    pub(super) fn marks(&self) -> &[Mark] {
        &self.0.marks
    }

    /// What a seat had before it in a turn of the log.
    pub(super) fn picture(&self, turn: u16, seat: SeatId) -> Option<&Picture> {
        let pictures = self.0.pictures.get_or_init(|| others::pictures(self));
        pictures.get(&(turn, seat))
    }

    /// The name of the bot that stands for each seat where it has to decide anew: its own, or the profile that most resembles
    /// what the person did.
    pub fn casts(&self) -> &[&'static str] {
        self.0.casts.get_or_init(|| others::casts(self))
    }
}
