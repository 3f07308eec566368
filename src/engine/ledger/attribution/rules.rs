//! How evidence is released, gates are passed and certainty moves.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::ledger::attribution::decided;
use crate::engine::ledger::attribution::event::Event;
use crate::engine::ledger::attribution::event::Outcome;
use crate::engine::ledger::attribution::event::Worth;
use crate::engine::ledger::attribution::state::Passed;
use crate::engine::ledger::attribution::together;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::norms;
use crate::engine::rejection::Rejection;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::HypothesisId;
use crate::model::id::Kind;
use crate::model::ledger::attribution::Certainty;
use crate::model::ledger::attribution::Effect;
use crate::model::ledger::attribution::Gate;
use crate::model::ledger::shape::Few;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::scenario::Scenario;

pub(super) fn emit(play: &mut Play<'_>, cause: Cause, event: Event) -> EventNo {
    play.emit(cause, What::Book(BookEvent::Attribution(event)))
}

/// The word for so many points.
pub(super) fn certainty(scenario: &Scenario, points: i32) -> Certainty {
    scenario.book.attribution.certainty(points)
}

/// Moves what others believe a state's word is worth.
pub(super) fn credence(play: &mut Play<'_>, actor: ActorId, by: i32, why: Worth, cause: Cause) {
    let was = play.state.world.book.attribution.credence[actor.index()];
    let now = was.saturating_add(by).clamp(0, 100);
    if now != was {
        let by = now.saturating_sub(was);
        emit(
            play,
            cause,
            Event::CredenceMoved {
                actor,
                by,
                now,
                why,
            },
        );
    }
}

/// Moves what an actor makes of a hypothesis beyond the facts it holds.
fn move_beyond(
    play: &mut Play<'_>,
    actor: ActorId,
    hypothesis: HypothesisId,
    by: i32,
    cause: Cause,
) {
    let was = play.state.world.book.attribution.beyond(actor, hypothesis);
    let now = was.saturating_add(by).clamp(-100, 100);
    if now != was {
        let by = now.saturating_sub(was);
        emit(
            play,
            cause,
            Event::ConfidenceMoved {
                actor,
                hypothesis,
                by,
                now,
            },
        );
    }
}

/// Moves what the public knows that speaks for a hypothesis.
pub(super) fn move_public(play: &mut Play<'_>, hypothesis: HypothesisId, by: i32, cause: Cause) {
    let was = play.state.world.book.attribution.public[hypothesis.index()];
    let now = was.saturating_add(by).clamp(0, 100);
    if now != was {
        let by = now.saturating_sub(was);
        emit(
            play,
            cause,
            Event::PublicMoved {
                hypothesis,
                by,
                now,
            },
        );
    }
}

pub(super) fn effect(
    play: &mut Play<'_>,
    effect: &Effect,
    origin: Origin,
) -> Result<(), Rejection> {
    let cause = origin.cause();
    match *effect {
        Effect::MoveConfidence {
            actor,
            hypothesis,
            by,
        } => {
            let by = play.amount(by, origin)?;
            move_beyond(play, actor, hypothesis, by, cause);
        }
        Effect::BuyCertainty {
            actor,
            hypothesis,
            by,
            leaks,
        } => {
            let by = play.amount(by, origin)?;
            let bought = Event::Bought {
                by: actor,
                hypothesis,
                leaks: leaks.clamp(0, 1000),
            };
            let no = emit(play, cause, bought);
            move_beyond(play, actor, hypothesis, by, Cause::Event(no));
            norms::note(
                play,
                actor,
                Norm::E,
                Bearing::Strained,
                false,
                Cause::Event(no),
            );
        }
        Effect::MovePublicEvidence { hypothesis, by } => {
            let by = play.amount(by, origin)?;
            move_public(play, hypothesis, by, cause);
        }
        Effect::MoveCredence { actor, by } => {
            let by = play.amount(by, origin)?;
            credence(play, actor, by, Worth::Told, cause);
        }
        Effect::AdoptDoctrine { actor, doctrine } => {
            emit(
                play,
                cause,
                Event::DoctrineAdopted {
                    by: actor,
                    doctrine,
                },
            );
        }
        Effect::OpenProcedure { actor, hypothesis } => {
            if play.state.world.book.attribution.cases[actor.index()].is_none() {
                let opened = Event::CaseOpened {
                    of: actor,
                    hypothesis,
                };
                emit(play, cause, opened);
            }
        }
        Effect::PassGate { actor, gate } => pass(play, actor, gate, actor, cause),
        Effect::GrantRelease { actor, fact } => answer_release(play, actor, fact, true, cause),
        Effect::PreserveFact { actor, fact } => {
            emit(play, cause, Event::Preserved { by: actor, fact });
        }
        Effect::AttributePublicly { actor, hypothesis } => {
            let said = Event::Decided {
                by: actor,
                hypothesis,
                outcome: Outcome::Named,
                cites: Few::default(),
                shown: 0,
                has_briefed: true,
            };
            emit(play, cause, said);
        }
    }
    Ok(())
}

/// A gate is passed, if it is waiting; with the paper goes what it says.
pub(super) fn pass(play: &mut Play<'_>, of: ActorId, gate: Gate, by: ActorId, cause: Cause) {
    let Some(case) = play.state.world.book.attribution.cases[of.index()] else {
        return;
    };
    if case.at(gate) != Passed::Waiting {
        return;
    }
    let no = emit(play, cause, Event::GatePassed { of, gate, by });
    if gate == Gate::Paper {
        let scenario = play.scenario();
        let authors = decided::authors(scenario, &play.state.world, of);
        let found = together(&play.state.world, &authors, case.hypothesis);
        let shown = super::showable(&play.state.world, of, case.hypothesis);
        let paper = Event::PaperWritten {
            of,
            points: found.points,
            shown: shown.points,
            certainty: certainty(scenario, found.points),
        };
        emit(play, Cause::Event(no), paper);
    }
}

/// Who may release a fact answers. What is released can be used in public; where there is a version without the source, that
/// is what goes out, as a tear-line.
fn answer_release(play: &mut Play<'_>, by: ActorId, fact: FactId, granted: bool, cause: Cause) {
    let answered = Event::ReleaseAnswered { by, fact, granted };
    let no = emit(play, cause, answered);
    let Some(holding) = play.state.world.holding(by, fact).copied() else {
        return;
    };
    if !granted {
        return;
    }
    let derived = play.scenario().facts[fact.index()].derived.as_ref();
    let learned = match derived {
        Some(version) if !holding.derived => FactEvent::Learned {
            actor: by,
            fact,
            marking: Marking::Tlp(version.tlp),
            from: None,
            derived: true,
        },
        _ => FactEvent::Learned {
            actor: by,
            fact,
            marking: Marking::Tlp(Tlp::Clear),
            from: None,
            derived: holding.derived,
        },
    };
    play.emit(Cause::Event(no), What::Facts(learned));
}

/// Releases whose time has come are answered.
pub(super) fn brief(play: &mut Play<'_>) {
    let scenario = play.scenario();
    let rules = &scenario.book.attribution;
    let now = scenario.turns[usize::from(play.state.turn())].from;
    let due = play.state.world.book.attribution.releases.clone();
    for release in due {
        if release.answer.is_some() || release.due > now {
            continue;
        }
        let source = scenario.facts[release.fact.index()].source;
        let odds = release_odds(
            rules.release_odds,
            rules.release_trust,
            play.state.world.trust(source, release.by),
        );
        let keys = release_words(scenario, release.by, release.fact);
        let mut die = play
            .state
            .dice
            .of(Roll::Release, &keys, 1, play.state.turn(), 0);
        let granted = die.per_mille(odds);
        let cause = Cause::Engine(EngineRule::TearLine);
        answer_release(play, release.by, release.fact, granted, cause);
    }
}

pub(super) fn release_words(scenario: &Scenario, by: ActorId, fact: FactId) -> [u64; 2] {
    [
        scenario.names.hash(Kind::Fact, fact.0),
        scenario.names.hash(Kind::Actor, by.0),
    ]
}

/// The odds that a release is granted, in per mille.
pub(super) fn release_odds(base: i32, per_point: i32, trust: i32) -> i32 {
    trust
        .saturating_mul(per_point)
        .saturating_add(base)
        .clamp(0, 950)
}

/// What moves by itself once a turn.
pub(super) fn resolve(play: &mut Play<'_>) {
    gates(play);
    decided::aftermath(play);
    leaks(play);
    courts(play);
}

/// Owners without a seat do their gates in their time.
fn gates(play: &mut Play<'_>) {
    let scenario = play.scenario();
    let turn = play.state.turn();
    let sheet = std::sync::Arc::clone(&play.state.world.book.attribution.sheet);
    for procedure in &sheet.procedures {
        let Some(case) = play.state.world.book.attribution.cases[procedure.of.index()] else {
            continue;
        };
        for step in &procedure.steps {
            let is_seated = scenario.is_seated(step.owner);
            let is_time = turn >= case.since.saturating_add(step.turns);
            if is_seated || !is_time || step.gate == Gate::Decision {
                continue;
            }
            let cause = Cause::Engine(EngineRule::GateTime);
            if step.gate == Gate::Input && case.input.is_none() {
                super::acts::contribute(
                    play,
                    step.owner,
                    case.hypothesis,
                    crate::model::ledger::attribution::Contribution::Confidential,
                    cause,
                );
            }
            pass(play, procedure.of, step.gate, step.owner, cause);
        }
    }
}

/// Certainty that was bought comes to light, or not yet.
fn leaks(play: &mut Play<'_>) {
    let scenario = play.scenario();
    let turn = play.state.turn();
    let bought = play.state.world.book.attribution.bought.clone();
    for one in bought.into_iter().filter(|one| !one.is_out) {
        let keys = [
            scenario.names.hash(Kind::Actor, one.by.0),
            scenario.names.hash(Kind::Hypothesis, one.hypothesis.0),
        ];
        let mut die = play.state.dice.of(Roll::Temptation, &keys, 0, turn, 0);
        if die.per_mille(one.leaks) {
            let out = Event::BoughtOut {
                by: one.by,
                hypothesis: one.hypothesis,
            };
            let no = emit(play, Cause::Engine(EngineRule::Unmasking), out);
            let cost = scenario.book.attribution.found_cost / 2;
            credence(play, one.by, -cost, Worth::Bought, Cause::Event(no));
        }
    }
}

/// Courts that have had their time find, or close the case.
fn courts(play: &mut Play<'_>) {
    let scenario = play.scenario();
    let rules = &scenario.book.attribution;
    let turn = i32::from(play.state.turn());
    let courts = play.state.world.book.attribution.courts.clone();
    for court in courts.into_iter().filter(|court| court.finds.is_none()) {
        if turn < i32::from(court.turn).saturating_add(rules.court_turns) {
            continue;
        }
        let state = &play.state.world.book.attribution;
        let kept = i32::try_from(state.for_court(court.hypothesis)).unwrap_or(0);
        let odds = if kept >= rules.court_needs {
            kept.saturating_mul(rules.court_odds).min(900)
        } else {
            0
        };
        let keys = [
            scenario.names.hash(Kind::Actor, court.by.0),
            scenario.names.hash(Kind::Hypothesis, court.hypothesis.0),
        ];
        let is_true = state.truths[court.hypothesis.index()];
        let mut die = play.state.dice.of(Roll::Court, &keys, 0, 0, 0);
        let finds = die.per_mille(odds) && is_true;
        let found = Event::CourtFound {
            by: court.by,
            hypothesis: court.hypothesis,
            finds,
        };
        let no = emit(play, Cause::Engine(EngineRule::CourtTime), found);
        if finds {
            let gain = rules.procedure_gain;
            credence(play, court.by, gain, Worth::Court, Cause::Event(no));
        }
    }
}
