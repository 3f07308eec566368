//! Which choices mattered most: every alternative of every decision tried, on the same lucks as what was chosen.

use std::collections::BTreeMap;

use crate::engine::act::Act;
use crate::engine::lens::Lens;
use crate::engine::truth::Truth;
use crate::lab::whatif::change::Change;
use crate::lab::whatif::change::instead;
use crate::lab::whatif::course::go_on;
use crate::lab::whatif::course::play_on;
use crate::lab::whatif::others::Others;
use crate::lab::whatif::outcome::Outcome;
use crate::lab::whatif::paired::Paired;
use crate::lab::whatif::past::Past;
use crate::lab::whatif::spread::Effort;
use crate::model::ChoiceId;
use crate::model::DecisionId;
use crate::model::EndingId;
use crate::model::SeatId;

/// One alternative that was not taken, and what it would have changed.
#[derive(Clone, Debug)]
pub struct Mattered {
    pub turn: u16,
    pub seat: SeatId,
    pub decision: DecisionId,
    /// What was answered; `None` if nothing was, before the time ran out.
    pub taken: Option<ChoiceId>,
    pub instead: ChoiceId,
    /// What to ask about to see it side by side.
    pub change: Change,
    /// How many points more the seat would have had of what it wants.
    pub effect: Paired,
    /// How many lucks of how many end otherwise.
    pub other_ending: (u64, u64),
    /// How it would have ended on the exercise's own luck.
    pub ending: Option<EndingId>,
}

struct Trial {
    turn: u16,
    seat: SeatId,
    decision: DecisionId,
    taken: Option<ChoiceId>,
    instead: ChoiceId,
    change: Change,
}

/// Tries every alternative of every decision of these seats and ranks them by how clearly and how much they change what the
/// seat wants. `None` if it was given up.
pub fn find(
    past: &Past,
    seats: &[SeatId],
    others: Others,
    effort: &Effort<'_>,
) -> Option<Vec<Mattered>> {
    let trials = trials(past, seats);
    let mut turns: Vec<u16> = trials.iter().map(|trial| trial.turn).collect();
    turns.dedup();
    let lucks = effort.lucks(past);
    let many = lucks.len();
    let (bases, alternatives) = (turns.len() * many, trials.len() * many);
    let outcomes = effort.spread(bases + alternatives + trials.len(), |job| {
        if job >= bases + alternatives {
            let change = &trials[job - bases - alternatives].change;
            let course = play_on(past, change, others, past.seed());
            return Some(Outcome::of(Truth::new(past.playable(), &course.end)));
        }
        let (change, turn) = if job < bases {
            (&Change::Same, turns[job / many])
        } else {
            let trial = &trials[(job - bases) / many];
            (&trial.change, trial.turn)
        };
        let state = go_on(past, change, others, turn, lucks[job % many])?;
        Some(Outcome::of(Truth::new(past.playable(), &state)))
    })?;
    let base: BTreeMap<u16, &[Option<Outcome>]> = turns
        .iter()
        .enumerate()
        .map(|(place, turn)| (*turn, &outcomes[place * many..(place + 1) * many]))
        .collect();
    let mut found: Vec<Mattered> = trials
        .iter()
        .enumerate()
        .map(|(place, trial)| {
            let from = bases + place * many;
            let pairs: Vec<(&Outcome, &Outcome)> = base[&trial.turn]
                .iter()
                .zip(&outcomes[from..from + many])
                .filter_map(|(one, other)| Some((one.as_ref()?, other.as_ref()?)))
                .collect();
            let own = outcomes[bases + alternatives + place].as_ref();
            mattered(trial, &pairs, own)
        })
        .collect();
    // What is clear comes before what may be chance; then the larger change.
    found.sort_by(|one, other| {
        let weight = |of: &Mattered| (of.effect.is_clear(), of.effect.mean.abs());
        let (one, other) = (weight(one), weight(other));
        other.0.cmp(&one.0).then(other.1.total_cmp(&one.1))
    });
    Some(found)
}

fn mattered(trial: &Trial, pairs: &[(&Outcome, &Outcome)], own: Option<&Outcome>) -> Mattered {
    let more: Vec<i64> = pairs
        .iter()
        .map(|(one, other)| {
            other
                .points_of(trial.seat)
                .saturating_sub(one.points_of(trial.seat))
        })
        .collect();
    let otherwise = pairs
        .iter()
        .filter(|(one, other)| one.ending != other.ending);
    Mattered {
        turn: trial.turn,
        seat: trial.seat,
        decision: trial.decision,
        taken: trial.taken,
        instead: trial.instead,
        change: trial.change.clone(),
        effect: Paired::of(&more),
        other_ending: (otherwise.count() as u64, pairs.len() as u64),
        ending: own.and_then(|own| own.ending),
    }
}

/// Every alternative that was possible and not taken, in the order of the turns.
fn trials(past: &Past, seats: &[SeatId]) -> Vec<Trial> {
    let scenario = past.playable().scenario();
    let mut trials = Vec::new();
    for mark in past.marks() {
        for &seat in seats {
            let own = [seat];
            let lens = Lens::new(past.playable(), &mark.state, &own);
            let then = past.sealed(mark.turn, seat).unwrap_or_default();
            for (decision, until) in lens.open_decisions().filter(|(open, _)| open.seat == seat) {
                let taken = then.iter().find_map(|act| match act {
                    Act::Answer { choice }
                        if scenario.choices[choice.index()].decision == decision.id =>
                    {
                        Some(*choice)
                    }
                    _ => None,
                });
                // A question that stays open is asked about where it was answered, or in the end was not.
                if taken.is_none() && until > mark.turn {
                    continue;
                }
                for &choice in &decision.choices {
                    let act = Act::Answer { choice };
                    if Some(choice) == taken || lens.can(seat, &act).is_err() {
                        continue;
                    }
                    let acts = instead(&lens, seat, act, then);
                    trials.push(Trial {
                        turn: mark.turn,
                        seat,
                        decision: decision.id,
                        taken,
                        instead: choice,
                        change: Change::acts(past, mark.turn, seat, acts),
                    });
                }
            }
        }
    }
    trials
}
