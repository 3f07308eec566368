//! Reads the mirror of scenario files out of its own source text, which is kept in the binary: structs with their fields,
//! and the words of each choice.

use include_dir::Dir;
use include_dir::include_dir;

static ROWS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scenario/file");
static SECTIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scenario/ledger");
static MODEL: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/model");
const SHEET: &str = include_str!("../../scenario/file.rs");

/// A struct of the mirror, or an enum's variant that has fields.
pub(super) struct RawRow {
    /// The stem of its file.
    pub(super) module: String,
    /// The struct's name; a variant's is `Enum.Variant`.
    pub(super) name: String,
    /// The catalogue's key for what it is to an author; of an enum for its variants.
    pub(super) what: Option<String>,
    pub(super) fields: Vec<RawField>,
}

/// One field.
pub(super) struct RawField {
    pub(super) name: String,
    /// Its type as the source spells it.
    pub(super) shape: String,
    pub(super) about: String,
    /// It may be left out whatever its type is.
    pub(super) has_default: bool,
}

/// An enum whose words an author chooses among.
pub(super) struct RawWords {
    pub(super) module: String,
    pub(super) name: String,
    pub(super) words: Vec<String>,
    /// It stands among the rows themselves, and not in the model.
    pub(super) is_of_rows: bool,
}

/// A file's stem and text.
type Text = (String, &'static str);

fn texts(folder: &'static Dir<'static>) -> Vec<Text> {
    let mut all: Vec<Text> = folder
        .files()
        .filter_map(|file| {
            let stem = file.path().file_stem()?.to_str()?.to_owned();
            Some((stem, file.contents_utf8()?))
        })
        .collect();
    for inner in folder.dirs() {
        all.extend(texts(inner));
    }
    all.sort();
    all
}

/// Every row there is, in the order of the files.
pub(super) fn rows() -> Vec<RawRow> {
    let mut all = Vec::new();
    for (module, text) in texts(&ROWS).into_iter().chain(texts(&SECTIONS)) {
        all.extend(structs(&module, text));
    }
    all
}

/// The words of every choice.
pub(super) fn words() -> Vec<RawWords> {
    let mut all = Vec::new();
    let model = texts(&MODEL).into_iter().map(|text| (text, false));
    let rows = texts(&ROWS).into_iter().chain(texts(&SECTIONS));
    for ((module, text), is_of_rows) in model.chain(rows.map(|text| (text, true))) {
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let Some(name) = declared(line, "enum ") else {
                continue;
            };
            let variant = |line: &&str| line.len() - line.trim_start().len() == indent + 4;
            let words = lines[at + 1..]
                .iter()
                .copied()
                .take_while(|line| {
                    line.len() - line.trim_start().len() > indent || line.trim().is_empty()
                })
                .filter(variant)
                .filter_map(|line| {
                    let line = line.trim();
                    let end = line
                        .find(|c: char| !c.is_alphanumeric())
                        .unwrap_or(line.len());
                    let is_word = line.starts_with(|c: char| c.is_ascii_uppercase());
                    is_word.then(|| line[..end].to_owned())
                });
            all.push(RawWords {
                module: module.clone(),
                name,
                words: words.collect(),
                is_of_rows,
            });
        }
    }
    all
}

/// What every file of a scenario may say: the fields of the sheet, and whether each is the entry's alone.
pub(super) fn sheet() -> Vec<(RawField, bool)> {
    let mut fields = Vec::new();
    let mut is_entry = false;
    let body = SHEET
        .split_once("\nsheet! {\n")
        .map_or("", |(_, rest)| rest);
    let body = body.split_once("\n}\n").map_or(body, |(body, _)| body);
    let mut about = String::new();
    for line in body.lines().map(str::trim) {
        match line {
            "entry {" => is_entry = true,
            "once {" | "rows {" => is_entry = false,
            _ => {
                if let Some(doc) = line.strip_prefix("///") {
                    about.push_str(doc.trim());
                } else if let Some((name, shape)) = line.trim_end_matches(',').split_once(": ") {
                    let field = RawField {
                        name: name.to_owned(),
                        shape: shape.to_owned(),
                        about: std::mem::take(&mut about),
                        has_default: false,
                    };
                    fields.push((field, is_entry));
                }
            }
        }
    }
    fields
}

/// The rows of the section that a type names: `adversary::Sheet`, or an alias among the rows.
pub(super) fn section(shape: &str) -> Option<(String, String)> {
    let alias = |module: &str, text: &str, name: &str| {
        let line = text
            .lines()
            .find(|line| line.contains(&format!("type {name} = Section<")))?;
        let rows = line.rsplit_once(", ")?.1.trim_end_matches(">;");
        Some((module.to_owned(), rows.to_owned()))
    };
    if let Some((module, name)) = shape.split_once("::") {
        let (module, text) = texts(&SECTIONS)
            .into_iter()
            .find(|(stem, _)| stem == module)?;
        return alias(&module, text, name);
    }
    texts(&ROWS)
        .into_iter()
        .find_map(|(module, text)| alias(&module, text, shape))
}

/// The name that a line declares after a word such as `struct `.
fn declared(line: &str, word: &str) -> Option<String> {
    let at = line.find(word)?;
    let before = line[..at].trim();
    let is_item = before.is_empty() || before.starts_with("pub");
    let rest = &line[at + word.len()..];
    let end = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    (is_item && end > 0 && line.trim_end().ends_with('{')).then(|| rest[..end].to_owned())
}

fn structs(module: &str, text: &str) -> Vec<RawRow> {
    let mut rows: Vec<RawRow> = Vec::new();
    let (mut about, mut what, mut all_default, mut has_default) =
        (String::new(), None, false, false);
    // The enum whose variants are being read.
    let mut choice: Option<(String, Option<String>)> = None;
    let mut is_open = false;
    for line in text.lines() {
        let trimmed = line.trim();
        if let Some(doc) = trimmed.strip_prefix("///") {
            if !about.is_empty() {
                about.push(' ');
            }
            about.push_str(doc.trim());
        } else if trimmed.starts_with("#[serde(") {
            if let Some((_, rest)) = trimmed.split_once("rename = \"") {
                what = rest.split_once('"').map(|(what, _)| what.to_owned());
                all_default = trimmed.ends_with("default)]");
            }
            has_default |= trimmed.starts_with("#[serde(default");
        } else if trimmed.starts_with("#[") {
            // Other attributes say nothing about the file.
        } else if let Some(name) = declared(line, "struct ").filter(|_| !line.starts_with(' ')) {
            about.clear();
            choice = None;
            is_open = what.is_some();
            if is_open {
                rows.push(RawRow {
                    module: module.to_owned(),
                    name,
                    what: what.take(),
                    fields: Vec::new(),
                });
            }
        } else if let Some(name) = declared(line, "enum ").filter(|_| !line.starts_with(' ')) {
            about.clear();
            choice = Some((name, what.take()));
            is_open = false;
        } else if line == "}" {
            is_open = false;
            choice = None;
            what = None;
            about.clear();
        } else if let Some((name, what)) = &choice {
            let variant = line
                .strip_prefix("    ")
                .and_then(|rest| rest.strip_suffix(" {"));
            if let Some(variant) = variant.filter(|word| word.chars().all(char::is_alphanumeric)) {
                rows.push(RawRow {
                    module: module.to_owned(),
                    name: format!("{name}.{variant}"),
                    what: what.clone(),
                    fields: Vec::new(),
                });
                (is_open, all_default) = (true, false);
            } else if is_open {
                field(
                    &mut rows,
                    trimmed,
                    &mut about,
                    &mut has_default,
                    all_default,
                );
            }
        } else if is_open {
            field(
                &mut rows,
                trimmed,
                &mut about,
                &mut has_default,
                all_default,
            );
        } else {
            about.clear();
        }
    }
    rows
}

fn field(
    rows: &mut [RawRow],
    line: &str,
    about: &mut String,
    has_default: &mut bool,
    all_default: bool,
) {
    let line = line
        .trim_start_matches("pub(in crate::scenario) ")
        .trim_start_matches("pub(super) ");
    let Some((name, shape)) = line.split_once(": ") else {
        return;
    };
    let is_name = name
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if let (true, Some(row)) = (is_name, rows.last_mut()) {
        row.fields.push(RawField {
            name: name.to_owned(),
            shape: shape.trim_end_matches(',').to_owned(),
            about: std::mem::take(about),
            has_default: *has_default || all_default,
        });
    }
    *has_default = false;
    about.clear();
}
