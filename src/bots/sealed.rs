//! What a bot has chosen, and why.

use crate::bots::Reason;
use crate::engine::act::Act;
use crate::engine::command::Command;
use crate::model::SeatId;

/// What a bot has chosen for a turn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sealed {
    /// What to seal; legal together as the lens judged it. Empty means `Hold`.
    pub acts: Vec<Act>,
    /// One sentence why, for the log's rationale and the debrief.
    pub reason: Option<Reason>,
}

impl Sealed {
    /// The command that seals it.
    pub fn command(&self, seat: SeatId) -> Command {
        Command::Seal {
            seat,
            acts: self.acts.clone(),
        }
    }

    /// Takes back the room of a command that has been decided, for the next choice.
    pub fn reuse(&mut self, command: Command) {
        if let Command::Seal { mut acts, .. } = command {
            acts.clear();
            self.acts = acts;
        }
        self.reason = None;
    }

    /// The command that seals it, which leaves nothing here.
    pub fn take_command(&mut self, seat: SeatId) -> Command {
        Command::Seal {
            seat,
            acts: std::mem::take(&mut self.acts),
        }
    }
}
