//! What has become of an offer, of those volunteers could be sent to, and of what a team has read: what "why?" is answered
//! with.

use crate::engine::ledger::capacity::Event;
use crate::engine::ledger::capacity::volunteers::Volunteers;
use crate::engine::view::Subject;
use crate::model::CommunityId;
use crate::model::OfferId;
use crate::model::SeatId;
use crate::model::ledger::Ledger;

/// Rows beyond those of the seats, and the column of a seat for the norms it has read.
const OFFERS: u16 = 10_000;
const SITES: u16 = 20_000;
const NORMS: u16 = 4;

fn row(row: u16, column: u16) -> Subject {
    Subject::Row(Ledger::Capacity, row, column)
}

/// An offer of help.
pub(in crate::engine) fn offer(offer: OfferId) -> Subject {
    row(OFFERS.saturating_add(offer.0), 0)
}

/// Those volunteers could be sent to.
pub(in crate::engine) fn site(community: CommunityId) -> Subject {
    row(SITES.saturating_add(community.0), 0)
}

/// Whether a seat's people know the norms.
pub(in crate::engine) fn norms(seat: SeatId) -> Subject {
    row(seat.0, NORMS)
}

/// Whether an event has a part in what this row shows.
pub(super) fn bears_on(event: &Event, row: u16, column: u16) -> bool {
    let about = match *event {
        Event::Offered { offer, .. }
        | Event::Accepted { offer, .. }
        | Event::Declined { offer }
        | Event::Withdrawn { offer } => self::offer(offer),
        Event::Learned { seat, .. } => norms(seat),
        Event::Volunteers(
            Volunteers::Briefed { community, .. }
            | Volunteers::Went { community, .. }
            | Volunteers::StayedHome { community, .. }
            | Volunteers::WentWrong { community, .. }
            | Volunteers::CameHome { community },
        ) => site(community),
        _ => return false,
    };
    about == self::row(row, column)
}
