//! How far a condition is from holding, and what it lacks: for whoever looks for the play that comes nearest.

use crate::model::expr::ExprSource;
use crate::model::expr::Read;
use crate::model::id::Names;
use crate::script::reads;

/// What a truth that is not as it should be counts, beside numbers that count their difference.
const TRUTH: i64 = 25;
/// The most that one part of a condition counts.
const MOST: i64 = 1_000_000;

/// How far a condition is from holding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gap {
    /// 0 if it holds; less is nearer. Differences of numbers add up where all parts must hold, the least counts where one is enough.
    pub size: i64,
    /// The parts that it lacks, in the order of the text; empty for a condition that only the interpreter can judge.
    pub lacks: Vec<Lack>,
}

/// A part of a condition that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lack {
    pub read: Read,
    /// `>=`, `==` and the like, as it must be; truths are compared with 0 and 1.
    pub sign: &'static str,
    pub wanted: i64,
    /// What it reads now.
    pub is: i64,
}

impl Gap {
    /// The gap of a condition of which nothing more is known than whether it holds.
    pub(super) fn of(holds: bool) -> Self {
        Self {
            size: if holds { 0 } else { TRUTH },
            lacks: Vec::new(),
        }
    }

    /// The gap of one part, which must be as `sign` and `wanted` say.
    pub(super) fn part(read: Read, sign: &'static str, wanted: i64, is: i64) -> Self {
        let off = wanted.saturating_sub(is).saturating_abs();
        let size = match (sign, read.gives()) {
            (_, crate::model::expr::Gives::Truth) => TRUTH,
            ("<" | ">", _) => off.saturating_add(1),
            ("!=", _) => 1,
            _ => off,
        };
        Self {
            size: size.clamp(1, MOST),
            lacks: vec![Lack {
                read,
                sign,
                wanted,
                is,
            }],
        }
    }

    /// All must hold.
    pub(super) fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut sum = Self::default();
        for part in parts {
            sum.size = sum.size.saturating_add(part.size);
            sum.lacks.extend(part.lacks);
        }
        sum
    }

    /// One is enough.
    pub(super) fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let nearest = parts.into_iter().min_by_key(|part| part.size);
        nearest.unwrap_or_else(|| Self::of(false))
    }
}

/// The reading that a dotted name means, `trust.ncert.mfa` for one.
pub fn reading(text: &str, names: &Names) -> Option<Read> {
    let mut words = text.split('.');
    let root = words.next()?;
    let words: Vec<&str> = words.collect();
    reads::read(root, &words, names)
}

/// How the author of an expression has written one of its readings; the root alone is never enough.
pub fn spelled(source: &ExprSource, read: Read, names: &Names) -> Option<String> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '.';
    let mut words = source.text.split(|letter| !is_name(letter));
    words
        .find(|word| reading(word, names) == Some(read))
        .map(str::to_owned)
}
