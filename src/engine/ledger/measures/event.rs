//! What happens to measures.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::MeasureId;
use crate::model::SeatId;

/// What happens in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// Legality and proportionality were checked.
    Checked {
        measure: MeasureId,
    },
    /// The technical teams were asked before it was drafted.
    Consulted {
        measure: MeasureId,
    },
    /// The text exempts incident response; `channel` is what that opens, in per mille.
    Exempted {
        measure: MeasureId,
        channel: i32,
    },
    /// Guidance says what the exemption allows.
    Guided {
        measure: MeasureId,
        channel: i32,
    },
    /// It was put to the members.
    Proposed {
        measure: MeasureId,
        by: SeatId,
    },
    /// A member was talked to.
    Lobbied {
        measure: MeasureId,
        member: ActorId,
    },
    Assented {
        measure: MeasureId,
        member: ActorId,
    },
    /// Its time on the table ran out.
    Dropped {
        measure: MeasureId,
    },
    Taken {
        measure: MeasureId,
        by: Option<SeatId>,
        until: Option<u16>,
        channel: i32,
        /// Without the check it should have had.
        unchecked: bool,
    },
    /// It turned out to say more than it should.
    BadlyDrafted {
        measure: MeasureId,
    },
    /// It was looked at again and goes on.
    Reviewed {
        measure: MeasureId,
        until: u16,
    },
    Ended {
        measure: MeasureId,
        /// By the date in its own text.
        sunset: bool,
        channel: i32,
    },
    /// When and how far it will deter was drawn; nobody sees it.
    DeterrenceDrawn {
        measure: MeasureId,
        turn: u16,
        by: i32,
    },
    /// It kept somebody from going on as before, in per mille; possibly not at all.
    Deterred {
        measure: MeasureId,
        by: i32,
    },
    /// Something was held back on the way, to be safe.
    HeldBack {
        measure: MeasureId,
        from: ActorId,
        to: ActorId,
    },
    /// The call at home for sanctions.
    Pressed {
        seat: SeatId,
        by: i32,
        now: i32,
    },
}

impl Event {
    /// The measure it is about, if it is about one.
    pub fn measure(&self) -> Option<MeasureId> {
        match *self {
            Event::Checked { measure }
            | Event::Consulted { measure }
            | Event::Exempted { measure, .. }
            | Event::Guided { measure, .. }
            | Event::Proposed { measure, .. }
            | Event::Lobbied { measure, .. }
            | Event::Assented { measure, .. }
            | Event::Dropped { measure }
            | Event::Taken { measure, .. }
            | Event::BadlyDrafted { measure }
            | Event::Reviewed { measure, .. }
            | Event::Ended { measure, .. }
            | Event::DeterrenceDrawn { measure, .. }
            | Event::Deterred { measure, .. }
            | Event::HeldBack { measure, .. } => Some(measure),
            Event::Pressed { .. } => None,
        }
    }
}
