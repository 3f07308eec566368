//! How authors write tension.

use serde::Deserialize;

use crate::model::BlocId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::tension::Bloc;
use crate::model::ledger::tension::Rules;
use crate::scenario::file::Number;
use crate::scenario::file::Section;
use crate::scenario::file::Text;
use crate::scenario::resolve::Resolver;

/// The section of a scenario's files.
pub(in crate::scenario) type Sheet = Section<Rules, Rows>;

/// What it holds beside numbers.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-tension", default)]
pub(in crate::scenario) struct Rows {
    /// Groups of states that stand together. Default: none.
    blocs: Vec<Group>,
    /// How tense it is between two at the start: `("northern", "southern", 40)`; 0 to 100. Default: 20 each.
    pairs: Vec<(Text, Text, Number)>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-bloc")]
struct Group {
    /// Its id.
    id: Text,
    /// What it is called.
    name: Text,
    /// Who stands in it.
    members: Vec<Text>,
}

/// Resolves the rows into the rules.
pub(super) fn resolve(resolver: &mut Resolver<'_>, rows: &Rows, rules: &mut Rules) {
    for group in &rows.blocs {
        resolver.needs(Ledger::Tension, group.id.span);
        let bloc = Bloc {
            id: BlocId(resolver.own(Kind::Bloc, &group.id)),
            name: resolver.line(&group.name, "name"),
            members: group
                .members
                .iter()
                .map(|actor| resolver.actor(actor))
                .collect(),
        };
        rules.blocs.push(bloc);
    }
    for (a, b, points) in &rows.pairs {
        resolver.not_itself(a, b, Kind::Bloc);
        let pair = [a, b].map(|bloc| BlocId(resolver.find(Kind::Bloc, bloc)));
        let points = resolver.number(Some(points), 20, 0, 100);
        rules.pairs.push((pair[0], pair[1], points));
    }
}
