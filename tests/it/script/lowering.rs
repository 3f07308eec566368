//! What runs natively gives the same as the interpreter: the same values, the same failures, at the same lines.

use std::sync::Arc;

use demarche::model::ExprId;
use demarche::model::expr::Gives;
use demarche::model::expr::Read;
use demarche::script::Call;
use demarche::script::Fuse;
use demarche::script::Playable;
use demarche::script::Roll;
use demarche::script::Trouble;
use demarche::script::World;
use proptest::prelude::*;

use super::stage;
use crate::support::effort;

/// A world of four numbers, which every reading is one of.
#[derive(Clone, Copy, Debug)]
struct Drawn([i64; 4]);

impl World for Drawn {
    fn read(&self, read: Read) -> i64 {
        let place = match read {
            Read::Turn | Read::Holds(..) => 0,
            Read::Meter(meter) => usize::from(meter.0),
            _ => 3,
        };
        let value = self.0[place];
        if read.gives() == Gives::Truth {
            value & 1
        } else {
            value
        }
    }
}

fn literal() -> impl Strategy<Value = i64> {
    prop_oneof![
        8 => -3_i64..100,
        1 => Just(i64::MAX),
        1 => Just(i64::MIN + 1),
        1 => any::<i64>().prop_filter("the smallest cannot be written", |value| *value != i64::MIN),
    ]
}

fn reading() -> impl Strategy<Value = i64> {
    prop_oneof![6 => -3_i64..100, 1 => Just(i64::MIN), 1 => Just(i64::MAX), 1 => any::<i64>()]
}

/// A number as text, and a truth as text, at most so deep.
fn number(depth: u32) -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        2 => literal().prop_map(|value| value.to_string()),
        3 => prop::sample::select(vec!["turn", "meter.pressure", "meter.alarm", "meter.low", "trust.ncert.mfa"])
            .prop_map(str::to_owned),
    ];
    if depth == 0 {
        return leaf.boxed();
    }
    let (inner, condition) = (number(depth - 1), truth(depth - 1));
    let sign = prop::sample::select(vec!["+", "-", "*", "/", "%", "\n+", "/\n"]);
    prop_oneof![
        1 => leaf,
        4 => (inner.clone(), sign, inner.clone()).prop_map(|(left, sign, right)| format!("{left} {sign} {right}")),
        1 => inner.clone().prop_map(|inner| format!("({inner})")),
        1 => inner.clone().prop_map(|inner| format!("-({inner})")),
        1 => (inner.clone(), inner.clone()).prop_map(|(left, right)| format!("min({left}, {right})")),
        1 => (condition, inner.clone(), inner).prop_map(|(condition, then, otherwise)| {
            format!("(if {condition} {{ {then} }} else {{ {otherwise} }})")
        }),
    ]
    .boxed()
}

fn truth(depth: u32) -> BoxedStrategy<String> {
    let leaf = prop::sample::select(vec![
        "true",
        "false",
        "holds.ncert.beacon",
        "delivered.leak",
    ])
    .prop_map(str::to_owned);
    if depth == 0 {
        return leaf.boxed();
    }
    let (inner, side) = (truth(depth - 1), number(depth - 1));
    let compare = prop::sample::select(vec!["==", "!=", "<", "<=", ">", ">="]);
    let join = prop::sample::select(vec!["&&", "||", "==", "!=", "\n&&"]);
    prop_oneof![
        1 => leaf,
        4 => (side.clone(), compare, side).prop_map(|(left, compare, right)| format!("({left} {compare} {right})")),
        3 => (inner.clone(), join, inner.clone()).prop_map(|(left, join, right)| format!("{left} {join} {right}")),
        1 => inner.clone().prop_map(|inner| format!("!({inner})")),
        1 => (inner.clone(), inner.clone(), inner).prop_map(|(condition, then, otherwise)| {
            format!("(if {condition} {{ {then} }} else if {then} {{ {condition} }} else {{ {otherwise} }})")
        }),
    ]
    .boxed()
}

fn expression() -> impl Strategy<Value = (String, Gives)> {
    prop_oneof![
        number(4).prop_map(|text| (text, Gives::Number)),
        truth(4).prop_map(|text| (text, Gives::Truth)),
        (truth(2), number(2), number(2)).prop_map(|(condition, then, rest)| {
            let text = format!("if {condition} {{ {then} }} else {{ {rest} }} - {rest}");
            (text, Gives::Number)
        }),
    ]
}

fn value(playable: &Playable, world: Drawn) -> Result<i64, Trouble> {
    let fuse = Fuse::never();
    playable.eval(
        ExprId(0),
        &Arc::new(world),
        &Call {
            fuse: &fuse,
            roll: Roll::none(),
        },
    )
}

#[test]
fn native_and_interpreted_expressions_agree() {
    let cases = u32::try_from(512 * effort()).unwrap();
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |((text, gives) in expression(), world in prop::array::uniform4(reading()))| {
        let native = stage::expression(&text, gives, true).unwrap();
        let interpreted = stage::expression(&text, gives, false).unwrap();
        prop_assert!(native.is_native(ExprId(0)) && !interpreted.is_native(ExprId(0)));
        prop_assert_eq!(value(&native, Drawn(world)), value(&interpreted, Drawn(world)), "{}", text);
        prop_assert_eq!(native.reads(ExprId(0)), interpreted.reads(ExprId(0)));
    });
}
