//! A scenario as a picture: injects over time by seat, decisions and what they lead to, contingencies, objectives covered.
//!
//! [`Graph::of`] says what there is and what leads to what; the files beside it draw that for a terminal, as SVG, as DOT and
//! as Mermaid.

mod dot;
mod gather;
mod mermaid;
mod svg;
mod text;

pub use dot::dot;
pub use mermaid::mermaid;
pub use svg::svg;
pub use text::Ink;
pub use text::text;

use crate::model::family::Family;
use crate::text::SafeText;

/// What a scenario is made of and what leads to what. Places in its lists are the scenario's own.
#[derive(Clone, Debug)]
pub struct Graph {
    pub title: SafeText,
    pub turns: Vec<TurnColumn>,
    pub seats: Vec<SafeText>,
    pub injects: Vec<InjectNode>,
    pub decisions: Vec<DecisionNode>,
    pub endings: Vec<EndingNode>,
    pub objectives: Vec<ObjectiveNode>,
    pub edges: Vec<Edge>,
}

/// One turn.
#[derive(Clone, Debug)]
pub struct TurnColumn {
    /// 0 is the preparation.
    pub number: u16,
    pub title: SafeText,
    /// `T+00:00`.
    pub from: SafeText,
}

/// One row of the MSEL.
#[derive(Clone, Debug)]
pub struct InjectNode {
    pub id: String,
    pub title: SafeText,
    /// The seats it reaches, by place; empty if it reaches nobody at the table.
    pub seats: Vec<usize>,
    /// The first turn it can come in, and the last.
    pub turns: (u16, u16),
    pub comes: Comes,
    /// The moment it shows, if it has one.
    pub at: SafeText,
    /// It stays in the file and is not delivered.
    pub is_out: bool,
}

/// What has to happen for an inject to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comes {
    /// Its time alone.
    Surely,
    /// A condition, another inject or luck.
    Perhaps,
    /// Only if what was expected did not happen.
    Contingency,
    /// The facilitator or an effect sends it.
    ByHand,
}

/// A question put to a seat.
#[derive(Clone, Debug)]
pub struct DecisionNode {
    pub id: String,
    pub title: SafeText,
    pub seat: usize,
    /// The first turn it can open in.
    pub turn: u16,
    pub choices: Vec<ChoiceNode>,
}

/// One alternative.
#[derive(Clone, Debug)]
pub struct ChoiceNode {
    pub id: String,
    pub label: SafeText,
    pub family: Family,
}

/// A way it can end.
#[derive(Clone, Debug)]
pub struct EndingNode {
    pub id: String,
    pub title: SafeText,
    pub is_early: bool,
}

/// What is exercised, and by what.
#[derive(Clone, Debug)]
pub struct ObjectiveNode {
    pub id: String,
    pub text: SafeText,
    pub injects: Vec<usize>,
    pub decisions: Vec<usize>,
    pub tasks: usize,
    /// Tasks of which the program can tell that they were done.
    pub evidenced: usize,
}

/// One thing, by its place in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    Inject(usize),
    Decision(usize),
    /// The decision and the place among its choices.
    Choice(usize, usize),
    Ending(usize),
}

/// How one thing leads to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leads {
    /// The second comes some time after the first.
    After,
    /// The second's condition asks about the first.
    Asks,
    /// The second comes if what the first expects did not happen.
    FallsBack,
    /// The first brings the second about.
    Brings,
    /// The first keeps the second from coming.
    Stops,
}

impl Leads {
    /// The catalogue's key for it.
    pub fn key(self) -> &'static str {
        match self {
            Leads::After => "graph-after",
            Leads::Asks => "graph-asks",
            Leads::FallsBack => "graph-falls-back",
            Leads::Brings => "graph-brings",
            Leads::Stops => "graph-stops",
        }
    }
}

/// One thing leads to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    pub from: Node,
    pub to: Node,
    pub leads: Leads,
}

impl Graph {
    /// The author's id of a node; a choice's is `decision.choice`.
    pub fn id(&self, node: Node) -> String {
        match node {
            Node::Inject(at) => self.injects[at].id.clone(),
            Node::Decision(at) => self.decisions[at].id.clone(),
            Node::Choice(of, at) => {
                let decision = &self.decisions[of];
                format!("{}.{}", decision.id, decision.choices[at].id)
            }
            Node::Ending(at) => self.endings[at].id.clone(),
        }
    }

    /// What leads from a node, in the order of the scenario.
    pub fn from(&self, node: Node) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(move |edge| edge.from == node)
    }

    /// What leads to a node.
    pub fn to(&self, node: Node) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(move |edge| edge.to == node)
    }
}
