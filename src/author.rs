//! The author's tools.
//!
//! Row 7.

pub mod disk;
pub mod fmt;
pub mod rulebook;
