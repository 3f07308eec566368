//! Facts: what can be known, who holds it, and under which marking.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::FactId;
use crate::model::ZoneId;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::text::SafeText;

/// What a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FactKind {
    /// Something to look for or block; ages and misfires.
    Indicator,
    /// What somebody found or saw.
    Report,
    /// What somebody says is so.
    Claim,
    /// A judgement with reasons.
    Assessment,
    /// Who was hit: moving it needs the owner's consent or law.
    Victim,
}

/// How true a fact is. No seat ever sees this before `EndEx`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Truth {
    True,
    Partly,
    False,
}

/// Something that can be known.
#[derive(Clone, Debug)]
pub struct Fact {
    pub id: FactId,
    pub kind: FactKind,
    pub title: SafeText,
    pub body: SafeText,
    /// Whose it is: who may relabel it and whose trust a breach costs.
    pub source: ActorId,
    /// Whom it is about, when that one's consent matters (a victim).
    pub owner: Option<ActorId>,
    pub marking: Marking,
    pub truth: Truth,
    /// What the debrief says about it.
    pub reality: SafeText,
    /// Who holds it when the exercise begins.
    pub holders: Vec<ActorId>,
    /// Turns after which an indicator is worth half; 0 for never.
    pub half_life: u16,
    /// Zones whose defenders can use it, and by how much it slows the spread there when fresh, in per mille.
    pub guards: Vec<(ZoneId, i32)>,
    /// What a derived version says, if one can be made.
    pub derived: Option<Derived>,
}

/// A version of a fact without what its source needs to protect.
#[derive(Clone, Debug)]
pub struct Derived {
    pub body: SafeText,
    /// The label it goes out under.
    pub tlp: Tlp,
    /// Per mille: how likely it is that it exposes the source all the same, drawn when it is first shared.
    pub exposes: u16,
}

/// How sharing works. All odds in per mille.
#[derive(Clone, Debug)]
pub struct FactRules {
    /// A breach is found out with this chance per holder outside the boundary and turn.
    pub discovery: i32,
    /// Trust the source loses in the breaker when it is found out.
    pub breach_cost: i32,
    /// Trust all others who learn of the breach lose.
    pub gossip_cost: i32,
    /// Base odds that a source agrees to relabel; its trust in the asker (0 to 100) times 8 is added.
    pub relabel_odds: i32,
    /// Odds that acting on an unverified, untrue indicator misfires.
    pub misfire: i32,
    /// Hours for one sharing, relabelling, deriving, analysing, asking.
    pub share_hours: i32,
    pub relabel_hours: i32,
    pub derive_hours: i32,
    pub analyse_hours: i32,
    pub ask_hours: i32,
    pub advise_hours: i32,
}

impl Default for FactRules {
    fn default() -> Self {
        Self {
            discovery: 120,
            breach_cost: 25,
            gossip_cost: 6,
            relabel_odds: 100,
            misfire: 400,
            share_hours: 1,
            relabel_hours: 1,
            derive_hours: 2,
            analyse_hours: 3,
            ask_hours: 1,
            advise_hours: 2,
        }
    }
}
