//! Regions: what a part of the world shares. Its hours, its languages, how its states decide together.

use serde::Deserialize;
use serde::Serialize;

use crate::model::RegionId;
use crate::model::calendar::Calendar;
use crate::model::calendar::UtcOffset;
use crate::text::SafeText;

/// A part of the world.
#[derive(Clone, Debug)]
pub struct Region {
    pub id: RegionId,
    pub name: SafeText,
    pub about: SafeText,
    /// Where its clocks are; the story's own, if the author names none.
    pub utc_offset: UtcOffset,
    pub calendar: Calendar,
    /// Language tags, the most usual first; empty if the author names none.
    pub languages: Vec<Box<str>>,
    pub decision_rule: DecisionRule,
    /// The bodies in which it works together, for the directory and the briefing.
    pub institutions: Vec<SafeText>,
    /// The confidence-building measures it has agreed on.
    pub measures: Vec<SafeText>,
    /// Where this comes from, if from a regional pack.
    pub pack: Option<PackNote>,
}

impl Region {
    /// A region of which no more than its name is said.
    pub fn named(id: RegionId, name: SafeText) -> Self {
        Self {
            id,
            name,
            about: SafeText::default(),
            utc_offset: UtcOffset::default(),
            calendar: Calendar::default(),
            languages: Vec::new(),
            decision_rule: DecisionRule::default(),
            institutions: Vec::new(),
            measures: Vec::new(),
            pack: None,
        }
    }
}

/// How the states of a region decide on a common text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecisionRule {
    /// Nobody objects.
    #[default]
    Unanimity,
    /// So many of its states, in per mille, 501 to 1000.
    QualifiedMajority { per_mille: u16 },
    /// A committee in which so many members must approve, one at least.
    Committee { approvals: u16 },
    /// One office decides.
    Agency,
}

/// What a region or a duty from a regional pack says about its source. No legal advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackNote {
    /// The pack's id: a file's name in `scenarios/packs`.
    pub pack: Box<str>,
    pub name: SafeText,
    /// When somebody last compared it with its source: `2026-11-01`.
    pub checked_on: Box<str>,
    pub source: SafeText,
    /// What keeps it from being taken for advice.
    pub disclaimer: SafeText,
}
