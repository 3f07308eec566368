//! Cuts an expression or script into tokens with their places in bytes, and never fails: what is no token is a stray.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name or a word of the language.
    Word,
    /// Whole; also `0x1f` and `1_000`.
    Number,
    /// `0.5`, `1e3`.
    Fraction,
    /// In double quotes, which belong to the token.
    Text,
    /// In single quotes or backticks.
    OddText,
    /// An operator or a bracket.
    Sign,
    /// A character that belongs to no token.
    Stray,
    /// Text or a comment that never ends.
    Open,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token {
    /// The bytes it covers.
    pub(super) fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// The operators of more than one character, the longest first.
const SIGNS: &[&str] = &[
    "**=", "<<=", ">>=", "===", "!==", "..=", "...", "==", "!=", "<=", ">=", "&&", "||", "++",
    "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "=>", "->", "::", "..", "**", "<<", ">>",
    "??", "?.", "?[", "#{", ":=", "<>",
];

/// The tokens of a text, comments and white space left out.
pub(super) fn lex(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if first.is_ascii_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = match comment(rest) {
            Some(Ok(length)) => {
                at += length;
                continue;
            }
            Some(Err(())) => (Kind::Open, rest.len()),
            None => token(rest, first),
        };
        tokens.push(Token {
            kind,
            start: at,
            end: at + length,
        });
        at += length;
    }
    tokens
}

/// The kind and length of the token at the start of `rest`.
fn token(rest: &str, first: char) -> (Kind, usize) {
    if first.is_ascii_alphabetic() || first == '_' {
        let length = rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .unwrap_or(rest.len());
        return (Kind::Word, length);
    }
    if first.is_ascii_digit() {
        return number(rest);
    }
    if matches!(first, '"' | '\'' | '`') {
        return quoted(rest, first);
    }
    if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
        return (Kind::Sign, sign.len());
    }
    let kind = if first.is_ascii_punctuation() {
        Kind::Sign
    } else {
        Kind::Stray
    };
    (kind, first.len_utf8())
}

fn number(rest: &str) -> (Kind, usize) {
    let bytes = rest.as_bytes();
    let plain = rest
        .find(|c: char| !c.is_ascii_digit() && c != '_')
        .unwrap_or(rest.len());
    let digit_at = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    if plain == 1
        && bytes[0] == b'0'
        && matches!(bytes.get(1), Some(b'x' | b'X' | b'o' | b'O' | b'b' | b'B'))
    {
        let length = rest[2..]
            .find(|c: char| !c.is_ascii_hexdigit() && c != '_')
            .map_or(rest.len(), |length| length + 2);
        return (Kind::Number, length);
    }
    if bytes.get(plain) == Some(&b'.')
        && bytes.get(plain + 1) != Some(&b'.')
        && !bytes.get(plain + 1).is_some_and(u8::is_ascii_alphabetic)
    {
        let length = rest[plain + 1..]
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .map_or(rest.len(), |more| plain + 1 + more);
        return (Kind::Fraction, length);
    }
    let exponent = matches!(bytes.get(plain), Some(b'e' | b'E'));
    if exponent
        && (digit_at(plain + 1)
            || (matches!(bytes.get(plain + 1), Some(b'+' | b'-')) && digit_at(plain + 2)))
    {
        let length = rest[plain + 2..]
            .find(|c: char| !c.is_ascii_digit())
            .map_or(rest.len(), |more| plain + 2 + more);
        return (Kind::Fraction, length);
    }
    (Kind::Number, plain)
}

/// Text up to its closing quote. In double quotes it ends with the line, so that one missing quote costs one line.
fn quoted(rest: &str, quote: char) -> (Kind, usize) {
    let kind = if quote == '"' {
        Kind::Text
    } else {
        Kind::OddText
    };
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if quote != '`' => is_escaped = true,
            '\n' if quote != '`' => return (Kind::Open, at),
            c if c == quote => return (kind, at + 1),
            _ => {}
        }
    }
    (Kind::Open, rest.len())
}

/// The length of the comment at the start of `rest`, if there is one; an error if it never ends. Comments nest.
fn comment(rest: &str) -> Option<Result<usize, ()>> {
    if rest.starts_with("//") {
        return Some(Ok(rest.find('\n').unwrap_or(rest.len())));
    }
    if !rest.starts_with("/*") {
        return None;
    }
    let (bytes, mut depth, mut at) = (rest.as_bytes(), 0_usize, 0);
    while at + 1 < bytes.len() {
        match (bytes[at], bytes[at + 1]) {
            (b'/', b'*') => (depth, at) = (depth + 1, at + 2),
            (b'*', b'/') => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return Some(Ok(at));
        }
    }
    Some(Err(()))
}
