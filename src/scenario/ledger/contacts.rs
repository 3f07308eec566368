//! How authors write contacts.

use serde::Deserialize;

use crate::model::ledger::contacts::Rules;
use crate::scenario::file::Section;
use crate::scenario::resolve::Resolver;

/// The section of a scenario's files.
pub(in crate::scenario) type Sheet = Section<Rules, Rows>;

/// What it holds beside numbers.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-contacts", default)]
pub(in crate::scenario) struct Rows {}

/// Resolves the rows into the rules.
pub(super) fn resolve(_: &mut Resolver<'_>, _: &Rows, _: &mut Rules) {}
