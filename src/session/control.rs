//! The facilitator's console: the whole MSEL, the seats, what scripts did wrong.

use crate::engine::command::Holder;
use crate::engine::event::What;
use crate::engine::tell::Teller;
use crate::engine::view::sender;
use crate::model::InjectId;
use crate::model::SeatId;
use crate::model::TaskId;
use crate::session::Session;
use crate::text::SafeText;

/// What whoever runs the exercise sees. Never for a player.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlView {
    pub injects: Vec<ControlInject>,
    pub seats: Vec<ControlSeat>,
    /// Critical tasks to rate, with the text of their objective.
    pub tasks: Vec<(TaskId, SafeText, SafeText)>,
    /// Scripts that failed, in words.
    pub failures: Vec<SafeText>,
    /// Notes and ratings so far, in words.
    pub notes: Vec<SafeText>,
    pub paused: bool,
    pub over: bool,
}

/// One row of the MSEL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlInject {
    pub inject: InjectId,
    pub number: SafeText,
    pub title: SafeText,
    pub body: SafeText,
    pub from: SafeText,
    pub to: SafeText,
    /// The facilitator's note.
    pub note: SafeText,
    /// What players should do about it.
    pub expected: Vec<SafeText>,
    pub status: InjectStatus,
    /// First and last turn it may come in.
    pub window: (u16, u16),
    pub by_hand: bool,
    pub is_contingency: bool,
}

/// Where an inject stands in play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InjectStatus {
    Waiting,
    Delivered { turn: u16 },
    Cancelled,
}

/// One seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlSeat {
    pub seat: SeatId,
    pub title: SafeText,
    pub holder: Option<Holder>,
    pub has_sealed: bool,
}

impl Session {
    /// What whoever runs the exercise sees.
    pub fn control(&self) -> ControlView {
        let (truth, scenario, teller) = (self.truth(), self.scenario(), self.teller());
        let injects = scenario
            .injects
            .iter()
            .map(|inject| self.row(inject, teller))
            .collect();
        let seats = scenario.seats.iter().map(|seat| ControlSeat {
            seat: seat.id,
            title: seat.title.clone(),
            holder: truth.holder(seat.id).cloned(),
            has_sealed: truth.has_sealed(seat.id),
        });
        let tasks = scenario.tasks.iter().map(|task| {
            let objective = &scenario.objectives[task.objective.index()];
            (task.id, task.text.clone(), objective.text.clone())
        });
        let told = |wanted: fn(&What) -> bool| {
            let events = self
                .events()
                .iter()
                .filter(move |event| wanted(&event.what));
            events.map(|event| teller.event(event, true)).collect()
        };
        ControlView {
            injects,
            seats: seats.collect(),
            tasks: tasks.collect(),
            failures: told(|what| {
                matches!(what, What::ScriptFailed { .. } | What::ScriptSkipped { .. })
            }),
            notes: told(|what| matches!(what, What::Noted { .. })),
            paused: truth.is_paused(),
            over: self.is_over(),
        }
    }

    fn row(&self, inject: &crate::model::msel::Inject, teller: Teller<'_>) -> ControlInject {
        let truth = self.truth();
        let status = match (truth.delivered(inject.id), truth.is_cancelled(inject.id)) {
            (Some(turn), _) => InjectStatus::Delivered { turn },
            (None, true) => InjectStatus::Cancelled,
            (None, false) => InjectStatus::Waiting,
        };
        let to = inject
            .to
            .iter()
            .map(|actor| &self.scenario().actors[actor.index()].short);
        ControlInject {
            inject: inject.id,
            number: inject.number.clone(),
            title: inject.title.clone(),
            body: inject.body.clone(),
            from: sender(&inject.from, teller),
            to: SafeText::joined(to, ", "),
            note: inject.note.clone(),
            expected: inject
                .expected
                .iter()
                .map(|expected| expected.text.clone())
                .collect(),
            status,
            window: (inject.when.from, inject.when.to),
            by_hand: inject.when.by_hand,
            is_contingency: inject.contingency_of.is_some(),
        }
    }
}
