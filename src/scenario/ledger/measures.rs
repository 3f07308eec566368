//! How authors write measures.

use serde::Deserialize;

use crate::model::CommunityId;
use crate::model::MeasureId;
use crate::model::decision::Cost;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::measures::Form;
use crate::model::ledger::measures::Measure;
use crate::model::ledger::measures::Rules;
use crate::scenario::file::Effect;
use crate::scenario::file::Number;
use crate::scenario::file::Section;
use crate::scenario::file::Text;
use crate::scenario::read::Spanned;
use crate::scenario::resolve::Resolver;

/// The section of a scenario's files.
pub(in crate::scenario) type Sheet = Section<Rules, Rows>;

/// What it holds beside numbers.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-measures", default)]
pub(in crate::scenario) struct Rows {
    menu: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-measure")]
struct Entry {
    id: Text,
    name: Text,
    about: Option<Text>,
    form: Form,
    #[serde(default)]
    by: Vec<Text>,
    target: Option<Text>,
    hours: Option<Number>,
    capital: Option<Number>,
    #[serde(default)]
    members: Vec<(Text, Number)>,
    turns: Option<Number>,
    #[serde(default)]
    cuts: Vec<Text>,
    #[serde(default)]
    hurts: Vec<(Text, Number)>,
    #[serde(default)]
    deters: Vec<Text>,
    #[serde(default)]
    needs: Vec<Text>,
    #[serde(default)]
    on_taken: Vec<Spanned<Effect>>,
    #[serde(default)]
    on_ended: Vec<Spanned<Effect>>,
}

/// Resolves the rows into the rules.
pub(super) fn resolve(resolver: &mut Resolver<'_>, rows: &Rows, rules: &mut Rules) {
    rules.menu = rows
        .menu
        .iter()
        .map(|entry| measure(resolver, entry))
        .collect();
}

fn measure(resolver: &mut Resolver<'_>, entry: &Entry) -> Measure {
    resolver.needs(Ledger::Measures, entry.id.span);
    let price = entry.form.price();
    let member = |resolver: &mut Resolver<'_>, (actor, odds): &(Text, Number)| {
        let actor = resolver.actor(actor);
        (actor, i32::from(resolver.chance(Some(odds), 500)))
    };
    let hurt = |resolver: &mut Resolver<'_>, (community, by): &(Text, Number)| {
        let community = CommunityId(resolver.find(Kind::Community, community));
        (community, resolver.number(Some(by), 1, 0, 1000))
    };
    Measure {
        id: MeasureId(resolver.own(Kind::Measure, &entry.id)),
        name: resolver.line(&entry.name, "name"),
        about: resolver.block_or_none(entry.about.as_ref()),
        form: entry.form,
        by: entry.by.iter().map(|seat| resolver.seat(seat)).collect(),
        target: entry.target.as_ref().map(|actor| resolver.actor(actor)),
        cost: Cost {
            hours: resolver.number(entry.hours.as_ref(), price.hours, 0, 1000),
            capital: resolver.number(entry.capital.as_ref(), price.capital, 0, 1000),
        },
        members: entry
            .members
            .iter()
            .map(|row| member(resolver, row))
            .collect(),
        turns: resolver.count(entry.turns.as_ref(), 0, 0, 100),
        cuts: entry
            .cuts
            .iter()
            .map(|actor| resolver.actor(actor))
            .collect(),
        hurts: entry.hurts.iter().map(|row| hurt(resolver, row)).collect(),
        deters: entry
            .deters
            .iter()
            .map(|zone| resolver.zone(zone))
            .collect(),
        needs: entry.needs.iter().map(|fact| resolver.fact(fact)).collect(),
        on_taken: resolver.effects(&entry.on_taken),
        on_ended: resolver.effects(&entry.on_ended),
    }
}
