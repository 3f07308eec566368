//! What can stand in a scenario's files, field by field: made from the mirror's own source text, so that it says what the
//! loader does.
//!
//! The language server's hover, the reference page and their tests read it.

mod example;
mod source;

pub use example::examples;

use std::sync::LazyLock;

use crate::author::schema::source::RawField;
use crate::text::SafeText;

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    Text,
    Number,
    Truth,
    /// A number, or an expression that gives one.
    Amount,
    /// A turn, or the first and the last.
    Window,
    /// An inject, or an inject and a number of turns.
    After,
    /// Everybody, nobody, or some seats.
    SeenBy,
    /// A day since when a law applies, or words.
    ValidFrom,
    Effect,
    /// The parameters of a ledger that has no rows, in round brackets.
    Parameters,
    /// One of these words.
    Words(Vec<String>),
    /// A row, by its place in [`rows`].
    Row(usize),
    List(Box<Shape>),
    /// Values in round brackets.
    Tuple(Vec<Shape>),
}

/// One field of a row.
#[derive(Clone, Debug)]
pub struct FieldDoc {
    pub name: String,
    pub shape: Shape,
    /// The file is not complete without it.
    pub is_needed: bool,
    /// What it is, its default and its range.
    pub about: SafeText,
}

/// What stands between one pair of round brackets.
#[derive(Clone, Debug)]
pub struct RowDoc {
    /// The catalogue's key for what it is, as diagnostics call it.
    pub what: String,
    /// The word before the bracket, if there must be one.
    pub word: Option<String>,
    pub fields: Vec<FieldDoc>,
}

/// What every file may say, and what rows are in it.
struct Schema {
    sheet: Vec<(FieldDoc, bool)>,
    rows: Vec<RowDoc>,
}

static SCHEMA: LazyLock<Schema> = LazyLock::new(make);

/// Every kind of row, in the order of the source.
pub fn rows() -> &'static [RowDoc] {
    &SCHEMA.rows
}

/// The fields of a file itself, each with whether it may stand in `scenario.ron` alone.
pub fn sheet() -> &'static [(FieldDoc, bool)] {
    &SCHEMA.sheet
}

/// A field of what diagnostics call `what`; of the file itself for `what-scenario` and `what-extra-file`.
pub fn field(what: &str, name: &str) -> Option<&'static FieldDoc> {
    if matches!(what, "what-scenario" | "what-extra-file") {
        return sheet()
            .iter()
            .map(|(field, _)| field)
            .find(|field| field.name == name);
    }
    let rows = rows().iter().filter(|row| row.what == what);
    rows.flat_map(|row| &row.fields)
        .find(|field| field.name == name)
}

fn make() -> Schema {
    let raw = source::rows();
    let words = source::words();
    let mut maker = Maker {
        raw: &raw,
        words: &words,
    };
    let rows = raw
        .iter()
        .map(|row| RowDoc {
            what: row.what.clone().unwrap_or_default(),
            word: row.name.split_once('.').map(|(_, word)| word.to_owned()),
            fields: row
                .fields
                .iter()
                .map(|field| maker.field(&row.module, field))
                .collect(),
        })
        .collect();
    let needed = [
        "format",
        "id",
        "title",
        "tagline",
        "summary",
        "minutes",
        "difficulty",
    ];
    let rows_of_any = [
        "turns",
        "actors",
        "seats",
        "injects",
        "decisions",
        "endings",
    ];
    let sheet = source::sheet().into_iter().map(|(raw, is_entry)| {
        let mut field = maker.field("", &raw);
        field.is_needed =
            needed.contains(&raw.name.as_str()) || rows_of_any.contains(&raw.name.as_str());
        if let Some((module, rows)) = source::section(&raw.shape) {
            let row = maker.row(&module, &rows);
            field.shape = row.map_or(Shape::Parameters, Shape::Row);
        } else if !is_entry && raw.about.contains("Default: none")
            || rows_of_any.contains(&raw.name.as_str())
        {
            field.shape = Shape::List(Box::new(field.shape));
        }
        (field, is_entry)
    });
    Schema {
        sheet: sheet.collect(),
        rows,
    }
}

struct Maker<'a> {
    raw: &'a [source::RawRow],
    words: &'a [source::RawWords],
}

impl Maker<'_> {
    fn field(&mut self, module: &str, field: &RawField) -> FieldDoc {
        let may_be_left_out = field.has_default || field.shape.starts_with("Option<");
        FieldDoc {
            name: field.name.clone(),
            shape: self.shape(module, &field.shape),
            is_needed: !may_be_left_out,
            about: SafeText::line(&field.about),
        }
    }

    /// The row a struct is, in its own file or in any.
    fn row(&self, module: &str, name: &str) -> Option<usize> {
        let own = self
            .raw
            .iter()
            .position(|row| row.module == module && row.name == name);
        own.or_else(|| self.raw.iter().position(|row| row.name == name))
    }

    fn shape(&self, module: &str, text: &str) -> Shape {
        let text = text.trim();
        let inner = |name: &str| {
            text.strip_prefix(name)?
                .strip_prefix('<')?
                .strip_suffix('>')
        };
        if let Some(inner) = inner("Option").or_else(|| inner("Spanned")) {
            return self.shape(module, inner);
        }
        if let Some(inner) = inner("Vec") {
            return Shape::List(Box::new(self.shape(module, inner)));
        }
        if let Some(parts) = text
            .strip_prefix('(')
            .and_then(|text| text.strip_suffix(')'))
        {
            return Shape::Tuple(
                parts
                    .split(", ")
                    .map(|part| self.shape(module, part))
                    .collect(),
            );
        }
        let name = text.rsplit("::").next().unwrap_or(text);
        match name {
            "Text" | "String" => Shape::Text,
            "Number" | "i64" => Shape::Number,
            "bool" => Shape::Truth,
            "Amount" => Shape::Amount,
            "Window" => Shape::Window,
            "After" => Shape::After,
            "SeenBy" => Shape::SeenBy,
            "ValidFrom" => Shape::ValidFrom,
            "Effect" => Shape::Effect,
            _ => {
                if let Some(row) = self.row(module, name) {
                    return Shape::Row(row);
                }
                // The words of a section's own file come first, then those that rows share, then the model's.
                let mut named: Vec<_> = self
                    .words
                    .iter()
                    .filter(|words| words.name == name)
                    .collect();
                named.sort_by_key(|words| (words.module != module, !words.is_of_rows));
                let words = named.first();
                words.map_or(Shape::Text, |words| Shape::Words(words.words.clone()))
            }
        }
    }
}
