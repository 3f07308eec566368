//! What a seat can do about its capacity.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::capacity::Act;
use crate::engine::ledger::capacity::CrewState;
use crate::engine::ledger::capacity::Event;
use crate::engine::ledger::capacity::OfferState;
use crate::engine::ledger::capacity::emit;
use crate::engine::ledger::capacity::load;
use crate::engine::ledger::capacity::tire;
use crate::engine::ledger::capacity::volunteers;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::model::ActorId;
use crate::model::OfferId;
use crate::model::SeatId;
use crate::model::id::Kind;
use crate::model::ledger::capacity::Help;
use crate::model::ledger::capacity::Read;
use crate::model::ledger::capacity::Rules;
use crate::model::roster::ActorKind;

pub(super) fn rule(key: &'static str, actor: Option<ActorId>) -> Obstacle {
    Obstacle::Rule {
        key,
        actor,
        until: None,
    }
}

pub(super) fn conceivable(lens: &Lens<'_>, seat: SeatId, found: &mut Vec<Act>) {
    let scenario = lens.scenario();
    let rules = &scenario.book.capacity;
    let state = &lens.book().capacity;
    if let Some(crew) = state.crews[seat.index()] {
        let row = rules.crews.iter().find(|row| row.seat == seat);
        if crew.tickets > 0 || row.is_some_and(|row| row.tickets > 0) {
            found.push(Act::Triage);
        }
        found.extend([Act::Rest, Act::Surge, Act::Rota]);
        if !crew.knows_norms {
            found.push(Act::ReadNorms);
            let own = lens.seat(seat).actor;
            let state = scenario.actors[own.index()].acts_for;
            let knows = lens.actors().filter(|other| {
                other.kind == ActorKind::Ministry
                    && other.id != own
                    && state.is_some_and(|state| other.acts_for == Some(state) || other.id == state)
            });
            found.extend(knows.map(|other| Act::AskNorms { of: other.id }));
        }
    }
    volunteers::conceivable(lens, seat, found);
    let mut asked: Vec<ActorId> = Vec::new();
    for row in rules.offers.iter().filter(|row| row.to == seat) {
        match state.offers[row.id.index()] {
            OfferState::Open(_) => {
                found.extend([
                    Act::Accept { offer: row.id },
                    Act::Decline { offer: row.id },
                ]);
            }
            // Who might help if asked is known; whether it will is not.
            OfferState::Unmade if row.opens.is_none() && !asked.contains(&row.from) => {
                asked.push(row.from);
                found.push(Act::Plead { from: row.from });
            }
            _ => {}
        }
    }
}

pub(super) fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
    let mut all = Vec::new();
    conceivable(lens, seat, &mut all);
    if !all.contains(&act) {
        return Err(Obstacle::NotYours);
    }
    volunteers::can(lens, act)?;
    let Some(crew) = lens.book().capacity.crews[seat.index()] else {
        return Ok(());
    };
    match act {
        Act::Triage if crew.tickets == 0 => Err(rule("obstacle-no-tickets", None)),
        Act::Rest if crew.fatigue == 0 && crew.worked == 0 => Err(rule("obstacle-rested", None)),
        Act::Surge if crew.fatigue > 85 => Err(rule("obstacle-exhausted", None)),
        Act::Rota if crew.has_rota => Err(rule("obstacle-rota", None)),
        _ => Ok(()),
    }
}

/// How many tickets a crew goes through in one go.
fn triaged(rules: &Rules, crew: &CrewState) -> i32 {
    (rules.triage_units * (1 + crew.tier)).min(crew.tickets)
}

/// What an act moves at once, for sure.
pub(super) fn shifts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<(Read, i64)> {
    let rules = &lens.scenario().book.capacity;
    let Some(crew) = lens.book().capacity.crews[seat.index()] else {
        return Vec::new();
    };
    let tires = |by: i32| {
        let now = crew.fatigue.saturating_add(by).clamp(0, 100);
        vec![(Read::Fatigue(seat), i64::from(now - crew.fatigue))]
    };
    match act {
        Act::Triage => vec![(Read::Tickets(seat), -i64::from(triaged(rules, &crew)))],
        Act::Rest => tires(rules.rest_points.saturating_neg()),
        Act::Surge => tires(rules.surge_points),
        Act::ReadNorms | Act::AskNorms { .. } => vec![(Read::Aware(seat), 1)],
        _ => Vec::new(),
    }
}

pub(super) fn take(
    play: &mut Play<'_>,
    seat: SeatId,
    act: Act,
    origin: Origin,
) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let rules = &scenario.book.capacity;
    let cause = origin.cause();
    let crew = play.state.world.book.capacity.crews[seat.index()];
    match act {
        Act::Triage => {
            let Some(crew) = crew else { return Ok(()) };
            let by = triaged(rules, &crew);
            load::pile(play, seat, -by, cause);
            let odds = (by * 1000 / crew.tickets.max(1)).min(950);
            load::sift(play, seat, odds, 0, cause);
        }
        Act::Rest => {
            emit(play, cause, Event::Worked { seat, now: 0 });
            tire(play, seat, -rules.rest_points, cause);
        }
        Act::Surge => {
            let by = rules.surge_hours;
            play.emit(cause, What::HoursMoved { seat, by });
            tire(play, seat, rules.surge_points, cause);
        }
        Act::Rota => {
            emit(play, cause, Event::RotaMade { seat });
        }
        Act::ReadNorms => learn(play, seat, None, cause),
        Act::AskNorms { of } => {
            learn(play, seat, Some(of), cause);
            let own = scenario.seats[seat.index()].actor;
            // Whoever is asked learns that somebody wants to know.
            trust::shift(play, of, own, 1, cause);
        }
        Act::Accept { offer } => return accept(play, offer, origin),
        Act::Decline { offer } => {
            let row = &rules.offers[offer.index()];
            emit(play, cause, Event::Declined { offer });
            return play.effects(&row.decline, origin);
        }
        Act::Plead { from } => plead(play, seat, from, cause),
        Act::BriefVolunteers { .. } | Act::AnswerFor { .. } | Act::SendVolunteers { .. } => {
            let own = scenario.seats[seat.index()].actor;
            return volunteers::take(play, own, act, cause);
        }
    }
    Ok(())
}

pub(super) fn learn(play: &mut Play<'_>, seat: SeatId, of: Option<ActorId>, cause: Cause) {
    let crew = play.state.world.book.capacity.crews[seat.index()];
    if crew.is_some_and(|crew| !crew.knows_norms) {
        emit(play, cause, Event::Learned { seat, of });
    }
}

pub(super) fn raise(play: &mut Play<'_>, seat: SeatId, by: i32, cause: Cause) {
    let Some(crew) = play.state.world.book.capacity.crews[seat.index()] else {
        return;
    };
    let now = crew.tier.saturating_add(by).clamp(0, 4);
    if now != crew.tier {
        let by = now - crew.tier;
        emit(play, cause, Event::TierMoved { seat, by, now });
    }
}

pub(super) fn offer(play: &mut Play<'_>, offer: OfferId, cause: Cause) {
    let row = &play.scenario().book.capacity.offers[offer.index()];
    if play.state.world.book.capacity.offers[offer.index()] == OfferState::Unmade {
        // Before Resolve the present turn is the first of those it stays; after it nobody can accept any more.
        let is_late = play.state.step >= Step::Resolve;
        let first = play.state.turn().saturating_add(u16::from(is_late));
        let until = first.saturating_add(row.stays.max(1) - 1);
        emit(play, cause, Event::Offered { offer, until });
    }
}

/// Help is accepted, strings and all.
fn accept(play: &mut Play<'_>, offer: OfferId, origin: Origin) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let rules = &scenario.book.capacity;
    let row = &rules.offers[offer.index()];
    let own = scenario.seats[row.to.index()].actor;
    let until = play.state.turn().saturating_add(row.lasts);
    let no = emit(play, origin.cause(), Event::Accepted { offer, until });
    let cause = Cause::Event(no);
    trust::shift(play, row.from, own, rules.help_gain, cause);
    trust::shift(play, own, row.from, rules.help_gain, cause);
    for &wary in &row.wary {
        trust::political_loss(play, wary, own, row.wary_cost, cause);
    }
    raise(play, row.to, row.tier, cause);
    if row.help == Help::Course {
        learn(play, row.to, Some(row.from), cause);
    }
    play.effects(&row.accept, origin)
}

/// Somebody who is asked for help offers it, by trust.
fn plead(play: &mut Play<'_>, seat: SeatId, from: ActorId, cause: Cause) {
    let scenario = play.scenario();
    let own = scenario.seats[seat.index()].actor;
    let turn = play.state.turn();
    let words = [from, own].map(|actor| scenario.names.hash(Kind::Actor, actor.0));
    let odds = help_odds(play.state.world.trust(from, own));
    let mut die = play.state.dice.of(Roll::Help, &words, 0, turn, 0);
    let unmade = scenario.book.capacity.offers.iter().find(|row| {
        let now = play.state.world.book.capacity.offers[row.id.index()];
        row.to == seat && row.from == from && row.opens.is_none() && now == OfferState::Unmade
    });
    match unmade {
        Some(row) if die.per_mille(odds) => {
            let until = turn.saturating_add(row.stays);
            let offer = row.id;
            emit(play, cause, Event::Offered { offer, until });
        }
        _ => {
            emit(play, cause, Event::NoHelp { seat, from });
        }
    }
}

/// The odds that somebody who is asked for help offers it, per mille.
fn help_odds(trust: i32) -> i32 {
    trust.saturating_mul(9).saturating_add(150).clamp(0, 1000)
}

pub(super) fn forecasts(lens: &Lens<'_>, own: ActorId, from: ActorId) -> Vec<Forecast> {
    let felt = lens.felt_trust(from, own);
    vec![Forecast::felt("forecast-agrees", felt, help_odds)]
}

/// The help that was accepted helps; offers and help run out.
pub(super) fn help(play: &mut Play<'_>) {
    let (scenario, turn) = (play.scenario(), play.state.turn());
    for row in &scenario.book.capacity.offers {
        let offer = row.id;
        match play.state.world.book.capacity.offers[offer.index()] {
            OfferState::Open(until) if until <= turn => {
                emit(
                    play,
                    Cause::Engine(EngineRule::Agenda),
                    Event::Withdrawn { offer },
                );
            }
            OfferState::Accepted(until) if until > turn => {
                let cause = Cause::Engine(EngineRule::Helping);
                if row.hours > 0 {
                    let (seat, by) = (row.to, row.hours);
                    play.emit(cause, What::HoursMoved { seat, by });
                }
                load::pile(play, row.to, -row.tickets, cause);
            }
            _ => {}
        }
    }
}
