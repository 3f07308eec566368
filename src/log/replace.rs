//! Files that appear whole or not at all: written beside their place, synced, renamed.

use std::ffi::OsString;
use std::path::Path;
use std::path::PathBuf;

use crate::log::disk::Access;
use crate::log::disk::Disk;
use crate::log::disk::DiskFile;
use crate::log::error::Doing;
use crate::log::error::LogError;
use crate::log::error::While;

/// A file whose bytes will last, under a name of its own beside the one it is meant for.
pub(super) struct Prepared {
    temporary: PathBuf,
    pub(super) file: Box<dyn DiskFile>,
}

/// Writes and syncs a file beside its place, taken for this opening alone.
pub(super) fn prepare(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<Prepared, LogError> {
    let temporary = beside(path, ".new");
    let file = disk
        .open(&temporary, Access::Create)
        .while_doing(Doing::Open, &temporary)?;
    if !file.try_lock().while_doing(Doing::Lock, &temporary)? {
        return Err(LogError::InUse {
            path: path.to_owned(),
        });
    }
    let mut prepared = Prepared { temporary, file };
    match prepared.fill(bytes) {
        Ok(()) => Ok(prepared),
        Err(error) => {
            prepared.discard(disk);
            Err(error)
        }
    }
}

impl Prepared {
    /// Gives the file its name, in place of what had it.
    pub(super) fn settle(
        self,
        disk: &dyn Disk,
        path: &Path,
    ) -> Result<Box<dyn DiskFile>, LogError> {
        if let Err(source) = disk.rename(&self.temporary, path) {
            self.discard(disk);
            return Err(LogError::Disk {
                path: path.to_owned(),
                doing: Doing::Rename,
                source,
            });
        }
        sync_folder(disk, path)?;
        Ok(self.file)
    }

    /// Takes the file away. If that fails too, the next attempt to make the same file uses it again.
    pub(super) fn discard(self, disk: &dyn Disk) {
        let _ = disk.remove(&self.temporary);
    }

    fn fill(&mut self, bytes: &[u8]) -> Result<(), LogError> {
        self.file
            .set_len(0)
            .while_doing(Doing::Write, &self.temporary)?;
        write_all(self.file.as_mut(), 0, bytes, &self.temporary)?;
        self.file.sync().while_doing(Doing::Sync, &self.temporary)
    }
}

/// Puts bytes at a path, whole or not at all.
pub(super) fn replace(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), LogError> {
    prepare(disk, path, bytes)?.settle(disk, path).map(drop)
}

/// One write. A disk that takes only a part of it is full or about to fail, so that the rest is not tried.
pub(super) fn write_all(
    file: &mut dyn DiskFile,
    at: u64,
    bytes: &[u8],
    path: &Path,
) -> Result<(), LogError> {
    let written = file.write(at, bytes).while_doing(Doing::Write, path)?;
    if written < bytes.len() {
        let source = std::io::ErrorKind::WriteZero.into();
        return Err(LogError::Disk {
            path: path.to_owned(),
            doing: Doing::Write,
            source,
        });
    }
    Ok(())
}

/// Makes the folder of a path, and those above it, so that they last.
pub(super) fn make_folder_of(disk: &dyn Disk, path: &Path) -> Result<(), LogError> {
    let folder = folder_of(path);
    if disk.exists(folder).while_doing(Doing::Open, folder)? {
        // Whoever made it may have been stopped before its name was safe. A folder above that may not be read is somebody
        // else's, and as safe as it will be.
        let _ = sync_folder(disk, folder);
        return Ok(());
    }
    make_folder_of(disk, folder)?;
    disk.create_dir(folder)
        .while_doing(Doing::MakeFolder, folder)?;
    sync_folder(disk, folder)
}

/// Makes the names beside a path last.
pub(super) fn sync_folder(disk: &dyn Disk, path: &Path) -> Result<(), LogError> {
    let folder = folder_of(path);
    disk.sync_dir(folder).while_doing(Doing::Sync, folder)
}

/// The folder a path lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => path,
    }
}

/// The path of a file that lies beside another: its name and an ending.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}
