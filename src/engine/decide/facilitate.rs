//! What whoever runs the exercise may do; all of it is logged.

use crate::engine::command::Holder;
use crate::engine::command::Rating;
use crate::engine::command::Role;
use crate::engine::decide::Play;
use crate::engine::decide::brief;
use crate::engine::event::Cause;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::rejection::Rejection;
use crate::model::InjectId;
use crate::model::SeatId;
use crate::model::TaskId;

/// The longest remark, in bytes.
const LONGEST_NOTE: usize = 8 * 1024;

/// Delivers an inject at once; before the first Brief it comes with that.
pub(super) fn fire(play: &mut Play<'_>, inject: InjectId) -> Result<(), Rejection> {
    running(play)?;
    let row = &play.scenario().injects[inject.index()];
    if row.when.once && play.state.world.delivered[inject.index()].is_some() {
        return Err(Rejection::AlreadyDelivered { inject });
    }
    if play.state.step == Step::Setup {
        play.emit(Cause::Facilitator, What::Queued { inject });
        return Ok(());
    }
    brief::deliver(play, row, Cause::Facilitator)
}

pub(super) fn skip(play: &mut Play<'_>, inject: InjectId) -> Result<(), Rejection> {
    running(play)?;
    if play.state.cancelled[inject.index()] {
        return Err(Rejection::AlreadyCancelled { inject });
    }
    if play.scenario().injects[inject.index()].when.once
        && play.state.world.delivered[inject.index()].is_some()
    {
        return Err(Rejection::AlreadyDelivered { inject });
    }
    play.emit(Cause::Facilitator, What::Cancelled { inject });
    Ok(())
}

pub(super) fn pause(play: &mut Play<'_>) -> Result<(), Rejection> {
    running(play)?;
    if play.state.paused {
        return Err(Rejection::Paused);
    }
    play.emit(Cause::Facilitator, What::Paused);
    Ok(())
}

pub(super) fn resume(play: &mut Play<'_>) -> Result<(), Rejection> {
    if !play.state.paused {
        return Err(Rejection::NotPaused);
    }
    play.emit(Cause::Facilitator, What::Resumed);
    Ok(())
}

pub(super) fn fill(play: &mut Play<'_>, seat: SeatId, by: &Holder) -> Result<(), Rejection> {
    running(play)?;
    play.emit(
        Cause::Facilitator,
        What::Filled {
            seat,
            by: by.clone(),
        },
    );
    Ok(())
}

/// A remark may come after `EndEx` too: that is when evaluators write most of them.
pub(super) fn note(
    play: &mut Play<'_>,
    by: Role,
    about: Option<TaskId>,
    rating: Option<Rating>,
    text: &str,
) -> Result<(), Rejection> {
    if text.len() > LONGEST_NOTE {
        return Err(Rejection::TooLong { most: LONGEST_NOTE });
    }
    play.emit(
        Cause::Facilitator,
        What::Noted {
            by,
            about,
            rating,
            text: text.to_owned(),
        },
    );
    Ok(())
}

fn running(play: &Play<'_>) -> Result<(), Rejection> {
    if play.state.ended.is_some() {
        Err(Rejection::Over)
    } else {
        Ok(())
    }
}
