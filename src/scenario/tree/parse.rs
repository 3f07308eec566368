//! Tokens into nodes. Not recursive: open brackets lie on a stack of frames.
//!
//! Each frame remembers what it has seen (`Shape`) and what may come next (`State`). A token that may
//! not come next becomes a fault, and the frame goes on as if the likeliest thing had been written.

use crate::scenario::tree::Bracket;
use crate::scenario::tree::FaultKind;
use crate::scenario::tree::MAX_DEPTH;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::TextRange;
use crate::scenario::tree::Token;
use crate::scenario::tree::TokenKind;
use crate::scenario::tree::fault::Faults;
use crate::scenario::tree::frame::Frame;
use crate::scenario::tree::frame::Shape;
use crate::scenario::tree::frame::Sig;
use crate::scenario::tree::frame::State;
use crate::scenario::tree::frame::significant;
use crate::scenario::tree::node::NONE;
use crate::scenario::tree::node::NodeData;

/// Nodes and faults of a token list.
pub(super) struct Parsed {
    pub(super) nodes: Vec<NodeData>,
    pub(super) faults: Faults,
}

pub(super) struct Parser<'s> {
    pub(super) source: &'s str,
    pub(super) sigs: &'s [Sig],
    pub(super) at: usize,
    pub(super) line: u32,
    /// Whether indentation may say that a bracket was left open.
    pub(super) by_indent: bool,
    pub(super) frames: Vec<Frame>,
    pub(super) nodes: Vec<NodeData>,
    pub(super) faults: Faults,
    too_deep: bool,
}

/// Parses `tokens`, the words of `source`. With `by_indent`, a line that is not indented further than
/// the line that opened a bracket ends that bracket.
pub(super) fn parse(source: &str, tokens: &[Token], by_indent: bool) -> Parsed {
    let sigs = significant(source, tokens);
    let start = Token {
        kind: TokenKind::Unknown,
        range: TextRange::new(0, 0),
    };
    let mut parser = Parser {
        source,
        sigs: &sigs,
        at: 0,
        line: 0,
        by_indent,
        frames: Vec::new(),
        nodes: Vec::with_capacity(sigs.len() / 2),
        faults: Faults::default(),
        too_deep: false,
    };
    let last = u32::try_from(tokens.len())
        .unwrap_or(NONE)
        .saturating_sub(1);
    parser.node(NodeKind::Root, 0, last, NONE);
    parser.frames.push(Frame::new(None, 0, start, 0, 0));
    parser.run();
    Parsed {
        nodes: parser.nodes,
        faults: parser.faults,
    }
}

impl Parser<'_> {
    fn run(&mut self) {
        while let Some(&sig) = self.sigs.get(self.at) {
            if sig.first_on_line {
                self.line += 1;
                self.resync(sig);
            }
            match sig.token.kind {
                TokenKind::Close(bracket) => self.close(sig, bracket),
                TokenKind::Comma => self.comma(sig.token),
                TokenKind::Unknown if self.text(sig) == ";" => {
                    self.fault(FaultKind::Semicolon, sig.token.range);
                    self.comma(sig.token);
                }
                _ => self.item(sig),
            }
        }
        if self.frames.len() > 1 {
            if !self.too_deep {
                self.unclosed();
            }
            while self.frames.len() > 1 {
                self.pop();
            }
        }
        if self.nodes[0].kid == NONE {
            self.faults.push(FaultKind::Empty, TextRange::new(0, 0));
        }
    }

    pub(super) fn top(&mut self) -> &mut Frame {
        self.frames
            .last_mut()
            .expect("the file's own frame is never popped")
    }

    pub(super) fn peek(&self, ahead: usize) -> Option<TokenKind> {
        self.sigs.get(self.at + ahead).map(|sig| sig.token.kind)
    }

    pub(super) fn text(&self, sig: Sig) -> &str {
        &self.source[sig.token.range.bytes()]
    }

    /// Reports a mistake, unless this item has one already.
    pub(super) fn fault(&mut self, kind: FaultKind, range: TextRange) {
        if !std::mem::replace(&mut self.top().junk, true) {
            self.faults.push(kind, range);
        }
    }

    /// Reports that the innermost bracket is open.
    pub(super) fn unclosed(&mut self) {
        let frame = *self.top();
        if let Some(bracket) = frame.bracket {
            self.faults
                .push(FaultKind::Unclosed(bracket), frame.open.range);
        }
    }

    /// The last token before the current one.
    pub(super) fn before(&self) -> TextRange {
        let index = self.at.saturating_sub(1);
        self.sigs
            .get(index)
            .map_or(TextRange::new(0, 0), |sig| sig.token.range)
    }

    pub(super) fn node(&mut self, kind: NodeKind, first: u32, last: u32, name: u32) -> u32 {
        let id = u32::try_from(self.nodes.len()).unwrap_or(NONE);
        self.nodes.push(NodeData {
            kind,
            first,
            last,
            name,
            kid: NONE,
            next: NONE,
        });
        id
    }

    /// Makes `kid` the last kid of `parent`, whose last kid so far is `before`.
    pub(super) fn link(&mut self, parent: u32, before: u32, kid: u32) {
        if before == NONE {
            self.nodes[parent as usize].kid = kid;
        } else {
            self.nodes[before as usize].next = kid;
        }
    }

    /// A value is read: it goes to the pending field or entry, or straight into the bracket.
    pub(super) fn attach(&mut self, node: u32) {
        let last = self.nodes[node as usize].last;
        let frame = *self.top();
        if frame.pending != NONE {
            let key = self.nodes[frame.pending as usize].kid;
            self.link(frame.pending, key, node);
            self.nodes[frame.pending as usize].last = last;
            let in_map = frame.bracket == Some(Bracket::Map);
            let frame = self.top();
            if in_map && key == NONE {
                frame.state = State::Colon;
            } else {
                frame.pending = NONE;
                frame.state = State::Comma;
            }
            return;
        }
        self.link(frame.node, frame.last_kid, node);
        let frame = self.top();
        frame.last_kid = node;
        frame.state = State::Comma;
        frame.after_comma = false;
    }

    fn comma(&mut self, token: Token) {
        self.at += 1;
        let frame = *self.top();
        match frame.state {
            State::Comma => {}
            _ if frame.bracket.is_none() => self.fault(FaultKind::TrailingText, token.range),
            State::Item => self.fault(FaultKind::ExtraComma, token.range),
            State::Value | State::Colon => {
                let before = self.before();
                let place = if frame.pending == NONE {
                    before
                } else {
                    self.range_of(frame.pending)
                };
                self.fault(FaultKind::MissingValue, place);
            }
        }
        let frame = self.top();
        frame.pending = NONE;
        frame.junk = false;
        frame.after_comma = true;
        if frame.bracket.is_some() {
            frame.state = State::Item;
        }
    }

    pub(super) fn range_of(&self, node: u32) -> TextRange {
        let data = self.nodes[node as usize];
        let find = |index: u32| self.sigs.binary_search_by_key(&index, |sig| sig.index);
        match (find(data.first), find(data.last)) {
            (Ok(first), Ok(last)) => TextRange {
                start: self.sigs[first].token.range.start,
                end: self.sigs[last].token.range.end,
            },
            _ => self.before(),
        }
    }

    pub(super) fn attribute(&mut self, sig: Sig) {
        let mut last = sig.index;
        while let Some(&next) = self.sigs.get(self.at) {
            self.at += 1;
            last = next.index;
            if next.token.kind == TokenKind::Close(Bracket::List) {
                break;
            }
        }
        let state = self.top().state;
        let node = self.node(NodeKind::Attribute, sig.index, last, NONE);
        self.attach(node);
        self.top().state = state;
    }

    pub(super) fn open(&mut self, sig: Sig, bracket: Bracket, name: u32) {
        self.at += 1;
        let first = if name == NONE { sig.index } else { name };
        if self.frames.len() > MAX_DEPTH {
            self.skip_too_deep(sig, first);
            return;
        }
        let kind = match bracket {
            Bracket::Paren => NodeKind::Tuple,
            Bracket::List => NodeKind::List,
            Bracket::Map => NodeKind::Map,
        };
        let node = self.node(kind, first, sig.index, name);
        let frame = Frame::new(Some(bracket), node, sig.token, self.line, sig.indent);
        self.frames.push(frame);
    }

    /// Looks past a bracket that is too deep, to the one that closes it.
    fn skip_too_deep(&mut self, sig: Sig, first: u32) {
        if !std::mem::replace(&mut self.too_deep, true) {
            self.faults.push(FaultKind::TooDeep, sig.token.range);
        }
        let mut depth = 1_usize;
        let mut last = sig.index;
        while let Some(next) = self.sigs.get(self.at).filter(|_| depth > 0) {
            match next.token.kind {
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) => depth -= 1,
                _ => {}
            }
            last = next.index;
            self.at += 1;
        }
        let node = self.node(NodeKind::Tuple, first, last, NONE);
        self.attach(node);
    }

    /// Closes the innermost bracket at the token before the current one.
    pub(super) fn pop(&mut self) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        let last = self
            .sigs
            .get(self.at.saturating_sub(1))
            .map_or(0, |sig| sig.index);
        let node = &mut self.nodes[frame.node as usize];
        node.last = last.max(node.first);
        if frame.shape == Shape::Named {
            node.kind = NodeKind::Struct;
        }
        self.attach(frame.node);
    }

    /// Takes the closing bracket that fits the innermost open one.
    pub(super) fn close_top(&mut self) {
        let frame = *self.top();
        if matches!(frame.state, State::Value | State::Colon) {
            let place = if frame.pending == NONE {
                self.before()
            } else {
                self.range_of(frame.pending)
            };
            self.fault(FaultKind::MissingValue, place);
        } else if frame.after_comma && frame.last_kid == NONE {
            let before = self.before();
            self.fault(FaultKind::ExtraComma, before);
        }
        self.at += 1;
        self.pop();
    }
}
