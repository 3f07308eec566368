//! The texts that diagnostics point into, and the places in them.

use std::ops::Range;
use std::sync::Arc;

/// A file, by its place in [`Sources`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of a file, in bytes; `end` is behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// The bytes from `start` up to `end` of a file.
    pub fn new(file: FileId, start: u32, end: u32) -> Self {
        Self { file, start, end }
    }

    /// A range of byte offsets in a file.
    pub fn of(file: FileId, range: Range<usize>) -> Self {
        // Files are at most 1 MiB, so what does not fit is behind the end of any of them.
        let offset = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        Self::new(file, offset(range.start), offset(range.end))
    }

    /// A file as a whole, for what has no place in it.
    pub fn whole(file: FileId) -> Self {
        Self::new(file, 0, 0)
    }

    /// The bytes it covers.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end.max(self.start) as usize
    }

    /// A part of this span, as offsets from its start: a place inside an expression, say.
    #[must_use]
    pub fn inner(self, range: Range<usize>) -> Self {
        let start = self.start as usize;
        Self::of(self.file, start + range.start..start + range.end)
    }

    /// From the start of this to the end of `other`, which is in the same file.
    #[must_use]
    pub fn to(self, other: Span) -> Self {
        Self::new(self.file, self.start, other.end)
    }
}

/// Where a reader finds a span: both count from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

/// The files of a scenario as they were read: names and texts. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Arc<Source>>,
}

#[derive(Debug)]
struct Source {
    name: String,
    text: String,
    /// Where each line starts.
    lines: Vec<usize>,
}

impl Sources {
    /// No files yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file; a file that could not be read is added with no text, so that a diagnostic can name it.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let text = text.into();
        let lines = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(place, _)| place + 1))
            .collect();
        self.files.push(Arc::new(Source {
            name: name.into(),
            text,
            lines,
        }));
        FileId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX))
    }

    /// The files in the order they were added.
    pub fn files(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..u32::try_from(self.files.len()).unwrap_or(u32::MAX)).map(FileId)
    }

    /// The name a file was added under; not safe for a terminal as it is.
    pub fn name(&self, file: FileId) -> &str {
        self.source(file).map_or("", |source| &source.name)
    }

    /// The text of a file, as read.
    pub fn text(&self, file: FileId) -> &str {
        self.source(file).map_or("", |source| &source.text)
    }

    /// What a span covers.
    pub fn slice(&self, span: Span) -> &str {
        let text = self.text(span.file);
        let range = span.range();
        &text[floor(text, range.start)..floor(text, range.end)]
    }

    /// Where a span starts.
    pub fn place(&self, span: Span) -> Place {
        let (line, start) = self.line(span.file, span.start as usize);
        let text = self.text(span.file);
        let offset = floor(text, span.start as usize);
        Place {
            line,
            column: text[start..offset].chars().count() + 1,
        }
    }

    /// Where a span ends: the place behind its last character.
    pub fn end(&self, span: Span) -> Place {
        self.place(Span::new(
            span.file,
            span.range().end.try_into().unwrap_or(u32::MAX),
            u32::MAX,
        ))
    }

    /// The place of a line and column, both counted from 1 and the column in characters, as a byte offset.
    pub fn offset(&self, file: FileId, place: Place) -> usize {
        let text = self.text(file);
        let Some(source) = self.source(file) else {
            return 0;
        };
        let Some(start) = source.lines.get(place.line.saturating_sub(1)) else {
            return text.len();
        };
        let line = &text[*start..];
        let line = line.split('\n').next().unwrap_or_default();
        let column = line
            .char_indices()
            .nth(place.column.saturating_sub(1))
            .map_or(line.len(), |(offset, _)| offset);
        start + column
    }

    /// The number of the line that holds a byte, from 1, and where it starts.
    pub(super) fn line(&self, file: FileId, offset: usize) -> (usize, usize) {
        let Some(source) = self.source(file) else {
            return (1, 0);
        };
        let offset = offset.min(source.text.len());
        let line = source.lines.partition_point(|start| *start <= offset);
        (line, source.lines[line - 1])
    }

    fn source(&self, file: FileId) -> Option<&Source> {
        self.files.get(file.0 as usize).map(Arc::as_ref)
    }
}

/// The last character boundary at or before `offset`.
pub(super) fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
