//! The author's tools.
//!
//! Row 7.

pub mod rulebook;
