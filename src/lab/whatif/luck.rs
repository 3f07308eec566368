//! Luck or judgement: the same choices on many lucks, and where this exercise's own luck stood among them.

use crate::engine::truth::Truth;
use crate::lab::share::Share;
use crate::lab::whatif::change::Change;
use crate::lab::whatif::course::play_on;
use crate::lab::whatif::others::Others;
use crate::lab::whatif::outcome::Outcome;
use crate::lab::whatif::paired::Paired;
use crate::lab::whatif::past::Past;
use crate::lab::whatif::spread::Effort;

/// How the exercise's choices would have done on many lucks.
pub struct Luck {
    /// What it came to.
    pub own: Outcome,
    /// What the same choices, by everybody, came to on other lucks.
    pub others: Vec<Outcome>,
}

/// Where one outcome of the exercise stood among those of the same choices.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    pub own: i64,
    /// What these choices come to on average.
    pub usual: Paired,
    /// The share of lucks, in per cent, that did worse than this one, half of those that did the same included.
    pub percentile: f64,
}

/// Plays the same choices on many lucks. `None` if it was given up.
pub fn luck(past: &Past, effort: &Effort<'_>) -> Option<Luck> {
    let lucks = effort.lucks(past);
    let others = effort.spread(lucks.len(), |job| {
        let course = play_on(past, &Change::Same, Others::Frozen, lucks[job]);
        Outcome::of(Truth::new(past.playable(), &course.end))
    })?;
    Some(Luck {
        own: Outcome::of(past.end()),
        others,
    })
}

impl Luck {
    /// Where a number stood.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a percentile is only shown; counts of plays are far below 2^52"
    )]
    pub fn standing(&self, of: impl Fn(&Outcome) -> i64) -> Standing {
        let own = of(&self.own);
        let numbers: Vec<i64> = self.others.iter().map(of).collect();
        let below = numbers.iter().filter(|number| **number < own).count();
        let same = numbers.iter().filter(|number| **number == own).count();
        let all = numbers.len().max(1);
        Standing {
            own,
            usual: Paired::of(&numbers),
            percentile: 100.0 * (below as f64 + same as f64 / 2.0) / all as f64,
        }
    }

    /// How often the same choices came to the same ending.
    pub fn same_ending(&self) -> Share {
        let same = self
            .others
            .iter()
            .filter(|other| other.ending == self.own.ending);
        Share {
            count: same.count() as u64,
            of: self.others.len() as u64,
        }
    }
}
