//! Expressions and scripts: what they read, what they give, and what an author is told.

mod stage;

use demarche::diag;
use demarche::diag::Code;
use demarche::model::ActorId;
use demarche::model::ExprId;
use demarche::model::MeterId;
use demarche::model::effect::Amount;
use demarche::model::effect::Effect;
use demarche::model::expr::Gives;
use demarche::model::expr::Gives::Number;
use demarche::model::expr::Gives::Truth;
use demarche::model::expr::Read;
use demarche::model::scenario::Scenario;
use demarche::script;
use demarche::script::Trouble;
use demarche::script::Why;
use demarche::text::Words;

#[test]
fn an_expression_reads_the_world() {
    for lowering in [false, true] {
        let value = |text, gives| stage::value(&stage::expression(text, gives, lowering).unwrap());
        assert_eq!(
            value("trust.ncert.mfa >= 61 && turn <= 3", Gives::Truth),
            Ok(1)
        );
        assert_eq!(
            value("trust.mfa.ncert > 70 || !holds.ncert.beacon", Gives::Truth),
            Ok(0)
        );
        assert_eq!(
            value(
                "if chose.answer.wait { meter.pressure / 8 } else { 0 }",
                Gives::Number
            ),
            Ok(6)
        );
        assert_eq!(
            value("(time - 60) % 7\n\n + -meter.alarm", Gives::Number),
            Ok(300 % 7 - 7)
        );
        assert_eq!(
            value("1 / (turn - 3)", Gives::Number),
            Err(Trouble::Failed {
                line: 1,
                why: Why::DivisionByZero
            })
        );
        assert_eq!(
            value("\n -meter.low", Gives::Number),
            Err(Trouble::Failed {
                line: 2,
                why: Why::Overflow
            })
        );
    }
}

#[test]
fn an_expression_says_what_it_reads() {
    let playable = stage::expression(
        "trust.ncert.mfa > 3 && trust.ncert.mfa < meter.alarm",
        Gives::Truth,
        true,
    )
    .unwrap();
    let expected = [Read::Trust(ActorId(0), ActorId(1)), Read::Meter(MeterId(1))];
    assert_eq!(playable.reads(ExprId(0)), expected);
}

#[test]
fn a_script_function_gives_effects() {
    let script = r#"
        fn storm() {
            let effects = [meter("pressure", 3)];
            for actor in ["mfa", "acme"] {
                if trust_of("ncert", actor) > 60 {
                    effects.push(trust("ncert", actor, -roll(6)));
                }
            }
            if trust.ncert.mfa > 60 { effects += later(2, [deliver("leak")]); }
            effects
        }
    "#;
    let playable = stage::script(script).unwrap();
    let effects = stage::call(&playable).unwrap();
    assert_eq!(effects.len(), 4);
    assert_eq!(
        effects[0],
        Effect::Meter {
            meter: MeterId(0),
            by: Amount::Fixed(3)
        }
    );
    assert_eq!(
        effects[2],
        Effect::Trust {
            from: ActorId(0),
            to: ActorId(2),
            by: Amount::Fixed(-5)
        }
    );
}

/// Expressions an author might write, what is wrong with each, where, and what it is taken for.
const EXPRESSIONS: &[(&str, Gives, Code, &str, &[&str])] = &[
    (
        "trust.ncrt.mfa > 3",
        Truth,
        Code::UnknownId,
        "ncrt",
        &["ncert"],
    ),
    (
        "trust.ncert > 3",
        Truth,
        Code::UnknownName,
        "trust.ncert",
        &[],
    ),
    (
        "meter.alarm.high > 3",
        Truth,
        Code::UnknownName,
        "meter.alarm.high",
        &["meter.alarm"],
    ),
    (
        "trst.ncert.mfa > 3",
        Truth,
        Code::UnknownName,
        "trst",
        &["trust"],
    ),
    (
        "pressure > 3",
        Truth,
        Code::UnknownName,
        "pressure",
        &["meter.pressure"],
    ),
    (
        "meter.patients > 3",
        Truth,
        Code::WrongKind,
        "patients",
        &[],
    ),
    (
        "chose.answer.shrae",
        Truth,
        Code::UnknownId,
        "shrae",
        &["share"],
    ),
    (
        "upheld.mfa.tpl > 0",
        Truth,
        Code::UnknownId,
        "tpl",
        &["tlp"],
    ),
    (
        "meter.alarm = 3",
        Truth,
        Code::AssignmentInCondition,
        "=",
        &[],
    ),
    (
        "turn > 1 and turn < 3",
        Truth,
        Code::WordOperator,
        "and",
        &[],
    ),
    ("turn > 1 OR turn < 3", Truth, Code::WordOperator, "OR", &[]),
    ("not delivered.leak", Truth, Code::WordOperator, "not", &[]),
    (
        "delivered.leak == True",
        Truth,
        Code::WordOperator,
        "True",
        &[],
    ),
    (
        "meter.alarm \u{2265} 3",
        Truth,
        Code::WordOperator,
        "\u{2265}",
        &[],
    ),
    ("turn <> 3", Truth, Code::WordOperator, "<>", &[]),
    ("turn === 3", Truth, Code::WordOperator, "===", &[]),
    ("turn++ > 3", Truth, Code::IncrementOperator, "++", &[]),
    ("shared > 3", Truth, Code::ReservedName, "shared", &[]),
    ("turn > null", Truth, Code::ReservedName, "null", &[]),
    ("turn > 1.5", Truth, Code::WholeNumbersOnly, "1.5", &[]),
    (
        "turn >\u{a0}3",
        Truth,
        Code::NonBreakingSpace,
        "\u{a0}",
        &[],
    ),
    (
        "\u{201c}a\u{201d} == 3",
        Truth,
        Code::SmartQuoteInExpression,
        "\u{201c}",
        &[],
    ),
    (
        "holds.ncert.'beacon'",
        Truth,
        Code::SingleQuotes,
        "'beacon'",
        &[],
    ),
    ("(turn > 3", Truth, Code::UnclosedInScript, "(", &[]),
    ("turn > 3)", Truth, Code::UnexpectedClosing, ")", &[]),
    ("turn > 3;", Truth, Code::ExpressionDoesNotCompile, ";", &[]),
    ("", Truth, Code::ExpressionDoesNotCompile, "", &[]),
    ("turn >", Truth, Code::ExpressionDoesNotCompile, ">", &[]),
    ("turn 3", Truth, Code::ExpressionDoesNotCompile, "3", &[]),
    (
        "if turn > 3 then 1 else 2",
        Number,
        Code::ReplacedWord,
        "then",
        &[],
    ),
    ("turn > 3 ? 1 : 2", Number, Code::ReplacedWord, "?", &[]),
    ("eval(\"1\")", Number, Code::ForbiddenInScript, "eval", &[]),
    ("let x = 3", Number, Code::ForbiddenInScript, "let", &[]),
    ("turn + 3", Truth, Code::NotTrueOrFalse, "turn + 3", &[]),
    (
        "meter.alarm && turn > 3",
        Truth,
        Code::NotTrueOrFalse,
        "meter.alarm",
        &[],
    ),
    (
        "!meter.alarm",
        Truth,
        Code::NotTrueOrFalse,
        "meter.alarm",
        &[],
    ),
    ("turn > 3", Number, Code::NotANumber, "turn > 3", &[]),
    (
        "holds.ncert.beacon + 1",
        Number,
        Code::NotANumber,
        "holds.ncert.beacon",
        &[],
    ),
    (
        "meter.alarm == \"high\"",
        Truth,
        Code::NotANumber,
        "\"high\"",
        &[],
    ),
    (
        "delivered.leak == 1",
        Truth,
        Code::NotANumber,
        "delivered.leak",
        &[],
    ),
    (
        "if turn > 3 { 1 }",
        Number,
        Code::NotANumber,
        "if turn > 3 { 1 }",
        &[],
    ),
    ("mn(turn, 3)", Number, Code::UnknownFunction, "mn", &["min"]),
    ("min(turn)", Number, Code::WrongArguments, "min", &[]),
    (
        "meter_of(\"alrm\")",
        Number,
        Code::UnknownId,
        "\"alrm\"",
        &["alarm"],
    ),
    (
        "meter(\"alarm\", 3)",
        Number,
        Code::NotANumber,
        "meter(\"alarm\", 3)",
        &[],
    ),
];

#[test]
fn a_wrong_expression_is_explained_in_its_place() {
    for (text, gives, code, place, near) in EXPRESSIONS {
        explained(
            &stage::scenario(&[(text, *gives)], &[]),
            text,
            *code,
            place,
            near,
        );
    }
}

/// The same for scripts.
const SCRIPTS: &[(&str, Code, &str, &[&str])] = &[
    (
        "fn f() { let shared = 1; [] }",
        Code::ReservedName,
        "shared",
        &[],
    ),
    ("fn f(new) { [] }", Code::ReservedName, "new", &[]),
    ("fn case() { [] }", Code::ReservedName, "case", &[]),
    (
        "fn f() { let turn = 1; [] }",
        Code::ReadOnlyName,
        "turn",
        &[],
    ),
    (
        "fn f() { meter.alarm = 3; [] }",
        Code::ReadOnlyName,
        "meter.alarm",
        &[],
    ),
    (
        "fn f() { const LEAST = 3; LEAST = 4; [] }",
        Code::ReadOnlyName,
        "LEAST",
        &[],
    ),
    (
        "fn f() { if turn = 3 { } [] }",
        Code::AssignmentInCondition,
        "=",
        &[],
    ),
    (
        "fn f() { let x = 1 let y = 2; [] }",
        Code::MissingSemicolon,
        "let",
        &[],
    ),
    (
        "fn f() { let x = 1; x++; [] }",
        Code::IncrementOperator,
        "++",
        &[],
    ),
    (
        "fn f() { let count = 1; if cuont > 3 { } [] }",
        Code::UnknownName,
        "cuont",
        &["count"],
    ),
    (
        "fn f() { metre(\"alarm\", 3) }",
        Code::UnknownFunction,
        "metre",
        &["meter"],
    ),
    (
        "fn f() { meter(\"presure\", 3) }",
        Code::UnknownId,
        "\"presure\"",
        &["pressure"],
    ),
    (
        "fn f() { meter(alarm, 3) }",
        Code::UnknownName,
        "alarm",
        &["meter.alarm"],
    ),
    (
        "fn f() { meter(\"patients\", 3) }",
        Code::WrongKind,
        "\"patients\"",
        &[],
    ),
    (
        "fn f() { meter(\"alarm\") }",
        Code::WrongArguments,
        "meter",
        &[],
    ),
    ("fn f() { meter(3, \"alarm\") }", Code::UnknownId, "3", &[]),
    (
        "fn f() { tell(\"beacon\", \"mfa\", \"Grene\") }",
        Code::UnknownTlp,
        "\"Grene\"",
        &["Green"],
    ),
    (
        "fn f() { freeze(\"power\", 1) }",
        Code::NotTrueOrFalse,
        "1",
        &[],
    ),
    (
        "fn f() { if meter.alarm { } [] }",
        Code::NotTrueOrFalse,
        "meter.alarm",
        &[],
    ),
    (
        "fn f() { meter(\"alarm\", 1); meter(\"low\", 1) }",
        Code::EffectDropped,
        "meter",
        &[],
    ),
    (
        "fn f() { if turn > 3 { meter(\"alarm\", 1) } [] }",
        Code::EffectDropped,
        "meter",
        &[],
    ),
    (
        "fn f() { for x in 0..3 { meter(\"alarm\", 1) } }",
        Code::EffectDropped,
        "meter",
        &[],
    ),
    (
        "fn f() { switch turn { 1 => [], 1 => [] } }",
        Code::DuplicateSwitchArm,
        "1",
        &[],
    ),
    (
        "fn f() { [] } fn f() { [] }",
        Code::DuplicateFunction,
        "f",
        &[],
    ),
    (
        "let x = 1; fn f() { [] }",
        Code::ScriptDoesNotCompile,
        "let",
        &[],
    ),
    ("def f(): return []", Code::ReplacedWord, "def", &[]),
    (
        "fn f() { import \"/etc/passwd\"; [] }",
        Code::ForbiddenInScript,
        "import",
        &[],
    ),
    (
        "fn f() { let m = #{a: 1}; [] }",
        Code::ForbiddenInScript,
        "#{",
        &[],
    ),
    (
        "fn f() { let t = `x`; [] }",
        Code::ForbiddenInScript,
        "`",
        &[],
    ),
    (
        "fn f() { print(\"x\"); [] }",
        Code::ForbiddenInScript,
        "print",
        &[],
    ),
    (
        "fn f() { deliver(\"leak }",
        Code::UnterminatedString,
        "\"leak }",
        &[],
    ),
    (
        "fn f() { [] } /* end",
        Code::UnterminatedComment,
        "/* end",
        &[],
    ),
];

#[test]
fn a_wrong_script_is_explained_in_its_place() {
    for (text, code, place, near) in SCRIPTS {
        explained(&stage::scenario(&[], &[text]), text, *code, place, near);
    }
}

/// Holds that compiling says this, here, with these suggestions, and in no words but the author's.
fn explained(scenario: &Scenario, text: &str, code: Code, place: &str, near: &[&str]) {
    let (_, found) = script::compile(scenario.clone());
    let said: Vec<_> = found
        .iter()
        .map(|one| (one.code, &text[one.span.range()], one.near.clone()))
        .collect();
    let of_code = found.iter().find(|one| one.code == code);
    let Some(diagnostic) = of_code else {
        panic!("`{text}` should be {code:?}, and is {said:?}")
    };
    assert!(
        text[diagnostic.span.range()].starts_with(place),
        "`{text}`: {said:?}"
    );
    assert!(
        near.iter()
            .all(|near| diagnostic.near.iter().any(|given| given == near)),
        "`{text}`: {said:?}"
    );
    let words = Words::default();
    for diagnostic in &found {
        let wording = diag::word(diagnostic, &words);
        let all: String = wording
            .help
            .iter()
            .chain([&wording.message])
            .map(|text| text.as_str())
            .collect();
        for foreign in [
            "⟨",
            "i64",
            "&str",
            "ImmutableString",
            "Rhai",
            "_r",
            "()",
            "token",
        ] {
            assert!(
                !all.contains(foreign) || text.contains(foreign),
                "`{text}`: {all}"
            );
        }
    }
}

#[test]
fn everything_wrong_is_said_at_once() {
    let exprs = [("trust.ncrt.mfa > 3", Truth), ("turn and time", Truth)];
    let script = "fn f() {\n  metre(\"alarm\", 3);\n  deliver(\"laek\");\n  nothing > 3\n}";
    let (playable, found) = script::compile(stage::scenario(&exprs, &[script]));
    assert!(playable.is_none());
    let said: Vec<_> = found
        .iter()
        .map(|one| (one.span.file.0, one.code))
        .collect();
    assert_eq!(
        said,
        [
            (0, Code::UnknownId),
            (1, Code::WordOperator),
            (2, Code::UnknownFunction),
            (2, Code::UnknownId),
            (2, Code::UnknownName),
        ]
    );
}

#[test]
fn what_is_too_large_is_refused_unread() {
    let long = format!("fn f() {{ [] }} // {}", "x".repeat(32 * 1024));
    let many = vec!["fn f() { [] }"; 65];
    for (scripts, code) in [
        (vec![long.as_str()], Code::ScriptTooLong),
        (many, Code::TooManyScripts),
    ] {
        let (playable, found) = script::compile(stage::scenario(&[], &scripts));
        assert!(playable.is_none());
        assert_eq!(found.first().map(|one| one.code), Some(code));
    }
}
