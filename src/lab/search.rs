//! The nearest miss: for what a batch did not show, plays are looked for that come ever nearer to it.
//!
//! A search starts from the plays of the batch that come nearest, and changes one thing at a time (an answer, who plays a seat,
//! the luck), keeping what comes no further off. It draws from dice of its own, so the same study finds the same.

use crate::engine::act::Act;
use crate::engine::dice::Dice;
use crate::engine::dice::Roll;
use crate::engine::event::Event;
use crate::engine::event::What;
use crate::engine::truth::Truth;
use crate::lab::batch::Batch;
use crate::lab::hands::Hands;
use crate::lab::stage::Stage;
use crate::lab::stage::Watch;
use crate::lab::target::Before;
use crate::lab::target::Nearness;
use crate::lab::target::Target;
use crate::model::ChoiceId;
use crate::model::DecisionId;
use crate::script::Lack;

/// Keeps the dice of a search apart from those of the plays.
const APART: u64 = 0x6e65_6172_6573_7400;
/// A choice must have been taken, and left, so often before it is said to bring something nearer.
const ENOUGH: i64 = 5;

/// The play that came nearest to something nobody has seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    pub target: Target,
    /// Plays that were looked at, those of the batch among them.
    pub plays: u64,
    /// The nearest play: its luck, the turn in which it was nearest, and what it still lacked.
    pub seed: u64,
    pub turn: u16,
    pub before: Option<Before>,
    pub lacks: Vec<Lack>,
    /// Nothing was lacking: only chance, or another that comes first, kept it away.
    pub is_met: bool,
    /// The choice that brings it nearest on average, and by how much in hundredths.
    pub raised: Option<(ChoiceId, i64)>,
}

/// What a play of a search is made from.
#[derive(Clone)]
struct Recipe {
    seed: u64,
    cast: Vec<usize>,
    told: Vec<(DecisionId, ChoiceId)>,
}

/// What a play showed of a target.
struct Looked {
    nearest: Option<(Nearness, u16)>,
    taken: Vec<bool>,
    target: Target,
}

impl Watch for Looked {
    fn happened(&mut self, truth: Truth<'_>, events: &[Event]) {
        let mut step = None;
        for event in events {
            match &event.what {
                What::Entered { step: entered, .. } => step = Some(*entered),
                What::Acted {
                    act: Act::Answer { choice },
                    ..
                } => self.taken[choice.index()] = true,
                _ => {}
            }
        }
        let ended = events
            .iter()
            .any(|event| matches!(event.what, What::Ended { .. }));
        let Some(step) = step else { return };
        if let Some(near) = self.target.nearness(truth, step, ended) {
            let is_nearer = self
                .nearest
                .as_ref()
                .is_none_or(|(best, _)| near.size < best.size);
            if is_nearer {
                self.nearest = Some((near, truth.turn()));
            }
        }
    }
}

/// Looks for the play that comes nearest to a target: `sample` plays of the batch, then `steps` changes.
pub(super) fn nearest(batch: &Batch<'_>, target: Target, sample: u64, steps: u32) -> Option<Miss> {
    let scenario = batch.playable.scenario();
    let mut sums = vec![[(0_i64, 0_i64); 2]; scenario.choices.len()];
    let mut plays = 0;
    let mut look = |recipe: &Recipe| {
        plays += 1;
        let looked = play(batch, recipe, target)?;
        let (near, turn) = looked.nearest?;
        for (sum, taken) in sums.iter_mut().zip(&looked.taken) {
            let sum = &mut sum[usize::from(*taken)];
            *sum = (sum.0 + near.size.min(10_000), sum.1 + 1);
        }
        Some((near, turn))
    };
    let mut best: Option<(Recipe, Nearness, u16)> = None;
    for number in batch
        .plays
        .clone()
        .take(usize::try_from(sample).unwrap_or(usize::MAX))
    {
        let seed = batch.seed_of(number);
        let recipe = Recipe {
            seed,
            cast: batch.bots.places(scenario, seed),
            told: Vec::new(),
        };
        if let Some((near, turn)) = look(&recipe)
            && best
                .as_ref()
                .is_none_or(|(_, least, _)| near.size < least.size)
        {
            best = Some((recipe, near, turn));
        }
    }
    let dice = Dice::new(batch.seed ^ APART);
    let (mut recipe, mut near, mut turn) = best?;
    let mut front = recipe.clone();
    for step in 0..steps {
        if near.size == 0 {
            break;
        }
        let changed = change(batch, dice, step, &front);
        if let Some((found, at)) = look(&changed)
            && found.size <= near.size
        {
            front = changed.clone();
            if found.size < near.size {
                (recipe, near, turn) = (changed, found, at);
            }
        }
    }
    Some(Miss {
        target,
        plays,
        seed: recipe.seed,
        turn,
        before: near.before,
        is_met: near.size == 0,
        lacks: near.gap.lacks,
        raised: raised(&sums),
    })
}

/// The recipe with one thing changed.
fn change(batch: &Batch<'_>, dice: Dice, step: u32, recipe: &Recipe) -> Recipe {
    let scenario = batch.playable.scenario();
    let mut die = dice.of(Roll::Casting, &[], 0, 0, step);
    let mut pick = |of: usize| {
        let of = u64::try_from(of).unwrap_or(0);
        usize::try_from(die.below(of)).unwrap_or(0)
    };
    let mut changed = recipe.clone();
    match pick(10) {
        0 => changed.seed = Dice::seed_of_play(recipe.seed ^ APART, u64::from(step)),
        1 | 2 => {
            let seat = pick(changed.cast.len());
            changed.cast[seat] = pick(batch.bots.len());
        }
        _ if scenario.decisions.is_empty() => {}
        _ => {
            let decision = &scenario.decisions[pick(scenario.decisions.len())];
            changed.told.retain(|(of, _)| *of != decision.id);
            let choice = decision.choices[pick(decision.choices.len())];
            changed.told.push((decision.id, choice));
        }
    }
    changed
}

fn play(batch: &Batch<'_>, recipe: &Recipe, target: Target) -> Option<Looked> {
    let scenario = batch.playable.scenario();
    let mut hands = Hands {
        casting: &batch.bots,
        cast: recipe.cast.clone(),
        minds: vec![recipe.seed; scenario.seats.len()],
        told: recipe.told.clone(),
        obeyed: 0,
    };
    let mut looked = Looked {
        nearest: None,
        taken: vec![false; scenario.choices.len()],
        target,
    };
    let mut stage = Stage::new(batch.playable, recipe.seed);
    stage.fill(&batch.bots, &hands.cast, &mut looked).ok()?;
    stage.finish(&mut hands, &mut looked).ok()?;
    Some(looked)
}

/// The choice whose plays came nearest on average, next to those without it.
fn raised(sums: &[[(i64, i64); 2]]) -> Option<(ChoiceId, i64)> {
    let gains = sums
        .iter()
        .enumerate()
        .filter_map(|(place, [left, taken])| {
            let is_enough = left.1 >= ENOUGH && taken.1 >= ENOUGH;
            let gain = || left.0 * 100 / left.1 - taken.0 * 100 / taken.1;
            is_enough.then(|| (ChoiceId::at(place), gain()))
        });
    gains
        .filter(|(_, gain)| *gain > 0)
        .max_by_key(|(choice, gain)| (*gain, std::cmp::Reverse(*choice)))
}
