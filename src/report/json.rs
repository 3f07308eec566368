//! The debrief as JSON, for other programs.

use serde::Serialize;

use crate::report::debrief::Debrief;

/// The format this release writes. Raise it when a reader of the old one would misunderstand the new one.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    /// Every export says that it is of an exercise.
    marking: &'static str,
    format: u32,
    #[serde(flatten)]
    debrief: &'a Debrief,
}

/// A debrief as a JSON document. The same debrief gives the same bytes.
///
/// # Panics
/// Never: a debrief is text and numbers.
pub fn json(debrief: &Debrief) -> String {
    let document = Document {
        marking: "EXERCISE",
        format: FORMAT,
        debrief,
    };
    let mut text = serde_json::to_string_pretty(&document)
        .expect("a debrief is text and numbers, which JSON can say");
    text.push('\n');
    text
}
