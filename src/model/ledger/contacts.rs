//! Contacts: who can reach whom, by which path, and how fresh the address is.

use crate::model::ContactId;
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
        /// Brings a directory entry up to date.
        Refresh "refresh_contact" { contact: ContactId },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `reachable.CONTACT`: whether the entry would lead to somebody now.
        Reachable "reachable" (ContactId) -> Truth,
    }
}
