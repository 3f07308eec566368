//! When each line was written, by the clock on the wall: beside the log, never in it, and never needed.
//!
//! One line per line of the log, `<number> <milliseconds since 1970>`. Nothing is synced and no failure is reported: what is
//! missing is missing.

use std::collections::BTreeMap;
use std::path::Path;

use crate::log::disk::Access;
use crate::log::disk::Disk;
use crate::log::disk::DiskFile;
use crate::log::replace::beside;

/// More than an exercise ever has; the rest of a longer file is not read.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// The file of times of a log that is being written.
pub(super) struct Times {
    /// Gone after the first failure.
    file: Option<Box<dyn DiskFile>>,
    end: u64,
}

impl Times {
    /// Goes on where an earlier writer stopped.
    pub(super) fn open(disk: &dyn Disk, log: &Path) -> Self {
        let opened = disk.open(&path(log), Access::Create).and_then(|mut file| {
            let written = file.read(0, MAX_BYTES)?;
            // An earlier writer may have been killed in the middle of a number: that one is written over.
            let end = written
                .iter()
                .rposition(|byte| *byte == b'\n')
                .map_or(0, |newline| newline + 1);
            Ok((file, end as u64))
        });
        match opened {
            Ok((file, end)) => Self {
                file: Some(file),
                end,
            },
            Err(_) => Self { file: None, end: 0 },
        }
    }

    /// Notes that a line was written at this many milliseconds since 1970.
    pub(super) fn note(&mut self, line: u32, milliseconds: u64) {
        let Some(file) = &mut self.file else { return };
        let text = format!("{line} {milliseconds}\n");
        match file.write(self.end, text.as_bytes()) {
            Ok(written) if written == text.len() => self.end += written as u64,
            _ => self.file = None,
        }
    }
}

/// The times noted for a log, in milliseconds since 1970, by line; the later one where a line was written twice.
pub fn times(disk: &dyn Disk, log: &Path) -> BTreeMap<u32, u64> {
    let read = disk
        .open(&path(log), Access::Read)
        .and_then(|mut file| file.read(0, MAX_BYTES));
    let bytes = read.unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    text.lines()
        .filter_map(|line| {
            let (number, milliseconds) = line.split_once(' ')?;
            Some((number.parse().ok()?, milliseconds.parse().ok()?))
        })
        .collect()
}

/// Where the times of a log lie.
pub(super) fn path(log: &Path) -> std::path::PathBuf {
    beside(log, ".times")
}
