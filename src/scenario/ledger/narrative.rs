//! How authors write the public narrative.

use serde::Deserialize;

use crate::model::CommunityId;
use crate::model::StoryId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::facts::Truth;
use crate::model::ledger::narrative::Rules;
use crate::model::ledger::narrative::Story;
use crate::scenario::file::Number;
use crate::scenario::file::Section;
use crate::scenario::file::Text;
use crate::scenario::resolve::Resolver;

/// The section of a scenario's files.
pub(in crate::scenario) type Sheet = Section<Rules, Rows>;

/// What it holds beside numbers.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-narrative", default)]
pub(in crate::scenario) struct Rows {
    stories: Vec<Told>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-story")]
struct Told {
    id: Text,
    name: Text,
    text: Text,
    truth: Option<Truth>,
    teller: Option<Text>,
    from: Option<Number>,
    belief: Option<Number>,
    #[serde(default)]
    asked: Vec<Text>,
    #[serde(default)]
    facts: Vec<Text>,
    #[serde(default)]
    hurts: Vec<(Text, Number)>,
}

/// Resolves the rows into the rules.
pub(super) fn resolve(resolver: &mut Resolver<'_>, rows: &Rows, rules: &mut Rules) {
    rules.stories = rows
        .stories
        .iter()
        .map(|told| story(resolver, told))
        .collect();
}

fn story(resolver: &mut Resolver<'_>, told: &Told) -> Story {
    resolver.needs(Ledger::Narrative, told.id.span);
    let hurt = |resolver: &mut Resolver<'_>, (community, by): &(Text, Number)| {
        let community = CommunityId(resolver.find(Kind::Community, community));
        (community, resolver.number(Some(by), 0, 0, 10_000))
    };
    Story {
        id: StoryId(resolver.own(Kind::Story, &told.id)),
        name: resolver.line(&told.name, "name"),
        text: resolver.block(&told.text, "text"),
        truth: told.truth.unwrap_or(Truth::False),
        teller: told.teller.as_ref().map(|actor| resolver.actor(actor)),
        from: told
            .from
            .as_ref()
            .map(|turn| resolver.count(Some(turn), 1, 0, 1000)),
        belief: resolver.number(told.belief.as_ref(), 20, 0, 100),
        asked: told.asked.iter().map(|seat| resolver.seat(seat)).collect(),
        facts: told.facts.iter().map(|fact| resolver.fact(fact)).collect(),
        hurts: told.hurts.iter().map(|row| hurt(resolver, row)).collect(),
    }
}
