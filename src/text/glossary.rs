//! The glossary: the field's terms in one or two sentences each, with the source where there is one.
//!
//! An entry is a message `glossary-<id>` whose value is the term, with attributes `.also` (other names, comma-separated, if
//! any), `.text`, and `.source` (if any).

use super::catalogue;
use super::catalogue::Words;
use super::safe::SafeText;

const PREFIX: &str = "glossary-";

/// One term explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the catalogue: `tlp`, `note-verbale`.
    pub id: &'static str,
    pub term: SafeText,
    /// Other names for it.
    pub also: Vec<SafeText>,
    pub text: SafeText,
    /// The instrument or standard it comes from.
    pub source: Option<SafeText>,
}

/// Every entry, in the order of the catalogue.
pub fn all(words: &Words) -> Vec<Entry> {
    ids().map(|id| entry(words, id)).collect()
}

/// The entry for a term, another name of it, or its id, in any case.
pub fn lookup(words: &Words, term: &str) -> Option<Entry> {
    let wanted = term.trim().to_lowercase();
    let is_it = |text: &SafeText| text.as_str().to_lowercase() == wanted;
    ids()
        .find(|id| *id == wanted)
        .map(|id| entry(words, id))
        .or_else(|| {
            all(words)
                .into_iter()
                .find(|entry| is_it(&entry.term) || entry.also.iter().any(is_it))
        })
}

/// The ids of all entries; English is complete, so it says which there are.
fn ids() -> impl Iterator<Item = &'static str> {
    catalogue::sources(catalogue::LANGUAGES[0])
        .iter()
        .filter(|(area, _)| *area == "glossary")
        .flat_map(|(_, source)| catalogue::keys(source))
        .filter_map(|key| key.strip_prefix(PREFIX))
}

fn entry(words: &Words, id: &'static str) -> Entry {
    let key = format!("{PREFIX}{id}");
    let also = words.attribute(&key, "also").unwrap_or_default();
    Entry {
        id,
        term: words.say(&key),
        also: also
            .as_str()
            .split(", ")
            .filter(|name| !name.is_empty())
            .map(SafeText::part)
            .collect(),
        text: words.attribute(&key, "text").unwrap_or_default(),
        source: words.attribute(&key, "source"),
    }
}
