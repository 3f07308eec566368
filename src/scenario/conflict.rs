//! The marks that a version control system leaves where two people changed the same lines.

use std::ops::Range;

use crate::scenario::tree::TokenKind;
use crate::scenario::tree::Tree;

/// How often the sign of a mark is repeated.
const REPEATED: usize = 7;

/// Where the first mark of a conflict that nobody has resolved stands, to the end of its line.
///
/// Marks of both sides with the line between them are a conflict wherever they stand, also inside a text. A mark that was
/// left alone is one only where nothing but marks begins like this: not in a text, whose mails may quote others'.
pub fn first(text: &str) -> Option<Range<usize>> {
    let ours = marks(text, '<').next();
    let theirs = marks(text, '>').next();
    if ours.is_none() && theirs.is_none() {
        return None;
    }
    let between = ours.and_then(|ours| marks(text, '=').find(|mark| mark.start > ours.start));
    let last = between.and_then(|mark| marks(text, '>').find(|end| end.start > mark.start));
    if last.is_some() {
        return marks(text, '<').next();
    }
    let tree = Tree::parse(text);
    let mut alone = marks(text, '<').chain(marks(text, '>'));
    alone.find(|mark| {
        let tokens = tree.tokens();
        let after = tokens.partition_point(|token| token.range.bytes().end <= mark.start);
        let inside = tokens.get(after).map(|token| token.kind);
        !matches!(
            inside,
            Some(
                TokenKind::Str
                    | TokenKind::RawStr
                    | TokenKind::LineComment
                    | TokenKind::BlockComment
            )
        )
    })
}

/// The lines that are marks of this sign.
fn marks(text: &str, sign: char) -> impl Iterator<Item = Range<usize>> {
    let sought = sign.to_string().repeat(REPEATED);
    let found: Vec<usize> = text.match_indices(&sought).map(|(at, _)| at).collect();
    let lines = found.into_iter().filter_map(move |at| {
        let begins = at == 0 || text[..at].ends_with('\n');
        let line = text[at..].lines().next()?;
        let rest = &line[REPEATED..];
        (begins && (rest.is_empty() || rest.starts_with(' '))).then(|| at..at + line.len())
    });
    lines.collect::<Vec<_>>().into_iter()
}
