//! Work on many courses, spread over threads; told of as it goes, and given up when asked.

use std::sync::Mutex;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::thread;

use crate::engine::dice::Dice;
use crate::lab::whatif::past::Past;

/// The stack a decision runs on.
const STACK: usize = 16 << 20;

/// How much may be done, and who is told.
#[derive(Clone, Copy)]
pub struct Effort<'a> {
    /// Continuations of each alternative.
    pub plays: u64,
    /// Threads to work on; the result does not depend on it.
    pub threads: usize,
    /// Called from any thread with the courses played so far and how many there will be.
    pub told: &'a (dyn Fn(usize, usize) + Sync),
    /// Once set, the work is given up.
    pub stop: &'a AtomicBool,
}

impl Effort<'_> {
    /// The same with another number of continuations.
    pub(super) fn plays(self, plays: u64) -> Self {
        Self { plays, ..self }
    }

    /// The luck of each continuation: the same whatever is changed, and none of them the exercise's own.
    pub(super) fn lucks(&self, past: &Past) -> Vec<u64> {
        let plays = 0..self.plays;
        plays
            .map(|play| Dice::seed_of_play(past.seed(), play))
            .collect()
    }

    /// Does every job, in any order; the results stand in the jobs' order. `None` if it was given up.
    pub(super) fn spread<T: Send>(
        &self,
        jobs: usize,
        work: impl Fn(usize) -> T + Sync,
    ) -> Option<Vec<T>> {
        let next = AtomicUsize::new(0);
        let done = AtomicUsize::new(0);
        let results: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(jobs));
        let labour = || {
            let mut own = Vec::new();
            loop {
                let job = next.fetch_add(1, Ordering::Relaxed);
                if job >= jobs || self.stop.load(Ordering::Relaxed) {
                    break;
                }
                own.push((job, work(job)));
                (self.told)(done.fetch_add(1, Ordering::Relaxed) + 1, jobs);
            }
            if let Ok(mut all) = results.lock() {
                all.append(&mut own);
            }
        };
        thread::scope(|scope| {
            let workers: Vec<_> = (0..self.threads.max(1).min(jobs.max(1)))
                .map(|_| {
                    let thread = thread::Builder::new().stack_size(STACK);
                    let thread = thread.spawn_scoped(scope, labour);
                    thread.expect("a machine that plays can start a thread")
                })
                .collect();
            for worker in workers {
                if let Err(panic) = worker.join() {
                    std::panic::resume_unwind(panic);
                }
            }
        });
        let mut results = results.into_inner().ok()?;
        results.sort_by_key(|(job, _)| *job);
        (results.len() == jobs).then(|| results.into_iter().map(|(_, result)| result).collect())
    }
}
