//! `demarche fmt`: one way to lay out a scenario file.
//!
//! Line breaks are the author's; everything between them is ours: indentation, spaces, commas at the ends, blank lines.
//! Nothing but white space and closing commas is touched, and the indentation that a block of text has in common, which
//! the loader leaves out anyway. So comments stay, the meaning stays, and formatting twice changes nothing.

mod block;
mod piece;

use crate::author::fmt::piece::Piece;
use crate::author::fmt::piece::pieces;
use crate::scenario;
use crate::scenario::tree::TokenKind;
use crate::scenario::tree::Tree;

/// How far what a bracket holds is moved in.
const INDENT: usize = 4;

/// A file whose brackets or quotes do not match has no layout yet; `check` tells what is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotRon;

/// The text in its layout.
pub fn format(source: &str) -> Result<String, NotRon> {
    let tree = Tree::parse(source);
    if !tree.faults().is_empty() || scenario::first_conflict(source).is_some() {
        return Err(NotRon);
    }
    let newline = if source.contains("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let mut layout = Layout {
        out: String::with_capacity(source.len()),
        newline,
        open: Vec::new(),
        line_indent: 0,
        at_line_start: true,
    };
    let pieces = pieces(&tree);
    for (at, piece) in pieces.iter().enumerate() {
        layout.lay(&pieces, at, piece);
    }
    if !layout.out.is_empty() {
        layout.out.push_str(newline);
    }
    Ok(layout.out)
}

/// The text written so far, and the brackets that are open in it.
struct Layout {
    out: String,
    newline: &'static str,
    /// For each open bracket, how far the line that opened it is moved in.
    open: Vec<usize>,
    line_indent: usize,
    at_line_start: bool,
}

impl Layout {
    fn lay(&mut self, pieces: &[Piece<'_>], at: usize, piece: &Piece<'_>) {
        let before = at.checked_sub(1).map(|before| &pieces[before]);
        if let Some(before) = before {
            if piece.newlines > 0 {
                self.break_line(before, piece);
            } else if needs_space(before, piece) {
                self.out.push(' ');
            }
        }
        if self.at_line_start {
            self.line_indent = self.indent_of(&pieces[at..]);
            self.out.push_str(&" ".repeat(self.line_indent));
            self.at_line_start = false;
        }
        match piece.kind {
            TokenKind::Open(_) if !piece.is_opaque => {
                self.out.push_str(piece.text);
                self.open.push(self.line_indent);
            }
            TokenKind::Close(_) if !piece.is_opaque => {
                self.open.pop();
                self.out.push_str(piece.text);
            }
            TokenKind::RawStr if piece.is_block => {
                let text = block::indented(piece.text, self.line_indent, INDENT, self.newline);
                self.out.push_str(&text);
            }
            TokenKind::LineComment => self.out.push_str(piece.text.trim_end()),
            _ => self.out.push_str(piece.text),
        }
    }

    fn break_line(&mut self, before: &Piece<'_>, piece: &Piece<'_>) {
        self.out.push_str(self.newline);
        let is_inner_edge =
            matches!(before.kind, TokenKind::Open(_)) || matches!(piece.kind, TokenKind::Close(_));
        if piece.newlines > 1 && !is_inner_edge {
            self.out.push_str(self.newline);
        }
        self.at_line_start = true;
    }

    /// How far a line that begins with these pieces is moved in: as far as the line that opened what it closes first, or
    /// further than the line that opened what it stands in.
    fn indent_of(&self, line: &[Piece<'_>]) -> usize {
        let closers = line
            .iter()
            .enumerate()
            .take_while(|(at, piece)| {
                matches!(piece.kind, TokenKind::Close(_)) && (*at == 0 || piece.newlines == 0)
            })
            .count();
        if closers > 0 {
            let opener = self.open.len().checked_sub(closers);
            return opener.map_or(0, |opener| self.open[opener]);
        }
        self.open.last().map_or(0, |indent| indent + INDENT)
    }
}

/// Whether two pieces on one line have a space between them.
fn needs_space(before: &Piece<'_>, piece: &Piece<'_>) -> bool {
    let is_comment =
        |piece: &Piece<'_>| matches!(piece.kind, TokenKind::LineComment | TokenKind::BlockComment);
    if is_comment(piece) {
        return true;
    }
    !matches!(
        (before.kind, piece.kind),
        (TokenKind::Open(_) | TokenKind::Dots, _)
            | (
                _,
                TokenKind::Close(_) | TokenKind::Comma | TokenKind::Colon | TokenKind::Dots
            )
            | (TokenKind::Ident | TokenKind::RawIdent, TokenKind::Open(_))
    )
}
