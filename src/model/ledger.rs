//! Each ledger's parameters: one file a ledger, mirrored by `engine/ledger`.

pub mod attribution;
pub mod book;
pub mod capacity;
pub mod contacts;
pub mod disclosure;
pub mod duties;
pub mod facts;
pub mod harm;
pub mod mandate;
pub mod measures;
pub mod meters;
pub mod narrative;
pub mod norms;
pub mod politicisation;
mod set;
pub mod shape;
pub mod spread;
pub mod statements;
pub mod tension;
pub mod trust;

pub use set::Ledgers;

use serde::Deserialize;
use serde::Serialize;

/// The parts of the state that have rules of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ledger {
    Meters,
    Facts,
    Trust,
    Politicisation,
    Contacts,
    Spread,
    Harm,
    Attribution,
    Statements,
    Measures,
    Tension,
    Disclosure,
    Duties,
    Norms,
    Mandate,
    Capacity,
    Narrative,
}

impl Ledger {
    /// Every ledger, in the order in which they are shown.
    pub const ALL: [Ledger; 17] = [
        Ledger::Meters,
        Ledger::Facts,
        Ledger::Trust,
        Ledger::Politicisation,
        Ledger::Contacts,
        Ledger::Spread,
        Ledger::Harm,
        Ledger::Attribution,
        Ledger::Statements,
        Ledger::Measures,
        Ledger::Tension,
        Ledger::Disclosure,
        Ledger::Duties,
        Ledger::Norms,
        Ledger::Mandate,
        Ledger::Capacity,
        Ledger::Narrative,
    ];

    /// The word authors use, and the catalogue's key `ledger-WORD`.
    pub fn word(self) -> &'static str {
        match self {
            Ledger::Meters => "meters",
            Ledger::Facts => "facts",
            Ledger::Trust => "trust",
            Ledger::Politicisation => "politicisation",
            Ledger::Contacts => "contacts",
            Ledger::Spread => "spread",
            Ledger::Harm => "harm",
            Ledger::Attribution => "attribution",
            Ledger::Statements => "statements",
            Ledger::Measures => "measures",
            Ledger::Tension => "tension",
            Ledger::Disclosure => "disclosure",
            Ledger::Duties => "duties",
            Ledger::Norms => "norms",
            Ledger::Mandate => "mandate",
            Ledger::Capacity => "capacity",
            Ledger::Narrative => "narrative",
        }
    }
}
