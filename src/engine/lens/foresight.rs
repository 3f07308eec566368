//! What somebody who knows the trade would expect an act to do, on what the seat can see.
//!
//! Only effects that come at once, without a condition or a draw, on things in the seat's sight. What an author has put
//! behind a condition, a script that decides something, or a later turn comes as a surprise.

use std::sync::Arc;

use crate::engine::act::Act;
use crate::engine::ledger::book;
use crate::engine::lens::Lens;
use crate::engine::lens::Openness;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::effect::Amount;
use crate::model::effect::Effect;
use crate::model::effect::HarmKind;
use crate::model::expr::Read;
use crate::model::ledger::duties::Payload;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::roster::Want;
use crate::script::Call;
use crate::script::Fuse;
use crate::script::Lent;
use crate::script::Roll;
use crate::script::World;

/// The seat's picture of the world: what it sees, what it guesses of what it cannot, and what it supposes to change.
struct Supposed {
    world: Arc<Readable>,
    instead: Vec<(Read, i64)>,
}

impl World for Supposed {
    fn read(&self, read: Read) -> i64 {
        let instead = self.instead.iter().find(|(told, _)| *told == read);
        instead.map_or_else(|| self.world.read(read), |(_, value)| *value)
    }
}

impl<'a> Lens<'a> {
    /// How an act would move what its seat wants, as far as one can foresee: each want it moves, with the change times the
    /// want's weight.
    pub fn foresee(&self, seat: SeatId, act: &Act) -> Vec<(&'a Want, i64)> {
        let shifts = self.shifts(seat, *act);
        if shifts.is_empty() || !self.is_own(seat) {
            return Vec::new();
        }
        let wants = self.seat(seat).wants.iter();
        wants
            .filter_map(|want| {
                let reads = self.playable.reads(want.value);
                if !shifts.iter().any(|(read, _)| reads.contains(read)) {
                    return None;
                }
                let mut instead = Vec::new();
                for &read in reads {
                    if !self.may_read(read) {
                        instead.push((read, self.guess(read)?));
                    }
                }
                let before = self.supposing(want, instead.clone())?;
                for &(read, by) in shifts.iter().filter(|(read, _)| reads.contains(read)) {
                    match instead.iter_mut().find(|(told, _)| *told == read) {
                        Some((_, value)) => *value = value.saturating_add(by),
                        None => {
                            instead.push((read, self.state.world.read(read).saturating_add(by)));
                        }
                    }
                }
                let after = self.supposing(want, instead)?;
                let moved = after
                    .saturating_sub(before)
                    .saturating_mul(i64::from(want.weight));
                (moved != 0).then_some((want, moved))
            })
            .collect()
    }

    fn supposing(&self, want: &Want, instead: Vec<(Read, i64)>) -> Option<i64> {
        let world = Arc::new(Supposed {
            world: self.state.world.lent(),
            instead,
        });
        let fuse = Fuse::never();
        let call = Call {
            fuse: &fuse,
            roll: Roll::none(),
        };
        self.playable.eval(want.value, &world, &call).ok()
    }

    /// What a seat takes something for that it cannot read: the middle of a range of harm, the tone of a channel.
    fn guess(&self, read: Read) -> Option<i64> {
        match read {
            Read::Harm(community) => {
                let ((low, high), _) = self.harm(community)?;
                Some(i64::midpoint(i64::from(low), i64::from(high)))
            }
            Read::Trust(from, to) => self.openness(from, to).map(|openness| match openness {
                Openness::Closed => 15,
                Openness::Guarded => 35,
                Openness::Open => 57,
                Openness::Close => 80,
            }),
            _ => None,
        }
    }

    /// What an act changes at once, on things in sight.
    fn shifts(&self, seat: SeatId, act: Act) -> Vec<(Read, i64)> {
        let scenario = self.scenario();
        let own = self.seat(seat).actor;
        let mut shifts = Vec::new();
        match act {
            Act::Answer { choice } => {
                let row = &scenario.choices[choice.index()];
                self.foreseen(&row.effects, &mut shifts);
                bearings(own, &row.norms, &mut shifts);
                shifts.push((Read::Chose(choice), 1));
            }
            Act::Take { action } => {
                let row = &scenario.actions[action.index()];
                self.foreseen(&row.effects, &mut shifts);
                bearings(own, &row.norms, &mut shifts);
                shifts.push((Read::Done(action), 1));
            }
            Act::Report { duty, payload } => {
                let row = &scenario.duties[duty.index()];
                self.foreseen(&row.on_met, &mut shifts);
                if payload != Payload::Minimal {
                    self.foreseen(&row.on_full, &mut shifts);
                }
                shifts.push((Read::Met(duty), 1));
                shifts.push((Read::Running(duty), -1));
            }
            Act::RequestContainment { zone } => {
                let units = i64::from(scenario.spread.contain_units) / 2;
                let there = self
                    .zone(zone)
                    .map_or(0, |state| i64::from(state.compromised));
                shifts.push((Read::Compromised(zone), -units.min(there)));
                shifts.push((Read::Contained(zone), units.min(there)));
            }
            Act::Share { to, .. } => {
                shifts.push((Read::Trust(to, own), i64::from(scenario.trust.exchange)));
            }
            Act::KeepInTouch { with } => {
                shifts.push((
                    Read::Trust(with, own),
                    i64::from(scenario.trust.contact_gain),
                ));
            }
            Act::Book(act) => {
                let own = act.shifts(self, seat).into_iter();
                shifts.extend(own.map(|(read, by)| (Read::Book(read), by)));
            }
            Act::Analyse { fact } => shifts.push((Read::Verified(own, fact), 1)),
            Act::Determine { duty } => {
                shifts.push((Read::Determined(duty), 1));
                shifts.push((Read::Running(duty), 1));
            }
            Act::Respond { duty } => {
                self.foreseen(&scenario.duties[duty.index()].on_answer, &mut shifts);
            }
            Act::AskExtension { .. }
            | Act::Derive { .. }
            | Act::AskRelabel { .. }
            | Act::Advise { .. }
            | Act::Ask { .. }
            | Act::Notify { .. }
            | Act::Hold => {}
        }
        shifts
    }

    /// Whether an effect is one that somebody who knows the trade would expect: at once, for certain, on what is in sight.
    pub(in crate::engine) fn foresees(&self, effect: &Effect) -> bool {
        match *effect {
            Effect::Meter { meter, by } => is_fixed(by) && self.meter(meter).is_some(),
            Effect::Trust { from, to, by } => {
                is_fixed(by) && (self.is_own_actor(from) || self.is_own_actor(to))
            }
            Effect::Infect { zone, by } | Effect::Contain { zone, by } => {
                is_fixed(by) && self.zone(zone).is_some()
            }
            Effect::Harm {
                community,
                kind: HarmKind::Direct | HarmKind::Secondary,
                by,
            } => is_fixed(by) && self.harm(community).is_some(),
            Effect::MeetDuty { duty } => self.is_own_duty(duty),
            Effect::Capital { seat, by } => is_fixed(by) && self.is_own(seat),
            Effect::Book(ref effect) => !book::expected(self, effect).is_empty(),
            Effect::Call { function } => {
                let mut inside = self.playable.certain(function).iter();
                inside.any(|effect| self.foresees(effect))
            }
            _ => false,
        }
    }

    fn foreseen(&self, effects: &[Effect], shifts: &mut Vec<(Read, i64)>) {
        for effect in effects.iter().filter(|effect| self.foresees(effect)) {
            match *effect {
                Effect::Meter { meter, by } => shifts.push((Read::Meter(meter), fixed(by))),
                Effect::Trust { from, to, by } => shifts.push((Read::Trust(from, to), fixed(by))),
                Effect::Infect { zone, by } => shifts.push((Read::Compromised(zone), fixed(by))),
                Effect::Contain { zone, by } => {
                    shifts.push((Read::Compromised(zone), -fixed(by)));
                    shifts.push((Read::Contained(zone), fixed(by)));
                }
                Effect::Harm { community, by, .. } => {
                    shifts.push((Read::Harm(community), fixed(by)));
                }
                Effect::MeetDuty { duty } => shifts.push((Read::Met(duty), 1)),
                Effect::Capital { seat, by } => shifts.push((Read::Capital(seat), fixed(by))),
                Effect::Call { function } => {
                    self.foreseen(self.playable.certain(function), shifts);
                }
                Effect::Book(ref effect) => {
                    let expected = book::expected(self, effect).into_iter();
                    shifts.extend(expected.map(|(read, by)| (Read::Book(read), by)));
                }
                _ => {}
            }
        }
    }
}

fn is_fixed(amount: Amount) -> bool {
    matches!(amount, Amount::Fixed(_))
}

fn fixed(amount: Amount) -> i64 {
    match amount {
        Amount::Fixed(by) => i64::from(by),
        Amount::Computed(_) => 0,
    }
}

fn bearings(own: ActorId, norms: &[(Norm, Bearing)], shifts: &mut Vec<(Read, i64)>) {
    for &(norm, bearing) in norms {
        shifts.push(match bearing {
            Bearing::Upheld => (Read::Upheld(own, norm), 1),
            Bearing::Strained => (Read::Strained(own, norm), 1),
        });
    }
}
