//! One play of a batch: the commands a session would give with bots on every seat, without a log.

use crate::bots::Sealed;
use crate::engine::State;
use crate::engine::act::Act;
use crate::engine::command::Command;
use crate::engine::command::Holder;
use crate::engine::decide;
use crate::engine::dice::Dice;
use crate::engine::event::Event;
use crate::engine::event::Step;
use crate::engine::lens::Lens;
use crate::engine::rejection::Rejection;
use crate::engine::truth::Truth;
use crate::lab::casting::Casting;
use crate::model::SeatId;
use crate::model::scenario::CommitMode;
use crate::script::Fuse;
use crate::script::Playable;

/// Who looks on while a play is played.
pub(super) trait Watch {
    /// A seat is about to seal.
    fn choosing(&mut self, lens: &Lens<'_>, seat: SeatId);
    /// A command has been decided; these are its events.
    fn happened(&mut self, truth: Truth<'_>, events: &[Event]);
}

/// A table that exercises are played at one after another, each in the room of the one before.
pub(super) struct Table<'a> {
    playable: &'a Playable,
    /// Who holds the seats, by their place in the casting.
    holders: Vec<Holder>,
    start: State,
    state: State,
    fuse: Fuse,
    /// Those of one command.
    events: Vec<Event>,
    sealed: Sealed,
    possible: Vec<Act>,
}

impl<'a> Table<'a> {
    pub(super) fn new(playable: &'a Playable, casting: &Casting) -> Self {
        let start = State::new(playable.scenario(), 0);
        let holders = casting.names().map(|name| Holder::Bot {
            profile: name.into(),
        });
        Self {
            playable,
            holders: holders.collect(),
            state: start.clone(),
            start,
            // What scripts may do is limited by operations; a limit of wall time would make a batch depend on the machine.
            fuse: Fuse::never(),
            events: Vec::new(),
            sealed: Sealed::default(),
            possible: Vec::new(),
        }
    }

    /// Plays an exercise from filling the seats to its hot wash. `cast` says which bot plays each seat.
    ///
    /// # Errors
    /// If the rules refuse a command, which they do if a bot has sealed what they do not allow.
    pub(super) fn play(
        &mut self,
        seed: u64,
        casting: &Casting,
        cast: &[usize],
        watch: &mut impl Watch,
    ) -> Result<(), Rejection> {
        let playable = self.playable;
        let scenario = playable.scenario();
        self.state.restart(&self.start, seed);
        for (seat, place) in scenario.seats.iter().zip(cast) {
            let by = self.holders[*place].clone();
            self.decide(&Command::Fill { seat: seat.id, by }, watch)?;
        }
        let dice = Dice::new(seed);
        loop {
            let truth = Truth::new(playable, &self.state);
            let step = truth.step();
            if truth.ending().is_some() && step == Step::Note {
                return Ok(());
            }
            if step == Step::Commit {
                let next = match scenario.commit {
                    CommitMode::Sealed => None,
                    CommitMode::InTurn => truth.next_to_resolve(),
                };
                for (seat, place) in scenario.seats.iter().zip(cast) {
                    if next.is_some_and(|next| next != seat.id) {
                        continue;
                    }
                    let seats = [seat.id];
                    let lens = Lens::new(playable, &self.state, &seats);
                    self.possible.clear();
                    lens.each_possible(seat.id, &mut |act| self.possible.push(act));
                    let lens = lens.knowing(&self.possible);
                    watch.choosing(&lens, seat.id);
                    let bot = casting.bot(*place);
                    bot.choose(&lens, seat.id, &dice, &mut self.sealed);
                    let command = self.sealed.take_command(seat.id);
                    self.decide(&command, watch)?;
                    self.sealed.reuse(command);
                }
            }
            self.decide(&Command::Advance, watch)?;
        }
    }

    fn decide(&mut self, command: &Command, watch: &mut impl Watch) -> Result<(), Rejection> {
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

/// One play at a table of its own.
///
/// # Errors
/// As of [`Table::play`].
pub(super) fn play(
    playable: &Playable,
    seed: u64,
    casting: &Casting,
    cast: &[usize],
    watch: &mut impl Watch,
) -> Result<(), Rejection> {
    Table::new(playable, casting).play(seed, casting, cast, watch)
}
