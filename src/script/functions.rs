//! The table of functions scripts can call: their names and what they take.

use crate::model::id::Kind as K;
use crate::script::reads::Part;

/// What an argument must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Param {
    /// A text that names something of the scenario.
    Part(Part),
    Number,
    Truth,
    /// A text that is a TLP label.
    Label,
    /// A list of effects.
    Effects,
}

/// What a function does.
#[derive(Clone, Copy, Debug)]
pub(super) enum Does {
    Effect,
    /// Reads what the root of this name reads.
    Read(&'static str),
    Roll,
}

/// One function of ours.
#[derive(Debug)]
pub(super) struct HostFunction {
    pub(super) name: &'static str,
    pub(super) params: &'static [Param],
    /// How many of the last arguments may be left out.
    pub(super) optional: usize,
    pub(super) does: Does,
}

impl HostFunction {
    /// What a root of dotted reads is read by, if this is a function that reads.
    pub(super) fn root(&self) -> Option<&'static str> {
        match self.does {
            Does::Read(root) => Some(root),
            Does::Effect | Does::Roll => None,
        }
    }

    /// Whether it makes an effect.
    pub(super) fn is_effect(&self) -> bool {
        matches!(self.does, Does::Effect)
    }
}

const fn id(kind: K) -> Param {
    Param::Part(Part::Id(kind))
}

const fn effect(name: &'static str, params: &'static [Param]) -> HostFunction {
    HostFunction {
        name,
        params,
        optional: 0,
        does: Does::Effect,
    }
}

const fn reader(name: &'static str, root: &'static str, params: &'static [Param]) -> HostFunction {
    HostFunction {
        name,
        params,
        optional: 0,
        does: Does::Read(root),
    }
}

const NORM: Param = Param::Part(Part::Norm);

/// Every function of ours.
pub(super) static FUNCTIONS: &[HostFunction] = &[
    effect("meter", &[id(K::Meter), Param::Number]),
    effect("trust", &[id(K::Actor), id(K::Actor), Param::Number]),
    HostFunction {
        name: "tell",
        params: &[id(K::Fact), id(K::Actor), Param::Label],
        optional: 1,
        does: Does::Effect,
    },
    effect("relabel", &[id(K::Fact), Param::Label]),
    effect("infect", &[id(K::Zone), Param::Number]),
    effect("contain", &[id(K::Zone), Param::Number]),
    effect("slow", &[id(K::Zone), Param::Number, Param::Number]),
    effect("freeze", &[id(K::Zone), Param::Truth]),
    effect("harm", &[id(K::Community), Param::Number]),
    effect("secondary_harm", &[id(K::Community), Param::Number]),
    effect("latent_harm", &[id(K::Community), Param::Number]),
    effect("evidence", &[id(K::Community), Param::Number]),
    effect("capital", &[id(K::Seat), Param::Number]),
    effect("hours", &[id(K::Seat), Param::Number]),
    effect("deliver", &[id(K::Inject)]),
    effect("cancel", &[id(K::Inject)]),
    effect("start_duty", &[id(K::Duty)]),
    effect("meet_duty", &[id(K::Duty)]),
    effect("stop_duty", &[id(K::Duty)]),
    effect("safe_harbour", &[Param::Truth]),
    effect("upheld", &[id(K::Actor), NORM]),
    effect("strained", &[id(K::Actor), NORM]),
    effect("later", &[Param::Number, Param::Effects]),
    effect("end", &[id(K::Ending)]),
    reader("meter_of", "meter", &[id(K::Meter)]),
    reader("trust_of", "trust", &[id(K::Actor), id(K::Actor)]),
    reader("holds_fact", "holds", &[id(K::Actor), id(K::Fact)]),
    reader("verified_fact", "verified", &[id(K::Actor), id(K::Fact)]),
    reader("breaches_of", "breaches", &[id(K::Actor)]),
    reader("exposed_of", "exposed", &[id(K::Zone)]),
    reader("compromised_of", "compromised", &[id(K::Zone)]),
    reader("contained_of", "contained", &[id(K::Zone)]),
    reader("harm_of", "harm", &[id(K::Community)]),
    reader("met_of", "met", &[id(K::Duty)]),
    reader("missed_of", "missed", &[id(K::Duty)]),
    reader("running_of", "running", &[id(K::Duty)]),
    reader("determined_of", "determined", &[id(K::Duty)]),
    reader("answered_of", "answered", &[id(K::Duty)]),
    reader("upheld_of", "upheld", &[id(K::Actor), NORM]),
    reader("strained_of", "strained", &[id(K::Actor), NORM]),
    reader("delivered_of", "delivered", &[id(K::Inject)]),
    reader("since_of", "since", &[id(K::Inject)]),
    reader("done_of", "done", &[id(K::Action)]),
    reader("capital_of", "capital", &[id(K::Seat)]),
    HostFunction {
        name: "roll",
        params: &[Param::Number],
        optional: 0,
        does: Does::Roll,
    },
];

/// The functions that are not about the scenario, with the fewest and most values they take in brackets. Those that
/// change a list are written behind it: `effects.push(meter("alarm", 3))`.
pub(super) const PLAIN: &[(&str, usize, usize)] = &[
    ("abs", 1, 1),
    ("clamp", 3, 3),
    ("contains", 2, 2),
    ("is_empty", 1, 1),
    ("len", 1, 1),
    ("max", 2, 2),
    ("min", 2, 2),
    ("push", 2, 2),
    ("range", 2, 3),
    ("sign", 1, 1),
];
