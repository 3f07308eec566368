//! Sums from which a mean and its interval are made at the end: whole numbers, so that parts add up to the same in any order.

use serde::Deserialize;
use serde::Serialize;

/// The sum and the sum of the squares of so many numbers; how many there are is known to whoever keeps it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moments {
    pub sum: i128,
    pub squares: i128,
}

impl Moments {
    pub(super) fn add(&mut self, value: i128) {
        self.sum += value;
        self.squares += value * value;
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.sum += other.sum;
        self.squares += other.squares;
    }

    /// The mean of `many` numbers and its standard error; 0 of nothing, and no error for one.
    #[expect(
        clippy::cast_precision_loss,
        reason = "statistics are shown and compared with a margin, never added up again"
    )]
    pub fn mean(&self, many: u64) -> (f64, f64) {
        if many == 0 {
            return (0.0, 0.0);
        }
        let count = many as f64;
        let mean = self.sum as f64 / count;
        let spread = (self.squares as f64 / count - mean * mean).max(0.0);
        let error = if many > 1 {
            (spread / (count - 1.0)).sqrt()
        } else {
            0.0
        };
        (mean, error)
    }
}
