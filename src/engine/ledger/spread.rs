//! Spread: organisations exposed, compromised and contained, zone by zone.

mod requests;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::adversary;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::What;
use crate::engine::imagined::Draw;
use crate::engine::ledger::measures;
use crate::engine::lens::Lens;
use crate::engine::state::State;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::ZoneId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::facts::Truth;
use crate::model::ledger::spread::Zone;
use crate::model::scenario::Scenario;

pub(in crate::engine) use requests::Asking;
pub(in crate::engine) use requests::broader;
pub(in crate::engine) use requests::names_what;
pub(in crate::engine) use requests::odds;
pub(in crate::engine) use requests::request;

/// What happens in zones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SpreadEvent {
    /// Exposed organisations became compromised; `from` is the zone it crossed from.
    Compromised {
        zone: ZoneId,
        by: i32,
        from: Option<ZoneId>,
    },
    /// Compromised organisations were contained.
    Contained { zone: ZoneId, by: i32 },
    /// Compromised organisations recovered to exposed.
    Reopened { zone: ZoneId, by: i32 },
    /// The rate is changed until the end of a turn, in per mille of the zone's own.
    Slowed { zone: ZoneId, to: i32, until: u16 },
    /// A hold order began or was lifted.
    Frozen { zone: ZoneId, on: bool },
    /// A request for containment was answered; `by` organisations will be cleaned at once.
    RequestAnswered {
        zone: ZoneId,
        by_owner: Option<ActorId>,
        asker: ActorId,
        odds: i32,
        units: i32,
    },
    /// New compromises while a hold order stands: `by` this turn, `sum` since it began.
    HoldCost { zone: ZoneId, by: i32, sum: i32 },
    /// An ally that watches the intruders asks not to take them down yet.
    Objected {
        zone: ZoneId,
        ally: ActorId,
        asker: ActorId,
    },
    /// An ally that watches the intruders has nothing against taking them down.
    Agreed {
        zone: ZoneId,
        ally: ActorId,
        asker: ActorId,
    },
    /// What an ally saw there was lost with a takedown it had objected to.
    Burned {
        zone: ZoneId,
        ally: ActorId,
        by: ActorId,
    },
}

/// What an ally that watches the intruders in a zone has said to taking them down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    Unasked,
    Objects,
    Agrees,
    /// It sees nothing there any more.
    Burned,
}

/// A zone's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneState {
    pub exposed: i32,
    pub compromised: i32,
    pub contained: i32,
    /// Per mille of the zone's own rate, until the end of a turn.
    pub slowed: Option<(i32, u16)>,
    pub frozen: bool,
    /// New compromises since the last hold order began, while it stood.
    pub held: i32,
    pub watch: Watch,
}

impl ZoneState {
    /// Organisations in all.
    pub fn total(&self) -> i32 {
        self.exposed
            .saturating_add(self.compromised)
            .saturating_add(self.contained)
    }
}

pub(in crate::engine) fn apply(world: &mut Readable, event: &SpreadEvent) {
    match *event {
        SpreadEvent::Compromised { zone, by, .. } => {
            let zone = &mut world.zones[zone.index()];
            zone.exposed = zone.exposed.saturating_sub(by);
            zone.compromised = zone.compromised.saturating_add(by);
        }
        SpreadEvent::Contained { zone, by } => {
            let zone = &mut world.zones[zone.index()];
            zone.compromised = zone.compromised.saturating_sub(by);
            zone.contained = zone.contained.saturating_add(by);
        }
        SpreadEvent::Reopened { zone, by } => {
            let zone = &mut world.zones[zone.index()];
            zone.compromised = zone.compromised.saturating_sub(by);
            zone.exposed = zone.exposed.saturating_add(by);
        }
        SpreadEvent::Slowed { zone, to, until } => {
            world.zones[zone.index()].slowed = Some((to, until));
        }
        SpreadEvent::Frozen { zone, on } => {
            let zone = &mut world.zones[zone.index()];
            zone.frozen = on;
            if on {
                zone.held = 0;
            }
        }
        SpreadEvent::HoldCost { zone, sum, .. } => world.zones[zone.index()].held = sum,
        SpreadEvent::Objected { zone, .. } => world.zones[zone.index()].watch = Watch::Objects,
        SpreadEvent::Agreed { zone, .. } => world.zones[zone.index()].watch = Watch::Agrees,
        SpreadEvent::Burned { zone, .. } => world.zones[zone.index()].watch = Watch::Burned,
        SpreadEvent::RequestAnswered { .. } => {}
    }
}

/// Makes exposed organisations compromised, or the other way round when negative.
pub(in crate::engine) fn infect(
    play: &mut Play<'_>,
    zone: ZoneId,
    by: i32,
    from: Option<ZoneId>,
    cause: Cause,
) {
    let now = play.state.world.zones[zone.index()];
    if by > 0 {
        let by = by.min(now.exposed);
        if by > 0 {
            play.emit(
                cause,
                What::Spread(SpreadEvent::Compromised { zone, by, from }),
            );
        }
    } else {
        let by = by.saturating_neg().min(now.compromised);
        if by > 0 {
            play.emit(cause, What::Spread(SpreadEvent::Reopened { zone, by }));
        }
    }
}

/// Slows the spread in a zone until the end of a turn, in per mille of its own rate. What slows it more already is left alone.
pub(in crate::engine) fn slow(
    play: &mut Play<'_>,
    zone: ZoneId,
    to: i32,
    until: u16,
    cause: Cause,
) {
    let turn = play.state.turn();
    let is_slower = play.state.world.zones[zone.index()]
        .slowed
        .is_some_and(|(now, end)| end >= turn && now <= to);
    if play.has(Ledger::Spread) && !is_slower {
        play.emit(cause, What::Spread(SpreadEvent::Slowed { zone, to, until }));
    }
}

/// Contains compromised organisations.
pub(in crate::engine) fn contain(play: &mut Play<'_>, zone: ZoneId, by: i32, cause: Cause) {
    let by = by.min(play.state.world.zones[zone.index()].compromised);
    if by > 0 {
        play.emit(cause, What::Spread(SpreadEvent::Contained { zone, by }));
    }
}

/// What the zone's defenders know leaves of the rate, in per mille: fresh, true facts that guard the zone and are held by
/// its owner or its CERT.
pub(in crate::engine) fn guarded(scenario: &Scenario, world: &Readable, zone: &Zone) -> i32 {
    let mut slowed = 0;
    for fact in scenario
        .facts
        .iter()
        .filter(|fact| world.truths[fact.id.index()] != Truth::False)
    {
        let Some(&(_, worth)) = fact.guards.iter().find(|(guarded, _)| *guarded == zone.id) else {
            continue;
        };
        let since = [zone.owner, zone.cert]
            .into_iter()
            .flatten()
            .filter_map(|actor| world.holding(actor, fact.id))
            .map(|holding| holding.since)
            .min();
        if let Some(since) = since {
            let fresh = worth * freshness(fact.half_life, world.turn.saturating_sub(since)) / 1000;
            let fresh = fresh * adversary::worth(scenario, world, fact.id) / 1000;
            slowed +=
                requests::broader(scenario, fresh, requests::breadth(scenario, world, fact.id));
        }
    }
    (1000 - slowed).max(scenario.spread.slowest)
}

/// How much an indicator is still worth after some turns, in per mille: half after each half-life.
pub(in crate::engine) fn freshness(half_life: u16, age: u16) -> i32 {
    if half_life == 0 {
        return 1000;
    }
    let halves = (age / half_life).min(10);
    let at = 1000 >> halves;
    at - at / 2 * i32::from(age % half_life) / i32::from(half_life)
}

/// One turn of spread: growth inside each zone, then crossings, all on the numbers at the start.
pub(in crate::engine) fn grow(play: &mut Play<'_>) {
    if !play.has(Ledger::Spread) {
        return;
    }
    let scenario = play.scenario();
    let turn = play.state.turn();
    if play.state.world.zones.is_empty() {
        return;
    }
    let before = play.state.world.zones.clone();
    let rate = |play: &Play<'_>, zone: ZoneId| -> i64 {
        let now = &before[zone.index()];
        let slowed = now
            .slowed
            .filter(|(_, until)| *until >= turn)
            .map_or(1000, |(to, _)| to);
        let guard = guarded(
            scenario,
            &play.state.world,
            &scenario.spread.zones[zone.index()],
        );
        let ready = measures::readied(scenario, &play.state.world, zone);
        i64::from(slowed) * i64::from(guard) / 1000 * ready / 1000
    };
    for zone in &scenario.spread.zones {
        let now = &before[zone.id.index()];
        let pressure = i64::from(now.compromised) * i64::from(zone.rate) * i64::from(now.exposed)
            / i64::from(now.total().max(1));
        let amount = pressure * rate(play, zone.id) / 1000;
        let word = scenario.names.hash(Kind::Zone, zone.id.0);
        let by = play
            .state
            .dice
            .of(Roll::Growth, &[word], 0, turn, 0)
            .thousandths(amount);
        infect(play, zone.id, by, None, Cause::Engine(EngineRule::Growth));
    }
    for link in &scenario.spread.links {
        let (from, to) = (&before[link.from.index()], &before[link.to.index()]);
        let pressure = i64::from(from.compromised) * i64::from(link.rate) * i64::from(to.exposed)
            / i64::from(to.total().max(1));
        let amount = pressure * rate(play, link.to) / 1000;
        let words = [
            scenario.names.hash(Kind::Zone, link.from.0),
            scenario.names.hash(Kind::Zone, link.to.0),
        ];
        let by = play
            .state
            .dice
            .of(Roll::Crossing, &words, 0, turn, 0)
            .thousandths(amount);
        infect(
            play,
            link.to,
            by,
            Some(link.from),
            Cause::Engine(EngineRule::Crossing),
        );
        if by > 0 {
            let cause = Cause::Engine(EngineRule::Crossing);
            super::tension::crossing(play, link.from, link.to, cause);
        }
    }
    count_holds(play, &before);
}

/// A hold has a price, and it is told: what was newly compromised where it stands.
fn count_holds(play: &mut Play<'_>, before: &[ZoneState]) {
    for zone in &play.scenario().spread.zones {
        let (was, now) = (
            before[zone.id.index()],
            play.state.world.zones[zone.id.index()],
        );
        let by = now.compromised.saturating_sub(was.compromised);
        if now.frozen && by > 0 {
            let cost = SpreadEvent::HoldCost {
                zone: zone.id,
                by,
                sum: now.held.saturating_add(by),
            };
            play.emit(Cause::Engine(EngineRule::Held), What::Spread(cost));
        }
    }
}

/// A zone in sight is as it shows; another has gone some way from its start.
pub(in crate::engine) fn imagine(lens: &Lens<'_>, state: &mut State, draw: &Draw) {
    let scenario = lens.scenario();
    for zone in &scenario.spread.zones {
        let now = &mut state.world_mut().zones[zone.id.index()];
        if let Some(seen) = lens.zone(zone.id) {
            *now = *seen;
            continue;
        }
        let word = scenario.names.hash(Kind::Zone, zone.id.0);
        let most = i64::from(now.exposed) * i64::from(lens.turn())
            / (2 * i64::from(lens.last_turn().max(1)));
        let hit = draw
            .die(&[word])
            .between(0, i32::try_from(most).unwrap_or(0));
        now.exposed = now.exposed.saturating_sub(hit);
        now.compromised = now.compromised.saturating_add(hit);
    }
}
