//! What is counted: whole numbers that two batches add up to the same, in whatever order.

use serde::Deserialize;
use serde::Serialize;

/// How often something happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Plays in which it happened.
    pub plays: u64,
    /// How often in all.
    pub times: u64,
    /// The first play in which it happened.
    pub first: Option<u64>,
}

impl Count {
    pub(super) fn add(&mut self, play: u64, times: u32) {
        if times > 0 {
            self.plays += 1;
            self.times += u64::from(times);
            self.first = earlier(self.first, Some(play));
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.plays += other.plays;
        self.times += other.times;
        self.first = earlier(self.first, other.first);
    }
}

/// What became of a choice of a decision or of a standing action.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// Plays in which it could be taken in some turn, and in which it was open to its seat but something stood in the way.
    pub offered: u64,
    pub barred: u64,
    pub taken: Count,
    /// Plays in which it was taken since nobody answered in time.
    pub by_default: u64,
    /// For each bot, by its place in the casting: plays in which one of its seats could take it, and in which one did.
    pub bots: Vec<(u64, u64)>,
}

impl Chosen {
    pub(super) fn new(bots: usize) -> Self {
        Self {
            bots: vec![(0, 0); bots],
            ..Self::default()
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.offered += other.offered;
        self.barred += other.barred;
        self.taken.merge(&other.taken);
        self.by_default += other.by_default;
        for (mine, theirs) in self.bots.iter_mut().zip(&other.bots) {
            mine.0 += theirs.0;
            mine.1 += theirs.1;
        }
    }
}

/// What became of a duty, in plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyCount {
    pub started: u64,
    pub met: u64,
    pub missed: u64,
    /// Missed, and reported all the same.
    pub late: u64,
}

impl DutyCount {
    pub(super) fn merge(&mut self, other: &Self) {
        self.started += other.started;
        self.met += other.met;
        self.missed += other.missed;
        self.late += other.late;
    }
}

fn earlier(one: Option<u64>, other: Option<u64>) -> Option<u64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
