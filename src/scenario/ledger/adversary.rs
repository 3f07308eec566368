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
    actor: Option<Text>,
    moves: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-move")]
struct Entry {
    id: Text,
    name: Text,
    cost: Option<Number>,
    when: Option<Text>,
    turn: Option<Spanned<Window>>,
    #[serde(default)]
    once: bool,
    cooldown: Option<Number>,
    aim: Aim,
    zone: Option<Text>,
    weight: Option<Number>,
    effects: Vec<Spanned<Effect>>,
    why: Option<Text>,
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
