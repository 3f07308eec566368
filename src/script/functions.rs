//! The table of functions scripts can call: their names and what they take.

use std::sync::LazyLock;

use crate::model::id::Kind as K;
use crate::model::ledger::book::BookEffect;
use crate::model::ledger::book::BookRead;
use crate::model::ledger::shape::Form;
use crate::model::ledger::shape::Root;
use crate::model::ledger::shape::Verb;
use crate::script::reads::Part;
use crate::script::reads::ROOTS;

/// What an argument must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Param {
    /// A text that names something of the scenario.
    Part(Part),
    Number,
    Truth,
    /// A text that is a TLP label.
    Label,
    /// A text that is one of a few words.
    Word(&'static [&'static str]),
    /// A list of texts that name something of the scenario.
    Ids(K),
    /// A list of other texts.
    Texts,
    /// A list of effects.
    Effects,
}

/// What a function does.
#[derive(Clone, Copy, Debug)]
pub(super) enum Does {
    Effect,
    /// Makes an effect the book declares.
    Verb(&'static Verb),
    /// Reads what the root of this name reads.
    Read(&'static str),
    Roll,
}

/// One function of ours.
#[derive(Clone, Debug)]
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
            Does::Effect | Does::Verb(_) | Does::Roll => None,
        }
    }

    /// Whether it makes an effect.
    pub(super) fn is_effect(&self) -> bool {
        matches!(self.does, Does::Effect | Does::Verb(_))
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

/// Every function of ours: those of the first ledgers and of the exercise itself, then those the book declares.
pub(super) static FUNCTIONS: LazyLock<Vec<HostFunction>> = LazyLock::new(|| {
    let mut all: Vec<HostFunction> = PLAIN_FUNCTIONS.to_vec();
    all.extend(BookEffect::verbs().map(|(_, verb)| verb_function(verb)));
    all.extend(BookRead::roots().map(root_function));
    all
});

/// A function that makes an effect the book declares. What may be left out comes last.
fn verb_function(verb: &'static Verb) -> HostFunction {
    let params: Vec<Param> = verb.forms.iter().map(|form| param(*form)).collect();
    let optional = verb.forms.iter().rev();
    let optional = optional.take_while(|form| matches!(form, Form::Optional(_)));
    HostFunction {
        name: verb.function,
        optional: optional.count(),
        params: params.leak(),
        does: Does::Verb(verb),
    }
}

/// A function that reads what the book declares: `public_of("case")` for `public.case`.
fn root_function(root: &'static Root) -> HostFunction {
    let params: Vec<Param> = root.parts.iter().map(|form| param(*form)).collect();
    HostFunction {
        name: format!("{}_of", root.name).leak(),
        optional: 0,
        params: params.leak(),
        does: Does::Read(root.name),
    }
}

fn param(form: Form) -> Param {
    match form {
        Form::Id(kind) => id(kind),
        Form::Norm => NORM,
        Form::Amount | Form::Number => Param::Number,
        Form::Truth => Param::Truth,
        Form::Tlp => Param::Label,
        Form::Word(words) => Param::Word(words),
        Form::List(of) => match *of {
            Form::Id(kind) => Param::Ids(kind),
            _ => Param::Texts,
        },
        Form::Optional(of) => param(*of),
    }
}

/// The functions of the first ledgers and of the exercise itself.
static PLAIN_FUNCTIONS: &[HostFunction] = &[
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

/// A function that scripts can call, for whoever explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub name: &'static str,
    /// What each value must be, in the author's words: `actor`, `number`, `text`.
    pub params: Vec<&'static str>,
    /// How many of the last may be left out.
    pub optional: usize,
    /// The root of dotted reads that it reads as a function.
    pub reads: Option<&'static str>,
    pub makes_an_effect: bool,
}

/// Every function that scripts can call.
pub fn signatures() -> Vec<Signature> {
    let ours = FUNCTIONS.iter().map(|function| Signature {
        name: function.name,
        params: function
            .params
            .iter()
            .map(|param| param_word(*param))
            .collect(),
        optional: function.optional,
        reads: function.root(),
        makes_an_effect: function.is_effect(),
    });
    let plain = PLAIN.iter().map(|(name, least, most)| Signature {
        name,
        params: vec!["value"; *most],
        optional: most - least,
        reads: None,
        makes_an_effect: false,
    });
    ours.chain(plain).collect()
}

fn param_word(param: Param) -> &'static str {
    match param {
        Param::Part(Part::Id(kind)) => kind.word(),
        Param::Part(Part::Norm) => "norm",
        Param::Number => "number",
        Param::Truth => "true or false",
        Param::Label => "TLP label",
        Param::Word(_) => "word",
        Param::Ids(_) => "list of ids",
        Param::Texts => "list of texts",
        Param::Effects => "list of effects",
    }
}

/// The names that begin a dotted read, each with what follows it: `actor`, `fact`, `norm`.
pub fn roots() -> Vec<(&'static str, Vec<&'static str>)> {
    let word = |part: &Part| match part {
        Part::Id(kind) => kind.word(),
        Part::Norm => "norm",
    };
    ROOTS
        .iter()
        .map(|(root, parts)| (*root, parts.iter().map(word).collect()))
        .collect()
}

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
