//! What a course came to, in the numbers that the seats want.

use crate::engine::truth::Truth;
use crate::model::EndingId;
use crate::model::SeatId;

/// What a course came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// `None` in an exercise that has not ended.
    pub ending: Option<EndingId>,
    /// For each seat what it wants, in its own order; the author's numbers.
    pub wants: Vec<Vec<i64>>,
    /// For each seat the sum of what it wants, each times its weight, in points.
    pub points: Vec<i64>,
    /// How many critical tasks have evidence that they were performed.
    pub tasks: u16,
}

impl Outcome {
    /// Reads the numbers off the truth.
    pub fn of(truth: Truth<'_>) -> Self {
        let scenario = truth.scenario();
        let wants: Vec<Vec<i64>> = scenario
            .seats
            .iter()
            .map(|seat| {
                let wants = seat.wants.iter();
                wants
                    .map(|want| truth.eval(want.value).unwrap_or(0))
                    .collect()
            })
            .collect();
        let points = scenario.seats.iter().zip(&wants).map(|(seat, values)| {
            let weighed = seat.wants.iter().zip(values);
            weighed
                .map(|(want, value)| value.saturating_mul(i64::from(want.weight)))
                .fold(0, i64::saturating_add)
        });
        let held = scenario.tasks.iter().filter(|task| {
            let evidence = task.evidence.and_then(|expr| truth.eval(expr));
            evidence.is_some_and(|value| value != 0)
        });
        Self {
            ending: truth.ending(),
            points: points.collect(),
            tasks: u16::try_from(held.count()).unwrap_or(u16::MAX),
            wants,
        }
    }

    /// A seat's points.
    pub fn points_of(&self, seat: SeatId) -> i64 {
        self.points.get(seat.index()).copied().unwrap_or(0)
    }
}
