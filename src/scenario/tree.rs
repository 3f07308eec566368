//! The lossless, recovering syntax tree of a scenario file.
//!
//! Every byte of the text belongs to one token and every token to the tree, so that printing the tree
//! gives the file back. It reads past mistakes: a file with ten of them gives ten faults and the rows
//! around them. Whatever `ron` accepts it accepts without a fault; it never recurses, never panics, and
//! takes time in proportion to the text.
//!
//! The loader reads values from it ([`crate::scenario::read`]); a row's place in the file is its node's
//! range.

mod fault;
mod frame;
mod item;
mod lex;
pub(super) mod node;
mod parse;
mod quotes;
mod recover;
mod token;

pub use crate::scenario::tree::fault::Fault;
pub use crate::scenario::tree::fault::FaultKind;
pub use crate::scenario::tree::node::Node;
pub use crate::scenario::tree::node::NodeKind;
pub use crate::scenario::tree::token::Bracket;
pub use crate::scenario::tree::token::Token;
pub use crate::scenario::tree::token::TokenKind;

use crate::scenario::tree::node::NodeData;

/// How many brackets may stand inside each other.
pub const MAX_DEPTH: usize = 64;

/// A stretch of the text, in bytes; always on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextRange {
    pub start: u32,
    pub end: u32,
}

impl TextRange {
    /// From `start` up to, not including, `end`. Texts are capped far below four gigabytes.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
        Self {
            start: clamp(start),
            end: clamp(end),
        }
    }

    /// The stretch as an index into the text.
    pub fn bytes(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The empty stretch just after this one.
    #[must_use]
    pub fn after(self) -> Self {
        Self {
            start: self.end,
            end: self.end,
        }
    }
}

/// A parsed scenario file: its text, its tokens, its nodes and its faults.
#[derive(Debug, Clone)]
pub struct Tree {
    source: String,
    tokens: Vec<Token>,
    nodes: Vec<NodeData>,
    faults: Vec<Fault>,
    faults_left_out: usize,
}

impl Tree {
    /// Parses a text. Total: any text gives a tree.
    pub fn parse(source: impl Into<String>) -> Self {
        recover::best(source.into())
    }

    /// How many nodes it has, its root among them.
    pub fn size(&self) -> usize {
        self.nodes.len()
    }

    pub fn source(&self) -> &str {
        &self.source
    }

    /// All tokens, spaces and comments too, in the order of the text.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// What is wrong with the form, in the order of the text.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// How many further faults were found and not kept.
    pub fn faults_left_out(&self) -> usize {
        self.faults_left_out
    }

    /// The whole file: its kids are its attributes and its value.
    pub fn root(&self) -> Node<'_> {
        Node::new(self, 0)
    }

    /// The file's one value, if it has any.
    pub fn value(&self) -> Option<Node<'_>> {
        self.root()
            .kids()
            .find(|node| node.kind() != NodeKind::Attribute)
    }

    /// The text of a stretch.
    pub fn text(&self, range: TextRange) -> &str {
        &self.source[range.bytes()]
    }

    /// The text again, put together from the tokens.
    pub fn print(&self) -> String {
        let mut out = String::with_capacity(self.source.len());
        for token in &self.tokens {
            out.push_str(self.text(token.range));
        }
        out
    }
}
