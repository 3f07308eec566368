//! Folds an event into the state. Total: cannot fail, never draws, never runs a script.

use std::sync::Arc;

use crate::engine::act::Act;
use crate::engine::event::Event;
use crate::engine::event::EventNo;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::ledger;
use crate::engine::state::DecisionState;
use crate::engine::state::Pending;
use crate::engine::state::Postponed;
use crate::engine::state::State;

/// Folds an event into the state. `decide` changes the state through it alone.
pub fn apply(state: &mut State, event: &Event) {
    let no = EventNo(state.events);
    state.events = state.events.saturating_add(1);
    match &event.what {
        What::Started
        | What::Lapsed { .. }
        | What::Called { .. }
        | What::Declined { .. }
        | What::Noted { .. }
        | What::ScriptFailed { .. } => {}
        What::Entered { turn, step, from } => enter(state, *turn, *step, *from),
        What::Delivered { inject, .. } => {
            state.set_queued(*inject, None);
            let turn = state.turn();
            state.world_mut().delivered[inject.index()] = Some(turn);
        }
        What::Queued { inject } => state.set_queued(*inject, Some(no)),
        What::Cancelled { inject } => {
            state.cancelled[inject.index()] = true;
            state.set_queued(*inject, None);
        }
        What::Opened { decision, until } => {
            state.set_decision(*decision, DecisionState::Open { until: *until });
        }
        What::Closed { decision, choice } => {
            let stands = if choice.is_some() {
                DecisionState::Decided
            } else {
                DecisionState::Closed
            };
            state.set_decision(*decision, stands);
            if let Some(choice) = choice {
                state.world_mut().chosen[choice.index()] = true;
            }
        }
        What::Sealed { seat, acts } => state.sealed[seat.index()] = Some(acts.clone()),
        What::Unsealed { seat } => state.sealed[seat.index()] = None,
        What::Resolved { seat } => state.resolved[seat.index()] = true,
        What::Acted {
            seat, act, hours, ..
        } => {
            ledger::capacity::spend(state, *seat, *hours);
            if let Act::Take { action } = act {
                let actions = state.taken.len() / state.sealed.len().max(1);
                state.taken[seat.index() * actions + action.index()] = Some(state.turn());
                let done = &mut state.world_mut().done[action.index()];
                *done = done.saturating_add(1);
            }
        }
        What::Deferred {
            turn,
            key,
            political,
            effects,
        } => {
            state.pending.push(Pending {
                turn: *turn,
                of: no,
                key: *key,
                political: *political,
                effects: Arc::new(effects.clone()),
            });
        }
        What::Postponed {
            seat,
            act,
            turn,
            wait,
        } => state.postponed.push(Postponed {
            turn: *turn,
            of: no,
            seat: *seat,
            act: *act,
            wait: *wait,
        }),
        What::CameThrough { of, .. } => state.postponed.retain(|postponed| postponed.of != *of),
        What::CameDue { of } => state.pending.retain(|pending| pending.of != *of),
        What::RuleFired { rule, .. } => state.fired[rule.index()] = Some(state.turn()),
        What::CapitalMoved { seat, now, .. } => state.world_mut().capital[seat.index()] = *now,
        What::HoursMoved { seat, by } => {
            let hours = &mut state.hours_next[seat.index()];
            *hours = hours.saturating_add(*by);
        }
        What::Meters(event) => ledger::meters::apply(state.world_mut(), event),
        What::Facts(event) => ledger::facts::apply(state, event),
        What::Trust(event) => ledger::trust::apply(state, event),
        What::Spread(event) => ledger::spread::apply(state.world_mut(), event),
        What::Harm(event) => ledger::harm::apply(state.world_mut(), event),
        What::Duties(event) => ledger::duties::apply(state.world_mut(), event),
        What::Norms(event) => ledger::norms::apply(state.world_mut(), event),
        What::Book(event) => event.apply(state, no),
        What::Adversary(event) => crate::engine::adversary::apply(state.world_mut(), event),
        What::SkipNoted { call } => {
            state.skips.insert(*call);
        }
        What::ScriptSkipped { call } => {
            state.skips.remove(call);
        }
        What::Paused => state.paused = true,
        What::Resumed => state.paused = false,
        What::Filled { seat, by } => state.holders[seat.index()] = Some(by.clone()),
        What::Ended { ending, .. } => state.ended = Some(*ending),
    }
}

fn enter(state: &mut State, turn: u16, step: Step, from: crate::model::time::ExerciseTime) {
    state.step = step;
    let world = state.world_mut();
    world.turn = turn;
    world.time = from;
    match step {
        Step::Brief => {
            state.sealed.fill(None);
            state.resolved.fill(false);
            std::mem::swap(&mut state.hours_extra, &mut state.hours_next);
            state.hours_next.fill(0);
        }
        Step::Resolve if !state.world.communities.is_empty() => {
            for community in state.world_mut().communities.iter_mut() {
                community.last = std::mem::take(&mut community.fresh);
            }
        }
        _ => {}
    }
}
