//! Brackets that don't match: which one is to blame, and how to go on.

use crate::scenario::tree::Bracket;
use crate::scenario::tree::FaultKind;
use crate::scenario::tree::TokenKind;
use crate::scenario::tree::Tree;
use crate::scenario::tree::fault::Fault;
use crate::scenario::tree::frame::Shape;
use crate::scenario::tree::frame::Sig;
use crate::scenario::tree::frame::State;
use crate::scenario::tree::lex;
use crate::scenario::tree::parse;
use crate::scenario::tree::parse::Parser;

/// Reads a text as written; if that finds mistakes, reads it again trusting lines and indentation to say
/// where a quote or a bracket was forgotten, and keeps the reading that places them better.
pub(super) fn best(source: String) -> Tree {
    let lexed = lex::lex(&source, false);
    let parsed = parse::parse(&source, &lexed.tokens, false);
    let strict = Reading::new(lexed, parsed);
    if strict.faults.is_empty() {
        return strict.into_tree(source);
    }
    let lexed = lex::lex(&source, true);
    let cut = lexed.cut;
    let parsed = parse::parse(&source, &lexed.tokens, true);
    let by_indent = Reading::new(lexed, parsed);
    if by_indent.brackets <= strict.brackets {
        return by_indent.into_tree(source);
    }
    if !cut {
        return strict.into_tree(source);
    }
    let lexed = lex::lex(&source, true);
    let parsed = parse::parse(&source, &lexed.tokens, false);
    Reading::new(lexed, parsed).into_tree(source)
}

struct Reading {
    lexed: lex::Lexed,
    parsed: parse::Parsed,
    faults: Vec<Fault>,
    brackets: usize,
}

impl Reading {
    fn new(mut lexed: lex::Lexed, mut parsed: parse::Parsed) -> Self {
        let mut faults = std::mem::take(&mut lexed.faults.list);
        faults.append(&mut parsed.faults.list);
        faults.sort_by_key(|fault| fault.range);
        let brackets = faults
            .iter()
            .filter(|fault| fault.kind.is_of_brackets())
            .count();
        Self {
            lexed,
            parsed,
            faults,
            brackets,
        }
    }

    fn into_tree(self, source: String) -> Tree {
        Tree {
            source,
            tokens: self.lexed.tokens,
            nodes: self.parsed.nodes,
            faults: self.faults,
            faults_left_out: self.lexed.faults.left_out + self.parsed.faults.left_out,
        }
    }
}

impl Parser<'_> {
    /// At the first token of a line: ends brackets that this line shows to have been left open.
    pub(super) fn resync(&mut self, sig: Sig) {
        if self.by_indent {
            self.resync_by_indent(sig);
        }
        let begins_row = sig.token.kind == TokenKind::Open(Bracket::Paren)
            && self.peek(1) == Some(TokenKind::Ident)
            && self.peek(2) == Some(TokenKind::Colon);
        let begins_field =
            sig.token.kind == TokenKind::Ident && self.peek(1) == Some(TokenKind::Colon);
        let frame = *self.top();
        if !matches!(frame.state, State::Item | State::Comma) {
            return;
        }
        let wanted =
            if begins_row && frame.bracket == Some(Bracket::Paren) && frame.shape == Shape::Named {
                Bracket::List
            } else if begins_field && frame.bracket == Some(Bracket::List) {
                Bracket::Paren
            } else {
                return;
            };
        if self
            .frames
            .iter()
            .any(|frame| frame.bracket == Some(wanted))
        {
            self.unclosed();
            while self.top().bracket != Some(wanted) {
                self.pop();
            }
            self.top().state = State::Item;
        }
    }

    /// What a bracket holds is indented further than the line that opened it, or stands on that line.
    fn resync_by_indent(&mut self, sig: Sig) {
        let closes = matches!(sig.token.kind, TokenKind::Close(_));
        while self.frames.len() > 2 || (self.frames.len() == 2 && !closes) {
            let frame = *self.top();
            let inside = frame.open_line == self.line
                || sig.indent > frame.indent
                || (closes && sig.indent == frame.indent)
                || self.frames.len() == 2;
            if inside {
                return;
            }
            self.unclosed();
            self.pop();
            self.top().state = State::Item;
        }
    }

    /// A closing bracket: the one expected, one of an outer bracket, a slip of the key, or one too many.
    pub(super) fn close(&mut self, sig: Sig, found: Bracket) {
        let frame = *self.top();
        let Some(expected) = frame.bracket else {
            self.fault(FaultKind::StrayCloser(found), sig.token.range);
            self.at += 1;
            return;
        };
        if expected == found {
            let stays_inside = self.by_indent
                && !sig.first_on_line
                && self.stays_inside(frame.open_line, frame.indent);
            if stays_inside || (self.frames.len() == 2 && self.is_one_too_many(found)) {
                self.faults
                    .push(FaultKind::StrayCloser(found), sig.token.range);
                self.at += 1;
            } else {
                self.close_top();
            }
            return;
        }
        let outer = self
            .frames
            .iter()
            .rev()
            .find(|frame| frame.bracket == Some(found))
            .copied();
        let own_line = frame.open_line == self.line;
        let ahead = [self.peek(1), self.peek(2), self.peek(3)];
        let goes_on = ahead
            == [
                Some(TokenKind::Comma),
                Some(TokenKind::Ident),
                Some(TokenKind::Colon),
            ];
        let lined_up = sig.first_on_line && sig.indent == frame.indent;
        match outer {
            Some(outer)
                if (outer.open_line == self.line && !goes_on)
                    || (sig.first_on_line && sig.indent <= outer.indent && !lined_up) =>
            {
                self.unclosed();
                while self.top().bracket != Some(found) {
                    self.pop();
                }
                self.close(sig, found);
            }
            _ if own_line || lined_up => {
                self.faults
                    .push(FaultKind::WrongCloser { expected, found }, sig.token.range);
                self.close_top();
            }
            _ => {
                self.faults
                    .push(FaultKind::StrayCloser(found), sig.token.range);
                self.at += 1;
            }
        }
    }

    /// Whether the lines after this one are indented as if the bracket, opened on an earlier line, went on.
    fn stays_inside(&self, open_line: u32, indent: u32) -> bool {
        let comma = usize::from(self.peek(1) == Some(TokenKind::Comma));
        let next = self.sigs.get(self.at + 1 + comma);
        open_line < self.line
            && next.is_some_and(|next| {
                next.first_on_line
                    && next.indent > indent
                    && !matches!(next.token.kind, TokenKind::Close(_))
            })
    }

    /// Whether the file's own bracket would be closed here although its rows go on.
    fn is_one_too_many(&self, found: Bracket) -> bool {
        let rest = &self.sigs[self.at + 1..];
        let Some(next) = rest.first() else {
            return false;
        };
        let goes_on = matches!(
            next.token.kind,
            TokenKind::Comma | TokenKind::Ident | TokenKind::Close(_)
        );
        goes_on
            && rest
                .last()
                .is_some_and(|last| last.token.kind == TokenKind::Close(found))
    }
}
