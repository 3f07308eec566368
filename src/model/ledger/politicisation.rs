//! Politicisation: how far a CERT is seen as an instrument of its state's politics.

use crate::model::ActorId;
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
        /// Moves how politicised a CERT is, in points from 0 to 100.
        Politicise "politicise" { cert: ActorId, by: Amount },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `politicised.CERT`: 0 to 100.
        Politicised "politicised" (ActorId) -> Number,
    }
}
