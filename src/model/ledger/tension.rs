//! Tension: how near blocs are to a quarrel nobody wants, and how easily an act is misread.

use crate::model::BlocId;
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
        /// Moves the tension between two blocs, in points from 0 to 100.
        MoveTension "move_tension" { a: BlocId, b: BlocId, by: Amount },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `tension.BLOC.BLOC`: 0 to 100.
        Tension "tension" (BlocId, BlocId) -> Number,
    }
}
