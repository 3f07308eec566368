//! A story of passages and links, as Twine and ink tell them: what both become before it is a draft.

use std::collections::BTreeSet;

/// A story of passages and links.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Story {
    pub title: String,
    /// What has happened before it begins; may be empty.
    pub summary: String,
    pub passages: Vec<Passage>,
    /// The name of the passage with which it begins.
    pub start: String,
    pub lost: BTreeSet<Lost>,
}

/// One stretch of text and what can be chosen after it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    pub name: String,
    pub text: String,
    pub links: Vec<Link>,
    /// What players should do about it.
    pub expected: Vec<String>,
    /// Where it goes on by itself.
    pub next: Option<String>,
}

/// Something that can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Link {
    pub label: String,
    /// The passage it leads to.
    pub to: String,
}

/// What could not be carried: the catalogue's key, and where or what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lost {
    pub key: &'static str,
    pub what: String,
}

impl Story {
    /// Notes that something could not be carried.
    pub(super) fn lose(&mut self, key: &'static str, what: impl Into<String>) {
        let what: String = what.into();
        let what = what.chars().take(80).collect();
        self.lost.insert(Lost { key, what });
    }

    /// The passage of this name.
    pub(super) fn passage(&self, name: &str) -> Option<usize> {
        self.passages
            .iter()
            .position(|passage| passage.name == name)
    }
}
