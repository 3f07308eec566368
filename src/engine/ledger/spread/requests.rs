//! Containment belongs to whoever owns the systems: a CERT asks, and an owner, host or registrar acts, or does not.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::What;
use crate::engine::ledger::contacts;
use crate::engine::ledger::mandate;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::ledger::spread::Watch;
use crate::engine::ledger::spread::contain;
use crate::engine::ledger::trust;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::ZoneId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::facts::Truth;
use crate::model::ledger::spread::SpreadRules;
use crate::model::ledger::spread::Zone;
use crate::model::roster::ActorKind;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;

/// What the odds of a request for containment hang on.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) struct Asking {
    /// The trust of whoever can act in whoever asks, 0 to 100.
    pub(in crate::engine) trust: i32,
    /// It names what to look for.
    pub(in crate::engine) complete: bool,
    /// It comes in local working hours.
    pub(in crate::engine) awake: bool,
    /// It comes by a good path.
    pub(in crate::engine) path: bool,
    /// What the kind of team that asks adds, in per mille.
    pub(in crate::engine) authority: i32,
}

/// A request is acted on by path, trust, local hours and completeness: the odds in per mille (a quarter, half a point for each
/// point of trust, more if it names what to look for; less at night, and less without a path).
pub(in crate::engine) fn odds(rules: &SpreadRules, asking: Asking) -> i32 {
    let complete = if asking.complete {
        rules.completeness
    } else {
        0
    };
    let part = |is_good: bool, rest: i32| if is_good { 1000 } else { rest };
    let base = asking
        .trust
        .saturating_mul(5)
        .saturating_add(250 + complete + asking.authority);
    let awake = base.saturating_mul(part(asking.awake, rules.out_of_hours)) / 1000;
    let reached = awake.saturating_mul(part(asking.path, rules.no_path)) / 1000;
    reached.clamp(50, 950)
}

fn asking(play: &Play<'_>, zone: &Zone, asker: ActorId, at: ExerciseTime) -> Asking {
    let scenario = play.scenario();
    let world = &play.state.world;
    let other = zone.owner.filter(|owner| *owner != asker);
    Asking {
        trust: match zone.owner {
            None => 60,
            Some(owner) if owner == asker => 100,
            Some(owner) => world.trust(owner, asker),
        },
        complete: names_what(scenario, world, zone.id, asker),
        awake: other.is_none_or(|owner| scenario.local(owner).is_open(at)),
        path: !play.has(Ledger::Contacts)
            || other.is_none_or(|owner| contacts::is_path(scenario, world, asker, owner)),
        authority: mandate::authority(scenario, asker),
    }
}

/// Whether an actor can name what to look for in a zone.
pub(in crate::engine) fn names_what(
    scenario: &Scenario,
    world: &Readable,
    zone: ZoneId,
    asker: ActorId,
) -> bool {
    known_for(scenario, world, zone, asker).next().is_some()
}

fn known_for<'a>(
    scenario: &'a Scenario,
    world: &'a Readable,
    zone: ZoneId,
    asker: ActorId,
) -> impl Iterator<Item = FactId> + 'a {
    let facts = scenario.facts.iter().filter(move |fact| {
        fact.guards.iter().any(|(guarded, _)| *guarded == zone)
            && world.holding(asker, fact.id).is_some()
    });
    facts.map(|fact| fact.id)
}

/// Of CERTs, vendors and NGOs, how many of the three share a fact within the window: one if it has not been passed among them.
pub(super) fn breadth(scenario: &Scenario, world: &Readable, fact: FactId) -> i32 {
    let community = |kind: ActorKind| match kind {
        ActorKind::Cert => Some(0),
        ActorKind::Vendor => Some(1),
        ActorKind::Ngo => Some(2),
        _ => None,
    };
    let holders = || {
        scenario.actors.iter().filter_map(|actor| {
            let holding = world.holding(actor.id, fact)?;
            community(actor.kind).map(|kind| (kind, holding))
        })
    };
    let passed = holders().filter(|(_, holding)| holding.from.is_some());
    let Some(newest) = passed.map(|(_, holding)| i32::from(holding.since)).max() else {
        return 1;
    };
    let oldest = newest.saturating_sub(scenario.spread.breadth_window);
    let mut among = [false; 3];
    for (kind, holding) in holders() {
        // Who had it first counts, however long ago that was: it is the others that were told in time.
        among[kind] |= holding.from.is_none() || i32::from(holding.since) >= oldest;
    }
    i32::try_from(among.iter().filter(|is_in| **is_in).count())
        .unwrap_or(1)
        .max(1)
}

/// The same fact with CERTs, vendors and NGOs together does more than with each alone.
pub(in crate::engine) fn broader(scenario: &Scenario, amount: i32, breadth: i32) -> i32 {
    let gain = scenario.spread.breadth_gain.saturating_mul(breadth - 1);
    let more = i64::from(amount) * i64::from(gain) / 1000;
    amount.saturating_add(i32::try_from(more).unwrap_or(i32::MAX))
}

/// A request for containment: an ally that watches the intruders may object first; then whoever owns the systems acts in full,
/// by half, or not at all. What is shared by CERTs, vendors and NGOs makes each request do more.
pub(in crate::engine) fn request(
    play: &mut Play<'_>,
    zone: ZoneId,
    asker: ActorId,
    at: ExerciseTime,
    origin: Origin,
) {
    let scenario = play.scenario();
    let row = &scenario.spread.zones[zone.index()];
    if objects(play, row, asker, origin.cause()) {
        return;
    }
    let odds = odds(&scenario.spread, asking(play, row, asker, at));
    let words = [
        scenario.names.hash(Kind::Zone, zone.0),
        scenario.names.hash(Kind::Actor, asker.0),
    ];
    let mut die = play
        .state
        .dice
        .of(Roll::Request, &words, 0, play.state.turn(), 0);
    let world = &play.state.world;
    let shared = known_for(scenario, world, zone, asker)
        .filter(|fact| world.truths[fact.index()] != Truth::False)
        .map(|fact| breadth(scenario, world, fact))
        .max();
    let full = broader(scenario, scenario.spread.contain_units, shared.unwrap_or(1));
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
        trust::exchange(play, owner, asker, Cause::Event(no));
    }
    if units > 0 {
        burn(play, row, asker, Cause::Event(no));
    }
}

/// A takedown ends what an ally learns by watching: it is asked the first time, and may object. The request then waits to be
/// made again, over the objection.
fn objects(play: &mut Play<'_>, zone: &Zone, asker: ActorId, cause: Cause) -> bool {
    let scenario = play.scenario();
    let Some(ally) = zone.watched_by.filter(|ally| *ally != asker) else {
        return false;
    };
    // What an ally has in its sights is nobody's to foresee.
    if play.state.world.zones[zone.id.index()].watch != Watch::Unasked
        || play.state.imagined.is_some()
    {
        return false;
    }
    let words = [
        scenario.names.hash(Kind::Zone, zone.id.0),
        scenario.names.hash(Kind::Actor, ally.0),
    ];
    let mut die = play.state.dice.of(Roll::Objection, &words, 0, 0, 0);
    let zone = zone.id;
    let objects = die.per_mille(scenario.spread.objection);
    let said = if objects {
        SpreadEvent::Objected { zone, ally, asker }
    } else {
        SpreadEvent::Agreed { zone, ally, asker }
    };
    play.emit(cause, What::Spread(said));
    objects
}

/// A takedown over an ally's objection burns its collection, and its trust.
fn burn(play: &mut Play<'_>, zone: &Zone, by: ActorId, cause: Cause) {
    let Some(ally) = zone.watched_by else { return };
    if play.state.world.zones[zone.id.index()].watch == Watch::Objects {
        let burned = SpreadEvent::Burned {
            zone: zone.id,
            ally,
            by,
        };
        let no = play.emit(cause, What::Spread(burned));
        let cost = play.scenario().spread.burn_cost;
        trust::shift(play, ally, by, -cost, Cause::Event(no));
    }
}
