//! What the parser remembers: the tokens that mean something, and the brackets that are open.

use crate::scenario::tree::Bracket;
use crate::scenario::tree::Token;
use crate::scenario::tree::node::NONE;

/// A token that is not trivia, with what its place on the line says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sig {
    pub(super) token: Token,
    pub(super) index: u32,
    pub(super) first_on_line: bool,
    /// The column of the first token on its line.
    pub(super) indent: u32,
}

/// Which words a bracket has held so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Empty,
    Named,
    Plain,
}

/// What may come next in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// An item, or the closing bracket.
    Item,
    /// The value of the field or entry whose name has been read.
    Value,
    /// The colon of a map's entry.
    Colon,
    /// A comma, or the closing bracket.
    Comma,
}

/// A bracket that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) bracket: Option<Bracket>,
    pub(super) node: u32,
    pub(super) last_kid: u32,
    /// The field or entry being read, or `NONE`.
    pub(super) pending: u32,
    pub(super) shape: Shape,
    pub(super) state: State,
    pub(super) open: Token,
    pub(super) open_line: u32,
    pub(super) indent: u32,
    /// Whether a mistake in this item has been told already.
    pub(super) junk: bool,
    pub(super) after_comma: bool,
}

impl Frame {
    pub(super) fn new(
        bracket: Option<Bracket>,
        node: u32,
        open: Token,
        open_line: u32,
        indent: u32,
    ) -> Self {
        Self {
            bracket,
            node,
            last_kid: NONE,
            pending: NONE,
            shape: Shape::Empty,
            state: State::Item,
            open,
            open_line,
            indent,
            junk: false,
            after_comma: false,
        }
    }
}

/// The tokens that mean something, and how each line is indented.
pub(super) fn significant(source: &str, tokens: &[Token]) -> Vec<Sig> {
    let mut sigs = Vec::with_capacity(tokens.len());
    let (mut line_start, mut indent, mut fresh) = (0_u32, 0, true);
    for (index, token) in tokens.iter().enumerate() {
        if token.kind.is_trivia() {
            if let Some(newline) = source[token.range.bytes()].rfind('\n') {
                line_start = token.range.start + u32::try_from(newline).unwrap_or(0) + 1;
                fresh = true;
            }
            continue;
        }
        if fresh {
            indent = token.range.start - line_start;
        }
        let index = u32::try_from(index).unwrap_or(NONE);
        sigs.push(Sig {
            token: *token,
            index,
            first_on_line: fresh,
            indent,
        });
        fresh = false;
    }
    sigs
}
