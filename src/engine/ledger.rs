//! Each ledger's state, rules, events and visibility: one file a ledger, mirrored by `model/ledger`.

pub mod duties;
pub mod facts;
pub mod harm;
pub mod meters;
pub mod norms;
pub mod spread;
pub mod trust;
