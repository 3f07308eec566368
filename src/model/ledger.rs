//! Each ledger's parameters: one file a ledger, mirrored by `engine/ledger`.

pub mod duties;
pub mod facts;
pub mod harm;
pub mod meters;
pub mod norms;
pub mod spread;
pub mod trust;

use serde::Deserialize;
use serde::Serialize;

/// The parts of the state that have rules of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ledger {
    Meters,
    Facts,
    Trust,
    Spread,
    Harm,
    Duties,
    Norms,
}

impl Ledger {
    /// Every ledger, in the order in which they are resolved and shown.
    pub const ALL: [Ledger; 7] = [
        Ledger::Meters,
        Ledger::Facts,
        Ledger::Trust,
        Ledger::Spread,
        Ledger::Harm,
        Ledger::Duties,
        Ledger::Norms,
    ];

    /// The word authors use, and the catalogue's key `ledger-WORD`.
    pub fn word(self) -> &'static str {
        match self {
            Ledger::Meters => "meters",
            Ledger::Facts => "facts",
            Ledger::Trust => "trust",
            Ledger::Spread => "spread",
            Ledger::Harm => "harm",
            Ledger::Duties => "duties",
            Ledger::Norms => "norms",
        }
    }
}
