//! Facts: what can be known, who holds it, and under which marking.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::FactId;
use crate::model::ZoneId;
use crate::model::ledger::shape::parameters;
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
    /// A machine wrote it: it says so wherever it goes, and whether it made something up only an analysis tells.
    pub machine: bool,
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

parameters! {
    /// How sharing works. All odds in per mille.
    pub struct FactRules {
        numbers {
            /// A breach is found out with this chance per holder outside the boundary and turn.
            discovery: 120, 0 to 1000, "per mille";
            /// Trust the source loses in the breaker when it is found out.
            breach_cost: 25, 0 to 100, "points of trust";
            /// Trust all others who learn of the breach lose.
            gossip_cost: 6, 0 to 100, "points of trust";
            /// Base odds that a source agrees to relabel; its trust in the asker (0 to 100) times 8 is added.
            relabel_odds: 100, 0 to 1000, "per mille";
            /// Odds that acting on an unverified, untrue indicator misfires.
            misfire: 400, 0 to 1000, "per mille";
            /// How much less those of a victim's kind and region answer, once it came out that it was named without its leave.
            victim_silence: 400, 0 to 1000, "per mille";
            /// For passing a fact on once.
            share_hours: 1, 0 to 100, "hours";
            /// For asking a source for a wider label.
            relabel_hours: 1, 0 to 100, "hours";
            /// For making a version without what its source must protect.
            derive_hours: 2, 0 to 100, "hours";
            /// For verifying a fact.
            analyse_hours: 3, 0 to 100, "hours";
            /// For asking an actor for what it knows.
            ask_hours: 1, 0 to 100, "hours";
            /// For publishing an advisory.
            advise_hours: 2, 0 to 100, "hours";
        }
        rows {
        }
    }
}
