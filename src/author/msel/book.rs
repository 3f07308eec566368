//! A scenario opened for its table: the files as trees, the injects in their order, and the names that cells use.

use std::collections::BTreeMap;

use ron::Options;

use crate::author::msel::Cells;
use crate::author::msel::row;
use crate::diag::FileId;
use crate::diag::Sources;
use crate::model::scenario::Scenario;
use crate::scenario;
use crate::scenario::ENTRY;
use crate::scenario::Package;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::TokenKind;
use crate::scenario::tree::Tree;

/// A scenario opened for its table.
pub struct Book {
    pub(super) scenario: Scenario,
    pub(super) package: Package,
    pub(super) files: Vec<BookFile>,
    /// The texts of the files, by the ids that edits name.
    pub sources: Sources,
    pub(super) names: Names,
}

/// One file of the scenario.
pub(super) struct BookFile {
    pub(super) name: String,
    pub(super) id: FileId,
    pub(super) tree: Tree,
}

/// What cells call things.
#[derive(Default)]
pub(super) struct Names {
    /// For each actor its id, what cells call it, and its other names.
    pub(super) actors: Vec<(String, String, Vec<String>)>,
    pub(super) objectives: Vec<String>,
    /// For each inject its id and its control number, in the order of the files.
    pub(super) injects: Vec<(String, String)>,
}

impl Names {
    /// The id of the inject that a cell names by control number or id.
    pub(super) fn inject(&self, cell: &str) -> Option<&str> {
        let by_number = self.injects.iter().find(|(_, number)| number == cell);
        let found = by_number.or_else(|| self.injects.iter().find(|(id, _)| id == cell));
        found.map(|(id, _)| id.as_str())
    }

    /// What cells call an inject.
    pub(super) fn number<'a>(&'a self, id: &'a str) -> &'a str {
        let found = self.injects.iter().find(|(known, _)| known == id);
        found.map_or(id, |(_, number)| number)
    }

    /// The id of the actor that a cell names.
    pub(super) fn actor(&self, cell: &str) -> Option<&str> {
        let is_it = |name: &String| name.eq_ignore_ascii_case(cell);
        let shown = self.actors.iter().find(|(_, shown, _)| shown == cell);
        let found = shown.or_else(|| self.actors.iter().find(|(id, _, _)| id == cell));
        let found = found.or_else(|| {
            let mut close = self
                .actors
                .iter()
                .filter(|(_, _, names)| names.iter().any(is_it));
            close.next().filter(|_| close.next().is_none())
        });
        found.map(|(id, _, _)| id.as_str())
    }

    /// What cells call an actor.
    pub(super) fn shown<'a>(&'a self, id: &'a str) -> &'a str {
        let found = self.actors.iter().find(|(known, _, _)| known == id);
        found.map_or(id, |(_, shown, _)| shown)
    }
}

/// A scenario with errors has no table yet; `check` tells what is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken;

impl Book {
    /// Opens a scenario that has no errors.
    pub fn open(package: &Package) -> Result<Self, Broken> {
        let scenario = scenario::check(package).scenario.ok_or(Broken)?;
        let mut sources = Sources::new();
        let mut files = Vec::new();
        let entry = package.file(ENTRY).ok_or(Broken)?;
        let mut names = vec![ENTRY.to_owned()];
        names.extend(scenario::files_named(entry));
        for name in names {
            let bytes = package.file(&name).ok_or(Broken)?;
            let text = std::str::from_utf8(bytes).map_err(|_| Broken)?;
            let id = sources.add(name.clone(), text);
            files.push(BookFile {
                name,
                id,
                tree: Tree::parse(text),
            });
        }
        let mut book = Self {
            scenario,
            package: package.clone(),
            files,
            sources,
            names: Names::default(),
        };
        book.names = book.names();
        Ok(book)
    }

    /// A row of cells for each inject, in the order of the files.
    pub fn rows(&self) -> Vec<Cells> {
        self.injects()
            .zip(&self.scenario.injects)
            .map(|((_, node), inject)| row::cells(self, node, inject))
            .collect()
    }

    /// The name of a file by the id that edits have.
    pub fn file_name(&self, id: FileId) -> &str {
        self.sources.name(id)
    }

    /// The scenario's files with some of them replaced.
    pub fn with(&self, texts: &BTreeMap<FileId, String>) -> Package {
        let changed = |name: &str| {
            let file = self.files.iter().find(|file| file.name == name)?;
            texts.get(&file.id).map(|text| text.clone().into_bytes())
        };
        let files = self.package.files().map(|(name, bytes)| {
            (
                name.to_owned(),
                changed(name).unwrap_or_else(|| bytes.to_vec()),
            )
        });
        Package::from_files(files.collect::<Vec<_>>())
    }

    /// The rows of all injects, in the order of the files.
    pub(super) fn injects(&self) -> impl Iterator<Item = (FileId, Node<'_>)> {
        self.lists("injects")
    }

    fn lists(&self, name: &'static str) -> impl Iterator<Item = (FileId, Node<'_>)> {
        self.files.iter().flat_map(move |file| {
            let list = file.tree.value().and_then(|value| value.field(name));
            let rows = list.into_iter().flat_map(Node::kids);
            rows.filter(|row| row.kind() == NodeKind::Struct)
                .map(move |row| (file.id, row))
        })
    }

    fn names(&self) -> Names {
        let field = |row: Node<'_>, name: &str| row.field(name).and_then(string);
        let rows = |list| {
            self.lists(list)
                .filter_map(|(_, row)| Some((field(row, "id")?, row)))
                .collect::<Vec<_>>()
        };
        let actors: Vec<(String, String, Option<String>)> = rows("actors")
            .into_iter()
            .map(|(id, row)| {
                let name = field(row, "name").unwrap_or_else(|| id.clone());
                (id, name, field(row, "short"))
            })
            .collect();
        let shown = |id: &String, name: &String| {
            let is_taken = actors
                .iter()
                .any(|(other, theirs, _)| other != id && (theirs == name || other == name));
            let is_odd = name.contains([';', '\n']) || name.trim() != name || name.is_empty();
            if is_taken || is_odd {
                id.clone()
            } else {
                name.clone()
            }
        };
        let injects: Vec<(String, Option<String>)> = rows("injects")
            .into_iter()
            .map(|(id, row)| (id, field(row, "number").filter(|number| !number.is_empty())))
            .collect();
        let number = |id: &String, number: &Option<String>| {
            let wanted = number.as_ref().filter(|number| {
                let others = injects.iter().filter(|(other, _)| other != id);
                let mut taken = others.flat_map(|(other, theirs)| [Some(other), theirs.as_ref()]);
                !taken.any(|taken| taken == Some(*number)) && number.trim() == number.as_str()
            });
            wanted.unwrap_or(id).clone()
        };
        Names {
            actors: actors
                .iter()
                .map(|(id, name, short)| {
                    let others = [Some(name.clone()), short.clone(), Some(id.clone())];
                    (
                        id.clone(),
                        shown(id, name),
                        others.into_iter().flatten().collect(),
                    )
                })
                .collect(),
            objectives: rows("objectives").into_iter().map(|(id, _)| id).collect(),
            injects: injects
                .iter()
                .map(|(id, own)| (id.clone(), number(id, own)))
                .collect(),
        }
    }
}

/// The text of a string literal.
pub(super) fn string(node: Node<'_>) -> Option<String> {
    let is_text = matches!(node.first_token().kind, TokenKind::Str | TokenKind::RawStr);
    let text = is_text.then(|| Options::default().from_str::<String>(node.text()));
    text?.ok()
}
