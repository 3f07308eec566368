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
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// The control number in the MSEL. Default 1, 2, 3 in the order of the files.
    pub(in crate::scenario) number: Option<Text>,
    /// The turn it comes in, or the first and the last. Default: any.
    pub(in crate::scenario) turn: Option<Spanned<Window>>,
    /// The moment it shows, `T+01:30`; decides the turn unless `turn` says otherwise. Default: the turn's start.
    pub(in crate::scenario) at: Option<Text>,
    /// The condition under which it comes. Default: none.
    pub(in crate::scenario) when: Option<Text>,
    /// The inject it comes after, at least one turn later; `("id", 2)` for two turns. Default: none.
    pub(in crate::scenario) after: Option<Spanned<After>>,
    /// Odds in each Brief in which all else holds, per mille. Default 1000, 0 to 1000.
    pub(in crate::scenario) chance: Option<Number>,
    /// It comes at most once. Default true.
    pub(in crate::scenario) once: Option<bool>,
    /// Turns until it may come again. Default 1, 1 to 1000.
    pub(in crate::scenario) cooldown: Option<Number>,
    /// It comes only when the facilitator or an effect sends it. Default false.
    #[serde(default)]
    pub(in crate::scenario) by_hand: bool,
    /// The actors it reaches; those without a seat learn its facts too.
    pub(in crate::scenario) to: Vec<Text>,
    /// The actor it comes from. Default: `from_other` names somebody; one of the two is needed.
    pub(in crate::scenario) from: Option<Text>,
    /// The name of a sender who is not in the cast. Default: `from` names an actor.
    pub(in crate::scenario) from_other: Option<Text>,
    /// How it arrives.
    pub(in crate::scenario) channel: Channel,
    /// The label it comes under. Default `Clear`.
    pub(in crate::scenario) marking: Option<Label>,
    /// Its headline.
    pub(in crate::scenario) title: Text,
    /// The artefact itself, as its reader would see it.
    pub(in crate::scenario) body: Text,
    /// What each recipient knows from then on. Default: none.
    #[serde(default)]
    pub(in crate::scenario) facts: Vec<Text>,
    /// What its arrival does. Default: none.
    #[serde(default)]
    pub(in crate::scenario) effects: Vec<Spanned<Effect>>,
    /// What players should do about now. Default: none.
    #[serde(default)]
    pub(in crate::scenario) expected: Vec<Expected>,
    /// The objectives it trains. Default: none.
    #[serde(default)]
    pub(in crate::scenario) objectives: Vec<Text>,
    /// The norms it touches, by their words. Default: none.
    #[serde(default)]
    pub(in crate::scenario) norms: Vec<Text>,
    /// For the facilitator alone. Default: nothing.
    pub(in crate::scenario) note: Option<Text>,
    /// The inject whose expected actions must not have happened. Default: none.
    pub(in crate::scenario) contingency_of: Option<Text>,
    /// Where the row stands; only `Approved` rows are delivered. Default `Approved`.
    pub(in crate::scenario) status: Option<Status>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-expected")]
pub(in crate::scenario) struct Expected {
    /// What players should do.
    pub(in crate::scenario) text: Text,
    /// The condition by which the program can tell that it was done. Default: only the evaluator can tell.
    pub(in crate::scenario) done: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-decision")]
pub(in crate::scenario) struct Decision {
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// The seat it is put to.
    pub(in crate::scenario) seat: Text,
    /// Its headline.
    pub(in crate::scenario) title: Text,
    /// What is to be decided.
    pub(in crate::scenario) text: Text,
    /// The turn it can open in, or the first and the last. Default: any.
    pub(in crate::scenario) turn: Option<Spanned<Window>>,
    /// The inject that must have come before. Default: none.
    pub(in crate::scenario) after: Option<Text>,
    /// The condition under which it opens. Default: none.
    pub(in crate::scenario) when: Option<Text>,
    /// Turns it stays open. Default 1, 1 to 100.
    pub(in crate::scenario) stays: Option<Number>,
    /// The choice that is taken if nobody answers. Default: none, and it closes.
    pub(in crate::scenario) default: Option<Text>,
    /// The objectives it trains. Default: none.
    #[serde(default)]
    pub(in crate::scenario) objectives: Vec<Text>,
    /// Two to twelve alternatives.
    pub(in crate::scenario) choices: Vec<Choice>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-choice")]
pub(in crate::scenario) struct Choice {
    /// Its id, unique in its decision.
    pub(in crate::scenario) id: Text,
    /// What kind of answer it is; choices take effect in the order of the families.
    pub(in crate::scenario) family: Family,
    /// A short imperative line.
    pub(in crate::scenario) label: Text,
    /// What it means in practice. Default: nothing.
    pub(in crate::scenario) text: Option<Text>,
    /// Hours it costs. Default 0, 0 to 1000.
    pub(in crate::scenario) hours: Option<Number>,
    /// Political capital it costs. Default 0, 0 to 1000.
    pub(in crate::scenario) capital: Option<Number>,
    /// The condition under which it is possible. Default: always.
    pub(in crate::scenario) when: Option<Text>,
    /// What the player reads when it is not possible. Default: nothing.
    pub(in crate::scenario) unless: Option<Text>,
    /// What it does. Default: nothing.
    #[serde(default)]
    pub(in crate::scenario) effects: Vec<Spanned<Effect>>,
    /// Norms it upholds or strains: `("tlp", Upheld)`. Default: none.
    #[serde(default)]
    pub(in crate::scenario) norms: Vec<(Text, Bearing)>,
    /// The technical adviser's line. Default: nothing.
    pub(in crate::scenario) technical: Option<Text>,
    /// The legal adviser's line. Default: nothing.
    pub(in crate::scenario) legal: Option<Text>,
    /// The political adviser's line. Default: nothing.
    pub(in crate::scenario) political: Option<Text>,
    /// What the debrief says about it. Default: nothing.
    pub(in crate::scenario) note: Option<Text>,
    /// What every seat hears of it. Default: nothing, it stays unseen.
    pub(in crate::scenario) seen: Option<Text>,
    /// You mean it to be a mistake that looks good. Default false.
    #[serde(default)]
    pub(in crate::scenario) trap: bool,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-action")]
pub(in crate::scenario) struct Action {
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// What kind of act it is.
    pub(in crate::scenario) family: Family,
    /// The seats that may.
    pub(in crate::scenario) seats: Vec<Text>,
    /// A short imperative line.
    pub(in crate::scenario) label: Text,
    /// What it means in practice. Default: nothing.
    pub(in crate::scenario) text: Option<Text>,
    /// Hours it costs. Default 1, 0 to 1000.
    pub(in crate::scenario) hours: Option<Number>,
    /// Political capital it costs. Default 0, 0 to 1000.
    pub(in crate::scenario) capital: Option<Number>,
    /// The condition under which it is possible. Default: always.
    pub(in crate::scenario) when: Option<Text>,
    /// What the player reads when it is not possible. Default: nothing.
    pub(in crate::scenario) unless: Option<Text>,
    /// Turns until the same seat may again; 0 for at once. Default 0, 0 to 1000.
    pub(in crate::scenario) cooldown: Option<Number>,
    /// A seat may do it once only. Default false.
    #[serde(default)]
    pub(in crate::scenario) once: bool,
    /// It may be done in the preparation. Default false.
    #[serde(default)]
    pub(in crate::scenario) prep: bool,
    /// What it does. Default: nothing.
    #[serde(default)]
    pub(in crate::scenario) effects: Vec<Spanned<Effect>>,
    /// Norms it upholds or strains. Default: none.
    #[serde(default)]
    pub(in crate::scenario) norms: Vec<(Text, Bearing)>,
    /// What the debrief says about it. Default: nothing.
    pub(in crate::scenario) note: Option<Text>,
    /// What every seat hears of it. Default: nothing.
    pub(in crate::scenario) seen: Option<Text>,
}
