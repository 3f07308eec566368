//! The situation as one seat sees it, in shares of a thousand.

use crate::engine::lens::Lens;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::text::SafeText;

/// The situation as one seat sees it. Shares are in per mille.
pub(super) struct Sight<'a> {
    /// The zone that is worst off, and the share of it that is compromised.
    pub(super) worst: Option<(&'a SafeText, i32)>,
    /// The people who are worst off, and how badly.
    pub(super) hurt: Option<(&'a SafeText, i32)>,
    /// How much of what the seat sees of its own standing is low.
    pub(super) low: i32,
}

impl<'a> Sight<'a> {
    pub(super) fn of(lens: &Lens<'a>, seat: SeatId) -> Self {
        let zones = lens
            .zones()
            .map(|(zone, _)| (&zone.name, burning(lens, zone.id)));
        let people = lens
            .communities()
            .map(|(community, (low, high), _)| (&community.name, severity(low, high)));
        Self {
            worst: zones.max_by_key(|(_, share)| *share),
            hurt: people.max_by_key(|(_, share)| *share),
            low: low(lens, seat),
        }
    }

    pub(super) fn alarm(&self) -> i32 {
        self.worst.map_or(0, |(_, share)| share)
    }

    pub(super) fn suffering(&self) -> i32 {
        self.hurt.map_or(0, |(_, share)| share)
    }
}

/// The share of a zone that is compromised now.
pub(super) fn burning(lens: &Lens<'_>, zone: ZoneId) -> i32 {
    lens.zone(zone).map_or(0, |state| {
        let share = i64::from(state.compromised) * 1000 / i64::from(state.total().max(1));
        i32::try_from(share).unwrap_or(1000)
    })
}

/// How bad a range of harm is: half of a thousand at fifty points, and never all of it.
pub(super) fn severity(low: i32, high: i32) -> i32 {
    let middle = i64::midpoint(i64::from(low), i64::from(high));
    i32::try_from(middle * 1000 / (middle + 50)).unwrap_or(1000)
}

fn low(lens: &Lens<'_>, seat: SeatId) -> i32 {
    let (mut seen, mut bad) = (0, 0);
    for (meter, value) in lens.meters() {
        let span = i64::from(meter.max) - i64::from(meter.min);
        let good = if meter.more_is_better {
            i64::from(value) - i64::from(meter.min)
        } else {
            i64::from(meter.max) - i64::from(value)
        };
        seen += 1;
        bad += i32::from(good * 3 <= span);
    }
    let start = lens.seat(seat).capital;
    if start > 0 {
        seen += 1;
        bad += i32::from(lens.capital(seat) * 3 <= start);
    }
    bad * 1000 / seen.max(1)
}
