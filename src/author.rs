//! The author's tools.
//!
//! Row 7.

pub mod graph;
pub mod rulebook;
pub mod schema;
