//! Turn by turn: what arrived, what each seat did, and what else happened.

use crate::engine::act::Act;
use crate::engine::adversary::AdversaryEvent;
use crate::engine::event::Cause;
use crate::engine::event::What;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::view::channel_word;
use crate::model::InjectId;
use crate::model::msel::Sender;
use crate::report::debrief::ActPart;
use crate::report::debrief::InjectPart;
use crate::report::debrief::Line;
use crate::report::debrief::TurnPart;
use crate::report::debrief::build::Maker;
use crate::text::SafeText;

impl Maker<'_> {
    pub(super) fn turns(&self) -> Vec<TurnPart> {
        let mut turns: Vec<TurnPart> = Vec::new();
        for (place, event) in self.events.iter().enumerate() {
            let turn = self.course.turns[place];
            if let What::Entered { turn, .. } = event.what
                && turns.last().is_none_or(|last| last.turn != turn)
            {
                turns.push(self.turn(turn));
            }
            let Some(now) = turns.last_mut() else {
                continue;
            };
            match &event.what {
                What::Delivered { inject, .. } => now.injects.push(self.inject(place, *inject)),
                What::Acted { seat, act, .. } => {
                    let family = act.family(self.scenario);
                    now.acts.push(ActPart {
                        seat: seat.index(),
                        seat_title: self.teller.seat(*seat).clone(),
                        is_own: self.is_own(*seat),
                        is_answer: matches!(act, Act::Answer { .. }),
                        family,
                        family_word: self.family(family),
                        text: self.teller.act(act),
                        at: self.at(place),
                    });
                }
                _ if self.is_happening(place) => {
                    debug_assert_eq!(now.turn, turn, "events come turn by turn");
                    let text = self.tell(place);
                    if now.happenings.iter().all(|line| line.text != text) {
                        now.happenings.push(Line {
                            at: self.at(place),
                            text,
                        });
                    }
                }
                _ => {}
            }
        }
        turns
    }

    fn turn(&self, turn: u16) -> TurnPart {
        let card = &self.scenario.turns[usize::from(turn)];
        let phase = card
            .phase
            .map(|phase| self.scenario.phases[phase.index()].title.clone());
        TurnPart {
            turn,
            title: card.title.clone(),
            phase: phase.unwrap_or_default(),
            from: self.moment(turn, card.from),
            to: self.moment(turn, card.to),
            injects: Vec::new(),
            acts: Vec::new(),
            happenings: Vec::new(),
        }
    }

    fn inject(&self, place: usize, inject: InjectId) -> InjectPart {
        let row = &self.scenario.injects[inject.index()];
        let truth = self.truth_at_end();
        let event = &self.events[place];
        let cause = match event.cause {
            Cause::Event(_) => self
                .graph
                .parent(place)
                .and_then(|parent| self.doer(parent))
                .map(|doer| self.tell(doer)),
            cause => self.teller.root(&cause),
        };
        InjectPart {
            at: self.at(place),
            number: row.number.clone(),
            title: row.title.clone(),
            from: match &row.from {
                Sender::Actor(actor) => self.teller.actor(*actor).clone(),
                Sender::Other(name) => name.clone(),
            },
            to: row
                .to
                .iter()
                .map(|actor| self.teller.actor(*actor).clone())
                .collect(),
            channel: channel_word(row.channel, self.words),
            label: self.teller.marking(row.marking),
            cause: cause.unwrap_or_default(),
            by_hand: self.is_by_hand(place),
            expected: row
                .expected
                .iter()
                .map(|expected| {
                    let done = expected.done.and_then(|done| truth.eval(done));
                    (expected.text.clone(), done.map(|value| value != 0))
                })
                .collect(),
        }
    }

    /// Whether whoever ran the exercise brought an event about.
    pub(super) fn is_by_hand(&self, place: usize) -> bool {
        let root = self
            .graph
            .farthest(place, |event| matches!(event.cause, Cause::Facilitator));
        root.is_some()
    }

    /// Whether an event is worth a line of its own beside what arrived and what was done.
    fn is_happening(&self, place: usize) -> bool {
        let event = &self.events[place];
        match &event.what {
            What::Facts(event) => matches!(
                event,
                FactEvent::BreachFound { .. }
                    | FactEvent::SourceExposed { .. }
                    | FactEvent::Misfired { .. }
                    | FactEvent::Relabelled { .. }
                    | FactEvent::RelabelRefused { .. }
                    | FactEvent::Published { .. }
            ),
            What::Duties(event) => !matches!(event, DutyEvent::Stopped { .. }),
            What::RuleFired { rule, .. } => {
                let row = &self.scenario.rules[rule.index()];
                row.once && row.why != SafeText::empty()
            }
            What::Closed { .. } => matches!(event.cause, Cause::Engine(_)),
            What::Cancelled { .. } => matches!(event.cause, Cause::Facilitator),
            What::Spread(
                SpreadEvent::Frozen { .. }
                | SpreadEvent::RequestAnswered { .. }
                | SpreadEvent::Objected { .. }
                | SpreadEvent::Burned { .. },
            )
            | What::Adversary(
                AdversaryEvent::Moved { .. }
                | AdversaryEvent::Rotated { .. }
                | AdversaryEvent::WentQuiet { .. }
                | AdversaryEvent::Escalated,
            )
            | What::Lapsed { .. }
            | What::Ended { .. } => true,
            _ => false,
        }
    }
}
