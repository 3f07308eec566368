//! How authors write contacts.

use serde::Deserialize;

use crate::model::ContactId;
use crate::model::FactId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::contacts::Club;
use crate::model::ledger::contacts::Concern;
use crate::model::ledger::contacts::Entry;
use crate::model::ledger::contacts::Register;
use crate::model::ledger::contacts::Rendering;
use crate::model::ledger::contacts::Route;
use crate::model::ledger::contacts::Rules;
use crate::scenario::file::Number;
use crate::scenario::file::Section;
use crate::scenario::file::Text;
use crate::scenario::resolve::Resolver;

/// The section of a scenario's files.
pub(in crate::scenario) type Sheet = Section<Rules, Rows>;

/// What it holds beside numbers.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-contacts", default)]
pub(in crate::scenario) struct Rows {
    /// Who can reach whom; without it everybody reaches everybody. Default: none.
    directory: Vec<Contact>,
    /// Actors that can host a meeting in a neutral place. Default: none.
    conveners: Vec<Text>,
    /// Bodies whose members reach each other. Default: none.
    clubs: Vec<Members>,
    /// Facts that each community says in words of its own. Default: none, and nobody misreads anything.
    renderings: Vec<Words>,
    /// Actors that file what comes in by a scheme of their own and know no TLP. Default: none.
    registries: Vec<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-rendering")]
struct Words {
    /// The fact.
    fact: Text,
    /// The words its own text is in. Default Technical.
    own: Option<Register>,
    /// What it says to response teams and vendors. Default: nobody has found words.
    technical: Option<Text>,
    /// What it says to diplomats. Default: nobody has found words.
    diplomatic: Option<Text>,
    /// What it says to regulators and police. Default: nobody has found words.
    legal: Option<Text>,
    /// What readers of another community take it for.
    misread: Text,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-contact")]
struct Contact {
    /// Its id.
    id: Text,
    /// Who has the entry.
    holder: Text,
    /// Whom it leads to.
    reaches: Text,
    /// What they deal with.
    concern: Concern,
    /// How a message goes.
    route: Route,
    /// Who answers there. Default: nobody by name.
    officer: Option<Text>,
    /// Odds that it is stale at the start, per mille. Default 0, 0 to 1000.
    stale: Option<Number>,
    /// When it was last confirmed, in words. Default: nothing.
    confirmed: Option<Text>,
    /// What is spoken there, as tags. Default: as its region.
    #[serde(default)]
    languages: Vec<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-club")]
struct Members {
    /// The body.
    body: Text,
    /// Who belongs to it.
    members: Vec<Text>,
}

/// Resolves the rows into the rules.
pub(super) fn resolve(resolver: &mut Resolver<'_>, rows: &Rows, rules: &mut Rules) {
    for row in &rows.directory {
        resolver.needs(Ledger::Contacts, row.id.span);
        resolver.not_itself(&row.holder, &row.reaches, Kind::Actor);
        let languages = row.languages.iter();
        let entry = Entry {
            id: ContactId(resolver.own(Kind::Contact, &row.id)),
            holder: resolver.actor(&row.holder),
            reaches: resolver.actor(&row.reaches),
            concern: row.concern,
            route: row.route,
            officer: resolver.line_or_none(row.officer.as_ref()),
            stale: i32::from(resolver.chance(row.stale.as_ref(), 0)),
            confirmed: resolver.line_or_none(row.confirmed.as_ref()),
            languages: languages.map(|tag| tag.value.as_str().into()).collect(),
        };
        rules.directory.push(entry);
    }
    rules.conveners = rows
        .conveners
        .iter()
        .map(|actor| resolver.actor(actor))
        .collect();
    for row in &rows.clubs {
        let club = Club {
            body: resolver.actor(&row.body),
            members: row
                .members
                .iter()
                .map(|member| resolver.actor(member))
                .collect(),
        };
        rules.clubs.push(club);
    }
    for row in &rows.renderings {
        let fact = FactId(resolver.find(Kind::Fact, &row.fact));
        resolver.needs(Ledger::Contacts, row.fact.span);
        let texts = [
            (Register::Technical, row.technical.as_ref()),
            (Register::Diplomatic, row.diplomatic.as_ref()),
            (Register::Legal, row.legal.as_ref()),
        ];
        let texts = texts.into_iter().filter(|(_, text)| text.is_some());
        let rendering = Rendering {
            fact,
            own: row.own.unwrap_or(Register::Technical),
            texts: texts
                .map(|(register, text)| (register, resolver.block_or_none(text)))
                .collect(),
            misread: resolver.block(&row.misread, "misread"),
        };
        rules.renderings.push(rendering);
    }
    rules.registries = rows
        .registries
        .iter()
        .map(|actor| resolver.actor(actor))
        .collect();
}
