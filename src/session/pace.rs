//! The pace of an exercise: bots seal like people, and steps that want nobody pass by themselves.

use crate::bots;
use crate::bots::Sealed;
use crate::engine::command::Command;
use crate::engine::command::Holder;
use crate::engine::dice::Dice;
use crate::engine::event::Step;
use crate::model::SeatId;
use crate::model::scenario::CommitMode;
use crate::session::Refusal;
use crate::session::Session;

/// Where an exercise waits for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Seats held by people may seal; in `InTurn` it is this one's turn.
    Commit(Option<SeatId>),
    /// The turn's results are shown.
    Reveal,
    /// `EndEx`: the debrief.
    Over,
}

impl Session {
    /// Where the exercise stands now, as far as people are concerned.
    pub fn stop(&self) -> Option<Stop> {
        match self.step() {
            // EndEx came before anybody could seal: nobody is waited for.
            Step::Commit if self.truth().ending().is_some() => None,
            Step::Commit => Some(Stop::Commit(self.whose_turn())),
            Step::Reveal => Some(Stop::Reveal),
            Step::Note if self.is_over() => Some(Stop::Over),
            _ => None,
        }
    }

    /// Goes on from here to the next place that wants people. A seat of people that has not sealed in Commit holds.
    ///
    /// # Errors
    /// If the exercise is paused or over, or the log cannot be written.
    pub fn proceed(&mut self) -> Result<Stop, Refusal> {
        loop {
            if matches!(self.stop(), Some(Stop::Commit(_))) {
                self.seal_bots()?;
            }
            self.submit(&Command::Advance, None)?;
            match self.stop() {
                // In `InTurn` only a person's turn is worth waiting for.
                Some(Stop::Commit(Some(seat))) if self.is_bot(seat) => {}
                Some(stop) => return Ok(stop),
                None => {}
            }
        }
    }

    /// Lets the bots whose turn it is seal, unless they have.
    ///
    /// # Errors
    /// If the log cannot be written.
    pub fn seal_bots(&mut self) -> Result<(), Refusal> {
        let turn = self.whose_turn();
        let seats: Vec<SeatId> = self.scenario().seats.iter().map(|seat| seat.id).collect();
        for seat in seats {
            let is_due = turn.is_none_or(|next| next == seat);
            if is_due && !self.truth().has_sealed(seat) {
                self.seal_bot(seat)?;
            }
        }
        Ok(())
    }

    fn seal_bot(&mut self, seat: SeatId) -> Result<(), Refusal> {
        let Some(Holder::Bot { profile }) = self.truth().holder(seat) else {
            return Ok(());
        };
        // A profile that this release does not know any more still has to play: at random, as the log will show.
        let bot = bots::named(profile).unwrap_or(&bots::Random);
        let mut sealed = Sealed::default();
        let seats = [seat];
        bot.choose(
            &self.lens(&seats),
            seat,
            &Dice::new(self.header.seed),
            &mut sealed,
        );
        let why = sealed.reason.as_ref().map(|reason| reason.say(&self.words));
        let command = sealed.command(seat);
        self.submit(&command, why.as_ref().map(crate::text::SafeText::as_str))
    }

    fn is_bot(&self, seat: SeatId) -> bool {
        matches!(self.truth().holder(seat), Some(Holder::Bot { .. }))
    }

    /// In `InTurn`, the seat whose turn it is.
    fn whose_turn(&self) -> Option<SeatId> {
        match self.scenario().commit {
            CommitMode::Sealed => None,
            CommitMode::InTurn => self.truth().next_to_resolve(),
        }
    }
}
