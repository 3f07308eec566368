//! How much there is to read, by seat and turn.

use crate::author::check::study::Study;
use crate::author::check::texts::words;
use crate::model::SeatId;

/// Words that people read in a minute.
const PACE: usize = 200;

/// What a seat certainly reads in one turn.
pub(super) struct Load {
    pub(super) seat: SeatId,
    pub(super) turn: u16,
    pub(super) words: usize,
}

/// The words that can be read in a turn if nothing else is done in it.
pub(super) fn words_a_turn(study: &Study<'_>) -> usize {
    let (first, last) = study.turns();
    let turns = usize::from(last.saturating_sub(first)) + 1;
    usize::from(study.scenario.about.minutes.1) * PACE / turns
}

/// The turn of each seat in which it has most to read: injects that come in one turn for certain, and decisions.
pub(super) fn heaviest(study: &Study<'_>) -> Vec<Load> {
    let (_, last) = study.turns();
    let scenario = study.scenario;
    let one = |seat: &crate::model::roster::Seat| {
        let mut loads = vec![0_usize; usize::from(last) + 1];
        for inject in scenario
            .injects
            .iter()
            .filter(|inject| inject.to.contains(&seat.actor))
        {
            let is_certain = inject.when.condition.is_none()
                && inject.when.chance == 1000
                && inject.contingency_of.is_none()
                && inject.when.after.is_none();
            if let Some((from, _)) = study
                .window(inject)
                .filter(|(from, to)| is_certain && from == to)
            {
                loads[usize::from(from)] += words(&inject.title) + words(&inject.body);
            }
        }
        for decision in scenario
            .decisions
            .iter()
            .filter(|decision| decision.seat == seat.id)
        {
            let opens = &decision.opens;
            let is_certain = opens.condition.is_none() && opens.after.is_none();
            let Some(load) = loads
                .get_mut(usize::from(opens.from))
                .filter(|_| is_certain)
            else {
                continue;
            };
            *load += words(&decision.title) + words(&decision.text);
            for choice in &decision.choices {
                let choice = &scenario.choices[choice.index()];
                *load += words(&choice.label) + words(&choice.text);
            }
        }
        let (turn, words) = loads
            .into_iter()
            .enumerate()
            .max_by_key(|(_, words)| *words)?;
        Some(Load {
            seat: seat.id,
            turn: u16::try_from(turn).unwrap_or(u16::MAX),
            words,
        })
    };
    scenario.seats.iter().filter_map(one).collect()
}
