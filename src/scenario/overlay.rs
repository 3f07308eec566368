//! Translations: a file `es.ron` beside the scenario has its texts in another language, line by line.
//!
//! A line is named by where it stands (`injects.nurse.title`) and carries a lock, a short hash of the text that was
//! translated. A line whose lock does not fit any more was changed since; until somebody has looked at it, players
//! read the scenario's own text, as they do where a line is missing. A translated scenario is an ordinary [`Package`]:
//! the same files with other texts in them, and what is kept beside a log is what was played.

mod lines;

use crate::scenario::overlay::lines::Line;
pub use crate::scenario::overlay::lines::is_text_field;
pub use crate::scenario::overlay::lines::lines;
pub use crate::scenario::overlay::lines::lock;
pub use crate::scenario::overlay::lines::row_files;
pub use crate::scenario::overlay::lines::said;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::Deserialize;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Span;
use crate::scenario::conflict;
use crate::scenario::file::Text;
use crate::scenario::folder::named_files;
use crate::scenario::form;
use crate::scenario::package::ENTRY;
use crate::scenario::package::Package;
use crate::scenario::read::read;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::Tree;

/// A translation, as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-overlay")]
struct Overlay {
    /// The language of its texts, as a tag: `"es"`.
    language: Text,
    #[serde(default)]
    texts: Vec<Row>,
}

/// One line of a translation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-translation")]
struct Row {
    id: Text,
    /// The lock of the text that was translated; without one it is taken to fit.
    lock: Option<Text>,
    /// Empty as long as nobody has translated it.
    text: Text,
}

/// How a line of a scenario stands in a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Translated,
    /// There is no row for it, or an empty one.
    Missing,
    /// Its row was made for a text that has changed since.
    Stale,
}

/// How the lines of a scenario stand in a translation, in their order; `None` if there is no file for that language.
pub fn standing(package: &Package, language: &str) -> Option<Vec<(Line, Standing)>> {
    let name = file_name(language);
    let tree = Tree::parse(std::str::from_utf8(package.file(&name)?).ok()?);
    let rows = rows(&tree);
    let stands = |line: Line| {
        let standing = rows
            .get(line.id.as_str())
            .map_or(Standing::Missing, |row| row.standing(&line));
        (line, standing)
    };
    Some(lines(package).into_iter().map(stands).collect())
}

/// The scenario in a language, as far as it is translated; as it is where there is no translation into it.
#[must_use]
pub fn translated(package: &Package, language: &str) -> Package {
    let primary = language.split(['-', '_', '.']).next().unwrap_or(language);
    let Some(text) = package
        .file(&file_name(primary))
        .and_then(|bytes| std::str::from_utf8(bytes).ok())
    else {
        return package.clone();
    };
    let tree = Tree::parse(text);
    let rows = rows(&tree);
    let mut changes: BTreeMap<String, Vec<(usize, usize, String)>> = BTreeMap::new();
    for line in lines(package) {
        if let Some(row) = rows.get(line.id.as_str())
            && row.standing(&line) == Standing::Translated
        {
            let change = (line.range.0, line.range.1, row.literal.to_owned());
            changes.entry(line.file.clone()).or_default().push(change);
        }
    }
    if let Some(change) = language_field(package, primary) {
        changes.entry(ENTRY.to_owned()).or_default().push(change);
    }
    let file = |(name, bytes): (&str, &[u8])| {
        let bytes = match (changes.get_mut(name), std::str::from_utf8(bytes)) {
            (Some(changes), Ok(text)) => changed(text, changes).into_bytes(),
            _ => bytes.to_vec(),
        };
        (name.to_owned(), bytes)
    };
    let files: Vec<_> = package.files().map(file).collect();
    Package::from_files(files).under(package.root.clone())
}

/// The languages that a scenario has translations into, as tags.
pub fn languages(package: &Package) -> Vec<&str> {
    let named = named_files(package.file(ENTRY).unwrap_or_default());
    let others = package
        .files()
        .filter(|(name, _)| named.iter().all(|known| known != name));
    others.filter_map(|(name, _)| tag(name)).collect()
}

/// What is wrong with a translation, and how much of it is missing; `file` is where its text lies.
pub(super) fn diagnostics(
    package: &Package,
    text: &str,
    file: FileId,
    tag: &str,
) -> Vec<Diagnostic> {
    let tree = Tree::parse(text);
    let mut found = form::diagnostics(&tree, file);
    let overlay = tree
        .value()
        .and_then(|value| read::<Overlay>(value, file, &mut found));
    let Some(overlay) = overlay else {
        return found;
    };
    if overlay.language.value != tag {
        let wrong = Diagnostic::new(Code::TranslationMisnamed, overlay.language.span);
        found.push(
            wrong
                .with("name", tag)
                .with("found", &overlay.language.value),
        );
    }
    let lines = lines(package);
    let mut known: BTreeMap<&str, (&Line, bool)> = lines
        .iter()
        .map(|line| (line.id.as_str(), (line, false)))
        .collect();
    for row in &overlay.texts {
        let Some((line, is_done)) = known.get_mut(row.id.value.as_str()) else {
            let wrong = Diagnostic::new(Code::TranslationOfNothing, row.id.span)
                .with("name", &row.id.value)
                .near(lines.iter().map(|line| &line.id));
            found.push(wrong);
            continue;
        };
        if row.text.value.trim().is_empty() {
            continue;
        }
        *is_done = true;
        if let Some(was) = &row.lock
            && was.value != line.lock()
        {
            let wrong = Diagnostic::new(Code::TranslationStale, row.text.span);
            found.push(wrong.with("name", &row.id.value).with("lock", line.lock()));
        }
    }
    let missing = known.values().filter(|(_, is_done)| !is_done).count();
    if missing > 0 {
        let wrong = Diagnostic::new(Code::TranslationMissing, overlay.language.span);
        let wrong = wrong.with("name", tag).with("count", missing);
        found.push(wrong.with("all", lines.len()));
    }
    found
}

/// The text of a translation with a row added for every line that has none, its text left empty and the scenario's above it.
///
/// What is there stays as it is, comments too; the new rows stand at the end, in the order of the scenario.
///
/// # Errors
/// If the file there is cannot take rows: it has no list `texts`.
pub fn with_missing_rows(package: &Package, language: &str) -> Result<(String, usize), NoTexts> {
    let old = package.file(&file_name(language)).map(std::str::from_utf8);
    let old = match old {
        None => format!("(\n    language: \"{language}\",\n    texts: [\n    ],\n)\n"),
        Some(text) => text.map_err(|_| NoTexts)?.to_owned(),
    };
    let tree = Tree::parse(&old);
    let texts = tree.value().and_then(|value| value.field("texts"));
    let texts = texts
        .filter(|texts| texts.kind() == NodeKind::List)
        .ok_or(NoTexts)?;
    let end = texts.range().bytes().end.saturating_sub(1);
    let known: BTreeSet<String> = texts
        .kids()
        .filter_map(|row| row.field("id").and_then(lines::said))
        .collect();
    let mut added = String::new();
    let mut count = 0;
    for line in lines(package) {
        if !known.contains(&line.id) {
            count += 1;
            for said in line.text.lines() {
                added.push_str(format!("        // {said}").trim_end());
                added.push('\n');
            }
            let (id, lock) = (&line.id, line.lock());
            let _ = writeln!(
                added,
                "        (id: \"{id}\", lock: \"{lock}\", text: \"\"),"
            );
        }
    }
    let before = old[..end].trim_end_matches([' ', '\t']);
    let last = texts.kids().last();
    let wants_comma = last.is_some_and(|last| {
        let after = &old[last.range().bytes().end..end];
        !after.trim_start().starts_with(',')
    });
    let (kept, rest) = match last.filter(|_| wants_comma) {
        Some(last) => {
            let at = last.range().bytes().end;
            (format!("{},{}", &old[..at], &before[at..]), &old[end..])
        }
        None => (before.to_owned(), &old[end..]),
    };
    let gap = if kept.ends_with('\n') { "" } else { "\n" };
    Ok((format!("{kept}{gap}{added}    {rest}"), count))
}

/// A translation's file that cannot take rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoTexts;

/// The file that has a language's texts.
pub fn file_name(language: &str) -> String {
    format!("{language}.ron")
}

/// The language of a file, if its name is a translation's: two letters, perhaps a region.
pub fn tag(name: &str) -> Option<&str> {
    let tag = name.strip_suffix(".ron")?;
    let (language, region) = tag.split_once('-').unwrap_or((tag, "xx"));
    let is_word = |part: &str, longest: usize| {
        (2..=longest).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    (is_word(language, 2) && is_word(region, 4)).then_some(tag)
}

/// A row as it lies in the file, for taking its text over as it is quoted.
struct Quoted<'t> {
    lock: Option<String>,
    literal: &'t str,
    is_empty: bool,
}

impl Quoted<'_> {
    fn standing(&self, line: &Line) -> Standing {
        if self.is_empty {
            Standing::Missing
        } else if self.lock.as_ref().is_some_and(|lock| *lock != line.lock()) {
            Standing::Stale
        } else {
            Standing::Translated
        }
    }
}

/// The rows of a translation by the id of the line. What is wrong with one is told elsewhere; it is left out here.
fn rows(tree: &Tree) -> BTreeMap<String, Quoted<'_>> {
    let texts = tree.value().and_then(|value| value.field("texts"));
    let rows = texts.into_iter().flat_map(Node::kids);
    let row = |row: Node<'_>| -> Option<(String, Quoted<'_>)> {
        let text = row.field("text")?;
        let said = lines::said(text)?;
        let quoted = Quoted {
            lock: row.field("lock").and_then(lines::said),
            literal: tree.text(text.range()),
            is_empty: said.trim().is_empty(),
        };
        Some((lines::said(row.field("id")?)?, quoted))
    };
    rows.filter_map(row).collect()
}

/// The change that makes the entry say which language it is in now.
fn language_field(package: &Package, language: &str) -> Option<(usize, usize, String)> {
    let tree = Tree::parse(std::str::from_utf8(package.file(ENTRY)?).ok()?);
    let value = tree.value()?;
    let quoted = format!("\"{language}\"");
    if let Some(field) = value.field("language") {
        let range = field.range().bytes();
        return Some((range.start, range.end, quoted));
    }
    let first = value.kids().next()?.range().bytes().start;
    Some((first, first, format!("language: {quoted}, ")))
}

/// A text with stretches of it replaced.
fn changed(text: &str, changes: &mut [(usize, usize, String)]) -> String {
    changes.sort();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (from, to, new) in changes {
        out.push_str(&text[at..*from]);
        out.push_str(new);
        at = *to;
    }
    out.push_str(&text[at..]);
    out
}

/// Reads the translations of a package; `sources` takes their texts.
pub(super) fn take(
    package: &Package,
    mut add: impl FnMut(String, &str) -> FileId,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for language in languages(package) {
        let name = file_name(language);
        let title = package.title(&name);
        if let Some(Ok(text)) = package.file(&name).map(std::str::from_utf8) {
            let file = add(title, text);
            match conflict::first(text) {
                Some(at) => found.push(Diagnostic::new(Code::MergeConflict, Span::of(file, at))),
                None => found.append(&mut diagnostics(package, text, file, language)),
            }
        } else {
            let file = add(title, "");
            found.push(Diagnostic::new(Code::NotUtf8, Span::whole(file)));
        }
    }
    found
}
