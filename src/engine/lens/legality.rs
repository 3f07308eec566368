//! What a seat can do now, what it costs, and what stands in the way.

use crate::engine::act::Act;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::engine::state::DecisionState;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::decision::Cost;
use crate::model::ledger::facts::FactKind;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::roster::ActorKind;
use crate::model::roster::SeatKind;

/// The most acts one seal may hold.
pub(super) const MOST_ACTS: usize = 24;

impl Lens<'_> {
    /// Whether a seal of these acts is legal.
    ///
    /// # Errors
    /// The first reason against it.
    pub fn judge(&self, seat: SeatId, acts: &[Act]) -> Result<Cost, Rejection> {
        if acts.len() > MOST_ACTS {
            return Err(Rejection::TooMany { most: MOST_ACTS });
        }
        let scenario = self.scenario();
        let mut sum = Cost::default();
        for (place, act) in acts.iter().enumerate() {
            if acts[..place].iter().any(|other| is_same_deed(other, act)) {
                return Err(Rejection::Twice { act: *act });
            }
            if let Act::Answer { choice } = act {
                let decision = scenario.choices[choice.index()].decision;
                let is_answered = |other: &Act| match other {
                    Act::Answer { choice } => scenario.choices[choice.index()].decision == decision,
                    _ => false,
                };
                if acts[..place].iter().any(is_answered) {
                    return Err(Rejection::TwoAnswers { decision });
                }
            }
            let cost = self
                .can_beside(seat, act, acts)
                .map_err(|why| Rejection::Impossible { act: *act, why })?;
            sum.hours = sum.hours.saturating_add(cost.hours);
            sum.capital = sum.capital.saturating_add(cost.capital);
        }
        let (hours, capital) = (self.hours(seat), self.capital(seat));
        if sum.hours > hours {
            return Err(Rejection::NotEnoughHours {
                needs: sum.hours,
                has: hours,
            });
        }
        if sum.capital > capital {
            return Err(Rejection::NotEnoughCapital {
                needs: sum.capital,
                has: capital,
            });
        }
        Ok(sum)
    }

    /// What an act would cost a seat.
    ///
    /// # Errors
    /// What stands in its way.
    pub fn can(&self, seat: SeatId, act: &Act) -> Result<Cost, Obstacle> {
        self.can_beside(seat, act, &[])
    }

    /// What an act would cost a seat in a plan with others. Only what is taken before it there counts: a determination makes
    /// the report possible whose clock it starts.
    ///
    /// # Errors
    /// What stands in its way.
    pub fn can_beside(&self, seat: SeatId, act: &Act, plan: &[Act]) -> Result<Cost, Obstacle> {
        if let Act::Answer { choice } = *act
            && self.is_answer(seat, choice)
        {
            return Ok(self.scenario().choices[choice.index()].cost);
        }
        if !self.is_own(seat) {
            return Err(Obstacle::NotYours);
        }
        self.alone(seat).may(seat, act, plan)
    }

    /// Where several sit at one table, each acts on what it knows and holds itself, as it will be judged when it acts.
    pub(in crate::engine) fn alone(&self, seat: SeatId) -> Self {
        let own = &self.scenario().seats[seat.index()].id;
        Self {
            seats: std::slice::from_ref(own),
            possible: None,
            ..*self
        }
    }

    fn may(&self, seat: SeatId, act: &Act, plan: &[Act]) -> Result<Cost, Obstacle> {
        if act.ledger().is_some_and(|ledger| !self.has(ledger)) {
            return Err(Obstacle::LedgerOff);
        }
        if self.turn() == 0 && !act.in_preparation() {
            return Err(Obstacle::NotInPreparation);
        }
        let cost = self.price(seat, act);
        if let Some(obstacle) = self.blocked(seat, act) {
            return Err(obstacle);
        }
        match *act {
            Act::Answer { choice } => self.can_answer(seat, choice)?,
            Act::Take { action } => self.can_take(seat, action)?,
            Act::Hold => {}
            Act::Report { .. }
            | Act::Determine { .. }
            | Act::AskExtension { .. }
            | Act::Respond { .. } => self.can_on_duty(seat, *act, plan)?,
            Act::Book(act) => act.can(self, seat)?,
            Act::RequestContainment { zone } => self.can_request(seat, zone)?,
            Act::Notify { community } => {
                let own = self.actor(seat).region;
                let row = &self.scenario().harm.communities[community.index()];
                if self.harm(community).is_none() || row.region != own {
                    return Err(Obstacle::NotYourCommunity { community });
                }
                if let Some(turn) = self.state.world.communities[community.index()].notified
                    && turn.saturating_add(2) > self.turn()
                {
                    return Err(Obstacle::Cooling {
                        until: Some(turn.saturating_add(2)),
                    });
                }
            }
            Act::KeepInTouch { with } => self.can_reach(seat, with)?,
            Act::Ask { of } => {
                self.can_reach(seat, of)?;
                if self.openness(of, self.seat(seat).actor) == Some(super::Openness::Closed) {
                    return Err(Obstacle::ChannelClosed { to: of });
                }
            }
            _ => self.can_move_fact(seat, *act)?,
        }
        let (hours, capital) = (self.hours(seat), self.capital(seat));
        if cost.hours > hours {
            return Err(Obstacle::TooDear {
                hours: cost.hours,
                has: hours,
            });
        }
        if cost.capital > capital {
            return Err(Obstacle::TooDearCapital {
                capital: cost.capital,
                has: capital,
            });
        }
        Ok(cost)
    }

    pub(super) fn actor(&self, seat: SeatId) -> &crate::model::roster::Actor {
        &self.scenario().actors[self.seat(seat).actor.index()]
    }

    fn can_answer(&self, seat: SeatId, choice: crate::model::ChoiceId) -> Result<(), Obstacle> {
        let choice = &self.scenario().choices[choice.index()];
        let decision = &self.scenario().decisions[choice.decision.index()];
        let open = matches!(self.state.decision(decision.id), DecisionState::Open { .. });
        if decision.seat != seat || !open {
            return Err(Obstacle::NotOpen {
                decision: decision.id,
            });
        }
        match choice.condition {
            Some(condition) if !self.is_met(condition) => Err(Obstacle::Author {
                unless: choice.unless.clone(),
            }),
            _ => Ok(()),
        }
    }

    fn can_take(&self, seat: SeatId, action: crate::model::ActionId) -> Result<(), Obstacle> {
        let row = &self.scenario().actions[action.index()];
        // What an author lets others do is not known to who imagines them.
        let imagination = self.state.imagined.as_ref();
        let is_unknown = imagination.is_some_and(|imagined| !imagined.seats.contains(&seat));
        if is_unknown || !row.seats.contains(&seat) {
            return Err(Obstacle::NotYours);
        }
        if self.turn() == 0 && !row.in_prep {
            return Err(Obstacle::NotInPreparation);
        }
        if let Some(last) =
            self.state.taken[seat.index() * self.scenario().actions.len() + action.index()]
        {
            let until = last.checked_add(row.cooldown);
            if row.cooldown == u16::MAX {
                return Err(Obstacle::Cooling { until: None });
            }
            if until.is_some_and(|until| self.turn() < until) {
                return Err(Obstacle::Cooling { until });
            }
        }
        match row.condition {
            Some(condition) if !self.is_met(condition) => Err(Obstacle::Author {
                unless: row.unless.clone(),
            }),
            _ => Ok(()),
        }
    }

    fn can_request(&self, seat: SeatId, zone: ZoneId) -> Result<(), Obstacle> {
        let row = &self.scenario().spread.zones[zone.index()];
        let own = self.seat(seat).actor;
        let mine = match self.seat(seat).kind {
            SeatKind::Cert => row.cert == Some(own) || row.owner == Some(own),
            // A vendor ships a mitigation to whoever runs its product; only it knows where that is, so every zone it sees counts.
            SeatKind::Vendor => !row.no_contract || row.owner == Some(own),
            _ => row.owner == Some(own),
        };
        let Some(state) = self.zone(zone).filter(|_| mine) else {
            return Err(Obstacle::NotYourZone { zone });
        };
        if state.frozen && self.seat(seat).kind == SeatKind::Cert {
            return Err(Obstacle::OnHold { zone });
        }
        if state.compromised == 0 {
            return Err(Obstacle::NothingToContain { zone });
        }
        Ok(())
    }

    fn can_reach(&self, seat: SeatId, to: ActorId) -> Result<(), Obstacle> {
        if self.seat(seat).actor == to {
            return Err(Obstacle::Yourself);
        }
        if self.scenario().actors[to.index()].kind == ActorKind::Adversary {
            return Err(Obstacle::NotReachable { to });
        }
        Ok(())
    }

    fn can_move_fact(&self, seat: SeatId, act: Act) -> Result<(), Obstacle> {
        let own = self.seat(seat).actor;
        let (Act::Share { fact, .. }
        | Act::Derive { fact }
        | Act::AskRelabel { fact, .. }
        | Act::Advise { fact, .. }
        | Act::Analyse { fact }) = act
        else {
            return Ok(());
        };
        let Some(holding) = self.state.world.holding(own, fact) else {
            return Err(Obstacle::NotHeld);
        };
        let row = &self.scenario().facts[fact.index()];
        let may_derive = holding.derived || holding.can_derive;
        match act {
            Act::Share { to, derived, .. } => {
                self.can_reach(seat, to)?;
                if derived && !may_derive {
                    return Err(Obstacle::NotDerived { fact });
                }
                if !derived && holding.derived {
                    return Err(Obstacle::NotHeld);
                }
                if !derived && holding.marking == Marking::National {
                    return Err(Obstacle::NeedsRelease { fact });
                }
                // What the other side holds is its secret; only what this table sent or got is known here.
                if self.knows_that_holds(to, fact) {
                    return Err(Obstacle::KnownAlready { fact, to });
                }
            }
            Act::Derive { .. } => {
                if may_derive {
                    return Err(Obstacle::DerivedAlready { fact });
                }
                if row.derived.is_none() || holding.marking == Marking::National {
                    return Err(Obstacle::CannotDerive { fact });
                }
            }
            // A derived version does not say who could be asked.
            Act::AskRelabel { .. } if holding.derived => return Err(Obstacle::NotHeld),
            Act::AskRelabel { tlp, .. } => {
                let asks_owner =
                    row.kind == FactKind::Victim && row.owner.is_some_and(|owner| owner != own);
                if row.source == own && !asks_owner {
                    return Err(Obstacle::YourOwn { fact });
                }
                match holding.marking {
                    Marking::National => return Err(Obstacle::NeedsRelease { fact }),
                    Marking::Tlp(held) if held <= tlp && !asks_owner => {
                        return Err(Obstacle::WideEnough { fact });
                    }
                    Marking::Tlp(_) => {}
                }
            }
            Act::Advise { derived, .. } => self.can_advise(fact, holding, derived, may_derive)?,
            _ => {
                if holding.finding.is_some() {
                    return Err(Obstacle::VerifiedAlready { fact });
                }
            }
        }
        Ok(())
    }

    fn can_advise(
        &self,
        fact: FactId,
        holding: &crate::engine::ledger::facts::Holding,
        derived: bool,
        may_derive: bool,
    ) -> Result<(), Obstacle> {
        if derived && !may_derive {
            return Err(Obstacle::NotDerived { fact });
        }
        let row = &self.scenario().facts[fact.index()];
        let label = match (derived, holding.marking) {
            (true, _) => row.derived.as_ref().map_or(Tlp::Red, |derived| derived.tlp),
            (false, _) if holding.derived => return Err(Obstacle::NotHeld),
            (false, Marking::National) => return Err(Obstacle::NeedsRelease { fact }),
            (false, Marking::Tlp(tlp)) => tlp,
        };
        if label > Tlp::Green {
            return Err(Obstacle::LabelTooNarrow { fact, tlp: label });
        }
        // An advisory is public to the community, and so is that it went out.
        if self.state.published[fact.index()] {
            return Err(Obstacle::PublishedAlready { fact });
        }
        Ok(())
    }

    /// Whether these seats know that an actor holds a fact: one of them sent it, received it from there, or shares the table.
    pub(in crate::engine) fn knows_that_holds(&self, actor: ActorId, fact: FactId) -> bool {
        let world = &self.state.world;
        if self.is_own_actor(actor) {
            return world.holding(actor, fact).is_some();
        }
        let sent_here = |held: &crate::engine::ledger::facts::Holding| {
            let is_source = self.scenario().facts[fact.index()].source == actor;
            // A version without its source does not say who that is.
            held.from == Some(actor) || (is_source && !held.derived)
        };
        self.own_actors()
            .filter_map(|own| world.holding(own, fact))
            .any(sent_here)
            || world
                .holding(actor, fact)
                .and_then(|theirs| theirs.from)
                .is_some_and(|from| self.is_own_actor(from))
    }
}

/// Whether two acts are one deed: the same, or two reports of one duty.
fn is_same_deed(one: &Act, other: &Act) -> bool {
    match (one, other) {
        (Act::Report { duty, .. }, Act::Report { duty: again, .. }) => duty == again,
        _ => one == other,
    }
}
