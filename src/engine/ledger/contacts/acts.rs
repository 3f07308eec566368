//! What a seat can do about its contacts.

use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::contacts::Act;
use crate::engine::ledger::contacts::Bond;
use crate::engine::ledger::contacts::Event;
use crate::engine::ledger::contacts::Grasp;
use crate::engine::ledger::contacts::emit;
use crate::engine::ledger::contacts::reach::Way;
use crate::engine::ledger::contacts::wording;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::id::Kind;
use crate::model::roster::ActorKind;
use crate::model::roster::SeatKind;
use crate::model::scenario::Scenario;

fn rule(key: &'static str, actor: Option<ActorId>) -> Obstacle {
    Obstacle::Rule {
        key,
        actor,
        until: None,
    }
}

/// The ministry that an actor's door would be opened for, at either end: whoever acts for the same state.
pub(super) fn ministry_of(scenario: &Scenario, actor: ActorId) -> Option<ActorId> {
    let state = scenario.actors[actor.index()].acts_for?;
    let same = |other: &&crate::model::roster::Actor| {
        other.kind == ActorKind::Ministry && (other.acts_for == Some(state) || other.id == state)
    };
    scenario.actors.iter().find(same).map(|actor| actor.id)
}

/// Whether a search for an actor makes sense at all.
fn is_sought(scenario: &Scenario, actor: ActorId) -> bool {
    matches!(
        scenario.actors[actor.index()].kind,
        ActorKind::Cert | ActorKind::Ministry | ActorKind::Vendor | ActorKind::Police
    )
}

pub(super) fn conceivable(lens: &Lens<'_>, seat: SeatId, found: &mut Vec<Act>) {
    let scenario = lens.scenario();
    let rules = &scenario.book.contacts;
    let card = lens.seat(seat);
    let own = card.actor;
    let state = &lens.book().contacts;
    let entries = rules.directory.iter().filter(|entry| entry.holder == own);
    for entry in entries {
        let contact = entry.id;
        found.extend([Act::Ping { contact }, Act::SendNote { contact }]);
    }
    let abroad = || {
        let others = lens.actors().map(|actor| actor.id);
        others.filter(move |other| *other != own && state.is_apart(own, *other))
    };
    let sought = abroad().filter(|other| is_sought(scenario, *other));
    found.extend(sought.map(|to| Act::Search { to }));
    if card.kind == SeatKind::Cert {
        for other in abroad() {
            if scenario.actors[other.index()].kind != ActorKind::Cert {
                continue;
            }
            found.push(Act::Arrange { with: other });
            if ministry_of(scenario, own).is_some() && ministry_of(scenario, other).is_some() {
                found.push(Act::OpenDoor { to: other });
            }
        }
        found.extend(rules.clubs.iter().map(|club| Act::Join { body: club.body }));
    }
    wording::conceivable(lens, own, found);
    if card.kind == SeatKind::Ministry {
        for &by in rules.conveners.iter().filter(|by| **by != own) {
            let capitals = lens.actors().filter(|other| {
                let apart = other.region != scenario.actors[own.index()].region;
                apart && other.id != by && other.kind == ActorKind::Ministry
            });
            found.extend(capitals.map(|other| Act::Convene { by, with: other.id }));
        }
    }
}

pub(super) fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
    let scenario = lens.scenario();
    let card = lens.seat(seat);
    let own = card.actor;
    let state = &lens.book().contacts;
    let mut all = Vec::new();
    conceivable(lens, seat, &mut all);
    if !all.contains(&act) {
        return Err(Obstacle::NotYours);
    }
    match act {
        Act::Ping { contact } => {
            let entry = &state.entries[contact.index()];
            if entry.is_dead {
                return Err(rule("obstacle-contact-dead", Some(entry.reaches)));
            }
            if entry.confirmed == Some(lens.turn()) {
                return Err(rule("obstacle-contact-fresh", Some(entry.reaches)));
            }
        }
        Act::SendNote { contact } => {
            let entry = &state.entries[contact.index()];
            if entry.note_due.is_some() {
                return Err(rule("obstacle-note-underway", Some(entry.reaches)));
            }
            if entry.confirmed == Some(lens.turn()) && !entry.is_dead {
                return Err(rule("obstacle-contact-fresh", Some(entry.reaches)));
            }
        }
        Act::Search { to } => {
            let exchanges = lens.contact(own, to).map_or(0, |(_, count)| count);
            if state.way(scenario, (own, to), exchanges, lens.turn()) != Way::Cold {
                return Err(rule("obstacle-has-path", Some(to)));
            }
        }
        Act::Arrange { with } => waits(lens, own, with, Bond::Gateway)?,
        Act::OpenDoor { to } => waits(lens, own, to, Bond::Door)?,
        Act::Join { body } => {
            if state.members.contains(&(body, own)) {
                return Err(rule("obstacle-member", Some(body)));
            }
            if state.suspended.contains(&(body, own)) {
                return Err(rule("obstacle-suspended", Some(body)));
            }
        }
        Act::Convene { with, .. } => waits(lens, own, with, Bond::Meeting)?,
        Act::AgreeMarkings { with } => waits(lens, own, with, Bond::Markings)?,
        Act::Render { fact, register } => {
            if state.rendered.contains(&(own, fact, register)) {
                return Err(rule("obstacle-rendered", None));
            }
        }
        Act::Clarify { fact } => {
            if state
                .grasp(own, fact)
                .is_some_and(|grasp| grasp != Grasp::Wrong)
            {
                return Err(rule("obstacle-clarified", None));
            }
        }
    }
    Ok(())
}

/// What has been agreed already needs no second asking, nor does what one waits for.
fn waits(lens: &Lens<'_>, own: ActorId, other: ActorId, bond: Bond) -> Result<(), Obstacle> {
    let state = &lens.book().contacts;
    let (a, b) = match bond {
        Bond::Door => {
            let ministry = |actor| ministry_of(lens.scenario(), actor).unwrap_or(actor);
            (ministry(own), ministry(other))
        }
        _ => (own, other),
    };
    let mut links = state.links.iter();
    if links.any(|link| link.bond == bond && link.joins(a, b) && link.holds(lens.turn())) {
        return Err(rule("obstacle-agreed", Some(other)));
    }
    if state.consents.contains(&(own, other, bond)) {
        return Err(rule("obstacle-waits-for", Some(other)));
    }
    Ok(())
}

pub(super) fn forecasts(lens: &Lens<'_>, own: ActorId, act: Act) -> Vec<Forecast> {
    let scenario = lens.scenario();
    let forecast = match act {
        Act::Search { to } => {
            let odds = search_odds(scenario, &lens.book().contacts, own, to);
            Forecast::odds("forecast-finds", odds)
        }
        Act::Arrange { with: other }
        | Act::OpenDoor { to: other }
        | Act::Convene { with: other, .. }
        | Act::AgreeMarkings { with: other }
            if !scenario.is_seated(other) =>
        {
            let odds = |trust| bond_odds(trust) + calm(lens.turn());
            Forecast::felt("forecast-agrees", lens.felt_trust(other, own), odds)
        }
        _ => return Vec::new(),
    };
    vec![forecast]
}

fn search_odds(scenario: &Scenario, state: &super::State, own: ActorId, to: ActorId) -> i32 {
    let base = scenario.book.contacts.search_odds;
    let mut searches = state.searches.iter();
    let tried = searches.find(|search| (search.0, search.1) == (own, to));
    let tried = tried.map_or(0, |search| i32::from(search.2).min(10));
    (base + base / 5 * tried).clamp(0, 950)
}

pub(super) fn take(play: &mut Play<'_>, seat: SeatId, act: Act, cause: Cause) {
    let scenario = play.scenario();
    let own = scenario.seats[seat.index()].actor;
    let turn = play.state.turn();
    match act {
        Act::Ping { contact } => {
            let entry = play.state.world.book.contacts.entries[contact.index()];
            let alive = !entry.stale;
            emit(play, cause, Event::Found { contact, alive });
        }
        Act::SendNote { contact } => {
            if turn == 0 {
                emit(play, cause, Event::Refreshed { contact });
            } else {
                let due = turn.saturating_add(1);
                emit(play, cause, Event::NoteSent { contact, due });
            }
        }
        Act::Search { to } => search(play, own, to, cause),
        Act::Arrange { with } => bind(play, own, with, Bond::Gateway, cause),
        Act::OpenDoor { to } => bind(play, own, to, Bond::Door, cause),
        Act::Join { body } => {
            emit(play, cause, Event::Joined { body, member: own });
        }
        Act::Convene { with, .. } => bind(play, own, with, Bond::Meeting, cause),
        Act::Render { fact, register } => wording::render(play, own, fact, register, cause),
        Act::Clarify { fact } => wording::clarify(play, own, fact, cause),
        Act::AgreeMarkings { with } => bind(play, own, with, Bond::Markings, cause),
    }
}

/// Looks for somebody who answers: in the directory's dead entries first, or from desk to desk.
fn search(play: &mut Play<'_>, own: ActorId, to: ActorId, cause: Cause) {
    let scenario = play.scenario();
    let odds = search_odds(scenario, &play.state.world.book.contacts, own, to);
    let words = [own, to].map(|actor| scenario.names.hash(Kind::Actor, actor.0));
    let turn = play.state.turn();
    let mut die = play.state.dice.of(Roll::Search, &words, 0, turn, 0);
    if !die.per_mille(odds) {
        let dead_end = Event::DeadEnd {
            from: own,
            to,
            searching: true,
        };
        emit(play, cause, dead_end);
        return;
    }
    let directory = scenario.book.contacts.directory.iter();
    let mut known = directory.filter(|entry| (entry.holder, entry.reaches) == (own, to));
    let found = match known.next() {
        Some(entry) => Event::Refreshed { contact: entry.id },
        None => Event::Linked {
            a: own,
            b: to,
            bond: Bond::Found,
            until: None,
        },
    };
    emit(play, cause, found);
}

/// Two agree, or one waits for the other: somebody at the table decides for itself, anybody else by trust.
fn bind(play: &mut Play<'_>, own: ActorId, other: ActorId, bond: Bond, cause: Cause) {
    let scenario = play.scenario();
    let turn = play.state.turn();
    let is_seated = scenario.is_seated(other);
    let agreed = Event::Agreed {
        by: own,
        with: other,
        bond,
    };
    let state = &play.state.world.book.contacts;
    if is_seated {
        if !state.consents.contains(&(other, own, bond)) {
            emit(play, cause, agreed);
            return;
        }
    } else {
        let trusts = play.state.world.trust(other, own);
        let words = [own, other].map(|actor| scenario.names.hash(Kind::Actor, actor.0));
        let mut die = play.state.dice.of(Roll::Bond, &words, bond as u64, turn, 0);
        if !die.per_mille(bond_odds(trusts) + calm(turn)) {
            let refused = Event::NotAgreed {
                by: own,
                with: other,
                bond,
            };
            emit(play, cause, refused);
            return;
        }
    }
    let rules = &scenario.book.contacts;
    let (mut a, mut b, mut until) = (own, other, None);
    match bond {
        Bond::Door => {
            a = ministry_of(scenario, own).unwrap_or(own);
            b = ministry_of(scenario, other).unwrap_or(other);
        }
        Bond::Meeting => {
            let turns = u16::try_from(rules.safe_turns).unwrap_or(1);
            until = Some(turn.saturating_add(turns));
        }
        _ => {}
    }
    let no = emit(play, cause, Event::Linked { a, b, bond, until });
    if bond == Bond::Markings {
        wording::unfile(play, a, b, Cause::Event(no));
    }
    if bond == Bond::Meeting {
        let cause = Cause::Event(no);
        trust::shift(play, a, b, rules.meeting_trust, cause);
        trust::shift(play, b, a, rules.meeting_trust, cause);
    }
}

/// The odds that somebody who is not at the table agrees, in per mille.
fn bond_odds(trust: i32) -> i32 {
    trust.saturating_mul(9).saturating_add(150).clamp(0, 950)
}

/// What a quiet turn adds to those odds: before it burns, people have time to read an arrangement.
fn calm(turn: u16) -> i32 {
    if turn == 0 { 200 } else { 0 }
}
