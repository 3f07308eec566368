//! Expressions that are plain arithmetic and comparison, in a form that runs without the interpreter.
//!
//! The same values and the same failures as the interpreter's, which a property test holds. Truths are 0 and 1.

mod bounds;
mod said;

use rhai::AST;
use rhai::Expr;
use rhai::FnCallExpr;
use rhai::Position;
use rhai::Stmt;

pub use crate::script::lower::bounds::Bounds;
pub use crate::script::lower::bounds::Known;
pub use crate::script::lower::said::Said;

use crate::model::expr::Gives;
use crate::model::expr::Read;
use crate::script::gap::Gap;
use crate::script::reads;
use crate::script::trouble::Trouble;
use crate::script::trouble::Why;
use crate::script::world::World;

/// An expression that runs natively.
#[derive(Debug)]
pub(super) struct Native(Node);

impl Native {
    /// The value in a world.
    pub(super) fn value<W: World>(&self, world: &W) -> Result<i64, Trouble> {
        self.0.value(world)
    }

    /// What it says.
    pub(super) fn said(&self) -> Said {
        Said::of(&self.0)
    }

    /// How far it is from being true.
    pub(super) fn gap<W: World>(&self, world: &W) -> Gap {
        self.0.gap(world, true)
    }
}

#[derive(Debug)]
enum Node {
    Literal(i64),
    Read(Read),
    /// What most conditions are: a reading beside a number.
    ReadCompare(Read, Compare, i64),
    Compare(Compare, Box<[Node; 2]>),
    /// What most wants are: readings added up, with the line that a failure is reported at.
    Sum(u32, Vec<Read>),
    /// With the line that a failure is reported at.
    Arithmetic(Arithmetic, u32, Box<[Node; 2]>),
    Negate(u32, Box<Node>),
    Not(Box<Node>),
    All(Box<[Node]>),
    Any(Box<[Node]>),
    If(Box<[Node; 3]>),
}

#[derive(Clone, Copy, Debug)]
enum Compare {
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Compare {
    fn of(sign: &str) -> Option<Self> {
        Some(match sign {
            "==" => Self::Equal,
            "!=" => Self::Unequal,
            "<" => Self::Less,
            "<=" => Self::AtMost,
            ">" => Self::More,
            ">=" => Self::AtLeast,
            _ => return None,
        })
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::Unequal => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
        }
    }

    /// What must hold for this not to.
    fn turned(self) -> Self {
        match self {
            Self::Equal => Self::Unequal,
            Self::Unequal => Self::Equal,
            Self::Less => Self::AtLeast,
            Self::AtMost => Self::More,
            Self::More => Self::AtMost,
            Self::AtLeast => Self::Less,
        }
    }

    fn holds(self, left: i64, right: i64) -> i64 {
        i64::from(match self {
            Self::Equal => left == right,
            Self::Unequal => left != right,
            Self::Less => left < right,
            Self::AtMost => left <= right,
            Self::More => left > right,
            Self::AtLeast => left >= right,
        })
    }
}

#[derive(Clone, Copy, Debug)]
enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Least,
    Most,
}

impl Arithmetic {
    fn of(sign: &str) -> Option<Self> {
        Some(match sign {
            "+" => Self::Add,
            "-" => Self::Subtract,
            "*" => Self::Multiply,
            "/" => Self::Divide,
            "%" => Self::Remainder,
            "min" => Self::Least,
            "max" => Self::Most,
            _ => return None,
        })
    }

    fn give(self, left: i64, right: i64) -> Result<i64, Why> {
        let value = match self {
            Self::Add => left.checked_add(right),
            Self::Subtract => left.checked_sub(right),
            Self::Multiply => left.checked_mul(right),
            Self::Divide | Self::Remainder if right == 0 => return Err(Why::DivisionByZero),
            Self::Divide => left.checked_div(right),
            Self::Remainder => left.checked_rem(right),
            Self::Least => Some(left.min(right)),
            Self::Most => Some(left.max(right)),
        };
        value.ok_or(Why::Overflow)
    }
}

impl Node {
    fn value<W: World>(&self, world: &W) -> Result<i64, Trouble> {
        Ok(match self {
            Node::Literal(value) => *value,
            Node::Read(read) => world.read(*read),
            Node::ReadCompare(read, compare, literal) => compare.holds(world.read(*read), *literal),
            Node::Compare(compare, sides) => {
                compare.holds(sides[0].value(world)?, sides[1].value(world)?)
            }
            Node::Sum(line, reads) => {
                let mut sum = 0_i64;
                for read in reads {
                    let Some(more) = sum.checked_add(world.read(*read)) else {
                        let (line, why) = (*line, Why::Overflow);
                        return Err(Trouble::Failed { line, why });
                    };
                    sum = more;
                }
                sum
            }
            Node::Arithmetic(arithmetic, line, sides) => {
                let (left, right) = (sides[0].value(world)?, sides[1].value(world)?);
                return arithmetic
                    .give(left, right)
                    .map_err(|why| Trouble::Failed { line: *line, why });
            }
            Node::Negate(line, node) => {
                let overflow = Trouble::Failed {
                    line: *line,
                    why: Why::Overflow,
                };
                return node.value(world)?.checked_neg().ok_or(overflow);
            }
            Node::Not(node) => i64::from(node.value(world)? == 0),
            Node::All(nodes) => {
                for node in nodes {
                    if node.value(world)? == 0 {
                        return Ok(0);
                    }
                }
                1
            }
            Node::Any(nodes) => {
                for node in nodes {
                    if node.value(world)? != 0 {
                        return Ok(1);
                    }
                }
                0
            }
            Node::If(parts) => {
                let taken = if parts[0].value(world)? != 0 { 1 } else { 2 };
                return parts[taken].value(world);
            }
        })
    }
}

impl Node {
    /// How far the node is from being true, or false.
    fn gap<W: World>(&self, world: &W, wanted: bool) -> Gap {
        let each = |nodes: &[Node]| {
            nodes
                .iter()
                .map(|node| node.gap(world, wanted))
                .collect::<Vec<_>>()
        };
        match self {
            _ if self.value(world).is_ok_and(|value| (value != 0) == wanted) => Gap::default(),
            Node::Read(read) => Gap::part(*read, "==", i64::from(wanted), world.read(*read)),
            Node::ReadCompare(read, compare, literal) => {
                let compare = if wanted { *compare } else { compare.turned() };
                Gap::part(*read, compare.sign(), *literal, world.read(*read))
            }
            Node::Compare(compare, sides) => match (&sides[0], sides[1].value(world)) {
                (Node::Read(read), Ok(value)) => {
                    let compare = if wanted { *compare } else { compare.turned() };
                    Gap::part(*read, compare.sign(), value, world.read(*read))
                }
                (left, Ok(value)) => {
                    let is = left.value(world).unwrap_or(value);
                    Gap {
                        size: value.saturating_sub(is).saturating_abs().clamp(1, 1000),
                        lacks: Vec::new(),
                    }
                }
                _ => Gap::of(false),
            },
            Node::Not(node) => node.gap(world, !wanted),
            Node::All(nodes) if wanted => Gap::all(each(nodes)),
            Node::Any(nodes) if !wanted => Gap::all(each(nodes)),
            Node::All(nodes) | Node::Any(nodes) => Gap::any(each(nodes)),
            _ => Gap::of(false),
        }
    }
}

/// A node and what it gives.
type Typed = (Node, Gives);

/// The native form of an expression, if it is simple enough. `flat` is what each flat name reads.
pub(super) fn lower(tree: &AST, flat: &[Read]) -> Option<Native> {
    block(tree.statements(), flat).map(|(node, _)| Native(node))
}

/// The native form of a statement that is all there is of a function, and what it gives.
pub(super) fn statement(statement: &Stmt, flat: &[Read]) -> Option<(Native, Gives)> {
    block(std::slice::from_ref(statement), flat).map(|(node, gives)| (Native(node), gives))
}

/// The native form of an expression inside of a function, and what it gives.
pub(super) fn expression(expr: &Expr, flat: &[Read]) -> Option<(Native, Gives)> {
    lowered(expr, flat).map(|(node, gives)| (Native(node), gives))
}

fn block(statements: &[Stmt], flat: &[Read]) -> Option<Typed> {
    let [statement] = statements else { return None };
    match statement {
        Stmt::Expr(expr) => lowered(expr, flat),
        Stmt::FnCall(call, position) => call_lowered(call, *position, flat),
        Stmt::Block(inner) => block(inner.statements(), flat),
        Stmt::If(flow, _) => {
            let condition = truth(&flow.expr, flat)?;
            let (then, gives) = block(flow.body.statements(), flat)?;
            let (otherwise, other) = block(flow.branch.statements(), flat)?;
            (gives == other).then(|| (Node::If(Box::new([condition, then, otherwise])), gives))
        }
        _ => None,
    }
}

fn lowered(expr: &Expr, flat: &[Read]) -> Option<Typed> {
    match expr {
        Expr::BoolConstant(value, _) => Some((Node::Literal(i64::from(*value)), Gives::Truth)),
        Expr::IntegerConstant(value, _) => Some((Node::Literal(*value), Gives::Number)),
        Expr::Variable(variable, ..) => {
            let read = *flat.get(reads::flat_place(&variable.1)?)?;
            Some((Node::Read(read), read.gives()))
        }
        Expr::And(parts, _) => Some((Node::All(truths(parts, flat)?), Gives::Truth)),
        Expr::Or(parts, _) => Some((Node::Any(truths(parts, flat)?), Gives::Truth)),
        Expr::FnCall(call, position) => call_lowered(call, *position, flat),
        Expr::Stmt(inner) => block(inner.statements(), flat),
        _ => None,
    }
}

fn truths(parts: &[Expr], flat: &[Read]) -> Option<Box<[Node]>> {
    parts.iter().map(|part| truth(part, flat)).collect()
}

fn truth(expr: &Expr, flat: &[Read]) -> Option<Node> {
    lowered(expr, flat)
        .filter(|(_, gives)| *gives == Gives::Truth)
        .map(|(node, _)| node)
}

fn call_lowered(call: &FnCallExpr, position: Position, flat: &[Read]) -> Option<Typed> {
    let line = position
        .line()
        .and_then(|line| u32::try_from(line).ok())
        .unwrap_or(1);
    let name = call.name.as_str();
    match call.args.as_slice() {
        [only] => {
            let (node, gives) = lowered(only, flat)?;
            match (name, gives) {
                ("!", Gives::Truth) => Some((Node::Not(Box::new(node)), gives)),
                ("-", Gives::Number) => Some((Node::Negate(line, Box::new(node)), gives)),
                ("+", Gives::Number) => Some((node, gives)),
                _ => None,
            }
        }
        [left, right] => {
            let ((left, gives), (right, other)) = (lowered(left, flat)?, lowered(right, flat)?);
            if gives != other {
                return None;
            }
            if let Some(compare) = Compare::of(name) {
                let is_ordered = !matches!(compare, Compare::Equal | Compare::Unequal);
                return (gives == Gives::Number || !is_ordered)
                    .then(|| (compared(compare, left, right), Gives::Truth));
            }
            let arithmetic = Arithmetic::of(name).filter(|_| gives == Gives::Number)?;
            Some((computed(arithmetic, line, left, right), Gives::Number))
        }
        _ => None,
    }
}

fn compared(compare: Compare, left: Node, right: Node) -> Node {
    match (left, right) {
        (Node::Read(read), Node::Literal(literal)) => Node::ReadCompare(read, compare, literal),
        (left, right) => Node::Compare(compare, Box::new([left, right])),
    }
}

fn computed(arithmetic: Arithmetic, line: u32, left: Node, right: Node) -> Node {
    match (arithmetic, left, right) {
        (Arithmetic::Add, Node::Read(left), Node::Read(right)) => {
            Node::Sum(line, vec![left, right])
        }
        (Arithmetic::Add, Node::Sum(first, mut reads), Node::Read(right)) if first == line => {
            reads.push(right);
            Node::Sum(line, reads)
        }
        (_, left, right) => Node::Arithmetic(arithmetic, line, Box::new([left, right])),
    }
}
