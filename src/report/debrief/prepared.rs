//! What could have been prepared before the incident and was not: the first things for an improvement plan, since the next
//! exercise begins with the same quiet turn.

use std::collections::BTreeMap;

use crate::engine::act::Act;
use crate::engine::event::What;
use crate::engine::lens::Lens;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::report::debrief::PreparePart;
use crate::report::debrief::build::Maker;

/// How many acts that nobody thought of are told of each ledger.
const MOST_UNTOUCHED: usize = 1;

impl Maker<'_> {
    pub(super) fn unprepared(&self) -> Vec<PreparePart> {
        if !self.scenario.has_prep {
            return Vec::new();
        }
        let seats = self.scenario.seats.iter();
        let mut parts: Vec<PreparePart> =
            seats.flat_map(|seat| self.unprepared_by(seat.id)).collect();
        parts.sort_by_key(|part| !part.is_own);
        parts
    }

    /// First what a seat did in the crisis and could have done before, then what it never did.
    fn unprepared_by(&self, seat: SeatId) -> Vec<PreparePart> {
        let mut done: BTreeMap<Act, u16> = BTreeMap::new();
        for (place, event) in self.events.iter().enumerate() {
            if let What::Acted { seat: by, act, .. } = event.what
                && by == seat
            {
                done.entry(act).or_insert(self.course.turns[place]);
            }
        }
        let seats = [seat];
        let state = self.course.when_deciding(0, seat);
        let lens = Lens::new(self.record.playable, state, &seats);
        let (mut late, mut never) = (Vec::new(), Vec::new());
        let mut untouched: BTreeMap<Option<Ledger>, usize> = BTreeMap::new();
        lens.each_possible(seat, &mut |act| {
            if !matches!(act, Act::Book(_) | Act::Take { .. }) {
                return;
            }
            let part = |turn| PreparePart {
                seat: self.teller.seat(seat).clone(),
                is_own: self.is_own(seat),
                act: self.teller.act(&act),
                hours: lens.cost(&act).hours,
                turn,
            };
            match done.get(&act) {
                Some(0) => {}
                Some(turn) => late.push(part(Some(*turn))),
                None => {
                    let told = untouched.entry(act.ledger()).or_default();
                    if *told < MOST_UNTOUCHED {
                        *told += 1;
                        never.push(part(None));
                    }
                }
            }
        });
        late.extend(never);
        late
    }
}
