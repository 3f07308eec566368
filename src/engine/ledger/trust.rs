//! Trust: one number per ordered pair, slow to earn and fast to lose.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;

/// What happens to trust.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TrustEvent {
    /// What `from` thinks of `to`; `by` is what really changed after clamping.
    Moved {
        from: ActorId,
        to: ActorId,
        by: i32,
        now: i32,
    },
    /// Two actors had to do with each other.
    Contacted {
        a: ActorId,
        b: ActorId,
        exchange: bool,
    },
}
