//! Balance: choices that serve nobody, traps that are none, seats that sleep, duties and hours that are not real.

use crate::lab::distribution::Distribution;
use crate::lab::share::Share;
use crate::lab::study::Part;
use crate::lab::study::Study;
use crate::lab::trial::Versus;
use crate::model::ChoiceId;
use crate::model::DecisionId;
use crate::model::DutyId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::decision::Decision;
use crate::model::scenario::Scenario;

/// How many standard errors a difference must be from nothing to be called one: with a few hundred comparisons, chance alone
/// passes it in fewer than two studies in a hundred.
const SURE: f64 = 4.0;
/// The same for a want on which the worse choice is the better one.
const LIKELY: f64 = 2.0;
/// Fewer trials than this say nothing.
const FEWEST: u64 = 20;
/// A choice that serves its seat better than another in more than one trial of so many has something of its own.
const SELDOM: u64 = 10;
/// The most turns in a row that a seat should be without a live decision.
pub const PATIENCE: u16 = 2;

/// What is out of balance in a scenario, as far as a study shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Balance {
    /// Choices that another of the same decision dominates, and that the author does not mean as traps.
    pub dominated: Vec<Dominated>,
    /// Traps of the author's that are not surely worse than the best of the others.
    pub no_traps: Vec<ChoiceId>,
    /// Decisions that change nothing that is measured, whatever is answered; with the number of trials.
    pub inert: Vec<(DecisionId, u64)>,
    /// Decisions that were open while nothing they offer could be taken; with the number of plays.
    pub stuck: Vec<(DecisionId, u64)>,
    /// Every seat that was without a live decision for more than [`PATIENCE`] turns in a row.
    pub idle: Vec<Idle>,
    /// Duties that began and that nobody met; with the number of plays in which they began.
    pub impossible: Vec<(DutyId, u64)>,
    /// Seats that leave more than half of their hours, with the share they use.
    pub unused: Vec<(SeatId, Share)>,
}

/// A choice that another dominates: surely better for the seat, in all but a few trials at least as good, on no want surely
/// worse, and no dearer.
#[derive(Clone, Debug, PartialEq)]
pub struct Dominated {
    pub choice: ChoiceId,
    pub by: ChoiceId,
    pub trials: u64,
    /// By how much the seat's score is better with the other, with its 95 % interval.
    pub gain: f64,
    pub interval: (f64, f64),
    /// Trials in which the dominated choice served the seat better.
    pub exceptions: u64,
}

/// A seat without a live decision for long.
#[derive(Clone, Debug, PartialEq)]
pub struct Idle {
    pub seat: SeatId,
    /// Plays in which that happened.
    pub plays: Share,
    /// The longest run of turns, in a play like most and in the worst.
    pub usual: i32,
    pub worst: i32,
}

impl Balance {
    /// What a study shows.
    pub fn of(study: &Study<'_>, part: &Part) -> Self {
        let scenario = study.playable.scenario();
        let mut found = Self::default();
        for decision in &scenario.decisions {
            found.judge(scenario, decision, part);
            let stuck = part.tally.stuck[decision.id.index()];
            if stuck > 0 {
                found.stuck.push((decision.id, stuck));
            }
        }
        for (seat, sat) in scenario.seats.iter().zip(&part.tally.seats) {
            let long = plays_beyond(&sat.idle, i32::from(PATIENCE));
            if long > 0 {
                found.idle.push(Idle {
                    seat: seat.id,
                    plays: Share {
                        count: long,
                        of: sat.idle.plays(),
                    },
                    usual: sat.idle.quantile(500),
                    worst: sat.idle.range().map_or(0, |(_, most)| most),
                });
            }
            let hours = sat.hours.iter();
            let (of, count) = hours.fold((0, 0), |sum, hours| (sum.0 + hours.0, sum.1 + hours.1));
            if of > 0 && count * 2 < of {
                found.unused.push((seat.id, Share { count, of }));
            }
        }
        for (duty, seen) in scenario.duties.iter().zip(&part.tally.duties) {
            if seen.met == 0 && seen.missed > 0 {
                found.impossible.push((duty.id, seen.started));
            }
        }
        found
    }

    fn judge(&mut self, scenario: &Scenario, decision: &Decision, part: &Part) {
        let tried = &part.trials.decisions[decision.id.index()];
        if tried.trials >= FEWEST && tried.moved == 0 {
            self.inert.push((decision.id, tried.trials));
        }
        let mut worse: Vec<Dominated> = Vec::new();
        let mut surely_worse: Vec<ChoiceId> = Vec::new();
        let mut compared: Vec<ChoiceId> = Vec::new();
        for (one, other, versus) in pairs(decision, &tried.pairs) {
            if versus.trials < FEWEST {
                continue;
            }
            compared.extend([one, other]);
            for (better, choice, sign) in [(one, other, 1.0), (other, one, -1.0)] {
                if !is_surely_better(versus, sign) {
                    continue;
                }
                surely_worse.push(choice);
                let costs = |of: ChoiceId| scenario.choices[of.index()].cost;
                if is_no_dearer(costs(better), costs(choice)) && is_dominant(versus, sign) {
                    let (gain, error) = versus.score.mean(versus.trials);
                    let gain = gain * sign;
                    worse.push(Dominated {
                        choice,
                        by: better,
                        trials: versus.trials,
                        gain,
                        interval: (gain - LIKELY * error, gain + LIKELY * error),
                        exceptions: if sign > 0.0 {
                            versus.second
                        } else {
                            versus.first
                        },
                    });
                }
            }
        }
        for choice in &decision.choices {
            if scenario.choices[choice.index()].intended_trap {
                if compared.contains(choice) && !surely_worse.contains(choice) {
                    self.no_traps.push(*choice);
                }
                continue;
            }
            // Of several that dominate it, the one by which it loses most.
            let by = worse.iter().filter(|found| found.choice == *choice);
            if let Some(most) = by.max_by(|one, other| one.gain.total_cmp(&other.gain)) {
                self.dominated.push(most.clone());
            }
        }
    }

    /// Whether nothing is out of balance.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The choices of a decision two by two, with what came of them.
pub(super) fn pairs<'v>(
    decision: &Decision,
    versus: &'v [Versus],
) -> Vec<(ChoiceId, ChoiceId, &'v Versus)> {
    let choices = &decision.choices;
    let all =
        (0..choices.len()).flat_map(|one| (one + 1..choices.len()).map(move |other| (one, other)));
    // Trials go no further than the first few choices, and list their pairs in the same order.
    let tried = (1..=choices.len()).find(|many| many * (many - 1) / 2 == versus.len());
    let tried = tried.unwrap_or(choices.len());
    all.filter(|(_, other)| *other < tried)
        .zip(versus)
        .map(|((one, other), versus)| (choices[one], choices[other], versus))
        .collect()
}

/// Whether the seat's score is surely higher with the first (`sign` 1) or the second (`sign` -1).
fn is_surely_better(versus: &Versus, sign: f64) -> bool {
    let (gain, error) = versus.score.mean(versus.trials);
    gain * sign > SURE * error && gain * sign > 0.0
}

fn is_dominant(versus: &Versus, sign: f64) -> bool {
    let exceptions = if sign > 0.0 {
        versus.second
    } else {
        versus.first
    };
    let is_worse = |want: &crate::lab::moments::Moments| {
        let (gain, error) = want.mean(versus.trials);
        gain * sign < 0.0 && gain * sign + LIKELY * error < 0.0
    };
    exceptions * SELDOM <= versus.trials && !versus.wants.iter().any(is_worse)
}

fn is_no_dearer(one: Cost, other: Cost) -> bool {
    one.hours <= other.hours && one.capital <= other.capital
}

/// How many plays had more than so much.
fn plays_beyond(distribution: &Distribution, most: i32) -> u64 {
    let bins = distribution.counts();
    bins.filter(|(value, _)| *value > most)
        .map(|(_, plays)| plays)
        .sum()
}
