//! Who sits at one machine.

use crate::model::SeatId;

/// Who sits at this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seating {
    /// One seat after another, each with its own view; the exercise's people, in roster order.
    Apart(Vec<SeatId>),
    /// One table that knows what all its seats know.
    Table(Vec<SeatId>),
}

impl Seating {
    /// The seats that share a view, view by view.
    pub fn views(&self) -> Vec<&[SeatId]> {
        match self {
            Seating::Apart(seats) => seats.iter().map(std::slice::from_ref).collect(),
            Seating::Table(seats) => vec![seats],
        }
    }
}
