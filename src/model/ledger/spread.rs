//! Spread: organisations exposed, compromised and contained, per region and sector.

use crate::model::ActorId;
use crate::model::RegionId;
use crate::model::ZoneId;
use crate::model::ledger::meters::SeenBy;
use crate::text::SafeText;

/// One sector of one region.
#[derive(Clone, Debug)]
pub struct Zone {
    pub id: ZoneId,
    pub name: SafeText,
    pub region: Option<RegionId>,
    /// Who can act on its systems; a CERT can only ask.
    pub owner: Option<ActorId>,
    /// The CERT that speaks to its organisations.
    pub cert: Option<ActorId>,
    /// Organisations that could be hit, at the start.
    pub exposed: i32,
    pub compromised: i32,
    pub contained: i32,
    /// New compromises a turn for each compromised organisation when all are still exposed, in per mille.
    pub rate: i32,
    pub seen_by: SeenBy,
}

/// An incident crosses from one zone to another along a dependency.
#[derive(Clone, Debug)]
pub struct Link {
    pub from: ZoneId,
    pub to: ZoneId,
    /// New compromises a turn in `to` for each compromised organisation in `from`, in per mille.
    pub rate: i32,
}

/// How an incident spreads and is contained.
#[derive(Clone, Debug)]
pub struct SpreadRules {
    pub zones: Vec<Zone>,
    pub links: Vec<Link>,
    /// Hours for one request for containment.
    pub contain_hours: i32,
    /// Organisations contained by one request that is acted on in full.
    pub contain_units: i32,
    /// The least the defenders' knowledge can leave of the rate, in per mille.
    pub slowest: i32,
}

impl Default for SpreadRules {
    fn default() -> Self {
        Self {
            zones: Vec::new(),
            links: Vec::new(),
            contain_hours: 2,
            contain_units: 6,
            slowest: 100,
        }
    }
}
