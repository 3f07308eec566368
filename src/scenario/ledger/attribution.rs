//! How authors write attribution.

use serde::Deserialize;

use crate::model::HypothesisId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::attribution::Doctrine;
use crate::model::ledger::attribution::Evidence;
use crate::model::ledger::attribution::Gate;
use crate::model::ledger::attribution::Hypothesis;
use crate::model::ledger::attribution::Label;
use crate::model::ledger::attribution::Level;
use crate::model::ledger::attribution::Procedure;
use crate::model::ledger::attribution::Rules;
use crate::model::ledger::attribution::Step;
use crate::scenario::file::Number;
use crate::scenario::file::Section;
use crate::scenario::file::Text;
use crate::scenario::resolve::Resolver;

/// The section of a scenario's files.
pub(in crate::scenario) type Sheet = Section<Rules, Rows>;

/// What it holds beside numbers.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-attribution", default)]
pub(in crate::scenario) struct Rows {
    /// The answers there are to who did it. Default: none.
    pub(in crate::scenario) hypotheses: Vec<Row>,
    /// What speaks for which. Default: none.
    pub(in crate::scenario) evidence: Vec<Says>,
    /// National procedures that are not as usual. Default: none.
    pub(in crate::scenario) procedures: Vec<National>,
}

/// One answer to who did it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-hypothesis")]
pub(in crate::scenario) struct Row {
    /// Its id.
    id: Text,
    /// What it says.
    name: Text,
    /// More about it. Default: nothing.
    about: Option<Text>,
    /// A cluster, a group or a state. Default `Group`.
    level: Option<Level>,
    /// The actor it accuses. Default: nobody.
    accused: Option<Text>,
    /// The hypothesis it can never be more certain than. Default: none.
    builds_on: Option<Text>,
    /// Whether it is so; hidden until the debrief. Default false.
    is_true: Option<bool>,
    /// What is really so; hidden until the debrief. Default: nothing.
    reality: Option<Text>,
    /// Everybody knows of it; if not, only who holds evidence. Default true.
    open: Option<bool>,
    /// Norms one can cite, each with the fact that supports it: `("f", "fact")`. Default: none.
    #[serde(default)]
    norms: Vec<(Text, Text)>,
    /// What somebody calls the group and takes it for: `("name", Criminal)`. Default: none.
    #[serde(default)]
    aliases: Vec<(Text, Label)>,
}

/// What a fact says about a hypothesis.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-evidence")]
pub(in crate::scenario) struct Says {
    /// The fact.
    fact: Text,
    /// The hypothesis it speaks for.
    hypothesis: Text,
    /// How much, against it if negative; -100 to 100.
    weight: Number,
    /// It was laid there to mislead. Default false.
    planted: Option<bool>,
}

/// A state's procedure, where it is not as usual.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-procedure")]
pub(in crate::scenario) struct National {
    /// The state.
    of: Text,
    /// How it attributes. Default `Names`.
    doctrine: Option<Doctrine>,
    /// Steps that are not as usual. Default: none.
    #[serde(default)]
    gates: Vec<Owned>,
}

/// One of its gates.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-gate")]
pub(in crate::scenario) struct Owned {
    /// The step.
    gate: Gate,
    /// Who does it.
    owner: Text,
    /// Hours it takes; 0 to 100. Default: the step's usual ones.
    hours: Option<Number>,
    /// Turns it takes an owner without a seat. Default 1, 0 to 1000.
    turns: Option<Number>,
}

/// Resolves the rows into the rules.
pub(super) fn resolve(resolver: &mut Resolver<'_>, rows: &Rows, rules: &mut Rules) {
    for row in &rows.hypotheses {
        resolver.needs(Ledger::Attribution, row.id.span);
        let hypothesis = hypothesis(resolver, row);
        rules.hypotheses.push(hypothesis);
    }
    for row in &rows.evidence {
        let evidence = Evidence {
            fact: resolver.fact(&row.fact),
            hypothesis: HypothesisId(resolver.find(Kind::Hypothesis, &row.hypothesis)),
            weight: resolver.number(Some(&row.weight), 0, -100, 100),
            planted: row.planted.unwrap_or(false),
        };
        rules.evidence.push(evidence);
    }
    for row in &rows.procedures {
        let procedure = procedure(resolver, row, rules);
        rules.procedures.push(procedure);
    }
}

fn hypothesis(resolver: &mut Resolver<'_>, row: &Row) -> Hypothesis {
    if let Some(below) = &row.builds_on {
        resolver.not_itself(&row.id, below, Kind::Hypothesis);
    }
    let norms = row.norms.iter();
    let norms = norms.map(|(norm, fact)| (resolver.norm(norm), resolver.fact(fact)));
    let norms = norms.collect();
    let aliases = row.aliases.iter();
    let aliases = aliases.map(|(name, label)| (resolver.line(name, "aliases"), *label));
    let aliases = aliases.collect();
    Hypothesis {
        id: HypothesisId(resolver.own(Kind::Hypothesis, &row.id)),
        name: resolver.line(&row.name, "name"),
        about: resolver.block_or_none(row.about.as_ref()),
        level: row.level.unwrap_or(Level::Group),
        accused: row.accused.as_ref().map(|accused| resolver.actor(accused)),
        builds_on: row
            .builds_on
            .as_ref()
            .map(|below| HypothesisId(resolver.find(Kind::Hypothesis, below))),
        is_true: row.is_true.unwrap_or(false),
        reality: resolver.block_or_none(row.reality.as_ref()),
        is_open: row.open.unwrap_or(true),
        norms,
        aliases,
    }
}

fn procedure(resolver: &mut Resolver<'_>, row: &National, rules: &Rules) -> Procedure {
    let gates = row.gates.iter();
    let steps = gates.map(|owned| Step {
        gate: owned.gate,
        owner: resolver.actor(&owned.owner),
        hours: resolver.number(owned.hours.as_ref(), rules.hours(owned.gate), 0, 100),
        turns: resolver.count(owned.turns.as_ref(), 1, 0, 1000),
    });
    let steps = steps.collect();
    Procedure {
        of: resolver.actor(&row.of),
        doctrine: row.doctrine.unwrap_or(Doctrine::Names),
        steps,
    }
}
