//! Files into a gzipped tar archive and out of it, within limits.
//!
//! Nothing is ever unpacked by the archive's own idea of where it belongs: entries are read one by one, only plain files
//! with plain names are taken, and bytes are counted as they come out.

use std::io::Read;
use std::io::Write;

use flate2::Compression;
use flate2::GzBuilder;
use flate2::bufread::GzDecoder;
use tar::Archive;
use tar::Builder;
use tar::EntryType;
use tar::Header;

use crate::author::bundle::Refusal;
use crate::scenario::Package;

/// How much an archive may hold.
pub(super) struct Limits {
    files: usize,
    /// Bytes of all files together, as they come out.
    pub(super) bytes: u64,
}

impl Limits {
    /// Of a bundle: a scenario of 16 MiB, sealed or not, and what is said about it.
    pub(super) const OUTER: Limits = Limits {
        files: 300,
        bytes: 18 << 20,
    };
    /// Of what is sealed inside.
    pub(super) const INNER: Limits = Limits {
        files: 256,
        bytes: 17 << 20,
    };
}

/// Names that some systems keep for devices.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// Whether a name is a plain path inside a scenario's folder on every system.
pub(super) fn is_plain(name: &str) -> bool {
    let is_part = |part: &str| {
        let stem = part.split('.').next().unwrap_or_default();
        let device = stem.trim_end_matches(|letter: char| letter.is_ascii_digit());
        !part.is_empty()
            && !part.starts_with('.')
            && !part.ends_with('.')
            && !DEVICES.contains(&device)
            && part.bytes().all(|byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_.-".contains(&byte)
            })
    };
    name.len() <= 96 && name.split('/').count() <= 8 && name.split('/').all(is_part)
}

/// Whether a scenario may hold these files.
pub(super) fn admits(files: &[(String, Vec<u8>)]) -> Result<(), Refusal> {
    for (place, (name, _)) in files.iter().enumerate() {
        if !is_plain(name) {
            return Err(Refusal::Name(name.clone()));
        }
        let is_same = |other: &str| other == name;
        let is_inside = |other: &str| {
            other
                .strip_prefix(name.as_str())
                .is_some_and(|rest| rest.starts_with('/'))
        };
        if files[..place].iter().any(|(other, _)| is_same(other))
            || files.iter().any(|(other, _)| is_inside(other))
        {
            return Err(Refusal::Twice(name.clone()));
        }
    }
    let package = Package::from_files(files.to_vec());
    if package.files().count() == files.len() {
        Ok(())
    } else {
        Err(Refusal::TooMuch)
    }
}

/// An archive of these files. Equal files give equal bytes.
pub(super) fn packed(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let gzip = GzBuilder::new()
        .mtime(0)
        .write(Vec::new(), Compression::best());
    let mut builder = Builder::new(gzip);
    for (name, bytes) in files {
        let mut header = Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(0);
        header.set_entry_type(EntryType::Regular);
        builder
            .append_data(&mut header, name, bytes.as_slice())
            .expect("a short name and bytes in memory can be archived in memory");
    }
    let done = builder.into_inner().and_then(|mut gzip| {
        gzip.flush()?;
        gzip.finish()
    });
    done.unwrap_or_default()
}

/// The files of an archive, in its order.
pub(super) fn unpacked(bytes: &[u8], limits: &Limits) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
    let mut decoder = GzDecoder::new(bytes);
    let mut tar = Vec::new();
    // Headers and padding take a kilobyte a file at most.
    let limit = limits.bytes + 1024 * limits.files as u64 + 10240;
    let read = decoder.by_ref().take(limit + 1).read_to_end(&mut tar);
    read.map_err(|_| Refusal::NotABundle)?;
    if tar.len() as u64 > limit {
        return Err(Refusal::TooMuch);
    }
    // What follows the archive in the file would be read by nobody, or by somebody else.
    if !decoder.into_inner().is_empty() {
        return Err(Refusal::NotABundle);
    }
    let mut archive = Archive::new(tar.as_slice());
    let entries = archive.entries().map_err(|_| Refusal::NotABundle)?;
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut room = limits.bytes;
    // Raw: what would lengthen a name or describe the next entry is an entry of its own, and no plain file.
    for entry in entries.raw(true) {
        let mut entry = entry.map_err(|_| Refusal::NotABundle)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if entry.header().entry_type() != EntryType::Regular {
            return Err(Refusal::NotAFile(name));
        }
        if !is_plain(&name) {
            return Err(Refusal::Name(name));
        }
        if files.iter().any(|(known, _)| *known == name) {
            return Err(Refusal::Twice(name));
        }
        if files.len() >= limits.files {
            return Err(Refusal::TooMuch);
        }
        let mut content = Vec::new();
        let read = entry.by_ref().take(room + 1).read_to_end(&mut content);
        let size = read.map_err(|_| Refusal::NotABundle)? as u64;
        if size != entry.header().size().unwrap_or(u64::MAX) {
            return Err(if size > room {
                Refusal::TooMuch
            } else {
                Refusal::NotABundle
            });
        }
        if size > room {
            return Err(Refusal::TooMuch);
        }
        room -= size;
        files.push((name, content));
    }
    Ok(files)
}
