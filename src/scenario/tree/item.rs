//! Items: values, fields and entries, and what was meant to be one.

use crate::scenario::tree::Bracket;
use crate::scenario::tree::FaultKind;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::TokenKind;
use crate::scenario::tree::frame::Frame;
use crate::scenario::tree::frame::Shape;
use crate::scenario::tree::frame::Sig;
use crate::scenario::tree::frame::State;
use crate::scenario::tree::node::NONE;
use crate::scenario::tree::parse::Parser;

impl Parser<'_> {
    /// Anything that is neither a comma nor a closing bracket.
    pub(super) fn item(&mut self, sig: Sig) {
        let frame = *self.top();
        match frame.state {
            State::Comma if frame.bracket.is_none() => {
                self.fault(FaultKind::TrailingText, sig.token.range);
            }
            State::Comma if sig.token.kind == TokenKind::Colon => {
                self.fault(FaultKind::Unexpected, sig.token.range);
                self.at += 1;
                return;
            }
            State::Comma if starts_value(sig.token.kind) => {
                let place = self.before().after();
                self.top().junk = false;
                self.fault(FaultKind::MissingComma, place);
                let frame = self.top();
                frame.state = State::Item;
                frame.junk = false;
            }
            State::Colon => {
                if sig.token.kind == TokenKind::Colon {
                    self.at += 1;
                } else {
                    let place = self.before().after();
                    self.fault(FaultKind::MissingColon, place);
                }
                self.top().state = State::Value;
                return;
            }
            _ => {}
        }
        if self.top().state == State::Item && self.field(sig) {
            return;
        }
        self.value(sig);
    }

    /// Reads `name:`, or what was meant to be one. Answers whether it did.
    fn field(&mut self, sig: Sig) -> bool {
        let frame = *self.top();
        let kind = sig.token.kind;
        let is_name = matches!(kind, TokenKind::Ident | TokenKind::RawIdent);
        let next = self.peek(1);
        let equals = next == Some(TokenKind::Unknown)
            && self
                .sigs
                .get(self.at + 1)
                .is_some_and(|sig| self.text(*sig) == "=");
        let named = next == Some(TokenKind::Colon);
        let forgot_colon = is_name
            && !self.is_bare_some(sig)
            && match next {
                Some(kind) if kind.is_string() => true,
                Some(
                    TokenKind::Number
                    | TokenKind::Char
                    | TokenKind::Open(Bracket::List | Bracket::Map),
                ) => true,
                Some(TokenKind::Ident | TokenKind::Open(Bracket::Paren)) => {
                    frame.shape == Shape::Named
                }
                _ => false,
            };
        let quoted = kind.is_string() && named;
        match frame.bracket {
            Some(Bracket::Paren) if (is_name && (named || equals || forgot_colon)) || quoted => {
                if frame.shape == Shape::Plain {
                    let place = self.range_of(frame.last_kid);
                    self.fault(FaultKind::ExpectedField, place);
                    self.top().shape = Shape::Named;
                } else if quoted {
                    self.fault(FaultKind::QuotedFieldName, sig.token.range);
                }
            }
            Some(Bracket::List) if is_name && named && self.continues_outside(frame) => {
                self.unclosed();
                self.pop();
                self.top().state = State::Item;
                return self.field(sig);
            }
            Some(Bracket::List) if is_name && (named || equals) => {
                if frame.shape != Shape::Named {
                    self.fault(FaultKind::FieldInList, sig.token.range);
                }
            }
            None if is_name && named => self.fault(FaultKind::Unexpected, sig.token.range),
            Some(Bracket::Paren) => {
                if frame.shape == Shape::Named && starts_value(kind) {
                    self.fault(FaultKind::ExpectedField, sig.token.range);
                } else if frame.shape == Shape::Empty && starts_value(kind) {
                    self.top().shape = Shape::Plain;
                }
                return false;
            }
            Some(Bracket::Map) => {
                let entry = self.node(NodeKind::Entry, sig.index, sig.index, NONE);
                self.link(frame.node, frame.last_kid, entry);
                let frame = self.top();
                frame.last_kid = entry;
                frame.pending = entry;
                frame.state = State::Value;
                frame.after_comma = false;
                return false;
            }
            _ => return false,
        }
        let field = self.node(NodeKind::Field, sig.index, sig.index, sig.index);
        self.link(frame.node, frame.last_kid, field);
        self.at += 1;
        if named || equals {
            let sign = self.sigs[self.at];
            self.nodes[field as usize].last = sign.index;
            if equals {
                self.fault(FaultKind::EqualsSign, sign.token.range);
            }
            self.at += 1;
        } else {
            self.fault(FaultKind::MissingColon, sig.token.range.after());
        }
        let frame = self.top();
        frame.last_kid = field;
        frame.pending = field;
        frame.state = State::Value;
        frame.after_comma = false;
        if frame.shape == Shape::Empty {
            frame.shape = Shape::Named;
        }
        true
    }

    /// Whether a field in this list belongs to the row around it, the list having been left open on the
    /// same line.
    fn continues_outside(&self, frame: Frame) -> bool {
        let outer = self
            .frames
            .len()
            .checked_sub(2)
            .and_then(|outer| self.frames.get(outer));
        frame.last_kid != NONE
            && frame.shape != Shape::Named
            && frame.open_line == self.line
            && outer.is_some_and(|outer| outer.shape == Shape::Named)
    }

    fn value(&mut self, sig: Sig) {
        match sig.token.kind {
            TokenKind::Open(bracket) => self.open(sig, bracket, NONE),
            TokenKind::Ident if self.is_bare_some(sig) => self.at += 1,
            TokenKind::Ident | TokenKind::RawIdent
                if self.peek(1) == Some(TokenKind::Open(Bracket::Paren)) =>
            {
                self.at += 1;
                let open = self.sigs[self.at];
                self.open(open, Bracket::Paren, sig.index);
            }
            TokenKind::Hash if self.frames.len() == 1 => self.attribute(sig),
            TokenKind::Ident
            | TokenKind::RawIdent
            | TokenKind::Number
            | TokenKind::Char
            | TokenKind::Dots => {
                self.range_or(sig);
            }
            kind if starts_value(kind) => {
                let node = self.node(NodeKind::Literal, sig.index, sig.index, NONE);
                self.at += 1;
                self.attach(node);
            }
            TokenKind::Unknown => {
                let first = self.text(sig).chars().next().unwrap_or(' ');
                self.fault(FaultKind::UnknownChar(first), sig.token.range);
                self.at += 1;
            }
            _ => {
                self.fault(FaultKind::Unexpected, sig.token.range);
                self.at += 1;
            }
        }
    }

    /// `Some` with a value after it and no bracket: `ron` reads it as the value alone, and so do we.
    fn is_bare_some(&self, sig: Sig) -> bool {
        let next = self.peek(1);
        self.text(sig) == "Some"
            && next
                .is_some_and(|next| next != TokenKind::Open(Bracket::Paren) && starts_value(next))
    }

    /// A word or a number, or two of them with dots between.
    fn range_or(&mut self, sig: Sig) {
        let number = |kind| {
            matches!(
                kind,
                Some(TokenKind::Number | TokenKind::Char | TokenKind::Ident)
            )
        };
        let mut last = sig.index;
        let mut kind = match sig.token.kind {
            TokenKind::Number | TokenKind::Char => NodeKind::Literal,
            TokenKind::Dots => NodeKind::Range,
            _ => NodeKind::Word,
        };
        self.at += 1;
        if kind != NodeKind::Range && self.peek(0) == Some(TokenKind::Dots) {
            kind = NodeKind::Range;
            last = self.sigs[self.at].index;
            self.at += 1;
        }
        if kind == NodeKind::Range && number(self.peek(0)) {
            last = self.sigs[self.at].index;
            self.at += 1;
        }
        let node = self.node(kind, sig.index, last, NONE);
        self.attach(node);
    }
}

fn starts_value(kind: TokenKind) -> bool {
    !matches!(
        kind,
        TokenKind::Close(_)
            | TokenKind::Colon
            | TokenKind::Comma
            | TokenKind::Hash
            | TokenKind::Unknown
    ) && !kind.is_trivia()
}
