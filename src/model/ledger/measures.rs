//! Measures: what states do in answer, beside words.

use crate::model::MeasureId;
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
        /// A measure is taken, by whoever the menu names.
        Take "take_measure" { measure: MeasureId },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `taken.MEASURE`: whether it has been taken and not ended.
        Taken "taken" (MeasureId) -> Truth,
    }
}
