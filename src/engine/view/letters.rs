//! The inbox: injects, and what other actors sent in play.

use crate::engine::event::Event;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::facts::answers_for;
use crate::engine::tell::Teller;
use crate::engine::view::LetterView;
use crate::engine::view::build::Maker;
use crate::engine::view::build::story;
use crate::engine::why::turns;
use crate::model::ActorId;
use crate::model::InjectId;
use crate::model::ledger::duties::Payload;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::msel::Channel;
use crate::model::msel::Sender;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;
use crate::text::Words;

/// A letter before it is stamped with when it came.
struct Draft {
    inject: Option<InjectId>,
    from: SafeText,
    to: SafeText,
    channel: Channel,
    marking: Marking,
    title: SafeText,
    body: SafeText,
    facts: Vec<SafeText>,
    time: Option<ExerciseTime>,
}

impl Maker<'_> {
    pub(super) fn inbox(&self) -> Vec<LetterView> {
        let turns = turns(self.events);
        let scenario = self.lens.scenario();
        let now = self.lens.turn();
        let mut letters = Vec::new();
        for (place, event) in self.events.iter().enumerate() {
            if !self.lens.may_see(event) {
                continue;
            }
            let Some(draft) = self.draft(event) else {
                continue;
            };
            let turn = turns[place];
            let card = &scenario.turns[usize::from(turn)];
            // What is sent in Resolve arrives with the turn's end.
            let time = draft.time.unwrap_or(card.to);
            let arrives = turn.saturating_add(u16::from(time >= card.to));
            let number = draft
                .inject
                .map(|inject| scenario.injects[inject.index()].number.clone());
            letters.push(LetterView {
                no: EventNo(u32::try_from(place).unwrap_or(u32::MAX)),
                inject: draft.inject,
                number: number.unwrap_or_default(),
                turn: arrives,
                time,
                story_time: story(scenario.clock, time, self.words),
                from: draft.from,
                to: draft.to,
                channel: draft.channel,
                channel_word: channel_word(draft.channel, self.words),
                marking: draft.marking,
                label: self.teller.marking(draft.marking),
                title: draft.title,
                body: draft.body,
                facts: draft.facts,
                is_new: arrives >= now,
            });
        }
        letters
    }

    fn draft(&self, event: &Event) -> Option<Draft> {
        let teller = self.teller;
        match &event.what {
            What::Delivered { inject, time, .. } => Some(self.inject(*inject, *time)),
            What::Facts(FactEvent::Learned {
                actor,
                fact,
                marking,
                from: Some(from),
                derived,
            }) if self.lens.is_own_actor(*actor) && !self.is_of_inject(event) => {
                let args = [
                    ("from", teller.actor(*from).into()),
                    ("fact", teller.fact(*fact).into()),
                ];
                let key = match (self.is_of_advisory(event), derived) {
                    (true, _) => "letter-advisory",
                    (false, true) => "letter-shared-derived",
                    (false, false) => "letter-shared",
                };
                let row = &teller.scenario.facts[fact.index()];
                let body = match (&row.derived, derived) {
                    (Some(version), true) => &version.body,
                    _ => &row.body,
                };
                // A letter stays as it was read.
                let body = self.lens.wording(*actor, *fact).unwrap_or(body).clone();
                let channel = if key == "letter-advisory" {
                    Channel::Advisory
                } else {
                    Channel::EncryptedEmail
                };
                let letter = self.sent(
                    *from,
                    *actor,
                    channel,
                    *marking,
                    self.words.fill(key, &args),
                    body,
                );
                Some(Draft {
                    facts: vec![row.title.clone()],
                    ..letter
                })
            }
            What::Facts(FactEvent::Asked { of, by }) if self.lens.is_own_actor(*of) => {
                let args = [("from", teller.actor(*by).into())];
                let title = self.words.fill("letter-asked", &args);
                let body = self.words.fill("letter-asked-body", &args);
                Some(self.sent(
                    *by,
                    *of,
                    Channel::Email,
                    Marking::Tlp(Tlp::Amber),
                    title,
                    body,
                ))
            }
            What::Facts(FactEvent::RelabelRefused { fact, by, to }) => {
                let args = [
                    ("from", teller.actor(*by).into()),
                    ("fact", teller.fact(*fact).into()),
                ];
                let title = self.words.fill("letter-refused", &args);
                let body = self.words.fill("letter-refused-body", &args);
                Some(self.sent(
                    *by,
                    *to,
                    Channel::Email,
                    Marking::Tlp(Tlp::Amber),
                    title,
                    body,
                ))
            }
            What::Facts(FactEvent::Relabelled { fact, tlp }) if !self.is_of_inject(event) => {
                let row = &teller.scenario.facts[fact.index()];
                let source = answers_for(row);
                let holder = |own: &ActorId| {
                    let mut held = self.lens.facts_of(*own);
                    held.any(|(known, holding)| known.id == *fact && !holding.derived)
                };
                let own = self.lens.own_actors().find(holder)?;
                let args = [
                    ("tlp", tlp.label().into()),
                    ("fact", teller.fact(*fact).into()),
                ];
                let title = self.words.fill("letter-relabelled", &args);
                let body = self.words.fill("letter-relabelled-body", &args);
                Some(self.sent(source, own, Channel::Email, Marking::Tlp(*tlp), title, body))
            }
            What::Declined { of, to } => {
                let args = [("from", teller.actor(*of).into())];
                let title = self.words.fill("letter-declined", &args);
                let body = self.words.fill("letter-declined-body", &args);
                Some(self.sent(
                    *of,
                    *to,
                    Channel::Email,
                    Marking::Tlp(Tlp::Amber),
                    title,
                    body,
                ))
            }
            What::Duties(event) => self.about_duty(event),
            _ => None,
        }
    }

    /// What passes between the holder of a duty and its recipient.
    fn about_duty(&self, event: &DutyEvent) -> Option<Draft> {
        let teller = self.teller;
        let row = &teller.scenario.duties[event.duty()?.index()];
        let holder = teller.scenario.seats[row.holder.index()].actor;
        let (title, body, is_report) = match event {
            DutyEvent::Met { payload, .. } | DutyEvent::Late { payload, .. } => {
                let body = match payload {
                    Payload::Full => "letter-report-body",
                    Payload::Minimal => "letter-report-minimal-body",
                    Payload::Flagged => "letter-report-flagged-body",
                };
                ("letter-report", body, true)
            }
            DutyEvent::Answered { .. } => ("letter-answer", "letter-answer-body", false),
            DutyEvent::Extended { .. } => ("letter-extension", "letter-extension-body", false),
            DutyEvent::ExtensionRefused { .. } => (
                "letter-extension-refused",
                "letter-extension-refused-body",
                false,
            ),
            _ => return None,
        };
        let (from, to) = if is_report {
            (holder, row.recipient)
        } else {
            (row.recipient, holder)
        };
        if !self.lens.is_own_actor(to) {
            return None;
        }
        let due = match event {
            DutyEvent::Extended { due, .. } => due.to_string(),
            _ => String::new(),
        };
        let args = [
            ("from", teller.actor(from).into()),
            ("duty", (&row.name).into()),
            ("due", due.into()),
        ];
        let title = self.words.fill(title, &args);
        let body = self.words.fill(body, &args);
        let channel = if is_report {
            Channel::Portal
        } else {
            Channel::Email
        };
        Some(self.sent(from, to, channel, Marking::Tlp(Tlp::Amber), title, body))
    }

    fn inject(&self, inject: InjectId, time: ExerciseTime) -> Draft {
        let row = &self.lens.scenario().injects[inject.index()];
        Draft {
            inject: Some(inject),
            from: sender(&row.from, self.teller),
            to: SafeText::joined(
                row.to
                    .iter()
                    .map(|actor| &self.lens.scenario().actors[actor.index()].short),
                ", ",
            ),
            channel: row.channel,
            marking: row.marking,
            title: row.title.clone(),
            body: row.body.clone(),
            facts: row
                .facts
                .iter()
                .map(|fact| self.teller.fact(*fact).clone())
                .collect(),
            time: Some(time),
        }
    }

    fn sent(
        &self,
        from: ActorId,
        to: ActorId,
        channel: Channel,
        marking: Marking,
        title: SafeText,
        body: SafeText,
    ) -> Draft {
        Draft {
            inject: None,
            from: self.teller.actor(from).clone(),
            to: self.teller.scenario.actors[to.index()].short.clone(),
            channel,
            marking,
            title,
            body,
            facts: Vec::new(),
            time: None,
        }
    }

    fn parent(&self, event: &Event) -> Option<&Event> {
        let crate::engine::event::Cause::Event(no) = event.cause else {
            return None;
        };
        self.events.get(usize::try_from(no.0).ok()?)
    }

    /// The inject itself is in the inbox; what it brought needs no letter of its own.
    pub(super) fn is_of_inject(&self, event: &Event) -> bool {
        matches!(
            self.parent(event).map(|parent| &parent.what),
            Some(What::Delivered { .. })
        )
    }

    fn is_of_advisory(&self, event: &Event) -> bool {
        matches!(
            self.parent(event).map(|parent| &parent.what),
            Some(What::Facts(FactEvent::Published { .. }))
        )
    }
}

/// Who an inject comes from, by name.
pub fn sender(from: &Sender, teller: Teller<'_>) -> SafeText {
    match from {
        Sender::Actor(actor) => teller.actor(*actor).clone(),
        Sender::Other(name) => name.clone(),
    }
}

/// The catalogue's word for a channel.
pub fn channel_word(channel: Channel, words: &Words) -> SafeText {
    words.say(match channel {
        Channel::Email => "channel-email",
        Channel::EncryptedEmail => "channel-encrypted-email",
        Channel::Phone => "channel-phone",
        Channel::Chat => "channel-chat",
        Channel::Portal => "channel-portal",
        Channel::Ticket => "channel-ticket",
        Channel::Feed => "channel-feed",
        Channel::Meeting => "channel-meeting",
        Channel::NoteVerbale => "channel-note-verbale",
        Channel::Letter => "channel-letter",
        Channel::Wire => "channel-wire",
        Channel::Broadcast => "channel-broadcast",
        Channel::Social => "channel-social",
        Channel::Advisory => "channel-advisory",
    })
}
