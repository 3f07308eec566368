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
    /// What it does by itself in every turn.
    pub settles: Option<Settles>,
    /// Which direction is good for the story's people: `true` if more is better. Decides the tone of a change, nothing else.
    pub more_is_better: bool,
}

/// A meter's own rule: in every Resolve, after everything else, it moves towards a point by `by` and by `share` per mille of
/// how far away it is, rounded down, and never beyond it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settles {
    pub at: i32,
    pub by: i32,
    pub share: i32,
    /// It moves in the turns whose number this divides.
    pub every: u16,
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
