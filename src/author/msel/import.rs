//! A table back into the scenario: what differs, what is wrong with a cell, and the edits that carry it over.

mod added;
mod cell;
pub(in crate::author::msel) mod words;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::author::edit;
use crate::author::edit::Edit;
use crate::author::msel::Book;
use crate::author::msel::Column;
use crate::author::msel::Table;
use crate::author::msel::TableRow;
use crate::author::msel::import::cell::Change;
use crate::author::msel::ron;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Severity;
use crate::diag::Sources;
use crate::scenario;
use crate::scenario::Package;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::Tree;
use crate::text::SafeText;

/// What an import would do.
#[derive(Debug, Default)]
pub struct Import {
    /// What would change, in the order of the table.
    pub changes: Vec<Told>,
    /// What is wrong. With any of these nothing is written.
    pub problems: Vec<Problem>,
    /// What is worth knowing and keeps nobody from importing.
    pub notes: Vec<Problem>,
    /// The control numbers of injects that the table does not have. They stay unless the import is told otherwise.
    pub missing: Vec<String>,
    /// The new texts of the files that change.
    pub texts: BTreeMap<FileId, String>,
}

/// One difference, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub cell: String,
    /// The inject's control number.
    pub inject: String,
    pub column: Column,
    pub before: SafeText,
    pub after: SafeText,
    pub what: What,
}

/// What happens to an inject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Changed,
    Added,
    Removed,
}

/// What is wrong with a cell.
#[derive(Debug, Clone)]
pub struct Problem {
    pub cell: String,
    pub column: Column,
    /// The catalogue's key for the sentence, with `found` and `near` to fill in.
    pub key: &'static str,
    pub found: String,
    pub near: String,
    /// What `check` says of the scenario as it would be, with its sources, if that is the problem.
    pub told: Option<(Box<Diagnostic>, Sources)>,
}

impl Problem {
    fn new(row: &TableRow, column: Column, key: &'static str, found: &str) -> Self {
        Self {
            cell: row.cell(column),
            column,
            key,
            found: found.to_owned(),
            near: String::new(),
            told: None,
        }
    }

    fn near(mut self, near: Vec<String>) -> Self {
        self.near = near.into_iter().next().unwrap_or_default();
        self
    }
}

/// Compares a table with a scenario. `remove` takes out the injects that the table does not have.
pub fn import(book: &Book, table: &Table, remove: bool) -> Import {
    let mut import = Import::default();
    let bases = book.rows();
    let injects: Vec<(FileId, Node<'_>)> = book.injects().collect();
    let mut edits: Vec<Edit> = Vec::new();
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut added = added::Added::new(book, table);
    let mut last: Option<usize> = None;
    for row in &table.rows {
        let number = row.text(Column::ControlNo).unwrap_or_default().trim();
        let known = book.names.inject(number);
        let place =
            known.and_then(|id| book.names.injects.iter().position(|(other, _)| other == id));
        let Some(place) = place else {
            added.take(book, row, last, &mut import);
            continue;
        };
        if !seen.insert(place) {
            let problem = Problem::new(row, Column::ControlNo, "msel-twice", number);
            import.problems.push(problem);
            continue;
        }
        last = Some(place);
        let (file, node) = injects[place];
        let change = Change {
            book,
            row,
            node,
            file,
            base: &bases[place],
            added: &added.numbers,
        };
        change.compare(&mut edits, &mut import);
    }
    for (place, (file, node)) in injects.iter().enumerate() {
        if seen.contains(&place) {
            continue;
        }
        let number = &book.names.injects[place].1;
        if remove {
            let range = ron::without(*node);
            let span = crate::diag::Span::new(*file, range.start, range.end);
            edits.push(Edit::delete(span));
            import.changes.push(Told {
                cell: String::new(),
                inject: number.clone(),
                column: Column::Title,
                before: SafeText::line(&bases[place][Column::Title.place()]),
                after: SafeText::empty(),
                what: What::Removed,
            });
        } else {
            import.missing.push(number.clone());
        }
    }
    added.place(book, &injects, &mut edits, &mut import);
    if import.problems.is_empty() {
        // Edits of distinct fields of distinct rows; two that insert behind the same field are joined here.
        match edit::apply(&book.sources, &joined(edits)) {
            Ok(texts) => import.texts = texts,
            Err(_) => import.problems.push(Problem {
                cell: String::new(),
                column: Column::ControlNo,
                key: "msel-overlap",
                found: String::new(),
                near: String::new(),
                told: None,
            }),
        }
        judge(book, table, &mut import);
    }
    import
}

/// Joins insertions at one place, in their order, into one.
fn joined(edits: Vec<Edit>) -> Vec<Edit> {
    let mut out: Vec<Edit> = Vec::new();
    for edit in edits {
        let is_insert = |edit: &Edit| edit.span.start == edit.span.end;
        let same = out
            .iter_mut()
            .find(|known| is_insert(known) && is_insert(&edit) && known.span == edit.span);
        match same {
            Some(known) => known.text.push_str(&edit.text),
            None => out.push(edit),
        }
    }
    out
}

/// Checks the scenario as it would be: what was not wrong before is told at the cell that made it so.
fn judge(book: &Book, table: &Table, import: &mut Import) {
    if import.texts.is_empty() {
        return;
    }
    let package = book.with(&import.texts);
    let before = scenario::open(&book.package).diagnostics.len();
    let opened = scenario::open(&package);
    if opened.diagnostics.len() <= before && opened.playable.is_some() {
        return;
    }
    for diagnostic in &opened.diagnostics {
        if diagnostic.severity() != Severity::Error {
            continue;
        }
        let (row, column) = origin(book, table, &package, diagnostic, &opened.sources);
        import.problems.push(Problem {
            cell: row.map_or_else(String::new, |row| row.cell(column)),
            column,
            key: "msel-check",
            found: String::new(),
            near: String::new(),
            told: Some((Box::new(diagnostic.clone()), opened.sources.clone())),
        });
    }
}

/// The row and the column that a mistake in the new texts stands for.
fn origin<'t>(
    book: &Book,
    table: &'t Table,
    package: &Package,
    wrong: &Diagnostic,
    sources: &Sources,
) -> (Option<&'t TableRow>, Column) {
    let nowhere = (None, Column::ControlNo);
    let Some(file) = book
        .files
        .iter()
        .find(|file| sources.name(wrong.span.file).ends_with(&file.name))
    else {
        return nowhere;
    };
    let bytes = package.file(&file.name).unwrap_or_default();
    let tree = Tree::parse(String::from_utf8_lossy(bytes));
    let holds = |node: &Node<'_>| {
        let range = node.range();
        range.start <= wrong.span.start && wrong.span.end <= range.end
    };
    let list = tree.value().and_then(|value| value.field("injects"));
    let Some(node) = list
        .into_iter()
        .flat_map(Node::kids)
        .find(|node| holds(node))
    else {
        return nowhere;
    };
    let id = node.field("id").and_then(super::book::string);
    let number = node.field("number").and_then(super::book::string);
    let is_it = |row: &&TableRow| {
        let cell = row.text(Column::ControlNo).map(str::trim);
        cell.is_some() && (cell == id.as_deref() || cell == number.as_deref())
    };
    let field = node
        .kids()
        .find(|kid| kid.kind() == NodeKind::Field && holds(kid));
    let column = match field.and_then(Node::name) {
        Some("turn") => Column::Move,
        Some("at" | "when" | "after" | "chance" | "by_hand") => Column::DeliveryTime,
        Some("from" | "from_other") => Column::FromOrg,
        Some("to") => Column::ToOrg,
        Some("title") => Column::Title,
        Some("body") => Column::Description,
        Some("expected") => Column::ExpectedAction,
        Some("objectives") => Column::ObjectiveIds,
        Some("norms") => Column::NormIds,
        Some("note") => Column::ControllerNote,
        Some("contingency_of") => Column::ContingencyOf,
        _ => Column::ControlNo,
    };
    (table.rows.iter().find(is_it), column)
}
