//! The author's expert path, as written.

use serde::Deserialize;

use crate::model::marking::Tlp;
use crate::scenario::file::Number;
use crate::scenario::file::Text;

/// What one seat does in one turn.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-expert")]
pub(in crate::scenario) struct Expert {
    pub(in crate::scenario) seat: Text,
    pub(in crate::scenario) turn: Number,
    /// `decision.choice`.
    #[serde(default)]
    pub(in crate::scenario) answers: Vec<Text>,
    /// Standing actions of the author's.
    #[serde(default)]
    pub(in crate::scenario) actions: Vec<Text>,
    /// Fact, to whom, under which label.
    #[serde(default)]
    pub(in crate::scenario) share: Vec<(Text, Text, Tlp)>,
    /// The same with derived versions.
    #[serde(default)]
    pub(in crate::scenario) share_derived: Vec<(Text, Text, Tlp)>,
    #[serde(default)]
    pub(in crate::scenario) analyse: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) derive: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) advise: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) report: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) determine: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) respond: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) contain: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) notify: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) ask: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) keep_in_touch: Vec<Text>,
}
