//! The author's expert path, as written.

use serde::Deserialize;

use crate::model::marking::Tlp;
use crate::scenario::file::Number;
use crate::scenario::file::Text;

/// What one seat does in one turn.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-expert")]
pub(in crate::scenario) struct Expert {
    /// The seat that acts.
    pub(in crate::scenario) seat: Text,
    /// In which turn, 0 to the last.
    pub(in crate::scenario) turn: Number,
    /// The choices it answers with, as `decision.choice`. Default: none.
    #[serde(default)]
    pub(in crate::scenario) answers: Vec<Text>,
    /// The author's standing actions it takes. Default: none.
    #[serde(default)]
    pub(in crate::scenario) actions: Vec<Text>,
    /// Facts it passes on: which, to whom, under which label. Default: none.
    #[serde(default)]
    pub(in crate::scenario) share: Vec<(Text, Text, Tlp)>,
    /// The same with derived versions. Default: none.
    #[serde(default)]
    pub(in crate::scenario) share_derived: Vec<(Text, Text, Tlp)>,
    /// Facts it verifies. Default: none.
    #[serde(default)]
    pub(in crate::scenario) analyse: Vec<Text>,
    /// Facts of which it makes a version to pass on. Default: none.
    #[serde(default)]
    pub(in crate::scenario) derive: Vec<Text>,
    /// Facts it publishes as an advisory. Default: none.
    #[serde(default)]
    pub(in crate::scenario) advise: Vec<Text>,
    /// Duties it reports. Default: none.
    #[serde(default)]
    pub(in crate::scenario) report: Vec<Text>,
    /// Duties whose trigger word it says is met. Default: none.
    #[serde(default)]
    pub(in crate::scenario) determine: Vec<Text>,
    /// Duties whose reports it answers. Default: none.
    #[serde(default)]
    pub(in crate::scenario) respond: Vec<Text>,
    /// Zones in which it asks for containment. Default: none.
    #[serde(default)]
    pub(in crate::scenario) contain: Vec<Text>,
    /// Communities it tells what happened to them. Default: none.
    #[serde(default)]
    pub(in crate::scenario) notify: Vec<Text>,
    /// Actors it asks for what they know. Default: none.
    #[serde(default)]
    pub(in crate::scenario) ask: Vec<Text>,
    /// Actors it keeps in touch with. Default: none.
    #[serde(default)]
    pub(in crate::scenario) keep_in_touch: Vec<Text>,
    /// Any other acts, each as an author's test writes it. Default: none.
    #[serde(default)]
    pub(in crate::scenario) acts: Vec<Text>,
}
