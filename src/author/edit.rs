//! Edits of authored text: what changes is replaced where it stands, and every other byte stays as its author left it.
//!
//! Whoever changes a scenario's files (fixes, formatting, renaming, a spreadsheet's import) makes a list of [`Edit`]s from
//! spans of one and the same [`Sources`], and [`apply`] makes all of them together or none.

use std::collections::BTreeMap;

use crate::diag::FileId;
use crate::diag::Fix;
use crate::diag::Sources;
use crate::diag::Span;

/// Text to put in the place of a span. An empty span inserts before the byte it names; an empty text deletes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

impl Edit {
    /// Replaces what the span covers.
    pub fn new(span: Span, text: impl Into<String>) -> Self {
        Self {
            span,
            text: text.into(),
        }
    }

    /// Inserts before the byte `at` of a file.
    pub fn insert(file: FileId, at: u32, text: impl Into<String>) -> Self {
        Self::new(Span::new(file, at, at), text)
    }

    /// Takes out what the span covers.
    pub fn delete(span: Span) -> Self {
        Self::new(span, String::new())
    }
}

impl From<&Fix> for Edit {
    fn from(fix: &Fix) -> Self {
        Self::new(fix.span, fix.text.clone())
    }
}

/// Why a list of edits cannot be made. Nothing has been changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// Two edits change the same text, or insert different texts at the same place.
    Overlap { first: Span, second: Span },
    /// A span lies outside its file or cuts a character.
    NoSuchPlace(Span),
}

/// The new texts of the files that change. The same edit given twice is made once.
///
/// # Errors
/// If two of them overlap or a span lies outside its file. Nothing is changed in part.
pub fn apply(sources: &Sources, edits: &[Edit]) -> Result<BTreeMap<FileId, String>, EditError> {
    let mut ordered: Vec<&Edit> = edits.iter().collect();
    ordered.sort_unstable();
    ordered.dedup();
    for pair in ordered.windows(2) {
        let (first, second) = (pair[0].span, pair[1].span);
        let same_place = first.start == second.start && (is_empty(first) == is_empty(second));
        if first.file == second.file && (second.start < first.end || same_place) {
            return Err(EditError::Overlap { first, second });
        }
    }
    let mut texts: BTreeMap<FileId, (String, usize)> = BTreeMap::new();
    for edit in ordered {
        let source = sources.text(edit.span.file);
        let range = edit.span.range();
        let (text, done) = texts.entry(edit.span.file).or_default();
        let (Some(kept), true) = (
            source.get(*done..range.start),
            source.get(range.clone()).is_some(),
        ) else {
            return Err(EditError::NoSuchPlace(edit.span));
        };
        text.push_str(kept);
        text.push_str(&edit.text);
        *done = range.end;
    }
    let finish = |(file, (mut text, done)): (FileId, (String, usize))| {
        text.push_str(&sources.text(file)[done..]);
        (file, text)
    };
    Ok(texts.into_iter().map(finish).collect())
}

/// As many of the edits as can be made together: an edit that overlaps one before it in the list is left out.
pub fn compatible(edits: impl IntoIterator<Item = Edit>) -> Vec<Edit> {
    let mut kept: Vec<Edit> = Vec::new();
    let mut taken: BTreeMap<(FileId, u32), u32> = BTreeMap::new();
    for edit in edits {
        let Span { file, start, end } = edit.span;
        let end = end.max(start);
        let before = taken
            .range(..=(file, start))
            .next_back()
            .filter(|((other, _), _)| *other == file);
        let after = taken
            .range((file, start)..)
            .next()
            .filter(|((other, _), _)| *other == file);
        let is_free = before.is_none_or(|((_, other), until)| *other != start && *until <= start)
            && after.is_none_or(|((_, other), _)| *other != start && end <= *other);
        if is_free {
            taken.insert((file, start), end);
            kept.push(edit);
        }
    }
    kept
}

fn is_empty(span: Span) -> bool {
    span.end <= span.start
}
