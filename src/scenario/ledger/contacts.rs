//! How authors write contacts.

use serde::Deserialize;

use crate::model::ContactId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::contacts::Club;
use crate::model::ledger::contacts::Concern;
use crate::model::ledger::contacts::Entry;
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
}
