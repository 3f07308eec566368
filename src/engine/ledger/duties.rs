//! Duties: reporting clocks. A clock starts with its trigger word, and is met or missed.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::What;
use crate::engine::imagined::Draw;
use crate::engine::lens::Lens;
use crate::engine::rejection::Rejection;
use crate::engine::state::State;
use crate::engine::world::Readable;
use crate::model::DutyId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::time::ExerciseTime;

/// What happens to duties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DutyEvent {
    Started {
        duty: DutyId,
        at: ExerciseTime,
        due: ExerciseTime,
    },
    Met {
        duty: DutyId,
        at: ExerciseTime,
    },
    Missed {
        duty: DutyId,
    },
    /// The report came after the deadline.
    Late {
        duty: DutyId,
        at: ExerciseTime,
    },
    Stopped {
        duty: DutyId,
    },
}

/// Where a duty stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DutyState {
    #[default]
    Idle,
    Running {
        started: ExerciseTime,
        due: ExerciseTime,
    },
    Met {
        at: ExerciseTime,
        due: ExerciseTime,
    },
    Missed {
        due: ExerciseTime,
        reported: Option<ExerciseTime>,
    },
    Stopped,
}

pub(in crate::engine) fn apply(world: &mut Readable, event: &DutyEvent) {
    let of = |event: &DutyEvent| match *event {
        DutyEvent::Started { duty, .. }
        | DutyEvent::Met { duty, .. }
        | DutyEvent::Missed { duty }
        | DutyEvent::Late { duty, .. }
        | DutyEvent::Stopped { duty } => duty,
    };
    let state = &mut world.duties[of(event).index()];
    let due = match *state {
        DutyState::Running { due, .. }
        | DutyState::Met { due, .. }
        | DutyState::Missed { due, .. } => due,
        DutyState::Idle | DutyState::Stopped => ExerciseTime::default(),
    };
    *state = match *event {
        DutyEvent::Started { at, due, .. } => DutyState::Running { started: at, due },
        DutyEvent::Met { at, .. } => DutyState::Met { at, due },
        DutyEvent::Missed { .. } => DutyState::Missed {
            due,
            reported: None,
        },
        DutyEvent::Late { at, .. } => DutyState::Missed {
            due,
            reported: Some(at),
        },
        DutyEvent::Stopped { .. } => DutyState::Stopped,
    };
}

/// Starts a clock that is not running and has not run.
pub(in crate::engine) fn start(play: &mut Play<'_>, duty: DutyId, at: ExerciseTime, cause: Cause) {
    if play.has(Ledger::Duties) && play.state.world.duties[duty.index()] == DutyState::Idle {
        let due = at.plus(play.scenario().duties[duty.index()].within.0);
        play.emit(cause, What::Duties(DutyEvent::Started { duty, at, due }));
    }
}

/// Starts every clock whose trigger has come true.
pub(in crate::engine) fn trigger(play: &mut Play<'_>, at: ExerciseTime) -> Result<(), Rejection> {
    if !play.has(Ledger::Duties) {
        return Ok(());
    }
    for duty in &play.scenario().duties {
        let Some(starts) = duty.starts else { continue };
        if play.state.world.duties[duty.id.index()] == DutyState::Idle
            && play.holds(starts, play.scenario().names.hash(Kind::Duty, duty.id.0))?
        {
            start(play, duty.id, at, Cause::Engine(EngineRule::Trigger));
        }
    }
    Ok(())
}

/// A report is filed at a moment: in time it meets the duty, later it is late.
pub(in crate::engine) fn report(
    play: &mut Play<'_>,
    duty: DutyId,
    at: ExerciseTime,
    origin: Origin,
) -> Result<(), Rejection> {
    let row = &play.scenario().duties[duty.index()];
    let key = play.scenario().names.hash(Kind::Duty, duty.0);
    match play.state.world.duties[duty.index()] {
        DutyState::Running { due, .. } if at <= due => {
            let no = play.emit(origin.cause(), What::Duties(DutyEvent::Met { duty, at }));
            play.effects(&row.on_met, Origin::new(no, key))
        }
        DutyState::Running { .. } => {
            let no = play.emit(origin.cause(), What::Duties(DutyEvent::Missed { duty }));
            play.effects(&row.on_missed, Origin::new(no, key))?;
            play.emit(origin.cause(), What::Duties(DutyEvent::Late { duty, at }));
            Ok(())
        }
        DutyState::Missed { reported: None, .. } => {
            play.emit(origin.cause(), What::Duties(DutyEvent::Late { duty, at }));
            Ok(())
        }
        _ => Ok(()),
    }
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

/// One's own clocks are known; those of others are nobody else's business, and stand still.
pub(in crate::engine) fn imagine(lens: &Lens<'_>, state: &mut State, _: &Draw) {
    state.world_mut().duties.fill(DutyState::Stopped);
    for (duty, stands) in lens.duties() {
        state.world_mut().duties[duty.id.index()] = stands;
    }
}
