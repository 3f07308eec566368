//! A batch: so many plays of one scenario, on so many threads.

use std::ops::Range;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::thread;

use crate::engine::State;
use crate::engine::command::Holder;
use crate::engine::dice::Dice;
use crate::engine::event::Event;
use crate::engine::rejection::Rejection;
use crate::lab::casting::Casting;
use crate::lab::hands::Bots;
use crate::lab::seen::Seen;
use crate::lab::stage::Everything;
use crate::lab::stage::Stage;
use crate::lab::stage::Watch;
use crate::lab::tally::Tally;
use crate::model::SeatId;
use crate::script::Playable;

/// The stack a decision runs on.
const STACK: usize = 16 << 20;
/// Plays that a thread takes at a time.
const CHUNK: u64 = 8;

/// So many plays of one scenario by bots. The same batch gives the same tally on any machine and any number of threads.
#[derive(Clone)]
pub struct Batch<'a> {
    pub playable: &'a Playable,
    /// The numbers of the plays. A play's luck depends on its number and the batch's seed alone.
    pub plays: Range<u64>,
    pub seed: u64,
    pub bots: Casting,
    /// At least 1 is used.
    pub threads: usize,
}

impl Batch<'_> {
    /// Plays the batch. `told` is called now and then, from any thread, with the number of plays done so far.
    ///
    /// # Panics
    /// If the machine cannot start a thread.
    pub fn run(&self, told: &(dyn Fn(u64) + Sync)) -> Tally {
        let next = AtomicU64::new(self.plays.start);
        let done = AtomicU64::new(0);
        thread::scope(|scope| {
            let workers: Vec<_> = (0..self.threads.max(1))
                .map(|_| spawn(scope, || self.work(&next, &done, told)))
                .collect();
            let mut tally = Tally::new(self.playable.scenario(), self.bots.len());
            for worker in workers {
                tally.merge(&join(worker));
            }
            tally
        })
    }

    fn work(&self, next: &AtomicU64, done: &AtomicU64, told: &(dyn Fn(u64) + Sync)) -> Tally {
        let scenario = self.playable.scenario();
        let mut tally = Tally::new(scenario, self.bots.len());
        let mut watch = Seen::new(scenario);
        let mut table = Table::of(self);
        loop {
            let from = next.fetch_add(CHUNK, Ordering::Relaxed);
            let to = from.saturating_add(CHUNK).min(self.plays.end);
            if from >= to {
                return tally;
            }
            for number in from..to {
                watch.forget(number);
                match table.play(number, &mut watch) {
                    Ok(()) => tally.add(number, &watch, &table.cast),
                    Err(_) => tally.broken(number),
                }
            }
            told(done.fetch_add(to - from, Ordering::Relaxed) + (to - from));
        }
    }

    /// The seed of one play.
    pub fn seed_of(&self, number: u64) -> u64 {
        Dice::seed_of_play(self.seed, number)
    }

    /// Who holds the seats in one play: with its seed, all that a session needs to play the same.
    pub fn holders(&self, number: u64) -> Vec<(SeatId, Holder)> {
        let scenario = self.playable.scenario();
        let cast = self.bots.places(scenario, self.seed_of(number));
        let seats = scenario.seats.iter().zip(cast);
        seats
            .map(|(seat, place)| (seat.id, self.bots.holder(place)))
            .collect()
    }

    /// Everything that happens in one play.
    ///
    /// # Errors
    /// If the rules refuse a command, as in a play that the tally counts as broken.
    ///
    /// # Panics
    /// If the machine cannot start a thread.
    pub fn events(&self, number: u64) -> Result<Vec<Event>, Rejection> {
        thread::scope(|scope| {
            join(spawn(scope, || {
                let mut all = Everything::default();
                self.watched(number, &mut all).map(|()| all.0)
            }))
        })
    }

    /// One play, while somebody looks on. Runs on the caller's thread, which needs the stack that scripts may want.
    pub(super) fn watched(&self, number: u64, watch: &mut impl Watch) -> Result<(), Rejection> {
        Table::of(self).play(number, watch)
    }
}

/// A table that plays of a batch are played at one after another, each in the room of the one before.
struct Table<'a> {
    batch: &'a Batch<'a>,
    start: State,
    stage: Stage<'a>,
    /// Who plays each seat in the last play, by its place in the casting.
    cast: Vec<usize>,
}

impl<'a> Table<'a> {
    fn of(batch: &'a Batch<'a>) -> Self {
        let start = State::new(batch.playable.scenario(), 0);
        Self {
            batch,
            stage: Stage::at(batch.playable, start.clone()),
            start,
            cast: Vec::new(),
        }
    }

    /// Plays an exercise from filling the seats to its hot wash.
    fn play(&mut self, number: u64, watch: &mut impl Watch) -> Result<(), Rejection> {
        let (batch, casting) = (self.batch, &self.batch.bots);
        let seed = batch.seed_of(number);
        casting.cast(batch.playable.scenario(), seed, &mut self.cast);
        self.stage.restart(&self.start, seed);
        self.stage.fill(casting, &self.cast, watch)?;
        let mut bots = Bots {
            casting,
            cast: &self.cast,
            dice: Dice::new(seed),
        };
        self.stage.finish(&mut bots, watch)
    }
}

pub(super) fn spawn<'scope, T: Send + 'scope>(
    scope: &'scope thread::Scope<'scope, '_>,
    work: impl FnOnce() -> T + Send + 'scope,
) -> thread::ScopedJoinHandle<'scope, T> {
    let thread = thread::Builder::new()
        .stack_size(STACK)
        .spawn_scoped(scope, work);
    thread.expect("a machine that plays can start a thread")
}

pub(super) fn join<T>(worker: thread::ScopedJoinHandle<'_, T>) -> T {
    worker
        .join()
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
