//! The scenario as played: one compressed file beside the logs, named by what is in it.
//!
//! Inside is a plain list, `demarche-package 1` and then, for each file in order of its name, a line `<length> <name>` and
//! its bytes. The hash is taken over this list, so that it doesn't depend on how the list is compressed.

use std::collections::BTreeMap;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

use crate::log::disk::Access;
use crate::log::disk::Disk;
use crate::log::error::Doing;
use crate::log::error::LogError;
use crate::log::error::While;
use crate::log::hash::Hash;
use crate::log::replace::folder_of;
use crate::log::replace::replace;
use crate::log::replace::sync_folder;

const TITLE: &[u8] = b"demarche-package 1\n";
const MAX_FILES: usize = 256;
/// The whole list, unpacked. A scenario is at most 16 MiB.
const MAX_BYTES: u64 = 16 * 1024 * 1024 + 64 * 1024;
const MAX_NAME: usize = 200;

/// The files of a scenario by name. Every name stays inside the scenario's folder on every system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    files: BTreeMap<String, Vec<u8>>,
}

impl Package {
    /// A scenario's files, if they can be kept: few enough, small enough, and named with a-z, 0-9 and `_ . - /` only.
    pub fn new(files: BTreeMap<String, Vec<u8>>) -> Result<Self, LogError> {
        if let Some(name) = files.keys().find(|name| !is_allowed(name)) {
            return Err(LogError::BadName { name: name.clone() });
        }
        let package = Self { files };
        let bytes = package.list().len() as u64;
        if package.files.len() > MAX_FILES || bytes > MAX_BYTES {
            return Err(LogError::PackageTooLarge {
                files: package.files.len(),
                bytes,
            });
        }
        Ok(package)
    }

    pub fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }

    /// What names it: equal files have equal hashes.
    pub fn hash(&self) -> Hash {
        Hash::of(&self.list())
    }

    /// The package that a log's header names, from beside that log.
    pub fn read(disk: &dyn Disk, log: &Path, hash: Hash) -> Result<Self, LogError> {
        let path = path(log, hash);
        if !disk.exists(&path).while_doing(Doing::Open, &path)? {
            return Err(LogError::NoPackage { path });
        }
        let mut file = disk
            .open(&path, Access::Read)
            .while_doing(Doing::Open, &path)?;
        let packed = file.read(0, MAX_BYTES).while_doing(Doing::Read, &path)?;
        unpack(&packed, hash).ok_or(LogError::BadPackage { path })
    }

    /// Puts the package beside a log, unless it is there already and good.
    pub(super) fn keep(&self, disk: &dyn Disk, log: &Path) -> Result<(), LogError> {
        let hash = self.hash();
        let path = path(log, hash);
        if Self::read(disk, log, hash).is_ok() {
            // Whoever put it there may have been stopped before its name was safe.
            return sync_folder(disk, &path);
        }
        replace(disk, &path, &self.pack().while_doing(Doing::Write, &path)?)
    }

    fn pack(&self) -> std::io::Result<Vec<u8>> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&self.list())?;
        encoder.finish()
    }

    fn list(&self) -> Vec<u8> {
        let mut list = TITLE.to_vec();
        for (name, bytes) in &self.files {
            list.extend_from_slice(format!("{} {name}\n", bytes.len()).as_bytes());
            list.extend_from_slice(bytes);
        }
        list
    }
}

/// Reads a packed list, if it is the one with this hash and everything in it is allowed.
fn unpack(packed: &[u8], hash: Hash) -> Option<Package> {
    let mut list = Vec::new();
    ZlibDecoder::new(packed)
        .take(MAX_BYTES + 1)
        .read_to_end(&mut list)
        .ok()?;
    if list.len() as u64 > MAX_BYTES || Hash::of(&list) != hash {
        return None;
    }
    let mut files = BTreeMap::new();
    let mut rest = list.strip_prefix(TITLE)?;
    while !rest.is_empty() {
        let newline = rest.iter().position(|byte| *byte == b'\n')?;
        let (length, name) = std::str::from_utf8(&rest[..newline])
            .ok()?
            .split_once(' ')?;
        let end = length.parse::<usize>().ok()?.checked_add(newline + 1)?;
        files.insert(name.to_owned(), rest.get(newline + 1..end)?.to_vec());
        rest = &rest[end..];
    }
    // A list that says the same thing in another order, or one thing twice, is not one of ours.
    Package::new(files)
        .ok()
        .filter(|package| package.list() == list)
}

/// Whether a file of a scenario may be kept under this name.
fn is_allowed(name: &str) -> bool {
    let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'.' | b'-' | b'/');
    name.len() <= MAX_NAME
        && name.bytes().all(plain)
        && name
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != "..")
}

/// Where the package with this hash lies beside a log.
pub(super) fn path(log: &Path, hash: Hash) -> PathBuf {
    folder_of(log).join("packages").join(format!("{hash}.pack"))
}

/// The file whose lock keeps packages from being removed while a log that names one is being made.
pub(super) fn guard_path(log: &Path) -> PathBuf {
    folder_of(log).join("packages").join("guard")
}
