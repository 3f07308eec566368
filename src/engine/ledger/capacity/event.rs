//! What happens to what people can do.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::act::Act as AnyAct;
use crate::engine::ledger::capacity::volunteers::Volunteers;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::OfferId;
use crate::model::SeatId;

/// What happens in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    Tired {
        seat: SeatId,
        by: i32,
        now: i32,
    },
    /// How long it was at work since its last rest.
    Worked {
        seat: SeatId,
        now: i32,
    },
    TicketsMoved {
        seat: SeatId,
        by: i32,
        now: i32,
    },
    /// A fact came in among the tickets.
    Buried {
        seat: SeatId,
        fact: FactId,
    },
    /// It was found.
    Unearthed {
        seat: SeatId,
        fact: FactId,
    },
    /// A routine act went wrong: nothing came of it.
    Slipped {
        seat: SeatId,
        act: AnyAct,
    },
    RotaMade {
        seat: SeatId,
    },
    Learned {
        seat: SeatId,
        of: Option<ActorId>,
    },
    TierMoved {
        seat: SeatId,
        by: i32,
        now: i32,
    },
    Offered {
        offer: OfferId,
        until: u16,
    },
    Accepted {
        offer: OfferId,
        until: u16,
    },
    Declined {
        offer: OfferId,
    },
    Withdrawn {
        offer: OfferId,
    },
    /// Help was asked for, and there was none.
    NoHelp {
        seat: SeatId,
        from: ActorId,
    },
    /// Something about volunteers.
    Volunteers(Volunteers),
}
