//! Duties: reporting clocks. A clock starts with its trigger word or with the holder's own determination, may be extended or
//! stopped, and is met or missed; the recipient owes an answer.

mod clock;
mod filing;
mod upkeep;

pub(in crate::engine) use clock::determine;
pub(in crate::engine) use clock::end_of;
pub(in crate::engine) use clock::expire;
pub(in crate::engine) use clock::start;
pub(in crate::engine) use clock::stop;
pub(in crate::engine) use clock::trigger;
pub(in crate::engine) use filing::ask_extension;
pub(in crate::engine) use filing::extension_odds;
pub(in crate::engine) use filing::report;
pub(in crate::engine) use filing::respond;
pub(in crate::engine) use upkeep::candour;
pub(in crate::engine) use upkeep::safe_harbour;
pub(in crate::engine) use upkeep::upkeep;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::imagined::Draw;
use crate::engine::lens::Lens;
use crate::engine::state::State;
use crate::engine::world::Readable;
use crate::model::DutyId;
use crate::model::ledger::duties::Payload;
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
        #[serde(default, skip_serializing_if = "Payload::is_usual")]
        payload: Payload,
    },
    Missed {
        duty: DutyId,
    },
    /// The report came after the deadline.
    Late {
        duty: DutyId,
        at: ExerciseTime,
        #[serde(default, skip_serializing_if = "Payload::is_usual")]
        payload: Payload,
    },
    Stopped {
        duty: DutyId,
    },
    /// The holder said that the law's word is met.
    Determined {
        duty: DutyId,
        at: ExerciseTime,
    },
    /// From now on an outsider would say that the holder knew.
    Knowable {
        duty: DutyId,
        at: ExerciseTime,
    },
    /// It came to light that the holder had known since then.
    FoundOut {
        duty: DutyId,
        known: ExerciseTime,
    },
    /// A report of something nobody could know yet.
    Noise {
        duty: DutyId,
    },
    Extended {
        duty: DutyId,
        due: ExerciseTime,
    },
    ExtensionRefused {
        duty: DutyId,
    },
    /// A report got out.
    Leaked {
        duty: DutyId,
    },
    /// The recipient owes an answer.
    AnswerOwed {
        duty: DutyId,
        until: ExerciseTime,
    },
    /// The recipient answered.
    Answered {
        duty: DutyId,
        at: ExerciseTime,
    },
    /// The time for its answer has passed.
    Unanswered {
        duty: DutyId,
    },
    /// From now on who reports is not held to account for it, or no longer.
    SafeHarbour {
        on: bool,
    },
}

impl DutyEvent {
    /// The duty it is about.
    pub fn duty(&self) -> Option<DutyId> {
        match *self {
            DutyEvent::Started { duty, .. }
            | DutyEvent::Met { duty, .. }
            | DutyEvent::Missed { duty }
            | DutyEvent::Late { duty, .. }
            | DutyEvent::Stopped { duty }
            | DutyEvent::Determined { duty, .. }
            | DutyEvent::Knowable { duty, .. }
            | DutyEvent::FoundOut { duty, .. }
            | DutyEvent::Noise { duty }
            | DutyEvent::Extended { duty, .. }
            | DutyEvent::ExtensionRefused { duty }
            | DutyEvent::Leaked { duty }
            | DutyEvent::AnswerOwed { duty, .. }
            | DutyEvent::Answered { duty, .. }
            | DutyEvent::Unanswered { duty } => Some(duty),
            DutyEvent::SafeHarbour { .. } => None,
        }
    }
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

impl DutyState {
    /// Whether the report is still to be filed, in time or late.
    pub fn is_open(self) -> bool {
        matches!(
            self,
            DutyState::Running { .. } | DutyState::Missed { reported: None, .. }
        )
    }

    /// When the report was filed.
    pub fn reported(self) -> Option<ExerciseTime> {
        match self {
            DutyState::Met { at, .. } => Some(at),
            DutyState::Missed { reported, .. } => reported,
            _ => None,
        }
    }
}

/// What else is known of a duty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DutyNotes {
    /// Since when an outsider would say the holder knew. Secret until it is found out.
    pub known: Option<ExerciseTime>,
    pub determined: Option<ExerciseTime>,
    pub found_out: bool,
    /// Whether an extension was granted, if it was asked for.
    pub extended: Option<bool>,
    /// How much the report said, once it is filed.
    pub payload: Option<Payload>,
    pub answer: Answer,
}

/// Where the recipient's answer stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    #[default]
    NotOwed,
    /// Until then.
    Owed(ExerciseTime),
    Overdue,
    Given,
}

impl Answer {
    /// Whether the holder still waits for it.
    pub fn is_waited_for(self) -> bool {
        matches!(self, Answer::Owed(_) | Answer::Overdue)
    }
}

pub(in crate::engine) fn apply(world: &mut Readable, event: &DutyEvent) {
    let Some(duty) = event.duty() else {
        if let DutyEvent::SafeHarbour { on } = *event {
            world.safe_harbour = on;
        }
        return;
    };
    let state = &mut world.duties[duty.index()];
    let notes = &mut world.duty_notes[duty.index()];
    let due = match *state {
        DutyState::Running { due, .. }
        | DutyState::Met { due, .. }
        | DutyState::Missed { due, .. } => due,
        DutyState::Idle | DutyState::Stopped => ExerciseTime::default(),
    };
    if let DutyEvent::Met { payload, .. } | DutyEvent::Late { payload, .. } = *event {
        notes.payload = Some(payload);
    }
    match *event {
        DutyEvent::Started { at, due, .. } => *state = DutyState::Running { started: at, due },
        DutyEvent::Met { at, .. } => *state = DutyState::Met { at, due },
        DutyEvent::Missed { .. } => {
            *state = DutyState::Missed {
                due,
                reported: None,
            };
        }
        DutyEvent::Late { at, .. } => {
            *state = DutyState::Missed {
                due,
                reported: Some(at),
            };
        }
        DutyEvent::Stopped { .. } => *state = DutyState::Stopped,
        DutyEvent::Determined { at, .. } => notes.determined = Some(at),
        DutyEvent::Knowable { at, .. } => notes.known = Some(at),
        DutyEvent::FoundOut { .. } => notes.found_out = true,
        DutyEvent::Extended { due, .. } => {
            notes.extended = Some(true);
            if let DutyState::Running { started, .. } = *state {
                *state = DutyState::Running { started, due };
            }
        }
        DutyEvent::ExtensionRefused { .. } => notes.extended = Some(false),
        DutyEvent::AnswerOwed { until, .. } => notes.answer = Answer::Owed(until),
        DutyEvent::Answered { .. } => notes.answer = Answer::Given,
        DutyEvent::Unanswered { .. } => notes.answer = Answer::Overdue,
        DutyEvent::Noise { .. } | DutyEvent::Leaked { .. } | DutyEvent::SafeHarbour { .. } => {}
    }
}

/// One's own clocks are known; those of others are nobody else's business, and stand still.
pub(in crate::engine) fn imagine(lens: &Lens<'_>, state: &mut State, _: &Draw) {
    let is_safe = lens.has_safe_harbour();
    let world = state.world_mut();
    world.safe_harbour = is_safe;
    world.duties.fill(DutyState::Stopped);
    world.duty_notes.fill(DutyNotes::default());
    for (duty, stands) in lens.duties() {
        world.duties[duty.id.index()] = stands;
        world.duty_notes[duty.id.index()] = lens.duty_notes(duty.id).unwrap_or_default();
    }
    for (duty, answer) in lens.unanswered() {
        world.duty_notes[duty.id.index()].answer = answer;
    }
}
