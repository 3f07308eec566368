//! Text that cannot command a terminal.

use std::fmt;

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;

use super::sanitise::sanitise;

/// The longest line a field may hold, in characters.
const LINE_CHARS: usize = 400;
/// The longest block a field may hold, in bytes.
const BLOCK_BYTES: usize = 16 * 1024;

/// Text that is only text: no control characters, no escape sequences, nothing invisible that changes what is read.
///
/// The only text that widgets, plain mode and reports accept. What would hide or reorder is shown as `⟨U+202E⟩`; combining
/// marks are capped; the text is in NFC. Reading one back from a file cleans it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct SafeText(String);

impl SafeText {
    /// One line of at most 400 characters; line breaks and tabs become a space.
    pub fn line(raw: &str) -> Self {
        Self(sanitise(raw, false, LINE_CHARS, BLOCK_BYTES))
    }

    /// Lines separated by LF, 16 KiB at most.
    pub fn block(raw: &str) -> Self {
        Self(sanitise(raw, true, usize::MAX, BLOCK_BYTES))
    }

    /// One line with the length of a block: a sentence of the catalogue, a paragraph.
    pub(super) fn paragraph(raw: &str) -> Self {
        Self(sanitise(raw, false, usize::MAX, BLOCK_BYTES))
    }

    /// The text without the second stop where a sentence that ends with one has been put before another.
    #[must_use]
    pub fn with_single_stops(&self) -> Self {
        let mut kept = String::with_capacity(self.0.len());
        let mut left = self.0.chars().peekable();
        while let Some(letter) = left.next() {
            let ends = left.peek().is_none_or(|next| next.is_whitespace());
            let mut before = kept.chars().rev();
            let stopped = matches!(before.next(), Some('.' | '!' | '?' | '…'));
            let is_ellipsis = kept.ends_with("..");
            if letter != '.' || !ends || !stopped || is_ellipsis {
                kept.push(letter);
            }
        }
        Self(kept)
    }

    /// No text.
    pub const fn empty() -> Self {
        Self(String::new())
    }

    /// The pieces one after another with `separator` between them.
    pub fn joined<'a>(pieces: impl IntoIterator<Item = &'a SafeText>, separator: &str) -> Self {
        let separator = Self::block(separator);
        let mut whole = Self::empty();
        for (place, piece) in pieces.into_iter().enumerate() {
            if place > 0 {
                whole.push(&separator);
            }
            whole.push(piece);
        }
        whole
    }

    /// A piece of safe text cut by this row, which stays safe.
    pub(super) fn part(piece: &str) -> Self {
        Self(piece.to_owned())
    }

    /// Adds a safe piece at the end.
    pub fn push(&mut self, piece: &SafeText) {
        self.0.push_str(&piece.0);
    }

    /// This text with `piece` after it.
    #[must_use]
    pub fn then(mut self, piece: &SafeText) -> Self {
        self.push(piece);
        self
    }

    /// The text as it may be written anywhere.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text without its wrapper.
    pub fn into_string(self) -> String {
        self.0
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Columns it takes in a terminal; of several lines, those of the widest.
    pub fn width(&self) -> usize {
        self.0
            .split('\n')
            .map(super::layout::width)
            .max()
            .unwrap_or(0)
    }

    /// The lines of a block.
    pub fn lines(&self) -> impl Iterator<Item = SafeText> + '_ {
        self.0.lines().map(Self::part)
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for SafeText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for SafeText {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for SafeText {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl From<SafeText> for String {
    fn from(text: SafeText) -> Self {
        text.0
    }
}

impl From<i64> for SafeText {
    fn from(number: i64) -> Self {
        Self(number.to_string())
    }
}

impl<'de> Deserialize<'de> for SafeText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|raw| Self::block(&raw))
    }
}
