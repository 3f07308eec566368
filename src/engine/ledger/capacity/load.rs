//! What comes in, what it tires, and what goes wrong.

use crate::engine::act::Act;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::What;
use crate::engine::ledger::capacity::Event;
use crate::engine::ledger::capacity::emit;
use crate::engine::ledger::capacity::tire;
use crate::engine::ledger::facts;
use crate::model::FactId;
use crate::model::SeatId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::capacity::Rules;

/// How far people have come to the end of their strength, in per mille: nothing below where tiredness begins.
pub(super) fn weariness(rules: &Rules, fatigue: i32) -> i32 {
    let room = (100 - rules.tired_from).max(1);
    (fatigue - rules.tired_from).max(0) * 1000 / room
}

/// Tickets come in, and what lies among them.
pub(super) fn come_in(play: &mut Play<'_>) {
    let (scenario, turn) = (play.scenario(), play.state.turn());
    if turn == 0 {
        return;
    }
    for crew in &scenario.book.capacity.crews {
        let word = scenario.names.hash(Kind::Seat, crew.seat.0);
        let mut die = play.state.dice.of(Roll::Tickets, &[word], 0, turn, 0);
        let by = die.between(crew.tickets / 2, crew.tickets + crew.tickets / 2);
        pile(play, crew.seat, by, Cause::Engine(EngineRule::Routine));
    }
    for signal in &scenario.book.capacity.signals {
        if signal.from.max(1) == turn {
            let cause = Cause::Engine(EngineRule::Routine);
            bury(play, signal.seat, signal.fact, cause);
        }
    }
}

/// Tickets pile up, or are gone through.
pub(super) fn pile(play: &mut Play<'_>, seat: SeatId, by: i32, cause: Cause) {
    let Some(crew) = play.state.world.book.capacity.crews[seat.index()] else {
        return;
    };
    let now = crew.tickets.saturating_add(by).clamp(0, 100_000);
    if now != crew.tickets {
        let by = now - crew.tickets;
        emit(play, cause, Event::TicketsMoved { seat, by, now });
    }
}

/// A fact comes in among the tickets. Where nobody keeps tickets it is simply told.
pub(super) fn bury(play: &mut Play<'_>, seat: SeatId, fact: FactId, cause: Cause) {
    let state = &play.state.world.book.capacity;
    let actor = play.scenario().seats[seat.index()].actor;
    if state.crews[seat.index()].is_none() {
        let marking = play.state.world.markings[fact.index()];
        facts::learn(play, actor, fact, marking, None, false, cause);
    } else if !state.buried.contains(&(seat, fact))
        && play.state.world.holding(actor, fact).is_none()
    {
        emit(play, cause, Event::Buried { seat, fact });
    }
}

/// Looks at what lies among a seat's tickets, with these odds of seeing each for what it is.
pub(super) fn sift(play: &mut Play<'_>, seat: SeatId, odds: i32, index: u32, cause: Cause) {
    let (scenario, turn) = (play.scenario(), play.state.turn());
    let actor = scenario.seats[seat.index()].actor;
    let buried = play.state.world.book.capacity.buried.iter();
    let own: Vec<FactId> = buried
        .filter(|(of, _)| *of == seat)
        .map(|(_, fact)| *fact)
        .collect();
    for fact in own {
        let words = [
            scenario.names.hash(Kind::Seat, seat.0),
            scenario.names.hash(Kind::Fact, fact.0),
        ];
        let mut die = play.state.dice.of(Roll::Signal, &words, 0, turn, index);
        if die.per_mille(odds) {
            let no = emit(play, cause, Event::Unearthed { seat, fact });
            let marking = play.state.world.markings[fact.index()];
            facts::learn(play, actor, fact, marking, None, false, Cause::Event(no));
        }
    }
}

/// The end of a turn: people have tired or rested, and what nobody has gone through costs hours.
pub(super) fn settle(play: &mut Play<'_>) {
    let (scenario, turn) = (play.scenario(), play.state.turn());
    let rules = &scenario.book.capacity;
    for row in &rules.crews {
        let seat = row.seat;
        let Some(crew) = play.state.world.book.capacity.crews[seat.index()] else {
            continue;
        };
        let cause = Cause::Engine(EngineRule::Fatigue);
        // Nobody tires before it begins.
        if turn == 0 {
            emit(play, cause, Event::Worked { seat, now: 0 });
            continue;
        }
        let had = play.state.hours(scenario, seat);
        let is_rest = crew.spent * 1000 < had * rules.rest_share || had == 0;
        let worked = if is_rest {
            0
        } else {
            crew.worked.saturating_add(crew.spent)
        };
        let fresh = if crew.has_rota {
            rules.fresh_hours + rules.fresh_hours / 2
        } else {
            rules.fresh_hours
        };
        let beyond = (worked - fresh).clamp(0, crew.spent);
        emit(play, cause, Event::Worked { seat, now: worked });
        if is_rest {
            tire(play, seat, -rules.rest_points, cause);
        } else {
            tire(play, seat, beyond.saturating_mul(rules.tire_points), cause);
        }
        let now = play.state.world.book.capacity.crews[seat.index()].unwrap_or(crew);
        let base = scenario.seats[seat.index()].hours;
        let lost = base * weariness(rules, now.fatigue) / 1000 * rules.hours_lost / 1000;
        if lost > 0 {
            play.emit(cause, What::HoursMoved { seat, by: -lost });
        }
        let beyond = (now.tickets - rules.queue_room).max(0) / rules.queue_weight;
        let beyond = beyond.min(base / 3);
        if beyond > 0 {
            let cause = Cause::Engine(EngineRule::Routine);
            play.emit(cause, What::HoursMoved { seat, by: -beyond });
        }
        let cause = Cause::Engine(EngineRule::Routine);
        sift(play, seat, rules.stumble_odds, 1, cause);
    }
}

/// Whether a routine act goes wrong since those who do it are tired: it has been paid for, and nothing comes of it.
pub(in crate::engine) fn slips(play: &mut Play<'_>, seat: SeatId, act: Act, cause: Cause) -> bool {
    let (scenario, turn) = (play.scenario(), play.state.turn());
    let Some(crew) = play.state.world.book.capacity.crews[seat.index()] else {
        return false;
    };
    let is_routine = matches!(
        act,
        Act::Share { .. }
            | Act::Derive { .. }
            | Act::Advise { .. }
            | Act::Analyse { .. }
            | Act::RequestContainment { .. }
            | Act::Notify { .. }
            | Act::Report { .. }
    );
    if !is_routine || !play.has(Ledger::Capacity) || turn == 0 {
        return false;
    }
    let rules = &scenario.book.capacity;
    // A house with more capacity has somebody who looks twice.
    let odds = weariness(rules, crew.fatigue) * rules.slip_odds / 1000 * (6 - crew.tier) / 4;
    let words = [
        scenario.names.hash(Kind::Seat, seat.0),
        play.lens(seat).act_word(&act),
    ];
    let mut die = play.state.dice.of(Roll::Slip, &words, 0, turn, 0);
    let is_wrong = die.per_mille(odds);
    if is_wrong {
        emit(play, cause, Event::Slipped { seat, act });
    }
    is_wrong
}
