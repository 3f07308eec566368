//! What happens to mandates.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::ledger::mandate::ransom::Ransom;
use crate::model::ActorId;
use crate::model::PermitId;
use crate::model::family::Family;
use crate::model::ledger::mandate::Line;
use crate::model::ledger::mandate::Role;

/// What happens in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// Somebody was asked for a pre-authorisation; `until` is empty if somebody at the table decides.
    PermitAsked {
        permit: PermitId,
        until: Option<u16>,
        grants: bool,
    },
    PermitGranted {
        permit: PermitId,
    },
    PermitRefused {
        permit: PermitId,
    },
    PermitRevoked {
        permit: PermitId,
    },
    IndependenceMoved {
        actor: ActorId,
        by: i32,
        now: i32,
    },
    LineMoved {
        actor: ActorId,
        line: Line,
    },
    /// A hold order began or was lifted.
    HeldUp {
        cert: ActorId,
        by: Option<ActorId>,
        on: bool,
    },
    Designated {
        actor: ActorId,
    },
    Signed {
        actor: ActorId,
    },
    CharterBroken {
        actor: ActorId,
    },
    RoleAsked {
        cert: ActorId,
        by: ActorId,
        role: Role,
    },
    RoleAnswered {
        cert: ActorId,
        by: ActorId,
        role: Role,
        accepted: bool,
    },
    /// The ministry came in; `briefed` is how well, 0 to 100.
    HandedOver {
        cert: ActorId,
        ministry: ActorId,
        briefed: i32,
        early: bool,
    },
    /// An act contradicted a declared policy.
    Contradicted {
        actor: ActorId,
        family: Family,
    },
    /// It published how it works.
    PaperPublished {
        actor: ActorId,
    },
    /// Something about a demand for ransom.
    Ransom(Ransom),
}
