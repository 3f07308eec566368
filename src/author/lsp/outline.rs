//! What is in a file: its rows under its fields, and in a script its functions.

use std::path::Path;

use serde_json::Value;
use serde_json::json;

use crate::author::lsp::describe;
use crate::author::lsp::place;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::TextRange;
use crate::scenario::tree::Tree;

/// The protocol's numbers for kinds of symbols.
const FIELD: u8 = 8;
const FUNCTION: u8 = 12;
const ARRAY: u8 = 18;
const OBJECT: u8 = 19;

/// The outline of a file.
pub(super) fn symbols(path: &Path, text: &str) -> Value {
    if path.extension().is_some_and(|kind| kind == "rhai") {
        return functions(text);
    }
    let tree = Tree::parse(text);
    let fields = tree.value().into_iter().flat_map(Node::kids);
    let fields = fields.filter(|field| field.kind() == NodeKind::Field);
    fields.filter_map(|field| symbol(text, field)).collect()
}

/// A field of the file with the rows in it.
fn symbol(text: &str, field: Node<'_>) -> Option<Value> {
    let value = field.value()?;
    let rows = rows(text, value);
    let kind = if value.kind() == NodeKind::List {
        ARRAY
    } else {
        FIELD
    };
    let detail = if rows.is_empty() {
        describe::short(value.text())
    } else {
        rows.len().to_string()
    };
    Some(json!({
        "name": field.name()?,
        "detail": detail,
        "kind": kind,
        "range": ranged(text, field.range()),
        "selectionRange": ranged(text, field.name_range()?),
        "children": rows,
    }))
}

/// The rows with an id below a value, each with those below it.
fn rows(text: &str, value: Node<'_>) -> Vec<Value> {
    let mut rows = Vec::new();
    for kid in value.kids() {
        match kid.kind() {
            NodeKind::Field | NodeKind::List => {
                let inner = if kid.kind() == NodeKind::Field {
                    kid.value()
                } else {
                    Some(kid)
                };
                if let Some(inner) = inner.filter(|inner| inner.kind() == NodeKind::List) {
                    rows.extend(self::rows(text, inner));
                }
            }
            NodeKind::Struct => match kid.field("id") {
                Some(id) => rows.push(json!({
                    "name": id.text().trim_matches('"'),
                    "detail": describe::title(kid).unwrap_or_default(),
                    "kind": OBJECT,
                    "range": ranged(text, kid.range()),
                    "selectionRange": ranged(text, id.range()),
                    "children": self::rows(text, kid),
                })),
                None => rows.extend(self::rows(text, kid)),
            },
            _ => {}
        }
    }
    rows
}

fn ranged(text: &str, range: TextRange) -> place::Range {
    place::range(text, range.bytes())
}

/// The functions of a script, each from its name to the next.
fn functions(text: &str) -> Value {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(rest) = line.strip_prefix("fn ") {
            let end = rest.find('(').unwrap_or(rest.trim_end().len());
            let name = rest[..end].trim();
            if !name.is_empty() {
                let range = place::range(text, at..at + line.trim_end().len());
                found.push(json!({
                    "name": name,
                    "kind": FUNCTION,
                    "range": range,
                    "selectionRange": range,
                }));
            }
        }
        at += line.len();
    }
    Value::Array(found)
}
