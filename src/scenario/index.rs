//! Every id of a scenario: where it is declared, and where it is used.

use std::sync::Arc;

use crate::diag::Span;
use crate::model::id::Names;
use crate::scenario::ids::Ids;
use crate::script::Use;

/// Where ids stand, in scenario files and in scripts. It is there for a scenario with mistakes too, as far as it can be read.
#[derive(Clone, Debug, Default)]
pub struct Index {
    names: Arc<Names>,
    declared: Vec<Use>,
    used: Vec<Use>,
}

impl Index {
    pub(super) fn new(ids: &Ids) -> Self {
        let declared = ids.places.iter().filter_map(|((kind, word), span)| {
            let place = ids.names.find(*kind, word)?;
            Some(Use {
                span: *span,
                kind: *kind,
                place,
            })
        });
        Self {
            names: Arc::default(),
            declared: declared.collect(),
            used: Vec::new(),
        }
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
    pub fn names(&self) -> &Names {
        &self.names
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
