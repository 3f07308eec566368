//! The fog: what a seat had been shown when it decided, what was true, and who held the missing piece.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::engine::act::Act;
use crate::engine::event::Cause;
use crate::engine::event::What;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::truth::Truth;
use crate::model::ActorId;
use crate::model::DecisionId;
use crate::model::FactId;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::model::ledger::facts::FactKind;
use crate::model::ledger::facts::Truth as Truthfulness;
use crate::report::debrief::FactPart;
use crate::report::debrief::FogPart;
use crate::report::debrief::HeldBy;
use crate::report::debrief::MissingFact;
use crate::report::debrief::ShownFact;
use crate::report::debrief::build::Maker;
use crate::text::SafeText;

impl Maker<'_> {
    pub(super) fn fog(&self) -> Vec<FogPart> {
        if !self.scenario.ledgers.contains(&Ledger::Facts) || self.scenario.facts.is_empty() {
            return Vec::new();
        }
        let mut shown_before: BTreeMap<SeatId, BTreeSet<FactId>> = BTreeMap::new();
        let mut missed_before: BTreeMap<SeatId, BTreeSet<FactId>> = BTreeMap::new();
        let mut parts = Vec::new();
        for ((turn, seat), decisions) in self.answered() {
            let state = self.course.when_deciding(turn, seat);
            let truth = Truth::new(self.record.playable, state);
            let actor = self.scenario.seats[seat.index()].actor;
            let (mut shown, mut missing) = (Vec::new(), Vec::new());
            for fact in &self.scenario.facts {
                let holding = truth.holding(actor, fact.id);
                if let Some(holding) = holding {
                    let is_new = shown_before.entry(seat).or_default().insert(fact.id);
                    shown.push(ShownFact {
                        title: fact.title.clone(),
                        label: self.teller.marking(holding.marking),
                        since: holding.since,
                        from: holding
                            .from
                            .map(|from| self.teller.actor(from).clone())
                            .unwrap_or_default(),
                        is_new,
                        derived: holding.derived,
                        verified: holding.finding.is_some(),
                        truth: self.truth_word(fact.truth),
                        is_true: fact.truth == Truthfulness::True,
                        reality: fact.reality.clone(),
                    });
                }
                if holding.is_none_or(|holding| holding.derived) {
                    let held_by = self.held_by(truth, fact.id, Some(actor));
                    if !held_by.is_empty() {
                        missing.push(MissingFact {
                            title: fact.title.clone(),
                            is_new: missed_before.entry(seat).or_default().insert(fact.id),
                            reality: fact.reality.clone(),
                            held_by,
                            reached: self.reached(actor, fact.id, turn),
                        });
                    }
                }
            }
            parts.push(FogPart {
                turn,
                seat: self.teller.seat(seat).clone(),
                is_own: self.is_own(seat),
                questions: decisions
                    .iter()
                    .map(|decision| self.scenario.decisions[decision.index()].title.clone())
                    .collect(),
                shown,
                missing,
            });
        }
        parts
    }

    /// The decisions that each seat answered, or let the default answer, by turn.
    fn answered(&self) -> BTreeMap<(u16, SeatId), Vec<DecisionId>> {
        let mut answered: BTreeMap<(u16, SeatId), Vec<DecisionId>> = BTreeMap::new();
        for (place, event) in self.events.iter().enumerate() {
            let (seat, decision) = match event.what {
                What::Acted {
                    seat,
                    act: Act::Answer { choice },
                    ..
                } => (seat, self.scenario.choices[choice.index()].decision),
                What::Closed { decision, .. } if matches!(event.cause, Cause::Engine(_)) => {
                    (self.scenario.decisions[decision.index()].seat, decision)
                }
                _ => continue,
            };
            let turn = self.course.turns[place];
            answered.entry((turn, seat)).or_default().push(decision);
        }
        answered
    }

    /// Who but `without` holds a fact in full, longest first.
    fn held_by(&self, truth: Truth<'_>, fact: FactId, without: Option<ActorId>) -> Vec<HeldBy> {
        let actors = self.scenario.actors.iter();
        let mut holders: Vec<HeldBy> = actors
            .filter(|actor| Some(actor.id) != without)
            .filter_map(|actor| {
                let holding = truth.holding(actor.id, fact)?;
                (!holding.derived).then(|| HeldBy {
                    actor: actor.name.clone(),
                    since: holding.since,
                    label: self.teller.marking(holding.marking),
                })
            })
            .collect();
        holders.sort_by_key(|held| held.since);
        holders
    }

    /// The turn in which a fact reached an actor in full, from some turn on.
    fn reached(&self, by: ActorId, about: FactId, from: u16) -> Option<u16> {
        let mut events = self.events.iter().zip(&self.course.turns);
        events.find_map(|(event, turn)| match event.what {
            What::Facts(FactEvent::Learned {
                actor,
                fact,
                derived: false,
                ..
            }) if actor == by && fact == about && *turn >= from => Some(*turn),
            _ => None,
        })
    }

    pub(super) fn truth_word(&self, truth: Truthfulness) -> SafeText {
        self.words.say(match truth {
            Truthfulness::True => "debrief-truth-true",
            Truthfulness::Partly => "debrief-truth-partly",
            Truthfulness::False => "debrief-truth-false",
        })
    }

    pub(super) fn facts(&self) -> Vec<FactPart> {
        if !self.scenario.ledgers.contains(&Ledger::Facts) {
            return Vec::new();
        }
        let truth = self.truth_at_end();
        let facts = self.scenario.facts.iter();
        facts
            .map(|fact| FactPart {
                title: fact.title.clone(),
                kind: self.words.say(match fact.kind {
                    FactKind::Indicator => "fact-indicator",
                    FactKind::Report => "fact-report",
                    FactKind::Claim => "fact-claim",
                    FactKind::Assessment => "fact-assessment",
                    FactKind::Victim => "fact-victim",
                }),
                source: self.teller.actor(fact.source).clone(),
                label: self.teller.marking(fact.marking),
                truth: self.truth_word(fact.truth),
                is_true: fact.truth == Truthfulness::True,
                body: fact.body.clone(),
                reality: fact.reality.clone(),
                held_by: self.held_by(truth, fact.id, None),
            })
            .collect()
    }
}
