//! Spread: organisations exposed, compromised and contained, zone by zone.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::ZoneId;

/// What happens in zones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SpreadEvent {
    /// Exposed organisations became compromised; `from` is the zone it crossed from.
    Compromised {
        zone: ZoneId,
        by: i32,
        from: Option<ZoneId>,
    },
    /// Compromised organisations were contained.
    Contained { zone: ZoneId, by: i32 },
    /// Compromised organisations recovered to exposed.
    Reopened { zone: ZoneId, by: i32 },
    /// The rate is changed until the end of a turn, in per mille of the zone's own.
    Slowed { zone: ZoneId, to: i32, until: u16 },
    /// A hold order began or was lifted.
    Frozen { zone: ZoneId, on: bool },
    /// A request for containment was answered; `by` organisations will be cleaned at once.
    RequestAnswered {
        zone: ZoneId,
        by_owner: Option<ActorId>,
        asker: ActorId,
        odds: i32,
        units: i32,
    },
}

/// A zone's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneState {
    pub exposed: i32,
    pub compromised: i32,
    pub contained: i32,
    /// Per mille of the zone's own rate, until the end of a turn.
    pub slowed: Option<(i32, u16)>,
    pub frozen: bool,
}

impl ZoneState {
    /// Organisations in all.
    pub fn total(&self) -> i32 {
        self.exposed + self.compromised + self.contained
    }
}
