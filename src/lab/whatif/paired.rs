//! Means and the interval that chance leaves open, of numbers and of differences of pairs on the same luck.

/// A mean of so many numbers, with its 95 % interval by Student's distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paired {
    pub mean: f64,
    /// Half the width of the interval; 0 if all numbers are the same, infinite for fewer than two.
    pub half: f64,
    /// How many are above 0, 0, and below.
    pub better: u64,
    pub same: u64,
    pub worse: u64,
}

impl Paired {
    /// Of numbers: differences of pairs, or plain outcomes.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a mean is only shown; points and counts are far below 2^52"
    )]
    pub fn of(numbers: &[i64]) -> Self {
        let many = numbers.len() as f64;
        let mean = numbers.iter().map(|number| *number as f64).sum::<f64>() / many.max(1.0);
        let half = if numbers.len() < 2 {
            f64::INFINITY
        } else {
            let spread: f64 = numbers
                .iter()
                .map(|number| (*number as f64 - mean).powi(2))
                .sum();
            quantile(many - 1.0) * (spread / (many - 1.0) / many).sqrt()
        };
        let count = |test: fn(i64) -> bool| {
            let fitting = numbers.iter().filter(|number| test(**number));
            fitting.count() as u64
        };
        Self {
            mean,
            half,
            better: count(|number| number > 0),
            same: count(|number| number == 0),
            worse: count(|number| number < 0),
        }
    }

    /// Whether the interval leaves 0 out: the difference is more than chance.
    pub fn is_clear(&self) -> bool {
        self.half.is_finite() && self.mean.abs() > self.half
    }

    /// The interval.
    pub fn interval(&self) -> (f64, f64) {
        (self.mean - self.half, self.mean + self.half)
    }
}

/// The two-sided 95 % point of Student's distribution with so many degrees of freedom, by Cornish and Fisher's expansion around the
/// normal one; within 1 % from four degrees on, and wider than it should be below.
fn quantile(freedom: f64) -> f64 {
    const Z: f64 = 1.959_963_984_540_054;
    if freedom < 4.0 {
        return [12.706, 4.303, 3.182][if freedom < 2.0 {
            0
        } else if freedom < 3.0 {
            1
        } else {
            2
        }];
    }
    let (z3, z5) = (Z.powi(3), Z.powi(5));
    Z + (z3 + Z) / (4.0 * freedom)
        + (5.0 * z5 + 16.0 * z3 + 3.0 * Z) / (96.0 * freedom * freedom)
        + (3.0 * Z.powi(7) + 19.0 * z5 + 17.0 * z3 - 15.0 * Z) / (384.0 * freedom.powi(3))
}
