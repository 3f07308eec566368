//! Attribution: who did it: what the evidence says, and how far the national procedure has come.

use crate::model::HypothesisId;
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
        /// Moves what the evidence really says for a hypothesis, in points from 0 to 100.
        MoveConfidence "move_confidence" { hypothesis: HypothesisId, by: Amount },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `attributed.HYPOTHESIS`: somebody has named it in public.
        Attributed "attributed" (HypothesisId) -> Truth,
    }
}
