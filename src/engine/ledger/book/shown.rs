//! How a chapter shows itself: its numbers in a panel, its events in the Reveal.

use crate::engine::view::Subject;
use crate::text::SafeText;

/// A number of a ledger as a panel shows it; one can ask "why?" of it.
#[derive(Clone, Debug)]
pub(in crate::engine) struct Row {
    pub(in crate::engine) subject: Subject,
    pub(in crate::engine) label: SafeText,
    pub(in crate::engine) shown: SafeText,
    /// The low and the high end of what is known, and the most there can be.
    pub(in crate::engine) bar: Option<(i32, i32, i32)>,
}

/// How the Reveal tells of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) enum News {
    /// Not in a line of its own.
    Quiet,
    /// In a line of its own, for the better or not, if anybody can say.
    Told { better: Option<bool> },
}
