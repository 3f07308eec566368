//! How a number was spread over plays, and its course over the turns.
//!
//! A bin depends on its number alone, so that two batches add up to the same in whatever order; numbers of up to 511 have a
//! bin each, larger ones share one with their neighbours within half a per cent. Memory is bounded by the bins.

use serde::Deserialize;
use serde::Serialize;

use crate::lab::share::Z;

/// Numbers below have a bin each.
const EXACT: i32 = 512;
/// Bins between a power of two and the next.
const BINS: i32 = 256;
/// The power of two that [`EXACT`] is.
const OCTAVE: u32 = 9;

/// How a number was spread over plays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distribution {
    /// The bin of the first count.
    from: i32,
    /// Plays by bin, without empty bins at either end.
    bins: Vec<u64>,
    /// Of the numbers that share their bin with others; bins say the rest.
    shared: Option<Sums>,
}

/// What bins do not tell of the numbers in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Sums {
    sum: i128,
    squares: i128,
    range: (i32, i32),
}

impl Sums {
    fn of(value: i32, plays: u64) -> Self {
        let (wide, plays) = (i128::from(value), i128::from(plays));
        Self {
            sum: wide * plays,
            squares: wide * wide * plays,
            range: (value, value),
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            sum: self.sum + other.sum,
            squares: self.squares + other.squares,
            range: (
                self.range.0.min(other.range.0),
                self.range.1.max(other.range.1),
            ),
        }
    }
}

impl Distribution {
    /// Counts one more play.
    pub fn add(&mut self, value: i32) {
        *self.bin(bin_of(value)) += 1;
        if !is_exact(value) {
            self.share(Sums::of(value, 1));
        }
    }

    /// Adds what another part showed.
    pub fn merge(&mut self, other: &Self) {
        for (bin, plays) in (other.from..).zip(&other.bins) {
            if *plays > 0 {
                *self.bin(bin) += plays;
            }
        }
        if let Some(sums) = other.shared {
            self.share(sums);
        }
    }

    fn share(&mut self, sums: Sums) {
        self.shared = Some(self.shared.map_or(sums, |shared| shared.and(sums)));
    }

    pub fn plays(&self) -> u64 {
        self.bins.iter().sum()
    }

    /// The least and the most, once there is a play.
    pub fn range(&self) -> Option<(i32, i32)> {
        self.sums().map(|sums| sums.range)
    }

    /// What the numbers and their squares come to in all plays.
    pub fn totals(&self) -> (i128, i128) {
        let sums = self.sums().unwrap_or_default();
        (sums.sum, sums.squares)
    }

    fn sums(&self) -> Option<Sums> {
        let exact = self.counts().filter(|(value, _)| is_exact(*value));
        let exact = exact.map(|(value, plays)| Sums::of(value, plays));
        exact.chain(self.shared).reduce(Sums::and)
    }

    fn bin(&mut self, bin: i32) -> &mut u64 {
        let place = |of: i32| usize::try_from(of).unwrap_or(0);
        if self.bins.is_empty() {
            self.from = bin;
        }
        if bin < self.from {
            let more = place(self.from - bin);
            self.bins.splice(0..0, std::iter::repeat_n(0, more));
            self.from = bin;
        }
        let at = place(bin - self.from);
        if at >= self.bins.len() {
            self.bins.resize(at + 1, 0);
        }
        &mut self.bins[at]
    }

    /// Mean and standard deviation; 0 of nothing.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a mean is only shown, with one digit after the point"
    )]
    pub fn mean(&self) -> (f64, f64) {
        let (sum, squares) = self.totals();
        let plays = i128::from(self.plays());
        if plays == 0 {
            return (0.0, 0.0);
        }
        // Whole numbers up to here: the difference of two large ones is exact.
        let scaled = squares * plays - sum * sum;
        let plays = plays as f64;
        (sum as f64 / plays, (scaled.max(0) as f64).sqrt() / plays)
    }

    /// The 95 % interval of the mean.
    #[expect(
        clippy::cast_precision_loss,
        reason = "an interval is only shown; counts of plays are far below 2^52"
    )]
    pub fn interval(&self) -> (f64, f64) {
        let (mean, deviation) = self.mean();
        let half = Z * deviation / (self.plays().max(2) as f64 - 1.0).sqrt();
        (mean - half, mean + half)
    }

    /// The number that so many per mille of the plays do not exceed, to the width of a bin; 0 of nothing.
    pub fn quantile(&self, per_mille: u64) -> i32 {
        let wanted = u128::from(self.plays()) * u128::from(per_mille);
        let mut below = 0;
        for (bin, plays) in self.counts() {
            below += u128::from(plays) * 1000;
            if below >= wanted && below > 0 {
                return bin;
            }
        }
        self.range().map_or(0, |(_, most)| most)
    }

    /// The bins with plays in them: the number each begins with, going up, and how many plays.
    pub fn counts(&self) -> impl Iterator<Item = (i32, u64)> + '_ {
        let bins = (self.from..).zip(self.bins.iter().copied());
        bins.filter(|(_, plays)| *plays > 0)
            .map(|(bin, plays)| (edge_of(bin), plays))
    }

    /// Whether every play had the same.
    pub fn is_constant(&self) -> bool {
        self.range().is_none_or(|(least, most)| least == most)
    }
}

/// Whether a number has a bin of its own.
fn is_exact(value: i32) -> bool {
    (-EXACT < value) && (value < EXACT)
}

/// The bin of a number.
fn bin_of(value: i32) -> i32 {
    if is_exact(value) {
        return value;
    }
    let size = value.unsigned_abs();
    let octave = size.ilog2();
    let within = i32::try_from(size >> (octave - 8)).unwrap_or(BINS) - BINS;
    let bin = EXACT + i32::try_from(octave - OCTAVE).unwrap_or(0) * BINS + within;
    if value < 0 { -bin } else { bin }
}

/// The number of a bin that is nearest to 0.
fn edge_of(bin: i32) -> i32 {
    let size = bin.abs();
    let edge = if size < EXACT {
        size
    } else {
        let (octave, within) = ((size - EXACT) / BINS, (size - EXACT) % BINS);
        (BINS + within) << (octave + 1)
    };
    if bin < 0 { -edge } else { edge }
}

/// The course of a number: how it was spread after each turn, and at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

    /// Whether it never moved, in no play.
    pub fn is_constant(&self) -> bool {
        let mut ranges = self.turns.iter().filter_map(Distribution::range);
        let first = ranges.next();
        first.is_none_or(|(least, most)| least == most) && ranges.all(|range| Some(range) == first)
    }
}
