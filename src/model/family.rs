//! The five families a choice belongs to.

use serde::Deserialize;
use serde::Serialize;

/// What kind of answer a choice is. The order is the order of resolving.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Family {
    Share,
    Condemn,
    Escalate,
    Contain,
    /// Hold, or ask.
    Hold,
}

impl Family {
    /// Every family, in the order of resolving.
    pub const ALL: [Family; 5] = [
        Family::Share,
        Family::Condemn,
        Family::Escalate,
        Family::Contain,
        Family::Hold,
    ];
}
