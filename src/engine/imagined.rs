//! A world a seat imagines: a possible state, built from what the seat knows and the scenario's public parameters.
//!
//! **Invariant:** nothing of the true state gets into it but through a [`Lens`]. What the lens does not show is drawn, or is as
//! at the start of any exercise. What an author has in store is nobody's to foresee: in an imagined world no inject comes, no
//! when/then row fires, no further decision opens, no ending comes early, and of what choices and reports do only that happens
//! which [`Lens::foresees`] (at once, for certain, on what is in sight). The ledgers' own rules run as they always do.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::engine::act::Act;
use crate::engine::adversary;
use crate::engine::command::Command;
use crate::engine::decide::decide;
use crate::engine::dice::Dice;
use crate::engine::dice::Die;
use crate::engine::dice::Roll;
use crate::engine::event::Event;
use crate::engine::ledger::book;
use crate::engine::ledger::duties;
use crate::engine::ledger::facts;
use crate::engine::ledger::harm;
use crate::engine::ledger::meters;
use crate::engine::ledger::norms;
use crate::engine::ledger::spread;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::engine::rejection::Rejection;
use crate::engine::state::DecisionState;
use crate::engine::state::State;
use crate::model::ExprId;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::model::roster::Want;
use crate::script::Call;
use crate::script::Fuse;
use crate::script::Playable;
use crate::script::Roll as ScriptRoll;

/// What makes a state an imagined one.
#[derive(Debug, PartialEq)]
pub(in crate::engine) struct Imagination {
    /// Whose it is.
    pub(in crate::engine) seats: Vec<SeatId>,
    /// Conditions of the seats' own acts that read what is out of their sight: these stay as the seats found them.
    pub(in crate::engine) found: BTreeMap<ExprId, bool>,
}

/// A possible state of the exercise, to be played on without any consequence.
#[derive(Clone, Debug)]
pub struct Imagined<'a> {
    playable: &'a Playable,
    state: State,
    /// Those of one command, which nobody reads; the room is used again.
    events: Vec<Event>,
}

impl PartialEq for Imagined<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state
    }
}

impl<'a> Lens<'a> {
    /// A possible state. The same knowledge and dice give the same one; whatever dice these are, its luck is another's.
    pub fn imagine(&self, dice: Dice) -> Imagined<'a> {
        let scenario = self.scenario();
        let words: Vec<u64> = self.seats().iter().map(|seat| self.word(*seat)).collect();
        let seed = dice.of(Roll::Imagine, &words, 0, self.turn(), 0).key();
        let mut state = State::new(scenario, seed);
        recall(self, &mut state);
        for (ledger, imagine) in LEDGERS {
            if self.has(*ledger) {
                imagine(self, &mut state, &Draw::new(seed, *ledger));
            }
        }
        book::imagine(self, &mut state, Dice::new(seed));
        adversary::imagine(self, &mut state);
        Imagined {
            playable: self.playable(),
            state,
            events: Vec::new(),
        }
    }
}

/// Puts into a state what a lens shows of a ledger, and draws the rest.
type Imagine = fn(&Lens<'_>, &mut State, &Draw);

/// What the first seven ledgers imagine; those of the book follow. One that imagines nothing begins an imagined world as it
/// begins any exercise.
const LEDGERS: &[(Ledger, Imagine)] = &[
    (Ledger::Meters, meters::imagine),
    (Ledger::Facts, facts::imagine),
    (Ledger::Trust, trust::imagine),
    (Ledger::Spread, spread::imagine),
    (Ledger::Harm, harm::imagine),
    (Ledger::Duties, duties::imagine),
    (Ledger::Norms, norms::imagine),
];

/// The dice a ledger draws what is out of sight with.
pub(in crate::engine) struct Draw {
    dice: Dice,
    ledger: u64,
}

impl Draw {
    fn new(seed: u64, ledger: Ledger) -> Self {
        Self {
            dice: Dice::new(seed),
            ledger: crate::model::id::hash(ledger.word()),
        }
    }

    /// The die for subjects, given by the hashes of their words.
    pub(in crate::engine) fn die(&self, subjects: &[u64]) -> Die {
        self.dice.of(Roll::Imagine, subjects, self.ledger, 0, 0)
    }
}

/// What no ledger owns: where the turn stands, who sits where, what the seats themselves did and are asked.
fn recall(lens: &Lens<'_>, state: &mut State) {
    let scenario = lens.scenario();
    state.step = lens.step();
    state.ended = lens.ending();
    let world = state.world_mut();
    world.turn = lens.turn();
    world.time = lens.turn_card().from;
    for inject in &scenario.injects {
        world.delivered[inject.id.index()] = lens.delivered(inject.id);
    }
    for choice in &scenario.choices {
        world.chosen[choice.id.index()] = lens.chose(choice.id);
    }
    for action in &scenario.actions {
        world.done[action.id.index()] = lens.done(action.id);
    }
    for seat in lens.seats() {
        world.capital[seat.index()] = lens.capital(*seat);
    }
    let actions = scenario.actions.len();
    for seat in &scenario.seats {
        let place = seat.id.index();
        state.holders[place] = lens.holder(seat.id).cloned();
        state.resolved[place] = lens.has_resolved(seat.id);
        (state.hours_extra[place], state.hours_next[place]) = lens.hours_moved(seat.id);
        for action in &scenario.actions {
            state.taken[place * actions + action.id.index()] = lens.taken(seat.id, action.id);
        }
    }
    // What an author has in store stays in store.
    state.cancelled.fill(true);
    state.fired.fill(Some(u16::MAX));
    state.close_decisions();
    for (decision, until) in lens.open_decisions() {
        state.set_decision(decision.id, DecisionState::Open { until });
    }
    state.imagined = Some(Arc::new(Imagination {
        seats: lens.seats().to_vec(),
        found: lens.found(),
    }));
}

impl<'a> Imagined<'a> {
    /// Seals a seat's choices, as far as the rules allow it in this world.
    ///
    /// # Errors
    /// Why they don't.
    pub fn seal(&mut self, seat: SeatId, acts: &[Act]) -> Result<(), Rejection> {
        let acts = acts.to_vec();
        self.decide(&Command::Seal { seat, acts })
    }

    /// Closes the current step and does the next.
    ///
    /// # Errors
    /// If it is over.
    pub fn advance(&mut self) -> Result<(), Rejection> {
        self.decide(&Command::Advance)
    }

    fn decide(&mut self, command: &Command) -> Result<(), Rejection> {
        self.events.clear();
        // The limits of operations hold; a limit of wall time would make a search depend on the machine.
        let fuse = Fuse::never();
        decide(
            self.playable,
            &mut self.state,
            command,
            &fuse,
            &mut self.events,
        )
    }

    /// What these seats would know in this world.
    pub fn lens<'b>(&'b self, seats: &'b [SeatId]) -> Lens<'b> {
        Lens::new(self.playable, &self.state, seats)
    }

    /// What each of a seat's wants comes to in this world, times its weight. Nothing in it is a secret to who imagined it, so
    /// what is out of sight in the true one counts too, as drawn.
    pub fn wants(&self, seat: SeatId) -> impl Iterator<Item = (&'a Want, i64)> + '_ {
        let wants = self.playable.scenario().seats[seat.index()].wants.iter();
        wants.map(|want| {
            let fuse = Fuse::never();
            let call = Call {
                fuse: &fuse,
                roll: ScriptRoll::none(),
            };
            let value = self.playable.eval(want.value, &self.state.world, &call);
            let weight = i64::from(want.weight);
            (want, value.unwrap_or(0).saturating_mul(weight))
        })
    }
}
