//! One piece of the author's code, an expression or a script file, with its tokens and what has been found wrong in it.

use std::ops::Range;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Span;
use crate::model::expr::ExprSource;
use crate::model::id;
use crate::model::id::Names;
use crate::model::scenario::ScriptSource;
use crate::script::lex::Kind;
use crate::script::lex::Token;
use crate::script::lex::lex;
use crate::script::uses::Use;

/// The longest script file, in bytes. Compiling takes time with the square of some shapes of code, and has no deadline.
pub const LONGEST_SCRIPT: usize = 32 * 1024;
/// The most script files in one scenario.
pub const MOST_SCRIPTS: usize = 64;
/// The longest expression, in bytes.
pub(super) const LONGEST_EXPRESSION: usize = 4 * 1024;

/// The most that is said about one expression or script file: whoever has made more mistakes than that begins with these.
const MOST_FOUND: usize = 24;

/// Author's code that is being looked at.
pub(super) struct Unit<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    /// The functions it defines.
    pub(super) defined: Vec<Defined<'a>>,
    pub(super) names: &'a Names,
    /// Whether it is a single expression rather than a script file.
    pub(super) is_expression: bool,
    pub(super) found: Vec<Diagnostic>,
    /// The ids it names, as far as it was looked at.
    pub(super) uses: Vec<Use>,
    place: Span,
}

impl<'a> Unit<'a> {
    /// An expression in a field of a scenario file.
    pub(super) fn expression(source: &'a ExprSource, names: &'a Names) -> Self {
        Self::new(
            &source.text,
            Span::new(FileId(source.file), source.start, source.end),
            names,
            true,
        )
    }

    /// A script file.
    pub(super) fn script(source: &'a ScriptSource, names: &'a Names) -> Self {
        Self::new(
            &source.text,
            Span::of(FileId(source.file), 0..source.text.len()),
            names,
            false,
        )
    }

    fn new(text: &'a str, place: Span, names: &'a Names, is_expression: bool) -> Self {
        let longest = if is_expression {
            LONGEST_EXPRESSION
        } else {
            LONGEST_SCRIPT
        };
        let tokens = if text.len() > longest {
            Vec::new()
        } else {
            lex(text)
        };
        let defined = defined(text, &tokens);
        Self {
            text,
            tokens,
            defined,
            names,
            is_expression,
            found: Vec::new(),
            uses: Vec::new(),
            place,
        }
    }

    /// The text of a token; empty behind the last.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .map_or("", |token| &self.text[token.range()])
    }

    /// The text of the token before; empty before the first.
    pub(super) fn word_before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Whether the token is a name or word.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word)
    }

    /// What the token is.
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// The place in the author's file of a stretch of the text.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let is_as_written = self.place.range().len() == self.text.len();
        // A text with escapes, or without the indentation it had, is no longer what stands in the file.
        if is_as_written {
            self.place.inner(range)
        } else {
            self.place
        }
    }

    /// The place of the tokens from one up to and with another.
    pub(super) fn token_span(&self, first: usize, last: usize) -> Span {
        let start = self
            .tokens
            .get(first)
            .map_or(self.text.len(), |token| token.start);
        let end = self
            .tokens
            .get(last)
            .map_or(self.text.len(), |token| token.end);
        self.span(start..end)
    }

    /// Notes that a token names something.
    pub(super) fn names_at(&mut self, kind: id::Kind, word: &str, at: usize) {
        if let Some(place) = self.names.find(kind, word) {
            let span = self.token_span(at, at);
            self.uses.push(Use { span, kind, place });
        }
    }

    /// A diagnostic about a token.
    pub(super) fn about(&self, code: Code, at: usize) -> Diagnostic {
        Diagnostic::new(code, self.token_span(at, at))
    }

    /// A diagnostic about the whole of it.
    pub(super) fn about_all(&self, code: Code) -> Diagnostic {
        Diagnostic::new(code, self.place)
    }

    /// Notes that something is wrong.
    pub(super) fn note(&mut self, diagnostic: Diagnostic) {
        if !self.is_full() {
            self.found.push(diagnostic);
        }
    }

    /// Whether so much is wrong that nothing more need be looked for.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= MOST_FOUND
    }

    /// The token that begins at, or holds, a byte of the text.
    pub(super) fn token_at(&self, offset: usize) -> Option<usize> {
        let at = self.tokens.partition_point(|token| token.end <= offset);
        (at < self.tokens.len()).then_some(at)
    }

    /// The byte where a line and column begin, as the interpreter counts them: both from 1, the column in characters.
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        let start = match line.saturating_sub(1) {
            0 => 0,
            lines => self
                .text
                .match_indices('\n')
                .nth(lines - 1)
                .map_or(self.text.len(), |(at, _)| at + 1),
        };
        let rest = &self.text[start..];
        start
            + rest
                .char_indices()
                .nth(column.saturating_sub(1))
                .map_or(rest.len(), |(at, _)| at)
    }
}

/// A function a script file defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Defined<'a> {
    pub(super) name: &'a str,
    /// The token of the name.
    pub(super) at: usize,
    pub(super) offset: usize,
    pub(super) parameters: usize,
}

/// The functions a text defines, in its order.
fn defined<'a>(text: &'a str, tokens: &[Token]) -> Vec<Defined<'a>> {
    let word = |at: usize| tokens.get(at).map_or("", |token| &text[token.range()]);
    (0..tokens.len())
        .filter(|at| word(*at) == "fn" && word(at + 2) == "(")
        .map(|at| {
            let parameters = (at + 3..tokens.len())
                .take_while(|at| word(*at) != ")")
                .filter(|at| word(*at) != ",")
                .count();
            Defined {
                name: word(at + 1),
                at: at + 1,
                offset: tokens[at + 1].start,
                parameters,
            }
        })
        .collect()
}

/// The functions of a script file that take no argument, which is what `Call` can name, and the byte where each name begins.
pub fn functions(source: &str) -> Vec<(&str, usize)> {
    if source.len() > LONGEST_SCRIPT {
        return Vec::new();
    }
    let callable = |defined: &Defined<'_>| defined.parameters == 0;
    defined(source, &lex(source))
        .into_iter()
        .filter(callable)
        .map(|defined| (defined.name, defined.offset))
        .collect()
}
