//! Duties met and missed.

use crate::engine::event::What;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::duties::DutyState;
use crate::engine::view::DutyStatus;
use crate::model::DutyId;
use crate::model::ledger::Ledger;
use crate::model::time::ExerciseTime;
use crate::report::debrief::DutyPart;
use crate::report::debrief::build::Maker;
use crate::text::SafeText;

/// Where a duty stands.
pub(super) fn status(state: DutyState) -> DutyStatus {
    match state {
        DutyState::Idle => DutyStatus::Idle,
        DutyState::Running { .. } => DutyStatus::Running,
        DutyState::Met { .. } => DutyStatus::Met,
        DutyState::Missed { .. } => DutyStatus::Missed,
        DutyState::Stopped => DutyStatus::Stopped,
    }
}

impl Maker<'_> {
    pub(super) fn duties(&self) -> Vec<DutyPart> {
        if !self.scenario.ledgers.contains(&Ledger::Duties) {
            return Vec::new();
        }
        let truth = self.truth_at_end();
        let duties = self.scenario.duties.iter();
        duties
            .map(|duty| {
                let status = status(truth.duty(duty.id));
                let started = self.started(duty.id);
                DutyPart {
                    name: duty.name.clone(),
                    about: duty.about.clone(),
                    seat: self.teller.seat(duty.holder).clone(),
                    is_own: self.is_own(duty.holder),
                    recipient: self.teller.actor(duty.recipient).clone(),
                    trigger: self.words.say(duty.trigger.key()),
                    status,
                    status_word: self.duty_word(status),
                    started: started.map(|(at, _)| self.moment_of(at)),
                    due: started.map(|(_, due)| self.moment_of(due)),
                    reported: self.reported(duty.id).map(|at| self.moment_of(at)),
                    modelled_on: duty.modelled_on.clone(),
                }
            })
            .collect()
    }

    pub(super) fn duty_word(&self, status: DutyStatus) -> SafeText {
        self.words.say(match status {
            DutyStatus::Idle => "debrief-duty-idle",
            DutyStatus::Running => "debrief-duty-running",
            DutyStatus::Met => "debrief-duty-met",
            DutyStatus::Missed => "debrief-duty-missed",
            DutyStatus::Stopped => "debrief-duty-stopped",
        })
    }

    fn started(&self, of: DutyId) -> Option<(ExerciseTime, ExerciseTime)> {
        self.events.iter().find_map(|event| match event.what {
            What::Duties(DutyEvent::Started { duty, at, due }) if duty == of => Some((at, due)),
            _ => None,
        })
    }

    fn reported(&self, of: DutyId) -> Option<ExerciseTime> {
        self.events.iter().find_map(|event| match event.what {
            What::Duties(DutyEvent::Met { duty, at, .. } | DutyEvent::Late { duty, at, .. })
                if duty == of =>
            {
                Some(at)
            }
            _ => None,
        })
    }
}
