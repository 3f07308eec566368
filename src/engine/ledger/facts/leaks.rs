//! The boundary of a label, and how leaving it comes to light.

use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::What;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::facts::answers_for;
use crate::engine::ledger::trust;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::id::Kind;
use crate::model::ledger::facts::FactKind;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::roster::ActorKind;
use crate::model::scenario::Scenario;

/// Whether passing a fact on would leave the boundary it was received under.
///
/// TLP 2.0 as FIRST defines it: `TLP:CLEAR` has no boundary; `TLP:GREEN` stays in the community; `TLP:AMBER` with the recipient's
/// organisation and its clients (for a team with national responsibility these include its constituents);
/// `TLP:AMBER+STRICT` and `TLP:RED` with the recipient. The source may do as it likes, but a victim's name needs the victim's leave.
pub(in crate::engine) fn leaves_boundary(
    scenario: &Scenario,
    world: &Readable,
    by: ActorId,
    fact: FactId,
    to: ActorId,
    tlp: Tlp,
    derived: bool,
) -> bool {
    let row = &scenario.facts[fact.index()];
    if derived {
        let floor = row
            .derived
            .as_ref()
            .map_or(Tlp::Green, |derived| derived.tlp);
        return tlp < floor || !is_inside(scenario, by, to, floor);
    }
    if row.kind == FactKind::Victim
        && row.owner.is_some_and(|owner| owner != by && owner != to)
        && world.markings[fact.index()] == row.marking
    {
        return true;
    }
    if row.source == by {
        return false;
    }
    match world.holding(by, fact).map(|holding| holding.marking) {
        Some(Marking::Tlp(held)) => {
            tlp < held || !(to == row.source || is_inside(scenario, by, to, held))
        }
        Some(Marking::National) | None => true,
    }
}

fn is_inside(scenario: &Scenario, by: ActorId, to: ActorId, label: Tlp) -> bool {
    let (from, to) = (&scenario.actors[by.index()], &scenario.actors[to.index()]);
    match label {
        Tlp::Clear => true,
        Tlp::Green => !matches!(to.kind, ActorKind::Press | ActorKind::Adversary),
        Tlp::Amber => match from.kind {
            ActorKind::Cert => {
                from.region == to.region
                    && (matches!(to.kind, ActorKind::Operator | ActorKind::Government)
                        || (to.kind.is_state()
                            && from.acts_for.is_some()
                            && same_state(scenario, by, to.id)))
            }
            ActorKind::Vendor => to.kind == ActorKind::Operator,
            _ => same_state(scenario, by, to.id),
        },
        Tlp::AmberStrict | Tlp::Red => false,
    }
}

/// Whether two actors act for the same state, or one for the other.
fn same_state(scenario: &Scenario, a: ActorId, b: ActorId) -> bool {
    let state = |actor: ActorId| scenario.actors[actor.index()].acts_for.unwrap_or(actor);
    state(a) == state(b)
}

/// Breaches come to light: the odds grow with the audience. It costs trust with the source, and some with everybody technical.
pub(in crate::engine) fn discover(play: &mut Play<'_>) {
    let scenario = play.scenario();
    let rules = &scenario.fact_rules;
    let turn = play.state.turn();
    for place in 0..play.state.breaches.len() {
        let breach = play.state.breaches[place];
        if breach.found {
            continue;
        }
        let audience = scenario
            .actors
            .iter()
            .filter(|actor| {
                play.state
                    .world
                    .holding(actor.id, breach.fact)
                    .is_some_and(|holding| holding.from == Some(breach.by))
            })
            .count();
        let odds = rules
            .discovery
            .saturating_mul(i32::try_from(audience.max(1)).unwrap_or(i32::MAX))
            .min(900);
        let words = [
            scenario.names.hash(Kind::Fact, breach.fact.0),
            scenario.names.hash(Kind::Actor, breach.by.0),
            scenario.names.hash(Kind::Actor, breach.to.0),
        ];
        if !play
            .state
            .dice
            .of(Roll::Discovery, &words, 0, turn, 0)
            .per_mille(odds)
        {
            continue;
        }
        let row = &scenario.facts[breach.fact.index()];
        let wronged = answers_for(row);
        let number = u16::try_from(place).unwrap_or(u16::MAX);
        let found = FactEvent::BreachFound {
            breach: number,
            fact: breach.fact,
            by: breach.by,
            source: wronged,
        };
        let no = play.emit(Cause::Engine(EngineRule::Discovery), What::Facts(found));
        trust::shift(
            play,
            wronged,
            breach.by,
            -rules.breach_cost,
            Cause::Event(no),
        );
        for actor in &scenario.actors {
            if actor.kind == ActorKind::Cert && actor.id != breach.by && actor.id != wronged {
                trust::shift(
                    play,
                    actor.id,
                    breach.by,
                    -rules.gossip_cost,
                    Cause::Event(no),
                );
            }
        }
    }
}
