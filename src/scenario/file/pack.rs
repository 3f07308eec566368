//! A regional pack, as written.

use serde::Deserialize;

use crate::model::ledger::duties::Trigger;
use crate::scenario::file::Decides;
use crate::scenario::file::Number;
use crate::scenario::file::Text;
use crate::scenario::file::Working;
use crate::scenario::read::Spanned;

/// What a part of the world has in common: institutions, ways of deciding, working days, duties to choose from.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-pack")]
pub(in crate::scenario) struct Pack {
    pub(in crate::scenario) format: Number,
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) name: Text,
    /// When somebody last compared it with its sources: `"2026-11-01"`.
    pub(in crate::scenario) checked_on: Text,
    pub(in crate::scenario) source: Text,
    pub(in crate::scenario) disclaimer: Text,
    pub(in crate::scenario) decides: Option<Spanned<Decides>>,
    #[serde(default)]
    pub(in crate::scenario) institutions: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) measures: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) languages: Vec<Text>,
    pub(in crate::scenario) utc: Option<Text>,
    /// Where else in the region clocks hang, for the author who wants another.
    #[serde(default)]
    pub(in crate::scenario) other_utc: Vec<Text>,
    pub(in crate::scenario) working: Option<Working>,
    #[serde(default)]
    pub(in crate::scenario) duties: Vec<Template>,
}

/// A duty to make one's own of: what it leaves out, and may be overridden in, the scenario says.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-duty")]
pub(in crate::scenario) struct Template {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) name: Text,
    pub(in crate::scenario) about: Text,
    pub(in crate::scenario) trigger: Trigger,
    pub(in crate::scenario) determined: Option<bool>,
    pub(in crate::scenario) within: Text,
    pub(in crate::scenario) stops_note: Option<Text>,
    pub(in crate::scenario) extension: Option<Text>,
    pub(in crate::scenario) answer: Option<Text>,
    pub(in crate::scenario) hours: Option<Number>,
    pub(in crate::scenario) accepts_minimal: Option<bool>,
    pub(in crate::scenario) leak: Option<Number>,
    pub(in crate::scenario) modelled_on: Text,
    /// Since when the law applies, in words or as a date.
    pub(in crate::scenario) valid_from: Text,
    /// If it was compared later than the rest.
    pub(in crate::scenario) checked_on: Option<Text>,
    pub(in crate::scenario) source: Text,
}
