//! What a ministry and a CERT can do about politicisation, with what stands in the way and what it costs.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::event::What;
use crate::engine::ledger::politicisation::Act;
use crate::engine::ledger::politicisation::Event;
use crate::engine::ledger::politicisation::Why;
use crate::engine::ledger::politicisation::rules::emit;
use crate::engine::ledger::politicisation::rules::instruct;
use crate::engine::ledger::politicisation::rules::politicise;
use crate::engine::ledger::politicisation::same_state;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::family::Family;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::politicisation::Line;
use crate::model::ledger::politicisation::Order;
use crate::model::ledger::politicisation::Read;
use crate::model::ledger::politicisation::Rules;
use crate::model::roster::SeatKind;

pub(super) fn family(act: Act) -> Family {
    match act {
        Act::Instruct {
            order: Order::Support,
            ..
        } => Family::Contain,
        Act::Instruct { .. } => Family::Escalate,
        Act::OwnVoice { .. } | Act::Process => Family::Share,
        Act::PutUnder { .. } | Act::Refuse => Family::Hold,
    }
}

pub(super) fn conceivable(lens: &Lens<'_>, seat: SeatId, acts: &mut Vec<Act>) {
    let teams = lens.scenario().book.politicisation.teams.iter();
    let certs = teams.map(|team| team.cert);
    let own = lens.seat(seat).actor;
    match lens.seat(seat).kind {
        SeatKind::Ministry => {
            for cert in certs.filter(|cert| same_state(lens.scenario(), own, *cert)) {
                let orders = Order::ALL.iter();
                acts.extend(orders.map(|&order| Act::Instruct { cert, order }));
                acts.push(Act::OwnVoice { cert });
                let lines = Line::ALL.iter();
                acts.extend(lines.map(|&line| Act::PutUnder { cert, line }));
            }
        }
        SeatKind::Cert if certs.clone().any(|cert| cert == own) => {
            acts.extend([Act::Refuse, Act::Process]);
        }
        _ => {}
    }
}

pub(super) fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
    let own = lens.seat(seat).actor;
    let scenario = lens.scenario();
    let stands = |key, actor, until| Err(Obstacle::Rule { key, actor, until });
    let is_kept = |cert: ActorId| {
        let mut teams = scenario.book.politicisation.teams.iter();
        teams.any(|team| team.cert == cert)
    };
    match act {
        Act::Instruct { cert, .. } | Act::OwnVoice { cert } | Act::PutUnder { cert, .. } => {
            let is_ministry = lens.seat(seat).kind == SeatKind::Ministry;
            if !is_ministry || !is_kept(cert) || !same_state(scenario, own, cert) {
                return stands("obstacle-not-your-team", Some(cert), None);
            }
            let team = lens.book().politicisation.team(cert);
            match act {
                Act::Instruct {
                    order: Order::Podium,
                    ..
                } => match refuses(lens, cert) {
                    Some(until) => stands("obstacle-refuses-podium", Some(cert), Some(until)),
                    None => Ok(()),
                },
                Act::OwnVoice { .. } if team.level == 0 => {
                    stands("obstacle-not-politicised", Some(cert), None)
                }
                Act::PutUnder { line, .. } if team.line == line => {
                    stands("obstacle-same-line", Some(cert), None)
                }
                _ => Ok(()),
            }
        }
        Act::Refuse | Act::Process => {
            if lens.seat(seat).kind != SeatKind::Cert || !is_kept(own) {
                return stands("obstacle-not-your-team", Some(own), None);
            }
            let team = lens.book().politicisation.team(own);
            if act == Act::Process && team.process.is_some() {
                return stands("obstacle-process-published", None, None);
            }
            let refuses = team.refuses.filter(|until| *until >= lens.turn());
            match refuses {
                Some(until) if act == Act::Refuse => {
                    stands("obstacle-refuses-already", None, Some(until + 1))
                }
                _ => Ok(()),
            }
        }
    }
}

/// The turn from which a CERT that refuses to be quoted can be put on a podium again, if it does refuse, which is public.
pub(in crate::engine) fn refuses(lens: &Lens<'_>, cert: ActorId) -> Option<u16> {
    let refuses = lens.book().politicisation.team(cert).refuses;
    let until = refuses.filter(|until| lens.has(Ledger::Politicisation) && *until >= lens.turn());
    until.map(|until| until.saturating_add(1))
}

pub(super) fn key(names: &Names, act: Act) -> Vec<u64> {
    let cert = |cert: ActorId| names.hash(Kind::Actor, cert.0);
    match act {
        Act::Instruct { cert: of, order } => vec![1, cert(of), order as u64],
        Act::OwnVoice { cert: of } => vec![2, cert(of)],
        Act::PutUnder { cert: of, line } => vec![3, cert(of), line as u64],
        Act::Refuse => vec![4],
        Act::Process => vec![5],
    }
}

pub(super) fn cost(rules: &Rules, act: Act) -> Cost {
    let (hours, capital) = match act {
        Act::Instruct { .. } => (rules.order_hours, 0),
        Act::OwnVoice { .. } => (rules.voice_hours, rules.voice_capital),
        Act::PutUnder { .. } => (rules.line_hours, rules.line_capital),
        Act::Refuse => (rules.voice_hours, 0),
        Act::Process => (rules.process_hours, 0),
    };
    Cost { hours, capital }
}

pub(super) fn take(play: &mut Play<'_>, seat: SeatId, act: Act, origin: Origin) {
    let scenario = play.scenario();
    let rules = &scenario.book.politicisation;
    let own = scenario.seats[seat.index()].actor;
    let cause = origin.cause();
    match act {
        Act::Instruct { cert, order } => {
            instruct(play, cert, Some(own), order, cause);
            let mut seats = scenario.seats.iter();
            let team = seats.find(|seat| seat.actor == cert);
            match (order, team) {
                (Order::Podium, _) => play.capital(seat, rules.podium_gain, cause),
                (Order::Support, Some(team)) if rules.support_hours > 0 => {
                    let by = rules.support_hours;
                    play.emit(cause, What::HoursMoved { seat: team.id, by });
                }
                _ => {}
            }
        }
        Act::OwnVoice { cert } => politicise(play, cert, -rules.own_voice, Why::OwnVoice, cause),
        Act::PutUnder { cert, line } => emit(play, cause, Event::PutUnder { cert, line }),
        Act::Refuse => {
            let turns = u16::try_from(rules.refuse_turns).unwrap_or(0);
            let until = play.state.turn().saturating_add(turns);
            emit(play, cause, Event::Refuses { cert: own, until });
            politicise(play, own, -rules.refuse, Why::Refused, cause);
            for seat in &scenario.seats {
                if seat.kind == SeatKind::Ministry && same_state(scenario, seat.actor, own) {
                    trust::shift(play, seat.actor, own, -rules.refuse_cost, cause);
                }
            }
        }
        Act::Process => {
            emit(play, cause, Event::Process { cert: own });
            politicise(play, own, -rules.process, Why::Process, cause);
        }
    }
}

/// What is known to follow at once.
pub(super) fn shifts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<(Read, i64)> {
    let rules = &lens.scenario().book.politicisation;
    let own = lens.seat(seat).actor;
    let (cert, by) = match act {
        Act::Instruct { cert, order } => match order {
            Order::Support => return Vec::new(),
            Order::Podium => (cert, rules.podium),
            Order::Tasking => (cert, rules.tasking),
        },
        Act::OwnVoice { cert } => (cert, -rules.own_voice),
        Act::PutUnder { .. } => return Vec::new(),
        Act::Refuse => (own, -rules.refuse),
        Act::Process => (own, -rules.process),
    };
    let Some(now) = lens.politicised(cert) else {
        return Vec::new();
    };
    let by = now.saturating_add(by).clamp(0, 100) - now;
    vec![(Read::Politicised(cert), i64::from(by))]
}
