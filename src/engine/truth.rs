//! Everything: for the facilitator, the debrief, the report, the lab and the replay. Never for a seat before `EndEx`.

use crate::engine::command::Holder;
use crate::engine::event::Step;
use crate::engine::ledger::duties::DutyNotes;
use crate::engine::ledger::duties::DutyState;
use crate::engine::ledger::facts::Breach;
use crate::engine::ledger::facts::Holding;
use crate::engine::ledger::harm::HarmState;
use crate::engine::ledger::spread::ZoneState;
use crate::engine::state::DecisionState;
use crate::engine::state::State;
use crate::model::ActorId;
use crate::model::ChoiceId;
use crate::model::CommunityId;
use crate::model::DecisionId;
use crate::model::DutyId;
use crate::model::EndingId;
use crate::model::ExprId;
use crate::model::FactId;
use crate::model::InjectId;
use crate::model::MeterId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::expr::Read;
use crate::model::ledger::book::BookRead;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::scenario::Scenario;
use crate::script::Call;
use crate::script::Fuse;
use crate::script::Gap;
use crate::script::Playable;
use crate::script::Roll;
use crate::script::World;

/// The whole state, to be read.
#[derive(Clone, Copy)]
pub struct Truth<'a> {
    playable: &'a Playable,
    state: &'a State,
}

impl<'a> Truth<'a> {
    /// The truth of a state.
    pub fn new(playable: &'a Playable, state: &'a State) -> Self {
        Self { playable, state }
    }

    pub fn scenario(&self) -> &'a Scenario {
        self.playable.scenario()
    }

    pub fn turn(&self) -> u16 {
        self.state.turn()
    }

    pub fn step(&self) -> Step {
        self.state.step
    }

    pub fn is_paused(&self) -> bool {
        self.state.paused
    }

    /// How it ended, after `EndEx`.
    pub fn ending(&self) -> Option<EndingId> {
        self.state.ended
    }

    pub fn holder(&self, seat: SeatId) -> Option<&'a Holder> {
        self.state.holders[seat.index()].as_ref()
    }

    pub fn has_sealed(&self, seat: SeatId) -> bool {
        self.state.sealed[seat.index()].is_some()
    }

    pub fn meter(&self, meter: MeterId) -> i32 {
        self.state.world.meters[meter.index()]
    }

    pub fn trust(&self, from: ActorId, to: ActorId) -> i32 {
        self.state.world.trust(from, to)
    }

    pub fn holding(&self, actor: ActorId, fact: FactId) -> Option<&'a Holding> {
        self.state.world.holding(actor, fact)
    }

    pub fn zone(&self, zone: ZoneId) -> &'a ZoneState {
        &self.state.world.zones[zone.index()]
    }

    pub fn harm(&self, community: CommunityId) -> &'a HarmState {
        &self.state.world.communities[community.index()]
    }

    pub fn duty_notes(&self, duty: DutyId) -> DutyNotes {
        self.state.world.duty_notes[duty.index()]
    }

    /// Where a duty stands.
    pub fn duty(&self, duty: DutyId) -> DutyState {
        self.state.world.duties[duty.index()]
    }

    pub fn norm(&self, actor: ActorId, norm: Norm, bearing: Bearing) -> u16 {
        self.state.world.norm(actor, norm, bearing)
    }

    /// What expressions read of a ledger of the book.
    pub fn book(&self, read: BookRead) -> i64 {
        crate::engine::ledger::book::read(&self.state.world, read)
    }

    pub fn capital(&self, seat: SeatId) -> i32 {
        self.state.world.capital[seat.index()]
    }

    /// Turn of the last delivery of an inject.
    pub fn delivered(&self, inject: InjectId) -> Option<u16> {
        self.state.world.delivered[inject.index()]
    }

    pub fn is_cancelled(&self, inject: InjectId) -> bool {
        self.state.cancelled[inject.index()]
    }

    pub fn chose(&self, choice: ChoiceId) -> bool {
        self.state.world.chosen[choice.index()]
    }

    /// Every time a fact left its label's boundary, in order.
    pub fn breaches(&self) -> &'a [Breach] {
        &self.state.breaches
    }

    /// The value of an expression on the whole truth; `None` if it fails to run.
    pub fn eval(&self, expr: ExprId) -> Option<i64> {
        let fuse = Fuse::never();
        let call = Call {
            fuse: &fuse,
            roll: Roll::none(),
        };
        self.playable.eval(expr, &self.state.world, &call).ok()
    }

    /// How far a condition is from holding on the whole truth.
    pub fn gap(&self, expr: ExprId) -> Gap {
        let fuse = Fuse::never();
        let call = Call {
            fuse: &fuse,
            roll: Roll::none(),
        };
        self.playable.gap(expr, &self.state.world, &call)
    }

    /// What a reading gives; 0 or 1 where it is true or false.
    pub fn read(&self, read: Read) -> i64 {
        self.state.world.read(read)
    }

    /// Whether a decision is open now.
    pub fn is_open(&self, decision: DecisionId) -> bool {
        matches!(self.state.decision(decision), DecisionState::Open { .. })
    }

    /// In `InTurn`, the next seat whose choices will be resolved; `None` once all have been.
    pub fn next_to_resolve(&self) -> Option<SeatId> {
        let next = self.state.resolved.iter().position(|resolved| !resolved);
        next.map(SeatId::at)
    }
}
