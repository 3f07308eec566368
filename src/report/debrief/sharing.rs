//! The sharing ledger: who told whom what under which label, and what leaked.

use crate::engine::act::Act;
use crate::engine::event::What;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::truth::Truth;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::ledger::Ledger;
use crate::model::msel::Sender;
use crate::report::debrief::BreachPart;
use crate::report::debrief::Passing;
use crate::report::debrief::SharingPart;
use crate::report::debrief::build::Maker;
use crate::text::SafeText;

impl Maker<'_> {
    pub(super) fn sharing(&self) -> SharingPart {
        if !self.scenario.ledgers.contains(&Ledger::Facts) {
            return SharingPart::default();
        }
        let (mut passed, mut breaches) = (Vec::new(), Vec::new());
        for (place, event) in self.events.iter().enumerate() {
            match &event.what {
                What::Facts(FactEvent::Learned {
                    actor,
                    fact,
                    marking,
                    from,
                    derived,
                }) if *from != Some(*actor) => {
                    let to = self.teller.actor(*actor);
                    let (giver, way) = self.giver(place, *from);
                    // Whoever found something out was told by nobody.
                    if giver == *to {
                        continue;
                    }
                    passed.push(Passing {
                        at: self.at(place),
                        fact: self.teller.fact(*fact).clone(),
                        from: giver,
                        to: to.clone(),
                        label: self.teller.marking(*marking),
                        derived: *derived,
                        breach: from.is_some_and(|by| self.is_breach(place, *fact, by, *actor)),
                        way: self.words.say(way),
                    });
                }
                What::Facts(FactEvent::Breached {
                    fact,
                    by,
                    to,
                    label,
                }) => {
                    let number = breaches.len();
                    let (found, cost) = self.found(number);
                    breaches.push(BreachPart {
                        at: self.at(place),
                        fact: self.teller.fact(*fact).clone(),
                        by: self.teller.actor(*by).clone(),
                        to: self.teller.actor(*to).clone(),
                        label: self.teller.marking(*label),
                        path: self.path(*fact, *by, *to),
                        found: found.map(|place| self.at(place)),
                        cost,
                    });
                }
                _ => {}
            }
        }
        SharingPart {
            passed,
            breaches,
            kept: self.kept(),
        }
    }

    /// Who gave a fact, and how it went.
    fn giver(&self, place: usize, from: Option<ActorId>) -> (SafeText, &'static str) {
        let name = |actor: ActorId| self.teller.actor(actor).clone();
        let named = from.map(name);
        let Some(doer) = self.doer(place) else {
            return (named.unwrap_or_default(), "debrief-way-other");
        };
        let is_published = self
            .graph
            .nearest(place, |event| {
                matches!(event.what, What::Facts(FactEvent::Published { .. }))
            })
            .is_some();
        match &self.events[doer].what {
            What::Acted { seat, act, .. } => {
                let acting = self.scenario.seats[seat.index()].actor;
                let way = match act {
                    _ if is_published => "debrief-way-advisory",
                    Act::Ask { .. } => "debrief-way-request",
                    Act::Share { .. } => "debrief-way-shared",
                    _ => "debrief-way-choice",
                };
                (named.unwrap_or_else(|| name(acting)), way)
            }
            What::Delivered { inject, .. } => {
                let sender = match &self.scenario.injects[inject.index()].from {
                    Sender::Actor(actor) => name(*actor),
                    Sender::Other(other) => other.clone(),
                };
                (named.unwrap_or(sender), "debrief-way-inject")
            }
            What::RuleFired { rule, .. } => {
                let actor = self.scenario.rules[rule.index()].actor.map(name);
                (named.or(actor).unwrap_or_default(), "debrief-way-rule")
            }
            _ => (named.unwrap_or_default(), "debrief-way-other"),
        }
    }

    /// Whether the passing at a place was logged as a breach: that event stands just before it, with the same cause.
    fn is_breach(&self, place: usize, what: FactId, giver: ActorId, receiver: ActorId) -> bool {
        let cause = self.events[place].cause;
        self.events[..place]
            .iter()
            .rev()
            .take_while(|event| event.cause == cause)
            .any(|event| {
                matches!(event.what, What::Facts(FactEvent::Breached { fact, by, to, .. })
                    if fact == what && by == giver && to == receiver)
            })
    }

    /// When a breach came to light, and what it cost.
    fn found(&self, number: usize) -> (Option<usize>, Vec<SafeText>) {
        let place = self.events.iter().position(|event| {
            matches!(event.what, What::Facts(FactEvent::BreachFound { breach, .. })
                if usize::from(breach) == number)
        });
        let Some(place) = place else {
            return (None, Vec::new());
        };
        let of = self.graph.descendants(place);
        let cost = self.graph.followed(&of, &self.course.weights, self.teller);
        (Some(place), cost)
    }

    /// The way a fact took from its source to where it leaked.
    fn path(&self, fact: FactId, by: ActorId, to: ActorId) -> Vec<SafeText> {
        let truth = self.truth_at_end();
        let mut path = vec![to, by];
        let mut at = by;
        while let Some(from) = truth.holding(at, fact).and_then(|holding| holding.from) {
            // What is held in a circle has no further beginning.
            if path.contains(&from) {
                break;
            }
            path.push(from);
            at = from;
        }
        let source = self.scenario.facts[fact.index()].source;
        if !path.contains(&source) {
            path.push(source);
        }
        path.iter()
            .rev()
            .map(|actor| self.teller.actor(*actor).clone())
            .collect()
    }

    /// Facts that stayed with those who had them at the beginning.
    fn kept(&self) -> Vec<SafeText> {
        let (start, end) = (self.truth_at_start(), self.truth_at_end());
        let holders = |truth: Truth<'_>, fact: FactId| {
            let actors = self.scenario.actors.iter();
            actors
                .filter(|actor| truth.holding(actor.id, fact).is_some())
                .count()
        };
        let facts = self.scenario.facts.iter();
        facts
            .filter(|fact| {
                let first = holders(start, fact.id);
                first > 0 && holders(end, fact.id) == first
            })
            .map(|fact| fact.title.clone())
            .collect()
    }
}
