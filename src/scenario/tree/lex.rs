//! Text into tokens. One pass, each byte looked at a bounded number of times, nothing lost.

use crate::scenario::tree::Bracket;
use crate::scenario::tree::FaultKind;
use crate::scenario::tree::TextRange;
use crate::scenario::tree::Token;
use crate::scenario::tree::TokenKind;
use crate::scenario::tree::fault::Faults;
use crate::scenario::tree::quotes;

/// The tokens of a text, and what was wrong with some of them.
pub(super) struct Lexed {
    pub(super) tokens: Vec<Token>,
    pub(super) faults: Faults,
    /// Whether some string was ended early because its closing quote seems to be missing.
    pub(super) cut: bool,
}

/// Cuts `source` into tokens. With `mend`, a string whose closing quote seems to be missing ends where
/// the next row begins; without, only at a quote.
pub(super) fn lex(source: &str, mend: bool) -> Lexed {
    let mut lexer = Lexer {
        source,
        at: 0,
        line_has_token: false,
        mend,
        comment_cut: false,
        budget: source.len().saturating_mul(4),
        out: Lexed {
            // A token of written scenarios has some eight bytes with its blanks.
            tokens: Vec::with_capacity(source.len() / 8),
            faults: Faults::default(),
            cut: false,
        },
    };
    while lexer.at < source.len() {
        lexer.token();
    }
    lexer.out
}

struct Lexer<'s> {
    source: &'s str,
    at: usize,
    line_has_token: bool,
    mend: bool,
    comment_cut: bool,
    /// How many more bytes may be searched twice, so that mending stays linear in the text.
    budget: usize,
    out: Lexed,
}

impl Lexer<'_> {
    fn token(&mut self) {
        let rest = &self.source[self.at..];
        let Some(first) = rest.chars().next() else {
            return;
        };
        match first {
            _ if is_space(first) => {
                let length = length_while(rest, is_space);
                if rest[..length].contains('\n') {
                    self.line_has_token = false;
                }
                self.push(TokenKind::Space, length);
            }
            '\u{FEFF}' if self.at == 0 => self.push(TokenKind::OddSpace, first.len_utf8()),
            _ if is_odd_space(first) => {
                self.fault(FaultKind::OddSpace(first), first.len_utf8());
                self.push(TokenKind::OddSpace, first.len_utf8());
            }
            '/' if rest.starts_with("//") => self.push(TokenKind::LineComment, line_length(rest)),
            '/' if rest.starts_with("/*") => self.block_comment(),
            '#' if !rest[1..].trim_start().starts_with('!') => self.wrong_comment(),
            '-' if !self.line_has_token && rest.starts_with("--") => self.wrong_comment(),
            '(' => self.push(TokenKind::Open(Bracket::Paren), 1),
            '[' => self.push(TokenKind::Open(Bracket::List), 1),
            '{' => self.push(TokenKind::Open(Bracket::Map), 1),
            ')' => self.push(TokenKind::Close(Bracket::Paren), 1),
            ']' => self.push(TokenKind::Close(Bracket::List), 1),
            '}' => self.push(TokenKind::Close(Bracket::Map), 1),
            ':' => self.push(TokenKind::Colon, 1),
            ',' => self.push(TokenKind::Comma, 1),
            '#' => self.push(TokenKind::Hash, 1),
            '"' => self.string(1, TokenKind::Str),
            '\'' => self.char(0),
            '.' if rest.starts_with("..=") => self.push(TokenKind::Dots, 3),
            '.' if rest.starts_with("..") => self.push(TokenKind::Dots, 2),
            'b' if rest.starts_with("b\"") => self.string(2, TokenKind::ByteStr),
            'b' if rest.starts_with("b'") => self.char(1),
            'b' if is_raw_string(&rest[1..]) => self.raw_string(2, TokenKind::ByteStr),
            'r' if is_raw_string(rest) => self.raw_string(1, TokenKind::RawStr),
            'r' if is_raw_identifier(rest) => {
                self.push(
                    TokenKind::RawIdent,
                    2 + length_while(&rest[2..], is_raw_ident_char),
                );
            }
            _ if is_ident_start(first) => {
                self.push(TokenKind::Ident, length_while(rest, is_ident_char));
            }
            _ if starts_number(rest) => self.push(TokenKind::Number, number_length(rest)),
            _ if quotes::is_smart(first) => self.smart_string(first),
            _ => self.push(TokenKind::Unknown, first.len_utf8()),
        }
    }

    fn push(&mut self, kind: TokenKind, length: usize) {
        if !kind.is_trivia() {
            self.line_has_token = true;
        }
        let range = TextRange::new(self.at, self.at + length);
        self.out.tokens.push(Token { kind, range });
        self.at += length;
    }

    fn fault(&mut self, kind: FaultKind, length: usize) {
        self.out
            .faults
            .push(kind, TextRange::new(self.at, self.at + length));
    }

    fn wrong_comment(&mut self) {
        let length = line_length(&self.source[self.at..]);
        self.fault(
            FaultKind::WrongComment,
            if self.source[self.at..].starts_with('#') {
                1
            } else {
                2
            },
        );
        self.push(TokenKind::LineComment, length);
    }

    /// Comments nest. One that never ends is taken to end with its line, the first time.
    fn block_comment(&mut self) {
        let rest = &self.source[self.at..];
        let bytes = rest.as_bytes();
        let mut depth = 1_usize;
        let mut i = 2;
        while depth > 0 && i < bytes.len() {
            match (bytes[i], bytes.get(i + 1)) {
                (b'/', Some(b'*')) => {
                    depth += 1;
                    i += 2;
                }
                (b'*', Some(b'/')) => {
                    depth -= 1;
                    i += 2;
                }
                _ => i += 1,
            }
        }
        let mut length = i;
        if depth > 0 {
            self.fault(FaultKind::UnterminatedComment, 2);
            if !self.comment_cut {
                self.comment_cut = true;
                length = line_length(rest);
            }
        } else if rest[..length].contains('\n') {
            self.line_has_token = false;
        }
        self.push(TokenKind::BlockComment, length);
    }

    /// `opening` is the length of what stands before the text, with its quote.
    fn string(&mut self, opening: usize, kind: TokenKind) {
        let rest = &self.source[self.at..];
        let bytes = rest.as_bytes();
        let mut i = opening;
        while i < bytes.len() && bytes[i] != b'"' {
            i += if bytes[i] == b'\\' { 2 } else { 1 };
        }
        let closed = i < bytes.len();
        let whole = if closed { i + 1 } else { rest.len() };
        let cut = self.mend(whole, closed);
        if !closed || cut.is_some() {
            self.fault(FaultKind::UnterminatedString, opening);
        }
        self.push(kind, cut.unwrap_or(whole));
    }

    /// `opening` is the length of `r` or `br`.
    fn raw_string(&mut self, opening: usize, kind: TokenKind) {
        let rest = &self.source[self.at..];
        let hashes = length_while(&rest[opening..], |c| c == '#');
        let text = opening + hashes + 1;
        if !rest[opening + hashes..].starts_with('"') {
            self.push(TokenKind::Unknown, opening + hashes);
            return;
        }
        let ending = format!("\"{}", &rest[opening..opening + hashes]);
        if let Some(found) = rest[text..].find(&ending) {
            self.push(kind, text + found + ending.len());
            return;
        }
        self.fault(FaultKind::UnterminatedString, text);
        let cut = self.mend(rest.len(), false);
        self.push(kind, cut.unwrap_or(rest.len()));
    }

    /// Where the string here should end, if its closing quote seems to be missing.
    fn mend(&mut self, whole: usize, closed: bool) -> Option<usize> {
        if !self.mend || self.budget < whole {
            return None;
        }
        let length = quotes::mend(&self.source[self.at..], whole, closed)?;
        self.budget -= whole;
        self.out.cut = true;
        Some(length)
    }

    fn char(&mut self, prefix: usize) {
        let rest = &self.source[self.at + prefix..];
        if let Some(length) = quotes::char_length(rest) {
            self.push(TokenKind::Char, prefix + length);
            return;
        }
        let end = 1 + rest[1..].find(['\'', '\n']).unwrap_or(rest.len() - 1);
        if rest[end..].starts_with('\'') {
            self.fault(FaultKind::SingleQuotes, prefix + end + 1);
            self.push(TokenKind::WrongQuotes, prefix + end + 1);
        } else {
            self.push(TokenKind::Unknown, prefix + 1);
        }
    }

    fn smart_string(&mut self, first: char) {
        let rest = &self.source[self.at..];
        let opening = first.len_utf8();
        let text = &rest[opening..];
        let end = text
            .find(|c| c == '\n' || quotes::ends_smart(first, c))
            .unwrap_or(text.len());
        let length = match text[end..].chars().next() {
            Some(closing) if closing != '\n' => opening + end + closing.len_utf8(),
            _ => opening + text[..end].trim_end_matches([',', ' ', '\r']).len(),
        };
        self.fault(FaultKind::SmartQuotes, length);
        self.push(TokenKind::WrongQuotes, length);
    }
}

fn length_while(text: &str, holds: impl Fn(char) -> bool) -> usize {
    text.find(|c| !holds(c)).unwrap_or(text.len())
}

/// Up to the end of the line, without its newline.
fn line_length(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

/// What RON takes for white space.
fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '\x0B'
            | '\x0C'
            | '\u{85}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'
            | '\u{2029}'
    )
}

/// What looks like white space, or like nothing, and isn't allowed between tokens.
fn is_odd_space(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

/// Wider than RON's identifiers: any letter outside ASCII that isn't a space or a quotation mark.
fn is_ident_start(c: char) -> bool {
    c == '_' || c.is_ascii_alphabetic() || (!c.is_ascii() && is_ident_char(c))
}

fn is_ident_char(c: char) -> bool {
    if c.is_ascii() {
        c == '_' || c.is_ascii_alphanumeric()
    } else {
        !is_space(c) && !is_odd_space(c) && !c.is_control() && !quotes::is_smart(c)
    }
}

fn is_raw_ident_char(c: char) -> bool {
    matches!(c, '.' | '+' | '-') || is_ident_char(c)
}

fn is_raw_string(text: &str) -> bool {
    text.starts_with("r\"") || text.starts_with("r#\"") || text.starts_with("r##")
}

fn is_raw_identifier(text: &str) -> bool {
    text.strip_prefix("r#")
        .is_some_and(|name| name.starts_with(is_raw_ident_char))
}

fn starts_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let signed = unsigned.len() < text.len();
    unsigned
        .strip_prefix('.')
        .unwrap_or(unsigned)
        .starts_with(|c: char| c.is_ascii_digit())
        || (signed && unsigned.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Digits, a point, an exponent, a suffix, whatever they make together: whether it is a number is
/// judged when it is read. It ends before `..`.
fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut i = usize::from(matches!(bytes[0], b'+' | b'-'));
    while i < bytes.len() {
        let takes = match bytes[i] {
            b'.' => bytes.get(i + 1) != Some(&b'.'),
            b'+' | b'-' => matches!(bytes[i - 1], b'e' | b'E'),
            other => other == b'_' || other.is_ascii_alphanumeric(),
        };
        if !takes {
            break;
        }
        i += 1;
    }
    i
}
