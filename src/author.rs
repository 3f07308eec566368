//! The author's tools.
//!
//! Row 7.

pub mod bundle;
pub mod cases;
pub mod check;
pub mod convert;
pub mod diff;
pub mod disk;
pub mod edit;
pub mod fix;
pub mod fmt;
pub mod graph;
pub mod handbook;
pub mod lsp;
pub mod msel;
pub mod new;
pub mod promote;
pub mod rulebook;
pub mod schema;
pub mod sentences;
pub mod watch;

mod ids;

pub use crate::author::check::Checked;
pub use crate::author::check::check;
pub use crate::author::check::explain;
