//! The files of one scenario, wherever they come from: a folder, the binary, a file kept beside a log.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use sha2::Digest;
use sha2::Sha256;

/// The file a scenario begins with.
pub const ENTRY: &str = "scenario.ron";

/// The largest file, in bytes.
pub(super) const LARGEST_FILE: u64 = 1 << 20;
/// The largest scenario, in bytes.
pub(super) const LARGEST_PACKAGE: u64 = 16 << 20;
/// The most files in a scenario.
pub(super) const MOST_FILES: usize = 256;
/// The longest script file, in bytes: compiling a longer one can take seconds.
pub(super) const LONGEST_SCRIPT: u64 = 32 << 10;
/// The most script files.
pub(super) const MOST_SCRIPTS: usize = 64;

/// The files of one scenario by their names relative to its folder, and what could not be had of them.
///
/// Names are `[a-z0-9_.-]` with `/` between; nothing in a package lies outside its folder. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Package {
    /// What the names are shown under: the folder as it was given.
    pub(super) root: String,
    /// What the entry is shown as, if not by its name.
    entry_title: Option<String>,
    /// What is shown for files that lie elsewhere than in the folder.
    titles: BTreeMap<String, String>,
    files: BTreeMap<String, Arc<[u8]>>,
    pub(super) troubles: BTreeMap<String, Trouble>,
    size: u64,
}

/// Why a file is not in the package although it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    NotFound,
    Unreadable(String),
    TooLarge {
        size: u64,
        limit: u64,
    },
    Outside,
    BadName,
    NotAFile,
    /// The whole would be too large with it.
    NoRoom,
    TooMany,
}

impl Package {
    /// A package of these files. Names and sizes are checked; what is not allowed is left out and told when
    /// the package is checked.
    pub fn from_files<B: Into<Arc<[u8]>>>(files: impl IntoIterator<Item = (String, B)>) -> Self {
        let mut package = Self::default();
        for (name, bytes) in files {
            let bytes: Arc<[u8]> = bytes.into();
            let added = match name_trouble(&name) {
                Some(trouble) => Err(trouble),
                None => package.admits(&name, bytes.len() as u64).map(|()| bytes),
            };
            package.put(&name, added);
        }
        package
    }

    /// The files in the order of their names.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_ref()))
    }

    /// One file's bytes.
    pub fn file(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(AsRef::as_ref)
    }

    /// The name of the file that is shown under a title, as diagnostics have it.
    pub fn named(&self, title: &str) -> Option<&str> {
        let mut names = self.files.keys();
        names
            .find(|name| self.title(name) == title)
            .map(String::as_str)
    }

    /// The same files with another content of one of them. Its size is checked as if it had been so from the start.
    #[must_use]
    pub fn with(mut self, name: &str, bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes: Arc<[u8]> = bytes.into();
        if let Some(old) = self.files.remove(name) {
            self.size -= old.len() as u64;
        }
        let added = self.admits(name, bytes.len() as u64).map(|()| bytes);
        self.put(name, added);
        self
    }

    /// Names the content: SHA-256 over names, lengths and bytes in the order of the names, in hexadecimal.
    pub fn hash(&self) -> String {
        let mut sum = Sha256::new();
        for (name, bytes) in self.files() {
            for part in [name.as_bytes(), bytes] {
                sum.update((part.len() as u64).to_le_bytes());
                sum.update(part);
            }
        }
        sum.finalize().iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// The same files shown under another folder's name.
    #[must_use]
    pub fn under(mut self, root: impl Into<String>) -> Self {
        self.root = root.into();
        self
    }

    /// The same files with another name shown for the entry.
    #[must_use]
    pub(super) fn with_entry_shown_as(mut self, title: &str) -> Self {
        self.entry_title = Some(title.to_owned());
        self
    }

    /// Shows another name for one of the files.
    pub(super) fn show_as(&mut self, name: &str, title: String) {
        self.titles.insert(name.to_owned(), title);
    }

    /// What a file is shown as.
    pub(super) fn title(&self, name: &str) -> String {
        match &self.entry_title {
            Some(title) if name == ENTRY => title.clone(),
            _ => match self.titles.get(name) {
                Some(title) => title.clone(),
                None => format!("{}{name}", self.root),
            },
        }
    }

    /// Whether a file of this size may come in.
    pub(super) fn admits(&self, name: &str, size: u64) -> Result<(), Trouble> {
        let limit = if is_script(name) {
            LONGEST_SCRIPT
        } else {
            LARGEST_FILE
        };
        if size > limit {
            Err(Trouble::TooLarge { size, limit })
        } else if self.size + size > LARGEST_PACKAGE {
            Err(Trouble::NoRoom)
        } else if self.files.len() >= MOST_FILES {
            Err(Trouble::TooMany)
        } else {
            Ok(())
        }
    }

    /// Takes in what was had of a file.
    pub(super) fn put(&mut self, name: &str, file: Result<Arc<[u8]>, Trouble>) {
        match file {
            Ok(bytes) => {
                self.size += bytes.len() as u64;
                self.files.insert(name.to_owned(), bytes);
            }
            Err(trouble) => {
                self.troubles.insert(name.to_owned(), trouble);
            }
        }
    }
}

/// Whether a name is a script's.
pub(super) fn is_script(name: &str) -> bool {
    name.strip_prefix("scripts/").is_some_and(|name| {
        name.rsplit_once('.')
            .is_some_and(|(_, kind)| kind == "rhai")
    })
}

/// What keeps a name from being a file's name inside a package.
pub(super) fn name_trouble(name: &str) -> Option<Trouble> {
    let climbs = name.split(['/', '\\']).any(|part| part == "..");
    let leaves = name.starts_with(['/', '\\', '~']) || name.contains(':') || name.contains('\\');
    if climbs || leaves {
        return Some(Trouble::Outside);
    }
    let is_plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.bytes().all(|byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_.-".contains(&byte)
            })
    };
    let is_name =
        name.len() <= 128 && name.split('/').count() <= 8 && name.split('/').all(is_plain);
    (!is_name).then_some(Trouble::BadName)
}
