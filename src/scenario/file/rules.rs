//! Rules, endings, objectives and the ledgers' parameters, as written.

use serde::Deserialize;

use crate::model::ledger::facts::FactKind;
use crate::model::ledger::facts::FactRules;
use crate::model::ledger::facts::Truth;
use crate::model::ledger::harm::HarmRules;
use crate::model::ledger::spread::SpreadRules;
use crate::model::ledger::trust::TrustRules;
use crate::model::marking::Tlp;
use crate::scenario::file::Effect;
use crate::scenario::file::Label;
use crate::scenario::file::NoRows;
use crate::scenario::file::Number;
use crate::scenario::file::Section;
use crate::scenario::file::SeenBy;
use crate::scenario::file::Text;
use crate::scenario::file::Window;
use crate::scenario::read::Spanned;

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-rule")]
pub(in crate::scenario) struct Rule {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) actor: Option<Text>,
    pub(in crate::scenario) turn: Option<Spanned<Window>>,
    pub(in crate::scenario) when: Option<Text>,
    pub(in crate::scenario) chance: Option<Number>,
    #[serde(default)]
    pub(in crate::scenario) once: bool,
    pub(in crate::scenario) cooldown: Option<Number>,
    pub(in crate::scenario) effects: Vec<Spanned<Effect>>,
    pub(in crate::scenario) why: Text,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-ending")]
pub(in crate::scenario) struct Ending {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) title: Text,
    pub(in crate::scenario) text: Text,
    pub(in crate::scenario) note: Option<Text>,
    pub(in crate::scenario) when: Option<Text>,
    #[serde(default)]
    pub(in crate::scenario) early: bool,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-objective")]
pub(in crate::scenario) struct Objective {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) text: Text,
    #[serde(default)]
    pub(in crate::scenario) seats: Vec<Text>,
    #[serde(default)]
    pub(in crate::scenario) tasks: Vec<Task>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-task")]
pub(in crate::scenario) struct Task {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) text: Text,
    pub(in crate::scenario) evidence: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-meter")]
pub(in crate::scenario) struct Meter {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) name: Text,
    pub(in crate::scenario) about: Option<Text>,
    pub(in crate::scenario) range: Option<Spanned<(Number, Number)>>,
    pub(in crate::scenario) start: Option<Number>,
    pub(in crate::scenario) seen_by: Option<SeenBy>,
    pub(in crate::scenario) more_is_better: Option<bool>,
    pub(in crate::scenario) settles: Option<Settles>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-settles")]
pub(in crate::scenario) struct Settles {
    pub(in crate::scenario) at: Option<Number>,
    pub(in crate::scenario) by: Option<Number>,
    pub(in crate::scenario) share: Option<Number>,
    pub(in crate::scenario) every: Option<Number>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-fact")]
pub(in crate::scenario) struct Fact {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) kind: FactKind,
    pub(in crate::scenario) title: Text,
    pub(in crate::scenario) body: Text,
    pub(in crate::scenario) source: Text,
    pub(in crate::scenario) owner: Option<Text>,
    pub(in crate::scenario) marking: Option<Label>,
    #[serde(default)]
    pub(in crate::scenario) machine: bool,
    pub(in crate::scenario) truth: Option<Truth>,
    pub(in crate::scenario) reality: Option<Text>,
    #[serde(default)]
    pub(in crate::scenario) holders: Vec<Text>,
    pub(in crate::scenario) half_life: Option<Number>,
    #[serde(default)]
    pub(in crate::scenario) guards: Vec<(Text, Number)>,
    pub(in crate::scenario) derived: Option<Derived>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-derived")]
pub(in crate::scenario) struct Derived {
    pub(in crate::scenario) body: Text,
    pub(in crate::scenario) tlp: Option<Tlp>,
    pub(in crate::scenario) exposes: Option<Number>,
}

pub(in crate::scenario) type Sharing = Section<FactRules, NoRows>;
pub(in crate::scenario) type Trust = Section<TrustRules, TrustRows>;
pub(in crate::scenario) type Spread = Section<SpreadRules, SpreadRows>;
pub(in crate::scenario) type Harm = Section<HarmRules, HarmRows>;

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-trust", default)]
pub(in crate::scenario) struct TrustRows {
    pub(in crate::scenario) pairs: Vec<(Text, Text, Number)>,
    pub(in crate::scenario) both: Vec<(Text, Text, Number)>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-spread", default)]
pub(in crate::scenario) struct SpreadRows {
    pub(in crate::scenario) zones: Vec<Zone>,
    pub(in crate::scenario) links: Vec<(Text, Text, Number)>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-zone")]
pub(in crate::scenario) struct Zone {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) name: Text,
    pub(in crate::scenario) region: Option<Text>,
    pub(in crate::scenario) owner: Option<Text>,
    pub(in crate::scenario) cert: Option<Text>,
    pub(in crate::scenario) watched_by: Option<Text>,
    #[serde(default)]
    pub(in crate::scenario) no_contract: bool,
    pub(in crate::scenario) exposed: Number,
    pub(in crate::scenario) compromised: Option<Number>,
    pub(in crate::scenario) contained: Option<Number>,
    pub(in crate::scenario) rate: Option<Number>,
    pub(in crate::scenario) seen_by: Option<SeenBy>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-harm", default)]
pub(in crate::scenario) struct HarmRows {
    pub(in crate::scenario) communities: Vec<Community>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-community")]
pub(in crate::scenario) struct Community {
    pub(in crate::scenario) id: Text,
    pub(in crate::scenario) name: Text,
    pub(in crate::scenario) about: Option<Text>,
    pub(in crate::scenario) region: Option<Text>,
    #[serde(default)]
    pub(in crate::scenario) depends_on: Vec<(Text, Number)>,
    pub(in crate::scenario) context: Option<Number>,
    #[serde(default)]
    pub(in crate::scenario) surges: Vec<(Number, Number, Number)>,
    pub(in crate::scenario) secondary: Option<Number>,
    pub(in crate::scenario) evidence: Option<Number>,
    pub(in crate::scenario) seen_by: Option<SeenBy>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-norms", default)]
pub(in crate::scenario) struct Norms {
    pub(in crate::scenario) baselines: Vec<(Text, Text, Text)>,
}
