//! The author's tools.
//!
//! Row 7.

pub mod check;
pub mod edit;
pub mod fix;
pub mod rulebook;

pub use crate::author::check::Checked;
pub use crate::author::check::check;
pub use crate::author::check::explain;
