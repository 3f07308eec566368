//! Clocks: what starts them, when they run out, what stops them.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::What;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::duties::DutyState;
use crate::engine::rejection::Rejection;
use crate::model::DutyId;
use crate::model::calendar::Term;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::duties::Duty;
use crate::model::ledger::duties::Follows;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;

/// When a term of a duty ends that begins at a moment, in the calendar that counts for it; never before it begins.
///
/// A term of months in a story without a date never ends: the loader refuses such a scenario.
pub(in crate::engine) fn end_of(
    scenario: &Scenario,
    duty: &Duty,
    term: Term,
    from: ExerciseTime,
) -> ExerciseTime {
    let local = match duty.calendar {
        Some(region) => scenario.local_in(region),
        None => scenario.local(duty.recipient),
    };
    let end = local.end_of(term, from);
    end.unwrap_or(ExerciseTime(i32::MAX)).max(from)
}

/// Starts a clock that is not running and has not run, and those that start with it.
pub(in crate::engine) fn start(play: &mut Play<'_>, duty: DutyId, at: ExerciseTime, cause: Cause) {
    if !play.has(Ledger::Duties) || play.state.world.duties[duty.index()] != DutyState::Idle {
        return;
    }
    let scenario = play.scenario();
    let row = &scenario.duties[duty.index()];
    let due = end_of(scenario, row, row.within, at);
    let no = play.emit(cause, What::Duties(DutyEvent::Started { duty, at, due }));
    follow(play, Follows::Start(duty), at, Cause::Event(no));
}

/// Starts the clocks that follow something.
pub(super) fn follow(play: &mut Play<'_>, what: Follows, at: ExerciseTime, cause: Cause) {
    for next in &play.scenario().duties {
        if next.follows == Some(what) {
            start(play, next.id, at, cause);
        }
    }
}

/// The holder says that the law's word is met, having taken counsel: its clock starts.
pub(in crate::engine) fn determine(
    play: &mut Play<'_>,
    duty: DutyId,
    at: ExerciseTime,
    cause: Cause,
) {
    let no = play.emit(cause, What::Duties(DutyEvent::Determined { duty, at }));
    start(play, duty, at, Cause::Event(no));
}

/// Stops a clock that runs, or keeps one from starting.
pub(in crate::engine) fn stop(play: &mut Play<'_>, duty: DutyId, cause: Cause) {
    let is_open = matches!(
        play.state.world.duties[duty.index()],
        DutyState::Running { .. } | DutyState::Idle
    );
    if is_open && play.has(Ledger::Duties) {
        play.emit(cause, What::Duties(DutyEvent::Stopped { duty }));
    }
}

/// Starts every clock whose trigger has come true, stops every one whose end has, and notes what can be known from now on.
pub(in crate::engine) fn trigger(play: &mut Play<'_>, at: ExerciseTime) -> Result<(), Rejection> {
    if !play.has(Ledger::Duties) {
        return Ok(());
    }
    let cause = Cause::Engine(EngineRule::Trigger);
    for duty in &play.scenario().duties {
        let word = play.scenario().names.hash(Kind::Duty, duty.id.0);
        if let Some(known) = duty.known_since
            && play.state.world.duty_notes[duty.id.index()].known.is_none()
            && play.holds(known, word)?
        {
            play.emit(
                cause,
                What::Duties(DutyEvent::Knowable { duty: duty.id, at }),
            );
        }
        if let Some(starts) = duty.starts
            && play.state.world.duties[duty.id.index()] == DutyState::Idle
            && play.holds(starts, word)?
        {
            start(play, duty.id, at, cause);
        }
        if let Some(stops) = duty.stops
            && matches!(
                play.state.world.duties[duty.id.index()],
                DutyState::Running { .. }
            )
            && play.holds(stops, word)?
        {
            stop(play, duty.id, cause);
        }
    }
    Ok(())
}

/// Duties that fell due before a turn begins, and were not met, are missed.
pub(in crate::engine) fn expire(play: &mut Play<'_>, from: ExerciseTime) -> Result<(), Rejection> {
    for duty in &play.scenario().duties {
        if let DutyState::Running { due, .. } = play.state.world.duties[duty.id.index()]
            && due < from
        {
            let missed = What::Duties(DutyEvent::Missed { duty: duty.id });
            let no = play.emit(Cause::Engine(EngineRule::Deadline), missed);
            play.effects(
                &duty.on_missed,
                Origin::new(no, play.scenario().names.hash(Kind::Duty, duty.id.0)),
            )?;
        }
    }
    Ok(())
}
