//! What the ledgers of the book do to acts that are not theirs: hinder them, or change their price.

use crate::engine::act::Act;
use crate::engine::ledger::contacts;
use crate::engine::ledger::mandate;
use crate::engine::ledger::measures;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::model::SeatId;
use crate::model::decision::Cost;

impl Lens<'_> {
    /// What stands in the way of an act by the rules of ledgers that it is not of.
    pub(super) fn blocked(&self, seat: SeatId, act: &Act) -> Option<Obstacle> {
        contacts::blocked(self, seat, act)
            .or_else(|| mandate::blocked(self, seat, act))
            .or_else(|| measures::blocked(self, seat, act))
    }

    /// What an act costs a seat, whether it is possible or not: what anybody would pay, and what its distance to others and
    /// its own policy add or take.
    pub fn price(&self, seat: SeatId, act: &Act) -> Cost {
        // What an author wrote costs what the author wrote.
        if matches!(act, Act::Answer { .. } | Act::Hold) {
            return self.base_cost(act);
        }
        let alone = self.alone(seat);
        let cost = contacts::dearer(&alone, seat, act, alone.base_cost(act));
        mandate::cheaper(&alone, seat, act, cost)
    }
}
