//! Norms: who upheld or strained what, with the causing event as evidence. A profile, never a score.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::event::What;
use crate::engine::imagined::Draw;
use crate::engine::ledger::mandate;
use crate::engine::lens::Lens;
use crate::engine::state::State;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::ledger::Ledger;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;

/// What happens to responsibility profiles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NormEvent {
    Noted {
        actor: ActorId,
        norm: Norm,
        bearing: Bearing,
        contested: bool,
    },
}

pub(in crate::engine) fn apply(world: &mut Readable, event: &NormEvent) {
    let NormEvent::Noted {
        actor,
        norm,
        bearing,
        ..
    } = event;
    let tally = world.norm_mut(*actor, *norm, *bearing);
    *tally = tally.saturating_add(1);
}

/// Notes an act in a profile. The eleven norms speak to states: an act of a firm, CERT or NGO reaches one only through the
/// state it acts for, so a norm of the eleven is noted for that state, and left out where there is none.
pub(in crate::engine) fn note(
    play: &mut Play<'_>,
    actor: ActorId,
    norm: Norm,
    bearing: Bearing,
    contested: bool,
    cause: Cause,
) {
    if !play.has(Ledger::Norms) {
        return;
    }
    let actors = &play.scenario().actors;
    let answers = if norm.speaks_to_states() {
        match (
            actors[actor.index()].acts_for,
            actors[actor.index()].kind.is_state(),
        ) {
            (Some(state), _) => state,
            (None, true) => actor,
            (None, false) => return,
        }
    } else {
        actor
    };
    let no = play.emit(
        cause,
        What::Norms(NormEvent::Noted {
            actor: answers,
            norm,
            bearing,
            contested,
        }),
    );
    // The charter that response teams sign says what their community holds anyway.
    if bearing == Bearing::Strained && !norm.speaks_to_states() && !contested {
        mandate::break_charter(play, answers, Cause::Event(no));
    }
}

/// One's own profile is known; nothing is supposed of others.
pub(in crate::engine) fn imagine(lens: &Lens<'_>, state: &mut State, _: &Draw) {
    for actor in lens.actors() {
        for (norm, upheld, strained) in lens.profile(actor.id) {
            *state.world_mut().norm_mut(actor.id, norm, Bearing::Upheld) = upheld;
            *state
                .world_mut()
                .norm_mut(actor.id, norm, Bearing::Strained) = strained;
        }
    }
}
