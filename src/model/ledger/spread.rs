//! Spread: organisations exposed, compromised and contained, per region and sector.

use crate::model::ActorId;
use crate::model::RegionId;
use crate::model::ZoneId;
use crate::model::ledger::meters::SeenBy;
use crate::model::ledger::shape::parameters;
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
    /// No vendor has a contract there: aid groups and the like, for whom a vendor does nothing of its own.
    pub no_contract: bool,
    /// An ally that learns from watching the intruders there: taking them down burns what it sees.
    pub watched_by: Option<ActorId>,
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

parameters! {
    /// How an incident spreads and is contained.
    pub struct SpreadRules {
        numbers {
            /// For one request for containment.
            contain_hours: 2, 0 to 100, "hours";
            /// Contained by one request that is acted on in full.
            contain_units: 6, 1 to 10000, "organisations";
            /// The least the defenders' knowledge can leave of the rate.
            slowest: 100, 0 to 1000, "per mille";
            /// Of the odds of a request, what is left outside the local working hours of whoever can act.
            out_of_hours: 800, 0 to 1000, "per mille";
            /// The same where no good path leads to whoever can act: nobody known, or an address that has gone stale.
            no_path: 600, 0 to 1000, "per mille";
            /// What a request adds to its odds by naming what to look for.
            completeness: 200, 0 to 1000, "per mille";
            /// Shared among CERTs, vendors and NGOs within so many turns counts as shared together.
            breadth_window: 2, 0 to 100, "turns";
            /// What each of the three communities beyond the first that shares the same fact adds to what containment and the fact achieve.
            breadth_gain: 300, 0 to 5000, "per mille";
            /// How likely an ally that watches the intruders objects before they are taken down.
            objection: 600, 0 to 1000, "per mille";
            /// Trust lost with an ally whose objection is passed over.
            burn_cost: 15, 0 to 100, "points of trust";
        }
        rows {
            /// Where it spreads: one sector of one region each.
            zones: Vec<Zone>,
            /// The dependencies along which it crosses.
            links: Vec<Link>,
        }
    }
}
