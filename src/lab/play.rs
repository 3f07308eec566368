//! One play of a batch: the commands a session would give with bots on every seat, without a log.

use crate::bots::Sealed;
use crate::engine::State;
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

/// Plays an exercise from filling the seats to its hot wash. `cast` says which bot plays each seat.
///
/// # Errors
/// If the rules refuse a command, which they do if a bot has sealed what they do not allow.
pub(super) fn play(
    playable: &Playable,
    seed: u64,
    casting: &Casting,
    cast: &[usize],
    watch: &mut impl Watch,
) -> Result<(), Rejection> {
    let scenario = playable.scenario();
    let mut run = Run {
        playable,
        state: State::new(scenario, seed),
        // What scripts may do is limited by operations; a limit of wall time would make a batch depend on the machine.
        fuse: Fuse::never(),
        events: Vec::new(),
    };
    for (seat, place) in scenario.seats.iter().zip(cast) {
        let by = Holder::Bot {
            profile: casting.bot(*place).name().to_owned(),
        };
        run.decide(&Command::Fill { seat: seat.id, by }, watch)?;
    }
    let dice = Dice::new(seed);
    loop {
        let truth = Truth::new(playable, &run.state);
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
                let lens = Lens::new(playable, &run.state, &seats);
                watch.choosing(&lens, seat.id);
                let mut sealed = Sealed::default();
                casting
                    .bot(*place)
                    .choose(&lens, seat.id, &dice, &mut sealed);
                run.decide(&sealed.command(seat.id), watch)?;
            }
        }
        run.decide(&Command::Advance, watch)?;
    }
}

struct Run<'a> {
    playable: &'a Playable,
    state: State,
    fuse: Fuse,
    /// Those of one command; the room is used again.
    events: Vec<Event>,
}

impl Run<'_> {
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
