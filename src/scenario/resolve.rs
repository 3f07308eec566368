//! The mirror into the checked scenario: every id resolved, every value judged, every mistake told.
//!
//! A mistake never stops the rest: where something cannot be resolved a stand-in takes its place, and the
//! scenario is thrown away in the end because there are errors.

mod about;
mod cast;
mod circles;
mod duties;
mod effects;
mod expert;
mod ledgers;
mod msel;
mod packs;
mod region;
mod rules;
mod values;

pub(super) use crate::scenario::resolve::about::has_the_needful;
pub(super) use crate::scenario::resolve::values::outdented;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sources;
use crate::diag::Span;
use crate::diag::near;
use crate::model::FactId;
use crate::model::expr::ExprSource;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::Ledgers;
use crate::model::scenario::Scenario;
use crate::model::scenario::ScriptSource;
use crate::model::scenario::Turn;
use crate::scenario::file::Pack;
use crate::scenario::file::Sheet;
use crate::scenario::file::Text;
use crate::scenario::ids::Ids;
use crate::scenario::ids::kind_key;
use crate::scenario::ledger::adversary;
use crate::script::Use;
use crate::text::Arg;

/// As many mistakes of one code as are told: a file full of one mistake says so long before.
pub(super) const MOST_OF_A_CODE: usize = 200;

/// Builds the scenario. What it is worth, the diagnostics say: with an error among them it must not be played.
pub(super) fn resolve(
    sheet: &Sheet,
    ids: Ids,
    scripts: Vec<ScriptSource>,
    sources: &Sources,
    found: &mut Vec<Diagnostic>,
    used: &mut Vec<Use>,
) -> Scenario {
    let mut resolver = Resolver {
        ids,
        sources,
        found,
        told: BTreeMap::new(),
        exprs: Vec::new(),
        ledgers: Ledgers::all(),
        ledgers_told: BTreeSet::new(),
        turns: Vec::new(),
        has_prep: sheet.prep.is_some(),
        told_facts: BTreeSet::new(),
        packs: &sheet.packs,
        used: Vec::new(),
    };
    resolver.ledgers = resolver.ledgers(sheet);
    resolver.turns = resolver.turns(sheet);
    let about = resolver.about(sheet);
    let (choices, decisions) = resolver.decisions(&sheet.decisions);
    let (tasks, objectives) = resolver.objectives(&sheet.objectives);
    let injects = resolver.injects(&sheet.injects);
    let actions = resolver.actions(&sheet.actions);
    let rules = resolver.rules(&sheet.rules);
    let clock = resolver.clock(sheet);
    let expert = resolver.expert(&sheet.expert);
    let book = resolver.book(sheet);
    let adversary = resolver.section(sheet.adversary.as_ref(), adversary::resolve);
    let duties = resolver.duties(&sheet.duties, clock);
    let scenario = Scenario {
        about,
        clock,
        commit: sheet.commit.unwrap_or_default(),
        has_prep: resolver.has_prep,
        phases: resolver.phases(&sheet.phases),
        regions: resolver.regions(&sheet.regions, clock),
        actors: resolver.actors(&sheet.actors, clock),
        seats: resolver.seats(&sheet.seats),
        endings: resolver.endings(&sheet.endings),
        meters: resolver.meters(&sheet.meters),
        facts: resolver.facts(sheet, &scripts),
        fact_rules: resolver.fact_rules(sheet),
        trust: resolver.trust(sheet),
        spread: resolver.spread(sheet),
        harm: resolver.harm(sheet),
        norms: resolver.norms(sheet),
        duty_rules: resolver.duty_rules(sheet),
        book,
        adversary,
        expert,
        turns: resolver.turns,
        injects,
        decisions,
        choices,
        actions,
        rules,
        objectives,
        tasks,
        duties,
        exprs: resolver.exprs,
        scripts,
        ledgers: resolver.ledgers,
        names: Arc::new(resolver.ids.names),
    };
    used.append(&mut resolver.used);
    circles::check(sheet, &scenario, found);
    scenario
}

pub(super) struct Resolver<'a> {
    ids: Ids,
    sources: &'a Sources,
    found: &'a mut Vec<Diagnostic>,
    told: BTreeMap<Code, usize>,
    exprs: Vec<ExprSource>,
    ledgers: Ledgers,
    /// The ledgers whose absence has been told.
    ledgers_told: BTreeSet<Ledger>,
    turns: Vec<Turn>,
    has_prep: bool,
    /// The facts that some effect tells somebody.
    told_facts: BTreeSet<String>,
    packs: &'a BTreeMap<String, Pack>,
    /// Where the files name something by its id.
    used: Vec<Use>,
}

impl Resolver<'_> {
    /// Tells a mistake, unless there are more of its kind than anybody reads.
    pub(super) fn tell(&mut self, diagnostic: Diagnostic) {
        let told = self.told.entry(diagnostic.code).or_default();
        *told += 1;
        if *told <= MOST_OF_A_CODE {
            self.found.push(diagnostic);
        }
    }

    /// A fact that some ledger tells somebody.
    pub(super) fn tells(&mut self, fact: &Text) -> FactId {
        self.told_facts.insert(fact.value.clone());
        self.fact(fact)
    }

    /// The last turn's number.
    pub(super) fn last_turn(&self) -> u16 {
        u16::try_from(self.turns.len().saturating_sub(1)).unwrap_or(u16::MAX)
    }

    /// The number of the thing a text names; tells if there is none, and answers 0.
    pub(super) fn find(&mut self, kind: Kind, id: &Text) -> u16 {
        self.find_as(kind, &id.value, &id.value, id.span)
    }

    /// The number of a thing whose whole word is `whole` and which the author calls `word`.
    fn find_as(&mut self, kind: Kind, whole: &str, word: &str, span: Span) -> u16 {
        if let Some(place) = self.ids.names.find(kind, whole) {
            self.used.push(Use { span, kind, place });
            return place;
        }
        let is_told_enough = self
            .told
            .get(&Code::UnknownId)
            .is_some_and(|told| *told >= MOST_OF_A_CODE);
        if self.ids.perhaps.contains(word) || is_told_enough {
            return 0;
        }
        let prefix = whole.strip_suffix(word).unwrap_or_default();
        let candidates: Vec<&str> = self
            .ids
            .names
            .all(kind)
            .filter_map(|known| known.strip_prefix(prefix))
            .collect();
        if self.ids.nameless.contains(&kind) && near(word, candidates.iter().copied()).is_empty() {
            // Likely the id of the row that has none, which has been told.
            return 0;
        }
        let other = Kind::ALL.iter().copied().find(|other| {
            !matches!(other, Kind::Choice | Kind::Task | Kind::Expr)
                && self.ids.names.find(*other, word).is_some()
        });
        let diagnostic = match other {
            Some(other) => {
                let mut wrong = Diagnostic::new(Code::WrongKind, span)
                    .with("name", word)
                    .with("found", Arg::Key(kind_key(other)))
                    .with("expected", Arg::Key(kind_key(kind)))
                    .near(candidates);
                if let Some(row) = self.ids.row(other, word) {
                    wrong = wrong.label(row.id, "diag-label-declared");
                }
                wrong
            }
            None => Diagnostic::new(Code::UnknownId, span)
                .with("kind", Arg::Key(kind_key(kind)))
                .with("name", word)
                .near(candidates),
        };
        self.tell(diagnostic);
        0
    }

    /// Tells, once a ledger, that something needs a ledger that is switched off.
    pub(super) fn needs(&mut self, ledger: Ledger, span: Span) {
        if !self.ledgers.contains(&ledger) && self.ledgers_told.insert(ledger) {
            self.tell(Diagnostic::new(Code::LedgerOff, span).with("name", ledger.word()));
        }
    }
}
