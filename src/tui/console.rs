//! What the facilitator's console shows: everything, for the one person who may see it.

use crate::engine::command::Holder;
use crate::model::InjectId;
use crate::model::SeatId;
use crate::text::SafeText;

/// The facilitator's view of the exercise.
#[derive(Clone, Debug, Default)]
pub struct ConsoleView {
    pub paused: bool,
    pub injects: Vec<InjectLine>,
    pub seats: Vec<SeatLine>,
    /// What went wrong in scripts, newest first.
    pub troubles: Vec<SafeText>,
    /// Who could take a seat over, beside a person: word and name.
    pub profiles: Vec<(String, SafeText)>,
    /// What is exercised, for notes: the task and its text.
    pub tasks: Vec<(crate::model::TaskId, SafeText)>,
}

/// One row of the MSEL.
#[derive(Clone, Debug)]
pub struct InjectLine {
    pub inject: InjectId,
    pub number: SafeText,
    pub title: SafeText,
    /// When it is due, in words.
    pub when: SafeText,
    pub to: SafeText,
    pub status: InjectStatus,
    /// The facilitator's note in the scenario.
    pub note: SafeText,
}

/// Where an inject stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InjectStatus {
    Waiting,
    Delivered,
    Cancelled,
    /// Comes only when fired.
    ByHand,
}

/// One seat.
#[derive(Clone, Debug)]
pub struct SeatLine {
    pub seat: SeatId,
    pub title: SafeText,
    pub holder: Holder,
    pub holder_name: SafeText,
    pub sealed: bool,
}
