//! Duties and how reporting works, as written.

use serde::Deserialize;

use crate::model::ledger::duties::Trigger;
use crate::scenario::file::Effect;
use crate::scenario::file::Number;
use crate::scenario::file::Text;
use crate::scenario::read::Spanned;

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-duty")]
pub(in crate::scenario) struct Duty {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) from_pack: Option<Spanned<(Text, Text)>>,
    pub(in crate::scenario) name: Option<Text>,
    pub(in crate::scenario) about: Option<Text>,
    pub(in crate::scenario) holder: Text,
    pub(in crate::scenario) recipient: Text,
    pub(in crate::scenario) trigger: Option<Trigger>,
    pub(in crate::scenario) starts: Option<Text>,
    pub(in crate::scenario) determined: Option<bool>,
    pub(in crate::scenario) known_since: Option<Text>,
    pub(in crate::scenario) grace: Option<Text>,
    pub(in crate::scenario) with: Option<Text>,
    pub(in crate::scenario) after: Option<Text>,
    pub(in crate::scenario) within: Option<Text>,
    pub(in crate::scenario) calendar: Option<Text>,
    pub(in crate::scenario) stops: Option<Text>,
    pub(in crate::scenario) stops_note: Option<Text>,
    pub(in crate::scenario) extension: Option<Text>,
    pub(in crate::scenario) answer: Option<Text>,
    pub(in crate::scenario) hours: Option<Number>,
    pub(in crate::scenario) accepts_minimal: Option<bool>,
    #[serde(default)]
    pub(in crate::scenario) tells: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) tells_in_full: Vec<Text>,
    pub(in crate::scenario) leak: Option<Number>,
    #[serde(default)]
    pub(in crate::scenario) on_met: Vec<Spanned<Effect>>,
    #[serde(default)]
    pub(in crate::scenario) on_missed: Vec<Spanned<Effect>>,
    #[serde(default)]
    pub(in crate::scenario) on_full: Vec<Spanned<Effect>>,
    #[serde(default)]
    pub(in crate::scenario) on_leak: Vec<Spanned<Effect>>,
    #[serde(default)]
    pub(in crate::scenario) on_answer: Vec<Spanned<Effect>>,
    pub(in crate::scenario) modelled_on: Option<Text>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-reporting", default)]
pub(in crate::scenario) struct Reporting {
    pub(in crate::scenario) determine_hours: Option<Number>,
    pub(in crate::scenario) extension_hours: Option<Number>,
    pub(in crate::scenario) extension_odds: Option<Number>,
    pub(in crate::scenario) exposure: Option<Number>,
    pub(in crate::scenario) exposure_cost: Option<Number>,
    pub(in crate::scenario) noise_cost: Option<Number>,
    pub(in crate::scenario) answer_odds: Option<Number>,
    pub(in crate::scenario) answer_load: Option<Number>,
    pub(in crate::scenario) answer_gain: Option<Number>,
    pub(in crate::scenario) silence_cost: Option<Number>,
    pub(in crate::scenario) hours_per_report: Option<Number>,
    pub(in crate::scenario) answer_hours: Option<Number>,
    pub(in crate::scenario) chill: Option<Number>,
}
