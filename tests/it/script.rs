//! Expressions and scripts: what they read, what they give, and what an author is told.

mod stage;

use demarche::model::ActorId;
use demarche::model::ExprId;
use demarche::model::MeterId;
use demarche::model::effect::Amount;
use demarche::model::effect::Effect;
use demarche::model::expr::Gives;
use demarche::model::expr::Read;
use demarche::script::Trouble;
use demarche::script::Why;

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
