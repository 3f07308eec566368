//! Says what happened to duties, and what one can do about them.

use crate::engine::act::Act;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::tell::Teller;
use crate::model::DutyId;
use crate::model::ledger::duties::Payload;
use crate::text::Arg;
use crate::text::SafeText;

/// The catalogue's key for a payload.
pub fn payload_key(payload: Payload) -> &'static str {
    match payload {
        Payload::Minimal => "payload-minimal",
        Payload::Full => "payload-full",
        Payload::Flagged => "payload-flagged",
    }
}

impl Teller<'_> {
    pub(super) fn duty_event(&self, event: &DutyEvent) -> SafeText {
        let name = |duty: DutyId| ("duty", Arg::from(self.duty(duty)));
        let holder = |duty: DutyId| {
            let seat = self.scenario.duties[duty.index()].holder;
            let actor = self.scenario.seats[seat.index()].actor;
            ("holder", Arg::from(self.actor(actor)))
        };
        let recipient = |duty: DutyId| {
            let actor = self.scenario.duties[duty.index()].recipient;
            ("recipient", Arg::from(self.actor(actor)))
        };
        match event {
            DutyEvent::Started { duty, due, .. } => self.fill(
                "tell-duty-started",
                &[name(*duty), ("due", due.to_string().into())],
            ),
            DutyEvent::Met { duty, at, payload } => {
                let key = match payload {
                    Payload::Full => "tell-duty-met",
                    Payload::Minimal => "tell-duty-met-minimal",
                    Payload::Flagged => "tell-duty-met-flagged",
                };
                self.fill(key, &[name(*duty), ("at", at.to_string().into())])
            }
            DutyEvent::Missed { duty } => self.fill("tell-duty-missed", &[name(*duty)]),
            DutyEvent::Late { duty, at, .. } => self.fill(
                "tell-duty-late",
                &[name(*duty), ("at", at.to_string().into())],
            ),
            DutyEvent::Stopped { duty } => self.fill("tell-duty-stopped", &[name(*duty)]),
            DutyEvent::Determined { duty, .. } => self.fill(
                "tell-duty-determined",
                &[name(*duty), holder(*duty), self.trigger(*duty)],
            ),
            DutyEvent::Knowable { duty, at } => self.fill(
                "tell-duty-knowable",
                &[name(*duty), holder(*duty), ("at", at.to_string().into())],
            ),
            DutyEvent::FoundOut { duty, known } => self.fill(
                "tell-duty-found-out",
                &[name(*duty), holder(*duty), ("at", known.to_string().into())],
            ),
            DutyEvent::Noise { duty } => self.fill("tell-duty-noise", &[name(*duty)]),
            DutyEvent::Extended { duty, due } => self.fill(
                "tell-duty-extended",
                &[
                    name(*duty),
                    recipient(*duty),
                    ("due", due.to_string().into()),
                ],
            ),
            DutyEvent::ExtensionRefused { duty } => self.fill(
                "tell-duty-extension-refused",
                &[name(*duty), recipient(*duty)],
            ),
            DutyEvent::Leaked { duty } => self.fill("tell-duty-leaked", &[name(*duty)]),
            DutyEvent::AnswerOwed { duty, until } => self.fill(
                "tell-duty-answer-owed",
                &[
                    name(*duty),
                    recipient(*duty),
                    ("until", until.to_string().into()),
                ],
            ),
            DutyEvent::Answered { duty, .. } => {
                self.fill("tell-duty-answered", &[name(*duty), recipient(*duty)])
            }
            DutyEvent::Unanswered { duty } => {
                self.fill("tell-duty-unanswered", &[name(*duty), recipient(*duty)])
            }
            DutyEvent::SafeHarbour { on: true } => self.words.say("tell-safe-harbour"),
            DutyEvent::SafeHarbour { on: false } => self.words.say("tell-safe-harbour-over"),
        }
    }

    /// An act on a duty in the imperative.
    pub(super) fn duty_act(&self, act: &Act) -> SafeText {
        let (key, duty) = match *act {
            Act::Report {
                duty,
                payload: Payload::Full,
            } => ("act-report", duty),
            Act::Report {
                duty,
                payload: Payload::Minimal,
            } => ("act-report-minimal", duty),
            Act::Report {
                duty,
                payload: Payload::Flagged,
            } => ("act-report-flagged", duty),
            Act::Determine { duty } => ("act-determine", duty),
            Act::AskExtension { duty } => ("act-extension", duty),
            Act::Respond { duty } => ("act-respond", duty),
            _ => return SafeText::empty(),
        };
        let name = ("duty", Arg::from(self.duty(duty)));
        self.fill(key, &[name, self.trigger(duty)])
    }

    /// What an act on a duty is and does.
    pub(in crate::engine) fn duty_act_text(&self, act: &Act) -> SafeText {
        match *act {
            Act::Report { duty, payload } => {
                let row = &self.scenario.duties[duty.index()];
                match payload {
                    _ if row.payloads().len() == 1 => row.about.clone(),
                    Payload::Full => self.explained("act-report-full-text", duty),
                    Payload::Minimal => self.explained("act-report-minimal-text", duty),
                    Payload::Flagged => self.explained("act-report-flagged-text", duty),
                }
            }
            Act::Determine { duty } => self.fill("act-determine-text", &[self.trigger(duty)]),
            Act::AskExtension { .. } => self.words.say("act-extension-text"),
            Act::Respond { .. } => self.words.say("act-respond-text"),
            _ => SafeText::empty(),
        }
    }

    fn explained(&self, key: &str, duty: DutyId) -> SafeText {
        let about = &self.scenario.duties[duty.index()].about;
        self.fill(key, &[("about", about.into())])
    }

    fn trigger(&self, duty: DutyId) -> (&'static str, Arg) {
        let trigger = self.scenario.duties[duty.index()].trigger;
        ("trigger", self.words.say(trigger.word_key()).into())
    }
}
