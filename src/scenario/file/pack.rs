//! A regional pack, as written.

use serde::Deserialize;

use crate::model::ledger::duties::Trigger;
use crate::scenario::file::Decides;
use crate::scenario::file::Number;
use crate::scenario::file::Text;
use crate::scenario::file::ValidFrom;
use crate::scenario::file::Working;
use crate::scenario::read::Spanned;

/// What a part of the world has in common: institutions, ways of deciding, working days, duties to choose from.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-pack")]
pub(in crate::scenario) struct Pack {
    /// The version of the notation: 1.
    pub(in crate::scenario) format: Number,
    /// Its id, as its file is called.
    pub(in crate::scenario) id: Text,
    /// What it is called.
    pub(in crate::scenario) name: Text,
    /// When somebody last compared it with its sources: `"2026-11-01"`.
    pub(in crate::scenario) checked_on: Text,
    /// What it was compared with.
    pub(in crate::scenario) source: Text,
    /// What it is not.
    pub(in crate::scenario) disclaimer: Text,
    /// How its states decide together. Default `Unanimity`.
    pub(in crate::scenario) decides: Option<Spanned<Decides>>,
    /// The institutions there are. Default: none.
    #[serde(default)]
    pub(in crate::scenario) institutions: Vec<Text>,
    /// Its confidence-building measures. Default: none.
    #[serde(default)]
    pub(in crate::scenario) measures: Vec<Text>,
    /// Its languages, as tags. Default: none.
    #[serde(default)]
    pub(in crate::scenario) languages: Vec<Text>,
    /// Where its clocks hang. Default: the story's.
    pub(in crate::scenario) utc: Option<Text>,
    /// Where else in the region clocks hang, for the author who wants another. Default: none.
    #[serde(default)]
    pub(in crate::scenario) other_utc: Vec<Text>,
    /// When people work. Default Monday to Friday, 09:00 to 17:00.
    pub(in crate::scenario) working: Option<Working>,
    /// Duties to make one's own. Default: none.
    #[serde(default)]
    pub(in crate::scenario) duties: Vec<Template>,
}

/// A duty to make one's own of: what it leaves out, and may be overridden in, the scenario says.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-template")]
pub(in crate::scenario) struct Template {
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// What it is called.
    pub(in crate::scenario) name: Text,
    /// What is due, in words.
    pub(in crate::scenario) about: Text,
    /// The law's word that starts the clock.
    pub(in crate::scenario) trigger: Trigger,
    /// It starts with the holder's own word. Default false.
    pub(in crate::scenario) determined: Option<bool>,
    /// Another duty of the pack, with whose clock this one starts. Default: none.
    pub(in crate::scenario) with: Option<Text>,
    /// Another duty of the pack, with whose report this clock starts. Default: none.
    pub(in crate::scenario) after: Option<Text>,
    /// Within what time.
    pub(in crate::scenario) within: Text,
    /// What stops it, in the holder's words. Default: nothing.
    pub(in crate::scenario) stops_note: Option<Text>,
    /// By how much the deadline may be moved. Default: not at all.
    pub(in crate::scenario) extension: Option<Text>,
    /// Within what time the recipient owes an answer. Default: it owes none.
    pub(in crate::scenario) answer: Option<Text>,
    /// Hours of a full report. Default 1, 0 to 1000.
    pub(in crate::scenario) hours: Option<Number>,
    /// Whether the minimum satisfies the law. Default true.
    pub(in crate::scenario) accepts_minimal: Option<bool>,
    /// Odds that a full report gets out, per mille. Default 0, 0 to 1000.
    pub(in crate::scenario) leak: Option<Number>,
    /// The law it is modelled on.
    pub(in crate::scenario) modelled_on: Text,
    /// Since when the law applies.
    pub(in crate::scenario) valid_from: ValidFrom,
    /// When it was compared, if later than the rest. Default: as the pack.
    pub(in crate::scenario) checked_on: Option<Text>,
    /// Where the law can be read.
    pub(in crate::scenario) source: Text,
}

impl Template {
    /// The duty of the pack that its clock follows.
    pub(in crate::scenario) fn first(&self) -> Option<&Text> {
        self.with.as_ref().or(self.after.as_ref())
    }
}
