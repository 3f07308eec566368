//! What a seat imagines of facts: who else holds what it holds, and how much of it is true.

use crate::engine::dice::Die;
use crate::engine::imagined::Draw;
use crate::engine::ledger::facts::Holding;
use crate::engine::ledger::facts::reads_advisories;
use crate::engine::lens::Lens;
use crate::engine::state::State;
use crate::model::id::Kind;
use crate::model::ledger::facts::Fact;
use crate::model::ledger::facts::FactKind;
use crate::model::ledger::facts::Truth;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;

/// Chance in per mille that another holds by itself what one holds: where the label lets the community read it, and where not.
const KNOWN_WIDELY: i32 = 250;
const KNOWN_NARROWLY: i32 = 50;

/// What one's own hold is known, and so is whom they had it from and sent it to; whether others have it all the same is drawn,
/// and so is how true it is where nobody has looked. What one does not hold, nobody holds: there is no imagining it.
pub(in crate::engine) fn imagine(lens: &Lens<'_>, state: &mut State, draw: &Draw) {
    let scenario = lens.scenario();
    for fact in &scenario.facts {
        for actor in &scenario.actors {
            *state.world_mut().holding_mut(actor.id, fact.id) = None;
        }
        state.world_mut().truths[fact.id.index()] = Truth::True;
        let Some(marking) = lens.marking(fact.id) else {
            continue;
        };
        let word = scenario.names.hash(Kind::Fact, fact.id.0);
        state.published[fact.id.index()] = lens.is_published(fact.id);
        state.exposed[fact.id.index()] = lens.is_exposed(fact.id);
        let mut own = lens.own_actors().filter_map(|own| lens.held(own, fact.id));
        let found = own.find_map(|held| held.finding);
        let world = state.world_mut();
        world.markings[fact.id.index()] = marking;
        world.truths[fact.id.index()] = found.unwrap_or_else(|| truth(fact, draw.die(&[word])));
        for actor in &scenario.actors {
            let held = if lens.is_own_actor(actor.id) {
                lens.held(actor.id, fact.id).copied()
            } else {
                let drawn = || {
                    let other = scenario.names.hash(Kind::Actor, actor.id.0);
                    let is_wide = matches!(marking, Marking::Tlp(Tlp::Clear | Tlp::Green))
                        && reads_advisories(scenario, actor.id);
                    let chance = if is_wide {
                        KNOWN_WIDELY
                    } else {
                        KNOWN_NARROWLY
                    };
                    let holds = draw.die(&[word, other]).per_mille(chance);
                    holds.then_some(Holding {
                        marking,
                        since: lens.turn(),
                        from: None,
                        derived: false,
                        finding: None,
                        can_derive: false,
                    })
                };
                lens.known_holding(actor.id, fact.id).or_else(drawn)
            };
            *world.holding_mut(actor.id, fact.id) = held;
        }
    }
    for breach in lens.own_breaches() {
        let count = &mut state.world_mut().breaches[breach.by.index()];
        *count = count.saturating_add(1);
        state.breaches.push(breach);
    }
}

/// How true something is that nobody has looked at: an indicator or a claim is wrong more often than a report.
fn truth(fact: &Fact, mut die: Die) -> Truth {
    let (wholly, partly) = match fact.kind {
        FactKind::Indicator | FactKind::Claim => (600, 200),
        FactKind::Report | FactKind::Assessment => (750, 150),
        FactKind::Victim => (900, 50),
    };
    match i32::try_from(die.below(1000)).unwrap_or(0) {
        lot if lot < wholly => Truth::True,
        lot if lot < wholly + partly => Truth::Partly,
        _ => Truth::False,
    }
}
