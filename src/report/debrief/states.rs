//! What each state at the table came to: two indicators of where it stands at the end, and what it did for each of four pillars.
//!
//! The indicators follow two goals that are often named together with security: infrastructure that goes on working, and
//! institutions that are believed. The pillars are four ways of taking agreed norms seriously: to implement them, to
//! monitor, to build capacity, to attribute. Every act feeds one pillar at most; what is counted are acts, not worth.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::engine::act::Act;
use crate::engine::event::What;
use crate::engine::ledger::norms::NormEvent;
use crate::engine::ledger::trust::TrustEvent;
use crate::engine::truth::Truth;
use crate::model::ActorId;
use crate::model::family::Family;
use crate::model::ledger::Ledger;
use crate::model::norm::Bearing;
use crate::report::debrief::Pillar;
use crate::report::debrief::PillarPart;
use crate::report::debrief::StatePart;
use crate::report::debrief::Stood;
use crate::report::debrief::build::Maker;
use crate::text::SafeText;

/// Which pillar an act feeds, by the first of these ledgers that it moved. Sharing counts as capacity, and what an author
/// wrote counts as attribution only where it condemns.
const FEEDS: [(Ledger, Pillar); 15] = [
    (Ledger::Attribution, Pillar::Attribute),
    (Ledger::Statements, Pillar::Attribute),
    (Ledger::Contacts, Pillar::Capacitate),
    (Ledger::Capacity, Pillar::Capacitate),
    (Ledger::Mandate, Pillar::Capacitate),
    (Ledger::Disclosure, Pillar::Capacitate),
    (Ledger::Duties, Pillar::Implement),
    (Ledger::Measures, Pillar::Implement),
    (Ledger::Norms, Pillar::Implement),
    (Ledger::Harm, Pillar::Monitor),
    (Ledger::Facts, Pillar::Monitor),
    (Ledger::Narrative, Pillar::Monitor),
    (Ledger::Tension, Pillar::Monitor),
    (Ledger::Spread, Pillar::Capacitate),
    (Ledger::Trust, Pillar::Capacitate),
];

impl Maker<'_> {
    pub(super) fn states(&self) -> Vec<StatePart> {
        let moved = self.moved_by_acts();
        let mut states: Vec<ActorId> = Vec::new();
        for seat in &self.scenario.seats {
            let state = self.state_of(seat.actor);
            states.extend(state.filter(|state| !states.contains(state)));
        }
        let parts =
            states.into_iter().map(|state| StatePart {
                state: self.teller.actor(state).clone(),
                is_own: self.viewer.seats.iter().any(|seat| {
                    self.state_of(self.scenario.seats[seat.index()].actor) == Some(state)
                }),
                continuity: self.continuity(state),
                trust: self.institutions(state),
                pillars: self.pillars(state, &moved),
            });
        let mut parts: Vec<StatePart> = parts.collect();
        parts.sort_by_key(|part| !part.is_own);
        parts
    }

    /// The state an actor is an organ of, or is itself.
    pub(super) fn state_of(&self, actor: ActorId) -> Option<ActorId> {
        let row = &self.scenario.actors[actor.index()];
        row.acts_for.or(row.kind.is_state().then_some(actor))
    }

    /// Of a hundred organisations at home, how many were not compromised.
    fn continuity(&self, state: ActorId) -> Option<Stood> {
        let mut seats = self.scenario.seats.iter();
        let home = self.home(seats.find(|seat| self.state_of(seat.actor) == Some(state))?);
        let share = |truth: Truth<'_>| {
            let zones = home.iter().map(|zone| truth.zone(*zone));
            let (all, hit) = zones.fold((0, 0), |(all, hit), zone| {
                (all + zone.total(), hit + zone.compromised)
            });
            (all > 0).then(|| 100 - hit * 100 / all)
        };
        Some(Stood {
            start: share(self.truth_at_start())?,
            worst: self.truths().filter_map(share).min()?,
            end: share(self.truth_at_end())?,
        })
    }

    /// What those think of a state's organs, on average, who came to think otherwise of them; nobody of the state itself.
    fn institutions(&self, state: ActorId) -> Option<Stood> {
        let mut pairs = BTreeSet::new();
        for event in self.events {
            if let What::Trust(TrustEvent::Moved { from, to, .. }) = event.what
                && self.state_of(to) == Some(state)
                && self.state_of(from) != Some(state)
            {
                pairs.insert((from, to));
            }
        }
        let count = i32::try_from(pairs.len()).ok().filter(|count| *count > 0)?;
        let mean = |truth: Truth<'_>| {
            let sum: i32 = pairs.iter().map(|(from, to)| truth.trust(*from, *to)).sum();
            sum / count
        };
        Some(Stood {
            start: mean(self.truth_at_start()),
            worst: self.truths().map(mean).min()?,
            end: mean(self.truth_at_end()),
        })
    }

    /// The ledgers that each act moved, by the act's place; straining a norm is no way of implementing it.
    fn moved_by_acts(&self) -> BTreeMap<usize, BTreeSet<Ledger>> {
        let mut moved: BTreeMap<usize, BTreeSet<Ledger>> = BTreeMap::new();
        for (place, event) in self.events.iter().enumerate() {
            let ledger = match &event.what {
                What::Acted { act, .. } => act.ledger(),
                What::Norms(NormEvent::Noted {
                    bearing: Bearing::Upheld,
                    ..
                }) => Some(Ledger::Norms),
                What::Facts(_) => Some(Ledger::Facts),
                What::Trust(_) => Some(Ledger::Trust),
                What::Spread(_) => Some(Ledger::Spread),
                What::Harm(_) => Some(Ledger::Harm),
                What::Duties(_) => Some(Ledger::Duties),
                What::Book(event) => Some(event.ledger()),
                _ => None,
            };
            let doer = match event.what {
                What::Acted { .. } => Some(place),
                _ => self.doer(place),
            };
            if let (Some(ledger), Some(doer)) = (ledger, doer) {
                moved.entry(doer).or_default().insert(ledger);
            }
        }
        moved
    }

    fn pillars(
        &self,
        state: ActorId,
        moved: &BTreeMap<usize, BTreeSet<Ledger>>,
    ) -> Vec<PillarPart> {
        let mut acts: BTreeMap<Pillar, Vec<SafeText>> = BTreeMap::new();
        for (place, event) in self.events.iter().enumerate() {
            let What::Acted { seat, act, .. } = &event.what else {
                continue;
            };
            let actor = self.scenario.seats[seat.index()].actor;
            if self.state_of(actor) != Some(state) {
                continue;
            }
            // What the rules give feeds what its own ledger is about; what an author wrote, by what came of it.
            let mut touched = match (act.ledger(), moved.get(&place)) {
                // Who is told can do more.
                _ if matches!(act, Act::Share { .. } | Act::Advise { .. }) => {
                    BTreeSet::from([Ledger::Trust])
                }
                (Some(own), _) => BTreeSet::from([own]),
                (None, Some(touched)) => touched.clone(),
                (None, None) => continue,
            };
            // Much that is done in a forum or about a procedure accuses nobody.
            if act.ledger().is_none() && act.family(self.scenario) != Family::Condemn {
                touched
                    .retain(|ledger| !matches!(ledger, Ledger::Attribution | Ledger::Statements));
            }
            let mut feeds = FEEDS.iter();
            if let Some((_, pillar)) = feeds.find(|(ledger, _)| touched.contains(ledger)) {
                let args = [
                    ("turn", self.course.turns[place].into()),
                    ("act", self.teller.act(act).into()),
                ];
                let line = self.fill("debrief-pillar-act", &args);
                acts.entry(*pillar).or_default().push(line);
            }
        }
        let parts = Pillar::ALL.into_iter().map(|pillar| PillarPart {
            pillar,
            name: self.words.say(pillar.key()),
            acts: acts.remove(&pillar).unwrap_or_default(),
        });
        parts.collect()
    }
}
