//! Places in a text as the protocol counts them: lines from 0, and within a line UTF-16 units from 0.

use std::ops;

use serde::Deserialize;
use serde::Serialize;

/// A place between two characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) character: usize,
}

/// A stretch of a text; the end is behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Range {
    pub(super) start: Position,
    pub(super) end: Position,
}

/// The byte of a place; what is behind a line's end or the text's is its end.
pub(super) fn offset(text: &str, position: Position) -> usize {
    let start = match position.line {
        0 => 0,
        line => match text.match_indices('\n').nth(line - 1) {
            Some((at, _)) => at + 1,
            None => return text.len(),
        },
    };
    let line = text[start..].split('\n').next().unwrap_or_default();
    let line = line.strip_suffix('\r').unwrap_or(line);
    let mut units = 0;
    for (at, letter) in line.char_indices() {
        // A place in the middle of a letter of two units is taken as before it.
        if units + letter.len_utf16() > position.character {
            return start + at;
        }
        units += letter.len_utf16();
    }
    start + line.len()
}

/// The place of a byte.
pub(super) fn position(text: &str, offset: usize) -> Position {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    Position {
        line: before.matches('\n').count(),
        character: before[start..].encode_utf16().count(),
    }
}

/// The stretch of some bytes.
pub(super) fn range(text: &str, bytes: ops::Range<usize>) -> Range {
    Range {
        start: position(text, bytes.start),
        end: position(text, bytes.end),
    }
}

/// The text after an editor's change: a stretch replaced, or all of it if none is named.
pub(super) fn changed(text: String, range: Option<Range>, new: &str) -> String {
    let Some(range) = range else {
        return new.to_owned();
    };
    let start = offset(&text, range.start);
    let end = offset(&text, range.end).max(start);
    format!("{}{new}{}", &text[..start], &text[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_utf_16() {
        let text = "aé😀b\r\nzwei\n";
        for offset in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            let is_between_line_ends = text[..offset].ends_with('\r');
            if !is_between_line_ends {
                assert_eq!(super::offset(text, position(text, offset)), offset);
            }
        }
        assert_eq!(
            position(text, 7),
            Position {
                line: 0,
                character: 4
            }
        );
        let beyond = Position {
            line: 0,
            character: 99,
        };
        assert_eq!(offset(text, beyond), 8);
        assert_eq!(
            offset(
                text,
                Position {
                    line: 9,
                    character: 0
                }
            ),
            text.len()
        );
    }
}
