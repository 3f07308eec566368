//! What has become of a permit, of a victim of extortion and of a signature: what "why?" is answered with.

use crate::engine::ledger::mandate::Event;
use crate::engine::view::Subject;
use crate::model::ActorId;
use crate::model::PermitId;
use crate::model::ledger::Ledger;

/// Rows beyond those of the houses.
const PERMITS: u16 = 10_000;
const VICTIMS: u16 = 20_000;
const CHARTER: u16 = 30_000;

fn row(from: u16, id: u16) -> Subject {
    Subject::Row(Ledger::Mandate, from.saturating_add(id), 0)
}

/// A permit.
pub(in crate::engine) fn permit(permit: PermitId) -> Subject {
    row(PERMITS, permit.0)
}

/// A victim of extortion.
pub(in crate::engine) fn victim(victim: ActorId) -> Subject {
    row(VICTIMS, victim.0)
}

/// A team's signature under the charter.
pub(in crate::engine) fn signature(actor: ActorId) -> Subject {
    row(CHARTER, actor.0)
}

/// Whether an event has a part in what this row shows.
pub(super) fn bears_on(event: &Event, row: u16) -> bool {
    let about = match event {
        Event::PermitAsked { permit, .. }
        | Event::PermitGranted { permit }
        | Event::PermitRefused { permit }
        | Event::PermitRevoked { permit } => Some(self::permit(*permit)),
        Event::Signed { actor } | Event::CharterBroken { actor } => Some(signature(*actor)),
        Event::Ransom(event) => event.victim().map(victim),
        _ => None,
    };
    about == Some(self::row(0, row))
}
