//! Spread: organisations exposed, compromised and contained, zone by zone.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::What;
use crate::engine::imagined::Draw;
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
        SpreadEvent::Frozen { zone, on } => world.zones[zone.index()].frozen = on,
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
            slowed += worth * freshness(fact.half_life, world.turn.saturating_sub(since)) / 1000;
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
    let before: Vec<ZoneState> = play.state.world.zones.clone();
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
        i64::from(slowed) * i64::from(guard) / 1000
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
}

/// The odds, in per mille, that a zone's owner acts on a request: trust, and whether the request names what to look for.
pub(in crate::engine) fn request_odds(
    scenario: &Scenario,
    world: &Readable,
    zone: &Zone,
    asker: ActorId,
) -> i32 {
    let trust = zone.owner.map_or(60, |owner| {
        if owner == asker {
            100
        } else {
            world.trust(owner, asker)
        }
    });
    let complete = names_what(scenario, world, zone.id, asker);
    odds(trust, complete)
}

/// The odds, in per mille, for an owner's trust in whoever asks, and a request that names what to look for or does not.
pub(in crate::engine) fn odds(trust: i32, complete: bool) -> i32 {
    let complete = if complete { 200 } else { 0 };
    trust
        .saturating_mul(5)
        .saturating_add(250 + complete)
        .clamp(50, 950)
}

/// Whether an actor can name what to look for in a zone.
pub(in crate::engine) fn names_what(
    scenario: &Scenario,
    world: &Readable,
    zone: ZoneId,
    asker: ActorId,
) -> bool {
    scenario.facts.iter().any(|fact| {
        fact.guards.iter().any(|(guarded, _)| *guarded == zone)
            && world.holding(asker, fact.id).is_some()
    })
}

/// A request for containment: the owner acts in full, by half, or not at all.
pub(in crate::engine) fn request(
    play: &mut Play<'_>,
    zone: ZoneId,
    asker: ActorId,
    origin: Origin,
) {
    let scenario = play.scenario();
    let row = &scenario.spread.zones[zone.index()];
    let odds = request_odds(scenario, &play.state.world, row, asker);
    let words = [
        scenario.names.hash(Kind::Zone, zone.0),
        scenario.names.hash(Kind::Actor, asker.0),
    ];
    let mut die = play
        .state
        .dice
        .of(Roll::Request, &words, 0, play.state.turn(), 0);
    let full = scenario.spread.contain_units;
    let units = match (die.per_mille(odds), die.per_mille(odds)) {
        (true, true) => full,
        (true, false) => (full + 1) / 2,
        (false, _) => 0,
    };
    let units = units.min(play.state.world.zones[zone.index()].compromised);
    let answered = SpreadEvent::RequestAnswered {
        zone,
        by_owner: row.owner,
        asker,
        odds,
        units,
    };
    let no = play.emit(origin.cause(), What::Spread(answered));
    contain(play, zone, units, Cause::Event(no));
    if let Some(owner) = row.owner.filter(|owner| *owner != asker && units > 0) {
        super::trust::exchange(play, owner, asker, Cause::Event(no));
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
