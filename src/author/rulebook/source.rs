//! Reads the documentation comments out of the ledgers' own source text, which is kept in the binary.

use include_dir::Dir;
use include_dir::include_dir;

use crate::model::ledger::Ledger;

static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/engine/ledger");
static MODELS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/model/ledger");
const ADVERSARY: &str = include_str!("../../engine/adversary.rs");
const ADVERSARY_MODEL: &str = include_str!("../../model/adversary.rs");
const ACTS: &str = include_str!("../../engine/act.rs");
const EFFECTS: &str = include_str!("../../model/effect.rs");
const EFFECTS_OF: &str = include_str!("../../scenario/resolve/effects.rs");
const READS: &str = include_str!("../../model/expr.rs");

/// A documented item.
pub(super) struct Item {
    pub(super) name: String,
    pub(super) about: String,
    /// The text from its name to the end of its first lines.
    signature: String,
}

/// The source texts of a ledger's rules: its file and those of the folder beside it.
fn rule_texts(ledger: Ledger) -> Vec<&'static str> {
    let word = ledger.word();
    let whole = RULES.get_file(format!("{word}.rs")).into_iter();
    let parts = RULES.get_dir(word).into_iter().flat_map(Dir::files);
    let mut parts: Vec<_> = parts.collect();
    parts.sort_by_key(|file| file.path());
    whole
        .chain(parts)
        .filter_map(include_dir::File::contents_utf8)
        .collect()
}

fn model_text(ledger: Ledger) -> &'static str {
    MODELS
        .get_file(format!("{}.rs", ledger.word()))
        .and_then(include_dir::File::contents_utf8)
        .unwrap_or_default()
}

/// What a ledger models: the first lines of its parameters and of its rules.
pub(super) fn about(ledger: Ledger) -> String {
    let model = heading(model_text(ledger));
    let rules = rule_texts(ledger)
        .first()
        .map_or_else(String::new, |text| heading(text));
    let rest = rules
        .split_once(": ")
        .map_or(rules.as_str(), |(_, rest)| rest);
    if rest.is_empty() || model.contains(rest) {
        model
    } else {
        format!("{model} {}", capital(rest))
    }
}

/// A text with a large first letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The lines that say what a file is, as one.
fn heading(text: &str) -> String {
    let lines = text.lines().map_while(|line| line.strip_prefix("//!"));
    let lines: Vec<&str> = lines
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join(" ")
}

/// Every item with a documentation, in the order of the text.
fn items(text: &str) -> Vec<Item> {
    let lines: Vec<&str> = text.lines().collect();
    let mut items = Vec::new();
    let mut about: Vec<&str> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let line = line.trim();
        if let Some(doc) = line.strip_prefix("///") {
            about.push(doc.trim());
        } else if line.starts_with('#') {
            // An attribute stands between an item and what is said of it.
        } else {
            // What an item declares is named by its word; constants and uses are no entries.
            let is_item = !line.starts_with("const ")
                && !line.starts_with("pub const ")
                && !line.starts_with("use ");
            if !about.is_empty() && is_item {
                let name = line
                    .trim_start_matches("pub(in crate::engine) ")
                    .trim_start_matches("pub(super) ")
                    .trim_start_matches("pub ")
                    .trim_start_matches("fn ");
                let end = name.find(|c: char| !(c.is_alphanumeric() || c == '_'));
                items.push(Item {
                    name: name[..end.unwrap_or(name.len())].to_owned(),
                    about: about.join(" "),
                    signature: lines[at..lines.len().min(at + 10)].join(" "),
                });
            }
            about.clear();
        }
    }
    items
}

/// The functions that change an exercise by this ledger's rules.
pub(super) fn rules(ledger: Ledger) -> Vec<Item> {
    deciding(rule_texts(ledger).into_iter().flat_map(items))
}

/// What the adversary is, and the functions that are its rules.
pub(super) fn adversary() -> (String, Vec<Item>) {
    (
        heading(ADVERSARY_MODEL),
        deciding(items(ADVERSARY).into_iter()),
    )
}

/// Functions that carry out or call what rules say, and decide nothing themselves.
const CARRIERS: [&str; 6] = ["do_effect", "effect", "emit", "resolve", "say", "upkeep"];

fn deciding(all: impl Iterator<Item = Item>) -> Vec<Item> {
    let decides = |item: &Item| {
        if CARRIERS.contains(&item.name.as_str()) {
            return false;
        }
        let head = item.signature.split('{').next().unwrap_or_default();
        head.contains("fn ") && head.contains("&mut Play<'_>")
    };
    let named = all.filter(decides).map(|item| Item {
        name: item.name.replace('_', " "),
        ..item
    });
    named.collect()
}

/// What seats can do: the ledger's own acts, or those of the first ledgers.
pub(super) fn acts(ledger: Ledger) -> Vec<Item> {
    let texts = rule_texts(ledger);
    let own = texts
        .iter()
        .filter_map(|text| body(text, "pub enum Act {"))
        .flat_map(items);
    let of = mapped(ACTS, "pub fn ledger(&self)", "Act::", ledger);
    let first = body(ACTS, "pub enum Act {").map(items);
    let first = first.unwrap_or_default().into_iter();
    first
        .filter(|item| of.contains(&item.name))
        .chain(own)
        .collect()
}

/// The effects of the first ledgers, which are spelt out one by one.
pub(super) fn effects(ledger: Ledger) -> Vec<Item> {
    let of = mapped(EFFECTS_OF, "fn ledger(effect", "file::Plain::", ledger);
    let all = body(EFFECTS, "pub enum Effect {").map(items);
    let all = all.unwrap_or_default().into_iter();
    all.filter(|item| of.contains(&item.name)).collect()
}

/// The effects of the first ledgers and of the exercise itself; that of the book is none by itself.
pub(super) fn every_effect() -> Vec<Item> {
    let all = body(EFFECTS, "pub enum Effect {").map(items);
    let all = all.unwrap_or_default().into_iter();
    all.filter(|item| item.name != "Book").collect()
}

/// An effect of the first ledgers or of the exercise itself, by the name of RON or of Rhai.
pub(super) fn plain_effect(name: &str) -> Option<Item> {
    let name = match name {
        "secondary_harm" | "latent_harm" => "harm",
        "upheld" | "strained" => "norm",
        name => name,
    };
    let flat = |name: &str| name.replace('_', "").to_lowercase();
    let all = body(EFFECTS, "pub enum Effect {").map(items);
    let mut all = all.unwrap_or_default().into_iter();
    all.find(|item| flat(&item.name) == flat(name))
}

/// A reading that is no ledger's own, or of the first ledgers: `turn`, `chose`.
pub(super) fn plain_reading(root: &str) -> Option<Item> {
    let all = body(READS, "pub enum Read {").map(items);
    let mut all = all.unwrap_or_default().into_iter();
    let spelt = |item: &Item| {
        let about = &item.about;
        about.contains(&format!("`{root}.")) || about.contains(&format!("`{root}`"))
    };
    let item = all.find(spelt)?;
    let (name, about) = item.about.rsplit_once('`').unwrap_or(("", &item.about));
    Some(Item {
        name: name.replace('`', ""),
        about: capital(about.trim_start_matches([':', ',', ' '])),
        signature: String::new(),
    })
}

/// What expressions read of the first ledgers.
pub(super) fn readings(ledger: Ledger) -> Vec<Item> {
    let roots: &[&str] = match ledger {
        Ledger::Meters => &["meter."],
        Ledger::Facts => &["holds.", "verified.", "breaches."],
        Ledger::Trust => &["trust."],
        Ledger::Spread => &["exposed."],
        Ledger::Harm => &["harm."],
        Ledger::Duties => &["met."],
        Ledger::Norms => &["upheld."],
        _ => &[],
    };
    let all = body(READS, "pub enum Read {").map(items);
    let all = all.unwrap_or_default().into_iter();
    let of = |item: &Item| {
        let spelt = item.about.trim_start_matches('`');
        roots.iter().any(|root| spelt.starts_with(root))
    };
    let own = all.filter(of).map(|item| {
        let (name, about) = item.about.rsplit_once('`').unwrap_or(("", &item.about));
        Item {
            name: name.replace('`', ""),
            about: capital(about.trim_start_matches([':', ',', ' '])),
            signature: String::new(),
        }
    });
    own.collect()
}

/// The lines of an item from its opening to the line that closes it.
fn body<'t>(text: &'t str, opening: &str) -> Option<&'t str> {
    let start = text.find(opening)? + opening.len();
    let end = text[start..]
        .find("\n}")
        .map_or(text.len(), |end| start + end);
    Some(&text[start..end])
}

/// The names that a `match` from names to ledgers gives to one of them.
fn mapped(text: &str, function: &str, prefix: &str, ledger: Ledger) -> Vec<String> {
    let Some(start) = text.find(function) else {
        return Vec::new();
    };
    let answer = format!("Some(Ledger::{ledger:?})");
    let arms: Vec<&str> = text[start..].split("=>").collect();
    let mut names = Vec::new();
    for arm in arms.windows(2) {
        if arm[1].trim_start().starts_with(&answer) {
            names.extend(arm[0].split(prefix).skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_alphanumeric());
                rest[..end.unwrap_or(rest.len())].to_owned()
            }));
        }
    }
    names
}
