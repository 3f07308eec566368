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
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// The pack and the duty in it that this is made of: `("europe", "incident_notification")`. Default: none.
    pub(in crate::scenario) from_pack: Option<Spanned<(Text, Text)>>,
    /// What it is called. Default: the pack's; needed without one.
    pub(in crate::scenario) name: Option<Text>,
    /// What is due, in words. Default: nothing.
    pub(in crate::scenario) about: Option<Text>,
    /// The seat that has to report.
    pub(in crate::scenario) holder: Text,
    /// The actor it has to report to.
    pub(in crate::scenario) recipient: Text,
    /// The law's word that starts the clock. Default: the pack's; needed without one.
    pub(in crate::scenario) trigger: Option<Trigger>,
    /// The condition in which the clock starts. Default: an effect or another duty starts it.
    pub(in crate::scenario) starts: Option<Text>,
    /// It starts with the holder's own word. Default false.
    pub(in crate::scenario) determined: Option<bool>,
    /// The condition since which an outsider would say that the holder knew. Default: none.
    pub(in crate::scenario) known_since: Option<Text>,
    /// Time after that in which silence is no fault. Default `"24h"`.
    pub(in crate::scenario) grace: Option<Text>,
    /// Another duty, with whose clock this one starts. Default: the pack's, where nothing else is said to start it.
    pub(in crate::scenario) with: Option<Text>,
    /// Another duty, with whose report this clock starts. Default: the pack's, where nothing else is said to start it.
    pub(in crate::scenario) after: Option<Text>,
    /// Within what time: `"72h"`, `"4bd"` business days, `"1mo"`. Default: the pack's; needed without one.
    pub(in crate::scenario) within: Option<Text>,
    /// The region in whose calendar business days count. Default: the recipient's.
    pub(in crate::scenario) calendar: Option<Text>,
    /// The condition that stops the clock. Default: none.
    pub(in crate::scenario) stops: Option<Text>,
    /// What that is in the holder's words. Default: nothing.
    pub(in crate::scenario) stops_note: Option<Text>,
    /// By how much the deadline may be moved, once. Default: not at all.
    pub(in crate::scenario) extension: Option<Text>,
    /// Within what time the recipient owes an answer. Default: it owes none.
    pub(in crate::scenario) answer: Option<Text>,
    /// Hours of a full report. Default 1, 0 to 1000.
    pub(in crate::scenario) hours: Option<Number>,
    /// Whether the minimum satisfies the law. Default true.
    pub(in crate::scenario) accepts_minimal: Option<bool>,
    /// Facts the recipient learns of any report. Default: none.
    #[serde(default)]
    pub(in crate::scenario) tells: Vec<Text>,
    /// Facts it learns of a full or flagged one. Default: none.
    #[serde(default)]
    pub(in crate::scenario) tells_in_full: Vec<Text>,
    /// Odds that a full report gets out, per mille. Default 0, 0 to 1000.
    pub(in crate::scenario) leak: Option<Number>,
    /// What follows when it is met. Default: nothing.
    #[serde(default)]
    pub(in crate::scenario) on_met: Vec<Spanned<Effect>>,
    /// What follows when it is missed. Default: nothing.
    #[serde(default)]
    pub(in crate::scenario) on_missed: Vec<Spanned<Effect>>,
    /// What follows a full report. Default: nothing.
    #[serde(default)]
    pub(in crate::scenario) on_full: Vec<Spanned<Effect>>,
    /// What follows when a report gets out. Default: nothing.
    #[serde(default)]
    pub(in crate::scenario) on_leak: Vec<Spanned<Effect>>,
    /// What follows when the recipient answers. Default: nothing.
    #[serde(default)]
    pub(in crate::scenario) on_answer: Vec<Spanned<Effect>>,
    /// The law it is modelled on, for the debrief. Default: nothing.
    pub(in crate::scenario) modelled_on: Option<Text>,
    /// Where that law can be read. Default: the pack's; nothing without one.
    pub(in crate::scenario) source: Option<Text>,
    /// Since when that law applies. Default: the pack's; nothing without one.
    pub(in crate::scenario) valid_from: Option<ValidFrom>,
}

/// Since when a law applies.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename = "what-valid-from")]
pub(in crate::scenario) enum ValidFrom {
    /// A day: `Since("2026-09-11")`.
    Since(Text),
    /// No one day, in words that go on after “in force”: `AsEnacted("as each member state has made it law")`.
    AsEnacted(Text),
}

impl ValidFrom {
    /// Its text, and where that stands.
    pub(in crate::scenario) fn text(&self) -> &Text {
        match self {
            ValidFrom::Since(text) | ValidFrom::AsEnacted(text) => text,
        }
    }
}

impl Duty {
    /// Whether the scenario says what starts its clock, so that no pack needs to.
    pub(in crate::scenario) fn says_its_start(&self) -> bool {
        let follows = self.with.is_some() || self.after.is_some();
        follows || self.starts.is_some() || self.determined == Some(true)
    }
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-reporting", default)]
pub(in crate::scenario) struct Reporting {
    /// Hours of determining that a clock has started. Default 1, 0 to 100.
    pub(in crate::scenario) determine_hours: Option<Number>,
    /// Hours of asking for more time. Default 1, 0 to 100.
    pub(in crate::scenario) extension_hours: Option<Number>,
    /// Odds of more time, per mille; eight times the recipient's trust is added. Default 100, 0 to 1000.
    pub(in crate::scenario) extension_odds: Option<Number>,
    /// Odds a turn that late knowledge comes to light, per mille. Default 200, 0 to 1000.
    pub(in crate::scenario) exposure: Option<Number>,
    /// Trust that costs. Default 15, 0 to 100.
    pub(in crate::scenario) exposure_cost: Option<Number>,
    /// Trust a needless report costs. Default 3, 0 to 100.
    pub(in crate::scenario) noise_cost: Option<Number>,
    /// Odds of an answer each turn, per mille. Default 450, 0 to 1000.
    pub(in crate::scenario) answer_odds: Option<Number>,
    /// What every other waiting report takes off those, per mille. Default 150, 0 to 1000.
    pub(in crate::scenario) answer_load: Option<Number>,
    /// Trust an answer earns. Default 2, 0 to 100.
    pub(in crate::scenario) answer_gain: Option<Number>,
    /// Trust silence costs. Default 4, 0 to 100.
    pub(in crate::scenario) silence_cost: Option<Number>,
    /// Hours that reading a report costs its recipient. Default 1, 0 to 100.
    pub(in crate::scenario) hours_per_report: Option<Number>,
    /// Hours of answering. Default 1, 0 to 100.
    pub(in crate::scenario) answer_hours: Option<Number>,
    /// What mandatory reporting takes off the odds that firms answer, per mille. Default 0, 0 to 1000.
    pub(in crate::scenario) chill: Option<Number>,
}
