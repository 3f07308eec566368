//! How authors write measures.

use serde::Deserialize;

use crate::model::CommunityId;
use crate::model::MeasureId;
use crate::model::decision::Cost;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::measures::Form;
use crate::model::ledger::measures::Measure;
use crate::model::ledger::measures::Point;
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
    /// What can be done. Default: nothing.
    menu: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-measure")]
struct Entry {
    /// Its id.
    id: Text,
    /// What it is called.
    name: Text,
    /// More about it. Default: nothing.
    about: Option<Text>,
    /// What kind of measure it is.
    form: Form,
    /// Who may take it. Default: the ministries.
    #[serde(default)]
    by: Vec<Text>,
    /// Against or for whom. Default: nobody.
    target: Option<Text>,
    /// Hours it costs; 0 to 1000. Default: the form's.
    hours: Option<Number>,
    /// Political capital it costs; 0 to 1000. Default: the form's.
    capital: Option<Number>,
    /// Who must assent, each with its leaning, per mille: `("ally", 400)`; 0 to 1000. Default: nobody.
    #[serde(default)]
    members: Vec<(Text, Number)>,
    /// Turns until it ends by itself; 0 for never. Default 0, 0 to 100.
    turns: Option<Number>,
    /// Teams and firms whose channel it closes. Default: none.
    #[serde(default)]
    cuts: Vec<Text>,
    /// Communities it hurts, and points a turn: `("crews", 2)`; 0 to 1000. Default: none.
    #[serde(default)]
    hurts: Vec<(Text, Number)>,
    /// Zones a compendium slows, and by how much, per mille of their rate: `("health", 250)`; 0 to 900. Default: none.
    #[serde(default)]
    readies: Vec<(Text, Number)>,
    /// Communities a fund reaches, and points a turn: `("families", 2)`; 0 to 1000. Default: none.
    #[serde(default)]
    relieves: Vec<(Text, Number)>,
    /// Who has done such a thing before. Default: nobody.
    #[serde(default)]
    versed: Vec<Text>,
    /// The point of law a position is about. Default: none.
    point: Option<Point>,
    /// Zones it may slow. Default: none.
    #[serde(default)]
    deters: Vec<Text>,
    /// Facts of which whoever takes it must hold one. Default: none.
    #[serde(default)]
    needs: Vec<Text>,
    /// What follows when it is taken. Default: nothing.
    #[serde(default)]
    on_taken: Vec<Spanned<Effect>>,
    /// What follows when it ends. Default: nothing.
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
    let ready = |resolver: &mut Resolver<'_>, (zone, by): &(Text, Number)| {
        (resolver.zone(zone), resolver.number(Some(by), 200, 0, 900))
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
        readies: entry
            .readies
            .iter()
            .map(|row| ready(resolver, row))
            .collect(),
        relieves: entry
            .relieves
            .iter()
            .map(|row| hurt(resolver, row))
            .collect(),
        versed: entry
            .versed
            .iter()
            .map(|actor| resolver.actor(actor))
            .collect(),
        point: entry.point,
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
