//! The scenario as played: one compressed file beside the logs, named by what is in it.
//!
//! Inside is a plain list, `demarche-package 1` and then, for each file in order of its name, a line `<length> <name>` and
//! its bytes. Names and sizes are the package's own to check; nothing is ever unpacked onto the disk.

use std::io;
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
use crate::scenario::Package;

const TITLE: &[u8] = b"demarche-package 1\n";
/// The whole list, unpacked: a scenario of 16 MiB and the names of its files.
const MAX_BYTES: u64 = 16 * 1024 * 1024 + 64 * 1024;

/// The package that a log's header names, from beside that log: every file as it was when it was played.
pub fn kept(disk: &dyn Disk, log: &Path, hash: Hash) -> Result<Package, LogError> {
    let path = path(log, hash);
    if !disk.exists(&path).while_doing(Doing::Open, &path)? {
        return Err(LogError::NoPackage { path });
    }
    let mut file = disk
        .open(&path, Access::Read)
        .while_doing(Doing::Open, &path)?;
    let packed = file.read(0, MAX_BYTES).while_doing(Doing::Read, &path)?;
    let package = unpack(&packed).filter(|package| hash_of(package) == hash);
    package.ok_or(LogError::BadPackage { path })
}

/// What names a package: equal files have equal hashes, however they are compressed.
pub(super) fn hash_of(package: &Package) -> Hash {
    Hash::parse(&package.hash()).expect("a package's hash is 64 lower-case hexadecimal digits")
}

/// Puts a package beside a log, unless it is there already and good.
pub(super) fn keep(disk: &dyn Disk, log: &Path, package: &Package) -> Result<(), LogError> {
    let hash = hash_of(package);
    let path = path(log, hash);
    if kept(disk, log, hash).is_ok() {
        // Whoever put it there may have been stopped before its name was safe.
        return sync_folder(disk, &path);
    }
    let packed = pack(package).while_doing(Doing::Write, &path)?;
    replace(disk, &path, &packed)
}

fn pack(package: &Package) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(TITLE)?;
    for (name, bytes) in package.files() {
        writeln!(encoder, "{} {name}", bytes.len())?;
        encoder.write_all(bytes)?;
    }
    encoder.finish()
}

/// Reads a packed list. A name or a size that no package may have is left out, and the hash will not fit.
fn unpack(packed: &[u8]) -> Option<Package> {
    let mut list = Vec::new();
    let decoder = ZlibDecoder::new(packed);
    decoder.take(MAX_BYTES + 1).read_to_end(&mut list).ok()?;
    if list.len() as u64 > MAX_BYTES {
        return None;
    }
    let mut files = Vec::new();
    let mut rest = list.strip_prefix(TITLE)?;
    while !rest.is_empty() {
        let newline = rest.iter().position(|byte| *byte == b'\n')?;
        let heading = std::str::from_utf8(&rest[..newline]).ok()?;
        let (length, name) = heading.split_once(' ')?;
        let end = length.parse::<usize>().ok()?.checked_add(newline + 1)?;
        files.push((name.to_owned(), rest.get(newline + 1..end)?));
        rest = &rest[end..];
    }
    Some(Package::from_files(files))
}

/// Where the package with this hash lies beside a log.
pub(super) fn path(log: &Path, hash: Hash) -> PathBuf {
    folder_of(log).join("packages").join(format!("{hash}.pack"))
}

/// The file whose lock keeps packages from being removed while a log that names one is being made.
pub(super) fn guard_path(log: &Path) -> PathBuf {
    folder_of(log).join("packages").join("guard")
}
