//! RON and JSON, both ways, value for value. JSON has no comments, so those stay behind.
//!
//! | RON | JSON |
//! |---|---|
//! | `(id: "x", hours: 2)` | `{"id": "x", "hours": 2}` |
//! | `["a", "b"]` | `["a", "b"]` |
//! | `Cert` | `"#Cert"`; a text that begins with `#` gets a second one |
//! | `(60, 90)` | `{"()": [60, 90]}` |
//! | `Meter(meter: "x", by: 1)` | `{"Meter()": {"meter": "x", "by": 1}}` |
//! | `Call("tide")` | `{"Call()": ["tide"]}` |
//! | `None`, `true` | `null`, `true` |
//! | anything else | `{"ron()": "…"}`, as it stands |
//!
//! A folder is `{"demarche": 1, "files": {"scenario.ron": …, "scripts/tide.rhai": "…"}}`.

use ron::Options;

use crate::author::convert::Unconvertible;
use crate::author::convert::value::Value;
use crate::author::fmt::format;
use crate::scenario::Package;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::TokenKind;
use crate::scenario::tree::Tree;

/// What marks a key that stands for round brackets.
const ROUND: &str = "()";
/// The key under which RON stands as it is.
const RAW: &str = "ron()";
/// Columns that a row may take on one line.
const WIDEST: usize = 130;

/// A scenario's files as one JSON text.
pub fn of_package(package: &Package) -> Result<String, Unconvertible> {
    let mut files = Vec::new();
    for (name, bytes) in package.files() {
        let text =
            std::str::from_utf8(bytes).map_err(|_| Unconvertible::new("convert-not-text", name))?;
        let value = if is_ron(name) {
            let tree = Tree::parse(text);
            if !tree.faults().is_empty() {
                return Err(Unconvertible::new("convert-broken", name));
            }
            tree.value().map_or(Value::Null, value)
        } else {
            Value::Text(text.to_owned())
        };
        files.push((name.to_owned(), value));
    }
    let whole = Value::Object(vec![
        ("demarche".to_owned(), Value::Int(1)),
        ("files".to_owned(), Value::Object(files)),
    ]);
    Ok(whole.pretty())
}

/// Whether there were comments, which JSON cannot carry.
pub fn has_comments(package: &Package) -> bool {
    let ron = package.files().filter(|(name, _)| is_ron(name));
    ron.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok())
        .any(|text| {
            let tree = Tree::parse(text);
            let mut kinds = tree.tokens().iter().map(|token| token.kind);
            kinds.any(|kind| matches!(kind, TokenKind::LineComment | TokenKind::BlockComment))
        })
}

/// The files that a JSON text says.
pub fn to_files(text: &str) -> Result<Vec<(String, String)>, Unconvertible> {
    let whole: Value = serde_json::from_str(text)
        .map_err(|error| Unconvertible::new("convert-bad-json", error))?;
    let Some(Value::Object(files)) = whole
        .get("files")
        .filter(|_| whole.get("demarche") == Some(&Value::Int(1)))
    else {
        return Err(Unconvertible::new("convert-other-json", ""));
    };
    let file = |(name, value): &(String, Value)| {
        let text = match value {
            Value::Text(text) if !is_ron(name) => text.clone(),
            value => {
                let text = ron(value, 0)? + "\n";
                format(&text).map_err(|_| Unconvertible::new("convert-broken", name))?
            }
        };
        Ok((name.clone(), text))
    };
    files.iter().map(file).collect()
}

fn is_ron(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, ending)| ending == "ron")
}

/// A node as JSON.
fn value(node: Node<'_>) -> Value {
    let raw = || Value::Object(vec![(RAW.to_owned(), Value::Text(node.text().to_owned()))]);
    let values = |node: Node<'_>| Value::List(node.kids().map(value).collect());
    let fields = |node: Node<'_>| {
        let fields = node.kids().filter(|kid| kid.kind() == NodeKind::Field);
        let field = |field: Node<'_>| Some((field.name()?.to_owned(), value(field.value()?)));
        fields
            .map(field)
            .collect::<Option<Vec<_>>>()
            .map(Value::Object)
    };
    let round = |value: Value| {
        let name = node.name().unwrap_or_default();
        Value::Object(vec![(format!("{name}{ROUND}"), value)])
    };
    // A name that is written as a raw one stays with its row as it is.
    let is_odd = |node: Node<'_>| {
        let own = std::iter::once(node).chain(node.kids());
        let mut names = own.filter_map(|node| Some(node.tree().text(node.name_range()?)));
        names.any(|name| named(name).is_err())
    };
    match node.kind() {
        NodeKind::List => values(node),
        NodeKind::Struct | NodeKind::Tuple if is_odd(node) => raw(),
        NodeKind::Struct => match (node.name(), fields(node)) {
            (_, None) => raw(),
            (None, Some(fields)) => fields,
            (Some(_), Some(fields)) => round(fields),
        },
        NodeKind::Tuple => round(values(node)),
        NodeKind::Word => match node.text() {
            "None" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            word if word.starts_with("r#") => raw(),
            word => Value::Text(format!("#{word}")),
        },
        NodeKind::Literal => literal(node).unwrap_or_else(raw),
        _ => raw(),
    }
}

fn literal(node: Node<'_>) -> Option<Value> {
    match node.first_token().kind {
        TokenKind::Str | TokenKind::RawStr => {
            let text = Options::default().from_str::<String>(node.text()).ok()?;
            let text = if text.starts_with('#') {
                format!("#{text}")
            } else {
                text
            };
            Some(Value::Text(text))
        }
        // Numbers in other notations stay as they are.
        TokenKind::Number => {
            let number: i64 = node.text().parse().ok()?;
            (number.to_string() == node.text()).then_some(Value::Int(number))
        }
        _ => None,
    }
}

/// A value as RON, on one line where it fits.
fn ron(value: &Value, indent: usize) -> Result<String, Unconvertible> {
    Ok(match value {
        Value::Null => "None".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Float(number) => return Err(Unconvertible::new("convert-fraction", number)),
        Value::Text(text) => match text.strip_prefix('#') {
            Some(rest) if rest.starts_with('#') => string(rest),
            Some(word) => named(word)?.to_owned(),
            None => string(text),
        },
        Value::List(values) => {
            let items = values.iter().map(|value| ron(value, indent + 4));
            bracket("", '[', &items.collect::<Result<Vec<_>, _>>()?, ']', indent)
        }
        Value::Object(fields) => match fields.as_slice() {
            [(key, Value::Text(text))] if key == RAW => raw(text)?,
            [(key, inner)] if key.ends_with(ROUND) => {
                let name = key.trim_end_matches(ROUND);
                let name = if name.is_empty() { "" } else { named(name)? };
                let items = match inner {
                    Value::List(values) => values
                        .iter()
                        .map(|value| ron(value, indent + 4))
                        .collect::<Result<Vec<_>, _>>()?,
                    Value::Object(fields) => items(fields, indent)?,
                    _ => return Err(Unconvertible::new("convert-bad-round", key)),
                };
                bracket(name, '(', &items, ')', indent)
            }
            fields => bracket("", '(', &items(fields, indent)?, ')', indent),
        },
    })
}

fn items(fields: &[(String, Value)], indent: usize) -> Result<Vec<String>, Unconvertible> {
    let item = |(name, value): &(String, Value)| {
        Ok(format!("{}: {}", named(name)?, ron(value, indent + 4)?))
    };
    fields.iter().map(item).collect()
}

fn bracket(name: &str, open: char, items: &[String], close: char, indent: usize) -> String {
    let flat = format!("{name}{open}{}{close}", items.join(", "));
    if indent + flat.chars().count() <= WIDEST && !flat.contains('\n') {
        return flat;
    }
    let inner = " ".repeat(indent + 4);
    let mut out = format!("{name}{open}\n");
    for item in items {
        out.push_str(&inner);
        out.push_str(item);
        out.push_str(",\n");
    }
    out.push_str(&" ".repeat(indent));
    out.push(close);
    out
}

/// A word that RON takes for one.
fn named(word: &str) -> Result<&str, Unconvertible> {
    let plain = |letter: char| letter == '_' || letter.is_alphanumeric();
    if word.chars().all(plain)
        && word.starts_with(|letter: char| letter == '_' || letter.is_alphabetic())
    {
        Ok(word)
    } else {
        Err(Unconvertible::new("convert-bad-word", word))
    }
}

/// RON that stands in the JSON as it is, if it is one value.
fn raw(text: &str) -> Result<String, Unconvertible> {
    let tree = Tree::parse(text);
    let is_value = tree.faults().is_empty() && tree.root().kids().count() == 1;
    if is_value && tree.value().is_some_and(|value| value.text() == text) {
        Ok(text.to_owned())
    } else {
        Err(Unconvertible::new("convert-bad-ron", text))
    }
}

/// A text as a literal with exactly these characters; of several lines in a raw string, if that can hold it.
pub(super) fn string(text: &str) -> String {
    let is_odd = |letter: char| letter.is_control() && letter != '\n';
    if text.contains('\n') && !text.chars().any(is_odd) {
        let mut hashes = "#".to_owned();
        while text.contains(&format!("\"{hashes}")) {
            hashes.push('#');
        }
        return format!("r{hashes}\"{text}\"{hashes}");
    }
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter.is_control() => {
                out.push_str(&format!("\\u{{{:x}}}", u32::from(letter)))
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}
