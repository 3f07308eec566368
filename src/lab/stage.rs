//! An exercise that is played without a log: the commands a session would give, by any hands, forked at any step.

use crate::bots::Sealed;
use crate::engine::State;
use crate::engine::act::Act;
use crate::engine::command::Command;
use crate::engine::decide;
use crate::engine::event::Event;
use crate::engine::event::Step;
use crate::engine::lens::Lens;
use crate::engine::rejection::Rejection;
use crate::engine::truth::Truth;
use crate::lab::casting::Casting;
use crate::lab::gauge::Gauges;
use crate::model::SeatId;
use crate::model::scenario::CommitMode;
use crate::script::Fuse;
use crate::script::Playable;

/// Who seals for the seats.
pub(super) trait Helm {
    /// Whether it asks what is possible: then that is worked out once, for everybody who asks.
    const ASKS: bool = true;

    /// What a seat seals in this Commit; nothing means `Hold`.
    fn seal(&mut self, lens: &Lens<'_>, seat: SeatId, sealed: &mut Sealed);
}

/// Who looks on while an exercise is played.
pub(super) trait Watch {
    /// A seat is about to seal.
    fn choosing(&mut self, _: &Lens<'_>, _: SeatId) {}

    /// A command has been decided; these are its events.
    fn happened(&mut self, truth: Truth<'_>, events: &[Event]);
}

/// Looks at nothing.
pub(super) struct Unwatched;

impl Watch for Unwatched {
    fn happened(&mut self, _: Truth<'_>, _: &[Event]) {}
}

/// Keeps every event.
#[derive(Default)]
pub(super) struct Everything(pub(super) Vec<Event>);

impl Watch for Everything {
    fn happened(&mut self, _: Truth<'_>, events: &[Event]) {
        self.0.extend_from_slice(events);
    }
}

/// An exercise somewhere between its beginning and its end. A clone goes on from the same state by itself.
#[derive(Clone)]
pub(super) struct Stage<'a> {
    playable: &'a Playable,
    state: State,
    fuse: Fuse,
    /// Those of the last command; here and below, the room is used again.
    events: Vec<Event>,
    possible: Vec<Act>,
    sealed: Sealed,
}

impl<'a> Stage<'a> {
    /// An exercise with that luck, before its first command.
    pub(super) fn new(playable: &'a Playable, luck: u64) -> Self {
        Self::at(playable, State::new(playable.scenario(), luck))
    }

    /// An exercise that has come to a state.
    pub(super) fn at(playable: &'a Playable, state: State) -> Self {
        Self {
            playable,
            state,
            // What scripts may do is limited by operations; a limit of wall time would make a batch depend on the machine.
            fuse: Fuse::never(),
            events: Vec::new(),
            possible: Vec::new(),
            sealed: Sealed::default(),
        }
    }

    /// Goes back to a state, with other luck, in the room there is.
    pub(super) fn restart(&mut self, start: &State, luck: u64) {
        self.state.restart(start, luck);
    }

    /// Fills the seats with these bots, as a session would.
    pub(super) fn fill(
        &mut self,
        casting: &Casting,
        cast: &[usize],
        watch: &mut impl Watch,
    ) -> Result<(), Rejection> {
        for (seat, place) in self.playable.scenario().seats.iter().zip(cast) {
            let by = casting.holder(*place);
            self.give(&Command::Fill { seat: seat.id, by }, watch)?;
        }
        Ok(())
    }

    pub(super) fn truth(&self) -> Truth<'_> {
        Truth::new(self.playable, &self.state)
    }

    pub(super) fn lens<'s>(&'s self, seats: &'s [SeatId]) -> Lens<'s> {
        Lens::new(self.playable, &self.state, seats)
    }

    /// The events of the last command.
    pub(super) fn events(&self) -> &[Event] {
        &self.events
    }

    pub(super) fn into_state(self) -> State {
        self.state
    }

    /// Whether it has come to its hot wash.
    pub(super) fn is_over(&self) -> bool {
        let truth = self.truth();
        truth.ending().is_some() && truth.step() == Step::Note
    }

    /// Whether a seat is to seal now.
    pub(super) fn is_due(&self, seat: SeatId) -> bool {
        let truth = self.truth();
        if truth.step() != Step::Commit || truth.ending().is_some() || truth.has_sealed(seat) {
            return false;
        }
        match self.playable.scenario().commit {
            CommitMode::Sealed => true,
            CommitMode::InTurn => truth.next_to_resolve().is_none_or(|next| next == seat),
        }
    }

    /// Lets whoever is to seal do so, and goes on by one step.
    ///
    /// # Errors
    /// If the rules refuse a command, which they do if somebody has sealed what they do not allow.
    pub(super) fn advance<H: Helm>(
        &mut self,
        helm: &mut H,
        watch: &mut impl Watch,
    ) -> Result<(), Rejection> {
        for seat in &self.playable.scenario().seats {
            if self.is_due(seat.id) {
                self.seal(seat.id, helm, watch)?;
            }
        }
        self.give(&Command::Advance, watch)
    }

    fn seal<H: Helm>(
        &mut self,
        seat: SeatId,
        helm: &mut H,
        watch: &mut impl Watch,
    ) -> Result<(), Rejection> {
        let seats = [seat];
        let mut lens = Lens::new(self.playable, &self.state, &seats);
        if H::ASKS {
            self.possible.clear();
            lens.each_possible(seat, &mut |act| self.possible.push(act));
            lens = lens.knowing(&self.possible);
        }
        watch.choosing(&lens, seat);
        helm.seal(&lens, seat, &mut self.sealed);
        let command = self.sealed.take_command(seat);
        let decided = self.give(&command, watch);
        self.sealed.reuse(command);
        decided
    }

    /// Goes on to the end.
    ///
    /// # Errors
    /// As of [`Stage::advance`].
    pub(super) fn finish(
        &mut self,
        helm: &mut impl Helm,
        watch: &mut impl Watch,
    ) -> Result<(), Rejection> {
        while !self.is_over() {
            self.advance(helm, watch)?;
        }
        Ok(())
    }

    /// Gives one command.
    ///
    /// # Errors
    /// If the rules refuse it; then nothing has happened.
    pub(super) fn give(
        &mut self,
        command: &Command,
        watch: &mut impl Watch,
    ) -> Result<(), Rejection> {
        self.events.clear();
        decide(
            self.playable,
            &mut self.state,
            command,
            &self.fuse,
            &mut self.events,
        )?;
        watch.happened(Truth::new(self.playable, &self.state), &self.events);
        Ok(())
    }
}

/// What an exercise came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    /// The place of its ending.
    pub(super) ending: usize,
    /// The gauges, the main outcomes first.
    pub(super) numbers: Vec<i32>,
    /// The value of every want, seat by seat, without its weight.
    pub(super) wants: Vec<i32>,
}

impl Outcome {
    /// What an exercise that is over came to.
    pub(super) fn of(stage: &Stage<'_>, gauges: &Gauges) -> Self {
        let truth = stage.truth();
        let mut numbers = Vec::new();
        gauges.measure(truth, &mut numbers);
        let wants = truth.scenario().seats.iter().flat_map(|seat| &seat.wants);
        let wants = wants.map(|want| {
            let value = truth.eval(want.value).unwrap_or(0);
            i32::try_from(value.clamp(-1_000_000, 1_000_000)).unwrap_or(0)
        });
        Self {
            ending: truth.ending().map_or(0, crate::model::EndingId::index),
            wants: wants.collect(),
            numbers,
        }
    }
}
