//! The debrief and the after-action report: what happened, why, what the others knew, and what a course files.
//!
//! A [`Record`] is one exercise's scenario, events and log lines; [`Debrief`] reads it into owned text, which screens and
//! plain mode show and the formats write down. The same record gives the same bytes: nothing
//! here reads a clock.

pub mod debrief;
mod html;
mod json;
mod lab;
mod markdown;
mod record;
mod svg;

pub use debrief::Debrief;
pub use html::html;
pub use json::json;
pub use lab::lab;
pub use markdown::markdown;
pub use record::Provenance;
pub use record::Record;
pub use record::Viewer;
