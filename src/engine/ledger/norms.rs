//! Norms: who upheld or strained what, with the causing event as evidence. A profile, never a score.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::act::Act;
use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::event::What;
use crate::engine::imagined::Draw;
use crate::engine::ledger::mandate;
use crate::engine::lens::Lens;
use crate::engine::state::State;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::model::ledger::norms::Baseline;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::scenario::Scenario;

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
    let Some(answers) = answers(play.scenario(), actor, norm) else {
        return;
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

/// Who answers for an actor's act by a norm.
fn answers(scenario: &Scenario, actor: ActorId, norm: Norm) -> Option<ActorId> {
    if !norm.speaks_to_states() {
        return Some(actor);
    }
    let card = &scenario.actors[actor.index()];
    card.acts_for
        .or_else(|| card.kind.is_state().then_some(actor))
}

impl Lens<'_> {
    /// The first norm of the baseline that a seat would depart from with these acts.
    ///
    /// One baseline for all and a note for each departure keeps profiles comparable across regions without pretending that
    /// everybody reads responsibility alike (mechanics A51).
    pub fn departure(&self, seat: SeatId, acts: &[Act]) -> Option<Norm> {
        let scenario = self.scenario();
        if !self.has(Ledger::Norms) {
            return None;
        }
        let own = self.seat(seat).actor;
        let mut strained: Vec<Norm> = Vec::new();
        for act in acts {
            let norms = match *act {
                Act::Answer { choice } => scenario.choices[choice.index()].norms.as_slice(),
                Act::Take { action } => scenario.actions[action.index()].norms.as_slice(),
                Act::Share {
                    fact,
                    to,
                    tlp,
                    derived,
                } => {
                    if self.leaves_boundary(own, fact, to, tlp, derived) {
                        strained.push(Norm::Tlp);
                    }
                    &[]
                }
                _ => &[],
            };
            let against = norms
                .iter()
                .filter(|(_, bearing)| *bearing == Bearing::Strained);
            strained.extend(against.map(|(norm, _)| *norm));
        }
        let mut rows = scenario.norms.baselines.iter();
        let departs = |row: &&Baseline| {
            let is_own = |norm| row.actor == own || answers(scenario, own, norm) == Some(row.actor);
            strained.contains(&row.norm) && is_own(row.norm)
        };
        rows.find(departs).map(|row| row.norm)
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
