//! Narrative: what the public hears, from whom, and believes.

use crate::model::StoryId;
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
        /// Moves how far the public believes a story, in points from 0 to 100.
        Believe "believe" { story: StoryId, by: Amount },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `belief.STORY`: 0 to 100.
        Belief "belief" (StoryId) -> Number,
    }
}
