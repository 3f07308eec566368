//! Capacity: how much people can do, and how tired they are.

use crate::model::SeatId;
use crate::model::effect::Amount;
use crate::model::ledger::shape::effects;
use crate::model::ledger::shape::parameters;
use crate::model::ledger::shape::reads;

parameters! {
    /// How it starts and moves.
    pub struct Rules {
        numbers {
        }
        rows {
        }
    }
}

effects! {
    /// What an author asks of it.
    pub enum Effect {
        /// Moves a seat's fatigue, in points from 0 to 100.
        Tire "tire" { seat: SeatId, by: Amount },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `fatigue.SEAT`: 0 to 100.
        Fatigue "fatigue" (SeatId) -> Number,
    }
}
