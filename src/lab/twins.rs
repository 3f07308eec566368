//! Twin plays: two plays that share everything but one seat's choosing, all seats' choosing, or the luck.
//!
//! Half the mean square of the difference between twins is the variance that comes, alone or together with anything else,
//! from what they do not share: Jansen's estimator of Sobol's total effect. Who plays a seat and what that bot draws is the
//! seat's choosing; the exercise's dice are the luck; the two have seeds of their own.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::dice::Dice;
use crate::engine::rejection::Rejection;
use crate::lab::casting::Casting;
use crate::lab::gauge::Gauges;
use crate::lab::hands::Hands;
use crate::lab::moments::Moments;
use crate::lab::stage::Outcome;
use crate::lab::stage::Stage;
use crate::lab::stage::Unwatched;
use crate::model::scenario::Scenario;
use crate::script::Playable;

/// Keeps the seeds of twins apart from those of the batch.
const APART: u64 = 0x7477_696e_7321_0001;

/// What twin plays showed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Twins {
    /// Plays that have twins.
    pub plays: u64,
    pub luck: Differing,
    /// All seats' choosing at once.
    pub choices: Differing,
    /// By seat.
    pub seats: Vec<Differing>,
}

/// How twins differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Differing {
    /// The square of the difference, by main outcome.
    pub outcomes: Vec<Moments>,
    /// Twins that ended differently.
    pub endings: u64,
}

impl Differing {
    fn new(outcomes: usize) -> Self {
        Self {
            outcomes: vec![Moments::default(); outcomes],
            endings: 0,
        }
    }

    fn add(&mut self, one: &Outcome, other: &Outcome) {
        self.endings += u64::from(one.ending != other.ending);
        let numbers = one.numbers.iter().zip(&other.numbers);
        for (outcome, (one, other)) in self.outcomes.iter_mut().zip(numbers) {
            let by = i128::from(*one) - i128::from(*other);
            outcome.add(by * by);
        }
    }

    fn merge(&mut self, other: &Self) {
        self.endings += other.endings;
        for (mine, theirs) in self.outcomes.iter_mut().zip(&other.outcomes) {
            mine.merge(theirs);
        }
    }
}

impl Twins {
    /// No twins yet.
    pub(super) fn new(scenario: &Scenario, gauges: &Gauges) -> Self {
        let none = Differing::new(gauges.outcomes);
        Self {
            plays: 0,
            luck: none.clone(),
            choices: none.clone(),
            seats: vec![none; scenario.seats.len()],
        }
    }

    /// Adds what another part showed.
    pub(super) fn merge(&mut self, other: &Self) {
        self.plays += other.plays;
        self.luck.merge(&other.luck);
        self.choices.merge(&other.choices);
        for (mine, theirs) in self.seats.iter_mut().zip(&other.seats) {
            mine.merge(theirs);
        }
    }

    /// Plays one play and its twins.
    pub(super) fn run(
        &mut self,
        playable: &Playable,
        casting: &Casting,
        gauges: &Gauges,
        seed: u64,
        number: u64,
    ) -> Result<(), Rejection> {
        let seed_of = |which| Dice::seed_of_play(seed ^ APART, number.wrapping_mul(4) + which);
        let (luck, mind) = (seed_of(0), seed_of(1));
        let (other_luck, other_mind) = (seed_of(2), seed_of(3));
        let seats = playable.scenario().seats.len();
        let play = |luck: u64, minds: Vec<u64>| -> Result<Outcome, Rejection> {
            let mut hands = Hands::of(casting, playable, mind);
            for (place, own) in minds.iter().enumerate() {
                if *own != mind {
                    hands.cast[place] = casting.places(playable.scenario(), *own)[place];
                }
            }
            hands.minds = minds;
            let mut stage = Stage::new(playable, luck);
            stage.fill(casting, &hands.cast, &mut Unwatched)?;
            stage.finish(&mut hands, &mut Unwatched)?;
            Ok(Outcome::of(&stage, gauges))
        };
        let first = play(luck, vec![mind; seats])?;
        self.luck.add(&first, &play(other_luck, vec![mind; seats])?);
        let all = play(luck, vec![other_mind; seats])?;
        self.choices.add(&first, &all);
        for (place, differing) in self.seats.iter_mut().enumerate() {
            let mut minds = vec![mind; seats];
            minds[place] = other_mind;
            // With one seat, that seat's choosing is all there is.
            let twin = if seats == 1 {
                all.clone()
            } else {
                play(luck, minds)?
            };
            differing.add(&first, &twin);
        }
        self.plays += 1;
        Ok(())
    }
}
