//! What is wrong with the form of a scenario file. The loader puts each fault into words.

use crate::scenario::tree::Bracket;
use crate::scenario::tree::TextRange;

/// Past this many the rest are counted, not kept: a file full of one mistake is told once.
const MOST: usize = 200;

/// One mistake of form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    pub range: TextRange,
}

/// The mistakes of form the tree knows and reads past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// Nothing but spaces and comments.
    Empty,
    UnterminatedString,
    UnterminatedComment,
    /// `“…”`, as word processors write them.
    SmartQuotes,
    /// `'…'` around a text.
    SingleQuotes,
    /// A no-break space or an invisible character.
    OddSpace(char),
    /// `#` or `--` where a comment begins with `//`.
    WrongComment,
    UnknownChar(char),
    MissingComma,
    ExtraComma,
    Semicolon,
    MissingColon,
    /// `name = value`.
    EqualsSign,
    MissingValue,
    /// `"name": value`.
    QuotedFieldName,
    /// A value where the other rows of this bracket have `name: value`.
    ExpectedField,
    /// `name: value` inside `[…]`.
    FieldInList,
    Unclosed(Bracket),
    WrongCloser {
        expected: Bracket,
        found: Bracket,
    },
    StrayCloser(Bracket),
    Unexpected,
    TrailingText,
    /// More than [`crate::scenario::tree::MAX_DEPTH`] brackets inside each other.
    TooDeep,
}

impl FaultKind {
    /// Whether it speaks of brackets that don't match: the mistakes that can be placed in several ways.
    pub(super) fn is_of_brackets(self) -> bool {
        matches!(
            self,
            Self::Unclosed(_)
                | Self::WrongCloser { .. }
                | Self::StrayCloser(_)
                | Self::ExpectedField
                | Self::FieldInList
                | Self::TrailingText
        )
    }
}

/// The faults found so far, at most a few hundred.
#[derive(Debug, Clone, Default)]
pub(super) struct Faults {
    pub(super) list: Vec<Fault>,
    pub(super) left_out: usize,
}

impl Faults {
    pub(super) fn push(&mut self, kind: FaultKind, range: TextRange) {
        if self.list.len() < MOST {
            self.list.push(Fault { kind, range });
        } else {
            self.left_out += 1;
        }
    }
}
