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
    /// What is told in public. Default: nothing.
    stories: Vec<Told>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-story")]
struct Told {
    /// Its id.
    id: Text,
    /// What it is called.
    name: Text,
    /// What is told.
    text: Text,
    /// Whether it is true; hidden until the debrief. Default `True`.
    truth: Option<Truth>,
    /// Who tells it. Default: nobody in particular.
    teller: Option<Text>,
    /// The turn it begins in; 0 to 1000. Default: an effect begins it.
    from: Option<Number>,
    /// How much of it is believed when it begins. Default 20, 0 to 100.
    belief: Option<Number>,
    /// The seats that journalists ask. Default: the ministries.
    #[serde(default)]
    asked: Vec<Text>,
    /// Facts that a speaker should have verified. Default: none.
    #[serde(default)]
    facts: Vec<Text>,
    /// Communities it hurts: `("riders", 20)`; 0 to 10000. Default: none.
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
