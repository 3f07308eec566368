//! What is counted: whole numbers that two batches add up to the same, in whatever order.

use crate::lab::seen::Choosing;

/// How often something happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

    /// Counts what became of it in a play, at the seat that one of the bots played.
    pub(super) fn add(&mut self, play: u64, bot: usize, seen: Choosing) {
        self.offered += u64::from(seen.is_offered);
        self.barred += u64::from(seen.is_barred);
        self.by_default += u64::from(seen.is_default);
        self.taken.add(play, seen.taken);
        if seen.is_offered {
            let (offered, taken) = &mut self.bots[bot];
            *offered += 1;
            *taken += u64::from(seen.taken > 0);
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

/// How a number was spread over plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Distribution {
    pub plays: u64,
    pub sum: i128,
    pub squares: i128,
    /// The least and the most, once there is a play.
    pub range: Option<(i32, i32)>,
}

impl Distribution {
    pub(super) fn add(&mut self, value: i32) {
        let wide = i64::from(value);
        self.plays += 1;
        self.sum += i128::from(wide);
        self.squares += i128::from(wide * wide);
        self.widen((value, value));
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.plays += other.plays;
        self.sum += other.sum;
        self.squares += other.squares;
        if let Some(range) = other.range {
            self.widen(range);
        }
    }

    fn widen(&mut self, (least, most): (i32, i32)) {
        let (low, high) = self.range.unwrap_or((least, most));
        self.range = Some((low.min(least), high.max(most)));
    }

    /// Mean and standard deviation; 0 of nothing.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a mean is only shown, with one digit after the point"
    )]
    pub fn mean(&self) -> (f64, f64) {
        if self.plays == 0 {
            return (0.0, 0.0);
        }
        let plays = i128::from(self.plays);
        // Whole numbers up to here: the difference of two large ones is exact.
        let scaled = self.squares * plays - self.sum * self.sum;
        let plays = self.plays as f64;
        (
            self.sum as f64 / plays,
            (scaled.max(0) as f64).sqrt() / plays,
        )
    }
}

/// The course of a number: how it was spread after each turn, and at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    pub end: Distribution,
    /// By turn, 0 first; only plays that reached the turn count.
    pub turns: Vec<Distribution>,
}

impl Course {
    pub(super) fn new(turns: usize) -> Self {
        Self {
            end: Distribution::default(),
            turns: vec![Distribution::default(); turns],
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.end.merge(&other.end);
        for (mine, theirs) in self.turns.iter_mut().zip(&other.turns) {
            mine.merge(theirs);
        }
    }
}

fn earlier(one: Option<u64>, other: Option<u64>) -> Option<u64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
