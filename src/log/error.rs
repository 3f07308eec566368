//! How the disk, or what lies on it, can fail a log.

use std::fmt;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use thiserror::Error;

/// Why a log, or something beside it, could not be written or read.
#[derive(Debug, Error)]
pub enum LogError {
    #[error("cannot {doing} {path:?}")]
    Disk {
        path: PathBuf,
        doing: Doing,
        #[source]
        source: io::Error,
    },
    /// Another process, or another part of this one, has the log open.
    #[error("{path:?} is open elsewhere: an exercise has one writer at a time")]
    InUse { path: PathBuf },
    #[error("{path:?} is there already")]
    Exists { path: PathBuf },
    #[error("{path:?} is not an exercise log")]
    NotALog { path: PathBuf },
    /// Written by a later release whose format this one cannot read.
    #[error("{path:?} has log format {format}; this release reads up to {newest}")]
    Newer {
        path: PathBuf,
        format: u32,
        newest: u32,
    },
    /// Something other than an unfinished last line is wrong; the file was left as it is.
    #[error("{path:?}, line {line}: {damage}")]
    Damaged {
        path: PathBuf,
        /// Counted as an editor does: the header is line 1.
        line: u32,
        damage: Damage,
    },
    /// The line is whole, but this release does not know what it says.
    #[error("{path:?}, line {line}: whole, but not understood")]
    NotUnderstood {
        path: PathBuf,
        line: u32,
        #[source]
        source: serde_json::Error,
    },
    #[error("cannot put line {line} of {path:?} into words")]
    Encode {
        path: PathBuf,
        line: u32,
        #[source]
        source: serde_json::Error,
    },
    #[error("{path:?} is larger than {limit} bytes")]
    TooLarge { path: PathBuf, limit: u64 },
    /// The file was removed, replaced or written by somebody else while it was open here.
    #[error("{path:?} was changed by another program while it was open")]
    Replaced { path: PathBuf },
    /// An earlier write or sync failed: nothing more is acknowledged until the log is opened again.
    #[error("{path:?} is read-only since a write failed")]
    ReadOnly { path: PathBuf },
    /// The scenario as played is not beside the log.
    #[error("the scenario as played is missing: {path:?}")]
    NoPackage { path: PathBuf },
    /// It is there but is not what its name says.
    #[error("the scenario as played is damaged: {path:?}")]
    BadPackage { path: PathBuf },
}

/// What was being done to a path when the disk refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    MakeFolder,
    Open,
    Lock,
    Read,
    Write,
    Sync,
    Cut,
    Rename,
    Remove,
    List,
    Measure,
}

impl Doing {
    /// Its key in the catalogue.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::MakeFolder => "log-doing-make-folder",
            Self::Open => "log-doing-open",
            Self::Lock => "log-doing-lock",
            Self::Read => "log-doing-read",
            Self::Write => "log-doing-write",
            Self::Sync => "log-doing-sync",
            Self::Cut => "log-doing-cut",
            Self::Rename => "log-doing-rename",
            Self::Remove => "log-doing-remove",
            Self::List => "log-doing-list",
            Self::Measure => "log-doing-measure",
        }
    }
}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::MakeFolder => "make the folder",
            Self::Open => "open",
            Self::Lock => "lock",
            Self::Read => "read",
            Self::Write => "write",
            Self::Sync => "save",
            Self::Cut => "cut the unfinished line from",
            Self::Rename => "rename",
            Self::Remove => "remove",
            Self::List => "list",
            Self::Measure => "measure the free space of",
        })
    }
}

/// What is wrong with a line of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Damage {
    /// Its bytes do not fit its checksum.
    #[error("was changed: its checksum does not fit")]
    Checksum,
    /// Its checksum fits, but it is not a line of a log.
    #[error("is not a line of a log")]
    Shape,
    /// Lines were lost, repeated or moved.
    #[error("stands in the wrong place: it says that it is line {says}")]
    Order { says: u32 },
    /// It names another line as the one before.
    #[error(
        "does not follow the line before: one of the two was changed, or comes from another exercise"
    )]
    Chain,
}

/// Says what was being done to which path when an operation failed.
pub(super) trait While<T> {
    fn while_doing(self, doing: Doing, path: &Path) -> Result<T, LogError>;
}

impl<T> While<T> for io::Result<T> {
    fn while_doing(self, doing: Doing, path: &Path) -> Result<T, LogError> {
        self.map_err(|source| LogError::Disk {
            path: path.to_owned(),
            doing,
            source,
        })
    }
}
