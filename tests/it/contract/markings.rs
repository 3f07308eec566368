//! Holds every passage of a fact to its label: who is outside has it only with a breach in the log, and no breach is logged
//! for anything else.

use std::collections::BTreeSet;

use demarche::engine::State;
use demarche::engine::act::Act;
use demarche::engine::apply;
use demarche::engine::event::Cause;
use demarche::engine::event::EventNo;
use demarche::engine::event::What;
use demarche::engine::ledger::facts::FactEvent;
use demarche::engine::truth::Truth;
use demarche::model::ActorId;
use demarche::model::FactId;
use demarche::model::ledger::facts::FactKind;
use demarche::model::marking::Marking;
use demarche::model::marking::Tlp;
use demarche::model::roster::ActorKind;
use demarche::model::scenario::Scenario;

use crate::support::table::Table;

/// How many passages were looked at.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Passages {
    pub(super) inside: usize,
    pub(super) outside: usize,
    pub(super) answered: usize,
    /// Victims named in advisories without their leave.
    pub(super) published: usize,
}

impl Passages {
    pub(super) fn add(&mut self, other: Self) {
        self.inside += other.inside;
        self.outside += other.outside;
        self.answered += other.answered;
        self.published += other.published;
    }
}

/// Follows a whole exercise event by event.
pub(super) fn follow(table: &Table, seed: u64, what: &str) -> Passages {
    let scenario = table.scenario();
    let mut state = State::new(scenario, seed);
    let mut passages = Passages::default();
    // Facts that go under another label than at first: a victim has given leave to be named.
    let mut given: BTreeSet<FactId> = BTreeSet::new();
    for (place, event) in table.events.iter().enumerate() {
        let truth = Truth::new(&table.playable, &state);
        match event.what {
            What::Facts(FactEvent::Learned {
                actor: to,
                fact,
                marking: Marking::Tlp(tlp),
                from: Some(by),
                derived,
            }) => {
                let is_outside =
                    !may_have(truth, by, (fact, derived), to, tlp, given.contains(&fact));
                let is_logged = table.events[..place].iter().any(|other| {
                    let breach = matches!(other.what,
                        What::Facts(FactEvent::Breached { fact: of, by: who, to: whom, .. })
                            if (of, who, whom) == (fact, by, to));
                    breach && other.cause == event.cause
                });
                match parent(table, event.cause) {
                    Some(What::Acted {
                        act: Act::Share { .. },
                        ..
                    }) => {
                        let row = &scenario.facts[fact.index()];
                        assert_eq!(is_logged, is_outside, "{what}: {event:?}: {row:?}");
                        passages.inside += usize::from(!is_outside);
                        passages.outside += usize::from(is_outside);
                    }
                    Some(What::Facts(FactEvent::Asked { .. })) => {
                        assert!(!is_outside, "{what}: {event:?}");
                        passages.answered += 1;
                    }
                    _ => {}
                }
            }
            What::Facts(FactEvent::Breached { fact, by, to, .. }) => {
                assert!(truth.holding(by, fact).is_some(), "{what}: {event:?}");
                // What was shared so, somebody may not have; what was published names a victim without leave.
                match parent(table, event.cause) {
                    Some(What::Acted {
                        act: Act::Share { tlp, derived, .. },
                        ..
                    }) => {
                        let leave = given.contains(&fact);
                        let is_fine = may_have(truth, by, (fact, *derived), to, *tlp, leave);
                        assert!(!is_fine, "{what}: {event:?}");
                    }
                    Some(What::Facts(FactEvent::Published { derived, .. })) => {
                        let row = &scenario.facts[fact.index()];
                        assert!(
                            row.kind == FactKind::Victim && !derived,
                            "{what}: {event:?}"
                        );
                    }
                    _ => {}
                }
            }
            What::Facts(FactEvent::Published { fact, by, derived }) => {
                let row = &scenario.facts[fact.index()];
                let names = row.owner.is_some_and(|owner| owner != by) && !derived;
                if row.kind == FactKind::Victim && names && !given.contains(&fact) {
                    let no = Cause::Event(EventNo(u32::try_from(place).unwrap()));
                    let is_logged = table.events[place..].iter().any(|later| {
                        let breach = matches!(later.what,
                            What::Facts(FactEvent::Breached { fact: of, by: who, .. })
                                if (of, who) == (fact, by));
                        breach && later.cause == no
                    });
                    assert!(is_logged, "{what}: {event:?}: {row:?}");
                    passages.published += 1;
                }
            }
            What::Facts(FactEvent::Relabelled { fact, tlp }) => {
                if scenario.facts[fact.index()].marking == Marking::Tlp(tlp) {
                    given.remove(&fact);
                } else {
                    given.insert(fact);
                }
            }
            _ => {}
        }
        apply(&mut state, event);
    }
    passages
}

fn parent(table: &Table, cause: Cause) -> Option<&What> {
    match cause {
        Cause::Event(EventNo(no)) => Some(&table.events[no as usize].what),
        _ => None,
    }
}

/// Whether somebody may let another have a fact under a label, read off TLP 2.0: whom each label reaches, and that nobody
/// but its source makes one wider.
fn may_have(
    truth: Truth<'_>,
    by: ActorId,
    (fact, derived): (FactId, bool),
    to: ActorId,
    tlp: Tlp,
    has_leave: bool,
) -> bool {
    let scenario = truth.scenario();
    let row = &scenario.facts[fact.index()];
    let reaches = |label: Tlp| tlp >= label && audience(scenario, label, by).contains(&to);
    if derived {
        return reaches(row.derived.as_ref().map_or(Tlp::Green, |made| made.tlp));
    }
    let Some(held) = truth.holding(by, fact) else {
        return row.source == by;
    };
    let names_another = row.owner.is_some_and(|owner| owner != by && owner != to);
    if row.kind == FactKind::Victim && names_another && !has_leave {
        return false;
    }
    match held.marking {
        _ if row.source == by => true,
        Marking::National => false,
        Marking::Tlp(label) if to == row.source => tlp >= label,
        Marking::Tlp(label) => reaches(label),
    }
}

/// Whom a label reaches from a recipient.
fn audience(scenario: &Scenario, label: Tlp, by: ActorId) -> Vec<ActorId> {
    let own = &scenario.actors[by.index()];
    let state = |actor: ActorId| scenario.actors[actor.index()].acts_for.unwrap_or(actor);
    let all = scenario.actors.iter();
    let within = all.filter(|actor| {
        let is_of_state = state(actor.id) == state(by);
        match (label, own.kind) {
            (Tlp::Clear, _) => true,
            (Tlp::Green, _) => !matches!(actor.kind, ActorKind::Press | ActorKind::Adversary),
            (Tlp::AmberStrict | Tlp::Red, _) => false,
            (Tlp::Amber, ActorKind::Vendor) => actor.kind == ActorKind::Operator,
            (Tlp::Amber, ActorKind::Cert) => {
                let is_client = matches!(actor.kind, ActorKind::Operator | ActorKind::Government);
                let is_constituent = actor.kind.is_state() && own.acts_for.is_some() && is_of_state;
                own.region == actor.region && (is_client || is_constituent)
            }
            (Tlp::Amber, _) => is_of_state,
        }
    });
    within.map(|actor| actor.id).collect()
}
