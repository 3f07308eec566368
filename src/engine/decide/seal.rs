//! Commit: a seat seals its choices, or withdraws the seal.

use crate::engine::act::Act;
use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::rejection::Rejection;
use crate::model::SeatId;
use crate::model::scenario::CommitMode;

pub(super) fn seal(play: &mut Play<'_>, seat: SeatId, acts: &[Act]) -> Result<(), Rejection> {
    ready(play, seat)?;
    let acts = if acts.is_empty() { &[Act::Hold] } else { acts };
    play.lens(seat).judge(seat, acts)?;
    play.emit(
        Cause::Choice { seat },
        What::Sealed {
            seat,
            acts: acts.into(),
        },
    );
    Ok(())
}

pub(super) fn unseal(play: &mut Play<'_>, seat: SeatId) -> Result<(), Rejection> {
    ready(play, seat)?;
    if play.state.sealed[seat.index()].is_none() {
        return Err(Rejection::NotSealed { seat });
    }
    play.emit(Cause::Choice { seat }, What::Unsealed { seat });
    Ok(())
}

fn ready(play: &Play<'_>, seat: SeatId) -> Result<(), Rejection> {
    if play.state.ended.is_some() {
        return Err(Rejection::Over);
    }
    if play.state.paused {
        return Err(Rejection::Paused);
    }
    if play.state.step != Step::Commit {
        return Err(Rejection::NotNow {
            step: play.state.step,
        });
    }
    if play.scenario().commit == CommitMode::InTurn
        && let Some(next) = play.state.resolved.iter().position(|resolved| !resolved)
        && next != seat.index()
    {
        return Err(Rejection::NotYourTurn {
            seat: SeatId::at(next),
        });
    }
    Ok(())
}
