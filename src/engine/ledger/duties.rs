//! Duties: reporting clocks. A clock starts with its trigger word, and is met or missed.

use serde::Deserialize;
use serde::Serialize;

use crate::model::DutyId;
use crate::model::time::ExerciseTime;

/// What happens to duties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DutyEvent {
    Started {
        duty: DutyId,
        at: ExerciseTime,
        due: ExerciseTime,
    },
    Met {
        duty: DutyId,
        at: ExerciseTime,
    },
    Missed {
        duty: DutyId,
    },
    /// The report came after the deadline.
    Late {
        duty: DutyId,
        at: ExerciseTime,
    },
    Stopped {
        duty: DutyId,
    },
}

/// Where a duty stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DutyState {
    #[default]
    Idle,
    Running {
        started: ExerciseTime,
        due: ExerciseTime,
    },
    Met {
        at: ExerciseTime,
        due: ExerciseTime,
    },
    Missed {
        due: ExerciseTime,
        reported: Option<ExerciseTime>,
    },
    Stopped,
}
