//! `demarche convert`: a scenario as JSON and back without loss, and other tools' stories as first drafts.

pub mod cexf;
pub mod draft;
pub mod ink;
pub mod json;
pub mod story;
pub mod twine;

mod value;

use crate::author::convert::story::Lost;

/// A first draft out of something that was made for another tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The text of `scenario.ron`.
    pub scenario: String,
    /// What could not be carried, each once.
    pub lost: Vec<Lost>,
}

/// Why something cannot be converted, as the catalogue's key and what to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unconvertible {
    pub key: &'static str,
    pub found: String,
}

impl Unconvertible {
    fn new(key: &'static str, found: impl ToString) -> Self {
        Self {
            key,
            found: found.to_string(),
        }
    }
}
