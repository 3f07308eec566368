//! The lines of a scenario that a person reads, found in its files by the names of their fields.

use std::fmt::Write as _;

use sha2::Digest;
use sha2::Sha256;

use crate::diag::FileId;
use crate::model::date::Date;
use crate::scenario::folder::named_files;
use crate::scenario::package::ENTRY;
use crate::scenario::package::Package;
use crate::scenario::read::read;
use crate::scenario::resolve::outdented;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::Tree;

/// The fields whose text a person reads.
const READ: &[&str] = &[
    "about",
    "aims",
    "authority",
    "body",
    "brief",
    "confirmed",
    "content_note",
    "from_other",
    "label",
    "learn",
    "legal",
    "limits",
    "modelled_on",
    "name",
    "note",
    "officer",
    "political",
    "reading",
    "reality",
    "remark",
    "seen",
    "short",
    "stops_note",
    "summary",
    "tagline",
    "technical",
    "text",
    "title",
    "unless",
    "why",
];
/// The fields of a duty whose text a person reads, and which elsewhere hold an id.
const OF_LAW: &[&str] = &["source", "valid_from"];
/// The lists of tuples of which one part is such a text: the field, and which part.
const TUPLES: &[(&str, usize)] = &[("baselines", 3), ("aliases", 1)];
/// The blocks in which `body` is an organisation's id.
const BODIES_ARE_IDS: &[&str] = &["clubs", "effects"];

/// One text of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands: `injects.nurse.title`. Rows go by their ids, others by their place in the list, from 1.
    pub id: String,
    /// The file it stands in.
    pub file: String,
    /// The bytes of its literal there, from and to.
    pub range: (usize, usize),
    /// What it says, without common indentation.
    pub text: String,
}

impl Line {
    /// What a translation of it is made for.
    pub fn lock(&self) -> String {
        lock(&self.text)
    }
}

/// A short hash of a text: the first eight hexadecimal digits of its SHA-256.
pub fn lock(text: &str) -> String {
    let sum = Sha256::digest(text.as_bytes());
    sum.iter().take(4).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Whether a field of this name has a text that people read.
pub fn is_text_field(name: &str) -> bool {
    READ.contains(&name)
}

/// The files with a scenario's rows, the entry first: names and texts.
pub fn row_files(package: &Package) -> Vec<(String, &str)> {
    let entry = package.file(ENTRY).unwrap_or_default();
    let names = std::iter::once(ENTRY.to_owned()).chain(named_files(entry));
    let texts = names.filter_map(|name| {
        let text = std::str::from_utf8(package.file(&name)?).ok()?;
        Some((name, text))
    });
    texts.collect()
}

/// All lines of a scenario, in the order of its files.
pub fn lines(package: &Package) -> Vec<Line> {
    let mut found = Vec::new();
    for (name, text) in row_files(package) {
        let tree = Tree::parse(text);
        if let Some(value) = tree.value() {
            walk(value, &mut Vec::new(), &name, &mut found);
        }
    }
    found
}

/// What a literal says, if it is a text.
pub fn said(node: Node<'_>) -> Option<String> {
    let is_text = node.kind() == NodeKind::Literal && node.first_token().kind.is_string();
    is_text.then(|| read::<String>(node, FileId::default(), &mut Vec::new()))?
}

fn walk(node: Node<'_>, path: &mut Vec<String>, file: &str, found: &mut Vec<Line>) {
    match node.kind() {
        NodeKind::Struct => {
            for field in node.kids() {
                if let (Some(name), Some(value)) = (field.name(), field.value()) {
                    path.push(name.to_owned());
                    walk(value, path, file, found);
                    path.pop();
                }
            }
        }
        NodeKind::List | NodeKind::Tuple => {
            for (number, kid) in (1_usize..).zip(node.kids()) {
                let id = kid.field("id").and_then(said);
                path.push(id.unwrap_or_else(|| number.to_string()));
                walk(kid, path, file, found);
                path.pop();
            }
        }
        NodeKind::Literal if is_read(path) => {
            // A day is the same in every language.
            if let Some(text) = said(node).filter(|text| Date::parse(text).is_none()) {
                let range = node.range().bytes();
                let text = outdented(&text);
                if !text.is_empty() {
                    found.push(Line {
                        id: path.join("."),
                        file: file.to_owned(),
                        range: (range.start, range.end),
                        text,
                    });
                }
            }
        }
        _ => {}
    }
}

/// Whether what stands here is read by people.
fn is_read(path: &[String]) -> bool {
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let named = path.iter().rev().find(|part| !is_number(part));
    let Some(field) = named.map(String::as_str) else {
        return false;
    };
    let after = path.iter().rev().take_while(|part| is_number(part)).count();
    if let Some((_, part)) = TUPLES.iter().find(|(name, _)| *name == field) {
        return after == 2 && path.last().is_some_and(|last| *last == part.to_string());
    }
    let is_id = field == "body"
        && path
            .iter()
            .any(|part| BODIES_ARE_IDS.contains(&part.as_str()));
    let is_of_duty = path.first().is_some_and(|part| part == "duties");
    let is_of_law = is_of_duty && OF_LAW.contains(&field) && path[2..].first() == named;
    (READ.contains(&field) || is_of_law) && after <= 1 && !is_id
}
