//! Which events a lens may see.

use crate::engine::act::Act;
use crate::engine::event::Event;
use crate::engine::event::What;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::facts::reads_advisories;
use crate::engine::ledger::harm::HarmEvent;
use crate::engine::ledger::meters::MeterEvent;
use crate::engine::ledger::norms::NormEvent;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::ledger::trust::TrustEvent;
use crate::engine::lens::Lens;
use crate::model::roster::ActorKind;

impl Lens<'_> {
    /// Whether these seats may see that an event happened.
    pub fn may_see(&self, event: &Event) -> bool {
        let scenario = self.scenario();
        match &event.what {
            What::Started
            | What::Entered { .. }
            | What::Paused
            | What::Resumed
            | What::Filled { .. }
            | What::Resolved { .. }
            | What::Ended { .. } => true,
            What::Delivered { inject, .. } => scenario.injects[inject.index()]
                .to
                .iter()
                .any(|actor| self.is_own_actor(*actor)),
            What::Opened { decision, .. }
            | What::Closed {
                decision,
                choice: None,
            } => self.is_own(scenario.decisions[decision.index()].seat),
            What::Closed {
                decision,
                choice: Some(choice),
            } => {
                self.is_own(scenario.decisions[decision.index()].seat)
                    || !scenario.choices[choice.index()].seen.as_str().is_empty()
            }
            What::Sealed { seat, .. }
            | What::Unsealed { seat }
            | What::Lapsed { seat, .. }
            | What::Postponed { seat, .. }
            | What::CameThrough { seat, .. }
            | What::CapitalMoved { seat, .. }
            | What::HoursMoved { seat, .. } => self.is_own(*seat),
            What::Acted { seat, act, .. } => self.is_own(*seat) || self.hears_of(*act),
            // The author's words say why a number that is in sight moved; a row without words stays unseen.
            What::RuleFired { rule, .. } => !scenario.rules[rule.index()].why.as_str().is_empty(),
            What::Declined { to, .. } => self.is_own_actor(*to),
            What::Meters(MeterEvent::Moved { meter, .. }) => self.meter(*meter).is_some(),
            What::Facts(event) => self.may_see_fact(event),
            What::Trust(TrustEvent::Moved { from, to, .. }) => {
                self.is_own_actor(*from) && self.is_known(*to)
            }
            What::Trust(TrustEvent::Contacted { a, b, .. }) => {
                (self.is_own_actor(*a) || self.is_own_actor(*b))
                    && self.is_known(*a)
                    && self.is_known(*b)
            }
            // That nothing came of a request is between who asked and who was asked.
            What::Spread(SpreadEvent::RequestAnswered {
                units: 0,
                asker,
                by_owner,
                ..
            }) => {
                self.is_own_actor(*asker) || by_owner.is_some_and(|owner| self.is_own_actor(owner))
            }
            // What an ally has in its sights is between it and who asked.
            What::Spread(
                SpreadEvent::Objected { ally, asker, .. }
                | SpreadEvent::Agreed { ally, asker, .. }
                | SpreadEvent::Burned {
                    ally, by: asker, ..
                },
            ) => self.is_own_actor(*ally) || self.is_own_actor(*asker),
            What::Spread(event) => {
                let (SpreadEvent::Compromised { zone, .. }
                | SpreadEvent::Contained { zone, .. }
                | SpreadEvent::Reopened { zone, .. }
                | SpreadEvent::Slowed { zone, .. }
                | SpreadEvent::Frozen { zone, .. }
                | SpreadEvent::HoldCost { zone, .. }
                | SpreadEvent::Objected { zone, .. }
                | SpreadEvent::Agreed { zone, .. }
                | SpreadEvent::Burned { zone, .. }
                | SpreadEvent::RequestAnswered { zone, .. }) = event;
                self.zone(*zone).is_some()
            }
            What::Harm(event) => {
                let (HarmEvent::Harmed { community, .. }
                | HarmEvent::Evidenced { community, .. }
                | HarmEvent::Notified { community }) = event;
                self.harm(*community).is_some()
            }
            What::Duties(event) => self.may_see_duty(event),
            What::Book(event) => event.may_be_seen(self),
            What::Adversary(event) => crate::engine::adversary::may_see(self, event),
            What::Norms(NormEvent::Noted { actor, .. }) => self.is_own_profile(*actor),
            What::Queued { .. }
            | What::Cancelled { .. }
            | What::Deferred { .. }
            | What::CameDue { .. }
            | What::Called { .. }
            | What::ScriptFailed { .. }
            | What::ScriptSkipped { .. }
            | What::SkipNoted { .. }
            | What::Noted { .. } => false,
        }
    }

    /// Whether another seat's act is heard of: the author gave it words for everybody.
    fn hears_of(&self, act: Act) -> bool {
        match act {
            Act::Answer { choice } => !self.scenario().choices[choice.index()]
                .seen
                .as_str()
                .is_empty(),
            Act::Take { action } => !self.scenario().actions[action.index()]
                .seen
                .as_str()
                .is_empty(),
            _ => false,
        }
    }

    fn may_see_fact(&self, event: &FactEvent) -> bool {
        let reads_advisories = || {
            self.own_actors()
                .any(|own| reads_advisories(self.scenario(), own))
        };
        match event {
            FactEvent::Learned { actor, from, .. } => {
                self.is_own_actor(*actor) || from.is_some_and(|from| self.is_own_actor(from))
            }
            FactEvent::Published { by, .. } => self.is_own_actor(*by) || reads_advisories(),
            FactEvent::Relabelled { fact, .. } => self.marking(*fact).is_some(),
            FactEvent::RelabelRefused { to, .. } => self.is_own_actor(*to),
            FactEvent::Derived { by, .. }
            | FactEvent::Verified { by, .. }
            | FactEvent::Breached { by, .. } => self.is_own_actor(*by),
            FactEvent::SourceExposed { by, fact } => {
                self.is_own_actor(*by)
                    || self.is_own_actor(self.scenario().facts[fact.index()].source)
            }
            FactEvent::BreachFound { by, source, .. } => {
                let gossips = self
                    .own_actors()
                    .any(|own| self.scenario().actors[own.index()].kind == ActorKind::Cert);
                self.is_own_actor(*by) || self.is_own_actor(*source) || gossips
            }
            FactEvent::Misfired { from, at, .. } => {
                self.is_own_actor(*from) || self.is_own_actor(*at)
            }
            FactEvent::Asked { of, by } => self.is_own_actor(*of) || self.is_own_actor(*by),
        }
    }
}
