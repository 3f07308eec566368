//! Values as RON text, and edits of one field of a row.

use std::fmt::Write as _;

use crate::author::edit::Edit;
use crate::diag::FileId;
use crate::diag::Span;
use crate::scenario::outdented;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::TextRange;
use crate::scenario::tree::TokenKind;

/// A text as a literal. Of several lines it becomes a block that stands `indent` columns in.
pub(super) fn text(text: &str, indent: usize) -> String {
    let is_block = text.contains('\n') && !text.chars().any(|c| c.is_control() && c != '\n');
    if is_block && outdented(&format!("\n{text}\n")) == text {
        let mut hashes = "#".to_owned();
        while text.contains(&format!("\"{hashes}")) {
            hashes.push('#');
        }
        let mut out = format!("r{hashes}\"\n");
        for line in text.split('\n') {
            if !line.is_empty() {
                out.push_str(&" ".repeat(indent + 4));
                out.push_str(line);
            }
            out.push('\n');
        }
        out.push_str(&" ".repeat(indent));
        let _ = write!(out, "\"{hashes}");
        return out;
    }
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            letter if letter.is_control() => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// A list of texts on one line.
pub(super) fn list(texts: &[String]) -> String {
    let texts: Vec<_> = texts.iter().map(|one| text(one, 0)).collect();
    format!("[{}]", texts.join(", "))
}

/// How far the line on which a row begins is moved in.
pub(super) fn indent_of(node: Node<'_>) -> usize {
    let source = node.tree().source();
    let before = &source[..node.range().start as usize];
    let line = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = &source[line..];
    line.len() - line.trim_start_matches(' ').len()
}

/// A field's name, behind which others it goes if it is new, and its value; `None` takes it out.
pub(super) type Field = (&'static str, &'static [&'static str], Option<String>);

/// The edits that give a row these fields. A new field takes the place of one that goes, or follows the last of those that
/// it is to stand behind.
pub(super) fn edits(file: FileId, row: Node<'_>, fields: &[Field]) -> Vec<Edit> {
    let find = |name: &str| {
        let mut all = row.kids().filter(|kid| kid.kind() == NodeKind::Field);
        all.find(|field| field.name() == Some(name))
    };
    let span = |range: TextRange| Span::new(file, range.start, range.end);
    let mut edits = Vec::new();
    let mut going: Vec<Node<'_>> = Vec::new();
    let mut coming: Vec<(&str, &[&str], &str)> = Vec::new();
    for (name, anchors, value) in fields {
        match (find(name), value) {
            (Some(field), Some(value)) => {
                let old = field.value().unwrap_or(field);
                edits.push(Edit::new(span(old.range()), value.as_str()));
            }
            (Some(field), None) => going.push(field),
            (None, Some(value)) => coming.push((name, anchors, value)),
            (None, None) => {}
        }
    }
    let pairs = going.len().min(coming.len());
    for (field, (name, _, value)) in going.drain(..pairs).zip(coming.drain(..pairs)) {
        edits.push(Edit::new(span(field.range()), format!("{name}: {value}")));
    }
    edits.extend(
        going
            .iter()
            .map(|field| Edit::delete(span(without(*field)))),
    );
    for (name, anchors, value) in coming {
        let stays = |field: &Node<'_>| going.iter().all(|gone| gone.id() != field.id());
        let all = || {
            row.kids()
                .filter(|kid| kid.kind() == NodeKind::Field)
                .filter(stays)
        };
        let is_anchor = |field: &Node<'_>| field.name().is_some_and(|name| anchors.contains(&name));
        let Some(anchor) = all().filter(is_anchor).last().or_else(|| all().next()) else {
            continue;
        };
        let separator = if value.contains('\n') {
            format!(",\n{}", " ".repeat(indent_of(row) + 4))
        } else {
            ", ".to_owned()
        };
        let at = anchor.range().end;
        edits.push(Edit::insert(
            file,
            at,
            format!("{separator}{name}: {value}"),
        ));
    }
    edits
}

/// The stretch to take out so that nothing of a field or row is left: its comma, and its line if it had it for itself.
pub(super) fn without(part: Node<'_>) -> TextRange {
    let tree = part.tree();
    let source = tree.source();
    let range = part.range();
    let mut end = range.end as usize;
    let after = tree
        .tokens()
        .partition_point(|token| token.range.start < range.end);
    let next = tree.tokens()[after..]
        .iter()
        .find(|token| !token.kind.is_trivia());
    if let Some(comma) = next.filter(|token| token.kind == TokenKind::Comma) {
        end = comma.range.end as usize;
    }
    let mut start = range.start as usize;
    let line_start = source[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let rest = &source[end..];
    let blank = rest.len() - rest.trim_start_matches(' ').len();
    let is_alone = source[line_start..start].trim().is_empty();
    if is_alone && rest[blank..].starts_with('\n') {
        start = line_start;
        end += blank + 1;
    } else {
        end += blank;
    }
    TextRange::new(start, end)
}
