//! How authors write politicisation.

use serde::Deserialize;

use crate::model::ledger::politicisation::Line;
use crate::model::ledger::politicisation::Rules;
use crate::model::ledger::politicisation::Team;
use crate::scenario::file::Number;
use crate::scenario::file::Section;
use crate::scenario::file::Text;
use crate::scenario::resolve::Resolver;

/// The section of a scenario's files.
pub(in crate::scenario) type Sheet = Section<Rules, Rows>;

/// What it holds beside numbers.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-politicisation", default)]
pub(in crate::scenario) struct Rows {
    /// Where each CERT stands. Default: where all begin.
    pub(in crate::scenario) teams: Vec<Row>,
}

/// A CERT with a history.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-team")]
pub(in crate::scenario) struct Row {
    /// The team.
    cert: Text,
    /// How political its work is at the start; 0 to 100. Default: the section's.
    start: Option<Number>,
    /// Whom it stands under. Default `Regulator`.
    line: Option<Line>,
}

/// Resolves the rows into the rules.
pub(super) fn resolve(resolver: &mut Resolver<'_>, rows: &Rows, rules: &mut Rules) {
    let start = rules.start;
    for row in &rows.teams {
        let team = Team {
            cert: resolver.actor(&row.cert),
            start: resolver.number(row.start.as_ref(), start, 0, 100),
            line: row.line.unwrap_or(Line::Regulator),
        };
        rules.teams.push(team);
    }
}
