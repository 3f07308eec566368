//! The sentence that says why a bot chose.

use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;

/// One sentence, as a key of the catalogue and what fills its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

impl Reason {
    /// A sentence without places to fill.
    pub(super) fn plain(key: &'static str) -> Self {
        Self {
            key,
            args: Vec::new(),
        }
    }

    /// A sentence about something with a name.
    pub(super) fn about(key: &'static str, name: &SafeText) -> Self {
        Self {
            key,
            args: vec![("name", Arg::from(name))],
        }
    }

    /// The sentence in words.
    pub fn say(&self, words: &Words) -> SafeText {
        words.fill(self.key, &self.args)
    }
}
