//! What is in the world for attribution, and how events change it.

use std::sync::Arc;

use crate::engine::ledger::attribution::event::Event;
use crate::engine::ledger::attribution::event::Outcome;
use crate::engine::ledger::politicisation::same_state;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::HypothesisId;
use crate::model::ledger::attribution::Certainty;
use crate::model::ledger::attribution::Contribution;
use crate::model::ledger::attribution::Doctrine;
use crate::model::ledger::attribution::Evidence;
use crate::model::ledger::attribution::Gate;
use crate::model::ledger::attribution::Procedure;
use crate::model::ledger::attribution::Step;
use crate::model::ledger::facts::FactKind;
use crate::model::ledger::shape::Few;
use crate::model::roster::ActorKind;
use crate::model::roster::SeatKind;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;

/// Whether somebody has named, in public, a hypothesis that accuses an actor.
pub(in crate::engine) fn is_named(
    scenario: &Scenario,
    world: &crate::engine::world::Readable,
    actor: ActorId,
) -> bool {
    world.book.attribution.names(scenario, actor)
}

/// What is in the world for it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct State {
    pub(super) sheet: Arc<Sheet>,
    /// How each hypothesis really is: as the author wrote it, or as somebody imagines it.
    pub(super) truths: Vec<bool>,
    /// Beyond the facts, per actor and hypothesis.
    beyond: Vec<i32>,
    /// What the public knows, per hypothesis.
    pub(super) public: Vec<i32>,
    pub(super) credence: Vec<i32>,
    pub(super) doctrines: Vec<Doctrine>,
    pub(super) thresholds: Vec<Option<Certainty>>,
    pub(super) cases: Vec<Option<Case>>,
    pub(super) said: Vec<Said>,
    pub(super) releases: Vec<Release>,
    /// Per actor and fact.
    preserved: Vec<bool>,
    contributed: Vec<Option<Contribution>>,
    pub(super) courts: Vec<Court>,
    pub(super) bought: Vec<Bought>,
    facts: usize,
}

/// What the rules go by that no event changes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sheet {
    pub(super) evidence: Vec<Evidence>,
    pub(super) builds_on: Vec<Option<HypothesisId>>,
    pub(super) procedures: Vec<Procedure>,
    pub(super) prior: i32,
    pub(super) unverified: i32,
    pub(super) sourceless: i32,
    pub(super) unplanted: i32,
    pub(super) public_share: i32,
    pub(super) court_needs: usize,
    /// Whose each fact is, where it may publish it by itself.
    pub(super) sources: Vec<Option<ActorId>>,
}

/// A procedure under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::engine) struct Case {
    pub(in crate::engine) hypothesis: HypothesisId,
    pub(in crate::engine) since: u16,
    pub(in crate::engine) gates: [Passed; 5],
    /// The CERT's part in it, once it has said.
    pub(in crate::engine) input: Option<Contribution>,
    /// Points, and how many of them can be shown, as the paper has them.
    pub(in crate::engine) paper: Option<(i32, i32)>,
    pub(in crate::engine) has_briefed: bool,
}

/// Where a gate stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub enum Passed {
    #[default]
    Waiting,
    Done,
    Skipped,
}

impl Case {
    pub(super) fn at(&self, gate: Gate) -> Passed {
        self.gates[gate as usize]
    }

    /// Whether only the decision is left.
    pub(super) fn is_ripe(&self) -> bool {
        self.gates[..4].iter().all(|gate| *gate != Passed::Waiting)
    }

    pub(super) fn skipped(&self) -> usize {
        let gates = self.gates.iter();
        gates.filter(|gate| **gate == Passed::Skipped).count()
    }
}

/// What a state decided and did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Said {
    pub(super) by: ActorId,
    pub(super) hypothesis: HypothesisId,
    pub(super) outcome: Outcome,
    pub(super) turn: u16,
    pub(super) cites: Few,
    /// What it could show when it said it.
    pub(super) shown: i32,
    pub(super) has_briefed: bool,
    pub(super) is_answered: bool,
    pub(super) is_weighed: bool,
    pub(super) is_found: bool,
}

/// A release asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Release {
    pub(super) by: ActorId,
    pub(super) fact: FactId,
    pub(super) due: ExerciseTime,
    pub(super) answer: Option<bool>,
}

/// A case in court.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Court {
    pub(super) by: ActorId,
    pub(super) hypothesis: HypothesisId,
    pub(super) turn: u16,
    pub(super) finds: Option<bool>,
}

/// Certainty that was bought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bought {
    pub(super) by: ActorId,
    pub(super) hypothesis: HypothesisId,
    pub(super) leaks: i32,
    pub(super) is_out: bool,
}

impl State {
    pub(super) fn start(scenario: &Scenario) -> Self {
        let rules = &scenario.book.attribution;
        let (actors, many) = (scenario.actors.len(), rules.hypotheses.len());
        let procedures = procedures(scenario);
        let mut doctrines = vec![Doctrine::Missing; actors];
        for procedure in &procedures {
            doctrines[procedure.of.index()] = procedure.doctrine;
        }
        let own = |fact: &crate::model::ledger::facts::Fact| {
            (fact.kind != FactKind::Victim).then_some(fact.source)
        };
        Self {
            truths: rules.hypotheses.iter().map(|row| row.is_true).collect(),
            beyond: vec![0; actors * many],
            public: vec![0; many],
            credence: vec![rules.credence; actors],
            doctrines,
            thresholds: vec![None; actors],
            cases: vec![None; actors],
            said: Vec::new(),
            releases: Vec::new(),
            preserved: vec![false; actors * scenario.facts.len()],
            contributed: vec![None; actors * many],
            courts: Vec::new(),
            bought: Vec::new(),
            facts: scenario.facts.len(),
            sheet: Arc::new(Sheet {
                evidence: rules.evidence.clone(),
                builds_on: rules.hypotheses.iter().map(|row| row.builds_on).collect(),
                procedures,
                prior: rules.prior,
                unverified: rules.unverified,
                sourceless: rules.sourceless,
                unplanted: rules.unplanted,
                public_share: rules.public_share,
                court_needs: usize::try_from(rules.court_needs).unwrap_or(1),
                sources: scenario.facts.iter().map(own).collect(),
            }),
        }
    }

    fn pair(&self, actor: ActorId, hypothesis: HypothesisId) -> usize {
        actor.index() * self.public.len() + hypothesis.index()
    }

    pub(super) fn beyond(&self, actor: ActorId, hypothesis: HypothesisId) -> i32 {
        self.beyond[self.pair(actor, hypothesis)]
    }

    pub(super) fn set_beyond(&mut self, actor: ActorId, hypothesis: HypothesisId, points: i32) {
        let place = self.pair(actor, hypothesis);
        self.beyond[place] = points;
    }

    pub(super) fn contributed(
        &self,
        actor: ActorId,
        hypothesis: HypothesisId,
    ) -> Option<Contribution> {
        self.contributed[self.pair(actor, hypothesis)]
    }

    pub(super) fn set_contributed(
        &mut self,
        actor: ActorId,
        hypothesis: HypothesisId,
        how: Option<Contribution>,
    ) {
        let place = self.pair(actor, hypothesis);
        self.contributed[place] = how;
    }

    pub(super) fn is_preserved_by(&self, actor: ActorId, fact: FactId) -> bool {
        self.preserved[actor.index() * self.facts + fact.index()]
    }

    pub(super) fn preserve(&mut self, actor: ActorId, fact: FactId) {
        self.preserved[actor.index() * self.facts + fact.index()] = true;
    }

    pub(super) fn is_preserved(&self, fact: FactId) -> bool {
        self.preserved
            .iter()
            .skip(fact.index())
            .step_by(self.facts.max(1))
            .any(|is| *is)
    }

    /// Whether a release was granted.
    pub(super) fn is_released(&self, by: ActorId, fact: FactId) -> bool {
        let mut releases = self.releases.iter();
        releases.any(|one| (one.by, one.fact, one.answer) == (by, fact, Some(true)))
    }

    /// The facts that speak for a hypothesis and are preserved.
    pub(super) fn for_court(&self, hypothesis: HypothesisId) -> usize {
        let evidence = self.sheet.evidence.iter();
        evidence
            .filter(|row| row.hypothesis == hypothesis && row.weight > 0)
            .filter(|row| self.is_preserved(row.fact))
            .count()
    }

    /// Whether somebody has named, in public, a hypothesis that accuses this actor or the state it acts for.
    pub(super) fn names(&self, scenario: &Scenario, actor: ActorId) -> bool {
        let state = scenario.actors[actor.index()].acts_for;
        let accuses = |hypothesis: HypothesisId| {
            let rows = &scenario.book.attribution.hypotheses;
            let accused = rows[hypothesis.index()].accused;
            accused.is_some_and(|accused| accused == actor || Some(accused) == state)
        };
        let mut said = self.said.iter();
        said.any(|said| said.outcome == Outcome::Named && accuses(said.hypothesis))
    }

    /// What was said in public on a hypothesis, by outcome.
    pub(super) fn has_said(
        &self,
        by: Option<ActorId>,
        hypothesis: Option<HypothesisId>,
        outcome: Outcome,
    ) -> bool {
        self.said.iter().any(|said| {
            said.outcome == outcome
                && by.is_none_or(|by| said.by == by)
                && hypothesis.is_none_or(|hypothesis| said.hypothesis == hypothesis)
        })
    }

    pub(super) fn apply(&mut self, event: &Event, turn: u16) {
        match *event {
            Event::ConfidenceMoved {
                actor,
                hypothesis,
                now,
                ..
            } => self.set_beyond(actor, hypothesis, now),
            Event::Bought {
                by,
                hypothesis,
                leaks,
            } => self.bought.push(Bought {
                by,
                hypothesis,
                leaks,
                is_out: false,
            }),
            Event::BoughtOut { by, hypothesis } => {
                for one in &mut self.bought {
                    one.is_out |= (one.by, one.hypothesis) == (by, hypothesis);
                }
            }
            Event::PublicMoved {
                hypothesis, now, ..
            } => self.public[hypothesis.index()] = now,
            Event::CredenceMoved { actor, now, .. } => self.credence[actor.index()] = now,
            Event::DoctrineAdopted { by, doctrine } => self.doctrines[by.index()] = doctrine,
            Event::ThresholdSet { by, certainty } => {
                self.thresholds[by.index()] = Some(certainty);
            }
            Event::CaseOpened { of, hypothesis } => {
                let mut gates = [Passed::Waiting; 5];
                gates[Gate::Request as usize] = Passed::Done;
                self.cases[of.index()] = Some(Case {
                    hypothesis,
                    since: turn,
                    gates,
                    input: None,
                    paper: None,
                    has_briefed: false,
                });
            }
            Event::GatePassed { of, gate, .. } => self.gate(of, gate, Passed::Done),
            Event::GateSkipped { of, gate } => self.gate(of, gate, Passed::Skipped),
            Event::PaperWritten {
                of, points, shown, ..
            } => {
                if let Some(case) = &mut self.cases[of.index()] {
                    case.paper = Some((points, shown));
                }
            }
            Event::Contributed {
                by,
                hypothesis,
                how,
                to,
                ..
            } => {
                self.set_contributed(by, hypothesis, Some(how));
                if let Some(case) = to.and_then(|to| self.cases[to.index()].as_mut()) {
                    case.input = Some(how);
                }
            }
            Event::AlliesBriefed { by, .. } => {
                if let Some(case) = &mut self.cases[by.index()] {
                    case.has_briefed = true;
                }
            }
            Event::Decided {
                by,
                hypothesis,
                outcome,
                cites,
                shown,
                has_briefed,
            } => {
                self.cases[by.index()] = None;
                self.said.push(Said {
                    by,
                    hypothesis,
                    outcome,
                    turn,
                    cites,
                    shown,
                    has_briefed,
                    is_answered: false,
                    is_weighed: false,
                    is_found: false,
                });
            }
            Event::Answered { by, hypothesis, .. } => self.mark(by, hypothesis, |said| {
                said.is_answered = true;
            }),
            Event::Weighed { by, hypothesis, .. } => self.mark(by, hypothesis, |said| {
                said.is_weighed = true;
            }),
            Event::FoundWrong { by, hypothesis } => self.mark(by, hypothesis, |said| {
                said.is_found = true;
            }),
            Event::ReleaseAsked { by, fact, due } => self.releases.push(Release {
                by,
                fact,
                due,
                answer: None,
            }),
            Event::ReleaseAnswered { by, fact, granted } => {
                let open =
                    |one: &&mut Release| (one.by, one.fact) == (by, fact) && one.answer.is_none();
                match self.releases.iter_mut().find(open) {
                    Some(one) => one.answer = Some(granted),
                    None => self.releases.push(Release {
                        by,
                        fact,
                        due: ExerciseTime(0),
                        answer: Some(granted),
                    }),
                }
            }
            Event::Preserved { by, fact } => self.preserve(by, fact),
            Event::Reported { by, hypothesis, .. } => {
                self.set_contributed(by, hypothesis, Some(Contribution::Public));
            }
            Event::Overtaken { .. } => {}
            Event::CourtAsked { by, hypothesis } => self.courts.push(Court {
                by,
                hypothesis,
                turn,
                finds: None,
            }),
            Event::CourtFound {
                by,
                hypothesis,
                finds,
            } => {
                for court in &mut self.courts {
                    if (court.by, court.hypothesis) == (by, hypothesis) {
                        court.finds = Some(finds);
                    }
                }
            }
        }
    }

    fn gate(&mut self, of: ActorId, gate: Gate, passed: Passed) {
        if let Some(case) = &mut self.cases[of.index()] {
            case.gates[gate as usize] = passed;
        }
    }

    fn mark(&mut self, by: ActorId, hypothesis: HypothesisId, set: impl Fn(&mut Said)) {
        for said in &mut self.said {
            if (said.by, said.hypothesis) == (by, hypothesis) {
                set(said);
            }
        }
    }
}

/// The procedures of the states whose ministry has a seat or a row: what is not written is as usual.
fn procedures(scenario: &Scenario) -> Vec<Procedure> {
    let rules = &scenario.book.attribution;
    if rules.hypotheses.is_empty() {
        return Vec::new();
    }
    let mut ministries: Vec<ActorId> = rules.procedures.iter().map(|row| row.of).collect();
    for seat in &scenario.seats {
        if seat.kind == SeatKind::Ministry && !ministries.contains(&seat.actor) {
            ministries.push(seat.actor);
        }
    }
    let usual = |of: ActorId, gate: Gate| {
        let mut actors = scenario.actors.iter();
        let cert = actors
            .find(|actor| actor.kind == ActorKind::Cert && same_state(scenario, actor.id, of));
        let owner = match (gate, cert) {
            (Gate::Input, Some(cert)) => cert.id,
            _ => of,
        };
        Step {
            gate,
            owner,
            hours: rules.hours(gate),
            turns: 1,
        }
    };
    ministries
        .into_iter()
        .map(|of| {
            let written = rules.procedures.iter().find(|row| row.of == of);
            let step = |gate: &Gate| {
                let own = written.and_then(|row| row.steps.iter().find(|step| step.gate == *gate));
                own.copied().unwrap_or_else(|| usual(of, *gate))
            };
            Procedure {
                of,
                doctrine: written.map_or(Doctrine::Names, |row| row.doctrine),
                steps: Gate::ALL.iter().map(step).collect(),
            }
        })
        .collect()
}
