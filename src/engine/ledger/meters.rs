//! Meters: numbers the author names, moved by effects only and clamped to their range.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::event::What;
use crate::engine::world::Readable;
use crate::model::MeterId;

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
