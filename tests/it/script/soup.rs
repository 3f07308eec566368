//! Any text at all is an answer or a list of mistakes, and every mistake is in a place that can be pointed at.

use demarche::model::expr::Gives;
use demarche::script;
use proptest::prelude::*;

use super::stage;
use crate::support::effort;

/// What code is made of, and what it is not.
const PIECES: &[&str] = &[
    "fn ",
    "f",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "if ",
    "else ",
    "for ",
    "in ",
    "while ",
    "switch ",
    "let ",
    "const ",
    "return ",
    "=",
    "==",
    "=>",
    "+",
    "-",
    "/",
    "%",
    "!",
    "&&",
    "||",
    "..",
    ";",
    ",",
    ".",
    ":",
    "1",
    "0x",
    "9e9",
    "1.5",
    "\"",
    "\"alarm\"",
    "'",
    "`",
    "${",
    "/*",
    "*/",
    "//",
    "\n",
    "\u{a0}",
    "\u{201c}",
    "\u{1f600}",
    "\u{0}",
    "_r0",
    "_r7",
    "turn",
    "trust",
    "trust.ncert.mfa",
    "meter.alarm",
    "meter(\"alarm\",",
    "roll(6)",
    "later(",
    "push",
    "and",
    "shared",
    "this",
    "#{",
    "|x|",
    "::",
    "\\",
];

fn soup() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat()),
        2 => prop::collection::vec(prop::sample::select(PIECES), 0..40)
            .prop_map(|pieces| format!("fn f() {{ {} }}", pieces.join(" "))),
        1 => any::<String>(),
    ]
}

#[test]
fn any_text_is_played_or_explained() {
    let cases = u32::try_from(2000 * effort()).unwrap();
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(text in soup())| {
        for (name, offset) in script::functions(&text) {
            prop_assert!(text[offset..].starts_with(name));
        }
        let exprs = [(text.as_str(), Gives::Truth), (text.as_str(), Gives::Number)];
        let (playable, found) = script::compile(stage::scenario(&exprs, &[&text]));
        prop_assert!(playable.is_some() != demarche::diag::has_errors(&found));
        for diagnostic in found {
            prop_assert!(text.get(diagnostic.span.range()).is_some(), "{:?}", diagnostic);
        }
    });
}
