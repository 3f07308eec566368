//! What a seat can think of, and what of that is possible.

use crate::engine::act::Act;
use crate::engine::ledger::book::BookAct;
use crate::engine::lens::Lens;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;

impl Lens<'_> {
    /// Every act that is possible for a seat now, cheap or dear, in a fixed order; facts are shared under the usual label.
    pub fn possible(&self, seat: SeatId) -> Vec<Act> {
        let mut acts = Vec::new();
        self.each_possible(seat, &mut |act| acts.push(act));
        acts
    }

    /// The list of [`Lens::possible`], in `room` if it has not been worked out already.
    pub fn all_possible<'r>(&'r self, seat: SeatId, room: &'r mut Vec<Act>) -> &'r [Act] {
        if let Some(known) = self.known(seat) {
            return known;
        }
        room.clear();
        self.each_possible(seat, &mut |act| room.push(act));
        room
    }

    /// Tells every act that is possible for a seat now, in a fixed order.
    pub fn each_possible(&self, seat: SeatId, tell: &mut impl FnMut(Act)) {
        if let Some(known) = self.known(seat) {
            known.iter().copied().for_each(tell);
            return;
        }
        self.each_conceivable(seat, true, &mut |act| {
            if self.is_possible(seat, &act) {
                tell(act);
            }
        });
    }

    /// What is possible for a seat, if it has been worked out already.
    fn known(&self, seat: SeatId) -> Option<&[Act]> {
        self.possible.filter(|_| *self.seats() == [seat])
    }

    /// Whether a seat can do something now.
    pub fn is_possible(&self, seat: SeatId, act: &Act) -> bool {
        match *act {
            // Asked of every choice again and again, and what stands in the way need not be told here.
            Act::Answer { choice } => self.is_answer(seat, choice),
            _ => self.can(seat, act).is_ok(),
        }
    }

    pub(super) fn is_answer(&self, seat: SeatId, choice: crate::model::ChoiceId) -> bool {
        if let Some(known) = self.known(seat) {
            // Answers come first.
            return known
                .iter()
                .map_while(|act| match act {
                    Act::Answer { choice } => Some(*choice),
                    _ => None,
                })
                .any(|known| known == choice);
        }
        let choice = &self.scenario().choices[choice.index()];
        let decision = &self.scenario().decisions[choice.decision.index()];
        decision.seat == seat
            && self.open_until(decision).is_some()
            && choice
                .condition
                .is_none_or(|condition| self.is_met(condition))
            // Nobody has less than nothing.
            && (choice.cost.hours <= 0 || choice.cost.hours <= self.hours(seat))
            && (choice.cost.capital <= 0 || choice.cost.capital <= self.capital(seat))
    }

    /// Every act that a seat could think of now, possible or not.
    pub fn conceivable(&self, seat: SeatId) -> Vec<Act> {
        let mut acts = Vec::new();
        self.each_conceivable(seat, false, &mut |act| acts.push(act));
        acts
    }

    /// Tells every act that a seat could think of now. Where only what is `affordable` is wanted, whole kinds of acts that
    /// cost more hours than the seat has are left out.
    fn each_conceivable(&self, seat: SeatId, affordable: bool, tell: &mut impl FnMut(Act)) {
        let scenario = self.scenario();
        let own = self.seat(seat).actor;
        let mut room = Vec::new();
        for (decision, _) in self
            .open_decisions()
            .filter(|(decision, _)| decision.seat == seat)
        {
            for &choice in &decision.choices {
                tell(Act::Answer { choice });
            }
        }
        for action in &scenario.actions {
            if action.seats.contains(&seat) {
                tell(Act::Take { action: action.id });
            }
        }
        if self.has(Ledger::Facts) {
            for (fact, holding) in self.facts_of(own) {
                self.conceivable_with(fact, holding, own, &mut room);
            }
            room.drain(..).for_each(&mut *tell);
            for actor in self.actors().filter(|actor| actor.id != own) {
                tell(Act::Ask { of: actor.id });
            }
        }
        for zone in &scenario.spread.zones {
            if self.zone(zone.id).is_some() {
                tell(Act::RequestContainment { zone: zone.id });
            }
        }
        let region = self.actor(seat).region;
        for community in &scenario.harm.communities {
            if self.harm(community.id).is_some() && community.region == region {
                tell(Act::Notify {
                    community: community.id,
                });
            }
        }
        self.conceivable_on_duties(seat, &mut room);
        room.drain(..).for_each(&mut *tell);
        // Only a mandate makes anything cheaper.
        let is_dear = scenario.trust.contact_hours > self.hours(seat) && !self.has(Ledger::Mandate);
        if self.has(Ledger::Trust) && !(affordable && is_dear) {
            for actor in self.actors().filter(|actor| actor.id != own) {
                tell(Act::KeepInTouch { with: actor.id });
            }
        }
        BookAct::conceivable(self, seat, &mut |act| tell(Act::Book(act)));
        tell(Act::Hold);
    }

    fn conceivable_with(
        &self,
        fact: &crate::model::ledger::facts::Fact,
        holding: &crate::engine::ledger::facts::Holding,
        own: ActorId,
        acts: &mut Vec<Act>,
    ) {
        acts.push(Act::Analyse { fact: fact.id });
        if fact.derived.is_some() {
            acts.push(Act::Derive { fact: fact.id });
        }
        for derived in [false, true] {
            acts.push(Act::Advise {
                fact: fact.id,
                derived,
            });
        }
        if let Marking::Tlp(held) = holding.marking
            && let Some(wider) = Tlp::ALL.iter().rev().find(|tlp| **tlp < held)
        {
            acts.push(Act::AskRelabel {
                fact: fact.id,
                tlp: *wider,
            });
        }
        for derived in [false, true] {
            let tlp = self.usual_label(fact.id, holding, derived);
            let others = self.actors().filter(|actor| actor.id != own);
            acts.extend(others.map(|actor| Act::Share {
                fact: fact.id,
                to: actor.id,
                tlp,
                derived,
            }));
        }
    }

    /// The label one would share a fact under if nothing speaks for another: the one it was received under.
    pub(in crate::engine) fn usual_label(
        &self,
        fact: FactId,
        holding: &crate::engine::ledger::facts::Holding,
        derived: bool,
    ) -> Tlp {
        let row = &self.scenario().facts[fact.index()];
        match (derived, &row.derived, holding.marking) {
            (true, Some(derived), _) => derived.tlp,
            (_, _, Marking::Tlp(tlp)) => tlp,
            (_, _, Marking::National) => Tlp::Red,
        }
    }
}
