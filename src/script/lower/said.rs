//! An expression as a tree of what it says, for whoever puts it into words.

use crate::model::expr::Read;
use crate::script::lower::Arithmetic;
use crate::script::lower::Node;

/// What an expression says. Truths that are written out are 0 and 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Number(i64),
    Read(Read),
    /// Two sides and the sign between them: `>=`, `==` and the like.
    Compare(Box<[Said; 2]>, &'static str),
    /// Two sides and the sign between them: `+`, `min` and the like.
    Count(Box<[Said; 2]>, &'static str),
    Negate(Box<Said>),
    Not(Box<Said>),
    All(Vec<Said>),
    Any(Vec<Said>),
    /// A condition, what holds then, and what holds otherwise.
    If(Box<[Said; 3]>),
}

impl Said {
    pub(super) fn of(node: &Node) -> Self {
        let each = |nodes: &[Node]| nodes.iter().map(Self::of).collect();
        let both = |sides: &[Node; 2]| Box::new([Self::of(&sides[0]), Self::of(&sides[1])]);
        match node {
            Node::Literal(value) => Said::Number(*value),
            Node::Read(read) => Said::Read(*read),
            Node::ReadCompare(read, compare, literal) => {
                let sides = [Said::Read(*read), Said::Number(*literal)];
                Said::Compare(Box::new(sides), compare.sign())
            }
            Node::Compare(compare, sides) => Said::Compare(both(sides), compare.sign()),
            Node::Sum(_, reads) => {
                let parts = reads.iter().copied().map(Said::Read);
                let sum = parts.reduce(|sum, part| Said::Count(Box::new([sum, part]), "+"));
                sum.unwrap_or(Said::Number(0))
            }
            Node::Arithmetic(arithmetic, _, sides) => {
                Said::Count(both(sides), sign_of(*arithmetic))
            }
            Node::Negate(_, node) => Said::Negate(Box::new(Self::of(node))),
            Node::Not(node) => Said::Not(Box::new(Self::of(node))),
            Node::All(nodes) => Said::All(each(nodes)),
            Node::Any(nodes) => Said::Any(each(nodes)),
            Node::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                Said::If(Box::new([
                    Self::of(condition),
                    Self::of(then),
                    Self::of(otherwise),
                ]))
            }
        }
    }
}

fn sign_of(arithmetic: Arithmetic) -> &'static str {
    match arithmetic {
        Arithmetic::Add => "+",
        Arithmetic::Subtract => "-",
        Arithmetic::Multiply => "*",
        Arithmetic::Divide => "/",
        Arithmetic::Remainder => "%",
        Arithmetic::Least => "min",
        Arithmetic::Most => "max",
    }
}
