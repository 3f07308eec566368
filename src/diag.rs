//! What is wrong with authored content: codes, places, rendering, did-you-mean.
//!
//! Row 1. A check makes a [`Diagnostic`] out of a code, a place and what belongs in the sentence; the sentence is in the
//! catalogue under the code; [`render`] prints all of them. Nothing here stops at the first mistake.

mod code;
mod diagnostic;
mod excerpt;
mod explain;
mod export;
mod near;
mod render;
mod sources;
mod wording;

pub use code::Code;
pub use code::Severity;
pub use diagnostic::Diagnostic;
pub use diagnostic::Fix;
pub use diagnostic::Label;
pub use diagnostic::PROBE;
pub use diagnostic::has_errors;
pub use explain::Explanation;
pub use explain::explain;
pub use near::near;
pub use render::Style;
pub use render::render;
pub use sources::FileId;
pub use sources::Place;
pub use sources::Sources;
pub use sources::Span;
pub use wording::Wording;
pub use wording::word;
