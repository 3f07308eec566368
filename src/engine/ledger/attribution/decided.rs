//! What a decision costs and gains, and what comes back: answers, deterrence, and the day a wrong name is found out.
//!
//! Nothing here reaches the ledger of measures: that somebody was named never sanctions anybody.

use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::ledger::attribution::event::Answer;
use crate::engine::ledger::attribution::event::Event;
use crate::engine::ledger::attribution::event::Outcome;
use crate::engine::ledger::attribution::event::Worth;
use crate::engine::ledger::attribution::rules::certainty;
use crate::engine::ledger::attribution::rules::credence;
use crate::engine::ledger::attribution::rules::emit;
use crate::engine::ledger::attribution::showable;
use crate::engine::ledger::attribution::state::Case;
use crate::engine::ledger::attribution::state::Passed;
use crate::engine::ledger::attribution::state::Said;
use crate::engine::ledger::attribution::together;
use crate::engine::ledger::norms;
use crate::engine::ledger::politicisation;
use crate::engine::ledger::politicisation::same_state;
use crate::engine::ledger::spread;
use crate::engine::ledger::trust;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::HypothesisId;
use crate::model::SeatId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::attribution::Certainty;
use crate::model::ledger::attribution::Contribution;
use crate::model::ledger::attribution::Doctrine;
use crate::model::ledger::attribution::Gate;
use crate::model::ledger::facts::Truth;
use crate::model::ledger::shape::Few;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::roster::ActorKind;
use crate::model::scenario::Scenario;

/// Whose holdings the paper of a state draws on: its own, and those of a CERT that contributed.
pub(super) fn authors(scenario: &Scenario, world: &Readable, of: ActorId) -> Vec<ActorId> {
    let mut authors = vec![of];
    let state = &world.book.attribution;
    let Some(case) = &state.cases[of.index()] else {
        return authors;
    };
    let gave = |how| how != Contribution::Nothing;
    for actor in &scenario.actors {
        let how = state.contributed(actor.id, case.hypothesis);
        let own = same_state(scenario, actor.id, of) && actor.id != of;
        if own && how.is_some_and(gave) {
            authors.push(actor.id);
        }
    }
    authors
}

/// Whether the evidence somebody holds supports citing a norm against a hypothesis.
pub(super) fn supports<'h>(
    scenario: &Scenario,
    hypothesis: HypothesisId,
    norm: usize,
    held: impl Fn(crate::model::FactId) -> Option<&'h crate::engine::ledger::facts::Holding>,
) -> bool {
    let row = &scenario.book.attribution.hypotheses[hypothesis.index()];
    let mut norms = row.norms.iter();
    norms.any(|&(citable, fact)| {
        citable as usize == norm
            && held(fact).is_some_and(|held| held.finding != Some(Truth::False))
    })
}

/// A decision takes effect.
pub(super) fn decide(
    play: &mut Play<'_>,
    seat: SeatId,
    case: Case,
    outcome: Outcome,
    cites: Few,
    cause: Cause,
) {
    let scenario = play.scenario();
    let by = scenario.seats[seat.index()].actor;
    let hypothesis = case.hypothesis;
    let authors = authors(scenario, &play.state.world, by);
    let found = together(&play.state.world, &authors, hypothesis);
    let shown = showable(&play.state.world, by, hypothesis).points;
    let decided = Event::Decided {
        by,
        hypothesis,
        outcome,
        cites,
        shown,
        has_briefed: case.has_briefed,
    };
    let no = emit(play, cause, decided);
    let cause = Cause::Event(no);
    let rules = &scenario.book.attribution;
    let certainty = rules.certainty(found.points);
    keep_to_doctrine(play, by, outcome, cause);
    let skipped = i32::try_from(case.skipped()).unwrap_or(0);
    if outcome != Outcome::Deferred && skipped > 0 {
        credence(play, by, -skipped * rules.skip_cost, Worth::Skipped, cause);
    } else if outcome == Outcome::Named && certainty == Certainty::High
        || outcome == Outcome::Deferred && certainty == Certainty::Low
    {
        let why = if outcome == Outcome::Named {
            Worth::Procedure
        } else {
            Worth::Patience
        };
        credence(play, by, rules.procedure_gain, why, cause);
    }
    if matches!(outcome, Outcome::Named | Outcome::Unnamed) {
        cite(play, by, &case, &authors, cites, cause);
    }
    match outcome {
        Outcome::Named => named(play, by, &case, certainty, cause),
        Outcome::Unnamed => {
            for other in others(scenario, by, accused(scenario, hypothesis)) {
                trust::shift(play, other, by, rules.shared_line, cause);
            }
        }
        Outcome::Demarche => {
            norms::note(play, by, Norm::B, Bearing::Upheld, false, cause);
            if let Some(accused) = accused(scenario, hypothesis) {
                trust::political_loss(play, accused, by, rules.displeasure, cause);
            }
        }
        Outcome::Deferred => {
            let public = play.state.world.book.attribution.public[hypothesis.index()];
            if public >= rules.moderate {
                play.capital(seat, -rules.defer_capital, cause);
            }
        }
    }
}

/// Acting against one's own declared policy is noticed.
fn keep_to_doctrine(play: &mut Play<'_>, by: ActorId, outcome: Outcome, cause: Cause) {
    let doctrine = play.state.world.book.attribution.doctrines[by.index()];
    let is_against = matches!(
        (doctrine, outcome),
        (Doctrine::Reserves, Outcome::Named | Outcome::Unnamed)
            | (Doctrine::Together, Outcome::Named)
    );
    if is_against {
        let cost = play.scenario().book.attribution.doctrine_cost;
        credence(play, by, -cost, Worth::Doctrine, cause);
    }
}

/// Norms that are cited: noted against the accused, as contested, where the evidence supports it; a cost to credence where not.
fn cite(
    play: &mut Play<'_>,
    by: ActorId,
    case: &Case,
    authors: &[ActorId],
    cites: Few,
    cause: Cause,
) {
    let scenario = play.scenario();
    let rules = &scenario.book.attribution;
    let times = if case.at(Gate::Legal) == Passed::Skipped {
        2
    } else {
        1
    };
    for norm in cites.places() {
        let is_supported = supports(scenario, case.hypothesis, norm, |fact| {
            let mut held = authors.iter();
            held.find_map(|actor| play.state.world.holding(*actor, fact))
        });
        if !is_supported {
            credence(
                play,
                by,
                -times * rules.citation_cost,
                Worth::Citation,
                cause,
            );
            continue;
        }
        let known = Norm::ALL.get(norm).copied();
        let accused = accused(scenario, case.hypothesis);
        if let (Some(norm), Some(accused)) = (known, accused) {
            norms::note(play, accused, norm, Bearing::Strained, true, cause);
        }
    }
}

fn named(play: &mut Play<'_>, by: ActorId, case: &Case, certainty: Certainty, cause: Cause) {
    let scenario = play.scenario();
    let rules = &scenario.book.attribution;
    let accused = accused(scenario, case.hypothesis);
    let bearing = match certainty {
        Certainty::High if case.skipped() == 0 => Some(Bearing::Upheld),
        Certainty::Low => Some(Bearing::Strained),
        _ => None,
    };
    if let Some(bearing) = bearing {
        // Norm b asks to weigh all relevant information before saying who it was.
        norms::note(play, by, Norm::B, bearing, false, cause);
    }
    if let Some(accused) = accused {
        trust::political_loss(play, accused, by, rules.anger, cause);
    }
    for other in others(scenario, by, accused) {
        if case.has_briefed {
            trust::shift(play, other, by, rules.briefed, cause);
        } else {
            trust::political_loss(play, other, by, rules.surprise, cause);
        }
    }
    quote(play, by, case, cause);
}

/// A public attribution that draws on a CERT's work politicises it, however it was given.
fn quote(play: &mut Play<'_>, by: ActorId, case: &Case, cause: Cause) {
    let scenario = play.scenario();
    let quoted = scenario.book.politicisation.quoted;
    for actor in &scenario.actors {
        let how = play
            .state
            .world
            .book
            .attribution
            .contributed(actor.id, case.hypothesis);
        let own = same_state(scenario, actor.id, by);
        if own && matches!(how, Some(Contribution::Public | Contribution::Confidential)) {
            let why = politicisation::Why::Quoted;
            politicisation::politicise(play, actor.id, quoted, why, cause);
        }
    }
}

/// A text names somebody for whom there are hypotheses: where what its sponsor's state knows is low on each of them, the
/// sponsor's word pays as for a norm that the evidence does not support.
pub(in crate::engine) fn judge_name(
    play: &mut Play<'_>,
    by: ActorId,
    named: ActorId,
    cause: Cause,
) {
    if !play.has(Ledger::Attribution) {
        return;
    }
    let scenario = play.scenario();
    let rules = &scenario.book.attribution;
    let about = rules.hypotheses.iter().filter(|row| {
        let accuses = |accused| same_state(scenario, accused, named);
        row.accused.is_some_and(accuses)
    });
    let world = &play.state.world;
    let best = about.map(|row| {
        let told = |actor: &&crate::model::roster::Actor| {
            let how = world.book.attribution.contributed(actor.id, row.id);
            let gave = how.is_some_and(|how| how != Contribution::Nothing);
            actor.id == by || (gave && same_state(scenario, actor.id, by))
        };
        let authors: Vec<ActorId> = scenario
            .actors
            .iter()
            .filter(told)
            .map(|actor| actor.id)
            .collect();
        together(world, &authors, row.id).points
    });
    let is_bare = best
        .max()
        .is_some_and(|best| rules.certainty(best) == Certainty::Low);
    if is_bare {
        credence(play, by, -rules.citation_cost, Worth::Text, cause);
    }
}

/// Who is accused by a hypothesis, if anybody is.
pub(super) fn accused(scenario: &Scenario, hypothesis: HypothesisId) -> Option<ActorId> {
    scenario.book.attribution.hypotheses[hypothesis.index()].accused
}

/// Other states' ministries and governments, and bodies: those who might have been told before.
pub(super) fn others(scenario: &Scenario, by: ActorId, accused: Option<ActorId>) -> Vec<ActorId> {
    let speaks = |kind| {
        matches!(
            kind,
            ActorKind::Ministry | ActorKind::Government | ActorKind::Body
        )
    };
    let actors = scenario.actors.iter();
    actors
        .filter(|actor| speaks(actor.kind) && !same_state(scenario, actor.id, by))
        .filter(|actor| !accused.is_some_and(|accused| same_state(scenario, actor.id, accused)))
        .map(|actor| actor.id)
        .collect()
}

/// What comes of what was said, turns later.
pub(super) fn aftermath(play: &mut Play<'_>) {
    let rules = &play.scenario().book.attribution;
    let turn = play.state.turn();
    let after =
        |said: &Said, turns: i32| i32::from(turn) >= i32::from(said.turn).saturating_add(turns);
    for place in 0..play.state.world.book.attribution.said.len() {
        let said = play.state.world.book.attribution.said[place];
        let speaks = said.outcome != Outcome::Deferred && said.outcome != Outcome::Unnamed;
        if speaks && !said.is_answered && after(&said, rules.answer_after) {
            answer(play, &said);
        }
        if said.outcome == Outcome::Named {
            if !said.is_weighed && after(&said, rules.deter_after) {
                deter(play, &said);
            }
            if !said.is_found && said.turn < turn {
                find_wrong(play, &said);
            }
        }
    }
}

fn words(play: &Play<'_>, said: &Said) -> [u64; 2] {
    let names = &play.scenario().names;
    [
        names.hash(Kind::Actor, said.by.0),
        names.hash(Kind::Hypothesis, said.hypothesis.0),
    ]
}

/// The accused always answers: the more there is to show the less it pays to ask for it, and the more stand together the less
/// it pays to accuse one of them.
fn answer(play: &mut Play<'_>, said: &Said) {
    let scenario = play.scenario();
    let rules = &scenario.book.attribution;
    let Some(accused) = accused(scenario, said.hypothesis) else {
        return;
    };
    let breadth = breadth(play, said);
    let shown = u64::try_from(said.shown.clamp(0, 100)).unwrap_or(0);
    let weights = [
        300 + shown * 5,
        100 + (100 - shown) * 6,
        500 / (1 + breadth),
    ];
    let keys = words(play, said);
    let turn = play.state.turn();
    let mut die = play.state.dice.of(Roll::Accused, &keys, 0, turn, 0);
    let answers = [Answer::Denies, Answer::AsksForProof, Answer::CounterAccuses];
    let answer = answers[die.weighted(weights.into_iter()).min(2)];
    let answered = Event::Answered {
        by: said.by,
        hypothesis: said.hypothesis,
        accused,
        answer,
    };
    let no = emit(play, Cause::Engine(EngineRule::AccusedAnswers), answered);
    let cause = Cause::Event(no);
    if said.outcome != Outcome::Named {
        return;
    }
    match answer {
        Answer::AsksForProof => {
            // It shows what it may show now, released since or not.
            let now = showable(&play.state.world, said.by, said.hypothesis).points;
            if certainty(scenario, now) == Certainty::Low {
                credence(play, said.by, -rules.proof_cost, Worth::Proof, cause);
            } else {
                credence(play, said.by, rules.procedure_gain, Worth::Shown, cause);
            }
        }
        Answer::CounterAccuses => {
            let mut seats = scenario.seats.iter();
            if let Some(seat) = seats.find(|seat| seat.actor == said.by) {
                play.capital(seat.id, -1, cause);
            }
            trust::political_loss(play, accused, said.by, rules.displeasure, cause);
        }
        Answer::Denies => {}
    }
}

/// How many others stand with who named: those who said something in public on the same, and allies who were told before.
fn breadth(play: &Play<'_>, said: &Said) -> u64 {
    let all = play.state.world.book.attribution.said.iter();
    let with = all.filter(|other| {
        let is_public = matches!(other.outcome, Outcome::Named | Outcome::Unnamed);
        is_public && other.by != said.by && other.hypothesis == said.hypothesis
    });
    let briefed = if said.has_briefed { 2 } else { 0 };
    u64::try_from(with.count()).unwrap_or(0) + briefed
}

/// Being named may slow somebody down, a little and late, if it was them.
fn deter(play: &mut Play<'_>, said: &Said) {
    let scenario = play.scenario();
    let rules = &scenario.book.attribution;
    let keys = words(play, said);
    let is_true = play.state.world.book.attribution.truths[said.hypothesis.index()];
    let die = &mut play.state.dice.of(Roll::Deters, &keys, 0, 0, 0);
    let deterred = die.per_mille(rules.deter) && is_true;
    let weighed = Event::Weighed {
        by: said.by,
        hypothesis: said.hypothesis,
        deterred,
    };
    let no = emit(play, Cause::Engine(EngineRule::Deterrence), weighed);
    if !deterred || !play.has(Ledger::Spread) {
        return;
    }
    let region = scenario.actors[said.by.index()].region;
    let until = play.state.turn().saturating_add(2);
    for zone in &scenario.spread.zones {
        if zone.region == region {
            spread::slow(play, zone.id, rules.deterred, until, Cause::Event(no));
        }
    }
}

/// A name that was wrong comes to light sooner or later, and costs dearly.
fn find_wrong(play: &mut Play<'_>, said: &Said) {
    let scenario = play.scenario();
    let rules = &scenario.book.attribution;
    if play.state.world.book.attribution.truths[said.hypothesis.index()] {
        return;
    }
    let keys = words(play, said);
    let turn = play.state.turn();
    let die = &mut play.state.dice.of(Roll::FoundWrong, &keys, 0, turn, 0);
    if !die.per_mille(rules.found_wrong) {
        return;
    }
    let found = Event::FoundWrong {
        by: said.by,
        hypothesis: said.hypothesis,
    };
    let no = emit(play, Cause::Engine(EngineRule::Unmasking), found);
    let cause = Cause::Event(no);
    credence(play, said.by, -rules.found_cost, Worth::Wrong, cause);
    norms::note(play, said.by, Norm::B, Bearing::Strained, false, cause);
    let accused = accused(scenario, said.hypothesis);
    for other in others(scenario, said.by, None) {
        let times = if Some(other) == accused { 2 } else { 1 };
        trust::political_loss(play, other, said.by, times * rules.found_trust, cause);
    }
}
