//! How facts move: passed on, published, relabelled, verified, asked for.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::What;
use crate::engine::ledger::contacts;
use crate::engine::ledger::duties;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::facts::leaks::leaves_boundary;
use crate::engine::ledger::facts::learn;
use crate::engine::ledger::mandate;
use crate::engine::ledger::norms;
use crate::engine::ledger::politicisation;
use crate::engine::ledger::trust;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::id::Kind;
use crate::model::ledger::facts::Fact;
use crate::model::ledger::facts::FactKind;
use crate::model::ledger::facts::Truth;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::scenario::Scenario;

/// Passes a fact on. A breach is possible, and logged.
pub(in crate::engine) fn share(
    play: &mut Play<'_>,
    by: ActorId,
    fact: FactId,
    to: ActorId,
    tlp: Tlp,
    derived: bool,
    origin: Origin,
) {
    let cause = origin.cause();
    breach_if_outside(play, by, fact, to, tlp, derived, cause);
    if derived {
        expose(play, by, fact, cause);
    }
    if learn(play, to, fact, Marking::Tlp(tlp), Some(by), derived, cause) {
        contacts::take_in(play, by, fact, to, derived, cause);
        trust::exchange(play, by, to, cause);
        misfire(play, by, fact, to, cause);
    }
}

fn breach_if_outside(
    play: &mut Play<'_>,
    by: ActorId,
    fact: FactId,
    to: ActorId,
    tlp: Tlp,
    derived: bool,
    cause: Cause,
) {
    let scenario = play.scenario();
    if leaves_boundary(scenario, &play.state.world, by, fact, to, tlp, derived) {
        let label = play
            .state
            .world
            .holding(by, fact)
            .map_or(Marking::National, |holding| holding.marking);
        play.emit(
            cause,
            What::Facts(FactEvent::Breached {
                fact,
                by,
                to,
                label,
            }),
        );
        norms::note(play, by, Norm::Tlp, Bearing::Strained, false, cause);
    }
}

/// A weak derivation gives its source away, once, the first time it is passed on.
fn expose(play: &mut Play<'_>, by: ActorId, fact: FactId, cause: Cause) {
    let scenario = play.scenario();
    let row = &scenario.facts[fact.index()];
    let odds = row
        .derived
        .as_ref()
        .map_or(0, |derived| i32::from(derived.exposes));
    if play.state.exposed[fact.index()] || row.source == by {
        return;
    }
    let words = [
        scenario.names.hash(Kind::Fact, fact.0),
        scenario.names.hash(Kind::Actor, by.0),
    ];
    if play
        .state
        .dice
        .of(Roll::Exposure, &words, 0, 0, 0)
        .per_mille(odds)
    {
        let no = play.emit(cause, What::Facts(FactEvent::SourceExposed { fact, by }));
        let cost = scenario.fact_rules.breach_cost / 2;
        trust::shift(play, row.source, by, -cost, Cause::Event(no));
    }
}

/// Acting on an indicator that nobody verified and that is not what it seems hits something else.
fn misfire(play: &mut Play<'_>, by: ActorId, fact: FactId, to: ActorId, cause: Cause) {
    let scenario = play.scenario();
    let row = &scenario.facts[fact.index()];
    let verified = play
        .state
        .world
        .holding(by, fact)
        .is_some_and(|holding| holding.finding.is_some());
    if row.kind != FactKind::Indicator
        || play.state.world.truths[fact.index()] == Truth::True
        || verified
    {
        return;
    }
    let zone = scenario
        .spread
        .zones
        .iter()
        .find(|zone| zone.cert == Some(to) || zone.owner == Some(to));
    let Some(zone) = zone else { return };
    let words = [
        scenario.names.hash(Kind::Fact, fact.0),
        scenario.names.hash(Kind::Actor, to.0),
    ];
    if play
        .state
        .dice
        .of(Roll::Misfire, &words, 0, 0, 0)
        .per_mille(scenario.fact_rules.misfire)
    {
        let misfired = FactEvent::Misfired {
            fact,
            from: by,
            at: to,
            zone: zone.id,
        };
        let no = play.emit(cause, What::Facts(misfired));
        trust::shift(
            play,
            to,
            by,
            -scenario.fact_rules.breach_cost / 3,
            Cause::Event(no),
        );
    }
}

/// Whether an actor reads advisories: the technical community does, and whoever runs systems that could be hit.
pub(in crate::engine) fn reads_advisories(scenario: &Scenario, actor: ActorId) -> bool {
    let mut zones = scenario.spread.zones.iter();
    scenario.actors[actor.index()].kind.is_technical()
        || zones.any(|zone| zone.owner == Some(actor))
}

/// Publishes a fact to the technical community.
pub(in crate::engine) fn advise(
    play: &mut Play<'_>,
    by: ActorId,
    fact: FactId,
    derived: bool,
    origin: Origin,
) {
    let scenario = play.scenario();
    let row = &scenario.facts[fact.index()];
    let tlp = if derived {
        row.derived
            .as_ref()
            .map_or(Tlp::Green, |derived| derived.tlp)
    } else {
        match play
            .state
            .world
            .holding(by, fact)
            .map(|holding| holding.marking)
        {
            Some(Marking::Tlp(tlp)) => tlp,
            _ => Tlp::Green,
        }
    };
    let no = play.emit(
        origin.cause(),
        What::Facts(FactEvent::Published { fact, by, derived }),
    );
    if derived {
        expose(play, by, fact, Cause::Event(no));
    }
    names_a_victim(play, by, fact, tlp, derived, Cause::Event(no));
    for actor in &scenario.actors {
        if reads_advisories(scenario, actor.id)
            && actor.id != by
            && learn(
                play,
                actor.id,
                fact,
                Marking::Tlp(tlp),
                Some(by),
                derived,
                Cause::Event(no),
            )
        {
            misfire(play, by, fact, actor.id, Cause::Event(no));
        }
    }
}

/// To name a victim in an advisory without its leave is a breach, whatever the label.
fn names_a_victim(
    play: &mut Play<'_>,
    by: ActorId,
    fact: FactId,
    tlp: Tlp,
    derived: bool,
    cause: Cause,
) {
    let scenario = play.scenario();
    let row = &scenario.facts[fact.index()];
    let Some(victim) = row
        .owner
        .filter(|_| row.kind == FactKind::Victim && !derived)
    else {
        return;
    };
    let mut readers = scenario
        .actors
        .iter()
        .filter(|actor| ![by, victim].contains(&actor.id) && reads_advisories(scenario, actor.id));
    if let Some(reader) = readers.next() {
        breach_if_outside(play, by, fact, reader.id, tlp, derived, cause);
    }
}

/// Who was named without its leave, and others of its kind in its region, say less from then on: what is left, in per mille.
fn candour_of_the_named(play: &Play<'_>, of: ActorId) -> i32 {
    let scenario = play.scenario();
    let own = &scenario.actors[of.index()];
    let was_named = play.state.breaches.iter().any(|breach| {
        let row = &scenario.facts[breach.fact.index()];
        let victim = row
            .owner
            .filter(|_| breach.found && row.kind == FactKind::Victim);
        victim.is_some_and(|victim| {
            let victim = &scenario.actors[victim.index()];
            victim.kind == own.kind && victim.region == own.region
        })
    });
    if was_named {
        1000 - scenario.fact_rules.victim_silence
    } else {
        1000
    }
}

/// Asks the source (or the victim) for a wider label; it agrees by trust, and answers the same turn.
pub(in crate::engine) fn ask_relabel(
    play: &mut Play<'_>,
    by: ActorId,
    fact: FactId,
    tlp: Tlp,
    origin: Origin,
) {
    let scenario = play.scenario();
    let asked = answers_for(&scenario.facts[fact.index()]);
    let odds = relabel_odds(
        scenario.fact_rules.relabel_odds,
        play.state.world.trust(asked, by),
    );
    let words = [
        scenario.names.hash(Kind::Fact, fact.0),
        scenario.names.hash(Kind::Actor, by.0),
    ];
    let odds = odds * politicisation::answers(play, by, asked) / 1000;
    let agrees = play
        .state
        .dice
        .of(Roll::Relabel, &words, 0, play.state.turn(), 0)
        .per_mille(odds);
    let event = if agrees {
        FactEvent::Relabelled { fact, tlp }
    } else {
        FactEvent::RelabelRefused {
            fact,
            by: asked,
            to: by,
        }
    };
    play.emit(origin.cause(), What::Facts(event));
}

/// Whose leave a wider label needs: the source's, or the victim's if it is one's name.
pub(in crate::engine) fn answers_for(fact: &Fact) -> ActorId {
    match (fact.kind, fact.owner) {
        (FactKind::Victim, Some(owner)) => owner,
        _ => fact.source,
    }
}

/// The odds that a source agrees to a wider label, in per mille.
pub(in crate::engine) fn relabel_odds(base: i32, trust: i32) -> i32 {
    trust.saturating_mul(8).saturating_add(base).clamp(0, 950)
}

/// Verifies a fact: the analyst learns how true it is.
pub(in crate::engine) fn analyse(play: &mut Play<'_>, by: ActorId, fact: FactId, origin: Origin) {
    let finding = play.state.world.truths[fact.index()];
    play.emit(
        origin.cause(),
        What::Facts(FactEvent::Verified { fact, by, finding }),
    );
}

/// The odds that somebody without a seat answers, per mille: by trust, and by who asks and how.
pub(in crate::engine) fn answer_odds(trust: i32, weight: i32) -> i32 {
    trust.saturating_mul(8).saturating_add(150 + weight)
}

/// Asks an actor what it knows. One without a seat answers by trust with something it may pass on; one with a seat reads the
/// request and decides.
pub(in crate::engine) fn ask(play: &mut Play<'_>, by: ActorId, of: ActorId, origin: Origin) {
    let scenario = play.scenario();
    let no = play.emit(origin.cause(), What::Facts(FactEvent::Asked { of, by }));
    if scenario.is_seated(of) {
        return;
    }
    let words = [
        scenario.names.hash(Kind::Actor, of.0),
        scenario.names.hash(Kind::Actor, by.0),
    ];
    let turn = play.state.turn();
    let trusts = play.state.world.trust(of, by);
    let open = politicisation::answers(play, by, of);
    let may: Vec<(FactId, Tlp, bool)> = scenario
        .facts
        .iter()
        .filter_map(|fact| {
            let holding = play.state.world.holding(of, fact.id)?;
            let Marking::Tlp(tlp) = holding.marking else {
                return None;
            };
            let derived = holding.derived;
            let world = &play.state.world;
            let kept = leaves_boundary(scenario, world, of, fact.id, by, tlp, derived);
            let new = world.holding(by, fact.id).is_none();
            (new && !kept).then_some((fact.id, tlp, derived))
        })
        .collect();
    // What is asked on the record is owed an answer.
    let weight = contacts::formal_weight(scenario, &play.state.world, by, of)
        + mandate::standing(scenario, &play.state.world.book, by)
        + mandate::reach(scenario, by, of);
    let agrees = play
        .state
        .dice
        .of(Roll::Answer, &words, 0, turn, 0)
        .per_mille(
            answer_odds(trusts, weight) * duties::candour(play, of) / 1000
                * candour_of_the_named(play, of)
                / 1000
                * open
                / 1000,
        );
    if may.is_empty() || !agrees {
        play.emit(Cause::Event(no), What::Declined { of, to: by });
        return;
    }
    let pick = play
        .state
        .dice
        .of(Roll::AnswerPick, &words, 0, turn, 0)
        .below(may.len() as u64);
    let (fact, tlp, derived) = may[usize::try_from(pick).unwrap_or(0)];
    learn(
        play,
        by,
        fact,
        Marking::Tlp(tlp),
        Some(of),
        derived,
        Cause::Event(no),
    );
    trust::exchange(play, of, by, Cause::Event(no));
}
