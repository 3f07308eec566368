//! Do decisions matter? What share of the variance of each main outcome the seats' choosing has a hand in, and what share luck.
//!
//! The shares are total effects: what one thing brings about alone and together with the others. So they add up to more
//! than one where choices and luck work together. None of them is above one; where few plays say more, that is chance, and is
//! cut off.

use crate::lab::gauge::Gauges;
use crate::lab::moments::Moments;
use crate::lab::share::Share;
use crate::lab::share::Z;
use crate::lab::study::Part;
use crate::lab::study::Study;
use crate::lab::trial::PARTS;
use crate::lab::twins::Differing;
use crate::model::DecisionId;
use crate::model::SeatId;

/// A share with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

impl Estimate {
    fn at_most_all(self) -> Self {
        Self {
            share: self.share.min(1.0),
            low: self.low.min(1.0),
            high: self.high.min(1.0),
        }
    }
}

/// What moves one main outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Mover {
    /// The gauge's name; `None` for which ending it is.
    pub outcome: Option<String>,
    /// All seats' choosing together.
    pub choices: Estimate,
    pub luck: Estimate,
    pub seats: Vec<(SeatId, Estimate)>,
    /// What would be moved if the decision were answered at random, by decision; the most first.
    pub decisions: Vec<(DecisionId, Estimate)>,
}

/// What moves the main outcomes, which ending it is first. An outcome that was the same in every play is left out.
pub fn movers(study: &Study<'_>, part: &Part) -> Vec<Mover> {
    let scenario = study.playable.scenario();
    if part.twins.plays == 0 {
        return Vec::new();
    }
    let mut all = Vec::new();
    let plays = part.tally.plays;
    let same: f64 = part
        .tally
        .endings
        .iter()
        .map(|ending| {
            let share = ratio(ending.plays, plays);
            share * share
        })
        .sum();
    if same < 1.0 {
        let variance = 1.0 - same;
        let twins = part.twins.plays;
        let of = |differing: &Differing| {
            let differ = Share {
                count: differing.endings,
                of: twins,
            };
            let (low, high) = differ.interval();
            let of_all = Estimate {
                share: differ.value() / variance,
                low: low / variance,
                high: high / variance,
            };
            of_all.at_most_all()
        };
        let decisions = part.trials.decisions.iter();
        let decisions =
            decisions.map(|tried| estimate_in_parts(&tried.endings, part.trials.plays, variance));
        all.push(Mover {
            outcome: None,
            choices: of(&part.twins.choices),
            luck: of(&part.twins.luck),
            seats: seats(study, part.twins.seats.iter().map(of)),
            decisions: ranked(decisions),
        });
    }
    let gauges = Gauges::of(scenario);
    for (place, gauge) in gauges.all.iter().take(gauges.outcomes).enumerate() {
        let (_, deviation) = part.tally.courses[place].end.mean();
        let variance = deviation * deviation;
        if variance <= 0.0 {
            continue;
        }
        // Half the square of the difference.
        let of = |differing: &Differing| {
            let of_all = estimate(&differing.outcomes[place], part.twins.plays, variance * 2.0);
            of_all.at_most_all()
        };
        let decisions = part.trials.decisions.iter();
        let decisions = decisions
            .map(|tried| estimate_in_parts(&tried.within[place], part.trials.plays, variance));
        all.push(Mover {
            outcome: Some(gauge.name.clone()),
            choices: of(&part.twins.choices),
            luck: of(&part.twins.luck),
            seats: seats(study, part.twins.seats.iter().map(of)),
            decisions: ranked(decisions),
        });
    }
    all
}

fn seats(study: &Study<'_>, of: impl Iterator<Item = Estimate>) -> Vec<(SeatId, Estimate)> {
    let seats = study.playable.scenario().seats.iter();
    seats.map(|seat| seat.id).zip(of).collect()
}

fn ranked(of: impl Iterator<Item = Estimate>) -> Vec<(DecisionId, Estimate)> {
    let mut all: Vec<_> = of
        .enumerate()
        .map(|(place, estimate)| (DecisionId::at(place), estimate))
        .collect();
    all.sort_by(|(one, a), (other, b)| b.share.total_cmp(&a.share).then(one.cmp(other)));
    all
}

fn estimate(moments: &Moments, many: u64, whole: f64) -> Estimate {
    let (mean, error) = moments.mean(many);
    Estimate {
        share: mean / whole,
        low: ((mean - Z * error) / whole).max(0.0),
        high: (mean + Z * error) / whole,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a constant far below 2^52")]
fn estimate_in_parts(moments: &Moments, many: u64, whole: f64) -> Estimate {
    estimate(moments, many, whole * PARTS as f64)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of plays are far below 2^52"
)]
fn ratio(count: u64, of: u64) -> f64 {
    count as f64 / of.max(1) as f64
}
