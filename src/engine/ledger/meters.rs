//! Meters: numbers the author names, moved by effects only and clamped to their range.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::What;
use crate::engine::imagined::Draw;
use crate::engine::lens::Lens;
use crate::engine::state::State;
use crate::engine::world::Readable;
use crate::model::MeterId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;

/// What happens to meters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MeterEvent {
    /// `by` is what really changed after clamping.
    Moved { meter: MeterId, by: i32, now: i32 },
}

pub(in crate::engine) fn apply(world: &mut Readable, event: &MeterEvent) {
    let MeterEvent::Moved { meter, now, .. } = event;
    world.meters[meter.index()] = *now;
}

/// Moves a meter inside its range; nothing happens if it is at the edge already.
pub(in crate::engine) fn shift(play: &mut Play<'_>, meter: MeterId, by: i32, cause: Cause) {
    let range = &play.scenario().meters[meter.index()];
    let was = play.state.world.meters[meter.index()];
    let now = was.saturating_add(by).clamp(range.min, range.max);
    if now != was {
        play.emit(
            cause,
            What::Meters(MeterEvent::Moved {
                meter,
                by: now.saturating_sub(was),
                now,
            }),
        );
    }
}

/// Meters with a rule of their own move towards where they rest.
pub(in crate::engine) fn settle(play: &mut Play<'_>) {
    if !play.has(Ledger::Meters) {
        return;
    }
    let turn = play.state.turn();
    for meter in &play.scenario().meters {
        let Some(settles) = meter.settles else {
            continue;
        };
        let away = settles
            .at
            .saturating_sub(play.state.world.meters[meter.id.index()]);
        if away == 0 || !turn.is_multiple_of(settles.every) {
            continue;
        }
        let far = away.saturating_abs();
        let part = i64::from(far) * i64::from(settles.share) / 1000;
        let by = settles
            .by
            .saturating_add(i32::try_from(part).unwrap_or(i32::MAX))
            .min(far);
        let by = if away > 0 { by } else { -by };
        shift(play, meter.id, by, Cause::Engine(EngineRule::Settling));
    }
}

/// A meter in sight is as it shows; another is somewhere around where it started.
pub(in crate::engine) fn imagine(lens: &Lens<'_>, state: &mut State, draw: &Draw) {
    let scenario = lens.scenario();
    for meter in &scenario.meters {
        let value = lens.meter(meter.id).unwrap_or_else(|| {
            let near = meter.max.saturating_sub(meter.min) / 4;
            let word = scenario.names.hash(Kind::Meter, meter.id.0);
            let (low, high) = (
                meter.start.saturating_sub(near),
                meter.start.saturating_add(near),
            );
            draw.die(&[word])
                .between(low.max(meter.min), high.min(meter.max))
        });
        state.world_mut().meters[meter.id.index()] = value;
    }
}
