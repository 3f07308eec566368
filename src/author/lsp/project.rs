//! A scenario as an editor has it: the files on the disk, with the unsaved texts of open ones instead.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use crate::author::check::check;
use crate::author::lsp::within::with_ids_within;
use crate::author::sentences::sentences;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Sources;
use crate::diag::Span;
use crate::scenario;
use crate::scenario::ENTRY;
use crate::scenario::Index;
use crate::scenario::Package;
use crate::scenario::Unsaved;
use crate::script::Playable;
use crate::text::SafeText;
use crate::text::Words;

/// How many folders above a file its scenario may begin.
const HIGHEST: usize = 4;

/// What was read of a scenario.
pub(super) struct Project {
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) sources: Sources,
    pub(super) index: Index,
    /// What can be played, and what it was read from; nothing if something is wrong with it.
    played: Option<(Arc<Playable>, Package)>,
    /// The files by path.
    files: BTreeMap<PathBuf, FileId>,
}

/// The folder in which the scenario of a file begins; the file itself if it belongs to none.
pub(super) fn root(path: &Path, open: &BTreeMap<PathBuf, String>) -> PathBuf {
    let folders = path.ancestors().take(HIGHEST);
    let is_root = |folder: &&Path| {
        let entry = folder.join(ENTRY);
        open.contains_key(&entry) || entry.is_file()
    };
    let mut folders = folders;
    folders.find(is_root).unwrap_or(path).to_owned()
}

impl Project {
    /// Reads the scenario that begins in a folder, or the one that is a file alone.
    /// With everything that is wrong with it.
    pub(super) fn load(root: &Path, open: &BTreeMap<PathBuf, String>) -> Self {
        if open.contains_key(root) {
            return Self::asked(root, open);
        }
        let package = scenario::load_with(root, &unsaved(root, open));
        let checked = check(&package);
        let project = Self::of(checked.diagnostics, checked.sources, checked.index);
        Self {
            played: checked.playable.map(|playable| (playable, package)),
            ..project
        }
    }

    /// The same with what keeps it from being played only, which is read faster: for asking what can stand somewhere.
    pub(super) fn asked(root: &Path, open: &BTreeMap<PathBuf, String>) -> Self {
        let opened = match open.get(root) {
            // A file that belongs to no scenario is one by itself.
            Some(text) => scenario::check_source(&root.to_string_lossy(), text),
            None => scenario::open(&scenario::load_with(root, &unsaved(root, open))),
        };
        Self::of(opened.diagnostics, opened.sources, opened.index)
    }

    fn of(diagnostics: Vec<Diagnostic>, sources: Sources, index: Index) -> Self {
        let mut files = BTreeMap::new();
        for file in sources.files() {
            files.insert(PathBuf::from(sources.name(file)), file);
        }
        Self {
            diagnostics,
            index: with_ids_within(index, &sources),
            sources,
            played: None,
            files,
        }
    }

    /// What a row does, in a plain sentence; nothing if something is wrong with the scenario, or such a row does nothing.
    pub(super) fn sentence(&self, word: &str, words: &Words) -> Option<SafeText> {
        let (playable, package) = self.played.as_ref()?;
        let mut said = sentences(playable, package, words, Some(word)).into_iter();
        said.next()
    }

    /// A file of the scenario.
    pub(super) fn file(&self, path: &Path) -> Option<FileId> {
        self.files.get(path).copied()
    }

    /// The path of a file; `None` for one that is in the program and not on the disk.
    pub(super) fn path(&self, file: FileId) -> Option<PathBuf> {
        let path = PathBuf::from(self.sources.name(file));
        let is_packed = path
            .iter()
            .rev()
            .nth(1)
            .is_some_and(|folder| folder == "packs");
        (!is_packed || path.is_file()).then_some(path)
    }

    /// The empty span at a byte of a file.
    pub(super) fn span(&self, path: &Path, offset: usize) -> Option<Span> {
        Some(Span::of(self.file(path)?, offset..offset))
    }
}

/// The open texts below a folder, by their names in it.
pub(super) fn unsaved(root: &Path, open: &BTreeMap<PathBuf, String>) -> Unsaved {
    let below = open.iter().filter_map(|(path, text)| {
        let name = path.strip_prefix(root).ok()?;
        let name: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
        let bytes: Arc<[u8]> = text.as_bytes().into();
        Some((name.join("/"), bytes))
    });
    below.collect()
}
