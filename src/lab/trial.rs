//! Trials of decisions: a play is stopped where a decision opens, and goes on once for each answer with the same luck.
//!
//! Everybody decides again by the same profile with the same dice; what differs comes from the answer. The same trials show
//! which choice serves its seat better, and how much a decision moves what comes out.

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
use crate::model::decision::Decision;
use crate::model::scenario::Scenario;
use crate::script::Playable;

/// A number that every count of choices up to six divides, squared: variances within a trial are kept as whole numbers of it.
pub(super) const PARTS: i128 = 60 * 60;
/// A decision with more choices is tried with so many of them.
const MOST: usize = 6;

/// What the trials of every decision showed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trials {
    /// Plays that were stopped and gone on with.
    pub plays: u64,
    /// By decision.
    pub decisions: Vec<Tried>,
}

/// What the trials of one decision showed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    /// Trials in which at least two of its choices could be taken.
    pub trials: u64,
    /// Of those, in how many anything that is measured came out differently.
    pub moved: u64,
    /// Every two choices against each other: the first with the second, the first with the third …
    pub pairs: Vec<Versus>,
    /// The variance of each main outcome over the answers to one play, in parts of [`PARTS`].
    pub within: Vec<Moments>,
    /// How often two answers drawn at random end differently, in parts of [`PARTS`].
    pub endings: Moments,
}

/// One choice against another, in the same plays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versus {
    pub trials: u64,
    /// Trials in which the seat's score came out higher with the first, and with the second.
    pub first: u64,
    pub second: u64,
    /// The score with the first less that with the second.
    pub score: Moments,
    /// The same for each of the seat's wants.
    pub wants: Vec<Moments>,
}

impl Trials {
    /// No trials yet.
    pub(super) fn new(scenario: &Scenario, gauges: &Gauges) -> Self {
        let tried = |decision: &Decision| {
            let choices = decision.choices.len().min(MOST);
            let wants = scenario.seats[decision.seat.index()].wants.len();
            Tried {
                trials: 0,
                moved: 0,
                pairs: vec![
                    Versus {
                        trials: 0,
                        first: 0,
                        second: 0,
                        score: Moments::default(),
                        wants: vec![Moments::default(); wants],
                    };
                    choices * (choices.saturating_sub(1)) / 2
                ],
                within: vec![Moments::default(); gauges.outcomes],
                endings: Moments::default(),
            }
        };
        Self {
            plays: 0,
            decisions: scenario.decisions.iter().map(tried).collect(),
        }
    }

    /// Adds what another part showed.
    pub(super) fn merge(&mut self, other: &Self) {
        self.plays += other.plays;
        for (mine, theirs) in self.decisions.iter_mut().zip(&other.decisions) {
            mine.trials += theirs.trials;
            mine.moved += theirs.moved;
            mine.endings.merge(&theirs.endings);
            for (mine, theirs) in mine.within.iter_mut().zip(&theirs.within) {
                mine.merge(theirs);
            }
            for (mine, theirs) in mine.pairs.iter_mut().zip(&theirs.pairs) {
                mine.trials += theirs.trials;
                mine.first += theirs.first;
                mine.second += theirs.second;
                mine.score.merge(&theirs.score);
                for (mine, theirs) in mine.wants.iter_mut().zip(&theirs.wants) {
                    mine.merge(theirs);
                }
            }
        }
    }

    /// Tries every decision that opens in one play of a batch.
    pub(super) fn run(
        &mut self,
        playable: &Playable,
        casting: &Casting,
        gauges: &Gauges,
        seed: u64,
        number: u64,
    ) -> Result<(), Rejection> {
        let scenario = playable.scenario();
        let luck = Dice::seed_of_play(seed, number);
        let mut hands = Hands::of(casting, playable, luck);
        let mut stage = Stage::new(playable, luck);
        stage.fill(casting, &hands.cast, &mut Unwatched)?;
        let mut tried = vec![false; scenario.decisions.len()];
        self.plays += 1;
        while !stage.is_over() {
            for decision in &scenario.decisions {
                let place = decision.id.index();
                let is_due = stage.truth().is_open(decision.id) && stage.is_due(decision.seat);
                if is_due && !tried[place] {
                    tried[place] = true;
                    let outcomes = fork(&stage, &hands, decision, gauges)?;
                    self.decisions[place].add(scenario, decision, &outcomes);
                }
            }
            stage.advance(&mut hands, &mut Unwatched)?;
        }
        Ok(())
    }
}

/// What each choice of a decision comes to from here; `None` for one that cannot be taken.
fn fork(
    stage: &Stage<'_>,
    hands: &Hands<'_>,
    decision: &Decision,
    gauges: &Gauges,
) -> Result<Vec<Option<Outcome>>, Rejection> {
    let choices = decision.choices.iter().take(MOST);
    choices
        .map(|choice| {
            let mut hands = hands.clone();
            hands.told = vec![(decision.id, *choice)];
            let mut stage = stage.clone();
            // Whether it can be taken is known after its first Commit.
            stage.advance(&mut hands, &mut Unwatched)?;
            if hands.obeyed == 0 {
                return Ok(None);
            }
            hands.told.clear();
            stage.finish(&mut hands, &mut Unwatched)?;
            Ok(Some(Outcome::of(&stage, gauges)))
        })
        .collect()
}

impl Tried {
    fn add(&mut self, scenario: &Scenario, decision: &Decision, outcomes: &[Option<Outcome>]) {
        let known: Vec<&Outcome> = outcomes.iter().flatten().collect();
        let [first, rest @ ..] = known.as_slice() else {
            return;
        };
        if rest.is_empty() {
            return;
        }
        self.trials += 1;
        self.moved += u64::from(rest.iter().any(|other| other != first));
        for (place, within) in self.within.iter_mut().enumerate() {
            let values = known.iter().map(|one| i128::from(one.numbers[place]));
            within.add(spread(values));
        }
        self.endings.add(variety(&known));
        let seat = &scenario.seats[decision.seat.index()];
        let before = scenario.seats.iter().take(decision.seat.index());
        let from: usize = before.map(|seat| seat.wants.len()).sum();
        let mut pairs = self.pairs.iter_mut();
        for (place, one) in outcomes.iter().enumerate() {
            for other in &outcomes[place + 1..] {
                let (Some(versus), Some(one), Some(other)) = (pairs.next(), one, other) else {
                    continue;
                };
                versus.trials += 1;
                let mut score = 0;
                for (at, want) in seat.wants.iter().enumerate() {
                    let by = i128::from(one.wants[from + at]) - i128::from(other.wants[from + at]);
                    versus.wants[at].add(by);
                    score += by * i128::from(want.weight);
                }
                versus.score.add(score);
                versus.first += u64::from(score > 0);
                versus.second += u64::from(score < 0);
            }
        }
    }
}

/// The variance of a few numbers, in parts of [`PARTS`].
fn spread(values: impl ExactSizeIterator<Item = i128> + Clone) -> i128 {
    let many = i128::try_from(values.len()).unwrap_or(1);
    let sum: i128 = values.clone().sum();
    let squares: i128 = values.map(|value| value * value).sum();
    (many * squares - sum * sum) * (PARTS / (many * many))
}

/// How likely two drawn from a few plays end differently, in parts of [`PARTS`].
fn variety(plays: &[&Outcome]) -> i128 {
    let many = i128::try_from(plays.len()).unwrap_or(1);
    let alike = plays
        .iter()
        .flat_map(|one| plays.iter().map(move |other| one.ending == other.ending));
    let alike = i128::try_from(alike.filter(|same| *same).count()).unwrap_or(0);
    (many * many - alike) * (PARTS / (many * many))
}
