//! What an expression can give at all, from what its readings can be: without running anything.

use crate::model::expr::Read;
use crate::script::lower::Arithmetic;
use crate::script::lower::Compare;
use crate::script::lower::Native;
use crate::script::lower::Node;

/// The least and the most that something can be.
pub type Bounds = (i64, i64);

/// What is known of readings before anything is played.
pub trait Known {
    /// The least and the most a reading can be; 0 and 1 for one that is true or false.
    fn bounds(&self, read: Read) -> Bounds;

    /// Whether two readings are never true together.
    fn exclude(&self, one: Read, other: Read) -> bool;
}

impl Native {
    /// The least and the most the expression can give. The true bounds lie within.
    pub(in crate::script) fn bounds(&self, known: &dyn Known) -> Bounds {
        self.0.bounds(known)
    }

    /// The expression as bounds of single readings that must all hold, if it is no more than that.
    pub(in crate::script) fn limits(&self) -> Option<Vec<(Read, Bounds)>> {
        let mut limits = Vec::new();
        self.0.limits(&mut limits).then_some(limits)
    }
}

const TRUTH: Bounds = (0, 1);

impl Node {
    fn bounds(&self, known: &dyn Known) -> Bounds {
        match self {
            Node::Literal(value) => (*value, *value),
            Node::Read(read) => known.bounds(*read),
            Node::ReadCompare(read, compare, literal) => {
                compared(*compare, known.bounds(*read), (*literal, *literal))
            }
            Node::Compare(compare, sides) => {
                compared(*compare, sides[0].bounds(known), sides[1].bounds(known))
            }
            Node::Sum(_, reads) => {
                let each = reads.iter().map(|read| known.bounds(*read));
                each.fold((0, 0), |sum, more| computed(Arithmetic::Add, sum, more))
            }
            Node::Arithmetic(sign, _, sides) => {
                computed(*sign, sides[0].bounds(known), sides[1].bounds(known))
            }
            Node::Negate(_, node) => {
                let (least, most) = node.bounds(known);
                (most.saturating_neg(), least.saturating_neg())
            }
            Node::Not(node) => {
                let (least, most) = node.bounds(known);
                (i64::from(most == 0), i64::from(least == 0))
            }
            Node::All(nodes) => all(nodes, known),
            Node::Any(nodes) => {
                let each = nodes.iter().map(|node| node.bounds(known));
                each.fold((0, 0), |(least, most), (a, b)| (least.max(a), most.max(b)))
            }
            Node::If(parts) => {
                let (then, otherwise) = (parts[1].bounds(known), parts[2].bounds(known));
                match parts[0].bounds(known) {
                    (1, 1) => then,
                    (0, 0) => otherwise,
                    _ => (then.0.min(otherwise.0), then.1.max(otherwise.1)),
                }
            }
        }
    }

    /// Adds what a conjunction asks of single readings; answers whether that is all it asks.
    fn limits(&self, limits: &mut Vec<(Read, Bounds)>) -> bool {
        match self {
            Node::All(nodes) => nodes.iter().all(|node| node.limits(limits)),
            node => match node.limit() {
                Some(limit) => {
                    limits.push(limit);
                    true
                }
                None => false,
            },
        }
    }

    /// What a single comparison or truth asks of its reading.
    fn limit(&self) -> Option<(Read, Bounds)> {
        match self {
            Node::Read(read) => Some((*read, (1, i64::MAX))),
            Node::Not(node) => match **node {
                Node::Read(read) => Some((read, (0, 0))),
                _ => None,
            },
            Node::ReadCompare(read, compare, literal) => {
                let bounds = match compare {
                    Compare::Equal => (*literal, *literal),
                    Compare::Less => (i64::MIN, literal.saturating_sub(1)),
                    Compare::AtMost => (i64::MIN, *literal),
                    Compare::More => (literal.saturating_add(1), i64::MAX),
                    Compare::AtLeast => (*literal, i64::MAX),
                    Compare::Unequal => return None,
                };
                Some((*read, bounds))
            }
            _ => None,
        }
    }
}

/// A conjunction is impossible if a part is, if two parts ask what no number is, or if two of its truths exclude each other.
fn all(nodes: &[Node], known: &dyn Known) -> Bounds {
    let each = nodes.iter().map(|node| node.bounds(known));
    let simple = each.fold(TRUTH, |(least, most), (a, b)| {
        (least.min(a.min(1)), most.min(b.min(1)))
    });
    let least = i64::from(nodes.iter().all(|node| node.bounds(known).0 != 0));
    let limits: Vec<_> = nodes.iter().filter_map(Node::limit).collect();
    let clash = limits.iter().enumerate().any(|(at, (read, own))| {
        limits[at + 1..].iter().any(|(other, bounds)| {
            let apart = read == other && (own.0.max(bounds.0) > own.1.min(bounds.1));
            let both_true = own.0 >= 1 && bounds.0 >= 1;
            apart || (both_true && read != other && known.exclude(*read, *other))
        })
    });
    if clash { (0, 0) } else { (least, simple.1) }
}

fn compared(compare: Compare, left: Bounds, right: Bounds) -> Bounds {
    let (surely, surely_not) = match compare {
        Compare::Less => (left.1 < right.0, left.0 >= right.1),
        Compare::AtMost => (left.1 <= right.0, left.0 > right.1),
        Compare::More => (left.0 > right.1, left.1 <= right.0),
        Compare::AtLeast => (left.0 >= right.1, left.1 < right.0),
        Compare::Equal => same(left, right),
        Compare::Unequal => {
            let (same, different) = same(left, right);
            (different, same)
        }
    };
    (i64::from(surely), i64::from(!surely_not))
}

/// Whether two are surely equal, and whether they surely differ.
fn same(left: Bounds, right: Bounds) -> (bool, bool) {
    let is_single = left.0 == left.1 && right.0 == right.1;
    (
        is_single && left.0 == right.0,
        left.1 < right.0 || right.1 < left.0,
    )
}

fn computed(sign: Arithmetic, left: Bounds, right: Bounds) -> Bounds {
    match sign {
        Arithmetic::Add => (
            left.0.saturating_add(right.0),
            left.1.saturating_add(right.1),
        ),
        Arithmetic::Subtract => (
            left.0.saturating_sub(right.1),
            left.1.saturating_sub(right.0),
        ),
        Arithmetic::Multiply => {
            let corners = [
                left.0.saturating_mul(right.0),
                left.0.saturating_mul(right.1),
                left.1.saturating_mul(right.0),
                left.1.saturating_mul(right.1),
            ];
            corners
                .iter()
                .fold((i64::MAX, i64::MIN), |(least, most), corner| {
                    (least.min(*corner), most.max(*corner))
                })
        }
        Arithmetic::Least => (left.0.min(right.0), left.1.min(right.1)),
        Arithmetic::Most => (left.0.max(right.0), left.1.max(right.1)),
        // Seldom written, and not worth being exact about.
        Arithmetic::Divide | Arithmetic::Remainder => (i64::MIN, i64::MAX),
    }
}
