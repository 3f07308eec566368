//! Authors' files on disk: which there are below a path, and how one is replaced.

use std::fs;
use std::fs::File;
use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

/// How deep folders are searched, and how many files are looked at.
const DEEPEST: usize = 8;
const MOST_FILES: usize = 4096;

/// The file itself, or the files with this ending in a folder and below it, by name. Links and hidden files are left out.
pub fn files_below(path: &Path, ending: &str) -> io::Result<Vec<PathBuf>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    walk(path, ending, DEEPEST, &mut found)?;
    found.sort();
    Ok(found)
}

fn walk(folder: &Path, ending: &str, depth: usize, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        if is_hidden || found.len() >= MOST_FILES {
            continue;
        }
        let path = entry.path();
        if kind.is_dir() && depth > 0 {
            walk(&path, ending, depth - 1, found)?;
        } else if kind.is_file() && path.extension().is_some_and(|kind| kind == ending) {
            found.push(path);
        }
    }
    Ok(())
}

/// Writes a file whole or not at all: beside its place, then renamed. What was there keeps its permissions; a link
/// still leads to where it led.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A device or a pipe has nothing to lose, and must not be renamed over.
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return fs::write(path, bytes);
    }
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let written = (|| {
        let mut file = File::create_new(&beside)?;
        file.write_all(bytes)?;
        if let Ok(before) = fs::metadata(path) {
            file.set_permissions(before.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&beside, path)
    })();
    match &written {
        // Somebody else's file of that name is left alone.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            let _ = fs::remove_file(&beside);
        }
        _ => {}
    }
    written
}
