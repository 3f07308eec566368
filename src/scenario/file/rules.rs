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
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// Whose move it is, somebody without a seat. Default: nobody's.
    pub(in crate::scenario) actor: Option<Text>,
    /// The turn it can happen in, or the first and the last. Default: any.
    pub(in crate::scenario) turn: Option<Spanned<Window>>,
    /// The condition under which it happens. Default: always.
    pub(in crate::scenario) when: Option<Text>,
    /// Odds in each Resolve in which all else holds, per mille. Default 1000, 0 to 1000.
    pub(in crate::scenario) chance: Option<Number>,
    /// It happens at most once. Default false.
    #[serde(default)]
    pub(in crate::scenario) once: bool,
    /// Turns until it may happen again. Default 1, 1 to 1000.
    pub(in crate::scenario) cooldown: Option<Number>,
    /// What it does.
    pub(in crate::scenario) effects: Vec<Spanned<Effect>>,
    /// What a player reads who asks why a number moved.
    pub(in crate::scenario) why: Text,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-ending")]
pub(in crate::scenario) struct Ending {
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// Its headline.
    pub(in crate::scenario) title: Text,
    /// What everybody reads.
    pub(in crate::scenario) text: Text,
    /// What the debrief says about how one gets here. Default: nothing.
    pub(in crate::scenario) note: Option<Text>,
    /// The condition under which it is the ending; only the last may have none. Default: otherwise.
    pub(in crate::scenario) when: Option<Text>,
    /// It is tried after every turn, not only after the last. Default false.
    #[serde(default)]
    pub(in crate::scenario) early: bool,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-objective")]
pub(in crate::scenario) struct Objective {
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// What is trained, in a sentence.
    pub(in crate::scenario) text: Text,
    /// The seats it is for. Default: all.
    #[serde(default)]
    pub(in crate::scenario) seats: Vec<Text>,
    /// What performing it takes. Default: none.
    #[serde(default)]
    pub(in crate::scenario) tasks: Vec<Task>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-task")]
pub(in crate::scenario) struct Task {
    /// Its id, unique in its objective.
    pub(in crate::scenario) id: Text,
    /// What has to be done.
    pub(in crate::scenario) text: Text,
    /// The condition that proposes a rating; a person disposes of it. Default: only the evaluator can tell.
    pub(in crate::scenario) evidence: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-meter")]
pub(in crate::scenario) struct Meter {
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// What players see it called.
    pub(in crate::scenario) name: Text,
    /// A sentence about it. Default: nothing.
    pub(in crate::scenario) about: Option<Text>,
    /// The lowest and the highest value, -1000000 to 1000000. Default (0, 100).
    pub(in crate::scenario) range: Option<Spanned<(Number, Number)>>,
    /// Where it stands at the beginning, within its range. Default 50.
    pub(in crate::scenario) start: Option<Number>,
    /// The seats that see it. Default `All`.
    pub(in crate::scenario) seen_by: Option<SeenBy>,
    /// Whether a higher value is good. Default true.
    pub(in crate::scenario) more_is_better: Option<bool>,
    /// How it moves towards a point by itself, after everything else in a turn. Default: it stays where it is.
    pub(in crate::scenario) settles: Option<Settles>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-settles")]
pub(in crate::scenario) struct Settles {
    /// The point it moves towards and never beyond. Default: where the meter starts.
    pub(in crate::scenario) at: Option<Number>,
    /// How much it moves, in points. Default 1, 0 to 1000000.
    pub(in crate::scenario) by: Option<Number>,
    /// How much it moves besides, per mille of how far away it is, rounded down. Default 0, 0 to 1000.
    pub(in crate::scenario) share: Option<Number>,
    /// It moves in the turns whose number this divides. Default 1, 1 to 1000.
    pub(in crate::scenario) every: Option<Number>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-fact")]
pub(in crate::scenario) struct Fact {
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// What kind of thing is known.
    pub(in crate::scenario) kind: FactKind,
    /// Its headline.
    pub(in crate::scenario) title: Text,
    /// What it says.
    pub(in crate::scenario) body: Text,
    /// The actor it comes from, who sets its label.
    pub(in crate::scenario) source: Text,
    /// The actor it is about, when that one's consent counts. Default: none.
    pub(in crate::scenario) owner: Option<Text>,
    /// The label it is held under. Default `Amber`.
    pub(in crate::scenario) marking: Option<Label>,
    /// A machine wrote it; it says so wherever it goes. Default false.
    #[serde(default)]
    pub(in crate::scenario) machine: bool,
    /// Whether it is true; hidden until the debrief. Default `True`.
    pub(in crate::scenario) truth: Option<Truth>,
    /// What is really so; hidden until the debrief. Default: nothing.
    pub(in crate::scenario) reality: Option<Text>,
    /// The actors that know it from the start. Default: none.
    #[serde(default)]
    pub(in crate::scenario) holders: Vec<Text>,
    /// Turns after which an indicator is worth half. Default 0, never; 0 to 1000.
    pub(in crate::scenario) half_life: Option<Number>,
    /// Zones it protects, and by how much, per mille: `("zone", 250)`; 0 to 1000. Default: none.
    #[serde(default)]
    pub(in crate::scenario) guards: Vec<(Text, Number)>,
    /// The version without what the source must protect. Default: none.
    pub(in crate::scenario) derived: Option<Derived>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-derived")]
pub(in crate::scenario) struct Derived {
    /// What it says.
    pub(in crate::scenario) body: Text,
    /// The label it may travel under. Default `Green`.
    pub(in crate::scenario) tlp: Option<Tlp>,
    /// Odds that it gives the source away all the same, per mille. Default 0, 0 to 1000.
    pub(in crate::scenario) exposes: Option<Number>,
}

pub(in crate::scenario) type Sharing = Section<FactRules, NoRows>;
pub(in crate::scenario) type Trust = Section<TrustRules, TrustRows>;
pub(in crate::scenario) type Spread = Section<SpreadRules, SpreadRows>;
pub(in crate::scenario) type Harm = Section<HarmRules, HarmRows>;

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-trust", default)]
pub(in crate::scenario) struct TrustRows {
    /// How much the first trusts the second at the start: `("a", "b", 60)`; 0 to 100. Default: none.
    pub(in crate::scenario) pairs: Vec<(Text, Text, Number)>,
    /// The same in both directions. Default: none.
    pub(in crate::scenario) both: Vec<(Text, Text, Number)>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-spread", default)]
pub(in crate::scenario) struct SpreadRows {
    /// Sectors of regions in which it spreads. Default: none.
    pub(in crate::scenario) zones: Vec<Zone>,
    /// From which zone to which it spreads and how fast, per mille: `("from", "to", 50)`; 0 to 10000. Default: none.
    pub(in crate::scenario) links: Vec<(Text, Text, Number)>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-zone")]
pub(in crate::scenario) struct Zone {
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// What players see it called.
    pub(in crate::scenario) name: Text,
    /// The region it is in. Default: none.
    pub(in crate::scenario) region: Option<Text>,
    /// The actor whose systems these are. Default: none.
    pub(in crate::scenario) owner: Option<Text>,
    /// The team that looks after it. Default: none.
    pub(in crate::scenario) cert: Option<Text>,
    /// An ally or the police that learns from watching the intruders there. Default: nobody.
    pub(in crate::scenario) watched_by: Option<Text>,
    /// No vendor acts there of its own: aid groups, small charities. Default false.
    #[serde(default)]
    pub(in crate::scenario) no_contract: bool,
    /// Organisations that can be hit; 0 to 1000000.
    pub(in crate::scenario) exposed: Number,
    /// Organisations that are hit at the start. Default 0, 0 to 1000000.
    pub(in crate::scenario) compromised: Option<Number>,
    /// Organisations that are contained at the start. Default 0, 0 to 1000000.
    pub(in crate::scenario) contained: Option<Number>,
    /// New compromises a turn for each compromised one while all others are exposed, per mille. Default 250, 0 to 10000.
    pub(in crate::scenario) rate: Option<Number>,
    /// The seats that see its numbers. Default `All`.
    pub(in crate::scenario) seen_by: Option<SeenBy>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-harm", default)]
pub(in crate::scenario) struct HarmRows {
    /// People who can be harmed. Default: none.
    pub(in crate::scenario) communities: Vec<Community>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-community")]
pub(in crate::scenario) struct Community {
    /// Its id.
    pub(in crate::scenario) id: Text,
    /// What players see it called.
    pub(in crate::scenario) name: Text,
    /// A sentence about it. Default: nothing.
    pub(in crate::scenario) about: Option<Text>,
    /// The region it lives in. Default: none.
    pub(in crate::scenario) region: Option<Text>,
    /// Zones it depends on, and the harm of each compromised organisation, per mille: `("zone", 300)`; 0 to 100000. Default: none.
    #[serde(default)]
    pub(in crate::scenario) depends_on: Vec<(Text, Number)>,
    /// What makes it worse, per mille; 2000 where there is no other hospital. Default 1000, 0 to 100000.
    pub(in crate::scenario) context: Option<Number>,
    /// Turns in which the context is multiplied, per mille, 0 to 100000: `(3, 4, 2500)`. Default: none.
    #[serde(default)]
    pub(in crate::scenario) surges: Vec<(Number, Number, Number)>,
    /// Harm that follows from direct harm, per mille. Default 200, 0 to 1000.
    pub(in crate::scenario) secondary: Option<Number>,
    /// How well its harm is known at the start. Default 20, 0 to 100.
    pub(in crate::scenario) evidence: Option<Number>,
    /// The seats that see it. Default `All`.
    pub(in crate::scenario) seen_by: Option<SeenBy>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-norms", default)]
pub(in crate::scenario) struct Norms {
    /// What is expected of an actor: `("actor", "j", "what")`. Default: none.
    pub(in crate::scenario) baselines: Vec<(Text, Text, Text)>,
}
