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
    /// The day of the week at T+00:00.
    pub(in crate::scenario) weekday: Weekday,
    /// The time of day, `"09:00"`.
    pub(in crate::scenario) time: Text,
    /// Where the clock hangs, `"UTC-3"`. Default `UTC`.
    pub(in crate::scenario) utc: Option<Text>,
    /// The day of the year, `"6 Mar"`; months and dated holidays need one. Default: none.
    pub(in crate::scenario) date: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-prep")]
pub(in crate::scenario) struct Prep {
    /// What turn 0 is called.
    pub(in crate::scenario) title: Text,
    /// A per mille of each seat's hours. Default 500, 0 to 10000.
    pub(in crate::scenario) hours: Option<Number>,
    /// How long it is, `"4h"`. Default 4 hours.
    pub(in crate::scenario) lasts: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-turn")]
pub(in crate::scenario) struct Turn {
    /// How long it is: `"90m"`, `"6h"`, `"3d"`.
    pub(in crate::scenario) lasts: Text,
    /// What it is called.
    pub(in crate::scenario) title: Text,
    /// The chapter that begins with it. Default: the one before goes on.
    pub(in crate::scenario) phase: Option<Text>,
    /// A per mille of each seat's hours. Default 1000, 0 to 10000.
    pub(in crate::scenario) hours: Option<Number>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-phase")]
pub(in crate::scenario) struct Phase {
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// What it is called.
    pub(in crate::scenario) title: Text,
    /// What is said when it begins. Default: nothing.
    pub(in crate::scenario) text: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-region")]
pub(in crate::scenario) struct Region {
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// What it is called.
    pub(in crate::scenario) name: Text,
    /// A sentence about it. Default: nothing.
    pub(in crate::scenario) about: Option<Text>,
    /// The regional pack it is made of. Default: none.
    pub(in crate::scenario) pack: Option<Text>,
    /// Where its clocks hang, `"UTC+5:45"`. Default: the pack's, or the clock's.
    pub(in crate::scenario) utc: Option<Text>,
    /// When people work there. Default: the pack's, or Monday to Friday, 09:00 to 17:00.
    pub(in crate::scenario) working: Option<Working>,
    /// The languages of its teams, as tags. Default: the pack's.
    pub(in crate::scenario) languages: Option<Vec<Text>>,
    /// How its states decide together. Default: the pack's, or `Unanimity`.
    pub(in crate::scenario) decides: Option<Spanned<Decides>>,
}

/// When a place works; what is left out is as it usually is.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-working")]
pub(in crate::scenario) struct Working {
    /// The working days. Default Monday to Friday.
    pub(in crate::scenario) days: Option<Spanned<Vec<Weekday>>>,
    /// From when to when. Default ("09:00", "17:00").
    pub(in crate::scenario) hours: Option<Spanned<(Text, Text)>>,
    /// Days off: `"25 Dec"`, or `"day 3"` of the story. Default: none.
    #[serde(default)]
    pub(in crate::scenario) holidays: Vec<Text>,
}

/// How the states of a region decide together.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-decides")]
pub(in crate::scenario) enum Decides {
    Unanimity,
    QualifiedMajority {
        /// How many must agree, per mille; 501 to 1000.
        per_mille: Number,
    },
    Committee {
        /// How many must agree; 1 to 50.
        approvals: Number,
    },
    Agency,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-actor")]
pub(in crate::scenario) struct Actor {
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// What it is called.
    pub(in crate::scenario) name: Text,
    /// A short form of at most 12 characters. Default: the name.
    pub(in crate::scenario) short: Option<Text>,
    /// What kind of organisation it is.
    pub(in crate::scenario) kind: ActorKind,
    /// Where it is. Default: nowhere in particular.
    pub(in crate::scenario) region: Option<Text>,
    /// One or two sentences that everybody may read. Default: nothing.
    pub(in crate::scenario) about: Option<Text>,
    /// The state it acts for: norms speak to states. Default: none.
    pub(in crate::scenario) acts_for: Option<Text>,
    /// Where its own clocks hang. Default: its region's.
    pub(in crate::scenario) utc: Option<Text>,
    /// When it works. Default: as its region.
    pub(in crate::scenario) working: Option<Working>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-seat")]
pub(in crate::scenario) struct Seat {
    /// Its id; may be its actor's.
    pub(in crate::scenario) id: Text,
    /// The organisation it speaks for.
    pub(in crate::scenario) actor: Text,
    /// What kind of seat it is; decides its standing actions.
    pub(in crate::scenario) kind: SeatKind,
    /// What its holder is called.
    pub(in crate::scenario) title: Text,
    /// The role card's story.
    pub(in crate::scenario) brief: Text,
    /// What it wants, a line each. Default: none.
    #[serde(default)]
    pub(in crate::scenario) aims: Vec<Text>,
    /// What it may do, a line each. Default: none.
    #[serde(default)]
    pub(in crate::scenario) authority: Vec<Text>,
    /// What it may not do, a line each. Default: none.
    #[serde(default)]
    pub(in crate::scenario) limits: Vec<Text>,
    /// Whom it knows. Default: none.
    #[serde(default)]
    pub(in crate::scenario) contacts: Vec<Contact>,
    /// Working hours a turn. Default 8, 0 to 1000.
    pub(in crate::scenario) hours: Option<Number>,
    /// Political capital at the start. Default 10, 0 to 1000.
    pub(in crate::scenario) capital: Option<Number>,
    /// Political capital that comes back a turn. Default 1, 0 to 1000.
    pub(in crate::scenario) capital_regain: Option<Number>,
    /// What bots play for and the debrief looks at. Default: none.
    #[serde(default)]
    pub(in crate::scenario) wants: Vec<Want>,
    /// The bot that typically plays it: a profile, or `look_ahead`. Default: the standard one.
    pub(in crate::scenario) bot: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-contact")]
pub(in crate::scenario) struct Contact {
    /// Whom it knows.
    pub(in crate::scenario) actor: Text,
    /// What is worth knowing about them. Default: nothing.
    pub(in crate::scenario) remark: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-want")]
pub(in crate::scenario) struct Want {
    /// What it wants, in words.
    pub(in crate::scenario) text: Text,
    /// An expression that gives a number; more of it is better.
    pub(in crate::scenario) value: Text,
    /// How much it matters; negative if less is better. Default 1, -1000 to 1000.
    pub(in crate::scenario) weight: Option<Number>,
}
