//! The author's tools.
//!
//! Row 7.

pub mod cases;
pub mod check;
pub mod diff;
pub mod disk;
pub mod edit;
pub mod fmt;
pub mod rulebook;

pub use crate::author::check::Checked;
pub use crate::author::check::check;
