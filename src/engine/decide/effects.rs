//! Turns what an author asks for into events of the ledgers.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::What;
use crate::engine::ledger::book;
use crate::engine::ledger::duties;
use crate::engine::ledger::facts;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::harm;
use crate::engine::ledger::meters;
use crate::engine::ledger::norms;
use crate::engine::ledger::spread;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::engine::rejection::Rejection;
use crate::model::SeatId;
use crate::model::effect::Amount;
use crate::model::effect::Branch;
use crate::model::effect::Effect;
use crate::model::ledger::duties::Payload;
use crate::model::marking::Marking;
use crate::model::time::ExerciseTime;

/// The largest amount an effect may move something by.
const MOST: i64 = 1_000_000;

impl Play<'_> {
    /// Applies effects in their order, each seeing those before it.
    pub(in crate::engine) fn effects(
        &mut self,
        effects: &[Effect],
        origin: Origin,
    ) -> Result<(), Rejection> {
        effects
            .iter()
            .enumerate()
            .try_for_each(|(place, effect)| self.effect(effect, origin.child(place)))
    }

    fn effect(&mut self, effect: &Effect, origin: Origin) -> Result<(), Rejection> {
        if let Some(imagination) = &self.state.imagined
            && !Lens::new(self.playable, self.state, &imagination.seats).foresees(effect)
        {
            return Ok(());
        }
        let cause = origin.cause();
        match effect {
            Effect::Meter { meter, by } => {
                let by = self.amount(*by, origin)?;
                meters::shift(self, *meter, by, cause);
            }
            Effect::Trust { from, to, by } => {
                let by = self.amount(*by, origin)?;
                if by < 0 && origin.is_political {
                    trust::political_loss(self, *from, *to, by.saturating_neg(), cause);
                } else {
                    trust::shift(self, *from, *to, by, cause);
                }
            }
            Effect::Tell { fact, to, tlp } => {
                let marking = tlp.map_or(self.state.world.markings[fact.index()], Marking::Tlp);
                facts::learn(self, *to, *fact, marking, None, false, cause);
            }
            Effect::Relabel { fact, tlp } => {
                self.emit(
                    cause,
                    What::Facts(FactEvent::Relabelled {
                        fact: *fact,
                        tlp: *tlp,
                    }),
                );
            }
            Effect::Infect { zone, by } => {
                let by = self.amount(*by, origin)?;
                spread::infect(self, *zone, by, None, cause);
            }
            Effect::Contain { zone, by } => {
                let by = self.amount(*by, origin)?;
                spread::contain(self, *zone, by, cause);
            }
            Effect::Slow { zone, to, turns } => {
                let until = self
                    .state
                    .turn()
                    .saturating_add(u16::from(*turns).saturating_sub(1));
                self.emit(
                    cause,
                    What::Spread(SpreadEvent::Slowed {
                        zone: *zone,
                        to: *to,
                        until,
                    }),
                );
            }
            Effect::Freeze { zone, on } => {
                if self.state.world.zones[zone.index()].frozen != *on {
                    self.emit(
                        cause,
                        What::Spread(SpreadEvent::Frozen {
                            zone: *zone,
                            on: *on,
                        }),
                    );
                }
            }
            Effect::Harm {
                community,
                kind,
                by,
            } => {
                let by = self.amount(*by, origin)?;
                harm::harm(self, *community, *kind, by, None, cause);
            }
            Effect::Evidence { community, by } => {
                let by = self.amount(*by, origin)?;
                harm::evidence(self, *community, by, cause);
            }
            Effect::Norm {
                actor,
                norm,
                bearing,
                contested,
            } => {
                norms::note(self, *actor, *norm, *bearing, *contested, cause);
            }
            Effect::StartDuty { duty } => {
                let now = self.now(origin);
                duties::start(self, *duty, now, cause);
            }
            Effect::MeetDuty { duty } => {
                let now = self.now(origin);
                return duties::report(self, *duty, Payload::Full, now, origin);
            }
            Effect::StopDuty { duty } => duties::stop(self, *duty, cause),
            Effect::SafeHarbour { on } => duties::safe_harbour(self, *on, cause),
            Effect::Capital { seat, by } => {
                let by = self.amount(*by, origin)?;
                self.capital(*seat, by, cause);
            }
            Effect::Hours { seat, by } => {
                let by = self.amount(*by, origin)?;
                if by != 0 {
                    self.emit(cause, What::HoursMoved { seat: *seat, by });
                }
            }
            Effect::Deliver { inject } => {
                let gone = self.state.cancelled[inject.index()]
                    || (self.scenario().injects[inject.index()].when.once
                        && self.state.world.delivered[inject.index()].is_some());
                if !gone {
                    self.emit(cause, What::Queued { inject: *inject });
                }
            }
            Effect::Cancel { inject } => {
                if !self.state.cancelled[inject.index()] {
                    self.emit(cause, What::Cancelled { inject: *inject });
                }
            }
            Effect::End { ending } => {
                if self.state.ended.is_none() {
                    self.emit(
                        cause,
                        What::Ended {
                            ending: *ending,
                            early: true,
                        },
                    );
                }
            }
            Effect::Book(effect) => return book::effect(self, effect, origin),
            Effect::Later { turns, effects } => {
                let turn = self.state.turn().saturating_add(u16::from(*turns).max(1));
                self.emit(
                    cause,
                    What::Deferred {
                        turn,
                        key: origin.key,
                        political: origin.is_political,
                        effects: effects.clone(),
                    },
                );
            }
            Effect::If {
                when,
                then,
                otherwise,
            } => {
                let branch = if self.holds(*when, origin.key)? {
                    then
                } else {
                    otherwise
                };
                return self.effects(branch, origin);
            }
            Effect::Draw { branches } => return self.draw(branches, origin),
            Effect::Call { function } => {
                let effects = self.effects_of(*function, origin.key)?;
                if !effects.is_empty() {
                    let no = self.emit(
                        cause,
                        What::Called {
                            function: *function,
                        },
                    );
                    return self.effects(
                        &effects,
                        Origin {
                            event: no,
                            ..origin
                        },
                    );
                }
            }
        }
        Ok(())
    }

    fn draw(&mut self, branches: &[Branch], origin: Origin) -> Result<(), Rejection> {
        let mut die = self
            .state
            .dice
            .of(Roll::Draw, &[], origin.key, self.state.turn(), 0);
        let place = die.weighted(branches.iter().map(|branch| u64::from(branch.weight)));
        match branches.get(place) {
            Some(branch) => self.effects(&branch.effects, origin.child(place)),
            None => Ok(()),
        }
    }

    pub(in crate::engine) fn amount(
        &mut self,
        amount: Amount,
        origin: Origin,
    ) -> Result<i32, Rejection> {
        match amount {
            Amount::Fixed(by) => Ok(by),
            Amount::Computed(expr) => {
                let value = self
                    .number(expr, origin.key)?
                    .unwrap_or(0)
                    .clamp(-MOST, MOST);
                Ok(i32::try_from(value).unwrap_or(0))
            }
        }
    }

    /// Gives or takes political capital; it never goes below nothing, nor above twice what the seat started with.
    pub(in crate::engine) fn capital(&mut self, seat: SeatId, by: i32, cause: Cause) {
        let most = self.scenario().seats[seat.index()]
            .capital
            .saturating_mul(2);
        let was = self.state.world.capital[seat.index()];
        let now = was.saturating_add(by).clamp(0, most.max(was));
        if now != was {
            self.emit(
                cause,
                What::CapitalMoved {
                    seat,
                    by: now.saturating_sub(was),
                    now,
                },
            );
        }
    }

    /// The moment effects happen at: that of the choice or inject they come from, or else a turn's beginning before Resolve
    /// and its end after it.
    fn now(&self, origin: Origin) -> ExerciseTime {
        use crate::engine::event::Step;
        if let Some(at) = origin.at {
            return at;
        }
        let turn = &self.scenario().turns[usize::from(self.state.turn())];
        if self.state.step >= Step::Resolve {
            turn.to
        } else {
            turn.from
        }
    }
}
