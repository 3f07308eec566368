//! Where an author's files name something by its id: what an editor follows and renames.

use crate::diag::Span;
use crate::model::id::Kind;

/// One place where an id stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    /// The word as it is written, its quotation marks too if it has any. Where a text has escapes, the whole text.
    pub span: Span,
    /// What it names.
    pub kind: Kind,
    /// The number of what it names.
    pub place: u16,
}
