//! Harm: what happens to people, per community, shown as a range until evidence narrows it.

use crate::model::CommunityId;
use crate::model::RegionId;
use crate::model::ZoneId;
use crate::model::ledger::meters::SeenBy;
use crate::model::ledger::shape::parameters;
use crate::text::SafeText;

/// People who can be harmed.
#[derive(Clone, Debug)]
pub struct Community {
    pub id: CommunityId,
    pub name: SafeText,
    pub about: SafeText,
    pub region: Option<RegionId>,
    /// Where its services come from, and how many points of harm a turn each compromised organisation there causes, in per mille.
    pub depends_on: Vec<(ZoneId, i32)>,
    /// Context multiplier in per mille: 1000 is ordinary, 2000 means no fallback exists.
    pub context: i32,
    /// Turns, from and to, in which it depends more than usual: multipliers in per mille, on top of the context.
    pub surges: Vec<(u16, u16, i32)>,
    /// Share of direct harm that follows as secondary harm a turn later, in per mille.
    pub secondary: i32,
    /// Evidence at the start, 0 (nobody knows) to 100 (documented).
    pub evidence: i32,
    pub seen_by: SeenBy,
}

parameters! {
    /// How harm is measured.
    pub struct HarmRules {
        numbers {
            /// The most by which the range shown at no evidence reaches to each side, of the value.
            widest: 600, 0 to 1000, "per mille";
            /// Of the latent harm, what surfaces as direct harm each turn.
            surfaces: 50, 0 to 1000, "per mille";
            /// For notifying the victims of one community.
            notify_hours: 2, 0 to 100, "hours";
            /// Evidence that a notification brings.
            notify_evidence: 15, 0 to 100, "points";
            /// Latent harm that a notification takes away.
            notify_relief: 300, 0 to 1000, "per mille";
        }
        rows {
            /// People who can be harmed.
            communities: Vec<Community>,
        }
    }
}
