//! Each ledger's state, rules, events and visibility: one file a ledger, mirrored by `model/ledger`.

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
pub mod spread;
pub mod statements;
pub mod tension;
pub mod trust;
