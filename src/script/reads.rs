//! The names that read the world: `trust.ncert.mfa`, `turn`.
//!
//! A dotted read becomes one flat name of the same length before the interpreter sees it, so that every place in its
//! errors is still the author's: `trust.ncert.mfa` becomes `_r2            `.

use std::sync::LazyLock;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::ActionId;
use crate::model::ActorId;
use crate::model::ChoiceId;
use crate::model::CommunityId;
use crate::model::DutyId;
use crate::model::FactId;
use crate::model::InjectId;
use crate::model::MeterId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::expr::Read;
use crate::model::id;
use crate::model::id::Names;
use crate::model::ledger::book::BookRead;
use crate::model::ledger::shape::Form;
use crate::model::ledger::shape::Value;
use crate::model::norm::Norm;
use crate::script::unit::Unit;
use crate::text::Arg;

/// What stands at one place of a dotted read, or in one argument of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Id(id::Kind),
    Norm,
}

use id::Kind as K;

/// Every name that begins a dotted read, with what follows it. `turn` and `time` are followed by nothing.
pub(super) static ROOTS: LazyLock<Vec<(&'static str, Vec<Part>)>> = LazyLock::new(|| {
    let plain = PLAIN_ROOTS.iter();
    let mut all: Vec<_> = plain.map(|(root, parts)| (*root, parts.to_vec())).collect();
    all.extend(BookRead::roots().map(|root| {
        let parts = root.parts.iter().filter_map(|form| match form {
            Form::Id(kind) => Some(Part::Id(*kind)),
            Form::Norm => Some(Part::Norm),
            _ => None,
        });
        (root.name, parts.collect())
    }));
    all
});

const PLAIN_ROOTS: &[(&str, &[Part])] = &[
    ("turn", &[]),
    ("time", &[]),
    ("meter", &[Part::Id(K::Meter)]),
    ("trust", &[Part::Id(K::Actor), Part::Id(K::Actor)]),
    ("holds", &[Part::Id(K::Actor), Part::Id(K::Fact)]),
    ("verified", &[Part::Id(K::Actor), Part::Id(K::Fact)]),
    ("breaches", &[Part::Id(K::Actor)]),
    ("exposed", &[Part::Id(K::Zone)]),
    ("compromised", &[Part::Id(K::Zone)]),
    ("contained", &[Part::Id(K::Zone)]),
    ("harm", &[Part::Id(K::Community)]),
    ("met", &[Part::Id(K::Duty)]),
    ("missed", &[Part::Id(K::Duty)]),
    ("running", &[Part::Id(K::Duty)]),
    ("determined", &[Part::Id(K::Duty)]),
    ("answered", &[Part::Id(K::Duty)]),
    ("upheld", &[Part::Id(K::Actor), Part::Norm]),
    ("strained", &[Part::Id(K::Actor), Part::Norm]),
    ("delivered", &[Part::Id(K::Inject)]),
    ("since", &[Part::Id(K::Inject)]),
    ("chose", &[Part::Id(K::Decision), Part::Id(K::Choice)]),
    ("done", &[Part::Id(K::Action)]),
    ("capital", &[Part::Id(K::Seat)]),
];

/// The most different readings in one file or expression: their flat names must fit into the shortest dotted read.
pub(super) const MOST_READS: usize = 1000;

/// Whether what the book declares under a root is true or false.
pub(super) fn is_truth(root: &str) -> bool {
    BookRead::roots().any(|known| known.name == root && known.is_truth)
}

/// What follows a root.
pub(super) fn parts(root: &str) -> Option<&'static [Part]> {
    ROOTS
        .iter()
        .find(|(name, _)| *name == root)
        .map(|(_, parts)| parts.as_slice())
}

/// The norms by the words authors write: `a` to `k`, `tlp`, `no_hack_back`.
pub(super) fn norm(word: &str) -> Option<Norm> {
    Norm::ALL.into_iter().find(|norm| norm_word(*norm) == word)
}

/// A norm's word.
pub(super) fn norm_word(norm: Norm) -> String {
    norm.key().trim_start_matches("norm-").replace('-', "_")
}

/// The reading that a root and ids make; `None` if a word names nothing or there are too few or many.
pub(super) fn read(root: &str, words: &[&str], names: &Names) -> Option<Read> {
    let place = |kind, at: usize| words.get(at).and_then(|word| names.find(kind, word));
    let actor = |at| place(K::Actor, at).map(ActorId);
    let fact = |at| place(K::Fact, at).map(FactId);
    let zone = || place(K::Zone, 0).map(ZoneId);
    let duty = || place(K::Duty, 0).map(DutyId);
    let inject = || place(K::Inject, 0).map(InjectId);
    let norm = |at: usize| words.get(at).and_then(|word| norm(word));
    if parts(root)?.len() != words.len() {
        return None;
    }
    Some(match root {
        "turn" => Read::Turn,
        "time" => Read::Time,
        "meter" => Read::Meter(MeterId(place(K::Meter, 0)?)),
        "trust" => Read::Trust(actor(0)?, actor(1)?),
        "holds" => Read::Holds(actor(0)?, fact(1)?),
        "verified" => Read::Verified(actor(0)?, fact(1)?),
        "breaches" => Read::Breaches(actor(0)?),
        "exposed" => Read::Exposed(zone()?),
        "compromised" => Read::Compromised(zone()?),
        "contained" => Read::Contained(zone()?),
        "harm" => Read::Harm(CommunityId(place(K::Community, 0)?)),
        "met" => Read::Met(duty()?),
        "missed" => Read::Missed(duty()?),
        "running" => Read::Running(duty()?),
        "determined" => Read::Determined(duty()?),
        "answered" => Read::Answered(duty()?),
        "upheld" => Read::Upheld(actor(0)?, norm(1)?),
        "strained" => Read::Strained(actor(0)?, norm(1)?),
        "delivered" => Read::Delivered(inject()?),
        "since" => Read::SinceInject(inject()?),
        "chose" => Read::Chose(ChoiceId(
            names.find(K::Choice, &format!("{}.{}", words[0], words[1]))?,
        )),
        "done" => Read::Done(ActionId(place(K::Action, 0)?)),
        "capital" => Read::Capital(SeatId(place(K::Seat, 0)?)),
        _ => {
            let values = parts(root)?
                .iter()
                .enumerate()
                .map(|(at, part)| match part {
                    Part::Id(kind) => place(*kind, at).map(Value::Id),
                    Part::Norm => norm(at).map(Value::Norm),
                });
            let values: Vec<Value> = values.collect::<Option<_>>()?;
            Read::Book(BookRead::make(root, &values)?)
        }
    })
}

/// A unit's text with its dotted reads made flat.
pub(super) struct Flat {
    pub(super) text: String,
    /// What each flat name reads.
    pub(super) reads: Vec<Read>,
    /// What is really read, in the order of the text.
    pub(super) used: Vec<Read>,
}

/// The flat name of the reading at a place in [`Flat::reads`].
pub(super) fn flat_name(place: usize) -> String {
    format!("_r{place}")
}

/// The place of a flat name's reading; `None` for any other name.
pub(super) fn flat_place(name: &str) -> Option<usize> {
    let digits = name.strip_prefix("_r")?;
    (1..=3)
        .contains(&digits.len())
        .then(|| digits.parse().ok())
        .flatten()
}

/// Resolves every dotted read of a unit and notes those that name nothing.
pub(super) fn flatten(unit: &mut Unit<'_>) -> Flat {
    // The two shortest names come first, so that their flat names fit into them.
    let mut flat = Flat {
        text: unit.text.to_owned(),
        reads: vec![Read::Turn, Read::Time],
        used: Vec::new(),
    };
    let mut at = 0;
    while at < unit.tokens.len() && !unit.is_full() {
        let root = unit.word(at);
        let is_read = unit.is_word(at) && unit.word_before(at) != "." && unit.word(at + 1) != "(";
        let Some(parts) = parts(root).filter(|_| is_read) else {
            at += 1;
            continue;
        };
        let mut last = at;
        while unit.word(last + 1) == "." && unit.is_word(last + 2) && unit.word(last + 3) != "(" {
            last += 2;
        }
        let words: Vec<&str> = (at + 2..=last).step_by(2).map(|at| unit.word(at)).collect();
        match read(root, &words, unit.names) {
            Some(read) => {
                note_uses(unit, parts, &words, at);
                place_read(unit, &mut flat, read, at, last);
            }
            None => explain(unit, parts, &words, at, last),
        }
        at = last + 1;
    }
    flat
}

/// Notes what each word of a dotted read names.
fn note_uses(unit: &mut Unit<'_>, parts: &[Part], words: &[&str], first: usize) {
    for (place, (part, word)) in parts.iter().zip(words).enumerate() {
        let at = first + 2 * (place + 1);
        match part {
            Part::Id(K::Choice) => {
                let whole = format!("{}.{word}", words[0]);
                unit.names_at(K::Choice, &whole, at);
            }
            Part::Id(kind) => unit.names_at(*kind, word, at),
            Part::Norm => {}
        }
    }
}

fn place_read(unit: &mut Unit<'_>, flat: &mut Flat, read: Read, first: usize, last: usize) {
    let known = flat.reads.iter().position(|known| *known == read);
    let place = known.unwrap_or_else(|| {
        flat.reads.push(read);
        flat.reads.len() - 1
    });
    if place >= MOST_READS {
        let too_many = unit.about(Code::ScriptTooComplex, first);
        unit.note(too_many);
        return;
    }
    if !flat.used.contains(&read) {
        flat.used.push(read);
    }
    let range = unit.tokens[first].start..unit.tokens[last].end;
    let name = flat_name(place);
    // Line breaks inside the read stay where they are, or every line after it would be counted wrongly.
    let rest = flat.text[range.clone()]
        .bytes()
        .skip(name.len())
        .map(|byte| if byte == b'\n' { '\n' } else { ' ' });
    let name: String = name.chars().chain(rest).collect();
    flat.text.replace_range(range, &name);
}

/// Says why a dotted read names nothing.
fn explain(unit: &mut Unit<'_>, parts: &[Part], words: &[&str], first: usize, last: usize) {
    for (place, word) in words.iter().enumerate().take(parts.len()) {
        let at = first + 2 * (place + 1);
        let part = parts[place];
        if part == Part::Id(K::Choice) {
            let decision = words[place - 1];
            if unit
                .names
                .find(K::Choice, &format!("{decision}.{word}"))
                .is_none()
            {
                let span = unit.token_span(at, at);
                let choices: Vec<_> = choices(unit.names, decision).collect();
                let unknown =
                    Diagnostic::new(Code::UnknownId, span).with("kind", Arg::Key("kind-choice"));
                unit.note(unknown.with("name", *word).near(choices));
                return;
            }
        } else if !is_there(unit.names, part, word) {
            let span = unit.token_span(at, at);
            let diagnostic = unknown(unit.names, part, word, span);
            unit.note(diagnostic);
            return;
        }
    }
    // Every word is right, but there are too few or too many.
    let root = unit.word(first);
    let span = unit.token_span(first, last);
    let written: Vec<&str> = std::iter::once(root).chain(words.iter().copied()).collect();
    let candidates: Vec<String> = match parts.get(words.len()) {
        Some(Part::Id(K::Choice)) => choices(unit.names, words[0])
            .map(|word| format!("{}.{word}", written.join(".")))
            .collect(),
        Some(part) => all(unit.names, *part)
            .into_iter()
            .map(|word| format!("{}.{word}", written.join(".")))
            .collect(),
        None => vec![written[..=parts.len()].join(".")],
    };
    let name = written.join(".");
    unit.note(
        Diagnostic::new(Code::UnknownName, span)
            .with("name", name)
            .near(candidates),
    );
}

/// Whether a word names something of the kind.
pub(super) fn is_there(names: &Names, part: Part, word: &str) -> bool {
    match part {
        Part::Id(kind) => names.find(kind, word).is_some(),
        Part::Norm => norm(word).is_some(),
    }
}

/// Every word that could stand for a part.
fn all(names: &Names, part: Part) -> Vec<String> {
    match part {
        Part::Id(kind) => names.all(kind).map(str::to_owned).collect(),
        Part::Norm => Norm::ALL.into_iter().map(norm_word).collect(),
    }
}

/// The choices of a decision by their own words.
fn choices<'a>(names: &'a Names, decision: &str) -> impl Iterator<Item = &'a str> {
    names.all(K::Choice).filter_map(move |choice| {
        choice
            .split_once('.')
            .filter(|(of, _)| *of == decision)
            .map(|(_, word)| word)
    })
}

/// A word that names nothing of its kind: of another kind, or a slip of the hand.
pub(super) fn unknown(
    names: &Names,
    part: Part,
    word: &str,
    span: crate::diag::Span,
) -> Diagnostic {
    let kind = match part {
        Part::Id(kind) => kind_key(kind),
        Part::Norm => "kind-norm",
    };
    let candidates = all(names, part);
    let is_near = !crate::diag::near(word, candidates.iter().map(String::as_str)).is_empty();
    let other = id::Kind::ALL
        .iter()
        .find(|other| names.find(**other, word).is_some());
    match other {
        Some(other) if !is_near => Diagnostic::new(Code::WrongKind, span)
            .with("name", word)
            .with("found", Arg::Key(kind_key(*other)))
            .with("expected", Arg::Key(kind))
            .near(candidates),
        _ => Diagnostic::new(Code::UnknownId, span)
            .with("kind", Arg::Key(kind))
            .with("name", word)
            .near(candidates),
    }
}

/// The catalogue's key for a kind of thing.
pub(super) fn kind_key(kind: id::Kind) -> &'static str {
    match kind {
        K::Actor => "kind-actor",
        K::Seat => "kind-seat",
        K::Inject => "kind-inject",
        K::Decision => "kind-decision",
        K::Choice => "kind-choice",
        K::Action => "kind-action",
        K::Fact => "kind-fact",
        K::Meter => "kind-meter",
        K::Region => "kind-region",
        K::Zone => "kind-zone",
        K::Community => "kind-community",
        K::Duty => "kind-duty",
        K::Rule => "kind-rule",
        K::Ending => "kind-ending",
        K::Objective => "kind-objective",
        K::Task => "kind-task",
        K::Phase => "kind-phase",
        K::Case => "kind-case",
        K::Hypothesis => "kind-hypothesis",
        K::Forum => "kind-forum",
        K::Clause => "kind-clause",
        K::Measure => "kind-measure",
        K::Contact => "kind-contact",
        K::Bloc => "kind-bloc",
        K::Permit => "kind-permit",
        K::Offer => "kind-offer",
        K::Story => "kind-story",
        K::Function => "kind-function",
        K::Expr => "kind-expression",
    }
}
