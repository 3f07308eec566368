//! Two versions of a scenario beside each other: which rows are new, gone, worded otherwise or changed in what they do.
//!
//! Rows are compared by their ids, wherever in the files they stand; comments, layout and order are no difference.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::scenario;
use crate::scenario::Package;
use crate::scenario::overlay;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::Tree;

/// What stands in no row: title, turns, minutes.
const HEAD: &str = "scenario";

/// How a row differs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    New,
    Gone,
    /// Only texts that people read, in these fields.
    Reworded(Vec<String>),
    /// What it does, in these fields; further texts may differ as well.
    Changed(Vec<String>),
}

/// A row that differs, named by where it stands: `decisions.merrin.choices.wait`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    pub name: String,
    pub difference: Difference,
}

/// What is written otherwise, by the rows' names.
pub fn rows(old: &Package, new: &Package) -> Vec<Row> {
    let (before, after) = (Leaves::of(old), Leaves::of(new));
    let names: BTreeSet<&String> = before.rows.keys().chain(after.rows.keys()).collect();
    let row = |name: &String| {
        let difference = match (before.rows.get(name), after.rows.get(name)) {
            (None, _) => Difference::New,
            (_, None) => Difference::Gone,
            (Some(old), Some(new)) => fields(old, new)?,
        };
        Some(Row {
            name: name.clone(),
            difference,
        })
    };
    names.into_iter().filter_map(row).collect()
}

/// The fields of a row: a leaf's path below the row, and its text without layout.
type Fields = BTreeMap<String, String>;

fn fields(old: &Fields, new: &Fields) -> Option<Difference> {
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let differ: Vec<&String> = names
        .into_iter()
        .filter(|name| old.get(*name) != new.get(*name))
        .collect();
    let is_text = |name: &str| {
        let field = name
            .split('.')
            .find(|part| !part.bytes().all(|byte| byte.is_ascii_digit()));
        field.is_some_and(overlay::is_text_field)
    };
    let (texts, others): (Vec<&String>, Vec<&String>) =
        differ.into_iter().partition(|name| is_text(name));
    let owned = |names: Vec<&String>| names.into_iter().cloned().collect();
    match (others.is_empty(), texts.is_empty()) {
        (true, true) => None,
        (true, false) => Some(Difference::Reworded(owned(texts))),
        (false, _) => Some(Difference::Changed(owned(others))),
    }
}

/// All rows of a scenario with their fields.
#[derive(Default)]
struct Leaves {
    rows: BTreeMap<String, Fields>,
}

impl Leaves {
    fn of(package: &Package) -> Self {
        let mut leaves = Self::default();
        for (_, text) in overlay::row_files(package) {
            let tree = Tree::parse(text);
            let Some(value) = tree.value() else { continue };
            for field in value.kids() {
                let Some((name, value)) = field.name().zip(field.value()) else {
                    continue;
                };
                match value.kind() {
                    // Which files there are is layout.
                    _ if name == "files" => {}
                    NodeKind::Struct => leaves.take(value, name, ""),
                    NodeKind::List if has_ids(value) => leaves.take(value, "", name),
                    _ => leaves.take(value, HEAD, name),
                }
            }
        }
        leaves
    }

    /// Takes in what stands below a row, under `field` in it.
    fn take(&mut self, node: Node<'_>, row: &str, field: &str) {
        match node.kind() {
            NodeKind::List if has_ids(node) => {
                for (number, kid) in (1_usize..).zip(node.kids()) {
                    let part = id(kid).unwrap_or_else(|| number.to_string());
                    let place = joined(row, field);
                    self.take(kid, &joined(&place, &part), "");
                }
            }
            NodeKind::Struct if node.name().is_none() => {
                self.rows.entry(row.to_owned()).or_default();
                for kid in node.kids() {
                    if let Some((name, value)) = kid.name().zip(kid.value()) {
                        self.take(value, row, &joined(field, name));
                    }
                }
            }
            _ => {
                let text = plain(node);
                let fields = self.rows.entry(row.to_owned()).or_default();
                fields.insert(field.to_owned(), text);
            }
        }
    }
}

fn joined(path: &str, part: &str) -> String {
    match (path, part) {
        ("", part) => part.to_owned(),
        (path, "") => path.to_owned(),
        (path, part) => format!("{path}.{part}"),
    }
}

fn has_ids(list: Node<'_>) -> bool {
    list.kids().next().is_some_and(|kid| id(kid).is_some())
}

/// The id of a row, if it has one.
fn id(node: Node<'_>) -> Option<String> {
    let id = node.field("id")?.text();
    Some(id.trim_matches('"').to_owned())
}

/// A node's text without spaces, comments and what else is layout: a text by what it says, apart from
/// how far all of it is moved in, a list without its last comma.
fn plain(node: Node<'_>) -> String {
    if let Some(said) = overlay::said(node) {
        return scenario::outdented(&said);
    }
    let mut out = String::new();
    let range = node.range().bytes();
    let tree = node.tree();
    let within = tree.tokens().iter().filter(|token| {
        let own = token.range.bytes();
        range.start <= own.start && own.end <= range.end && !token.kind.is_trivia()
    });
    for token in within {
        let text = tree.text(token.range);
        if matches!(text, ")" | "]" | "}") && out.ends_with(',') {
            out.pop();
        }
        out.push_str(text);
    }
    out
}
