//! What a log holds: its whole lines, and how the file ends.

use std::ops::Range;
use std::path::Path;
use std::path::PathBuf;

use serde::de::DeserializeOwned;

use crate::log::disk::Access;
use crate::log::disk::Disk;
use crate::log::disk::DiskFile;
use crate::log::error::Damage;
use crate::log::error::Doing;
use crate::log::error::LogError;
use crate::log::error::While;
use crate::log::hash::Hash;
use crate::log::header::FORMAT;
use crate::log::header::FirstLine;
use crate::log::header::Header;
use crate::log::line;
use crate::log::line::Line;

/// A log is at most this long; an exercise of the longest kind stays below a tenth of it.
pub(super) const MAX_LOG_BYTES: u64 = 64 * 1024 * 1024;

/// A header is at most this long; its title is cut.
const MAX_HEADER_BYTES: u64 = 64 * 1024;

/// A log that was read: its header and every whole line before the first damage.
#[derive(Debug, Clone)]
pub struct Contents {
    pub(super) path: PathBuf,
    header: Header,
    bytes: Vec<u8>,
    /// Where each line after the header lies in `bytes`, without its newline.
    lines: Vec<Range<usize>>,
    /// The hash of the last whole line.
    last: Hash,
    ending: Ending,
}

/// How the file goes on after the last whole line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Not at all.
    Whole,
    /// With a line whose writing was cut short, this many bytes. It was never acknowledged.
    Torn { bytes: u64 },
    /// With damage.
    Damaged { line: u32, damage: Damage },
}

impl Contents {
    /// Reads a log without taking or changing it. Whatever is whole can be read, also before damage.
    pub fn read(disk: &dyn Disk, path: &Path) -> Result<Self, LogError> {
        let mut file = disk
            .open(path, Access::Read)
            .while_doing(Doing::Open, path)?;
        Self::of(file.as_mut(), path)
    }

    /// Reads a log through an open file.
    pub(super) fn of(file: &mut dyn DiskFile, path: &Path) -> Result<Self, LogError> {
        // A look at the first line, so that a large file of another kind is not read whole.
        read_header(file, path)?;
        let bytes = file
            .read(0, MAX_LOG_BYTES + 1)
            .while_doing(Doing::Read, path)?;
        if bytes.len() as u64 > MAX_LOG_BYTES {
            return Err(LogError::TooLarge {
                path: path.to_owned(),
                limit: MAX_LOG_BYTES,
            });
        }
        Self::scan(bytes, path)
    }

    /// Reads a log's header only.
    pub(super) fn header_of(disk: &dyn Disk, path: &Path) -> Result<Header, LogError> {
        let mut file = disk
            .open(path, Access::Read)
            .while_doing(Doing::Open, path)?;
        read_header(file.as_mut(), path)
    }

    /// Looks at the bytes of a log.
    fn scan(bytes: Vec<u8>, path: &Path) -> Result<Self, LogError> {
        let (header, end) = first_line(&bytes, path)?;
        let last = Hash::of(&bytes[..end]);
        let mut contents = Self {
            path: path.to_owned(),
            header,
            bytes,
            lines: Vec::new(),
            last,
            ending: Ending::Whole,
        };
        contents.scan_lines(end + 1);
        Ok(contents)
    }

    fn scan_lines(&mut self, mut start: usize) {
        while start < self.bytes.len() {
            let rest = &self.bytes[start..];
            let newline = rest.iter().position(|byte| *byte == b'\n');
            let end = newline.unwrap_or(rest.len());
            let number = self.next_number();
            let found = line::follows(&rest[..end], number, self.last);
            match (newline, found) {
                (Some(_), Ok(())) => {
                    self.last = Hash::of(&rest[..end]);
                    self.lines.push(start..start + end);
                    start += end + 1;
                }
                (_, found) => {
                    let damage = found.err().filter(|_| !is_torn(rest, newline));
                    self.ending = match damage {
                        Some(damage) => Ending::Damaged {
                            line: number,
                            damage,
                        },
                        None => Ending::Torn {
                            bytes: rest.len() as u64,
                        },
                    };
                    return;
                }
            }
        }
    }

    pub fn header(&self) -> &Header {
        &self.header
    }

    /// How many whole lines follow the header.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub fn ending(&self) -> Ending {
        self.ending
    }

    /// The bytes of the whole lines after the header, in order, without their newlines.
    pub fn raw(&self) -> impl DoubleEndedIterator<Item = &[u8]> {
        self.lines.iter().map(|line| &self.bytes[line.clone()])
    }

    /// The whole lines, in order, each understood or not. Where commands and events name things by the scenario's words,
    /// its names must be in scope while this is iterated over.
    pub fn lines<C: DeserializeOwned, E: DeserializeOwned>(
        &self,
    ) -> impl Iterator<Item = Result<Line<C, E>, LogError>> {
        self.lines.iter().zip(2..).map(|(line, number)| {
            Line::decode(&self.bytes[line.clone()]).map_err(|source| LogError::NotUnderstood {
                path: self.path.clone(),
                line: number,
                source,
            })
        })
    }

    /// Where an exercise forked after the last whole line would say it comes from.
    pub fn lineage(&self) -> super::Lineage {
        super::Lineage {
            hash: self.last,
            line: self.next_number() - 1,
        }
    }

    /// The same for an exercise forked after that many lines behind the header; `None` if there are not so many.
    pub fn lineage_at(&self, lines: usize) -> Option<super::Lineage> {
        let bytes = match lines.checked_sub(1) {
            Some(last) => &self.bytes[self.lines.get(last)?.clone()],
            None => {
                let end = self.bytes.iter().position(|byte| *byte == b'\n')?;
                &self.bytes[..end]
            }
        };
        Some(super::Lineage {
            hash: Hash::of(bytes),
            line: u32::try_from(lines).ok()?.saturating_add(1),
        })
    }

    /// The hash of the last whole line.
    pub(super) fn last(&self) -> Hash {
        self.last
    }

    /// The number the next line will have; the header is line 1.
    pub(super) fn next_number(&self) -> u32 {
        u32::try_from(self.lines.len()).map_or(u32::MAX, |lines| lines.saturating_add(2))
    }

    /// Where the last whole line lies, newline included.
    pub(super) fn last_line(&self) -> Range<usize> {
        match self.lines.last() {
            Some(line) => line.start..line.end + 1,
            None => {
                0..self
                    .bytes
                    .iter()
                    .position(|byte| *byte == b'\n')
                    .map_or(0, |newline| newline + 1)
            }
        }
    }

    /// The bytes of the last whole line, newline included.
    pub(super) fn last_bytes(&self) -> &[u8] {
        &self.bytes[self.last_line()]
    }
}

fn read_header(file: &mut dyn DiskFile, path: &Path) -> Result<Header, LogError> {
    let bytes = file
        .read(0, MAX_HEADER_BYTES)
        .while_doing(Doing::Read, path)?;
    first_line(&bytes, path).map(|(header, _)| header)
}

/// The header of a log and where its line ends.
fn first_line(bytes: &[u8], path: &Path) -> Result<(Header, usize), LogError> {
    let path = path.to_owned();
    let newline = bytes.iter().position(|byte| *byte == b'\n');
    let end = newline.unwrap_or(bytes.len());
    match Header::decode(&bytes[..end]) {
        FirstLine::Header(header) if newline.is_some() => Ok((header, end)),
        // A log is created whole, so that a header without its newline was cut later.
        FirstLine::Header(_) => Err(LogError::Damaged {
            path,
            line: 1,
            damage: Damage::Shape,
        }),
        FirstLine::Newer(format) => Err(LogError::Newer {
            path,
            format,
            newest: FORMAT,
        }),
        FirstLine::Damaged(damage) => Err(LogError::Damaged {
            path,
            line: 1,
            damage,
        }),
        FirstLine::NotALog => Err(LogError::NotALog { path }),
    }
}

/// Whether what follows the last whole line is one line whose writing was cut short, rather than lines that were whole
/// once and were changed since.
///
/// A write that is cut short leaves less than a line, or the line's length with some of its sectors still empty. A last
/// line that ends as it should and has no empty sector was changed, and may have been acknowledged: it is not cut.
fn is_torn(rest: &[u8], newline: Option<usize>) -> bool {
    match newline {
        None => !line::hides_another(rest),
        Some(newline) => {
            newline + 1 == rest.len() && rest.contains(&0) && !line::hides_another(&rest[..newline])
        }
    }
}
