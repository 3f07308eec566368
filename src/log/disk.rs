//! What the log asks of a disk, so that tests can stand a failing or forgetful one in its place.

mod real;

use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::time::SystemTime;

pub use real::RealDisk;

/// What a file is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// An existing regular file, for reading.
    Read,
    /// An existing regular file, for reading and writing.
    Write,
    /// As `Write`, and made empty first if it is missing.
    Create,
}

/// One regular file of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub path: PathBuf,
    pub bytes: u64,
    /// When it was last written, if the disk knows.
    pub modified: Option<SystemTime>,
}

/// A file system: each method is one operation that may fail and leaves no half-done state but its own.
pub trait Disk: Send + Sync {
    /// Makes one folder; one that is there already is fine.
    fn create_dir(&self, path: &Path) -> io::Result<()>;
    /// Opens a regular file; anything else (a folder, a pipe, a device) is refused.
    fn open(&self, path: &Path, access: Access) -> io::Result<Box<dyn DiskFile>>;
    fn exists(&self, path: &Path) -> io::Result<bool>;
    /// Renames at once, replacing what is there.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Makes the names in a folder last.
    fn sync_dir(&self, path: &Path) -> io::Result<()>;
    /// The regular files of a folder, by name; a folder that is missing has none.
    fn list(&self, dir: &Path) -> io::Result<Vec<Found>>;
    /// Bytes this user may still write in a folder, or nothing where the system cannot say.
    fn free_space(&self, dir: &Path) -> io::Result<Option<u64>>;
}

/// One open file.
pub trait DiskFile: Send {
    /// Reads from an offset until the end, or until `most` bytes are there.
    fn read(&mut self, from: u64, most: u64) -> io::Result<Vec<u8>>;
    /// One write at an offset; returns how many bytes were taken, which may be fewer than given.
    fn write(&mut self, at: u64, bytes: &[u8]) -> io::Result<usize>;
    fn set_len(&mut self, len: u64) -> io::Result<()>;
    /// Makes the bytes last, and the length with them.
    fn sync(&mut self) -> io::Result<()>;
    /// Takes the file for this opening alone; false if another has it. Closing gives it back.
    fn try_lock(&self) -> io::Result<bool>;
    /// Waits until the file is this opening's alone.
    fn lock(&self) -> io::Result<()>;
    /// Whether the path still names this very file, and it is still `len` bytes long.
    fn is_still(&self, path: &Path, len: u64) -> io::Result<bool>;
}
