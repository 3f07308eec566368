//! Mandate: what a CERT may do of its own accord.

use crate::model::PermitId;
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
        /// A pre-authorisation is granted.
        Grant "grant_permit" { permit: PermitId },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `granted.PERMIT`: the pre-authorisation is in force.
        Granted "granted" (PermitId) -> Truth,
    }
}
