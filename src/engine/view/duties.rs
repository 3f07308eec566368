//! A seat's duties: where the clocks stand, on whose wall, and what can be done about them.

use crate::engine::ledger::duties::Answer;
use crate::engine::ledger::duties::DutyState;
use crate::engine::tell::duties::payload_key;
use crate::engine::view::DutyStatus;
use crate::engine::view::DutyView;
use crate::engine::view::PayloadView;
use crate::engine::view::build::Maker;
use crate::engine::view::build::story;
use crate::engine::view::build::weekday_key;
use crate::model::calendar;
use crate::model::calendar::Local;
use crate::model::calendar::Term;
use crate::model::ledger::duties::Duty;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

impl Maker<'_> {
    pub(in crate::engine::view) fn duties(&self) -> Vec<DutyView> {
        let duties = self.lens.duties();
        duties.map(|(duty, state)| self.duty(duty, state)).collect()
    }

    fn duty(&self, duty: &Duty, state: DutyState) -> DutyView {
        let (status, due) = match state {
            DutyState::Idle => (DutyStatus::Idle, None),
            DutyState::Running { due, .. } => (DutyStatus::Running, Some(due)),
            DutyState::Met { due, .. } => (DutyStatus::Met, Some(due)),
            DutyState::Missed { due, .. } => (DutyStatus::Missed, Some(due)),
            DutyState::Stopped => (DutyStatus::Stopped, None),
        };
        let payloads = duty.payloads().iter().filter(|_| duty.payloads().len() > 1);
        let payloads = payloads.map(|&payload| PayloadView {
            payload,
            label: self.words.say(payload_key(payload)),
            hours: duty.hours_of(payload),
        });
        DutyView {
            duty: duty.id,
            seat: duty.holder,
            name: duty.name.clone(),
            about: duty.about.clone(),
            recipient: self.teller.actor(duty.recipient).clone(),
            trigger: self.words.say(duty.trigger.key()),
            status,
            due,
            story_due: due
                .map(|due| story(self.lens.scenario().clock, due, self.words))
                .unwrap_or_default(),
            minutes_left: due.map(|due| due.since(self.lens.turn_card().from)),
            terms: self.terms(duty),
            modelled: duty.modelled(self.words),
            local_due: due.map(|due| self.on_walls(duty, due)).unwrap_or_default(),
            payloads: payloads.collect(),
            notes: self.notes(duty, state),
        }
    }

    /// The deadline as the holder's wall clock shows it, and the recipient's if it hangs elsewhere.
    fn on_walls(&self, duty: &Duty, due: ExerciseTime) -> Vec<SafeText> {
        let scenario = self.lens.scenario();
        let holder = scenario.local(scenario.seats[duty.holder.index()].actor);
        let recipient = scenario.local(duty.recipient);
        if holder.offset == recipient.offset && holder.offset == scenario.clock.offset {
            return Vec::new();
        }
        let line = |place: SafeText, local: Local<'_>| {
            let args = [
                ("place", place.into()),
                ("time", self.wall(local, due).into()),
                ("offset", local.offset.to_string().into()),
            ];
            self.words.fill("duty-local", &args)
        };
        let mut lines = vec![line(self.words.say("duty-place-here"), holder)];
        if recipient.offset != holder.offset {
            let name = self.teller.actor(duty.recipient);
            let place = [("recipient", name.into())];
            lines.push(line(
                self.words.fill("duty-place-recipient", &place),
                recipient,
            ));
        }
        lines
    }

    /// `Thu 17:00`, or `Thu 12 Mar 17:00` in a story with a date.
    pub(in crate::engine::view) fn wall(&self, local: Local<'_>, time: ExerciseTime) -> SafeText {
        let moment = local.at(time);
        let weekday = self.words.say(weekday_key(moment.weekday));
        let clock = calendar::face(moment.minute);
        SafeText::line(&match moment.date {
            Some(date) => format!("{} {date} {clock}", weekday.as_str()),
            None => format!("{} {clock}", weekday.as_str()),
        })
    }

    fn terms(&self, duty: &Duty) -> SafeText {
        let scenario = self.lens.scenario();
        match duty.within {
            Term::Span(span) => {
                let args = [("length", span.to_string().into())];
                self.words.fill("duty-terms-span", &args)
            }
            Term::BusinessDays(count) => {
                let (place, local) = match duty.calendar {
                    Some(region) => (
                        scenario.regions[region.index()].name.clone(),
                        scenario.local_in(region),
                    ),
                    None => (
                        self.teller.actor(duty.recipient).clone(),
                        scenario.local(duty.recipient),
                    ),
                };
                let closes = calendar::face(local.calendar.closes);
                let args = [
                    ("count", count.into()),
                    ("place", place.into()),
                    ("closes", closes.into()),
                ];
                self.words.fill("duty-terms-days", &args)
            }
            Term::Months(count) => {
                let args = [("count", count.into())];
                self.words.fill("duty-terms-months", &args)
            }
        }
    }

    fn notes(&self, duty: &Duty, state: DutyState) -> Vec<SafeText> {
        let Some(known) = self.lens.duty_notes(duty.id) else {
            return Vec::new();
        };
        let recipient = || ("recipient", self.teller.actor(duty.recipient).into());
        let is_running = matches!(state, DutyState::Running { .. });
        let mut notes = Vec::new();
        if duty.determined && state == DutyState::Idle {
            notes.push(self.words.say("duty-determine"));
        }
        if is_running && !duty.stops_note.as_str().is_empty() {
            let args = [("what", (&duty.stops_note).into())];
            notes.push(self.words.fill("duty-stops", &args));
        }
        match known.extended {
            Some(true) => notes.push(self.words.say("duty-extended")),
            Some(false) => notes.push(self.words.say("duty-extension-refused")),
            None if is_running && duty.extension.is_some() => {
                notes.push(self.words.say("duty-extendable"));
            }
            None => {}
        }
        if let Some(payload) = known.payload.filter(|_| duty.payloads().len() > 1) {
            let args = [("payload", self.words.say(payload_key(payload)).into())];
            notes.push(self.words.fill("duty-filed", &args));
        }
        match known.answer {
            Answer::NotOwed => {}
            Answer::Owed(until) => {
                let args = [recipient(), ("until", until.to_string().into())];
                notes.push(self.words.fill("duty-answer-owed", &args));
            }
            Answer::Overdue => {
                notes.push(self.words.fill("duty-answer-overdue", &[recipient()]));
            }
            Answer::Given => notes.push(self.words.fill("duty-answer-given", &[recipient()])),
        }
        if let Some(since) = known.known {
            let args = [("at", since.to_string().into())];
            notes.push(self.words.fill("duty-found-out", &args));
        }
        notes
    }
}
