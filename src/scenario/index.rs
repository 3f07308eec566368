//! Every id of a scenario: where it is declared, and where it is used.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::Sources;
use crate::diag::Span;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::scenario::ids::Ids;
use crate::scenario::ids::Row;
use crate::scenario::tree::Tree;
use crate::script::Use;

/// Where ids stand, in scenario files and in scripts. It is there for a scenario with mistakes too, as far as it can be read.
#[derive(Clone, Debug, Default)]
pub struct Index {
    names: Arc<Names>,
    declared: Vec<Use>,
    used: Vec<Use>,
    rows: BTreeMap<Kind, Vec<Row>>,
    heads: Vec<(&'static str, Span)>,
    entry: Span,
}

impl Index {
    /// `heads` are the fields of the files themselves, `entry` where the entry begins.
    pub(super) fn new(ids: &Ids, heads: &[(&'static str, Span)], entry: Span) -> Self {
        let declared = ids.rows.iter().flat_map(|(kind, rows)| {
            let rows = rows.iter().zip(0..);
            rows.map(|(row, place)| Use {
                span: row.id,
                kind: *kind,
                place,
            })
        });
        Self {
            names: Arc::default(),
            declared: declared.collect(),
            used: Vec::new(),
            rows: ids.rows.clone(),
            heads: heads.to_vec(),
            entry,
        }
    }

    /// Where the id of a row stands; the scenario's first bracket if no file declares it.
    pub fn row(&self, kind: Kind, place: u16) -> Span {
        self.place_of(kind, place).map_or(self.entry, |row| row.id)
    }

    /// Where the value of a row's field stands; its id, if it has no such field. The row is read again out of the texts,
    /// which is done only where something has to be said about one.
    pub fn field(&self, kind: Kind, place: u16, field: &str, sources: &Sources) -> Span {
        let Some(row) = self.place_of(kind, place) else {
            return self.entry;
        };
        let Span { file, start, end } = row.whole;
        let text = sources.text(file).get(start as usize..end as usize);
        let tree = Tree::parse(text.unwrap_or_default());
        let value = tree.value().and_then(|row| row.field(field));
        value.map_or(row.id, |value| {
            let range = value.range();
            Span::new(file, start + range.start, start + range.end)
        })
    }

    /// Where a field of the scenario itself stands first; the scenario's first bracket if it stands nowhere.
    pub fn head(&self, field: &str) -> Span {
        let head = self.heads.iter().find(|(name, _)| *name == field);
        head.map_or(self.entry, |(_, span)| *span)
    }

    fn place_of(&self, kind: Kind, place: u16) -> Option<Row> {
        self.rows.get(&kind)?.get(usize::from(place)).copied()
    }

    /// Takes in what was found later: the names, the functions of scripts, and where ids are used.
    pub(super) fn complete(&mut self, names: Arc<Names>, functions: Vec<Use>, used: Vec<Use>) {
        self.names = names;
        self.declared.extend(functions);
        self.declared.sort_unstable();
        self.used = used;
        self.used.sort_unstable();
        self.used.dedup();
    }

    /// The words of the ids.
    pub fn names(&self) -> &Arc<Names> {
        &self.names
    }

    /// Everywhere that ids are used, in the order of the files.
    pub fn used(&self) -> &[Use] {
        &self.used
    }

    /// The same with these uses instead: where more is known of them than the loader knows.
    #[must_use]
    pub fn with_used(mut self, used: Vec<Use>) -> Self {
        self.used = used;
        self.used.sort_unstable();
        self.used.dedup();
        self
    }

    /// Every declaration, in the order of the files.
    pub fn declared(&self) -> &[Use] {
        &self.declared
    }

    /// The id that stands at a byte of a file, declared or used; the narrowest, if one lies within another.
    pub fn at(&self, place: Span) -> Option<Use> {
        let all = self.declared.iter().chain(&self.used);
        let here = all.filter(|found| {
            found.span.file == place.file
                && found.span.start <= place.start
                && place.start <= found.span.end
        });
        here.min_by_key(|found| found.span.end - found.span.start)
            .copied()
    }

    /// Where the same thing is declared; nothing for what a regional pack or the program declares.
    pub fn declaration(&self, of: Use) -> Option<Use> {
        let is_same = |found: &&Use| found.kind == of.kind && found.place == of.place;
        self.declared.iter().find(is_same).copied()
    }

    /// Where the same thing is used, in the order of the files.
    pub fn uses(&self, of: Use) -> impl Iterator<Item = Use> + '_ {
        let is_same = move |found: &&Use| found.kind == of.kind && found.place == of.place;
        self.used.iter().filter(is_same).copied()
    }

    /// The whole word of an id: a choice's is `decision.choice`.
    pub fn word(&self, of: Use) -> &str {
        self.names.word(of.kind, of.place)
    }
}
