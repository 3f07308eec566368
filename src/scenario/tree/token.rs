//! The words of a scenario file: every byte of the text belongs to exactly one token.

use crate::scenario::tree::TextRange;

/// What a token is. Spaces, comments and things that should not be there are tokens too, so that
/// putting the tokens one after another gives the file back, byte for byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    Space,
    LineComment,
    BlockComment,
    /// A byte order mark, a no-break space, an invisible character: skipped.
    OddSpace,
    Ident,
    /// `r#name`.
    RawIdent,
    Number,
    /// `"…"`, escapes and all.
    Str,
    /// `r#"…"#`.
    RawStr,
    /// `b"…"` and `br#"…"#`.
    ByteStr,
    /// `'x'` and `b'x'`.
    Char,
    /// `“…”`, or `'…'` around more than one character: read as if it were `"…"`.
    WrongQuotes,
    Open(Bracket),
    Close(Bracket),
    Colon,
    Comma,
    /// `..` and `..=`.
    Dots,
    Hash,
    /// Anything else: one character.
    Unknown,
}

impl TokenKind {
    /// Whether the grammar looks past it.
    pub fn is_trivia(self) -> bool {
        matches!(
            self,
            Self::Space | Self::LineComment | Self::BlockComment | Self::OddSpace
        )
    }

    /// Whether it is a string of some kind, rightly quoted or not.
    pub fn is_string(self) -> bool {
        matches!(self, Self::Str | Self::RawStr | Self::WrongQuotes)
    }
}

/// The three pairs of brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bracket {
    Paren,
    List,
    Map,
}

impl Bracket {
    /// How it is opened.
    pub fn open(self) -> char {
        match self {
            Self::Paren => '(',
            Self::List => '[',
            Self::Map => '{',
        }
    }

    /// How it is closed.
    pub fn close(self) -> char {
        match self {
            Self::Paren => ')',
            Self::List => ']',
            Self::Map => '}',
        }
    }
}

/// One token and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub kind: TokenKind,
    pub range: TextRange,
}
