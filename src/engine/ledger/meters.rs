//! Meters: numbers the author names, moved by effects only and clamped to their range.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::event::What;
use crate::engine::imagined::Draw;
use crate::engine::lens::Lens;
use crate::engine::state::State;
use crate::engine::world::Readable;
use crate::model::MeterId;
use crate::model::id::Kind;

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
