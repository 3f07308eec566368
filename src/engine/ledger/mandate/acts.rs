//! What a seat can do about its mandate.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::What;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::mandate::Act;
use crate::engine::ledger::mandate::Event;
use crate::engine::ledger::mandate::Leave;
use crate::engine::ledger::mandate::emit;
use crate::engine::ledger::mandate::move_independence;
use crate::engine::ledger::mandate::ransom;
use crate::engine::ledger::norms;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::model::ActorId;
use crate::model::PermitId;
use crate::model::SeatId;
use crate::model::effect::Amount;
use crate::model::effect::Effect;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::mandate::Line;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::roster::ActorKind;
use crate::model::roster::SeatKind;
use crate::model::scenario::Scenario;

/// Turns between one paper on one's process and the next.
const PAPERS_APART: u16 = 3;
/// Turns until others have read it.
const READING: u16 = 2;

pub(super) fn rule(key: &'static str, actor: Option<ActorId>) -> Obstacle {
    Obstacle::Rule {
        key,
        actor,
        until: None,
    }
}

fn seat_of(scenario: &Scenario, actor: ActorId) -> Option<SeatId> {
    let mut seats = scenario.seats.iter();
    seats.find(|seat| seat.actor == actor).map(|seat| seat.id)
}

pub(super) fn conceivable(lens: &Lens<'_>, seat: SeatId, found: &mut Vec<Act>) {
    let scenario = lens.scenario();
    let rules = &scenario.book.mandate;
    let card = lens.seat(seat);
    let own = card.actor;
    for permit in &rules.permits {
        if permit.holder == seat {
            found.push(Act::AskPermit { permit: permit.id });
        }
        if permit.by == own {
            found.push(Act::GivePermit { permit: permit.id });
        }
    }
    for house in &rules.houses {
        let cert = house.actor;
        let is_team = scenario.actors[cert.index()].kind == ActorKind::Cert;
        if house.answers_to == Some(own) && is_team {
            found.extend([Act::PutHold { cert }, Act::LiftHold { cert }]);
        }
        if is_team && (cert == own || house.answers_to == Some(own)) {
            found.push(Act::Designate { cert });
        }
        if cert == own {
            found.push(Act::PublishProcess);
            if is_team && lens.turn() == 0 {
                let lines = Line::ALL.iter().filter(|line| **line != house.line);
                found.extend(lines.map(|line| Act::ReportTo { line: *line }));
            }
        }
    }
    if rules.charter.contains(&own) {
        found.push(Act::SignCharter);
    }
    let house = &lens.book().mandate.houses[own.index()];
    if house.asked.is_some() {
        found.extend([Act::AcceptRole, Act::RefuseRole]);
    }
    let handovers = rules.handovers.iter().filter(|row| row.cert == own);
    found.extend(handovers.map(|row| Act::BringIn {
        ministry: row.ministry,
    }));
    ransom::conceivable(lens, seat, found);
    if card.kind != SeatKind::Cert {
        found.retain(|act| !matches!(act, Act::ReportTo { .. }));
    }
}

pub(super) fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
    let scenario = lens.scenario();
    let state = &lens.book().mandate;
    let own = lens.seat(seat).actor;
    let house = &state.houses[own.index()];
    let mut all = Vec::new();
    conceivable(lens, seat, &mut all);
    if !all.contains(&act) {
        return Err(Obstacle::NotYours);
    }
    let wrong = match act {
        Act::AskPermit { permit } => {
            let by = scenario.book.mandate.permits[permit.index()].by;
            match state.permits[permit.index()] {
                Leave::Granted => Some(rule("obstacle-permit-granted", None)),
                Leave::Asked { .. } | Leave::Waiting => {
                    Some(rule("obstacle-permit-asked", Some(by)))
                }
                Leave::Missing | Leave::Refused => None,
            }
        }
        Act::GivePermit { permit } => (state.permits[permit.index()] == Leave::Granted)
            .then(|| rule("obstacle-permit-granted", None)),
        Act::PutHold { cert } => state.houses[cert.index()]
            .on_hold
            .then(|| rule("obstacle-held-already", Some(cert))),
        Act::LiftHold { cert } => {
            (!state.houses[cert.index()].on_hold).then(|| rule("obstacle-not-held-up", Some(cert)))
        }
        Act::Designate { cert } => state.houses[cert.index()]
            .designated
            .then(|| rule("obstacle-designated", Some(cert))),
        Act::SignCharter => house.signed.then(|| rule("obstacle-signed", None)),
        Act::BringIn { ministry } => state
            .has_handed(own)
            .then(|| rule("obstacle-handed-over", Some(ministry))),
        Act::PublishProcess => {
            let until = house
                .last_paper
                .map(|turn| turn.saturating_add(PAPERS_APART));
            let until = until.filter(|until| lens.turn() < *until);
            until.map(|until| Obstacle::Cooling { until: Some(until) })
        }
        Act::ReportTo { line } => (house.line == line).then(|| rule("obstacle-line-already", None)),
        Act::AcceptRole | Act::RefuseRole => None,
        Act::AdviseVictim { .. } | Act::TryCopies { .. } | Act::PaymentLine { .. } => {
            ransom::obstacle(lens, own, act)
        }
    };
    wrong.map_or(Ok(()), Err)
}

pub(super) fn take(
    play: &mut Play<'_>,
    seat: SeatId,
    act: Act,
    origin: Origin,
) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let rules = &scenario.book.mandate;
    let own = scenario.seats[seat.index()].actor;
    let cause = origin.cause();
    match act {
        Act::AskPermit { permit } => ask(play, permit, cause),
        Act::GivePermit { permit } => grant(play, permit, cause),
        Act::PutHold { cert } => hold(play, cert, Some(own), true, cause),
        Act::LiftHold { cert } => hold(play, cert, Some(own), false, cause),
        Act::Designate { cert } => {
            let no = emit(play, cause, Event::Designated { actor: cert });
            norms::note(
                play,
                cert,
                Norm::K,
                Bearing::Upheld,
                false,
                Cause::Event(no),
            );
        }
        Act::SignCharter => {
            emit(play, cause, Event::Signed { actor: own });
        }
        Act::AcceptRole | Act::RefuseRole => answer(play, own, act == Act::AcceptRole, cause),
        Act::BringIn { .. } => {
            let Some(place) = rules.handovers.iter().position(|row| row.cert == own) else {
                return Ok(());
            };
            let word = scenario.names.hash(Kind::Actor, own.0);
            let is_early = match rules.handovers[place].condition {
                Some(condition) => !play.holds(condition, word)?,
                None => false,
            };
            bring_in(play, place, is_early, cause);
        }
        Act::PublishProcess => {
            emit(play, cause, Event::PaperPublished { actor: own });
            let gain = Amount::Fixed(rules.openness_gain);
            let others = scenario.actors.iter();
            let others = others.filter(|other| other.kind != ActorKind::Adversary);
            let others = others.map(|actor| actor.id);
            let effects = others
                .filter(|other| *other != own)
                .map(|from| Effect::Trust {
                    from,
                    to: own,
                    by: gain,
                });
            let deferred = What::Deferred {
                turn: play.state.turn().saturating_add(READING),
                key: scenario.names.hash(Kind::Actor, own.0),
                political: false,
                effects: effects.collect(),
            };
            play.emit(cause, deferred);
        }
        Act::ReportTo { line } => report_to(play, own, line, cause),
        Act::AdviseVictim { .. } | Act::TryCopies { .. } | Act::PaymentLine { .. } => {
            return ransom::take(play, own, act, origin);
        }
    }
    Ok(())
}

/// Asks for leave: in the preparation it is given, in the crisis it takes its time, and somebody at the table decides alone.
fn ask(play: &mut Play<'_>, permit: PermitId, cause: Cause) {
    let scenario = play.scenario();
    let rules = &scenario.book.mandate;
    let row = &rules.permits[permit.index()];
    let turn = play.state.turn();
    let is_seated = seat_of(scenario, row.by).is_some();
    if turn == 0 && !is_seated {
        emit(play, cause, Event::PermitGranted { permit });
        return;
    }
    let word = scenario.names.hash(Kind::Permit, permit.0);
    let mut die = play.state.dice.of(Roll::Approval, &[word], 1, turn, 0);
    let turns = u16::try_from(die.between(1, rules.approval_turns)).unwrap_or(1);
    let grants = die.per_mille(rules.approval_odds);
    let asked = Event::PermitAsked {
        permit,
        until: (!is_seated).then(|| turn.saturating_add(turns)),
        grants: grants && !is_seated,
    };
    emit(play, cause, asked);
}

/// Leave somebody at the table gives is theirs to give; in the preparation others give it.
pub(super) fn forecasts(lens: &Lens<'_>, permit: PermitId) -> Vec<Forecast> {
    let scenario = lens.scenario();
    let rules = &scenario.book.mandate;
    if seat_of(scenario, rules.permits[permit.index()].by).is_some() {
        return Vec::new();
    }
    if lens.turn() == 0 {
        return vec![Forecast::odds("forecast-approved", 1000)];
    }
    vec![
        Forecast::odds("forecast-approved", rules.approval_odds),
        Forecast::amount("forecast-turns", 1, rules.approval_turns),
    ]
}

pub(super) fn grant(play: &mut Play<'_>, permit: PermitId, cause: Cause) {
    if play.state.world.book.mandate.permits[permit.index()] != Leave::Granted {
        emit(play, cause, Event::PermitGranted { permit });
    }
}

/// Puts a response team on hold or lets it go: nothing is contained in its zones as long as it lasts.
pub(in crate::engine) fn hold(
    play: &mut Play<'_>,
    cert: ActorId,
    by: Option<ActorId>,
    on: bool,
    cause: Cause,
) {
    let scenario = play.scenario();
    if play.state.world.book.mandate.houses[cert.index()].on_hold == on
        || !play.has(Ledger::Mandate)
    {
        return;
    }
    let no = emit(play, cause, Event::HeldUp { cert, by, on });
    let cause = Cause::Event(no);
    let has_zones = play.has(Ledger::Spread);
    let zones = scenario.spread.zones.iter();
    for zone in zones.filter(|zone| has_zones && zone.cert == Some(cert)) {
        if play.state.world.zones[zone.id.index()].frozen != on {
            let zone = zone.id;
            play.emit(cause, What::Spread(SpreadEvent::Frozen { zone, on }));
        }
    }
    if on {
        let cost = scenario.book.mandate.hold_cost;
        move_independence(play, cert, -cost, cause);
        if let Some(by) = by {
            trust::shift(play, cert, by, -cost, cause);
        }
    }
}

/// A signatory broke the charter; the others get to see it.
pub(in crate::engine) fn break_charter(play: &mut Play<'_>, actor: ActorId, cause: Cause) {
    let scenario = play.scenario();
    let is_signed =
        |play: &Play<'_>, one: ActorId| play.state.world.book.mandate.houses[one.index()].signed;
    if !is_signed(play, actor) || !play.has(Ledger::Mandate) {
        return;
    }
    let no = emit(play, cause, Event::CharterBroken { actor });
    let cost = scenario.book.mandate.charter_cost;
    for &other in &scenario.book.mandate.charter {
        if other != actor && is_signed(play, other) {
            trust::shift(play, other, actor, -cost, Cause::Event(no));
        }
    }
}

/// A response team answers who asked it to become something beside what it is.
fn answer(play: &mut Play<'_>, cert: ActorId, accepted: bool, cause: Cause) {
    let scenario = play.scenario();
    let rules = &scenario.book.mandate;
    let Some((by, role)) = play.state.world.book.mandate.houses[cert.index()].asked else {
        return;
    };
    let answered = Event::RoleAnswered {
        cert,
        by,
        role,
        accepted,
    };
    let no = emit(play, cause, answered);
    let cause = Cause::Event(no);
    if !accepted {
        trust::shift(play, by, cert, -rules.refusal_cost, cause);
        return;
    }
    trust::shift(play, by, cert, rules.refusal_cost, cause);
    move_independence(play, cert, -rules.drift_cost, cause);
    for other in &scenario.actors {
        // Whoever reports to a response team thinks twice before reporting to a supervisor.
        let reports = matches!(
            other.kind,
            ActorKind::Operator | ActorKind::Vendor | ActorKind::Ngo | ActorKind::Academic
        );
        if reports {
            trust::shift(play, other.id, cert, -rules.drift_cost, cause);
        }
    }
}

/// The ministry comes in, as well briefed as the response team has told it what it knows.
pub(super) fn bring_in(play: &mut Play<'_>, place: usize, is_early: bool, cause: Cause) {
    let scenario = play.scenario();
    let row = &scenario.book.mandate.handovers[place];
    let (cert, ministry) = (row.cert, row.ministry);
    if play.state.world.book.mandate.has_handed(cert) {
        return;
    }
    let world = &play.state.world;
    let held = scenario
        .facts
        .iter()
        .filter(|fact| world.holding(cert, fact.id).is_some());
    let (mut known, mut told) = (0_i32, 0_i32);
    for fact in held {
        known += 1;
        told += i32::from(world.holding(ministry, fact.id).is_some());
    }
    // Who knows nothing has nothing to brief.
    let briefed = if known == 0 { 50 } else { told * 100 / known };
    let handed = Event::HandedOver {
        cert,
        ministry,
        briefed,
        early: is_early,
    };
    let no = emit(play, cause, handed);
    let cause = Cause::Event(no);
    if let Some(seat) = seat_of(scenario, ministry) {
        // A ministry that was not briefed spends its day finding out.
        let by = match briefed {
            0..50 => -2,
            50..75 => 0,
            _ => 1,
        };
        if by != 0 {
            play.emit(cause, What::HoursMoved { seat, by });
        }
    }
    if let (true, Some(seat)) = (is_early, seat_of(scenario, cert)) {
        play.capital(seat, -scenario.book.mandate.early_capital, cause);
    }
}

/// A response team reports to somebody else from now on: its peers draw their conclusions.
fn report_to(play: &mut Play<'_>, own: ActorId, line: Line, cause: Cause) {
    let scenario = play.scenario();
    let no = emit(play, cause, Event::LineMoved { actor: own, line });
    let cause = Cause::Event(no);
    let (usual, tone) = match line {
        Line::Board => (80, 2),
        Line::Agency => (60, 0),
        Line::Ministry => (40, -2),
        Line::Service => (20, -5),
    };
    let was = play.state.world.book.mandate.houses[own.index()].independence;
    move_independence(play, own, usual - was, cause);
    for other in &scenario.actors {
        if other.kind == ActorKind::Cert && other.id != own {
            trust::shift(play, other.id, own, tone, cause);
        }
    }
}
