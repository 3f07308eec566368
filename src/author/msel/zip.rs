//! The parts of a workbook, which is a ZIP archive: read by the central directory alone, within limits, into an archive
//! that holds nothing else.
//!
//! What a size field claims is never believed; bytes are counted as they come out.

use std::io::Read;

use flate2::read::DeflateDecoder;

use crate::author::msel::sheet::Unreadable;

/// As many parts as are looked at, and as many bytes as all of them may hold.
const MOST_PARTS: usize = 512;
const MOST_BYTES: usize = 64 << 20;

/// One part of the archive.
struct Part<'a> {
    name: &'a [u8],
    bytes: Vec<u8>,
}

/// The archive again, with its XML parts only, each checked and stored as it is.
pub(super) fn checked(archive: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let parts = parts(archive).ok_or_else(|| Unreadable::new("msel-bad-zip", ""))??;
    Ok(stored(&parts))
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let pair = bytes.get(at..at.checked_add(2)?)?;
    Some(usize::from(u16::from_le_bytes([pair[0], pair[1]])))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes([four[0], four[1], four[2], four[3]])).ok()
}

/// `None` for what is no archive that a spreadsheet program writes.
fn parts(archive: &[u8]) -> Option<Result<Vec<Part<'_>>, Unreadable>> {
    let tail = archive.len().saturating_sub(22 + 0xFFFF);
    let end = tail
        + archive[tail..]
            .windows(4)
            .rposition(|four| four == b"PK\x05\x06")?;
    let count = short(archive, end + 10)?;
    let mut at = long(archive, end + 16)?;
    if count > MOST_PARTS {
        return Some(Err(Unreadable::new("msel-bomb", "")));
    }
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut total = 0;
    for _ in 0..count {
        if archive.get(at..at + 4)? != b"PK\x01\x02" {
            return None;
        }
        let flags = short(archive, at + 8)?;
        let method = short(archive, at + 10)?;
        let packed = long(archive, at + 20)?;
        let (name, extra, comment) = (
            short(archive, at + 28)?,
            short(archive, at + 30)?,
            short(archive, at + 32)?,
        );
        let local = long(archive, at + 42)?;
        let name = archive.get(at + 46..at + 46 + name)?;
        at += 46 + name.len() + extra + comment;
        let is_xml = name.ends_with(b".xml") || name.ends_with(b".rels");
        if !is_xml {
            continue;
        }
        if flags & 1 != 0 {
            return Some(Err(Unreadable::new("msel-locked", "")));
        }
        if parts.iter().any(|part| part.name == name)
            || archive.get(local..local + 4)? != b"PK\x03\x04"
        {
            return None;
        }
        let start = local + 30 + short(archive, local + 26)? + short(archive, local + 28)?;
        let packed = archive.get(start..start.checked_add(packed)?)?;
        let room = MOST_BYTES - total;
        let mut bytes = Vec::new();
        match method {
            0 => bytes.extend_from_slice(packed),
            8 => {
                let limit = room as u64 + 1;
                DeflateDecoder::new(packed)
                    .take(limit)
                    .read_to_end(&mut bytes)
                    .ok()?;
            }
            _ => return None,
        }
        if bytes.len() > room {
            return Some(Err(Unreadable::new("msel-bomb", "")));
        }
        total += bytes.len();
        parts.push(Part { name, bytes });
    }
    Some(Ok(parts))
}

/// An archive of these parts, none of them compressed.
fn stored(parts: &[Part<'_>]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
    let brief = |number: usize| u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes();
    for part in parts {
        let offset = out.len();
        let mut head = Vec::new();
        // Version 2.0, no flags, stored, no date.
        head.extend([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]);
        head.extend(crc32fast::hash(&part.bytes).to_le_bytes());
        head.extend(number(part.bytes.len()));
        head.extend(number(part.bytes.len()));
        head.extend(brief(part.name.len()));
        head.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend(part.name);
        out.extend(&part.bytes);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&head);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(number(offset));
        directory.extend(part.name);
    }
    let start = out.len();
    out.extend(&directory);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    out.extend(brief(parts.len()));
    out.extend(brief(parts.len()));
    out.extend(number(directory.len()));
    out.extend(number(start));
    out.extend([0, 0]);
    out
}
