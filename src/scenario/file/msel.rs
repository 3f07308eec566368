//! Injects, decisions and standing actions, as written.

use serde::Deserialize;

use crate::model::family::Family;
use crate::model::msel::Channel;
use crate::model::msel::Status;
use crate::model::norm::Bearing;
use crate::scenario::file::After;
use crate::scenario::file::Effect;
use crate::scenario::file::Label;
use crate::scenario::file::Number;
use crate::scenario::file::Text;
use crate::scenario::file::Window;
use crate::scenario::read::Spanned;

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-inject")]
pub(in crate::scenario) struct Inject {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) number: Option<Text>,
    pub(in crate::scenario) turn: Option<Spanned<Window>>,
    pub(in crate::scenario) at: Option<Text>,
    pub(in crate::scenario) when: Option<Text>,
    pub(in crate::scenario) after: Option<Spanned<After>>,
    pub(in crate::scenario) chance: Option<Number>,
    pub(in crate::scenario) once: Option<bool>,
    pub(in crate::scenario) cooldown: Option<Number>,
    #[serde(default)]
    pub(in crate::scenario) by_hand: bool,
    pub(in crate::scenario) to: Vec<Text>,
    pub(in crate::scenario) from: Option<Text>,
    pub(in crate::scenario) from_other: Option<Text>,
    pub(in crate::scenario) channel: Channel,
    pub(in crate::scenario) marking: Option<Label>,
    pub(in crate::scenario) title: Text,
    pub(in crate::scenario) body: Text,
    #[serde(default)]
    pub(in crate::scenario) facts: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) effects: Vec<Spanned<Effect>>,
    #[serde(default)]
    pub(in crate::scenario) expected: Vec<Expected>,
    #[serde(default)]
    pub(in crate::scenario) objectives: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) norms: Vec<Text>,
    pub(in crate::scenario) note: Option<Text>,
    pub(in crate::scenario) contingency_of: Option<Text>,
    pub(in crate::scenario) status: Option<Status>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-expected")]
pub(in crate::scenario) struct Expected {
    pub(in crate::scenario) text: Text,
    pub(in crate::scenario) done: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-decision")]
pub(in crate::scenario) struct Decision {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) seat: Text,
    pub(in crate::scenario) title: Text,
    pub(in crate::scenario) text: Text,
    pub(in crate::scenario) turn: Option<Spanned<Window>>,
    pub(in crate::scenario) after: Option<Text>,
    pub(in crate::scenario) when: Option<Text>,
    pub(in crate::scenario) stays: Option<Number>,
    pub(in crate::scenario) default: Option<Text>,
    #[serde(default)]
    pub(in crate::scenario) objectives: Vec<Text>,
    pub(in crate::scenario) choices: Vec<Choice>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-choice")]
pub(in crate::scenario) struct Choice {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) family: Family,
    pub(in crate::scenario) label: Text,
    pub(in crate::scenario) text: Option<Text>,
    pub(in crate::scenario) hours: Option<Number>,
    pub(in crate::scenario) capital: Option<Number>,
    pub(in crate::scenario) when: Option<Text>,
    pub(in crate::scenario) unless: Option<Text>,
    #[serde(default)]
    pub(in crate::scenario) effects: Vec<Spanned<Effect>>,
    #[serde(default)]
    pub(in crate::scenario) norms: Vec<(Text, Bearing)>,
    pub(in crate::scenario) technical: Option<Text>,
    pub(in crate::scenario) legal: Option<Text>,
    pub(in crate::scenario) political: Option<Text>,
    pub(in crate::scenario) note: Option<Text>,
    pub(in crate::scenario) seen: Option<Text>,
    #[serde(default)]
    pub(in crate::scenario) trap: bool,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-action")]
pub(in crate::scenario) struct Action {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) family: Family,
    pub(in crate::scenario) seats: Vec<Text>,
    pub(in crate::scenario) label: Text,
    pub(in crate::scenario) text: Option<Text>,
    pub(in crate::scenario) hours: Option<Number>,
    pub(in crate::scenario) capital: Option<Number>,
    pub(in crate::scenario) when: Option<Text>,
    pub(in crate::scenario) unless: Option<Text>,
    pub(in crate::scenario) cooldown: Option<Number>,
    #[serde(default)]
    pub(in crate::scenario) once: bool,
    #[serde(default)]
    pub(in crate::scenario) prep: bool,
    #[serde(default)]
    pub(in crate::scenario) effects: Vec<Spanned<Effect>>,
    #[serde(default)]
    pub(in crate::scenario) norms: Vec<(Text, Bearing)>,
    pub(in crate::scenario) note: Option<Text>,
    pub(in crate::scenario) seen: Option<Text>,
}
