//! What one seat, or the seats of a table together, may know: borrowed, one method per thing.
//!
//! **Invariant:** a lens is built up from nothing. New state is secret until somebody writes the method that shows it.

mod duties;
mod foresight;
mod legality;
mod lists;
mod others;
mod possible;
mod price;
mod recall;
mod sight;

use crate::engine::act::Act;
use crate::engine::command::Holder;
use crate::engine::event::Step;
use crate::engine::ledger::book;
use crate::engine::ledger::duties::DutyState;
use crate::engine::ledger::facts::Holding;
use crate::engine::ledger::harm;
use crate::engine::ledger::spread;
use crate::engine::ledger::spread::ZoneState;
use crate::engine::ledger::spread::freshness;
use crate::engine::state::DecisionState;
use crate::engine::state::State;
use crate::model::ActorId;
use crate::model::CommunityId;
use crate::model::DutyId;
use crate::model::ExprId;
use crate::model::FactId;
use crate::model::MeterId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::decision::Choice;
use crate::model::decision::Decision;
use crate::model::expr::Read;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::duties::Duty;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::roster::Actor;
use crate::model::roster::Seat;
use crate::model::scenario::Scenario;
use crate::model::scenario::Turn;
use crate::script::Call;
use crate::script::Fuse;
use crate::script::Playable;
use crate::script::Roll;

/// What the seats of one table may know.
#[derive(Clone, Copy)]
pub struct Lens<'a> {
    playable: &'a Playable,
    state: &'a State,
    seats: &'a [SeatId],
    /// What is possible, if it has been worked out already.
    possible: Option<&'a [Act]>,
}

impl<'a> Lens<'a> {
    /// The lens of these seats.
    pub fn new(playable: &'a Playable, state: &'a State, seats: &'a [SeatId]) -> Self {
        Self {
            playable,
            state,
            seats,
            possible: None,
        }
    }

    /// The same lens, which need not work out again what is possible for its seat: the list of [`Lens::each_possible`].
    #[must_use]
    pub fn knowing(self, possible: &'a [Act]) -> Self {
        Self {
            possible: Some(possible),
            ..self
        }
    }

    pub(in crate::engine) fn scenario(&self) -> &'a Scenario {
        self.playable.scenario()
    }

    /// The seats whose knowledge this is.
    pub fn seats(&self) -> &'a [SeatId] {
        self.seats
    }

    /// A seat's card, which everybody may read.
    pub fn seat(&self, seat: SeatId) -> &'a Seat {
        &self.scenario().seats[seat.index()]
    }

    /// The actors everybody knows of: all but an adversary.
    pub fn actors(&self) -> impl Iterator<Item = &'a Actor> {
        use crate::model::roster::ActorKind;
        self.scenario()
            .actors
            .iter()
            .filter(|actor| actor.kind != ActorKind::Adversary)
    }

    /// Whether everybody knows of an actor.
    pub fn is_known(&self, actor: ActorId) -> bool {
        use crate::model::roster::ActorKind;
        self.scenario().actors[actor.index()].kind != ActorKind::Adversary
    }

    /// The hash of a seat's word, for the dice of whoever plays it.
    pub fn word(&self, seat: SeatId) -> u64 {
        self.scenario().names.hash(Kind::Seat, seat.0)
    }

    /// The hash of a choice's word, for tie-breaks.
    pub fn choice_word(&self, choice: crate::model::ChoiceId) -> u64 {
        self.scenario().names.hash(Kind::Choice, choice.0)
    }

    pub fn turn(&self) -> u16 {
        self.state.turn()
    }

    /// The number of the last turn.
    pub fn last_turn(&self) -> u16 {
        u16::try_from(self.scenario().turns.len().saturating_sub(1)).unwrap_or(u16::MAX)
    }

    /// The turn's card.
    pub fn turn_card(&self) -> &'a Turn {
        &self.scenario().turns[usize::from(self.turn())]
    }

    pub fn step(&self) -> Step {
        self.state.step
    }

    pub fn is_paused(&self) -> bool {
        self.state.paused
    }

    /// Whether `EndEx` has come.
    pub fn has_ended(&self) -> bool {
        self.state.ended.is_some()
    }

    /// Whether a ledger is switched on.
    pub fn has(&self, ledger: Ledger) -> bool {
        self.scenario().ledgers.contains(&ledger)
    }

    /// Who holds a seat, which everybody at the table sees.
    pub fn holder(&self, seat: SeatId) -> Option<&'a Holder> {
        self.state.holders[seat.index()].as_ref()
    }

    /// Whether a seat has sealed, which everybody at the table sees.
    pub fn has_sealed(&self, seat: SeatId) -> bool {
        self.state.sealed[seat.index()].is_some()
    }

    /// What one of one's own seats has sealed.
    pub fn sealed(&self, seat: SeatId) -> &'a [Act] {
        if self.is_own(seat) {
            self.state.sealed[seat.index()]
                .as_deref()
                .unwrap_or_default()
        } else {
            &[]
        }
    }

    /// Hours a seat of one's own has in this turn.
    pub fn hours(&self, seat: SeatId) -> i32 {
        if self.is_own(seat) {
            self.state.hours(self.scenario(), seat)
        } else {
            0
        }
    }

    /// Political capital of a seat of one's own.
    pub fn capital(&self, seat: SeatId) -> i32 {
        if self.is_own(seat) {
            self.state.world.capital[seat.index()]
        } else {
            0
        }
    }

    /// The decisions open to one's own seats, with the last turn in which they can be answered.
    pub fn open_decisions(&self) -> impl Iterator<Item = (&'a Decision, u16)> + use<'a> {
        let Lens { state, seats, .. } = *self;
        let scenario = self.scenario();
        state.open().filter_map(move |(decision, until)| {
            let decision = &scenario.decisions[decision.index()];
            seats.contains(&decision.seat).then_some((decision, until))
        })
    }

    /// The last turn in which a decision that is open to one's own seats can be answered.
    pub fn open_until(&self, decision: &Decision) -> Option<u16> {
        match self.state.decision(decision.id) {
            DecisionState::Open { until } if self.is_own(decision.seat) => Some(until),
            _ => None,
        }
    }

    /// The choices of a decision that is open to one's own seats.
    pub fn choices(&self, decision: &'a Decision) -> impl Iterator<Item = &'a Choice> + use<'a> {
        let scenario = self.scenario();
        decision
            .choices
            .iter()
            .map(move |choice| &scenario.choices[choice.index()])
    }

    /// The facts that an actor of one's own holds.
    pub fn facts_of(
        &self,
        actor: ActorId,
    ) -> impl Iterator<Item = (&'a crate::model::ledger::facts::Fact, &'a Holding)> + use<'a> {
        let Lens { state, .. } = *self;
        let own = self.is_own_actor(actor);
        self.scenario()
            .facts
            .iter()
            .filter(move |_| own)
            .filter_map(move |fact| {
                state
                    .world
                    .holding(actor, fact.id)
                    .map(|holding| (fact, holding))
            })
    }

    /// Whether an actor of one's own holds something that says what to look for in a zone.
    pub(in crate::engine) fn names_what(&self, zone: ZoneId, own: ActorId) -> bool {
        self.is_own_actor(own) && spread::names_what(self.scenario(), &self.state.world, zone, own)
    }

    /// How an actor of one's own holds a fact, if it does.
    pub fn held(&self, actor: ActorId, fact: FactId) -> Option<&'a Holding> {
        let Lens { state, .. } = *self;
        self.is_own_actor(actor)
            .then(|| state.world.holding(actor, fact))
            .flatten()
    }

    /// The label a fact that one holds goes under now.
    pub fn marking(&self, fact: FactId) -> Option<Marking> {
        let holds = self
            .own_actors()
            .any(|actor| self.state.world.holding(actor, fact).is_some());
        holds.then(|| self.state.world.markings[fact.index()])
    }

    /// How much an indicator one holds is still worth, in per mille.
    pub fn freshness(&self, fact: FactId, since: u16) -> i32 {
        let fresh = freshness(
            self.scenario().facts[fact.index()].half_life,
            self.turn().saturating_sub(since),
        );
        if self.is_rotated(fact) {
            fresh * self.scenario().adversary.rotated_worth / 1000
        } else {
            fresh
        }
    }

    /// Whether passing a fact on would leave the boundary it was received under.
    pub fn leaves_boundary(
        &self,
        by: ActorId,
        fact: FactId,
        to: ActorId,
        tlp: Tlp,
        derived: bool,
    ) -> bool {
        self.is_own_actor(by)
            && crate::engine::ledger::facts::leaves_boundary(
                self.scenario(),
                &self.state.world,
                by,
                fact,
                to,
                tlp,
                derived,
            )
    }

    /// A meter one may see.
    pub fn meter(&self, meter: MeterId) -> Option<i32> {
        let row = &self.scenario().meters[meter.index()];
        let sees =
            self.has(Ledger::Meters) && self.seats.iter().any(|seat| row.seen_by.includes(*seat));
        sees.then(|| self.state.world.meters[meter.index()])
    }

    /// What an actor of one's own thinks of another.
    pub fn trust(&self, from: ActorId, to: ActorId) -> Option<i32> {
        (self.has(Ledger::Trust) && self.is_own_actor(from) && from != to && self.is_known(to))
            .then(|| self.state.world.trust(from, to))
    }

    /// How open another actor's channel to one's own is: felt in its tone, not known as a number.
    pub fn openness(&self, from: ActorId, to: ActorId) -> Option<Openness> {
        let closed = self.scenario().trust.closed_below;
        (self.has(Ledger::Trust) && self.is_own_actor(to) && from != to && self.is_known(from))
            .then(|| match self.state.world.trust(from, to) {
                trust if trust < closed => Openness::Closed,
                trust if trust < 45 => Openness::Guarded,
                trust if trust < 70 => Openness::Open,
                _ => Openness::Close,
            })
    }

    /// A zone one may see.
    pub fn zone(&self, zone: ZoneId) -> Option<&'a ZoneState> {
        let row = &self.scenario().spread.zones[zone.index()];
        let sees =
            self.has(Ledger::Spread) && self.seats.iter().any(|seat| row.seen_by.includes(*seat));
        sees.then(|| &self.state.world.zones[zone.index()])
    }

    /// Whether one knows that there is a community.
    pub(in crate::engine) fn sees_community(&self, community: CommunityId) -> bool {
        let row = &self.scenario().harm.communities[community.index()];
        self.has(Ledger::Harm) && self.seats.iter().any(|seat| row.seen_by.includes(*seat))
    }

    /// The range of harm that the evidence allows, and the evidence (0 to 100), for a community one may see.
    pub fn harm(&self, community: CommunityId) -> Option<((i32, i32), i32)> {
        self.sees_community(community).then(|| {
            let state = &self.state.world.communities[community.index()];
            let word = self.scenario().names.hash(Kind::Community, community.0);
            let mut die =
                self.state
                    .dice
                    .of(crate::engine::dice::Roll::Dependence, &[word], 2, 0, 0);
            (
                harm::range(state, self.scenario().harm.widest, harm::sides(&mut die)),
                state.evidence,
            )
        })
    }

    /// The duties of one's own seats.
    pub fn duties(&self) -> impl Iterator<Item = (&'a Duty, DutyState)> + use<'a> {
        let Lens { state, seats, .. } = *self;
        let on = self.has(Ledger::Duties);
        self.scenario()
            .duties
            .iter()
            .filter(move |duty| on && seats.contains(&duty.holder))
            .map(move |duty| (duty, state.world.duties[duty.id.index()]))
    }

    /// How often an actor of one's own (or the state it acts for) upheld or strained a norm.
    pub fn profile(&self, actor: ActorId) -> impl Iterator<Item = (Norm, u16, u16)> + use<'a> {
        let Lens { state, .. } = *self;
        let on = self.has(Ledger::Norms) && self.is_own_profile(actor);
        Norm::ALL
            .into_iter()
            .filter(move |_| on)
            .filter_map(move |norm| {
                let upheld = state.world.norm(actor, norm, Bearing::Upheld);
                let strained = state.world.norm(actor, norm, Bearing::Strained);
                (upheld > 0 || strained > 0).then_some((norm, upheld, strained))
            })
    }

    /// Whether an actor's profile is one's own to see: one's organisation, or the state it acts for.
    pub fn is_own_profile(&self, actor: ActorId) -> bool {
        self.own_actors()
            .any(|own| own == actor || self.scenario().actors[own.index()].acts_for == Some(actor))
    }

    /// The value of one of a seat's wants, as far as the seat can see it.
    pub fn want(&self, expr: ExprId) -> Option<i64> {
        if !self
            .playable
            .reads(expr)
            .iter()
            .all(|&read| self.may_read(read))
        {
            return None;
        }
        self.eval(expr)
    }

    fn eval(&self, expr: ExprId) -> Option<i64> {
        let fuse = Fuse::never();
        self.playable
            .eval(
                expr,
                &self.state.world,
                &Call {
                    fuse: &fuse,
                    roll: Roll::none(),
                },
            )
            .ok()
    }

    /// Whether something that expressions read is in sight of these seats.
    pub fn may_read(&self, read: Read) -> bool {
        match read {
            Read::Turn | Read::Time => true,
            Read::Book(read) => book::may_read(self, read),
            Read::Meter(meter) => self.meter(meter).is_some(),
            Read::Trust(from, _) => self.is_own_actor(from),
            Read::Holds(actor, _) | Read::Verified(actor, _) | Read::Breaches(actor) => {
                self.is_own_actor(actor)
            }
            Read::Exposed(zone) | Read::Compromised(zone) | Read::Contained(zone) => {
                self.zone(zone).is_some()
            }
            // The range is in sight, the number is not.
            Read::Harm(_) => false,
            Read::Met(duty)
            | Read::Missed(duty)
            | Read::Running(duty)
            | Read::Determined(duty)
            | Read::Answered(duty) => self.is_own_duty(duty),
            Read::Upheld(actor, _) | Read::Strained(actor, _) => self.is_own_profile(actor),
            Read::Delivered(inject) | Read::SinceInject(inject) => self.scenario().injects
                [inject.index()]
            .to
            .iter()
            .any(|actor| self.is_own_actor(*actor)),
            Read::Chose(choice) => {
                let decision = self.scenario().choices[choice.index()].decision;
                self.is_own(self.scenario().decisions[decision.index()].seat)
            }
            Read::Done(action) => self.scenario().actions[action.index()]
                .seats
                .iter()
                .all(|seat| self.is_own(*seat)),
            Read::Capital(seat) => self.is_own(seat),
        }
    }

    fn is_own_duty(&self, duty: DutyId) -> bool {
        self.is_own(self.scenario().duties[duty.index()].holder)
    }

    /// Whether a decision is one of these seats'.
    pub fn decides(&self, decision: crate::model::DecisionId) -> bool {
        self.is_own(self.scenario().decisions[decision.index()].seat)
    }

    /// Whether a seat is one of these.
    pub fn is_own(&self, seat: SeatId) -> bool {
        self.seats.contains(&seat)
    }

    /// Whether an actor sits on one of these seats.
    pub fn is_own_actor(&self, actor: ActorId) -> bool {
        self.own_actors().any(|own| own == actor)
    }

    /// The actors that sit on these seats.
    pub fn own_actors(&self) -> impl Iterator<Item = ActorId> + use<'a> {
        let scenario = self.scenario();
        self.seats
            .iter()
            .map(move |seat| scenario.seats[seat.index()].actor)
    }
}

/// How an actor's channel feels from the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub enum Openness {
    Closed,
    Guarded,
    Open,
    Close,
}

impl Openness {
    /// The trust that feels so, from and to; `closed_below` is the scenario's.
    pub(in crate::engine) fn range(self, closed_below: i32) -> (i32, i32) {
        match self {
            Openness::Closed => (0, closed_below - 1),
            Openness::Guarded => (closed_below, 44),
            Openness::Open => (closed_below.max(45), 69),
            Openness::Close => (closed_below.max(70), 100),
        }
    }
}
