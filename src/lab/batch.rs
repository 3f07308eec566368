//! A batch: so many plays of one scenario, on so many threads.

use std::ops::Range;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::thread;

use crate::engine::command::Holder;
use crate::engine::dice::Dice;
use crate::engine::event::Event;
use crate::engine::lens::Lens;
use crate::engine::rejection::Rejection;
use crate::engine::truth::Truth;
use crate::lab::casting::Casting;
use crate::lab::play::Table;
use crate::lab::play::Watch;
use crate::lab::seen::Seen;
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
        let mut table = Table::new(self.playable, &self.bots);
        let mut cast = Vec::new();
        loop {
            let from = next.fetch_add(CHUNK, Ordering::Relaxed);
            let to = from.saturating_add(CHUNK).min(self.plays.end);
            if from >= to {
                return tally;
            }
            for number in from..to {
                let seed = self.seed_of(number);
                self.bots.cast(scenario, seed, &mut cast);
                watch.forget(number);
                match table.play(seed, &self.bots, &cast, &mut watch) {
                    Ok(()) => tally.add(number, &watch, &cast),
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
            .map(|(seat, place)| {
                let profile = self.bots.bot(place).name().into();
                (seat.id, Holder::Bot { profile })
            })
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
        let seed = self.seed_of(number);
        let cast = self.bots.places(self.playable.scenario(), seed);
        thread::scope(|scope| {
            join(spawn(scope, || {
                let mut all = Everything(Vec::new());
                let mut table = Table::new(self.playable, &self.bots);
                let played = table.play(seed, &self.bots, &cast, &mut all);
                played.map(|()| all.0)
            }))
        })
    }
}

/// Keeps every event.
struct Everything(Vec<Event>);

impl Watch for Everything {
    fn choosing(&mut self, _: &Lens<'_>, _: SeatId) {}

    fn happened(&mut self, _: Truth<'_>, events: &[Event]) {
        self.0.extend_from_slice(events);
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
