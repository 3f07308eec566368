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
}
