//! What choices cost, against what their seats can ever have.

use crate::author::check::study::Row;
use crate::author::check::study::Study;
use crate::model::ChoiceId;
use crate::model::SeatId;
use crate::model::effect::Effect;
use crate::model::id::Kind;

/// The choices and actions that cost more hours than any turn of their seat has, with the hours and what there is.
/// Seats that something gives hours to are left alone.
pub(super) fn unaffordable(study: &Study<'_>) -> Vec<(Row, i32, i32)> {
    let scenario = study.scenario;
    let mut given: Vec<SeatId> = scenario
        .book
        .capacity
        .offers
        .iter()
        .map(|offer| offer.to)
        .collect();
    study.each_effect(&mut |_, effect, _| {
        if let Effect::Hours { seat, .. } = effect {
            given.push(*seat);
        }
    });
    let longest = scenario
        .turns
        .iter()
        .map(|turn| turn.hours)
        .max()
        .unwrap_or(1000);
    let has = |seat: SeatId| scenario.seats[seat.index()].hours.saturating_mul(longest) / 1000;
    let choices = scenario.choices.iter().map(|choice| {
        let seat = scenario.decisions[choice.decision.index()].seat;
        ((Kind::Choice, choice.id.0), seat, choice.cost.hours)
    });
    let actions = scenario.actions.iter().filter_map(|action| {
        let richest = action.seats.iter().copied().max_by_key(|seat| has(*seat))?;
        Some(((Kind::Action, action.id.0), richest, action.cost.hours))
    });
    choices
        .chain(actions)
        .filter(|(_, seat, hours)| *hours > has(*seat) && !given.contains(seat))
        .map(|(row, seat, hours)| (row, hours, has(seat)))
        .collect()
}

/// Whether a choice costs more political capital than its seat ever has: it begins with the most, unless something gives it more.
pub(super) fn needs_capital_nobody_has(study: &Study<'_>, choice: ChoiceId) -> bool {
    let scenario = study.scenario;
    let choice = &scenario.choices[choice.index()];
    let seat = scenario.decisions[choice.decision.index()].seat;
    let mut is_given = study.is_in_script((Kind::Seat, seat.0));
    study.each_effect(&mut |_, effect, _| {
        is_given |= matches!(effect, Effect::Capital { seat: to, .. } if *to == seat);
    });
    !is_given && choice.cost.capital > scenario.seats[seat.index()].capital
}
