//! What a seat sees of the ledgers beyond the numbers of its panels: what the boards are drawn from.
//!
//! Each ledger adds a field of its own to [`LedgerViews`]; all of them can be empty, so nothing else has to change.

mod make;

use serde::Serialize;

use crate::engine::lens::Openness;
use crate::model::ActorId;
use crate::model::CommunityId;
use crate::model::DutyId;
use crate::model::RegionId;
use crate::model::ZoneId;
use crate::model::norm::Norm;
use crate::model::roster::ActorKind;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

/// What a seat sees of each ledger, beyond the panels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LedgerViews {
    /// Everybody one knows of, one's own first, then by region.
    pub actors: Vec<ActorView>,
    pub regions: Vec<RegionView>,
    pub trust: Vec<TrustView>,
    pub zones: Vec<ZoneView>,
    /// Dependencies between zones that are both in sight.
    pub links: Vec<LinkView>,
    pub communities: Vec<CommunityView>,
    pub clocks: Vec<ClockView>,
    pub profiles: Vec<ProfileView>,
}

/// An organisation, as everybody may know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActorView {
    pub actor: ActorId,
    pub name: SafeText,
    /// At most 12 columns, for tables and graphs.
    pub short: SafeText,
    pub kind: ActorKind,
    pub region: Option<RegionId>,
    pub region_name: SafeText,
    pub about: SafeText,
    /// What the role card says of it; empty if it is not on the card.
    pub remark: SafeText,
    /// It sits at this table.
    pub is_own: bool,
}

/// A part of the world.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RegionView {
    pub region: RegionId,
    pub name: SafeText,
}

/// How two actors stand to each other, seen from one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrustView {
    pub own: ActorId,
    pub other: ActorId,
    /// What `own` thinks of `other`, 0 to 100.
    pub trust: i32,
    pub change: i32,
    pub better: Option<bool>,
    /// How the channel of `other` to `own` feels.
    pub openness: Openness,
}

/// One sector of one region, in organisations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ZoneView {
    pub zone: ZoneId,
    pub name: SafeText,
    pub region: Option<RegionId>,
    pub region_name: SafeText,
    /// Who can act on its systems; empty where nobody is named.
    pub owner: SafeText,
    /// The CERT that speaks to its organisations; empty where nobody is named.
    pub cert: SafeText,
    pub exposed: i32,
    pub compromised: i32,
    pub contained: i32,
    /// Change of the compromised since the last Reveal.
    pub change: i32,
    pub better: Option<bool>,
    /// A hold order keeps anybody from acting there.
    pub frozen: bool,
    /// New compromises since the last hold order began, while it stood.
    pub held: i32,
}

impl ZoneView {
    /// Organisations in all.
    pub fn total(&self) -> i32 {
        self.exposed
            .saturating_add(self.compromised)
            .saturating_add(self.contained)
    }

    /// How bad it is, from 0 (nothing compromised) to 3 (half or more).
    pub fn severity(&self) -> usize {
        let share = i64::from(self.compromised) * 1000 / i64::from(self.total().max(1));
        match share {
            _ if self.compromised == 0 => 0,
            ..150 => 1,
            150..500 => 2,
            _ => 3,
        }
    }
}

/// An incident can cross from one zone to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LinkView {
    pub from: ZoneId,
    pub to: ZoneId,
    /// From 1 (loose) to 3 (close).
    pub strength: u8,
    /// It was seen to cross here since the last Reveal.
    pub crossed: bool,
}

/// People who can be harmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommunityView {
    pub community: CommunityId,
    pub name: SafeText,
    pub about: SafeText,
    pub region_name: SafeText,
    /// The range that the evidence allows, in points.
    pub low: i32,
    pub high: i32,
    /// 0 (nobody knows) to 100 (documented).
    pub evidence: i32,
    /// Whether it is known to have got better or worse since the last Reveal.
    pub better: Option<bool>,
    /// Names of the zones in sight that its services come from.
    pub services: Vec<SafeText>,
}

/// A reporting duty's clock, by the clocks on the walls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClockView {
    pub duty: DutyId,
    /// When the clock started, if it did.
    pub started: Option<ExerciseTime>,
    pub holder: SafeText,
    /// What the holder's clock shows now, and at the deadline (empty if there is none): `Thu 17:00 UTC-3`.
    pub holder_now: SafeText,
    pub holder_due: SafeText,
    pub recipient_now: SafeText,
    pub recipient_due: SafeText,
    /// The recipient is at work now.
    pub recipient_open: bool,
    /// What happened to it, with the turn, oldest first.
    pub notes: Vec<(u16, SafeText)>,
}

/// A responsibility profile: never one score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProfileView {
    pub actor: ActorId,
    pub name: SafeText,
    /// The norms that speak to it, whether or not anything was noted.
    pub norms: Vec<NormView>,
}

/// How an actor stood to one norm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NormView {
    pub norm: Norm,
    pub name: SafeText,
    /// What is expected of it in this story; empty where nothing is written.
    pub baseline: SafeText,
    pub upheld: u16,
    pub strained: u16,
    /// How many of these are contested.
    pub contested: u16,
    /// The turn and what was noted, oldest first.
    pub evidence: Vec<NoteView>,
}

/// One noted act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteView {
    pub turn: u16,
    pub upheld: bool,
    pub contested: bool,
    /// What it was noted for, as far as the seat may know.
    pub text: SafeText,
}
