//! The sentence that says why a bot chose.

use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;

/// One sentence, as a key of the catalogue and what fills its places; with others beside it where several questions are answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
    /// What the sentence is about, where others stand beside it.
    of: Option<SafeText>,
    more: Vec<Reason>,
}

impl Reason {
    /// A sentence without places to fill.
    pub(super) fn plain(key: &'static str) -> Self {
        Self::filled(key, Vec::new())
    }

    /// A sentence about something with a name.
    pub(super) fn about(key: &'static str, name: &SafeText) -> Self {
        Self::filled(key, vec![("name", Arg::from(name))])
    }

    pub(super) fn filled(key: &'static str, args: Vec<(&'static str, Arg)>) -> Self {
        Self {
            key,
            args,
            of: None,
            more: Vec::new(),
        }
    }

    /// The same, said of the question with this title.
    pub(super) fn of(self, title: &SafeText) -> Self {
        Self {
            of: Some(title.clone()),
            ..self
        }
    }

    /// The same with another sentence behind it.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.more.push(other);
        self
    }

    /// The sentence in words.
    pub fn say(&self, words: &Words) -> SafeText {
        let said = words.fill(self.key, &self.args);
        let said = match &self.of {
            Some(title) => {
                let args = [("title", Arg::from(title)), ("why", said.into())];
                words.fill("bot-why-of", &args)
            }
            None => said,
        };
        let more = self.more.iter().map(|more| more.say(words));
        let all: Vec<SafeText> = std::iter::once(said).chain(more).collect();
        // A name may end with a stop of its own.
        SafeText::joined(&all, " ").with_single_stops()
    }
}
