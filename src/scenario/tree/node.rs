//! The nodes of the tree and how to walk them.

use crate::scenario::tree::TextRange;
use crate::scenario::tree::Token;
use crate::scenario::tree::TokenKind;
use crate::scenario::tree::Tree;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeKind {
    /// The whole file.
    Root,
    /// `#![…]`.
    Attribute,
    /// `(name: value, …)`, perhaps with a word before it. Its kids are `Field`s.
    Struct,
    /// `(value, …)`, perhaps with a word before it; `()` too. Its kids are values.
    Tuple,
    /// `[value, …]`.
    List,
    /// `{key: value, …}`. Its kids are `Entry`s.
    Map,
    /// `name: value` in a struct. Its kid is the value, missing if the text has none.
    Field,
    /// `key: value` in a map. Its kids are both.
    Entry,
    /// A word that stands alone: `true`, `None`, an id, a variant.
    Word,
    /// A number, a string or a character.
    Literal,
    /// `1..5`.
    Range,
}

pub(super) const NONE: u32 = u32::MAX;

/// A node as it lies in the tree. Kids are a linked list: first, then each one's next.
#[derive(Debug, Clone, Copy)]
pub(super) struct NodeData {
    pub(super) kind: NodeKind,
    /// The first and the last of its tokens, trivia before and after not counted.
    pub(super) first: u32,
    pub(super) last: u32,
    /// The token that names it (a field's name, a struct's word), or `NONE`.
    pub(super) name: u32,
    pub(super) kid: u32,
    pub(super) next: u32,
}

/// A node of a tree.
#[derive(Debug, Clone, Copy)]
pub struct Node<'t> {
    tree: &'t Tree,
    id: u32,
}

impl<'t> Node<'t> {
    pub(super) fn new(tree: &'t Tree, id: u32) -> Self {
        Self { tree, id }
    }

    fn data(self) -> &'t NodeData {
        &self.tree.nodes[self.id as usize]
    }

    /// A number that no other node of this tree has.
    pub fn id(self) -> u32 {
        self.id
    }

    pub fn tree(self) -> &'t Tree {
        self.tree
    }

    pub fn kind(self) -> NodeKind {
        self.data().kind
    }

    /// Its stretch of the text, from its first to its last token.
    pub fn range(self) -> TextRange {
        let data = self.data();
        if data.kind == NodeKind::Root {
            return TextRange::new(0, self.tree.source.len());
        }
        TextRange {
            start: self.token(data.first).range.start,
            end: self.token(data.last).range.end,
        }
    }

    pub fn text(self) -> &'t str {
        self.tree.text(self.range())
    }

    /// Its first token: the opening bracket, the word before it, the literal itself.
    pub fn first_token(self) -> Token {
        self.token(self.data().first)
    }

    fn token(self, index: u32) -> Token {
        self.tree
            .tokens
            .get(index as usize)
            .copied()
            .unwrap_or(Token {
                kind: TokenKind::Unknown,
                range: TextRange::new(self.tree.source.len(), self.tree.source.len()),
            })
    }

    /// Where its name stands: a field's, or the word before a bracket.
    pub fn name_range(self) -> Option<TextRange> {
        let name = self.data().name;
        (name != NONE).then(|| self.token(name).range)
    }

    /// Its name without quotes or `r#`.
    pub fn name(self) -> Option<&'t str> {
        let range = self.name_range()?;
        let text = self.tree.text(range);
        let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_lowercase);
        let bytes = text.as_bytes();
        if bytes.get(1) != Some(&b'#') && is_plain(bytes.first()) && is_plain(bytes.last()) {
            return Some(text);
        }
        Some(
            text.strip_prefix("r#")
                .unwrap_or(text)
                .trim_matches(['"', '\'', '“', '”', '‘', '’']),
        )
    }

    /// Its kids in the order of the text.
    pub fn kids(self) -> Kids<'t> {
        Kids {
            tree: self.tree,
            next: self.data().kid,
        }
    }

    /// The value of the field or entry: its last kid.
    pub fn value(self) -> Option<Node<'t>> {
        match self.kind() {
            NodeKind::Field => self.kids().next(),
            NodeKind::Entry => self.kids().nth(1),
            _ => None,
        }
    }

    /// The value of the field called `name`, if this is a struct that has one.
    pub fn field(self, name: &str) -> Option<Node<'t>> {
        let field = self
            .kids()
            .find(|kid| kid.kind() == NodeKind::Field && kid.name() == Some(name))?;
        field.value()
    }
}

/// The kids of a node.
#[derive(Debug, Clone)]
pub struct Kids<'t> {
    tree: &'t Tree,
    next: u32,
}

impl<'t> Iterator for Kids<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        if self.next == NONE {
            return None;
        }
        let node = Node::new(self.tree, self.next);
        self.next = node.data().next;
        Some(node)
    }
}
