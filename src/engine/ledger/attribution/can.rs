//! What a seat could do, and what stands in the way.

use crate::engine::ledger::attribution::decided::supports;
use crate::engine::ledger::attribution::event::Act;
use crate::engine::ledger::attribution::state::Passed;
use crate::engine::ledger::politicisation::same_state;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::HypothesisId;
use crate::model::SeatId;
use crate::model::ledger::attribution::Certainty;
use crate::model::ledger::attribution::Contribution;
use crate::model::ledger::attribution::Doctrine;
use crate::model::ledger::attribution::Gate;
use crate::model::ledger::shape::Few;
use crate::model::norm::Norm;
use crate::model::roster::SeatKind;

/// Every act a seat could think of now.
pub(super) fn conceivable(lens: &Lens<'_>, seat: SeatId, acts: &mut Vec<Act>) {
    let rules = &lens.scenario().book.attribution;
    if rules.hypotheses.is_empty() {
        return;
    }
    let own = lens.seat(seat).actor;
    let kind = lens.seat(seat).kind;
    let known = || {
        let all = rules.hypotheses.iter().map(|row| row.id);
        all.filter(|id| lens.knows_of(*id))
    };
    match kind {
        SeatKind::Ministry => ministry(lens, own, known(), acts),
        SeatKind::Cert => {
            acts.extend(
                Certainty::ALL
                    .iter()
                    .map(|&certainty| Act::SetThreshold { certainty }),
            );
            for hypothesis in known() {
                let how = Contribution::ALL.iter();
                acts.extend(how.map(|&how| Act::Contribute { hypothesis, how }));
            }
        }
        SeatKind::Vendor => {
            acts.extend(known().map(|hypothesis| Act::PublishReport { hypothesis }));
        }
        _ => {}
    }
    for (of, gate) in owned(lens, own) {
        if of != own && gate != Gate::Input {
            acts.push(Act::PassGate { of, gate });
        }
    }
    for fact in bearing(lens, own) {
        if kind == SeatKind::Ministry {
            acts.push(Act::AskRelease { fact });
        }
        if matches!(kind, SeatKind::Cert | SeatKind::Vendor) {
            acts.push(Act::Preserve { fact });
        }
    }
}

fn ministry(
    lens: &Lens<'_>,
    own: ActorId,
    known: impl Iterator<Item = HypothesisId> + Clone,
    acts: &mut Vec<Act>,
) {
    let doctrines = Doctrine::ALL.iter().skip(1);
    acts.extend(doctrines.map(|&doctrine| Act::AdoptDoctrine { doctrine }));
    acts.extend(known.clone().map(|hypothesis| Act::OpenCase { hypothesis }));
    acts.extend(known.map(|hypothesis| Act::GoToCourt { hypothesis }));
    let Some(case) = lens.book().attribution.cases[own.index()] else {
        return;
    };
    for &gate in &[Gate::Input, Gate::Paper, Gate::Legal] {
        acts.push(Act::PassGate { of: own, gate });
        acts.push(Act::SkipGate { gate });
    }
    acts.push(Act::BriefAllies);
    for cites in citations(lens, own, case.hypothesis) {
        acts.push(Act::Name { cites });
        acts.push(Act::Unnamed { cites });
    }
    acts.extend([Act::Demarche, Act::Defer]);
}

/// What one might cite: nothing, what the evidence at hand supports, and all that could be cited.
pub(super) fn citations(lens: &Lens<'_>, own: ActorId, hypothesis: HypothesisId) -> Vec<Few> {
    let row = &lens.scenario().book.attribution.hypotheses[hypothesis.index()];
    let (mut carried, mut all) = (Few::default(), Few::default());
    for &(norm, _) in &row.norms {
        let place = norm as usize;
        all = all.with(place);
        if supports(lens.scenario(), hypothesis, place, |fact| {
            lens.held(own, fact)
        }) {
            carried = carried.with(place);
        }
    }
    let mut sets = vec![Few::default(), carried, all];
    sets.dedup();
    sets
}

/// The gates of open procedures that are an actor's.
fn owned(lens: &Lens<'_>, own: ActorId) -> Vec<(ActorId, Gate)> {
    let state = &lens.book().attribution;
    let mut gates = Vec::new();
    for procedure in &state.sheet.procedures {
        if state.cases[procedure.of.index()].is_some() {
            let steps = procedure.steps.iter().filter(|step| step.owner == own);
            gates.extend(steps.map(|step| (procedure.of, step.gate)));
        }
    }
    gates
}

/// The facts an actor of one's own holds that bear on who did it.
fn bearing(lens: &Lens<'_>, own: ActorId) -> Vec<FactId> {
    let evidence = &lens.book().attribution.sheet.evidence;
    let held = lens.facts_of(own).map(|(fact, _)| fact.id);
    held.filter(|fact| evidence.iter().any(|row| row.fact == *fact))
        .collect()
}

/// What stands in the way of an act.
pub(super) fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
    let own = lens.seat(seat).actor;
    let kind = lens.seat(seat).kind;
    let state = &lens.book().attribution;
    let needs = |is: bool, key: &'static str| {
        if is {
            Ok(())
        } else {
            Err(Obstacle::Rule {
                key,
                actor: None,
                until: None,
            })
        }
    };
    if lens.turn() == 0 && !matches!(act, Act::AdoptDoctrine { .. } | Act::SetThreshold { .. }) {
        return Err(Obstacle::NotInPreparation);
    }
    let is_ministry = kind == SeatKind::Ministry;
    let case = state.cases[own.index()];
    match act {
        Act::AdoptDoctrine { doctrine } => {
            needs(is_ministry, "obstacle-ministry-only")?;
            needs(
                doctrine != Doctrine::Missing && state.doctrines[own.index()] != doctrine,
                "obstacle-doctrine-already",
            )
        }
        Act::SetThreshold { certainty } => {
            needs(kind == SeatKind::Cert, "obstacle-cert-only")?;
            needs(
                state.thresholds[own.index()] != Some(certainty),
                "obstacle-threshold-already",
            )
        }
        Act::OpenCase { hypothesis } => {
            needs(is_ministry, "obstacle-ministry-only")?;
            knows(lens, hypothesis)?;
            needs(
                state.doctrines[own.index()] != Doctrine::Missing,
                "obstacle-no-doctrine",
            )?;
            needs(case.is_none(), "obstacle-case-open")?;
            let mut said = state.said.iter();
            let is_settled = said.any(|said| {
                (said.by, said.hypothesis) == (own, hypothesis)
                    && said.outcome == super::Outcome::Named
            });
            needs(!is_settled, "obstacle-named-already")
        }
        Act::PassGate { of, gate } => {
            let is_mine = owned(lens, own).contains(&(of, gate));
            needs(is_mine, "obstacle-not-your-gate")?;
            needs(
                !matches!(gate, Gate::Request | Gate::Decision),
                "obstacle-not-your-gate",
            )?;
            let open = state.cases[of.index()];
            let waits = |gate| open.is_some_and(|case| case.at(gate) == Passed::Waiting);
            needs(waits(gate), "obstacle-gate-passed")?;
            // What comes in after the paper is written is in nobody's paper.
            needs(
                gate != Gate::Input || waits(Gate::Paper),
                "obstacle-paper-written",
            )
        }
        Act::SkipGate { gate } => {
            needs(is_ministry, "obstacle-ministry-only")?;
            let Some(case) = case else {
                return needs(false, "obstacle-no-case");
            };
            let may = matches!(gate, Gate::Input | Gate::Paper | Gate::Legal);
            needs(
                may && case.at(gate) == Passed::Waiting,
                "obstacle-gate-passed",
            )
        }
        Act::Contribute { hypothesis, how } => contribute(lens, own, kind, hypothesis, how),
        Act::AskRelease { fact } => {
            needs(is_ministry, "obstacle-ministry-only")?;
            let Some(held) = lens.held(own, fact) else {
                return Err(Obstacle::NotHeld);
            };
            needs(
                !state.is_showable(own, fact, held),
                "obstacle-released-already",
            )?;
            let mut asked = state.releases.iter();
            // A refusal stands: the same paper is not asked for twice.
            needs(
                !asked.any(|one| (one.by, one.fact) == (own, fact)),
                "obstacle-release-asked",
            )
        }
        Act::Preserve { fact } => {
            let Some(held) = lens.held(own, fact) else {
                return Err(Obstacle::NotHeld);
            };
            needs(
                !state.is_preserved_by(own, fact),
                "obstacle-preserved-already",
            )?;
            let within = lens.scenario().book.attribution.preserve_within;
            let last = i32::from(held.since).saturating_add(within);
            needs(i32::from(lens.turn()) < last, "obstacle-written-over")
        }
        Act::BriefAllies => {
            needs(is_ministry, "obstacle-ministry-only")?;
            let Some(case) = case else {
                return needs(false, "obstacle-no-case");
            };
            needs(!case.has_briefed, "obstacle-briefed-already")
        }
        Act::Name { .. } | Act::Unnamed { .. } | Act::Demarche | Act::Defer => {
            needs(is_ministry, "obstacle-ministry-only")?;
            let Some(case) = case else {
                return needs(false, "obstacle-no-case");
            };
            needs(act == Act::Defer || case.is_ripe(), "obstacle-gates-left")?;
            if let Act::Name { cites } | Act::Unnamed { cites } = act {
                // Only the eleven norms that speak to states can be cited against one.
                let speaks = cites.places().all(|place| place <= Norm::K as usize);
                needs(speaks, "obstacle-not-a-states-norm")?;
            }
            if matches!(act, Act::Name { .. } | Act::Demarche) {
                let row = &lens.scenario().book.attribution.hypotheses[case.hypothesis.index()];
                needs(row.accused.is_some(), "obstacle-nobody-to-name")?;
            }
            Ok(())
        }
        Act::PublishReport { hypothesis } => {
            needs(kind == SeatKind::Vendor, "obstacle-vendor-only")?;
            knows(lens, hypothesis)?;
            let found = lens.confidence_of(own, hypothesis);
            needs(
                found.is_some_and(|found| found.held > 0),
                "obstacle-no-evidence",
            )?;
            needs(
                state.contributed(own, hypothesis).is_none(),
                "obstacle-reported-already",
            )
        }
        Act::GoToCourt { hypothesis } => {
            needs(is_ministry, "obstacle-ministry-only")?;
            knows(lens, hypothesis)?;
            let mut courts = state.courts.iter();
            needs(
                !courts.any(|court| (court.by, court.hypothesis) == (own, hypothesis)),
                "obstacle-in-court",
            )?;
            needs(lens.has_kept(own, hypothesis), "obstacle-nothing-preserved")
        }
    }
}

fn knows(lens: &Lens<'_>, hypothesis: HypothesisId) -> Result<(), Obstacle> {
    if lens.knows_of(hypothesis) {
        return Ok(());
    }
    Err(Obstacle::Rule {
        key: "obstacle-no-evidence",
        actor: None,
        until: None,
    })
}

fn contribute(
    lens: &Lens<'_>,
    own: ActorId,
    kind: SeatKind,
    hypothesis: HypothesisId,
    how: Contribution,
) -> Result<(), Obstacle> {
    let stands = |key| {
        Err(Obstacle::Rule {
            key,
            actor: None,
            until: None,
        })
    };
    let state = &lens.book().attribution;
    if kind != SeatKind::Cert {
        return stands("obstacle-cert-only");
    }
    knows(lens, hypothesis)?;
    if state.contributed(own, hypothesis).is_some() {
        return stands("obstacle-contributed-already");
    }
    let is_asked = owned(lens, own).into_iter().any(|(of, gate)| {
        let case = state.cases[of.index()];
        gate == Gate::Input
            && same_state(lens.scenario(), of, own)
            && case.is_some_and(|case| {
                case.hypothesis == hypothesis && case.at(gate) == Passed::Waiting
            })
    });
    let found = lens.confidence_of(own, hypothesis);
    match how {
        Contribution::Confidential | Contribution::Nothing if !is_asked => {
            stands("obstacle-nobody-asked")
        }
        Contribution::Nothing => Ok(()),
        _ if found.is_none_or(|found| found.held == 0) => stands("obstacle-no-evidence"),
        _ => Ok(()),
    }
}
