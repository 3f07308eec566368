//! The embargo of a case: proposed, agreed, revised, left, broken, ended. Only one that is in force obliges.

use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::ledger::disclosure::event::Event;
use crate::engine::ledger::disclosure::state::Embargo;
use crate::engine::ledger::disclosure::state::End;
use crate::engine::ledger::disclosure::state::Stance;
use crate::engine::ledger::disclosure::telling::die;
use crate::engine::ledger::disclosure::telling::emit;
use crate::engine::ledger::disclosure::telling::is_seated;
use crate::engine::ledger::disclosure::telling::now;
use crate::engine::ledger::disclosure::telling::row;
use crate::engine::ledger::norms;
use crate::engine::ledger::trust;
use crate::model::ActorId;
use crate::model::CaseId;
use crate::model::id::Kind;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;

/// Proposes an embargo of so many turns to everybody who knows. None begins once P, X or A, nor a second beside a first: who
/// proposes one where others have one already is told of that one and asked.
pub(super) fn propose(play: &mut Play<'_>, case: CaseId, by: ActorId, turns: u16, cause: Cause) {
    let state = now(play, case);
    let Some(party) = state.party(by).filter(|_| !state.is_out()) else {
        return;
    };
    let at = play.state.turn();
    let until = at.saturating_add(turns.max(1));
    match (state.embargo, party.stance) {
        (Embargo::None, _) if state.parties.len() > 1 => {
            emit(
                play,
                cause,
                Event::Proposed {
                    case,
                    by,
                    at,
                    until,
                },
            );
        }
        (
            Embargo::Proposed { .. } | Embargo::Active { .. } | Embargo::Revise { .. },
            Stance::Outside,
        ) => {
            emit(
                play,
                cause,
                Event::Answered {
                    case,
                    by,
                    yes: true,
                },
            );
        }
        _ => {}
    }
}

/// An answer to what is proposed, or to a new end.
pub(super) fn answer(play: &mut Play<'_>, case: CaseId, by: ActorId, yes: bool, cause: Cause) {
    let asked = now(play, case).party(by).map(|party| party.stance);
    let is_open = matches!(now(play, case).embargo, Embargo::Proposed { .. })
        || now(play, case).embargo.is_in_force();
    if is_open && matches!(asked, Some(Stance::Asked | Stance::Reviewing)) {
        emit(play, cause, Event::Answered { case, by, yes });
    }
}

/// A partner proposes a new end.
pub(super) fn revise(play: &mut Play<'_>, case: CaseId, by: ActorId, cause: Cause) {
    if let Embargo::Active { until } = now(play, case).embargo {
        let at = play.state.turn();
        let new = until.saturating_add((row(play, case).embargo / 2).max(1));
        emit(play, cause, Event::Revising { case, by, at, new });
    }
}

/// A partner leaves, having said so. Too few left end it.
pub(super) fn leave(play: &mut Play<'_>, case: CaseId, by: ActorId, cause: Cause) {
    let cost = play.scenario().book.disclosure.leave_cost;
    let partners: Vec<ActorId> = now(play, case)
        .partners()
        .filter(|partner| *partner != by)
        .collect();
    let no = emit(play, cause, Event::Left { case, by });
    for partner in partners {
        trust::shift(play, partner, by, -cost, Cause::Event(no));
    }
    dissolve(play, case, Cause::Event(no));
}

/// A partner of one in force has told more than it had to: each of the others thinks a little less of it.
pub(super) fn strain(play: &mut Play<'_>, case: CaseId, by: ActorId, cause: Cause) {
    let state = now(play, case);
    let is_partner = state
        .party(by)
        .is_some_and(|party| party.stance.is_partner());
    if !state.embargo.is_in_force() || !is_partner {
        return;
    }
    let cost = play.scenario().book.disclosure.leave_cost;
    let partners: Vec<ActorId> = state.partners().filter(|partner| *partner != by).collect();
    for partner in partners {
        trust::shift(play, partner, by, -cost, cause);
    }
}

/// Whether an actor is a partner of an embargo in force and has told its partners nothing in this turn or the last.
pub(super) fn is_silent(play: &Play<'_>, case: CaseId, actor: ActorId) -> bool {
    let state = now(play, case);
    state.embargo.is_in_force()
        && state.party(actor).is_some_and(|party| {
            let has_told = |told: u16| told.saturating_add(1) >= play.state.turn();
            party.stance.is_partner() && !party.told.is_some_and(has_told)
        })
}

/// A partner acts against it without a word: that costs trust with every partner.
pub(super) fn break_it(play: &mut Play<'_>, case: CaseId, by: ActorId, cause: Cause) {
    let cost = play.scenario().book.disclosure.breach_cost;
    let partners: Vec<ActorId> = now(play, case)
        .partners()
        .filter(|partner| *partner != by)
        .collect();
    let no = emit(play, cause, Event::Broken { case, by });
    norms::note(
        play,
        by,
        Norm::Disclosure,
        Bearing::Strained,
        false,
        Cause::Event(no),
    );
    for partner in partners {
        trust::shift(play, partner, by, -cost, Cause::Event(no));
    }
    dissolve(play, case, Cause::Event(no));
}

fn dissolve(play: &mut Play<'_>, case: CaseId, cause: Cause) {
    if now(play, case).partners().count() < 2 {
        end(play, case, End::Left, cause);
    }
}

/// An embargo that is proposed or in force ends.
pub(super) fn end(play: &mut Play<'_>, case: CaseId, why: End, cause: Cause) {
    let embargo = now(play, case).embargo;
    if embargo.is_in_force() {
        emit(play, cause, Event::Ended { case, why });
    } else if matches!(embargo, Embargo::Proposed { .. }) {
        emit(play, cause, Event::CameToNothing { case });
    }
}

/// Most vendors that know of it have a fix: shipping breaks nothing.
pub(super) fn has_quorum(play: &Play<'_>, case: CaseId) -> bool {
    let state = now(play, case);
    let vendors = row(play, case).vendors.iter();
    let aware: Vec<bool> = vendors
        .filter_map(|vendor| state.party(vendor.actor))
        .map(|party| party.ready.is_some())
        .collect();
    aware.iter().filter(|ready| **ready).count() * 2 > aware.len()
}

/// What has been asked is answered by those without a seat; what has run out ends.
pub(super) fn settle(play: &mut Play<'_>, case: CaseId) {
    let cause = Cause::Engine(EngineRule::Disclosing);
    let asked: Vec<(ActorId, Stance)> = now(play, case)
        .parties
        .iter()
        .filter(|party| matches!(party.stance, Stance::Asked | Stance::Reviewing))
        .map(|party| (party.actor, party.stance))
        .collect();
    let proposer = match now(play, case).embargo {
        Embargo::Proposed { by, .. } | Embargo::Revise { by, .. } => Some(by),
        _ => None,
    };
    for (actor, stance) in asked {
        if !is_seated(play, actor) {
            let trust = proposer.map_or(60, |by| play.state.world.trust(actor, by));
            let odds = 350 + trust * 6 + if stance == Stance::Reviewing { 100 } else { 0 };
            let mut die = die(
                play,
                Roll::EmbargoAnswer,
                case,
                Some((Kind::Actor, actor.0)),
                0,
            );
            let yes = die.per_mille(odds.clamp(50, 970));
            answer(play, case, actor, yes, cause);
        }
    }
    run_out(play, case);
}

fn run_out(play: &mut Play<'_>, case: CaseId) {
    let cause = Cause::Engine(EngineRule::Lapsing);
    let turn = play.state.turn();
    let patience = u16::try_from(play.scenario().book.disclosure.answers).unwrap_or(u16::MAX);
    let state = now(play, case);
    let is_open = |stance: Stance| state.parties.iter().any(|party| party.stance == stance);
    match state.embargo {
        Embargo::Proposed { at, until, .. } => {
            let is_late = turn >= at.saturating_add(patience);
            if is_open(Stance::Asked) && !is_late {
                return;
            }
            if state.partners().count() > 1 && !state.is_out() && until > turn {
                emit(play, cause, Event::Began { case, until });
            } else {
                emit(play, cause, Event::CameToNothing { case });
            }
        }
        Embargo::Active { until } if turn >= until => {
            emit(
                play,
                cause,
                Event::Ended {
                    case,
                    why: End::Term,
                },
            );
        }
        Embargo::Revise { until, .. } if turn >= until => {
            emit(
                play,
                cause,
                Event::Ended {
                    case,
                    why: End::Term,
                },
            );
        }
        Embargo::Revise { at, until, new, .. } => {
            let is_late = turn >= at.saturating_add(patience);
            let (waits, objects) = (is_open(Stance::Reviewing), is_open(Stance::Objecting));
            if !objects && waits && !is_late {
                return;
            }
            // Silence is read as a no.
            let agreed = !objects && !waits;
            let until = if agreed { new } else { until };
            emit(
                play,
                cause,
                Event::Revised {
                    case,
                    until,
                    agreed,
                },
            );
        }
        _ => {}
    }
}
