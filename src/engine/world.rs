//! The part of the state that expressions and scripts may read, behind one `Arc`.

use crate::engine::adversary::Adversary;
use crate::engine::ledger::book;
use crate::engine::ledger::book::BookState;
use crate::engine::ledger::duties::Answer;
use crate::engine::ledger::duties::DutyNotes;
use crate::engine::ledger::duties::DutyState;
use crate::engine::ledger::facts::Holding;
use crate::engine::ledger::harm::HarmState;
use crate::engine::ledger::spread::Watch;
use crate::engine::ledger::spread::ZoneState;
use crate::engine::shared::Shared;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::expr::Read;
use crate::model::ledger::facts::Truth;
use crate::model::marking::Marking;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::script::World;

/// What can be read. Tables of pairs are rows of `actors` numbers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Readable {
    pub(super) turn: u16,
    pub(super) time: ExerciseTime,
    actors: usize,
    facts: usize,
    pub(super) meters: Vec<i32>,
    trust: Vec<i32>,
    holdings: Shared<Vec<Option<Holding>>>,
    /// The label each fact goes under now.
    pub(super) markings: Shared<Vec<Marking>>,
    /// How true each fact is: as the author wrote it, or as somebody imagines it.
    pub(super) truths: Shared<Vec<Truth>>,
    pub(super) breaches: Shared<Vec<u16>>,
    pub(super) zones: Shared<Vec<ZoneState>>,
    pub(super) communities: Shared<Vec<HarmState>>,
    pub(super) duties: Shared<Vec<DutyState>>,
    pub(super) duty_notes: Shared<Vec<DutyNotes>>,
    /// Who reports is not held to account for it.
    pub(super) safe_harbour: bool,
    norms: Shared<Vec<u16>>,
    /// Turn of the last delivery.
    pub(super) delivered: Vec<Option<u16>>,
    pub(super) chosen: Vec<bool>,
    pub(super) done: Vec<u16>,
    pub(super) capital: Vec<i32>,
    pub(super) book: Shared<BookState>,
    pub(super) adversary: Shared<Adversary>,
}

impl Readable {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let (actors, facts) = (scenario.actors.len(), scenario.facts.len());
        let mut trust = vec![scenario.trust.start; actors * actors];
        for &(from, to, value) in &scenario.trust.pairs {
            trust[from.index() * actors + to.index()] = value;
        }
        let mut holdings = vec![None; actors * facts];
        for fact in &scenario.facts {
            for holder in &fact.holders {
                holdings[holder.index() * facts + fact.id.index()] = Some(Holding {
                    marking: fact.marking,
                    since: 0,
                    from: None,
                    derived: false,
                    finding: None,
                    can_derive: false,
                });
            }
        }
        let first = &scenario.turns[usize::from(!scenario.has_prep)];
        Self {
            turn: u16::from(!scenario.has_prep),
            time: first.from,
            actors,
            facts,
            meters: scenario.meters.iter().map(|meter| meter.start).collect(),
            trust,
            holdings: Shared::new(holdings),
            markings: Shared::new(scenario.facts.iter().map(|fact| fact.marking).collect()),
            truths: Shared::new(scenario.facts.iter().map(|fact| fact.truth).collect()),
            breaches: Shared::new(vec![0; actors]),
            zones: Shared::new(
                scenario
                    .spread
                    .zones
                    .iter()
                    .map(|zone| ZoneState {
                        exposed: zone.exposed,
                        compromised: zone.compromised,
                        contained: zone.contained,
                        slowed: None,
                        frozen: false,
                        held: 0,
                        watch: Watch::Unasked,
                    })
                    .collect(),
            ),
            communities: Shared::new(
                scenario
                    .harm
                    .communities
                    .iter()
                    .map(|community| HarmState {
                        evidence: community.evidence,
                        ..HarmState::default()
                    })
                    .collect(),
            ),
            duties: Shared::new(vec![DutyState::Idle; scenario.duties.len()]),
            duty_notes: Shared::new(vec![DutyNotes::default(); scenario.duties.len()]),
            safe_harbour: false,
            norms: Shared::new(vec![0; actors * Norm::ALL.len() * 2]),
            delivered: vec![None; scenario.injects.len()],
            chosen: vec![false; scenario.choices.len()],
            done: vec![0; scenario.actions.len()],
            capital: scenario.seats.iter().map(|seat| seat.capital).collect(),
            book: Shared::new(BookState::start(scenario)),
            adversary: Shared::new(Adversary::new(scenario)),
        }
    }

    /// Makes it what another is, in the room it has already.
    pub(super) fn restart(&mut self, start: &Self) {
        let Self {
            turn,
            time,
            actors,
            facts,
            meters,
            trust,
            holdings,
            markings,
            truths,
            breaches,
            zones,
            communities,
            duties,
            duty_notes,
            safe_harbour,
            norms,
            delivered,
            chosen,
            done,
            capital,
            book,
            adversary,
        } = start;
        self.turn = *turn;
        self.time = *time;
        self.actors = *actors;
        self.facts = *facts;
        self.meters.clone_from(meters);
        self.trust.clone_from(trust);
        self.holdings.share(holdings);
        self.markings.share(markings);
        self.truths.share(truths);
        self.breaches.share(breaches);
        self.zones.share(zones);
        self.communities.share(communities);
        self.duties.share(duties);
        self.duty_notes.share(duty_notes);
        self.safe_harbour = *safe_harbour;
        self.norms.share(norms);
        self.delivered.clone_from(delivered);
        self.chosen.clone_from(chosen);
        self.done.clone_from(done);
        self.capital.clone_from(capital);
        self.book.share(book);
        self.adversary.share(adversary);
    }

    pub(super) fn actors(&self) -> usize {
        self.actors
    }

    pub(super) fn trust(&self, from: ActorId, to: ActorId) -> i32 {
        self.trust[from.index() * self.actors + to.index()]
    }

    pub(super) fn trust_mut(&mut self, from: ActorId, to: ActorId) -> &mut i32 {
        &mut self.trust[from.index() * self.actors + to.index()]
    }

    pub(super) fn holding(&self, actor: ActorId, fact: FactId) -> Option<&Holding> {
        self.holdings[actor.index() * self.facts + fact.index()].as_ref()
    }

    pub(super) fn holding_mut(&mut self, actor: ActorId, fact: FactId) -> &mut Option<Holding> {
        &mut self.holdings[actor.index() * self.facts + fact.index()]
    }

    pub(super) fn norm(&self, actor: ActorId, norm: Norm, bearing: Bearing) -> u16 {
        self.norms[Self::norm_place(actor, norm, bearing)]
    }

    pub(super) fn norm_mut(&mut self, actor: ActorId, norm: Norm, bearing: Bearing) -> &mut u16 {
        &mut self.norms[Self::norm_place(actor, norm, bearing)]
    }

    fn norm_place(actor: ActorId, norm: Norm, bearing: Bearing) -> usize {
        (actor.index() * Norm::ALL.len() + norm as usize) * 2 + bearing as usize
    }
}

impl World for Readable {
    fn read(&self, read: Read) -> i64 {
        match read {
            Read::Turn => i64::from(self.turn),
            Read::Book(read) => book::read(self, read),
            Read::Time => i64::from(self.time.0),
            Read::Meter(meter) => i64::from(self.meters[meter.index()]),
            Read::Trust(from, to) => i64::from(self.trust(from, to)),
            Read::Holds(actor, fact) => i64::from(self.holding(actor, fact).is_some()),
            Read::Verified(actor, fact) => i64::from(
                self.holding(actor, fact)
                    .is_some_and(|holding| holding.finding.is_some()),
            ),
            Read::Breaches(actor) => i64::from(self.breaches[actor.index()]),
            Read::Exposed(zone) => i64::from(self.zones[zone.index()].exposed),
            Read::Compromised(zone) => i64::from(self.zones[zone.index()].compromised),
            Read::Contained(zone) => i64::from(self.zones[zone.index()].contained),
            Read::Harm(community) => i64::from(self.communities[community.index()].felt()),
            Read::Determined(duty) => i64::from(self.duty_notes[duty.index()].determined.is_some()),
            Read::Answered(duty) => {
                i64::from(self.duty_notes[duty.index()].answer == Answer::Given)
            }
            Read::Met(duty) => {
                i64::from(matches!(self.duties[duty.index()], DutyState::Met { .. }))
            }
            Read::Missed(duty) => i64::from(matches!(
                self.duties[duty.index()],
                DutyState::Missed { .. }
            )),
            Read::Running(duty) => i64::from(matches!(
                self.duties[duty.index()],
                DutyState::Running { .. }
            )),
            Read::Upheld(actor, norm) => i64::from(self.norm(actor, norm, Bearing::Upheld)),
            Read::Strained(actor, norm) => i64::from(self.norm(actor, norm, Bearing::Strained)),
            Read::Delivered(inject) => i64::from(self.delivered[inject.index()].is_some()),
            Read::SinceInject(inject) => self.delivered[inject.index()]
                .map_or(9999, |turn| i64::from(self.turn) - i64::from(turn)),
            Read::Chose(choice) => i64::from(self.chosen[choice.index()]),
            Read::Done(action) => i64::from(self.done[action.index()]),
            Read::Capital(seat) => i64::from(self.capital[seat.index()]),
        }
    }
}
