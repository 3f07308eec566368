//! Script functions whose body is one simple expression, in a form that runs without the interpreter.
//!
//! Either what a condition is made of, or effects with everything written out, perhaps under such a condition. The same
//! values, effects and failures as the interpreter's.

use rhai::AST;
use rhai::ASTNode;
use rhai::Dynamic;
use rhai::Expr;
use rhai::FnCallExpr;
use rhai::Stmt;

use crate::model::effect::Effect;
use crate::model::expr::Gives;
use crate::model::expr::Read;
use crate::model::id::Names;
use crate::script::functions::Does;
use crate::script::functions::FUNCTIONS;
use crate::script::lower;
use crate::script::lower::Native;
use crate::script::make::Args;
use crate::script::make::make;
use crate::script::make::verb;
use crate::script::trouble::Trouble;
use crate::script::world::World;

/// The longest list of effects that is lowered: far below what the interpreter allows in a list.
const LONGEST: usize = 64;
/// The longest list of effects that come later inside of one.
const FEW: usize = 7;

/// The body of a function that runs natively.
#[derive(Debug)]
pub(super) enum Body {
    Value(Native, Gives),
    Effects(Effects),
}

/// What a function asks for.
#[derive(Debug)]
pub(super) enum Effects {
    Fixed(Box<[Effect]>),
    /// Under a condition, and otherwise.
    If(Box<(Native, Effects, Effects)>),
}

impl Body {
    /// What its value is, if it gives one.
    pub(super) fn gives(&self) -> Option<Gives> {
        match self {
            Body::Value(_, gives) => Some(*gives),
            Body::Effects(_) => None,
        }
    }
}

impl Effects {
    /// What it asks for whatever the world is like; nothing if that depends on it.
    pub(super) fn certain(&self) -> &[Effect] {
        match self {
            Effects::Fixed(effects) => effects,
            Effects::If(_) => &[],
        }
    }

    /// What it asks for in a world.
    pub(super) fn of<W: World>(&self, world: &W) -> Result<&[Effect], Trouble> {
        match self {
            Effects::Fixed(effects) => Ok(effects),
            Effects::If(parts) => {
                let (condition, then, otherwise) = &**parts;
                let taken = if condition.value(world)? != 0 {
                    then
                } else {
                    otherwise
                };
                taken.of(world)
            }
        }
    }
}

/// The native form of the one function in a tree, if it is simple enough. `flat` is what each flat name reads.
pub(super) fn lower(tree: &AST, flat: &[Read], names: &Names) -> Option<Body> {
    let mut bodies = Vec::new();
    tree.walk(&mut |path: &[ASTNode<'_>]| {
        if let [ASTNode::Stmt(statement)] = path {
            bodies.push(body(statement, flat, names));
        }
        true
    });
    let only = bodies.pop()?;
    if bodies.is_empty() { only } else { None }
}

fn body(statement: &Stmt, flat: &[Read], names: &Names) -> Option<Body> {
    if let Some((native, gives)) = lower::statement(statement, flat) {
        return Some(Body::Value(native, gives));
    }
    effects(statement, flat, names).map(Body::Effects)
}

fn effects(statement: &Stmt, flat: &[Read], names: &Names) -> Option<Effects> {
    match statement {
        Stmt::Expr(expr) => fixed(expr, names),
        Stmt::FnCall(call, _) => Some(Effects::Fixed(Box::new([effect(call, names)?]))),
        Stmt::If(flow, _) => {
            let (condition, gives) = lower::expression(&flow.expr, flat)?;
            let then = only(flow.body.statements(), flat, names)?;
            let otherwise = only(flow.branch.statements(), flat, names)?;
            (gives == Gives::Truth).then(|| Effects::If(Box::new((condition, then, otherwise))))
        }
        _ => None,
    }
}

fn only(statements: &[Stmt], flat: &[Read], names: &Names) -> Option<Effects> {
    match statements {
        [] => Some(Effects::Fixed(Box::new([]))),
        [statement] => effects(statement, flat, names),
        _ => None,
    }
}

fn fixed(expr: &Expr, names: &Names) -> Option<Effects> {
    let list = match expr {
        Expr::Array(list, _) => list.as_slice(),
        only => std::slice::from_ref(only),
    };
    let made = list.iter().map(|expr| match expr {
        Expr::FnCall(call, _) => effect(call, names),
        _ => None,
    });
    let made: Option<Box<[Effect]>> = made.collect();
    made.filter(|made| made.len() <= LONGEST)
        .map(Effects::Fixed)
}

/// The effect that a call with everything written out makes.
fn effect(call: &FnCallExpr, names: &Names) -> Option<Effect> {
    let name = call.name.as_str();
    let function = FUNCTIONS.iter().find(|function| function.name == name)?;
    let least = function.params.len() - function.optional;
    if !(least..=function.params.len()).contains(&call.args.len()) {
        return None;
    }
    let (args, inside) = match call.args.as_slice() {
        [turns, Expr::Array(list, _)] if name == "later" => {
            (std::slice::from_ref(turns), later(list, names)?)
        }
        _ if name == "later" => return None,
        args => (args, Vec::new()),
    };
    let args: Option<Vec<Dynamic>> = args.iter().map(written).collect();
    let args = Args {
        names,
        args: &args?,
    };
    match function.does {
        Does::Effect => make(function.name, &args, inside).ok(),
        Does::Verb(declared) => verb(declared, &args).ok(),
        Does::Read(_) | Does::Roll => None,
    }
}

/// A few effects that come later, none of them later still.
fn later(list: &[Expr], names: &Names) -> Option<Vec<Effect>> {
    let made = list.iter().map(|expr| match expr {
        Expr::FnCall(call, _) if call.name != "later" => effect(call, names),
        _ => None,
    });
    let made: Option<Vec<Effect>> = made.collect();
    made.filter(|made| made.len() <= FEW)
}

fn written(expr: &Expr) -> Option<Dynamic> {
    match expr {
        Expr::IntegerConstant(value, _) => Some(Dynamic::from_int(*value)),
        Expr::BoolConstant(value, _) => Some(Dynamic::from_bool(*value)),
        Expr::StringConstant(text, _) => Some(Dynamic::from(text.clone())),
        Expr::DynamicConstant(value, _) => Some((**value).clone()),
        Expr::Array(list, _) => {
            let values: Option<Vec<Dynamic>> = list.iter().map(written).collect();
            values.map(Dynamic::from_array)
        }
        _ => None,
    }
}
