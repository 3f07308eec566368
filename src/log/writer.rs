//! A log that is being written: created or opened, then appended to.

use std::path::Path;
use std::path::PathBuf;

use serde::Serialize;

use crate::log::contents::Contents;
use crate::log::contents::Ending;
use crate::log::contents::MAX_LOG_BYTES;
use crate::log::disk::Access;
use crate::log::disk::Disk;
use crate::log::disk::DiskFile;
use crate::log::error::Doing;
use crate::log::error::LogError;
use crate::log::error::While;
use crate::log::hash::Hash;
use crate::log::header::Header;
use crate::log::line::Line;
use crate::log::package;
use crate::log::replace;
use crate::log::times::Times;
use crate::scenario::Package;

/// A log open for writing, by nobody else. Dropping it gives it back.
///
/// **Invariant:** every line that `append` returned for is on the disk, whole, once and in order. After the first failed
/// write or sync the log is read-only: a second sync on the same file may succeed without having written anything.
pub struct Log {
    path: PathBuf,
    file: Box<dyn DiskFile>,
    times: Times,
    /// The number of the next line; the header is line 1.
    next: u32,
    /// The hash of the last line.
    last: Hash,
    len: u64,
    read_only: bool,
}

/// A log that was opened again, with what it holds.
pub struct Opened {
    pub log: Log,
    pub contents: Contents,
    /// What had to be cut off its end, if anything.
    pub recovered: Option<Recovered>,
}

/// An unfinished last line was cut off. It had never been acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recovered {
    pub dropped_bytes: u64,
}

impl Log {
    /// Begins a log at a path that is still free, with the scenario as played beside it.
    ///
    /// The header was made for this package.
    pub fn create(
        disk: &dyn Disk,
        path: &Path,
        header: &Header,
        package: &Package,
    ) -> Result<Self, LogError> {
        debug_assert_eq!(
            header.package,
            package::hash_of(package),
            "a log names the scenario it was played with"
        );
        let guard_path = package::guard_path(path);
        replace::make_folder_of(disk, &guard_path)?;
        let guard = disk
            .open(&guard_path, Access::Create)
            .while_doing(Doing::Open, &guard_path)?;
        guard.lock().while_doing(Doing::Lock, &guard_path)?;
        package::keep(disk, path, package)?;
        let mut bytes = header.encode().map_err(|source| LogError::Encode {
            path: path.to_owned(),
            line: 1,
            source,
        })?;
        let last = Hash::of(&bytes);
        bytes.push(b'\n');
        let prepared = replace::prepare(disk, path, &bytes)?;
        match disk.exists(path).while_doing(Doing::Open, path) {
            Ok(false) => {}
            taken => {
                prepared.discard(disk);
                return Err(taken.err().unwrap_or_else(|| LogError::Exists {
                    path: path.to_owned(),
                }));
            }
        }
        let file = prepared.settle(disk, path)?;
        let times = Times::open(disk, path);
        Ok(Self {
            path: path.to_owned(),
            file,
            times,
            next: 2,
            last,
            len: bytes.len() as u64,
            read_only: false,
        })
    }

    /// Opens a log to go on with it: takes it, reads it, cuts off an unfinished last line. A log that is damaged anywhere
    /// else is refused and left as it is; [`Contents::read`] still reads it up to there.
    pub fn open(disk: &dyn Disk, path: &Path) -> Result<Opened, LogError> {
        let mut file = disk
            .open(path, Access::Write)
            .while_doing(Doing::Open, path)?;
        if !file.try_lock().while_doing(Doing::Lock, path)? {
            return Err(LogError::InUse {
                path: path.to_owned(),
            });
        }
        let contents = Contents::of(file.as_mut(), path)?;
        let last_line = contents.last_line();
        let end = last_line.end as u64;
        let recovered = match contents.ending() {
            Ending::Whole => None,
            Ending::Torn { bytes } => {
                file.set_len(end).while_doing(Doing::Cut, path)?;
                Some(Recovered {
                    dropped_bytes: bytes,
                })
            }
            Ending::Damaged { line, damage } => {
                return Err(LogError::Damaged {
                    path: path.to_owned(),
                    line,
                    damage,
                });
            }
        };
        // The last line may be one whose sync failed: the system can show it and yet believe that it need not be
        // written. The same bytes once more make sure that this sync is about them.
        replace::write_all(
            file.as_mut(),
            last_line.start as u64,
            contents.last_bytes(),
            path,
        )?;
        file.sync().while_doing(Doing::Sync, path)?;
        replace::sync_folder(disk, path)?;
        if !file.is_still(path, end).while_doing(Doing::Read, path)? {
            return Err(LogError::Replaced {
                path: path.to_owned(),
            });
        }
        let log = Self {
            path: path.to_owned(),
            file,
            times: Times::open(disk, path),
            next: contents.next_number(),
            last: contents.last(),
            len: end,
            read_only: false,
        };
        Ok(Opened {
            log,
            contents,
            recovered,
        })
    }

    /// Adds a line and returns its number, once it is on the disk: only then may the command be acknowledged.
    ///
    /// `milliseconds` since 1970 go beside the log, not into it.
    pub fn append<C: Serialize, E: Serialize>(
        &mut self,
        line: &Line<C, E>,
        milliseconds: u64,
    ) -> Result<u32, LogError> {
        if self.read_only {
            return Err(LogError::ReadOnly {
                path: self.path.clone(),
            });
        }
        let number = self.next;
        let mut bytes = line
            .encode(number, self.last)
            .map_err(|source| LogError::Encode {
                path: self.path.clone(),
                line: number,
                source,
            })?;
        let hash = Hash::of(&bytes);
        bytes.push(b'\n');
        self.read_only = true;
        self.write(&bytes)?;
        self.read_only = false;
        self.next = number.saturating_add(1);
        self.last = hash;
        self.len += bytes.len() as u64;
        self.times.note(number, milliseconds);
        Ok(number)
    }

    /// Whether a write has failed, so that nothing more is acknowledged.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where an exercise forked after the last line would say it comes from.
    pub fn lineage(&self) -> super::Lineage {
        super::Lineage {
            hash: self.last,
            line: self.next - 1,
        }
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), LogError> {
        if self.len + bytes.len() as u64 > MAX_LOG_BYTES {
            return Err(LogError::TooLarge {
                path: self.path.clone(),
                limit: MAX_LOG_BYTES,
            });
        }
        if !self
            .file
            .is_still(&self.path, self.len)
            .while_doing(Doing::Read, &self.path)?
        {
            return Err(LogError::Replaced {
                path: self.path.clone(),
            });
        }
        replace::write_all(self.file.as_mut(), self.len, bytes, &self.path)?;
        self.file.sync().while_doing(Doing::Sync, &self.path)
    }
}
