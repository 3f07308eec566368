//! Duties met and missed.

use crate::engine::event::What;
use crate::engine::ledger::duties::Answer;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::duties::DutyState;
use crate::engine::tell::duties::payload_key;
use crate::engine::view::DutyStatus;
use crate::model::DutyId;
use crate::model::calendar::Term;
use crate::model::ledger::Ledger;
use crate::model::ledger::duties::Duty;
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
                    remarks: self.duty_remarks(duty),
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

    /// What the holder may not have known of its own duty, with what it chose.
    fn duty_remarks(&self, duty: &Duty) -> Vec<SafeText> {
        let notes = self.truth_at_end().duty_notes(duty.id);
        let mut remarks = Vec::new();
        if let Some(payload) = notes.payload.filter(|_| duty.payloads().len() > 1) {
            let payload = self.words.say(payload_key(payload));
            remarks.push(self.fill("debrief-duty-filed", &[("payload", payload.into())]));
        }
        if duty.determined {
            let at = |time: ExerciseTime| ("at", self.moment_of(time).story.into());
            remarks.extend(
                notes
                    .known
                    .map(|known| self.fill("debrief-duty-known", &[at(known)])),
            );
            remarks.push(match notes.determined {
                Some(time) => self.fill("debrief-duty-determined", &[at(time)]),
                None => self.words.say("debrief-duty-undetermined"),
            });
            if notes.found_out {
                remarks.push(self.words.say("debrief-duty-found-out"));
            }
        }
        match notes.extended {
            Some(true) => remarks.push(self.words.say("duty-extended")),
            Some(false) => remarks.push(self.words.say("duty-extension-refused")),
            None => {}
        }
        let recipient = [("recipient", self.teller.actor(duty.recipient).into())];
        match notes.answer {
            Answer::NotOwed => {}
            Answer::Given => remarks.push(self.fill("duty-answer-given", &recipient)),
            Answer::Owed(_) | Answer::Overdue => {
                remarks.push(self.fill("debrief-duty-no-answer", &recipient));
            }
        }
        remarks.extend(self.elsewhere(duty));
        remarks
    }

    /// The same clock in the other regions' calendars, where it would have ended at another moment.
    fn elsewhere(&self, duty: &Duty) -> Vec<SafeText> {
        let (Term::BusinessDays(_), Some((at, due))) = (duty.within, self.started(duty.id)) else {
            return Vec::new();
        };
        let regions = self.scenario.regions.iter();
        regions
            .filter_map(|region| {
                let local = self.scenario.local_in(region.id);
                let there = local
                    .end_of(duty.within, at)
                    .filter(|there| *there != due)?;
                let args = [
                    ("region", (&region.name).into()),
                    ("due", self.moment_of(there).story.into()),
                ];
                Some(self.fill("debrief-duty-elsewhere", &args))
            })
            .collect()
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
