//! Disclosure: who knows of a flaw, and how it comes to be mended.

use crate::model::ActorId;
use crate::model::CaseId;
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
        /// An actor learns of a flaw.
        Learn "learn_of_case" { case: CaseId, who: ActorId },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `public.CASE`: the flaw is public knowledge.
        Public "public" (CaseId) -> Truth,
    }
}
