//! How authors write the adversary.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::adversary::AdversaryRules;
use crate::model::adversary::Aim;
use crate::model::adversary::Move;
use crate::model::adversary::Trace;
use crate::scenario::file::Effect;
use crate::scenario::file::Number;
use crate::scenario::file::Section;
use crate::scenario::file::Text;
use crate::scenario::file::Window;
use crate::scenario::read::Spanned;
use crate::scenario::resolve::Resolver;
use crate::text::Arg;

/// The section of a scenario's files.
pub(in crate::scenario) type Sheet = Section<AdversaryRules, Rows>;

/// What it holds beside numbers.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-adversary", default)]
pub(in crate::scenario) struct Rows {
    /// Who it is; somebody without a seat. Default: nobody, and none of this happens.
    actor: Option<Text>,
    /// What it can do. Default: nothing.
    moves: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-move")]
struct Entry {
    /// Its id.
    id: Text,
    /// What it does, in words for the debrief.
    name: Text,
    /// Resources it takes. Default 1, 0 to 1000.
    cost: Option<Number>,
    /// The condition under which it can. Default: always.
    when: Option<Text>,
    /// The turn it can in, or the first and the last. Default: any.
    turn: Option<Spanned<Window>>,
    /// It does it at most once. Default false.
    #[serde(default)]
    once: bool,
    /// Turns until it may again. Default 1, 1 to 1000.
    cooldown: Option<Number>,
    /// What it is for.
    aim: Aim,
    /// The zone it is about. Default: none.
    zone: Option<Text>,
    /// How much it wants it. Default 10, 1 to 1000.
    weight: Option<Number>,
    /// What it does.
    effects: Vec<Spanned<Effect>>,
    /// What a seat reads that sees what moved. Default: nothing.
    why: Option<Text>,
    /// Facts that may be found by an actor, per mille: `("fact", "actor", 300)`; 0 to 1000. Default: none.
    #[serde(default)]
    traces: Vec<(Text, Text, Number)>,
}

/// Resolves the rows into the rules.
pub(in crate::scenario) fn resolve(
    resolver: &mut Resolver<'_>,
    rows: &Rows,
    rules: &mut AdversaryRules,
) {
    rules.actor = rows.actor.as_ref().map(|actor| resolver.actor(actor));
    let mut taken = BTreeMap::new();
    for entry in &rows.moves {
        if let Some(first) = taken.insert(&entry.id.value, entry.id.span) {
            let wrong = Diagnostic::new(Code::DuplicateId, entry.id.span)
                .with("kind", Arg::Key("kind-move"))
                .with("name", &entry.id.value);
            resolver.tell(wrong.label(first, "diag-label-first"));
        }
        rules.moves.push(one(resolver, entry));
    }
}

fn one(resolver: &mut Resolver<'_>, entry: &Entry) -> Move {
    let last = resolver.last_turn();
    let (from, to) = entry
        .turn
        .as_ref()
        .map_or((1, last), |turn| resolver.window(turn));
    let trace = |resolver: &mut Resolver<'_>, (fact, to, chance): &(Text, Text, Number)| Trace {
        fact: resolver.tells(fact),
        to: resolver.actor(to),
        chance: i32::from(resolver.chance(Some(chance), 0)),
    };
    Move {
        word: entry.id.value.as_str().into(),
        name: resolver.line(&entry.name, "name"),
        cost: resolver.number(entry.cost.as_ref(), 1, 0, 1000),
        condition: resolver.condition(entry.when.as_ref()),
        from,
        to,
        once: entry.once,
        cooldown: resolver.count(entry.cooldown.as_ref(), 1, 1, 1000),
        aim: entry.aim,
        zone: entry.zone.as_ref().map(|zone| resolver.zone(zone)),
        weight: resolver.number(entry.weight.as_ref(), 10, 1, 1000),
        effects: resolver.effects(&entry.effects),
        why: resolver.line_or_none(entry.why.as_ref()),
        traces: entry
            .traces
            .iter()
            .map(|row| trace(resolver, row))
            .collect(),
    }
}
