//! Statements: texts that states agree on together.

use crate::model::ForumId;
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
        /// Lets statements be drafted in a forum from now on.
        OpenForum "open_forum" { forum: ForumId },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `adopted.FORUM`: how many statements it has adopted.
        Adopted "adopted" (ForumId) -> Number,
    }
}
