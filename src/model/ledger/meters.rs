//! Meters: numbers the author names, for what no other ledger has.

use crate::model::MeterId;
use crate::model::SeatId;
use crate::text::SafeText;

/// A number the author names. Clamped to its range; changed by effects only.
#[derive(Clone, Debug)]
pub struct Meter {
    pub id: MeterId,
    pub name: SafeText,
    pub about: SafeText,
    pub min: i32,
    pub max: i32,
    pub start: i32,
    pub seen_by: SeenBy,
    /// Which direction is good for the story's people: `true` if more is better. Decides the tone of a change, nothing else.
    pub more_is_better: bool,
}

/// Which seats see a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SeenBy {
    #[default]
    All,
    Nobody,
    Only(Vec<SeatId>),
}

impl SeenBy {
    /// Whether the seat is among them.
    pub fn includes(&self, seat: SeatId) -> bool {
        match self {
            SeenBy::All => true,
            SeenBy::Nobody => false,
            SeenBy::Only(seats) => seats.contains(&seat),
        }
    }
}
