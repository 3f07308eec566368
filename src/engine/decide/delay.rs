//! What becomes of a choice that has been paid for: it takes effect at once, later, or not at all.
//!
//! Tired people get routine work wrong, an approval nobody asked for in time takes its days, a note verbale takes a turn, an
//! address may be dead. What an author wrote is spared: its delays are the author's.

use crate::engine::act::Act;
use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::decide::resolve;
use crate::engine::event::Cause;
use crate::engine::event::Outcome;
use crate::engine::event::Wait;
use crate::engine::event::What;
use crate::engine::ledger::capacity;
use crate::engine::ledger::contacts;
use crate::engine::ledger::contacts::Carried;
use crate::engine::ledger::mandate;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::model::SeatId;

/// What becomes of a choice.
pub(super) enum Fate {
    Now,
    Later(u16, Wait),
    Never,
}

pub(super) fn fate(play: &mut Play<'_>, seat: SeatId, act: Act, origin: Origin) -> Fate {
    if matches!(act, Act::Answer { .. } | Act::Take { .. } | Act::Hold) {
        return Fate::Now;
    }
    if capacity::slips(play, seat, act, origin.cause()) {
        return Fate::Never;
    }
    if let Some((turn, grants)) = mandate::waits(play, seat, act) {
        return Fate::Later(turn, Wait::Approval { grants });
    }
    match contacts::carries(play, seat, &act, origin) {
        Carried::Through => Fate::Now,
        Carried::Later(turn) => Fate::Later(turn, Wait::Route),
        Carried::Lost => Fate::Never,
    }
}

/// Postponed choices whose turn has come take effect, if they are allowed and still possible.
pub(super) fn come_through(play: &mut Play<'_>) -> Result<(), Rejection> {
    let turn = play.state.turn();
    let postponed = play.state.postponed.iter().copied();
    let due: Vec<_> = postponed.filter(|one| one.turn <= turn).collect();
    for one in due {
        // It has been paid for.
        let can = match play.lens(one.seat).can(one.seat, &one.act) {
            Ok(_) | Err(Obstacle::TooDear { .. } | Obstacle::TooDearCapital { .. }) => true,
            Err(_) => false,
        };
        let outcome = match one.wait {
            Wait::Approval { grants: false } => Outcome::Refused,
            _ if can => Outcome::TakesEffect,
            _ => Outcome::Lapsed,
        };
        let came = What::CameThrough {
            of: one.of,
            seat: one.seat,
            act: one.act,
            outcome,
        };
        let no = play.emit(Cause::Event(one.of), came);
        if outcome == Outcome::TakesEffect {
            let scenario = play.scenario();
            let at = scenario.turns[usize::from(turn)].to;
            let key = resolve::key(play, one.seat, one.act);
            let is_political = resolve::is_political(one.act.family(scenario));
            let origin = Origin::new(no, key).of_politics(is_political).at(at);
            resolve::happen(play, one.seat, one.act, at, origin)?;
        }
    }
    Ok(())
}
