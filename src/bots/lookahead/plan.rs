//! Plans: what the profiles would do, what promises most, and what a change here and there makes of the best so far.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::bots::Bot;
use crate::bots::Sealed;
use crate::bots::fit::Fit;
use crate::bots::lookahead::worlds::Outcome;
use crate::bots::lookahead::worlds::Worlds;
use crate::bots::profiles;
use crate::engine::act::Act;
use crate::engine::dice::Dice;
use crate::engine::lens::Lens;
use crate::model::SeatId;

/// A plan that was tried, and what came of it.
pub(super) struct Tried {
    pub(super) acts: Vec<Act>,
    pub(super) wants: Vec<i64>,
    worth: i64,
}

/// The search for a plan.
pub(super) struct Search<'s, 'a> {
    lens: &'s Lens<'a>,
    seat: SeatId,
    dice: Dice,
    worlds: &'s Worlds<'a>,
    /// Acts worth a thought, the most promising first.
    pool: Vec<Act>,
    waiting: Tried,
    best: Tried,
    seen: BTreeSet<Vec<Act>>,
}

impl<'s, 'a> Search<'s, 'a> {
    pub(super) fn new(
        lens: &'s Lens<'a>,
        seat: SeatId,
        dice: Dice,
        worlds: &'s Worlds<'a>,
    ) -> Self {
        let waiting = || {
            let Outcome { wants, worth } = worlds.try_out(&[Act::Hold]);
            Tried {
                acts: Vec::new(),
                wants,
                worth,
            }
        };
        Self {
            lens,
            seat,
            dice,
            worlds,
            pool: Vec::new(),
            best: waiting(),
            waiting: waiting(),
            seen: BTreeSet::from([Vec::new()]),
        }
    }

    pub(super) fn best(&self) -> &Tried {
        &self.best
    }

    pub(super) fn waiting(&self) -> &Tried {
        &self.waiting
    }

    /// How many plans have been tried.
    pub(super) fn tried(&self) -> usize {
        self.seen.len()
    }

    /// Tries up to so many plans.
    pub(super) fn run(&mut self, most: usize) {
        let mut proposed = Vec::new();
        for profile in profiles() {
            let mut sealed = Sealed::default();
            profile.choose(self.lens, self.seat, &self.dice, &mut sealed);
            proposed.extend(sealed.acts.iter().copied());
            self.consider(sealed.acts);
        }
        self.pool = self.promising(&proposed);
        let greedy = self.fill(&[], None);
        self.consider(greedy);
        while self.tried() < most && self.improve(most) {}
    }

    /// Acts worth a thought: by what can be foreseen of them for an hour of work, then what some profile would do.
    fn promising(&self, proposed: &[Act]) -> Vec<Act> {
        let mut scored: Vec<(i64, bool, Act)> = Vec::new();
        for act in self.lens.possible(self.seat) {
            if act == Act::Hold {
                continue;
            }
            let gains = self.lens.foresee(self.seat, &act);
            let gain: i64 = gains.iter().map(|(_, moved)| *moved).sum();
            let cost = self.lens.cost(&act);
            let price = i64::from(cost.hours + cost.capital).max(1);
            let is_proposed = proposed.contains(&act);
            if gain > 0 || is_proposed || matches!(act, Act::Answer { .. }) {
                scored.push((gain * 100 / price, is_proposed, act));
            }
        }
        scored.sort_by_key(|(gain, is_proposed, act)| (Reverse(*gain), !is_proposed, *act));
        scored.into_iter().map(|(_, _, act)| act).collect()
    }

    /// Fills a plan up from the pool, but for one act.
    fn fill(&self, acts: &[Act], but: Option<Act>) -> Vec<Act> {
        let mut fit = Fit::new(self.lens, self.seat, 1000, 1000);
        for act in acts {
            fit.add(*act);
        }
        for act in &self.pool {
            if Some(*act) != but {
                fit.add(*act);
            }
        }
        fit.acts
    }

    /// Tries a plan unless it has been; says whether it is the best so far.
    fn consider(&mut self, mut acts: Vec<Act>) -> bool {
        acts.retain(|act| *act != Act::Hold);
        acts.sort_unstable();
        let is_legal = acts.is_empty() || self.lens.judge(self.seat, &acts).is_ok();
        if !is_legal || !self.seen.insert(acts.clone()) {
            return false;
        }
        let Outcome { wants, worth } = self.worlds.try_out(&acts);
        let is_better = worth > self.best.worth;
        if is_better {
            self.best = Tried { acts, wants, worth };
        }
        is_better
    }

    /// Tries changes of the best plan until one is better; false if none is.
    fn improve(&mut self, most: usize) -> bool {
        let best = self.best.acts.clone();
        for change in self.changes(&best) {
            if self.tried() >= most {
                return false;
            }
            if self.consider(change) {
                return true;
            }
        }
        false
    }

    fn changes(&self, best: &[Act]) -> Vec<Vec<Act>> {
        let mut changes = Vec::new();
        let with = |act: Act, without: &[Act]| {
            let mut fit = Fit::new(self.lens, self.seat, 1000, 1000);
            let fits = fit.add(act);
            for kept in without {
                fit.add(*kept);
            }
            fits.then_some(fit.acts)
        };
        // Another answer, or one more act: what is in its way, or does not fit any more, goes.
        for act in &self.pool {
            if !best.contains(act) {
                changes.extend(with(*act, best));
            }
        }
        for left in best {
            let kept: Vec<Act> = best.iter().copied().filter(|act| act != left).collect();
            changes.push(self.fill(&kept, Some(*left)));
            changes.push(kept);
        }
        changes
    }
}
