//! Shares of plays, with the interval that chance leaves open.

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub count: u64,
    pub of: u64,
}

/// The two-sided 95 % point of the normal distribution.
pub(super) const Z: f64 = 1.959_963_984_540_054;

impl Share {
    /// The share, 0 to 1; 0 of nothing.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a share is only shown; counts of plays are far below 2^52"
    )]
    pub fn value(self) -> f64 {
        if self.of == 0 {
            0.0
        } else {
            self.count as f64 / self.of as f64
        }
    }

    /// The 95 % interval of the share, as Wilson's score gives it: 0 to 1 of nothing.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a share is only shown; counts of plays are far below 2^52"
    )]
    pub fn interval(self) -> (f64, f64) {
        if self.of == 0 {
            return (0.0, 1.0);
        }
        let (share, plays) = (self.value(), self.of as f64);
        let middle = share + Z * Z / (2.0 * plays);
        let half = Z * (share * (1.0 - share) / plays + Z * Z / (4.0 * plays * plays)).sqrt();
        let whole = 1.0 + Z * Z / plays;
        // At the ends the formula is exact, and rounding must not leave a hair of them out.
        let low = if self.count == 0 {
            0.0
        } else {
            (middle - half) / whole
        };
        let high = if self.count == self.of {
            1.0
        } else {
            (middle + half) / whole
        };
        (low, high)
    }
}
