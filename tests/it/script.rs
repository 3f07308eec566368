//! Expressions and scripts: what they read, what they give, and what an author is told.

mod lowering;
mod mistakes;
mod soup;
pub(crate) mod stage;

use demarche::diag;
use demarche::diag::Code;
use demarche::model::ActorId;
use demarche::model::ExprId;
use demarche::model::MeterId;
use demarche::model::effect::Amount;
use demarche::model::effect::Effect;
use demarche::model::expr::Gives::Number;
use demarche::model::expr::Gives::Truth;
use demarche::model::expr::Read;
use demarche::model::scenario::Scenario;
use demarche::script;
use demarche::script::Fuse;
use demarche::script::Trouble;
use demarche::script::Why;
use demarche::text::SafeText;
use demarche::text::Words;

#[test]
fn an_expression_reads_the_world() {
    for lowering in [false, true] {
        let value = |text, gives| stage::value(&stage::expression(text, gives, lowering).unwrap());
        assert_eq!(value("trust.ncert.mfa >= 61 && turn <= 3", Truth), Ok(1));
        assert_eq!(
            value("trust.mfa.ncert > 70 || !holds.ncert.beacon", Truth),
            Ok(0)
        );
        assert_eq!(
            value(
                "if chose.answer.wait { meter.pressure / 8 } else { 0 }",
                Number
            ),
            Ok(6)
        );
        assert_eq!(
            value("(time - 60) % 7\n\n + -meter.alarm", Number),
            Ok(300 % 7 - 7)
        );
        assert_eq!(
            value("1 / (turn - 3)", Number),
            Err(Trouble::Failed {
                line: 1,
                why: Why::DivisionByZero
            })
        );
        assert_eq!(
            value("\n -meter.low", Number),
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
        Truth,
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

#[test]
fn a_wrong_expression_is_explained_in_its_place() {
    for (text, gives, code, place, near) in mistakes::EXPRESSIONS {
        explained(
            &stage::scenario(&[(text, *gives)], &[]),
            text,
            *code,
            place,
            near,
        );
    }
}

#[test]
fn a_wrong_script_is_explained_in_its_place() {
    for (text, code, place, near) in mistakes::SCRIPTS {
        explained(&stage::scenario(&[], &[text]), text, *code, place, near);
    }
}

#[test]
fn a_script_that_fails_gives_no_effects_and_says_where() {
    for (body, line, why) in [
        ("let x = 1;\nx / (turn - 3)", 2, Why::DivisionByZero),
        (
            "let names = [\"ncert\"];\nmeter(names[0], 1)",
            2,
            Why::UnknownId,
        ),
        ("let x = \"a\";\nabs(x)", 2, Why::WrongType),
        (
            "let effects = [meter(\"alarm\", 1)];\neffects.push(3);\neffects",
            1,
            Why::NotEffects,
        ),
        ("let n = 0;\nwhile true {\nn += 1;\n}", 1, Why::TooLong),
        ("[1, 2]\n[2]", 2, Why::OutsideList),
    ] {
        let playable = stage::script(&format!("fn f() {{ {body} }}")).unwrap();
        assert_eq!(
            stage::call(&playable),
            Err(Trouble::Failed { line, why }),
            "{body}"
        );
    }
    let playable = stage::script("fn f() { loop { } }").unwrap();
    assert_eq!(
        stage::call_with(&playable, &Fuse::new(|| true)),
        Err(Trouble::Blown)
    );
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
            .map(SafeText::as_str)
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
