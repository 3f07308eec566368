//! A study: a batch with trials and twins, whole or in shards. What the shards showed adds up to what the whole would have.

use std::ops::Range;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::thread;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::rejection::Rejection;
use crate::lab::batch::Batch;
use crate::lab::batch::join;
use crate::lab::batch::spawn;
use crate::lab::casting::Casting;
use crate::lab::gauge::Gauges;
use crate::lab::tally::Tally;
use crate::lab::trial::Trials;
use crate::lab::twins::Twins;
use crate::model::scenario::Scenario;
use crate::script::Playable;

/// How much is played, shards and all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Plays from beginning to end.
    pub plays: u64,
    /// Plays of those that are stopped where decisions open and gone on with once for each answer.
    pub trials: u64,
    /// Plays that get twins.
    pub twins: u64,
}

impl Plan {
    /// What is usual for so many plays: about as much work again for the trials, and for the twins.
    pub fn usual(plays: u64) -> Self {
        Self {
            plays,
            trials: (plays / 50).clamp(plays.min(20), 2000),
            twins: (plays / 10).clamp(plays.min(20), 10_000),
        }
    }
}

/// One of several parts that a study is cut into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shard {
    /// From 1 on.
    pub number: u64,
    pub of: u64,
}

impl Shard {
    /// All of it.
    pub const WHOLE: Self = Self { number: 1, of: 1 };

    /// What this shard does of so many.
    fn range(self, all: u64) -> Range<u64> {
        let cut = |number: u64| {
            let cut = u128::from(all) * u128::from(number) / u128::from(self.of.max(1));
            u64::try_from(cut).unwrap_or(all)
        };
        cut(self.number.saturating_sub(1))..cut(self.number)
    }
}

/// A study of one scenario. The same study shows the same on any machine, with any number of threads, in any shards.
#[derive(Clone)]
pub struct Study<'a> {
    pub playable: &'a Playable,
    pub seed: u64,
    pub bots: Casting,
    pub plan: Plan,
    /// At least 1 is used.
    pub threads: usize,
}

/// What a study has shown, or one shard of it: whole numbers that add up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub tally: Tally,
    pub trials: Trials,
    pub twins: Twins,
}

/// What a study is doing, for whoever waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stretch {
    Plays,
    Trials,
    Twins,
}

impl Part {
    /// Nothing shown yet.
    pub fn new(scenario: &Scenario, bots: &Casting) -> Self {
        let gauges = Gauges::of(scenario);
        Self {
            tally: Tally::new(scenario, bots.len()),
            trials: Trials::new(scenario, &gauges),
            twins: Twins::new(scenario, &gauges),
        }
    }

    /// Adds what another part showed.
    pub fn merge(&mut self, other: &Self) {
        self.tally.merge(&other.tally);
        self.trials.merge(&other.trials);
        self.twins.merge(&other.twins);
    }
}

impl Study<'_> {
    /// The batch that the study plays, or a shard of it.
    pub fn batch(&self, shard: Shard) -> Batch<'_> {
        Batch {
            playable: self.playable,
            plays: shard.range(self.plan.plays),
            seed: self.seed,
            bots: self.bots.clone(),
            threads: self.threads,
        }
    }

    /// How much a shard has to do in a stretch.
    pub fn size(&self, shard: Shard, stretch: Stretch) -> u64 {
        let range = shard.range(match stretch {
            Stretch::Plays => self.plan.plays,
            Stretch::Trials => self.plan.trials,
            Stretch::Twins => self.plan.twins,
        });
        range.end - range.start
    }

    /// Plays a shard. `told` is called now and then, from any thread, with how much of a stretch is done.
    ///
    /// # Panics
    /// If the machine cannot start a thread.
    pub fn run(&self, shard: Shard, told: &(dyn Fn(Stretch, u64) + Sync)) -> Part {
        let scenario = self.playable.scenario();
        let gauges = Gauges::of(scenario);
        let tally = self.batch(shard).run(&|done| told(Stretch::Plays, done));
        let trials = self.share_out(
            &shard.range(self.plan.trials),
            || Trials::new(scenario, &gauges),
            |trials, number| trials.run(self.playable, &self.bots, &gauges, self.seed, number),
            Trials::merge,
            &|done| told(Stretch::Trials, done),
        );
        let twins = self.share_out(
            &shard.range(self.plan.twins),
            || Twins::new(scenario, &gauges),
            |twins, number| twins.run(self.playable, &self.bots, &gauges, self.seed, number),
            Twins::merge,
            &|done| told(Stretch::Twins, done),
        );
        Part {
            tally,
            trials,
            twins,
        }
    }

    /// Does one piece of work for each number, on all threads, and adds up what came of it. A play that the rules refuse to go
    /// on with adds what it had shown by then; the tally counts such plays.
    fn share_out<T: Send>(
        &self,
        numbers: &Range<u64>,
        nothing: impl Fn() -> T + Sync,
        work: impl Fn(&mut T, u64) -> Result<(), Rejection> + Sync,
        add: impl Fn(&mut T, &T),
        told: &(dyn Fn(u64) + Sync),
    ) -> T {
        let next = AtomicU64::new(numbers.start);
        let done = AtomicU64::new(0);
        let (nothing, work) = (&nothing, &work);
        thread::scope(|scope| {
            let workers: Vec<_> = (0..self.threads.max(1))
                .map(|_| {
                    spawn(scope, || {
                        let mut own = nothing();
                        loop {
                            let number = next.fetch_add(1, Ordering::Relaxed);
                            if number >= numbers.end {
                                return own;
                            }
                            let _ = work(&mut own, number);
                            told(done.fetch_add(1, Ordering::Relaxed) + 1);
                        }
                    })
                })
                .collect();
            let mut sum = nothing();
            for worker in workers {
                add(&mut sum, &join(worker));
            }
            sum
        })
    }
}
