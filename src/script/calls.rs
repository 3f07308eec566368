//! Names and calls: whether each exists, takes so many values, and is given the right kind of id.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::marking::Tlp;
use crate::script::functions::FUNCTIONS;
use crate::script::functions::HostFunction;
use crate::script::functions::PLAIN;
use crate::script::functions::Param;
use crate::script::lex::Kind;
use crate::script::make;
use crate::script::reads;
use crate::script::reads::Part;
use crate::script::reads::ROOTS;
use crate::script::reserved;
use crate::script::traps;
use crate::script::unit::Unit;

/// Notes every unknown name and every call that cannot work.
pub(super) fn check(unit: &mut Unit<'_>) {
    let locals = locals(unit);
    for at in 0..unit.tokens.len() {
        if unit.is_full() {
            return;
        }
        if unit.word_before(at) == "fn" && find_ours(unit.word(at)).is_some() {
            let taken = unit
                .about(Code::DuplicateFunction, at)
                .with("name", unit.word(at));
            unit.note(taken);
        }
        if !unit.is_word(at)
            || unit.word_before(at) == "fn"
            || reserved::KEYWORDS.contains(&unit.word(at))
        {
            continue;
        }
        if unit.word(at + 1) == "(" {
            call(unit, at);
        } else if unit.word_before(at) == "." {
            property(unit, at, &locals);
        } else {
            name(unit, at, &locals);
        }
    }
    switches(unit);
}

/// Every name the unit defines, wherever it may be used.
fn locals<'a>(unit: &Unit<'a>) -> BTreeSet<&'a str> {
    let mut locals = BTreeSet::new();
    for at in 0..unit.tokens.len() {
        let end = match unit.word(at) {
            "let" | "const" => at + 2,
            "for" => (at..unit.tokens.len())
                .find(|end| matches!(unit.word(*end), "in" | "{" | ";"))
                .unwrap_or(at),
            "fn" => (at..unit.tokens.len())
                .find(|end| matches!(unit.word(*end), ")" | "{" | ";"))
                .unwrap_or(at),
            _ => continue,
        };
        locals.extend(
            (at + 1..end)
                .filter(|at| unit.is_word(*at))
                .map(|at| unit.word(at)),
        );
    }
    locals
}

fn name(unit: &mut Unit<'_>, at: usize, locals: &BTreeSet<&str>) {
    let word = unit.word(at);
    let is_known = locals.contains(word) || reads::parts(word).is_some() || traps::explains(word);
    if !is_known && reads::flat_place(word).is_none() {
        let unknown = unit
            .about(Code::UnknownName, at)
            .with("name", word)
            .near(words(unit));
        unit.note(unknown);
    }
}

/// A word behind a dot that is no call: only readings of the world have such words, and those are looked at elsewhere.
fn property(unit: &mut Unit<'_>, at: usize, locals: &BTreeSet<&str>) {
    let mut first = at;
    while unit.word_before(first) == "." && first >= 2 && unit.is_word(first - 2) {
        first -= 2;
    }
    let is_of_value = unit.word_before(first) == "." || locals.contains(unit.word(first));
    if is_of_value {
        let word = unit.word(at);
        let methods = PLAIN.iter().map(|(name, ..)| format!("{name}()"));
        let unknown = unit
            .about(Code::UnknownName, at)
            .with("name", word)
            .near(methods);
        unit.note(unknown);
    }
}

/// Every word that could stand where a value is wanted.
pub(super) fn words(unit: &Unit<'_>) -> Vec<String> {
    let mut words: Vec<String> = locals(unit)
        .into_iter()
        .chain(ROOTS.iter().map(|(root, _)| *root))
        .map(str::to_owned)
        .collect();
    for (root, parts) in ROOTS.iter() {
        if let [Part::Id(kind)] = parts.as_slice() {
            words.extend(unit.names.all(*kind).map(|word| format!("{root}.{word}")));
        }
    }
    words
}

/// What can be called, ours or the author's.
#[derive(Clone, Copy)]
enum Callable {
    Ours(&'static HostFunction),
    /// The fewest and most values it takes.
    Counted(usize, usize),
}

fn find_ours(name: &str) -> Option<Callable> {
    if let Some(function) = FUNCTIONS.iter().find(|function| function.name == name) {
        return Some(Callable::Ours(function));
    }
    let (_, least, most) = PLAIN.iter().find(|(plain, ..)| *plain == name)?;
    Some(Callable::Counted(*least, *most))
}

fn find(unit: &Unit<'_>, name: &str) -> Option<Callable> {
    if let Some(ours) = find_ours(name) {
        return Some(ours);
    }
    let defined = unit.defined.iter().filter(|defined| defined.name == name);
    let counts = defined.map(|defined| defined.parameters);
    Some(Callable::Counted(counts.clone().min()?, counts.max()?))
}

fn call(unit: &mut Unit<'_>, at: usize) {
    let name = unit.word(at);
    if traps::explains(name) {
        return;
    }
    let Some(callable) = find(unit, name) else {
        let ours = FUNCTIONS
            .iter()
            .map(|function| function.name)
            .chain(PLAIN.iter().map(|(name, ..)| *name));
        let known: Vec<&str> = ours
            .chain(unit.defined.iter().map(|defined| defined.name))
            .collect();
        let unknown = unit
            .about(Code::UnknownFunction, at)
            .with("name", name)
            .near(known);
        unit.note(unknown);
        return;
    };
    let Some(args) = arguments(unit, at + 1) else {
        return;
    };
    // A list before the dot is the first value.
    let before = usize::from(unit.word_before(at) == ".");
    let found = args.len() + before;
    let (least, most) = match callable {
        Callable::Ours(function) => (
            function.params.len() - function.optional,
            function.params.len(),
        ),
        Callable::Counted(least, most) => (least, most),
    };
    if !(least..=most).contains(&found) {
        let expected = if found < least { least } else { most };
        let wrong = unit
            .about(Code::WrongArguments, at)
            .with("name", name)
            .with("expected", expected - before);
        unit.note(wrong.with("found", args.len()));
        return;
    }
    if let Callable::Ours(function) = callable {
        for (param, arg) in function.params.iter().skip(before).zip(args) {
            note_uses(unit, *param, arg.clone());
            if let Some(wrong) = argument(unit, *param, arg) {
                unit.note(wrong);
            }
        }
    }
}

/// Notes what the texts of an argument name.
fn note_uses(unit: &mut Unit<'_>, param: Param, arg: Range<usize>) {
    let kind = match param {
        Param::Part(Part::Id(kind)) if arg.len() == 1 => kind,
        Param::Ids(kind) => kind,
        _ => return,
    };
    for at in arg {
        if unit.kind(at) == Some(Kind::Text) {
            let word = unit.word(at).trim_matches('"');
            unit.names_at(kind, word, at);
        }
    }
}

/// The tokens of each argument of the call whose bracket is at `open`; `None` if it is not closed.
fn arguments(unit: &Unit<'_>, open: usize) -> Option<Vec<Range<usize>>> {
    let (mut args, mut depth, mut first) = (Vec::new(), 0_usize, open + 1);
    for at in open..unit.tokens.len() {
        match (unit.kind(at)?, unit.word(at)) {
            (Kind::Sign, "(" | "[" | "{" | "#{" | "?[") => depth += 1,
            (Kind::Sign, ",") if depth == 1 => {
                args.push(first..at);
                first = at + 1;
            }
            (Kind::Sign, ")" | "]" | "}") => {
                depth -= 1;
                if depth == 0 {
                    if first < at {
                        args.push(first..at);
                    }
                    return Some(args);
                }
            }
            _ => {}
        }
    }
    None
}

/// What is wrong with an argument that is written out.
fn argument(unit: &Unit<'_>, param: Param, arg: Range<usize>) -> Option<Diagnostic> {
    if arg.len() != 1 {
        return None;
    }
    let (at, kind) = (arg.start, unit.kind(arg.start)?);
    let text = (kind == Kind::Text).then(|| unit.word(at).trim_matches('"'));
    match (param, text) {
        (Param::Part(part), Some(word)) if !reads::is_there(unit.names, part, word) => Some(
            reads::unknown(unit.names, part, word, unit.token_span(at, at)),
        ),
        (Param::Label, Some(word)) if make::label(word).is_none() => {
            let unknown = unit.about(Code::UnknownTlp, at).with("name", word);
            Some(unknown.near(Tlp::ALL.iter().map(|label| format!("{label:?}"))))
        }
        (Param::Number, Some(_)) => Some(unit.about(Code::NotANumber, at)),
        (Param::Truth, Some(_)) => Some(unit.about(Code::NotTrueOrFalse, at)),
        (Param::Part(part), None) if kind == Kind::Number => Some(reads::unknown(
            unit.names,
            part,
            unit.word(at),
            unit.token_span(at, at),
        )),
        (Param::Word(words), Some(word))
            if !words.iter().any(|known| known.eq_ignore_ascii_case(word)) =>
        {
            let unknown = unit.about(Code::UnknownVariant, at).with("name", word);
            let what = crate::text::Arg::Key("what-word");
            Some(unknown.with("what", what).near(words.iter().copied()))
        }
        (Param::Truth, None) if kind == Kind::Number => Some(unit.about(Code::NotTrueOrFalse, at)),
        (Param::Number, None) if matches!(unit.word(at), "true" | "false") => {
            Some(unit.about(Code::NotANumber, at))
        }
        _ => None,
    }
}

/// Notes cases of a `switch` that stand there twice.
fn switches(unit: &mut Unit<'_>) {
    let mut open: Vec<(bool, BTreeSet<String>)> = Vec::new();
    let mut awaits_brace = false;
    let mut twice = Vec::new();
    let mut first = 0;
    for at in 0..unit.tokens.len() {
        match unit.word(at) {
            "switch" => awaits_brace = true,
            "{" | "#{" => {
                open.push((std::mem::take(&mut awaits_brace), BTreeSet::new()));
                first = at + 1;
            }
            "}" => {
                open.pop();
                first = at + 1;
            }
            "," => first = at + 1,
            "=>" => {
                let case: Vec<&str> = (first..at).map(|at| unit.word(at)).collect();
                if let Some((true, cases)) = open.last_mut()
                    && !case.contains(&"if")
                {
                    for case in case.split(|word| *word == "|") {
                        if !cases.insert(case.join(" ")) {
                            twice.push(unit.token_span(first, at - 1));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    for span in twice {
        unit.note(Diagnostic::new(Code::DuplicateSwitchArm, span));
    }
}
