//! Meters: numbers the author names, moved by effects only and clamped to their range.

use serde::Deserialize;
use serde::Serialize;

use crate::model::MeterId;

/// What happens to meters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MeterEvent {
    /// `by` is what really changed after clamping.
    Moved { meter: MeterId, by: i32, now: i32 },
}
