//! Wrapping and clipping by what a terminal shows: columns and clusters, not bytes or characters.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::safe::SafeText;

/// Columns that one line takes in a terminal.
pub fn width(line: &str) -> usize {
    UnicodeWidthStr::width(line)
}

/// Breaks a text into lines of at most `columns`, between words where it can; an indented line stays indented.
///
/// Scripts written without spaces break between their wide characters. An empty line stays an empty line.
pub fn wrap(text: &SafeText, columns: usize) -> Vec<SafeText> {
    let mut lines = Vec::new();
    for line in text.as_str().split('\n') {
        wrap_line(line, columns.max(1), &mut lines);
    }
    lines
}

fn wrap_line(line: &str, columns: usize, lines: &mut Vec<SafeText>) {
    if width(line) <= columns {
        lines.push(SafeText::part(line.trim_end()));
        return;
    }
    let body = line.trim_start_matches(' ');
    let indent = line.len() - body.len();
    let indent = if indent * 2 < columns { indent } else { 0 };
    let mut current = " ".repeat(indent);
    let mut taken = indent;
    for piece in pieces(body) {
        let wide = width(piece);
        let is_space = piece.bytes().all(|byte| byte == b' ');
        if taken + wide <= columns {
            // A space at the start of a continued line is the one the break stands for.
            if !(is_space
                && current.len() == indent
                && !lines.is_empty()
                && current.trim().is_empty())
            {
                current.push_str(piece);
                taken += wide;
            }
            continue;
        }
        if current.len() > indent {
            lines.push(SafeText::part(current.trim_end()));
            current = " ".repeat(indent);
            taken = indent;
        }
        if is_space {
            continue;
        }
        for cluster in piece.graphemes(true) {
            let wide = width(cluster);
            if taken + wide > columns && current.len() > indent {
                lines.push(SafeText::part(&current));
                current = " ".repeat(indent);
                taken = indent;
            }
            current.push_str(cluster);
            taken += wide;
        }
    }
    if !current.trim().is_empty() {
        lines.push(SafeText::part(current.trim_end()));
    }
}

/// Words, runs of spaces, and wide characters each by itself.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    #[derive(PartialEq, Clone, Copy)]
    enum Kind {
        Word,
        Space,
        Wide,
    }
    let kind = |cluster: &str| match cluster {
        " " => Kind::Space,
        _ if width(cluster) > 1 => Kind::Wide,
        _ => Kind::Word,
    };
    let mut rest = line;
    std::iter::from_fn(move || {
        let first = kind(rest.graphemes(true).next()?);
        let end = rest
            .grapheme_indices(true)
            .skip(1)
            .find(|(_, cluster)| first == Kind::Wide || kind(cluster) != first)
            .map_or(rest.len(), |(place, _)| place);
        let (piece, later) = rest.split_at(end);
        rest = later;
        Some(piece)
    })
}

/// The first line of a text in at most `columns`, ending in an ellipsis if anything was cut.
pub fn clip(text: &SafeText, columns: usize) -> SafeText {
    let line = text.as_str().split('\n').next().unwrap_or_default();
    if width(line) <= columns && line.len() == text.as_str().len() {
        return text.clone();
    }
    let Some(room) = columns.checked_sub(1) else {
        return SafeText::empty();
    };
    let mut taken = 0;
    let end = line
        .grapheme_indices(true)
        .find(|(_, cluster)| {
            taken += width(cluster);
            taken > room
        })
        .map_or(line.len(), |(place, _)| place);
    SafeText::part(&format!("{}…", line[..end].trim_end()))
}
