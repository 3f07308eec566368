//! Harm: what happens to people. Everybody sees a range until evidence narrows it.

use serde::Deserialize;
use serde::Serialize;

use crate::model::CommunityId;
use crate::model::ZoneId;
use crate::model::effect::HarmKind;

/// What happens to communities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HarmEvent {
    /// `zone` is the service whose failure caused it.
    Harmed {
        community: CommunityId,
        kind: HarmKind,
        by: i32,
        zone: Option<ZoneId>,
    },
    /// What is known about the harm changed.
    Evidenced {
        community: CommunityId,
        by: i32,
        now: i32,
    },
    /// The people concerned were told.
    Notified { community: CommunityId },
}

/// A community's numbers, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HarmState {
    pub direct: i32,
    pub secondary: i32,
    pub latent: i32,
    /// Direct harm done this turn, which secondary harm follows.
    pub fresh: i32,
    /// 0 (nobody knows) to 100 (documented).
    pub evidence: i32,
    /// Turn of the last notification.
    pub notified: Option<u16>,
}

impl HarmState {
    /// Direct and secondary harm.
    pub fn felt(&self) -> i32 {
        self.direct.saturating_add(self.secondary)
    }
}
