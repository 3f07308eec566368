//! Harm: what happens to people, per community, shown as a range until evidence narrows it.

use crate::model::CommunityId;
use crate::model::RegionId;
use crate::model::ZoneId;
use crate::model::ledger::meters::SeenBy;
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
    /// Share of direct harm that follows as secondary harm a turn later, in per mille.
    pub secondary: i32,
    /// Evidence at the start, 0 (nobody knows) to 100 (documented).
    pub evidence: i32,
    pub seen_by: SeenBy,
}

/// How harm is measured.
#[derive(Clone, Debug)]
pub struct HarmRules {
    pub communities: Vec<Community>,
    /// Width of the range shown at no evidence, in per mille of the value to each side.
    pub widest: i32,
    /// Hours for notifying the victims of one community, and evidence it brings.
    pub notify_hours: i32,
    pub notify_evidence: i32,
    /// Latent harm a notification takes away, in per mille.
    pub notify_relief: i32,
}

impl Default for HarmRules {
    fn default() -> Self {
        Self {
            communities: Vec::new(),
            widest: 600,
            notify_hours: 2,
            notify_evidence: 15,
            notify_relief: 300,
        }
    }
}
