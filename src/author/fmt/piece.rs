//! What the formatter lays out: the tokens that mean something, and the comments, each with the line breaks before it.

use crate::scenario::tree::Bracket;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::TokenKind;
use crate::scenario::tree::Tree;

/// A list of rows that takes more columns than this on one line gets a line for each row.
const WIDEST_LIST: usize = 200;

/// The fields whose texts lose the indentation they have in common when they are read. A `text` does in a row with an id.
const BLOCKS: [&str; 6] = [
    "body",
    "summary",
    "note",
    "brief",
    "reality",
    "content_note",
];

/// One token or comment to be laid out.
#[derive(Debug, Clone)]
pub(super) struct Piece<'t> {
    pub(super) kind: TokenKind,
    pub(super) text: &'t str,
    /// Line breaks between the piece before and this one.
    pub(super) newlines: usize,
    /// Whether it is kept as written, whatever it holds.
    pub(super) is_opaque: bool,
    /// Whether it is a text whose lines may be moved in together.
    pub(super) is_block: bool,
    start: u32,
}

impl Piece<'_> {
    fn is_comment(&self) -> bool {
        matches!(self.kind, TokenKind::LineComment | TokenKind::BlockComment)
    }
}

/// The pieces of a file, with the commas and line breaks that they are to have.
pub(super) fn pieces(tree: &Tree) -> Vec<Piece<'_>> {
    let mut pieces = read(tree);
    break_wide_lists(&mut pieces);
    close_on_own_line(&mut pieces);
    end_commas(pieces)
}

fn read(tree: &Tree) -> Vec<Piece<'_>> {
    let attributes: Vec<_> = tree
        .root()
        .kids()
        .filter(|node| node.kind() == NodeKind::Attribute)
        .map(Node::range)
        .collect();
    let blocks = block_starts(tree);
    let mut pieces = Vec::new();
    let mut newlines = 0;
    let mut past = 0;
    for token in tree.tokens() {
        let text = tree.text(token.range);
        match token.kind {
            TokenKind::Space => newlines += text.matches('\n').count(),
            TokenKind::OddSpace => {}
            _ if token.range.start < past => {}
            _ => {
                let attribute = attributes
                    .iter()
                    .find(|range| range.start == token.range.start);
                past = attribute.map_or(token.range.end, |range| range.end);
                pieces.push(Piece {
                    kind: attribute.map_or(token.kind, |_| TokenKind::Unknown),
                    text: attribute.map_or(text, |range| tree.text(*range)),
                    newlines: if pieces.is_empty() { 0 } else { newlines },
                    is_opaque: attribute.is_some(),
                    is_block: blocks.binary_search(&token.range.start).is_ok(),
                    start: token.range.start,
                });
                newlines = 0;
            }
        }
    }
    pieces
}

/// Where the texts of block fields begin, in ascending order.
fn block_starts(tree: &Tree) -> Vec<u32> {
    let mut starts = Vec::new();
    let mut open = vec![tree.root()];
    while let Some(node) = open.pop() {
        let has_id = node.field("id").is_some();
        for kid in node.kids() {
            let is_block = kid
                .name()
                .is_some_and(|name| BLOCKS.contains(&name) || (has_id && name == "text"));
            if kid.kind() == NodeKind::Field && is_block {
                starts.extend(kid.value().map(|value| value.range().start));
            }
            open.push(kid);
        }
    }
    starts.sort_unstable();
    starts
}

/// What is known of a bracket once it is closed.
struct Closed {
    open: usize,
    close: usize,
    /// Columns on one line; `None` if it takes several lines.
    columns: Option<usize>,
    /// How many brackets it holds directly.
    inner: usize,
    is_list: bool,
}

/// Gives the rows of a list that is far too long for a line a line each, and the fields of a whole file too.
fn break_wide_lists(pieces: &mut [Piece<'_>]) {
    let mut stack: Vec<Closed> = Vec::new();
    let mut wide = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let spans_lines = piece.newlines > 0 || piece.text.contains('\n');
        if spans_lines {
            stack.iter_mut().for_each(|bracket| bracket.columns = None);
        }
        for bracket in &mut stack {
            bracket.columns = bracket
                .columns
                .map(|columns| columns + piece.text.chars().count() + 1);
        }
        match piece.kind {
            TokenKind::Open(bracket) => stack.push(Closed {
                open: at,
                close: at,
                columns: Some(1),
                inner: 0,
                is_list: bracket == Bracket::List,
            }),
            TokenKind::Close(_) => {
                let Some(mut closed) = stack.pop() else { break };
                closed.close = at;
                if let Some(holder) = stack.last_mut() {
                    holder.inner += 1;
                }
                let holds_rows = (closed.is_list && closed.inner > 1) || stack.is_empty();
                if holds_rows && closed.columns.is_some_and(|columns| columns > WIDEST_LIST) {
                    wide.push((closed.open, closed.close));
                }
            }
            _ => {}
        }
    }
    for (open, close) in wide {
        let mut depth = 0_usize;
        for at in open + 1..=close {
            let after_comma = pieces[at - 1].kind == TokenKind::Comma && depth == 0;
            match pieces[at].kind {
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if at == open + 1 || at == close || after_comma {
                pieces[at].newlines = pieces[at].newlines.max(1);
            }
        }
    }
}

/// A bracket behind which a line ends is closed on a line of its own.
fn close_on_own_line(pieces: &mut [Piece<'_>]) {
    let mut stack = Vec::new();
    for at in 0..pieces.len() {
        match pieces[at].kind {
            TokenKind::Open(_) => stack.push(pieces.get(at + 1).is_some_and(|next| {
                next.newlines > 0 && !matches!(next.kind, TokenKind::Close(_))
            })),
            TokenKind::Close(_) if stack.pop() == Some(true) => {
                pieces[at].newlines = pieces[at].newlines.max(1);
            }
            TokenKind::Close(_) if matches!(pieces[at - 1].kind, TokenKind::Open(_)) => {
                pieces[at].newlines = 0;
            }
            _ => {}
        }
    }
}

/// A comma behind the last thing in a bracket that is closed on its own line, and none where it is not.
fn end_commas(pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    let mut out: Vec<Piece<'_>> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if matches!(piece.kind, TokenKind::Close(_)) {
            let last = out.iter().rposition(|piece| !piece.is_comment());
            let breaks = |from: usize| out[from..].iter().any(|piece| piece.newlines > 0);
            if let Some(last) = last {
                let own_line = piece.newlines > 0 || breaks(last + 1);
                match out[last].kind {
                    TokenKind::Open(_) => {}
                    TokenKind::Comma if !own_line => {
                        let newlines = out[last].newlines;
                        out.remove(last);
                        if let Some(next) = out.get_mut(last) {
                            next.newlines = next.newlines.max(newlines);
                        }
                    }
                    TokenKind::Comma => {}
                    _ if own_line => {
                        let start = out[last].start;
                        out.insert(last + 1, comma(start));
                    }
                    _ => {}
                }
            }
        }
        out.push(piece);
    }
    out
}

fn comma(start: u32) -> Piece<'static> {
    Piece {
        kind: TokenKind::Comma,
        text: ",",
        newlines: 0,
        is_opaque: false,
        is_block: false,
        start,
    }
}
