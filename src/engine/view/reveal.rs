//! The Reveal: what happened, and why each number in sight moved.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::engine::adversary::AdversaryEvent;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::Event;
use crate::engine::event::Outcome;
use crate::engine::event::What;
use crate::engine::ledger::book;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::book::News;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::harm::HarmEvent;
use crate::engine::ledger::narrative;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::tell::signed;
use crate::engine::view::RevealLine;
use crate::engine::view::Subject;
use crate::engine::view::build::Maker;
use crate::engine::view::panels::amount;
use crate::engine::why;
use crate::engine::why::subject;
use crate::model::ActorId;
use crate::model::StoryId;
use crate::model::ledger::Ledger;
use crate::text::SafeText;

/// How many reasons one number's line names.
const MOST_REASONS: usize = 3;
/// With how many others trust must have faded for one line to tell it all.
const LEAST_FOLDED: usize = 2;

impl Maker<'_> {
    pub(super) fn reveal(&self) -> Vec<RevealLine> {
        let mut lines = Vec::new();
        let mut numbers: BTreeMap<Subject, Vec<&Event>> = BTreeMap::new();
        let (silences, recent): (Vec<_>, Vec<_>) =
            self.recent().partition(|event| unspoken(event).is_some());
        lines.extend(self.silences(&silences));
        for event in recent {
            if let Some(line) = self.happening(event) {
                lines.push(line);
            } else if amount(event) != 0
                && let Some(about) = subject(event)
            {
                numbers.entry(about).or_default().push(event);
            }
        }
        let (faded, numbers): (Vec<_>, Vec<_>) = numbers
            .into_iter()
            .partition(|(about, events)| is_fading(*about, events));
        let tell = |(about, events): &(Subject, Vec<&Event>)| self.number(*about, events);
        lines.extend(numbers.iter().filter_map(tell));
        match self.faded(&faded) {
            Some(line) => lines.push(line),
            None => lines.extend(faded.iter().filter_map(tell)),
        }
        lines
    }

    /// Trust that faded with several others, in one line: what nobody did is not worth a page.
    fn faded(&self, faded: &[(Subject, Vec<&Event>)]) -> Option<RevealLine> {
        let others: BTreeSet<ActorId> = faded
            .iter()
            .filter_map(|(about, _)| match *about {
                Subject::Trust(from, to) if self.lens.trust(from, to).is_some() => {
                    let other = if self.lens.is_own_actor(from) {
                        to
                    } else {
                        from
                    };
                    Some(other)
                }
                _ => None,
            })
            .collect();
        if others.len() < LEAST_FOLDED {
            return None;
        }
        let count = i64::try_from(others.len()).unwrap_or(i64::MAX);
        let (_, events) = faded.first()?;
        Some(RevealLine {
            ledger: Some(Ledger::Trust),
            text: self.words.fill("reveal-faded", &[("count", count.into())]),
            reason: self.reason(events.first()?),
            better: Some(false),
            subject: None,
        })
    }

    /// What nobody spoke about, in one line: each story's own number says how far it went.
    fn silences(&self, silences: &[&Event]) -> Option<RevealLine> {
        let first = silences.first()?;
        let stories = &self.lens.scenario().book.narrative.stories;
        let names = silences.iter().filter_map(|event| unspoken(event));
        let names = names.map(|story| {
            let args = [("story", (&stories[story.index()].name).into())];
            self.words.fill("narrative-quoted", &args)
        });
        let names: Vec<SafeText> = names.collect();
        let args = [("stories", SafeText::joined(&names, ", ").into())];
        Some(RevealLine {
            ledger: Some(Ledger::Narrative),
            text: self.words.fill("narrative-silent-on", &args),
            reason: self.reason(first),
            better: None,
            subject: None,
        })
    }

    /// A line of its own for what is more than a number that moved.
    fn happening(&self, event: &Event) -> Option<RevealLine> {
        if self.is_of_inject(event) {
            return None;
        }
        let (ledger, better) = match &event.what {
            What::Acted { seat, act, .. } => {
                use crate::engine::act::Act;
                if self.lens.is_own(*seat) && matches!(act, Act::Hold) {
                    return None;
                }
                (None, None)
            }
            What::Lapsed { .. } | What::Postponed { .. } => (None, Some(false)),
            What::CameThrough { outcome, .. } => (None, Some(*outcome == Outcome::TakesEffect)),
            What::Closed { choice: None, .. } => (None, Some(false)),
            // An answered decision is told by the act that answered it.
            What::Closed {
                choice: Some(_), ..
            } if matches!(event.cause, crate::engine::event::Cause::Engine(_)) => {
                (None, Some(false))
            }
            What::Declined { .. } => (Some(Ledger::Facts), Some(false)),
            What::Facts(event) => match event {
                FactEvent::Learned { actor, .. } if self.lens.is_own_actor(*actor) => {
                    (Some(Ledger::Facts), Some(true))
                }
                FactEvent::Verified { .. }
                | FactEvent::Relabelled { .. }
                | FactEvent::Published { .. } => (Some(Ledger::Facts), Some(true)),
                FactEvent::RelabelRefused { .. }
                | FactEvent::SourceExposed { .. }
                | FactEvent::BreachFound { .. }
                | FactEvent::Misfired { .. }
                | FactEvent::Breached { .. } => (Some(Ledger::Facts), Some(false)),
                _ => return None,
            },
            What::Spread(SpreadEvent::Frozen { on, .. }) => (Some(Ledger::Spread), Some(!on)),
            What::Spread(SpreadEvent::RequestAnswered { units, .. }) => {
                (Some(Ledger::Spread), Some(*units > 0))
            }
            What::Spread(
                SpreadEvent::HoldCost { .. }
                | SpreadEvent::Objected { .. }
                | SpreadEvent::Burned { .. },
            ) => (Some(Ledger::Spread), Some(false)),
            What::Adversary(AdversaryEvent::Rotated { .. }) => (Some(Ledger::Facts), Some(false)),
            What::Spread(SpreadEvent::Agreed { .. }) => (Some(Ledger::Spread), None),
            What::Harm(HarmEvent::Notified { .. }) => (Some(Ledger::Harm), Some(true)),
            What::Duties(event) => {
                let better = match event {
                    DutyEvent::Knowable { .. } => return None,
                    DutyEvent::Started { .. }
                    | DutyEvent::Stopped { .. }
                    | DutyEvent::Determined { .. }
                    | DutyEvent::AnswerOwed { .. }
                    | DutyEvent::SafeHarbour { .. } => None,
                    DutyEvent::Met { .. }
                    | DutyEvent::Extended { .. }
                    | DutyEvent::Answered { .. } => Some(true),
                    DutyEvent::Missed { .. }
                    | DutyEvent::Late { .. }
                    | DutyEvent::FoundOut { .. }
                    | DutyEvent::Noise { .. }
                    | DutyEvent::ExtensionRefused { .. }
                    | DutyEvent::Leaked { .. }
                    | DutyEvent::Unanswered { .. } => Some(false),
                };
                (Some(Ledger::Duties), better)
            }
            What::Book(event) => match event.news(&self.lens) {
                News::Quiet => return None,
                News::Told { better } => (Some(event.ledger()), better),
            },
            What::Norms(event) => {
                use crate::engine::ledger::norms::NormEvent;
                let NormEvent::Noted { bearing, .. } = event;
                (
                    Some(Ledger::Norms),
                    Some(*bearing == crate::model::norm::Bearing::Upheld),
                )
            }
            _ => return None,
        };
        let is_act = matches!(event.what, What::Acted { .. });
        let asker = self.asker();
        Some(RevealLine {
            ledger,
            text: self.teller.event(event, asker.sees_inside(event)),
            reason: if is_act {
                SafeText::empty()
            } else {
                self.reason(event)
            },
            better,
            subject: subject(event),
        })
    }

    fn reason(&self, event: &Event) -> SafeText {
        why::reason(self.asker(), self.events, event, self.words, self.teller)
    }

    fn number(&self, about: Subject, events: &[&Event]) -> Option<RevealLine> {
        let change = events
            .iter()
            .map(|event| amount(event))
            .fold(0, i32::saturating_add);
        let mut reasons: Vec<SafeText> = Vec::new();
        for event in events {
            let reason = self.reason(event);
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        let hidden = self.words.say("reason-hidden");
        let is_hidden_too = reasons.len() > 1 && reasons.contains(&hidden);
        if is_hidden_too {
            reasons.retain(|reason| *reason != hidden);
        }
        reasons.truncate(MOST_REASONS);
        if is_hidden_too {
            reasons.push(self.words.say("reason-hidden-too"));
        }
        let scenario = self.lens.scenario();
        let (ledger, text) = match about {
            Subject::Meter(meter) => {
                let name = &scenario.meters[meter.index()].name;
                let now = self.lens.meter(meter)?;
                (Ledger::Meters, self.moved(name, change, now))
            }
            Subject::Trust(from, to) => {
                let now = self.lens.trust(from, to)?;
                let args = [
                    ("from", self.teller.actor(from).into()),
                    ("to", self.teller.actor(to).into()),
                    ("by", signed(change).into()),
                    ("now", now.into()),
                ];
                (Ledger::Trust, self.words.fill("tell-trust", &args))
            }
            Subject::Zone(zone) => {
                let now = self.lens.zone(zone)?;
                let name = self.teller.zone(zone);
                let args = [
                    ("name", name.into()),
                    ("by", signed(change).into()),
                    ("now", now.compromised.into()),
                ];
                (Ledger::Spread, self.words.fill("reveal-zone", &args))
            }
            Subject::Community(community) => {
                let ((low, high), _) = self.lens.harm(community)?;
                let name = self.teller.community(community);
                let args = [
                    ("name", name.into()),
                    ("low", low.into()),
                    ("high", high.into()),
                ];
                let key = if low == high {
                    "reveal-harm-known"
                } else {
                    "reveal-harm"
                };
                (Ledger::Harm, self.words.fill(key, &args))
            }
            Subject::Capital(seat) => {
                let args = [
                    ("seat", self.teller.seat(seat).into()),
                    ("by", signed(change).into()),
                    ("now", self.lens.capital(seat).into()),
                ];
                return Some(RevealLine {
                    ledger: None,
                    text: self.words.fill("tell-capital", &args),
                    reason: SafeText::joined(&reasons, "; "),
                    better: self.better(about, change),
                    subject: Some(about),
                });
            }
            Subject::Row(ledger, row, column) => {
                let name = book::row_name(self.teller, ledger, row, column);
                let args = [("name", name.into()), ("by", signed(change).into())];
                (ledger, self.words.fill("reveal-row", &args))
            }
            _ => return None,
        };
        (change != 0).then(|| RevealLine {
            ledger: Some(ledger),
            text,
            reason: SafeText::joined(&reasons, "; "),
            better: self.better(about, change),
            subject: Some(about),
        })
    }

    fn moved(&self, name: &SafeText, by: i32, now: i32) -> SafeText {
        self.words.fill(
            "tell-meter",
            &[
                ("name", name.into()),
                ("by", signed(by).into()),
                ("now", now.into()),
            ],
        )
    }
}

/// The story nobody spoke about, if that is what happened.
fn unspoken(event: &Event) -> Option<StoryId> {
    match event.what {
        What::Book(BookEvent::Narrative(narrative::Event::Silent { story })) => Some(story),
        _ => None,
    }
}

/// Whether a number moved only because nobody spoke.
fn is_fading(about: Subject, events: &[&Event]) -> bool {
    let fades = |event: &&Event| matches!(event.cause, Cause::Engine(EngineRule::Fading));
    matches!(about, Subject::Trust(..)) && events.iter().all(fades)
}
