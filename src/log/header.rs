//! The first line of a log: which exercise it is.

use serde::Deserialize;
use serde::Serialize;

use crate::log::error::Damage;
use crate::log::hash::Hash;
use crate::log::line;
use crate::log::package;
use crate::scenario::Package;

/// The format this release writes and the newest it reads. Raise it when an older release could no longer read a log that
/// this one writes: a new command or event, a field whose meaning changes. The first 18 bytes of a line and the
/// `format` field of a header stay as they are in every format, so that any release can tell "newer" from "damaged".
pub const FORMAT: u32 = 1;

/// The oldest format this release reads. Raise it only when the code that reads an older one is taken out.
pub(super) const OLDEST_FORMAT: u32 = 1;

/// A longer title is cut after this many characters, so that a header stays small.
const MAX_TITLE: usize = 200;

/// Which exercise a log holds. No wall-clock time is in it: two runs with the same seed and choices give the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    pub format: u32,
    /// The scenario's own id.
    pub scenario: String,
    /// The scenario as played: the hash of its package, and the package's file name.
    pub package: Hash,
    pub seed: u64,
    /// The release that wrote the log.
    pub version: String,
    /// The scenario's title, so that a list of exercises need not open packages.
    pub title: String,
    /// Where this exercise was forked from, if it was.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lineage: Option<Lineage>,
}

/// The line of another log after which an exercise goes its own way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lineage {
    /// The hash of that line, which stands for everything before it too.
    pub hash: Hash,
    /// Its number in that log, counted as an editor does.
    pub line: u32,
}

/// What a first line turned out to be.
pub(super) enum FirstLine {
    Header(Header),
    Newer(u32),
    Damaged(Damage),
    NotALog,
}

impl Header {
    /// The header of a new exercise, in this release's format.
    pub fn new(scenario: &str, title: &str, package: &Package, seed: u64) -> Self {
        Self {
            format: FORMAT,
            scenario: scenario.to_owned(),
            package: package::hash_of(package),
            seed,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            title: title.chars().take(MAX_TITLE).collect(),
            lineage: None,
        }
    }

    /// The header as the bytes of a line, without the newline.
    pub(super) fn encode(&self) -> Result<Vec<u8>, serde_json::Error> {
        Ok(line::seal(&serde_json::to_vec(self)?))
    }

    /// Reads a first line, without its newline.
    pub(super) fn decode(bytes: &[u8]) -> FirstLine {
        /// The one field that every format has.
        #[derive(Deserialize)]
        struct AnyFormat {
            format: u32,
        }
        if !bytes.starts_with(line::OPENING) {
            return FirstLine::NotALog;
        }
        let Some(body) = line::checked(bytes) else {
            return FirstLine::Damaged(Damage::Checksum);
        };
        match serde_json::from_slice(bytes) {
            Ok(AnyFormat { format }) if format > FORMAT => return FirstLine::Newer(format),
            Ok(AnyFormat { format }) if format >= OLDEST_FORMAT => {}
            _ => return FirstLine::Damaged(Damage::Shape),
        }
        match serde_json::from_slice(&[b"{", body].concat()) {
            Ok(header) => FirstLine::Header(header),
            Err(_) => FirstLine::Damaged(Damage::Shape),
        }
    }
}
