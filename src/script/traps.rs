//! Habits from elsewhere that the expression language does not share, each with what to write instead.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::script::lex::Kind;
use crate::script::reads;
use crate::script::reserved;
use crate::script::unit::Unit;

/// Words other languages join conditions with, and what says the same here.
const OPERATORS: &[(&str, &str)] = &[
    ("and", "&&"),
    ("AND", "&&"),
    ("or", "||"),
    ("OR", "||"),
    ("not", "!"),
    ("NOT", "!"),
    ("True", "true"),
    ("TRUE", "true"),
    ("False", "false"),
    ("FALSE", "false"),
    ("mod", "%"),
    ("elif", "else if"),
    ("elseif", "else if"),
    ("elsif", "else if"),
    ("===", "=="),
    ("!==", "!="),
    ("<>", "!="),
    (":=", "="),
    ("\u{2265}", ">="),
    ("\u{2264}", "<="),
    ("\u{2260}", "!="),
    ("\u{d7}", "*"),
    ("\u{f7}", "/"),
    ("\u{2212}", "-"),
    ("\u{2013}", "-"),
    ("\u{2192}", "=>"),
];

/// Words with which other languages begin what is begun otherwise here.
const REPLACED: &[&str] = &[
    "then", "end", "endif", "begin", "def", "func", "function", "foreach", "unless", "None",
    "NULL", "pass", "?",
];

/// Signs of the language that scenarios have no use for.
const FORBIDDEN_SIGNS: &[&str] = &[
    "#{", "**", "**=", "<<", "<<=", ">>", ">>=", "??", "?.", "?[", "::", "@", "$", "\\", "~",
];

/// Whether a word is explained here, so that nobody else has to call it unknown.
pub(super) fn explains(word: &str) -> bool {
    reserved::is_reserved(word)
        || REPLACED.contains(&word)
        || OPERATORS.iter().any(|(other, _)| *other == word)
}

/// As far back as is looked for what a token belongs to, in tokens.
const FAR: usize = 200;

/// Notes every trap in a unit.
pub(super) fn check(unit: &mut Unit<'_>) {
    brackets(unit);
    for at in 0..unit.tokens.len() {
        if unit.is_full() {
            return;
        }
        if let Some(diagnostic) = trap(unit, at) {
            unit.note(diagnostic);
        }
    }
}

/// The trap at one token.
fn trap(unit: &Unit<'_>, at: usize) -> Option<Diagnostic> {
    let word = unit.word(at);
    if let Some((_, sign)) = OPERATORS.iter().find(|(other, _)| *other == word) {
        let operator = unit
            .about(Code::WordOperator, at)
            .with("word", word)
            .with("sign", *sign);
        return Some(operator.fix(unit.token_span(at, at), *sign));
    }
    match unit.kind(at)? {
        Kind::Fraction => Some(unit.about(Code::WholeNumbersOnly, at)),
        Kind::OddText if word.starts_with('`') => {
            Some(unit.about(Code::ForbiddenInScript, at).with("name", "`"))
        }
        Kind::OddText => Some(unit.about(Code::SingleQuotes, at)),
        Kind::Open if word.starts_with("/*") => Some(unit.about(Code::UnterminatedComment, at)),
        Kind::Open => Some(unit.about(Code::UnterminatedString, at)),
        Kind::Stray => stray(unit, at),
        Kind::Word => name(unit, at),
        Kind::Sign => sign(unit, at),
        Kind::Number | Kind::Text => None,
    }
}

fn stray(unit: &Unit<'_>, at: usize) -> Option<Diagnostic> {
    let found = unit.word(at).chars().next()?;
    Some(match found {
        '\u{2018}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2039}' | '\u{203a}' => {
            unit.about(Code::SmartQuoteInExpression, at)
        }
        found if found.is_whitespace() || matches!(found, '\u{200b}'..='\u{200d}' | '\u{feff}') => {
            unit.about(Code::NonBreakingSpace, at)
                .fix(unit.token_span(at, at), " ")
        }
        _ => unit
            .about(Code::UnexpectedCharacter, at)
            .with("found", unit.word(at)),
    })
}

fn name(unit: &Unit<'_>, at: usize) -> Option<Diagnostic> {
    let (word, before) = (unit.word(at), unit.word_before(at));
    let is_part = before == ".";
    if REPLACED.contains(&word) && !is_part {
        return Some(unit.about(Code::ReplacedWord, at).with("name", word));
    }
    if reserved::FORBIDDEN.contains(&word) {
        return Some(unit.about(Code::ForbiddenInScript, at).with("name", word));
    }
    if reserved::KEPT.contains(&word) {
        return Some(unit.about(Code::ReservedName, at).with("name", word));
    }
    let is_defined = matches!(before, "let" | "const" | "for" | "fn") || is_parameter(unit, at);
    if is_defined && reserved::KEYWORDS.contains(&word) {
        return Some(unit.about(Code::ReservedName, at).with("name", word));
    }
    let is_ours =
        reads::parts(word).is_some() && before != "fn" || reads::flat_place(word).is_some();
    if is_defined && is_ours {
        return Some(unit.about(Code::ReadOnlyName, at).with("name", word));
    }
    if unit.is_expression
        && matches!(
            word,
            "let" | "const" | "fn" | "return" | "while" | "for" | "loop" | "do"
        )
    {
        return Some(unit.about(Code::ForbiddenInScript, at).with("name", word));
    }
    reads::flat_place(word).map(|_| unit.about(Code::UnknownName, at).with("name", word))
}

/// Whether the token stands among the parameters of a function's definition.
fn is_parameter(unit: &Unit<'_>, at: usize) -> bool {
    let open = (0..at)
        .rev()
        .take(FAR)
        .take_while(|at| unit.is_word(*at) || matches!(unit.word(*at), "," | "("))
        .find(|at| unit.word(*at) == "(");
    open.is_some_and(|open| open >= 2 && unit.word(open - 2) == "fn")
}

fn sign(unit: &Unit<'_>, at: usize) -> Option<Diagnostic> {
    let (word, before) = (unit.word(at), unit.word_before(at));
    match word {
        "++" | "--" => {
            let instead = format!(
                "{} {}= 1",
                if before.is_empty() { "x" } else { before },
                &word[..1]
            );
            Some(
                unit.about(Code::IncrementOperator, at)
                    .with("sign", word)
                    .with("instead", instead),
            )
        }
        "=" if unit.is_expression || is_in_condition(unit, at) => Some(
            unit.about(Code::AssignmentInCondition, at)
                .fix(unit.token_span(at, at), "=="),
        ),
        ";" if unit.is_expression => Some(
            unit.about(Code::ExpressionDoesNotCompile, at)
                .with("why", crate::text::Arg::Key("script-why-one")),
        ),
        ":" | "?" => Some(unit.about(Code::ReplacedWord, at).with("name", word)),
        sign if FORBIDDEN_SIGNS.contains(&sign) => {
            Some(unit.about(Code::ForbiddenInScript, at).with("name", sign))
        }
        "=" | "+=" | "-=" | "*=" | "/=" | "%=" => changed(unit, at),
        _ => None,
    }
}

/// Whether the token stands between `if` or `while` and the brace that opens its block.
fn is_in_condition(unit: &Unit<'_>, at: usize) -> bool {
    let first = (0..at).rev().take(FAR).find(|at| {
        matches!(
            unit.word(*at),
            "if" | "while" | "{" | "}" | ";" | "=>" | "let" | "const"
        )
    });
    first.is_some_and(|first| matches!(unit.word(first), "if" | "while"))
}

/// A reading of the world that is assigned to: `meter.alarm = 3`.
fn changed(unit: &Unit<'_>, at: usize) -> Option<Diagnostic> {
    let mut first = at.checked_sub(1).filter(|first| unit.is_word(*first))?;
    while unit.word_before(first) == "." && first >= 2 && unit.is_word(first - 2) {
        first -= 2;
    }
    let root = unit.word(first);
    let is_defined = matches!(unit.word_before(first), "let" | "const");
    if is_defined || reads::parts(root).is_none() {
        return None;
    }
    let span = unit.token_span(first, at - 1);
    let name: String = (first..at).map(|at| unit.word(at)).collect();
    Some(Diagnostic::new(Code::ReadOnlyName, span).with("name", name))
}

/// Notes brackets that are never closed, or closed without having been opened.
fn brackets(unit: &mut Unit<'_>) {
    let mut open: Vec<usize> = Vec::new();
    let closing = |word: &str| match word {
        "(" => ")",
        "[" | "?[" => "]",
        "{" | "#{" => "}",
        _ => "",
    };
    for at in 0..unit.tokens.len() {
        let word = unit.word(at);
        if unit.kind(at) != Some(Kind::Sign) {
            continue;
        }
        if !closing(word).is_empty() {
            open.push(at);
        } else if matches!(word, ")" | "]" | "}") {
            match open.last() {
                Some(last) if closing(unit.word(*last)) == word => {
                    open.pop();
                }
                Some(last) => {
                    let unclosed = unit
                        .about(Code::UnclosedInScript, *last)
                        .with("bracket", unit.word(*last));
                    unit.note(unclosed);
                    return;
                }
                None => {
                    let unexpected = unit
                        .about(Code::UnexpectedClosing, at)
                        .with("bracket", word);
                    unit.note(unexpected);
                    return;
                }
            }
        }
    }
    if let Some(last) = open.last() {
        let unclosed = unit
            .about(Code::UnclosedInScript, *last)
            .with("bracket", unit.word(*last));
        unit.note(unclosed);
    }
}
