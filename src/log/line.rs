//! One line of a log, as bytes: `{"crc":"89abcdef","line":2,"prev":"<64 digits>","command":…,"rationale":…,"events":[…]}`.
//!
//! The checksum is taken over the bytes after its own field, never over parsed values, so that JSON's many spellings of
//! one value cannot hide a change. What stands before those bytes has one spelling only.

use std::ops::Range;

use serde::Deserialize;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::log::error::Damage;
use crate::log::hash::Hash;

/// How every line of every log begins.
pub(super) const OPENING: &[u8] = b"{\"crc\":\"";
/// Where its checksum stands, in eight lower-case hexadecimal digits.
const CRC: Range<usize> = 8..16;
/// What ends the checksum's field; the checked bytes begin after it.
const CLOSING: &[u8] = b"\",";
const CHECKED: usize = CRC.end + CLOSING.len();

/// An accepted command and all that it caused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line<C, E> {
    pub command: C,
    /// Why, in the words of whoever gave the command. The engine never reads it.
    pub rationale: Option<String>,
    pub events: Vec<E>,
}

impl<C: Serialize, E: Serialize> Line<C, E> {
    /// The line as bytes, without the newline: the `number`th of its file, after the line whose hash is `prev`.
    pub(super) fn encode(&self, number: u32, prev: Hash) -> Result<Vec<u8>, serde_json::Error> {
        let body = serde_json::to_vec(self)?;
        let mut object = format!("{{\"line\":{number},\"prev\":\"{prev}\",").into_bytes();
        object.extend_from_slice(&body[1..]);
        Ok(seal(&object))
    }
}

impl<C: DeserializeOwned, E: DeserializeOwned> Line<C, E> {
    /// Reads a line that was found whole.
    pub(super) fn decode(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes)
    }
}

/// Puts the checksum in front of the fields of a JSON object.
pub(super) fn seal(object: &[u8]) -> Vec<u8> {
    let body = &object[1..];
    debug_assert!(!body.contains(&b'\n'), "serde_json escapes every newline");
    [
        OPENING,
        format!("{:08x}", crc32fast::hash(body)).as_bytes(),
        CLOSING,
        body,
    ]
    .concat()
}

/// The bytes of a line after its checksum, if they fit it.
pub(super) fn checked(line: &[u8]) -> Option<&[u8]> {
    let body = line.get(CHECKED..)?;
    let fits = line.starts_with(OPENING)
        && line[CRC.end..].starts_with(CLOSING)
        && line[CRC] == *format!("{:08x}", crc32fast::hash(body)).as_bytes();
    fits.then_some(body)
}

/// Whether a whole line begins anywhere behind the first byte: a newline that was lost joins two lines into one.
pub(super) fn hides_another(bytes: &[u8]) -> bool {
    let starts = bytes
        .windows(OPENING.len())
        .enumerate()
        .skip(1)
        .filter(|(_, window)| *window == OPENING);
    starts
        .map(|(start, _)| &bytes[start..])
        .any(|line| checked(line).is_some())
}

/// Checks that these bytes are the `number`th line of a log, after the line whose hash is `prev`.
pub(super) fn follows(line: &[u8], number: u32, prev: Hash) -> Result<(), Damage> {
    let body = checked(line).ok_or(Damage::Checksum)?;
    let (says, named) = place(body).ok_or(Damage::Shape)?;
    if says != number {
        return Err(Damage::Order { says });
    }
    if named != prev {
        return Err(Damage::Chain);
    }
    Ok(())
}

/// The number and the predecessor that a line claims.
fn place(body: &[u8]) -> Option<(u32, Hash)> {
    let rest = body.strip_prefix(b"\"line\":")?;
    let comma = rest.iter().position(|byte| *byte == b',')?;
    let number = std::str::from_utf8(&rest[..comma]).ok()?;
    let says = number.parse().ok()?;
    let hash = rest[comma..].strip_prefix(b",\"prev\":\"")?.get(..64)?;
    Some((says, Hash::parse(std::str::from_utf8(hash).ok()?)?))
}
