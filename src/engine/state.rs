//! The state of one exercise: flat, integers only, cheap to clone. Private to the engine.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::engine::act::Act;
use crate::engine::act::Acts;
use crate::engine::command::CallKey;
use crate::engine::command::Holder;
use crate::engine::dice::Dice;
use crate::engine::event::EventNo;
use crate::engine::event::Step;
use crate::engine::event::Wait;
use crate::engine::imagined::Imagination;
use crate::engine::ledger::facts::Breach;
use crate::engine::lendable::Lendable;
use crate::engine::shared::Shared;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::DecisionId;
use crate::model::EndingId;
use crate::model::InjectId;
use crate::model::SeatId;
use crate::model::effect::Effect;
use crate::model::scenario::Scenario;

/// Ground truth. Outside the engine only `Lens` and `Truth` read it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub(super) dice: Dice,
    pub(super) step: Step,
    pub(super) paused: bool,
    /// How many events have been applied.
    pub(super) events: u32,
    pub(super) ended: Option<EndingId>,
    /// What expressions and scripts may read.
    pub(super) world: Lendable<Readable>,
    pub(super) holders: Vec<Option<Holder>>,
    pub(super) sealed: Vec<Option<Acts>>,
    /// In `InTurn`: seats that have resolved this turn.
    pub(super) resolved: Vec<bool>,
    /// Per decision.
    decisions: Vec<DecisionState>,
    /// Those that are open, in the scenario's order.
    open: Vec<DecisionId>,
    /// Injects forced into the next Brief, in the scenario's order, with the event that did it.
    pub(super) queue: Vec<(InjectId, EventNo)>,
    pub(super) cancelled: Shared<Vec<bool>>,
    pub(super) pending: Vec<Pending>,
    /// Choices that were paid for and take effect later.
    pub(super) postponed: Vec<Postponed>,
    /// Hours given (or taken) in the next turn and in this one, per seat.
    pub(super) hours_next: Vec<i32>,
    pub(super) hours_extra: Vec<i32>,
    /// Turn of the last taking, per seat and action.
    pub(super) taken: Vec<Option<u16>>,
    /// Turn of the last firing, per rule.
    pub(super) fired: Vec<Option<u16>>,
    /// Turn of the last contact and number of exchanges, per ordered pair with the smaller actor first.
    contact: Shared<Vec<(u16, u16)>>,
    pub(super) breaches: Vec<Breach>,
    /// Derived versions that gave their source away.
    pub(super) exposed: Shared<Vec<bool>>,
    pub(super) published: Shared<Vec<bool>>,
    pub(super) skips: BTreeSet<CallKey>,
    /// Set in a state that a seat only imagines.
    pub(super) imagined: Option<Arc<Imagination>>,
}

/// Where a decision stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum DecisionState {
    #[default]
    Waiting,
    Open {
        until: u16,
    },
    Decided,
    Closed,
}

/// Effects that will come.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pending {
    pub(super) turn: u16,
    pub(super) of: EventNo,
    pub(super) key: u64,
    pub(super) political: bool,
    pub(super) effects: Arc<Vec<Effect>>,
}

/// A choice that takes effect later.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Postponed {
    pub(super) turn: u16,
    pub(super) of: EventNo,
    pub(super) seat: SeatId,
    pub(super) act: Act,
    pub(super) wait: Wait,
}

impl State {
    /// The state before anything has happened.
    pub fn new(scenario: &Scenario, seed: u64) -> Self {
        let (seats, actors) = (scenario.seats.len(), scenario.actors.len());
        Self {
            dice: Dice::new(seed),
            step: Step::Setup,
            paused: false,
            events: 0,
            ended: None,
            world: Lendable::new(Readable::new(scenario)),
            holders: vec![None; seats],
            sealed: vec![None; seats],
            resolved: vec![false; seats],
            decisions: vec![DecisionState::Waiting; scenario.decisions.len()],
            open: Vec::new(),
            queue: Vec::new(),
            cancelled: Shared::new(vec![false; scenario.injects.len()]),
            pending: Vec::new(),
            postponed: Vec::new(),
            hours_next: vec![0; seats],
            hours_extra: vec![0; seats],
            taken: vec![None; seats * scenario.actions.len()],
            fired: vec![None; scenario.rules.len()],
            contact: Shared::new(vec![(0, 0); actors * actors]),
            breaches: Vec::new(),
            exposed: Shared::new(vec![false; scenario.facts.len()]),
            published: Shared::new(vec![false; scenario.facts.len()]),
            skips: BTreeSet::new(),
            imagined: None,
        }
    }

    /// Makes it what another state is, with other luck, in the room it has already. What `start` shares with it costs nothing.
    pub fn restart(&mut self, start: &Self, seed: u64) {
        // Taken apart, so that nothing new in a state is forgotten here.
        let Self {
            dice: _,
            step,
            paused,
            events,
            ended,
            world,
            holders,
            sealed,
            resolved,
            decisions,
            open,
            queue,
            cancelled,
            pending,
            postponed,
            hours_next,
            hours_extra,
            taken,
            fired,
            contact,
            breaches,
            exposed,
            published,
            skips,
            imagined,
        } = start;
        self.dice = Dice::new(seed);
        self.step = *step;
        self.paused = *paused;
        self.events = *events;
        self.ended = *ended;
        self.world_mut().restart(world);
        self.holders.clone_from(holders);
        self.sealed.clone_from(sealed);
        self.resolved.clone_from(resolved);
        self.decisions.clone_from(decisions);
        self.open.clone_from(open);
        self.queue.clone_from(queue);
        self.cancelled.share(cancelled);
        self.pending.clone_from(pending);
        self.postponed.clone_from(postponed);
        self.hours_next.clone_from(hours_next);
        self.hours_extra.clone_from(hours_extra);
        self.taken.clone_from(taken);
        self.fired.clone_from(fired);
        self.contact.share(contact);
        self.breaches.clone_from(breaches);
        self.exposed.share(exposed);
        self.published.share(published);
        self.skips.clone_from(skips);
        self.imagined.clone_from(imagined);
    }

    pub(super) fn decision(&self, decision: DecisionId) -> DecisionState {
        self.decisions[decision.index()]
    }

    pub(super) fn set_decision(&mut self, decision: DecisionId, stands: DecisionState) {
        self.decisions[decision.index()] = stands;
        let place = self.open.binary_search(&decision);
        match (place, stands) {
            (Err(place), DecisionState::Open { .. }) => self.open.insert(place, decision),
            (Ok(place), state) if !matches!(state, DecisionState::Open { .. }) => {
                self.open.remove(place);
            }
            _ => {}
        }
    }

    /// Closes every decision, whether it has been open or not.
    pub(super) fn close_decisions(&mut self) {
        self.decisions.fill(DecisionState::Closed);
        self.open.clear();
    }

    /// The decisions that are open, in the scenario's order, with the last turn in which each can be answered.
    pub(super) fn open(&self) -> impl Iterator<Item = (DecisionId, u16)> + '_ {
        self.open
            .iter()
            .filter_map(|decision| match self.decision(*decision) {
                DecisionState::Open { until } => Some((*decision, until)),
                _ => None,
            })
    }

    /// Forces an inject into the next Brief, or no longer.
    pub(super) fn set_queued(&mut self, inject: InjectId, by: Option<EventNo>) {
        if self.queue.is_empty() && by.is_none() {
            return;
        }
        let place = self
            .queue
            .binary_search_by_key(&inject, |(queued, _)| *queued);
        match (place, by) {
            (Ok(place), Some(by)) => self.queue[place].1 = by,
            (Err(place), Some(by)) => self.queue.insert(place, (inject, by)),
            (Ok(place), None) => {
                self.queue.remove(place);
            }
            (Err(_), None) => {}
        }
    }

    /// The same state with other luck from here on: for asking what else could have come of it, never in an exercise.
    #[must_use]
    pub fn with_luck(mut self, seed: u64) -> Self {
        self.dice = Dice::new(seed);
        self
    }

    pub(super) fn turn(&self) -> u16 {
        self.world.turn
    }

    /// The number of the next event.
    pub(super) fn next(&self) -> EventNo {
        EventNo(self.events)
    }

    /// A seat's hours in this turn.
    pub(super) fn hours(&self, scenario: &Scenario, seat: SeatId) -> i32 {
        let turn = &scenario.turns[usize::from(self.turn())];
        let hours = scenario.seats[seat.index()].hours;
        let base = if turn.hours == 1000 {
            hours
        } else {
            let base = i64::from(hours) * i64::from(turn.hours) / 1000;
            i32::try_from(base).unwrap_or(i32::MAX)
        };
        base.saturating_add(self.hours_extra[seat.index()]).max(0)
    }

    pub(super) fn world_mut(&mut self) -> &mut Readable {
        self.world.change()
    }

    fn pair(&self, a: ActorId, b: ActorId) -> usize {
        let (low, high) = if a < b { (a, b) } else { (b, a) };
        low.index() * self.world.actors() + high.index()
    }

    /// Turn of the last contact between two actors, and how often they have exchanged something.
    pub(super) fn contact(&self, a: ActorId, b: ActorId) -> (u16, u16) {
        self.contact[self.pair(a, b)]
    }

    pub(super) fn contact_mut(&mut self, a: ActorId, b: ActorId) -> (&mut u16, &mut u16) {
        let pair = self.pair(a, b);
        let (turn, exchanges) = &mut self.contact[pair];
        (turn, exchanges)
    }
}
