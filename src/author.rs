//! The author's tools.
//!
//! Row 7.

pub mod check;
pub mod disk;
pub mod edit;
pub mod fix;
pub mod fmt;
pub mod graph;
pub mod lsp;
pub mod rulebook;
pub mod schema;

pub use crate::author::check::Checked;
pub use crate::author::check::check;
pub use crate::author::check::explain;
