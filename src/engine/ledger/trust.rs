//! Trust: between CERTs it is insulated from politics, and what nobody tends fades.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::What;
use crate::engine::imagined::Draw;
use crate::engine::ledger::politicisation;
use crate::engine::lens::Lens;
use crate::engine::state::State;
use crate::model::ActorId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::roster::ActorKind;

/// What happens to trust.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TrustEvent {
    /// What `from` thinks of `to`; `by` is what really changed after clamping.
    Moved {
        from: ActorId,
        to: ActorId,
        by: i32,
        now: i32,
    },
    /// Two actors had to do with each other.
    Contacted {
        a: ActorId,
        b: ActorId,
        exchange: bool,
    },
}

pub(in crate::engine) fn apply(state: &mut State, event: &TrustEvent) {
    match *event {
        TrustEvent::Moved { from, to, now, .. } => *state.world_mut().trust_mut(from, to) = now,
        TrustEvent::Contacted { a, b, exchange } => {
            let turn = state.turn();
            let (last, exchanges) = state.contact_mut(a, b);
            *last = turn;
            *exchanges = exchanges.saturating_add(u16::from(exchange));
        }
    }
}

/// Moves what `from` thinks of `to`.
pub(in crate::engine) fn shift(
    play: &mut Play<'_>,
    from: ActorId,
    to: ActorId,
    by: i32,
    cause: Cause,
) {
    if from == to || !play.has(Ledger::Trust) {
        return;
    }
    let was = play.state.world.trust(from, to);
    let now = was.saturating_add(by).clamp(0, 100);
    if now != was {
        play.emit(
            cause,
            What::Trust(TrustEvent::Moved {
                from,
                to,
                by: now.saturating_sub(was),
                now,
            }),
        );
    }
}

/// A loss of political origin: between two actors of the technical community only the part that the insulation lets through.
pub(in crate::engine) fn political_loss(
    play: &mut Play<'_>,
    from: ActorId,
    to: ActorId,
    loss: i32,
    cause: Cause,
) {
    let scenario = play.scenario();
    let technical = [from, to]
        .iter()
        .all(|actor| scenario.actors[actor.index()].kind.is_technical());
    let loss = if technical {
        loss.saturating_mul(politicisation::insulation(play, from, to)) / 1000
    } else {
        loss
    };
    shift(play, from, to, loss.saturating_neg(), cause);
}

/// `giver` gave `receiver` something useful: trust grows, more so with repeated exchange across regions.
pub(in crate::engine) fn exchange(
    play: &mut Play<'_>,
    giver: ActorId,
    receiver: ActorId,
    cause: Cause,
) {
    if !play.has(Ledger::Trust) || giver == receiver {
        return;
    }
    let scenario = play.scenario();
    let (rules, actors) = (&scenario.trust, &scenario.actors);
    let apart = actors[giver.index()].region != actors[receiver.index()].region;
    let repeated = play.state.contact(giver, receiver).1 > 0;
    let gain = rules.exchange
        + if apart && repeated {
            rules.across_regions
        } else {
            0
        };
    play.emit(
        cause,
        What::Trust(TrustEvent::Contacted {
            a: giver,
            b: receiver,
            exchange: true,
        }),
    );
    shift(play, receiver, giver, gain, cause);
}

/// Two actors kept in touch.
pub(in crate::engine) fn keep_in_touch(play: &mut Play<'_>, a: ActorId, b: ActorId, cause: Cause) {
    let gain = play.scenario().trust.contact_gain;
    play.emit(
        cause,
        What::Trust(TrustEvent::Contacted {
            a,
            b,
            exchange: false,
        }),
    );
    shift(play, b, a, gain, cause);
    shift(play, a, b, gain / 2, cause);
}

/// Trust fades by a point a turn, down to the floor, between those who have had nothing to do with each other for long.
pub(in crate::engine) fn fade(play: &mut Play<'_>) {
    let scenario = play.scenario();
    let rules = &scenario.trust;
    if rules.fades_after == 0 {
        return;
    }
    let turn = play.state.turn();
    let is_known = |actor: ActorId| scenario.actors[actor.index()].kind != ActorKind::Adversary;
    for from in 0..scenario.actors.len() {
        for to in 0..scenario.actors.len() {
            let (from, to) = (ActorId::at(from), ActorId::at(to));
            let idle = turn.saturating_sub(play.state.contact(from, to).0);
            if from != to
                && i32::from(idle) >= rules.fades_after
                && play.state.world.trust(from, to) > rules.floor
            {
                let seated = |actor: ActorId| scenario.is_seated(actor);
                // Pairs in which nobody plays have their own lives; only what a seat neglects fades.
                if (seated(from) || seated(to)) && is_known(from) && is_known(to) {
                    shift(play, from, to, -1, Cause::Engine(EngineRule::Fading));
                }
            }
        }
    }
}

/// Trust moves towards where it rests, if the scenario says that it rests anywhere.
pub(in crate::engine) fn settle(play: &mut Play<'_>) {
    let scenario = play.scenario();
    let rules = &scenario.trust;
    let every = u16::try_from(rules.settles_every).unwrap_or(1).max(1);
    if rules.settles_by == 0 || !play.state.turn().is_multiple_of(every) {
        return;
    }
    for from in 0..scenario.actors.len() {
        for to in 0..scenario.actors.len() {
            let (from, to) = (ActorId::at(from), ActorId::at(to));
            let away = rules.settles_at - play.state.world.trust(from, to);
            if away != 0 {
                let by = away.clamp(-rules.settles_by, rules.settles_by);
                shift(play, from, to, by, Cause::Engine(EngineRule::Settling));
            }
        }
    }
}

/// How far what two others think of each other may lie from where trust starts.
const UNKNOWN: i32 = 15;

/// What one's own think is known, and what is thought of them felt as a tone; what others think of each other is drawn.
pub(in crate::engine) fn imagine(lens: &Lens<'_>, state: &mut State, draw: &Draw) {
    let scenario = lens.scenario();
    let turn = lens.turn();
    for from in scenario.actors.iter().map(|actor| actor.id) {
        for to in scenario.actors.iter().map(|actor| actor.id) {
            let words = [from, to].map(|actor| scenario.names.hash(Kind::Actor, actor.0));
            let mut die = draw.die(&words);
            let trust = match (lens.trust(from, to), lens.openness(from, to)) {
                (Some(trust), _) => trust,
                (None, Some(openness)) => {
                    let (low, high) = openness.range(scenario.trust.closed_below);
                    die.between(low, high)
                }
                (None, None) => {
                    let start = scenario.trust.start;
                    let (low, high) =
                        (start.saturating_sub(UNKNOWN), start.saturating_add(UNKNOWN));
                    die.between(low.max(0), high.min(100))
                }
            };
            *state.world_mut().trust_mut(from, to) = trust;
            // Others are taken to look after each other: their trust does not fade in anybody's imagination.
            let (last, exchanges) = lens.contact(from, to).unwrap_or((turn, 0));
            let (was_last, had) = state.contact_mut(from, to);
            (*was_last, *had) = (last, exchanges);
        }
    }
}
