//! The disk of this machine, through `std::fs`.

use std::fs;
use std::fs::File;
use std::fs::OpenOptions;
use std::fs::TryLockError;
use std::io;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;
use std::io::Write;
use std::path::Path;

use crate::log::disk::Access;
use crate::log::disk::Disk;
use crate::log::disk::DiskFile;
use crate::log::disk::Found;

/// The file system of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        match fs::create_dir(path) {
            Err(_) if path.is_dir() => Ok(()),
            made => made,
        }
    }

    fn open(&self, path: &Path, access: Access) -> io::Result<Box<dyn DiskFile>> {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            // Opening a pipe would wait for its other end, and a device never ends.
            Ok(metadata) if !metadata.is_file() => {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidInput,
                    "not a regular file",
                ));
            }
            Err(source) if access != Access::Create => return Err(source),
            _ => {}
        }
        let file = OpenOptions::new()
            .read(true)
            .write(access != Access::Read)
            .create(access == Access::Create)
            .truncate(false)
            .open(path)?;
        Ok(Box::new(RealFile(file)))
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        // A link that leads nowhere is there too: renaming onto it would replace it.
        match fs::symlink_metadata(path) {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    #[cfg(unix)]
    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        File::open(path)?.sync_all()
    }

    /// Elsewhere a folder cannot be opened as a file, and the system keeps names by itself.
    #[cfg(not(unix))]
    fn sync_dir(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<Found>> {
        let entries = match fs::read_dir(dir) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut found = Vec::new();
        for entry in entries {
            let path = entry?.path();
            // What vanishes between the listing and the look is no longer one of the folder's files.
            let Ok(metadata) = fs::metadata(&path) else {
                continue;
            };
            if metadata.is_file() {
                found.push(Found {
                    path,
                    bytes: metadata.len(),
                    modified: metadata.modified().ok(),
                });
            }
        }
        found.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(found)
    }

    #[cfg(unix)]
    fn free_space(&self, dir: &Path) -> io::Result<Option<u64>> {
        let space = rustix::fs::statvfs(dir)?;
        Ok(Some(space.f_bavail.saturating_mul(space.f_frsize)))
    }

    #[cfg(not(unix))]
    fn free_space(&self, _dir: &Path) -> io::Result<Option<u64>> {
        Ok(None)
    }
}

struct RealFile(File);

impl DiskFile for RealFile {
    fn read(&mut self, from: u64, most: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.0.seek(SeekFrom::Start(from))?;
        (&self.0).take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn write(&mut self, at: u64, bytes: &[u8]) -> io::Result<usize> {
        self.0.seek(SeekFrom::Start(at))?;
        loop {
            match self.0.write(bytes) {
                // A signal came before anything was written.
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                written => return written,
            }
        }
    }

    fn set_len(&mut self, len: u64) -> io::Result<()> {
        self.0.set_len(len)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn try_lock(&self) -> io::Result<bool> {
        match self.0.try_lock() {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => unlocked_is_fine(error).map(|()| true),
        }
    }

    fn lock(&self) -> io::Result<()> {
        self.0.lock().or_else(unlocked_is_fine)
    }

    fn is_still(&self, path: &Path, len: u64) -> io::Result<bool> {
        let open = self.0.metadata()?;
        if open.len() != len {
            return Ok(false);
        }
        match fs::metadata(path) {
            Ok(named) => Ok(same_file(&open, &named)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Some shared folders know no locks. Playing there is better than not playing: a second writer is still noticed by the
/// length of the file.
fn unlocked_is_fine(error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::Unsupported {
        Ok(())
    } else {
        Err(error)
    }
}

#[cfg(unix)]
fn same_file(open: &fs::Metadata, named: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    open.dev() == named.dev() && open.ino() == named.ino()
}

/// Elsewhere an open file can be neither removed nor replaced.
#[cfg(not(unix))]
fn same_file(_open: &fs::Metadata, _named: &fs::Metadata) -> bool {
    true
}
