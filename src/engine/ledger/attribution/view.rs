//! What a seat gets to see of attribution: hypotheses against facts, both dials, and where procedures stand.

use serde::Serialize;

use crate::engine::ledger::attribution::Assessment;
use crate::engine::ledger::attribution::CREDENCE;
use crate::engine::ledger::attribution::PUBLIC;
use crate::engine::ledger::attribution::decided::supports;
use crate::engine::ledger::attribution::event::Outcome;
use crate::engine::ledger::attribution::state::Passed;
use crate::engine::ledger::attribution::words::certainty_key;
use crate::engine::ledger::attribution::words::doctrine_key;
use crate::engine::ledger::attribution::words::gate_key;
use crate::engine::ledger::attribution::words::label_key;
use crate::engine::ledger::attribution::words::level_key;
use crate::engine::ledger::book::Row;
use crate::engine::lens::Lens;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::HypothesisId;
use crate::model::ledger::Ledger;
use crate::model::ledger::attribution::Certainty;
use crate::model::ledger::attribution::Gate;
use crate::model::ledger::facts::Truth;
use crate::text::SafeText;

/// What a seat gets to see of it beside its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct View {
    pub hypotheses: Vec<HypothesisView>,
    pub evidence: Vec<EvidenceView>,
    pub cases: Vec<CaseView>,
    pub stances: Vec<StanceView>,
}

/// What one's own state has declared, and what its word is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StanceView {
    pub of: ActorId,
    pub name: SafeText,
    pub doctrine: SafeText,
    pub has_doctrine: bool,
    pub credence: i32,
    pub subject: Subject,
}

/// One answer to who did it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HypothesisView {
    pub hypothesis: HypothesisId,
    pub name: SafeText,
    pub about: SafeText,
    /// What it is about: a cluster, a group, a state's responsibility.
    pub level: SafeText,
    /// What others call who is behind it, and what they take it for.
    pub aliases: Vec<(SafeText, SafeText)>,
    /// What one's own facts say.
    pub found: Assessment,
    pub certainty: Certainty,
    /// `moderate`, in words.
    pub word: SafeText,
    /// How many of the facts held can be shown in public.
    pub showable: usize,
    /// What those alone say.
    pub shown: i32,
    /// What the public knows, 0 to 100.
    pub public: i32,
    /// Who has named it.
    pub named_by: Vec<SafeText>,
}

/// One fact held that bears on who did it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EvidenceView {
    pub fact: FactId,
    pub title: SafeText,
    /// By hypothesis, in the order of the view's: `++`, `+`, empty, `-`, `--`.
    pub marks: Vec<&'static str>,
    pub is_verified: bool,
    /// It was found false: it counts no more, or the other way.
    pub is_false: bool,
    pub is_showable: bool,
    pub is_preserved: bool,
    /// A release has been asked for: not answered, refused or granted.
    pub release: Option<Option<bool>>,
}

/// A state's procedure as one who takes part in it sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseView {
    pub of: ActorId,
    pub name: SafeText,
    pub doctrine: SafeText,
    pub hypothesis: SafeText,
    pub gates: Vec<GateView>,
    pub has_briefed: bool,
    /// What the paper says: points, and what of them can be shown.
    pub paper: Option<(i32, i32)>,
    /// What others believe this state's word is worth.
    pub credence: i32,
}

/// One gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GateView {
    pub gate: Gate,
    pub name: SafeText,
    pub owner: SafeText,
    pub passed: Passed,
}

pub(super) fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
    let rules = &lens.scenario().book.attribution;
    let state = &lens.book().attribution;
    let subject = |row: u16, column: u16| Subject::Row(Ledger::Attribution, row, column);
    let mut rows = Vec::new();
    for own in lens.own_actors() {
        for row in rules.hypotheses.iter().filter(|row| lens.knows_of(row.id)) {
            let Some(found) = lens.confidence_of(own, row.id) else {
                continue;
            };
            let word = teller
                .words
                .say(certainty_key(rules.certainty(found.points)));
            let args = [
                ("certainty", word.into()),
                ("low", found.low.into()),
                ("high", found.high.into()),
            ];
            rows.push(Row {
                subject: subject(row.id.0, own.0),
                label: row.name.clone(),
                shown: teller.words.fill("shown-confidence", &args),
                bar: Some((found.low, found.high, 100)),
            });
        }
    }
    for row in rules.hypotheses.iter().filter(|row| lens.knows_of(row.id)) {
        let public = state.public[row.id.index()];
        if public > 0 {
            let args = [("hypothesis", (&row.name).into())];
            rows.push(Row {
                subject: subject(PUBLIC.saturating_add(row.id.0), 0),
                label: teller.words.fill("row-public-evidence", &args),
                shown: SafeText::from(i64::from(public)),
                bar: Some((public, public, 100)),
            });
        }
    }
    let known = |actor: ActorId| {
        let has_said = state.said.iter().any(|said| {
            said.by == actor && matches!(said.outcome, Outcome::Named | Outcome::Unnamed)
        });
        has_said || lens.is_own_actor(actor)
    };
    for procedure in state.sheet.procedures.iter().filter(|row| known(row.of)) {
        let credence = state.credence[procedure.of.index()];
        let args = [("actor", teller.actor(procedure.of).into())];
        rows.push(Row {
            subject: subject(CREDENCE.saturating_add(procedure.of.0), 0),
            label: teller.words.fill("read-credence", &args),
            shown: SafeText::from(i64::from(credence)),
            bar: Some((credence, credence, 100)),
        });
    }
    rows
}

pub(super) fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
    let known = lens.scenario().book.attribution.hypotheses.iter();
    let known: Vec<HypothesisId> = known
        .map(|row| row.id)
        .filter(|id| lens.knows_of(*id))
        .collect();
    let hypotheses = known.iter().map(|id| hypothesis(lens, teller, *id));
    View {
        hypotheses: hypotheses.collect(),
        evidence: evidence(lens, teller, &known),
        cases: cases(lens, teller),
        stances: stances(lens, teller),
    }
}

fn stances(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<StanceView> {
    let state = &lens.book().attribution;
    let procedures = state.sheet.procedures.iter().map(|procedure| procedure.of);
    procedures
        .filter(|of| lens.is_own_actor(*of))
        .map(|of| StanceView {
            of,
            name: teller.actor(of).clone(),
            doctrine: teller.words.say(doctrine_key(state.doctrines[of.index()])),
            has_doctrine: lens.has_doctrine(of),
            credence: state.credence[of.index()],
            subject: Subject::Row(Ledger::Attribution, CREDENCE.saturating_add(of.0), 0),
        })
        .collect()
}

fn hypothesis(lens: &Lens<'_>, teller: Teller<'_>, id: HypothesisId) -> HypothesisView {
    let rules = &lens.scenario().book.attribution;
    let row = &rules.hypotheses[id.index()];
    let state = &lens.book().attribution;
    let found = lens.confidence(id);
    let shown = lens
        .own_actors()
        .filter_map(|own| lens.showable_of(own, id));
    let shown = shown.max_by_key(|shown| (shown.points, shown.held));
    let certainty = rules.certainty(found.points);
    let aliases = row.aliases.iter();
    let named = state
        .said
        .iter()
        .filter(|said| said.outcome == Outcome::Named);
    HypothesisView {
        hypothesis: id,
        name: row.name.clone(),
        about: row.about.clone(),
        level: teller.words.say(level_key(row.level)),
        aliases: aliases
            .map(|(name, label)| (name.clone(), teller.words.say(label_key(*label))))
            .collect(),
        found,
        certainty,
        word: teller.words.say(certainty_key(certainty)),
        showable: shown.map_or(0, |shown| shown.held),
        shown: shown.map_or(0, |shown| shown.points),
        public: state.public[id.index()],
        named_by: named
            .filter(|said| said.hypothesis == id)
            .map(|said| teller.actor(said.by).clone())
            .collect(),
    }
}

fn evidence(lens: &Lens<'_>, teller: Teller<'_>, known: &[HypothesisId]) -> Vec<EvidenceView> {
    let state = &lens.book().attribution;
    let rows = &state.sheet.evidence;
    let mut facts: Vec<FactId> = rows.iter().map(|row| row.fact).collect();
    facts.sort_unstable();
    facts.dedup();
    let best = |fact: FactId| {
        let own = lens.own_actors();
        let held = own.filter_map(|own| Some((own, lens.held(own, fact)?)));
        held.max_by_key(|(_, held)| (held.finding.is_some(), !held.derived))
    };
    let one = |fact: FactId| {
        let (own, held) = best(fact)?;
        let weight = |id: HypothesisId| {
            let mut rows = rows.iter();
            let row = rows.find(|row| (row.fact, row.hypothesis) == (fact, id));
            row.map_or(0, |row| match held.finding {
                // That it was laid is known to who found it out.
                Some(Truth::False) if row.planted => -row.weight,
                Some(Truth::False) => 0,
                _ => row.weight,
            })
        };
        let released = state.releases.iter().rev();
        let mut released = released.filter(|one| (one.by, one.fact) == (own, fact));
        Some(EvidenceView {
            fact,
            title: teller.fact(fact).clone(),
            marks: known.iter().map(|id| mark(weight(*id))).collect(),
            is_verified: held.finding.is_some(),
            is_false: held.finding == Some(Truth::False),
            is_showable: lens.own_actors().any(|own| {
                let held = lens.held(own, fact);
                held.is_some_and(|held| state.is_showable(own, fact, held))
            }),
            is_preserved: lens
                .own_actors()
                .any(|own| state.is_preserved_by(own, fact)),
            release: released.next().map(|one| one.answer),
        })
    };
    facts.into_iter().filter_map(one).collect()
}

/// The weight as a seat would judge it.
fn mark(weight: i32) -> &'static str {
    match weight {
        25.. => "++",
        1..25 => "+",
        0 => "",
        -24..0 => "-",
        _ => "--",
    }
}

fn cases(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<CaseView> {
    let state = &lens.book().attribution;
    let seen: Vec<_> = lens.cases_seen().collect();
    let procedures = state.sheet.procedures.iter();
    procedures
        .filter_map(|procedure| {
            let (of, case) = seen.iter().find(|(of, _)| *of == procedure.of)?;
            let row = &lens.scenario().book.attribution.hypotheses[case.hypothesis.index()];
            let gates = procedure.steps.iter().map(|step| GateView {
                gate: step.gate,
                name: teller.words.say(gate_key(step.gate)),
                owner: teller.actor(step.owner).clone(),
                passed: case.at(step.gate),
            });
            Some(CaseView {
                of: *of,
                name: teller.actor(*of).clone(),
                doctrine: teller.words.say(doctrine_key(state.doctrines[of.index()])),
                hypothesis: row.name.clone(),
                gates: gates.collect(),
                has_briefed: case.has_briefed,
                paper: case.paper,
                credence: state.credence[of.index()],
            })
        })
        .collect()
}

impl Lens<'_> {
    /// How many of the norms one might cite against a hypothesis the evidence at hand supports.
    pub fn citable(&self, own: ActorId, hypothesis: HypothesisId) -> usize {
        let rows = &self.scenario().book.attribution.hypotheses;
        let norms = rows[hypothesis.index()].norms.iter();
        let held = |fact| self.held(own, fact);
        let carried = norms.filter(|(norm, _)| {
            let place = *norm as usize;
            supports(self.scenario(), hypothesis, place, held)
        });
        carried.count()
    }
}
