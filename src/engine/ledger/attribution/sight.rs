//! What a seat may know of attribution, and what it imagines of the rest.

use std::sync::Arc;

use crate::engine::dice::Dice;
use crate::engine::dice::Roll;
use crate::engine::ledger::attribution::event::Event;
use crate::engine::ledger::attribution::event::Outcome;
use crate::engine::ledger::attribution::state::Case;
use crate::engine::ledger::attribution::state::Sheet;
use crate::engine::ledger::politicisation::same_state;
use crate::engine::lens::Lens;
use crate::model::ActorId;
use crate::model::HypothesisId;
use crate::model::id::Kind;
use crate::model::ledger::attribution::Certainty;
use crate::model::ledger::attribution::Doctrine;
use crate::model::ledger::attribution::Read;
use crate::text::SafeText;

impl<'a> Lens<'a> {
    /// What a hypothesis is called.
    pub fn hypothesis_name(&self, hypothesis: HypothesisId) -> &'a SafeText {
        &self.scenario().book.attribution.hypotheses[hypothesis.index()].name
    }

    /// What an actor's open procedure is about, if one takes part in it.
    pub fn case_about(&self, of: ActorId) -> Option<HypothesisId> {
        let case = self.book().attribution.cases[of.index()];
        case.filter(|_| self.has_part_in(of))
            .map(|case| case.hypothesis)
    }

    /// From what confidence on an actor contributes to attributions, which it has said for all to hear.
    pub fn threshold(&self, of: ActorId) -> Option<Certainty> {
        self.book().attribution.thresholds[of.index()]
    }

    /// Whether a state has declared a doctrine on attribution.
    pub fn has_doctrine(&self, of: ActorId) -> bool {
        self.book().attribution.doctrines[of.index()] != Doctrine::Missing
    }

    /// The word for what one's own facts say.
    pub fn certainty_of(&self, hypothesis: HypothesisId) -> Certainty {
        let points = self.confidence(hypothesis).points;
        self.scenario().book.attribution.certainty(points)
    }

    /// Whether one has heard of a hypothesis: it is open, one holds evidence on it, or somebody has spoken of it in public.
    pub fn knows_of(&self, hypothesis: HypothesisId) -> bool {
        let state = &self.book().attribution;
        let holds = || {
            let evidence = state.sheet.evidence.iter();
            let mut rows = evidence.filter(|row| row.hypothesis == hypothesis);
            rows.any(|row| {
                self.own_actors()
                    .any(|own| self.held(own, row.fact).is_some())
            })
        };
        let is_public = || {
            state.public[hypothesis.index()] > 0
                || state.has_said(None, Some(hypothesis), Outcome::Named)
        };
        self.scenario().book.attribution.hypotheses[hypothesis.index()].is_open
            || is_public()
            || holds()
            || self
                .cases_seen()
                .any(|(_, case)| case.hypothesis == hypothesis)
    }

    /// The open procedures one takes part in: one's own, and those one owns a gate of.
    pub(in crate::engine) fn cases_seen(&self) -> impl Iterator<Item = (ActorId, Case)> + '_ {
        let state = &self.book().attribution;
        let procedures = state.sheet.procedures.iter();
        procedures.filter_map(|procedure| {
            let case = state.cases[procedure.of.index()]?;
            self.has_part_in(procedure.of)
                .then_some((procedure.of, case))
        })
    }

    /// Whether one takes part in a state's procedure.
    pub(super) fn has_part_in(&self, of: ActorId) -> bool {
        let mut procedures = self.book().attribution.sheet.procedures.iter();
        let steps = procedures.find(|row| row.of == of).map(|row| &row.steps);
        self.is_own_actor(of)
            || steps.is_some_and(|steps| steps.iter().any(|step| self.is_own_actor(step.owner)))
    }

    /// Whether somebody of an actor's own state has preserved something that speaks for a hypothesis.
    pub(super) fn has_kept(&self, own: ActorId, hypothesis: HypothesisId) -> bool {
        let state = &self.book().attribution;
        let evidence = state.sheet.evidence.iter();
        let mut facts = evidence.filter(|row| row.hypothesis == hypothesis && row.weight > 0);
        facts.any(|row| {
            let mut actors = self.scenario().actors.iter();
            actors.any(|actor| {
                same_state(self.scenario(), actor.id, own)
                    && state.is_preserved_by(actor.id, row.fact)
            })
        })
    }

    /// Whether one of one's own acts for the same state as an actor.
    pub(super) fn is_of_state(&self, actor: ActorId) -> bool {
        self.own_actors()
            .any(|own| same_state(self.scenario(), own, actor))
    }
}

/// Whether these seats may read something.
pub(super) fn may_read(lens: &Lens<'_>, read: Read) -> bool {
    match read {
        Read::Confidence(actor, _)
        | Read::Showable(actor, _)
        | Read::Released(actor, _)
        | Read::Demarched(actor) => lens.is_own_actor(actor),
        Read::Gates(actor) => lens.has_part_in(actor),
        Read::PublicEvidence(_)
        | Read::Attributed(_)
        | Read::AttributedBy(..)
        | Read::Condemned(_)
        | Read::HasDoctrine(_)
        | Read::Credence(_)
        | Read::FoundWrong(_) => true,
        // Who has kept what comes out in court.
        Read::Preserved(_) | Read::CourtReady(_) => false,
    }
}

/// Whether these seats may see that something happened.
pub(super) fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
    match *event {
        Event::ConfidenceMoved { actor, .. } => lens.is_own_actor(actor),
        Event::Bought { by, .. }
        | Event::ReleaseAsked { by, .. }
        | Event::ReleaseAnswered { by, .. } => lens.is_own_actor(by),
        Event::ThresholdSet { .. }
        | Event::DoctrineAdopted { .. }
        | Event::BoughtOut { .. }
        | Event::PublicMoved { .. }
        | Event::CredenceMoved { .. }
        | Event::FoundWrong { .. }
        | Event::Reported { .. }
        | Event::CourtFound { finds: true, .. } => true,
        Event::Overtaken { of, by } => lens.has_part_in(of) || lens.is_own_actor(by),
        Event::CaseOpened { of, .. }
        | Event::GatePassed { of, .. }
        | Event::GateSkipped { of, .. }
        | Event::PaperWritten { of, .. } => lens.has_part_in(of),
        Event::Contributed { by, how, to, .. } => {
            how == crate::model::ledger::attribution::Contribution::Public
                || lens.is_own_actor(by)
                || to.is_some_and(|to| lens.is_own_actor(to))
        }
        Event::AlliesBriefed { by, hypothesis } => {
            let scenario = lens.scenario();
            let accused = super::decided::accused(scenario, hypothesis);
            let told = super::decided::others(scenario, by, accused);
            lens.is_own_actor(by) || told.into_iter().any(|other| lens.is_own_actor(other))
        }
        Event::Decided {
            by,
            outcome,
            hypothesis,
            ..
        } => match outcome {
            Outcome::Named | Outcome::Unnamed => true,
            Outcome::Demarche => {
                lens.is_own_actor(by)
                    || super::decided::accused(lens.scenario(), hypothesis)
                        .is_some_and(|accused| lens.is_of_state(accused))
            }
            Outcome::Deferred => lens.has_part_in(by),
        },
        Event::Answered {
            by,
            hypothesis,
            accused,
            ..
        } => {
            let state = &lens.book().attribution;
            let is_public = state.has_said(Some(by), Some(hypothesis), Outcome::Named);
            is_public || lens.is_own_actor(by) || lens.is_of_state(accused)
        }
        // Nobody can tell what somebody did not do.
        Event::Weighed { .. } => false,
        // That something is kept for a court shows in what the state's seats can do; what it is, only who knows it sees.
        Event::Preserved { by, .. } => lens.is_of_state(by),
        Event::CourtAsked { by, .. } | Event::CourtFound { by, .. } => lens.is_own_actor(by),
    }
}

/// Puts what these seats know into an imagined state, and draws the rest: which hypothesis is true by what they make of it.
pub(super) fn imagine(lens: &Lens<'_>, state: &mut crate::engine::state::State, dice: Dice) {
    let scenario = lens.scenario();
    let known = &lens.book().attribution;
    let hypotheses = scenario.book.attribution.hypotheses.iter();
    let mut truths = Vec::new();
    for row in hypotheses.clone() {
        let word = scenario.names.hash(Kind::Hypothesis, row.id.0);
        let mut die = dice.of(Roll::Imagine, &[word], 120, 0, 0);
        let chance = lens.confidence(row.id).points.saturating_mul(10);
        truths.push(die.per_mille(chance));
    }
    let world = state.world_mut();
    let book = &mut world.book.attribution;
    book.truths = truths;
    // Whether a trail was laid is known to who found it false.
    let found = |fact| {
        let mut own = lens.own_actors().filter_map(|own| lens.held(own, fact));
        own.any(|held| held.finding.is_some())
    };
    let mut evidence = known.sheet.evidence.clone();
    for row in &mut evidence {
        row.planted &= found(row.fact);
    }
    book.sheet = Arc::new(Sheet {
        evidence,
        ..(*known.sheet).clone()
    });
    book.public.clone_from(&known.public);
    book.credence.clone_from(&known.credence);
    book.doctrines.clone_from(&known.doctrines);
    book.thresholds.clone_from(&known.thresholds);
    for actor in &scenario.actors {
        let is_own = lens.is_own_actor(actor.id);
        for row in hypotheses.clone() {
            let beyond = known.beyond(actor.id, row.id);
            book.set_beyond(actor.id, row.id, if is_own { beyond } else { 0 });
            let how = known.contributed(actor.id, row.id);
            let is_seen =
                is_own || how == Some(crate::model::ledger::attribution::Contribution::Public);
            // It goes to the ministry whose procedure asks for it.
            let is_told =
                known.sheet.procedures.iter().any(|asks| {
                    lens.is_own_actor(asks.of) && same_state(scenario, asks.of, actor.id)
                });
            book.set_contributed(actor.id, row.id, how.filter(|_| is_seen || is_told));
        }
        if lens.is_of_state(actor.id) {
            for fact in scenario.facts.iter().map(|fact| fact.id) {
                if known.is_preserved_by(actor.id, fact) {
                    book.preserve(actor.id, fact);
                }
            }
        }
        let case = known.cases[actor.id.index()].filter(|_| lens.has_part_in(actor.id));
        book.cases[actor.id.index()] = case.map(|mut case| {
            // What another team gave is between it and the ministry: elsewhere one knows of one's own part.
            if !is_own {
                let mut own = lens.own_actors();
                case.input = own.find_map(|own| known.contributed(own, case.hypothesis));
            }
            case
        });
    }
    let said = known.said.iter().filter(|said| match said.outcome {
        Outcome::Named | Outcome::Unnamed => true,
        Outcome::Demarche | Outcome::Deferred => lens.is_own_actor(said.by),
    });
    book.said = said.copied().collect();
    for said in &mut book.said {
        // Whether it deterred anybody, nobody knows.
        said.is_weighed = true;
    }
    let releases = known
        .releases
        .iter()
        .filter(|one| lens.is_own_actor(one.by));
    book.releases = releases.copied().collect();
    let courts = known
        .courts
        .iter()
        .filter(|court| lens.is_own_actor(court.by));
    book.courts = courts.copied().collect();
    let bought = known.bought.iter().filter(|one| lens.is_own_actor(one.by));
    book.bought = bought.copied().collect();
}
