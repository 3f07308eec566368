//! Who is in the story, the clock and the turns, as written.

use serde::Deserialize;

use crate::model::roster::ActorKind;
use crate::model::roster::SeatKind;
use crate::model::time::Weekday;
use crate::scenario::file::Number;
use crate::scenario::file::Text;
use crate::scenario::read::Spanned;

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-clock")]
pub(in crate::scenario) struct StoryTime {
    pub(in crate::scenario) weekday: Weekday,
    pub(in crate::scenario) time: Text,
    pub(in crate::scenario) utc: Option<Text>,
    pub(in crate::scenario) date: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-prep")]
pub(in crate::scenario) struct Prep {
    pub(in crate::scenario) title: Text,
    pub(in crate::scenario) hours: Option<Number>,
    pub(in crate::scenario) lasts: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-turn")]
pub(in crate::scenario) struct Turn {
    pub(in crate::scenario) lasts: Text,
    pub(in crate::scenario) title: Text,
    pub(in crate::scenario) phase: Option<Text>,
    pub(in crate::scenario) hours: Option<Number>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-phase")]
pub(in crate::scenario) struct Phase {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) title: Text,
    pub(in crate::scenario) text: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-region")]
pub(in crate::scenario) struct Region {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) name: Text,
    pub(in crate::scenario) about: Option<Text>,
    pub(in crate::scenario) pack: Option<Text>,
    pub(in crate::scenario) utc: Option<Text>,
    pub(in crate::scenario) working: Option<Working>,
    pub(in crate::scenario) languages: Option<Vec<Text>>,
    pub(in crate::scenario) decides: Option<Spanned<Decides>>,
}

/// When a place works; what is left out is as it usually is.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-working")]
pub(in crate::scenario) struct Working {
    pub(in crate::scenario) days: Option<Spanned<Vec<Weekday>>>,
    pub(in crate::scenario) hours: Option<Spanned<(Text, Text)>>,
    #[serde(default)]
    pub(in crate::scenario) holidays: Vec<Text>,
}

/// How the states of a region decide together.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-decides")]
pub(in crate::scenario) enum Decides {
    Unanimity,
    QualifiedMajority { per_mille: Number },
    Committee { approvals: Number },
    Agency,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-actor")]
pub(in crate::scenario) struct Actor {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) name: Text,
    pub(in crate::scenario) short: Option<Text>,
    pub(in crate::scenario) kind: ActorKind,
    pub(in crate::scenario) region: Option<Text>,
    pub(in crate::scenario) about: Option<Text>,
    pub(in crate::scenario) acts_for: Option<Text>,
    pub(in crate::scenario) utc: Option<Text>,
    pub(in crate::scenario) working: Option<Working>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-seat")]
pub(in crate::scenario) struct Seat {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) actor: Text,
    pub(in crate::scenario) kind: SeatKind,
    pub(in crate::scenario) title: Text,
    pub(in crate::scenario) brief: Text,
    #[serde(default)]
    pub(in crate::scenario) aims: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) authority: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) limits: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) contacts: Vec<Contact>,
    pub(in crate::scenario) hours: Option<Number>,
    pub(in crate::scenario) capital: Option<Number>,
    pub(in crate::scenario) capital_regain: Option<Number>,
    #[serde(default)]
    pub(in crate::scenario) wants: Vec<Want>,
    pub(in crate::scenario) bot: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-contact")]
pub(in crate::scenario) struct Contact {
    pub(in crate::scenario) actor: Text,
    pub(in crate::scenario) remark: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-want")]
pub(in crate::scenario) struct Want {
    pub(in crate::scenario) text: Text,
    pub(in crate::scenario) value: Text,
    pub(in crate::scenario) weight: Option<Number>,
}
