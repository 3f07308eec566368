//! What a seat can do: what is conceivable, what stands in the way, what it costs, and what it does.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::ledger::attribution::confidence;
use crate::engine::ledger::attribution::decided;
use crate::engine::ledger::attribution::event::Act;
use crate::engine::ledger::attribution::event::Event;
use crate::engine::ledger::attribution::event::Outcome;
use crate::engine::ledger::attribution::event::Worth;
use crate::engine::ledger::attribution::rules;
use crate::engine::ledger::attribution::rules::credence;
use crate::engine::ledger::attribution::rules::emit;
use crate::engine::ledger::norms;
use crate::engine::ledger::politicisation;
use crate::engine::ledger::politicisation::same_state;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::model::ActorId;
use crate::model::HypothesisId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::family::Family;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::ledger::attribution::Contribution;
use crate::model::ledger::attribution::Doctrine;
use crate::model::ledger::attribution::Gate;
use crate::model::ledger::shape::Few;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::roster::ActorKind;
use crate::model::time::ExerciseTime;

pub(super) fn family(act: Act) -> Family {
    match act {
        Act::AskRelease { .. } | Act::BriefAllies | Act::PublishReport { .. } => Family::Share,
        Act::Unnamed { .. } => Family::Condemn,
        Act::OpenCase { .. }
        | Act::SkipGate { .. }
        | Act::Contribute { .. }
        | Act::Name { .. }
        | Act::Demarche
        | Act::GoToCourt { .. } => Family::Escalate,
        Act::Preserve { .. } => Family::Contain,
        Act::AdoptDoctrine { .. }
        | Act::SetThreshold { .. }
        | Act::PassGate { .. }
        | Act::Defer => Family::Hold,
    }
}

pub(super) fn key(names: &Names, act: Act) -> Vec<u64> {
    let hypothesis = |id: HypothesisId| names.hash(Kind::Hypothesis, id.0);
    match act {
        Act::AdoptDoctrine { doctrine } => vec![1, doctrine as u64],
        Act::SetThreshold { certainty } => vec![2, certainty as u64],
        Act::OpenCase { hypothesis: of } => vec![3, hypothesis(of)],
        Act::PassGate { of, gate } => vec![4, names.hash(Kind::Actor, of.0), gate as u64],
        Act::SkipGate { gate } => vec![5, gate as u64],
        Act::Contribute {
            hypothesis: of,
            how,
        } => vec![6, hypothesis(of), how as u64],
        Act::AskRelease { fact } => vec![7, names.hash(Kind::Fact, fact.0)],
        Act::Preserve { fact } => vec![8, names.hash(Kind::Fact, fact.0)],
        Act::BriefAllies => vec![9],
        Act::Name { cites } => vec![10, u64::from(cites.0)],
        Act::Unnamed { cites } => vec![11, u64::from(cites.0)],
        Act::Demarche => vec![12],
        Act::Defer => vec![13],
        Act::PublishReport { hypothesis: of } => vec![14, hypothesis(of)],
        Act::GoToCourt { hypothesis: of } => vec![15, hypothesis(of)],
    }
}

pub(super) fn cost(lens: &Lens<'_>, act: Act) -> Cost {
    let rules = &lens.scenario().book.attribution;
    let gate = |of: Option<ActorId>, gate: Gate| {
        let mut procedures = lens.book().attribution.sheet.procedures.iter();
        let steps = procedures
            .find(|row| of.map_or_else(|| lens.is_own_actor(row.of), |of| row.of == of))
            .map(|row| &row.steps);
        let step = steps.and_then(|steps| steps.iter().find(|step| step.gate == gate));
        step.map_or(rules.hours(gate), |step| step.hours)
    };
    let (hours, capital) = match act {
        Act::AdoptDoctrine { .. } => (rules.doctrine_hours, rules.doctrine_capital),
        Act::SetThreshold { .. } => (1, 0),
        Act::OpenCase { .. } => (gate(None, Gate::Request), 0),
        Act::PassGate { of, gate: which } => (gate(Some(of), which), 0),
        Act::SkipGate { .. } => (0, rules.skip_capital),
        Act::Contribute { how, .. } => match how {
            Contribution::Nothing => (0, 0),
            Contribution::Panel => (rules.panel_hours, 0),
            Contribution::Public | Contribution::Confidential => (rules.input_hours, 0),
        },
        Act::AskRelease { .. } => (rules.release_hours, 0),
        Act::Preserve { .. } => (rules.preserve_hours, 0),
        Act::BriefAllies => (rules.brief_hours, 0),
        Act::Name { .. } => (gate(None, Gate::Decision), rules.name_capital),
        Act::Unnamed { .. } => (gate(None, Gate::Decision), rules.unnamed_capital),
        Act::Demarche => (gate(None, Gate::Decision), rules.demarche_capital),
        Act::Defer => (gate(None, Gate::Decision), 0),
        Act::PublishReport { .. } => (rules.report_hours, 0),
        Act::GoToCourt { .. } => (rules.court_hours, 1),
    };
    Cost { hours, capital }
}

pub(super) fn take(play: &mut Play<'_>, seat: SeatId, act: Act, at: ExerciseTime, origin: Origin) {
    let scenario = play.scenario();
    let rules = &scenario.book.attribution;
    let own = scenario.seats[seat.index()].actor;
    let cause = origin.cause();
    let case = play.state.world.book.attribution.cases[own.index()];
    let end = |outcome, cites| (case, outcome, cites);
    let (case, outcome, cites) = match act {
        Act::Name { cites } => end(Outcome::Named, cites),
        Act::Unnamed { cites } => end(Outcome::Unnamed, cites),
        Act::Demarche => end(Outcome::Demarche, Few::default()),
        Act::Defer => end(Outcome::Deferred, Few::default()),
        Act::AdoptDoctrine { doctrine } => {
            let had = play.state.world.book.attribution.doctrines[own.index()];
            emit(play, cause, Event::DoctrineAdopted { by: own, doctrine });
            if had != Doctrine::Missing {
                // A policy that changes in a crisis is read as no policy.
                credence(play, own, -rules.skip_cost, Worth::Doctrine, cause);
            }
            return;
        }
        Act::SetThreshold { certainty } => {
            emit(play, cause, Event::ThresholdSet { by: own, certainty });
            return;
        }
        Act::OpenCase { hypothesis } => {
            let of = own;
            emit(play, cause, Event::CaseOpened { of, hypothesis });
            return;
        }
        Act::PassGate { of, gate } => return rules::pass(play, of, gate, own, cause),
        Act::SkipGate { gate } => {
            emit(play, cause, Event::GateSkipped { of: own, gate });
            return;
        }
        Act::Contribute { hypothesis, how } => {
            return contribute(play, own, hypothesis, how, cause);
        }
        Act::AskRelease { fact } => {
            let keys = rules::release_words(scenario, own, fact);
            let mut die = play
                .state
                .dice
                .of(Roll::Release, &keys, 0, play.state.turn(), 0);
            let most = rules.release_to.max(rules.release_from);
            let hours = die.between(rules.release_from, most);
            let due = at.plus(hours.saturating_mul(60));
            emit(play, cause, Event::ReleaseAsked { by: own, fact, due });
            return;
        }
        Act::Preserve { fact } => {
            emit(play, cause, Event::Preserved { by: own, fact });
            norms::note(play, own, Norm::Evidence, Bearing::Upheld, false, cause);
            return;
        }
        Act::BriefAllies => {
            let Some(case) = case else { return };
            let hypothesis = case.hypothesis;
            let accused = decided::accused(scenario, hypothesis);
            emit(
                play,
                cause,
                Event::AlliesBriefed {
                    by: own,
                    hypothesis,
                },
            );
            for other in decided::others(scenario, own, accused) {
                trust::shift(play, other, own, 1, cause);
            }
            return;
        }
        Act::PublishReport { hypothesis } => return report(play, own, hypothesis, cause),
        Act::GoToCourt { hypothesis } => {
            emit(
                play,
                cause,
                Event::CourtAsked {
                    by: own,
                    hypothesis,
                },
            );
            return;
        }
    };
    if let Some(case) = case {
        decided::decide(play, seat, case, outcome, cites, cause);
    }
}

/// A CERT says what it knows, or that it won't.
pub(super) fn contribute(
    play: &mut Play<'_>,
    cert: ActorId,
    hypothesis: HypothesisId,
    how: Contribution,
    cause: Cause,
) {
    let scenario = play.scenario();
    let rules = &scenario.book.attribution;
    let ministry = asking(play, cert, hypothesis);
    let points = confidence(&play.state.world, cert, hypothesis).points;
    let contributed = Event::Contributed {
        by: cert,
        hypothesis,
        how,
        to: ministry,
        points,
    };
    let no = emit(play, cause, contributed);
    let cause = Cause::Event(no);
    let threshold = play.state.world.book.attribution.thresholds[cert.index()];
    let is_below = threshold.is_some_and(|least| rules.certainty(points) < least);
    let region = scenario.actors[cert.index()].region;
    let peers = || {
        let actors = scenario.actors.iter();
        actors.filter(move |peer| {
            peer.kind == ActorKind::Cert && peer.region != region && peer.id != cert
        })
    };
    if is_below && how != Contribution::Nothing {
        credence(play, cert, -rules.doctrine_cost, Worth::Doctrine, cause);
    }
    let moved = &scenario.book.politicisation;
    let (by, why) = match how {
        Contribution::Public => (moved.quoted, politicisation::Why::Quoted),
        Contribution::Confidential => (moved.confidential, politicisation::Why::Confided),
        Contribution::Panel => (moved.panel, politicisation::Why::Panel),
        Contribution::Nothing => (-1, politicisation::Why::Declined),
    };
    politicisation::politicise(play, cert, by, why, cause);
    match how {
        Contribution::Public => {
            rules::move_public(play, hypothesis, points / 2, cause);
            for peer in peers() {
                trust::political_loss(play, peer.id, cert, rules.peer_cost, cause);
            }
        }
        Contribution::Confidential => {
            for peer in peers() {
                trust::political_loss(play, peer.id, cert, rules.peer_cost / 3, cause);
            }
        }
        Contribution::Panel => {
            rules::move_public(play, hypothesis, points / 5, cause);
            for peer in peers() {
                trust::shift(play, peer.id, cert, 1, cause);
            }
        }
        Contribution::Nothing => {
            if let Some(ministry) = ministry.filter(|_| !is_below) {
                trust::shift(play, ministry, cert, -rules.refusal_cost, cause);
            }
        }
    }
    if let Some(ministry) = ministry {
        rules::pass(play, ministry, Gate::Input, cert, cause);
    }
}

/// The ministry of the CERT's own state whose procedure is about a hypothesis.
fn asking(play: &Play<'_>, cert: ActorId, hypothesis: HypothesisId) -> Option<ActorId> {
    let state = &play.state.world.book.attribution;
    let mut procedures = state.sheet.procedures.iter().map(|procedure| procedure.of);
    procedures.find(|of| {
        same_state(play.scenario(), *of, cert)
            && state.cases[of.index()].is_some_and(|case| case.hypothesis == hypothesis)
    })
}

/// A firm's or a team's report: the public learns of it, states that were still deciding are overtaken, and those it may
/// accuse buy elsewhere.
fn report(play: &mut Play<'_>, by: ActorId, hypothesis: HypothesisId, cause: Cause) {
    let scenario = play.scenario();
    let rules = &scenario.book.attribution;
    let points = confidence(&play.state.world, by, hypothesis).points;
    let reported = Event::Reported {
        by,
        hypothesis,
        points,
    };
    let no = emit(play, cause, reported);
    let cause = Cause::Event(no);
    rules::move_public(play, hypothesis, points / 2, cause);
    let open: Vec<ActorId> = scenario
        .actors
        .iter()
        .map(|actor| actor.id)
        .filter(|of| {
            let case = play.state.world.book.attribution.cases[of.index()];
            *of != by && case.is_some_and(|case| case.hypothesis == hypothesis)
        })
        .collect();
    for of in open {
        let no = emit(play, cause, Event::Overtaken { of, by });
        let mut seats = scenario.seats.iter();
        if let Some(seat) = seats.find(|seat| seat.actor == of) {
            play.capital(seat.id, -rules.overtaken, Cause::Event(no));
        }
    }
    let home = scenario.actors[by.index()].region;
    let accused = decided::accused(scenario, hypothesis);
    let abroad = accused.and_then(|accused| scenario.actors[accused.index()].region);
    for other in scenario.actors.iter().filter(|other| other.id != by) {
        if other.region == abroad && abroad.is_some() && !other.kind.is_technical() {
            trust::shift(play, other.id, by, -rules.report_cost, cause);
        } else if other.kind == ActorKind::Cert && other.region == home {
            trust::shift(play, other.id, by, rules.report_gain, cause);
        }
    }
}
