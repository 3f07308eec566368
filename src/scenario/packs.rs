//! Regional packs: found beside the scenario or in the binary, read once, and warned about when they are old.

use std::fmt;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::scenario::embedded;
use crate::scenario::file::Pack;
use crate::scenario::file::Sheet;
use crate::scenario::file::Text;
use crate::scenario::package::Package;
use crate::scenario::read;
use crate::scenario::tree::Node;
use crate::scenario::tree::Tree;
use crate::text::Arg;

/// The most packs one scenario may name: there are not that many regions.
pub(super) const MOST_PACKS: usize = 32;

/// A day of the calendar, for telling how old something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: i32,
    pub month: i32,
    pub day: i32,
}

impl Date {
    /// Reads `2026-11-01`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            let word = parts.next()?;
            let is_number = word.len() == length && word.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| word.parse::<i32>().ok())?
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
        (fits && parts.next().is_none()).then_some(Self { year, month, day })
    }

    /// The day so many days after 1 January 1970, after Howard Hinnant's `civil_from_days`.
    pub fn of_unix_day(days: i64) -> Self {
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let small = |number: i64| i32::try_from(number).unwrap_or_default();
        Self {
            year: small(year),
            month: small(month),
            day: small(day),
        }
    }

    /// Whether it is more than twelve months after another day.
    fn is_over_a_year_after(self, other: Self) -> bool {
        let later = Self {
            year: other.year + 1,
            ..other
        };
        self > later
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!(
            "{:04}-{:02}-{:02}",
            self.year, self.month, self.day
        ))
    }
}

/// The name a pack has inside a package.
pub(super) fn file_name(id: &str) -> String {
    format!("packs/{id}.ron")
}

/// The packs that a file of a scenario names, each once.
pub(super) fn named(bytes: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Vec::new();
    };
    // Most files name none, and need not be taken apart twice.
    if !text.contains("pack") {
        return Vec::new();
    }
    let tree = Tree::parse(text);
    let rows = |field: &str| {
        let list = tree.value().and_then(|value| value.field(field));
        list.into_iter().flat_map(Node::kids).collect::<Vec<_>>()
    };
    let regions = rows("regions").into_iter();
    let duties = rows("duties").into_iter();
    let words = regions
        .filter_map(|row| row.field("pack"))
        .chain(duties.filter_map(|row| row.field("from_pack")?.kids().next()));
    let mut ids: Vec<String> = words
        .filter_map(|node| read::read::<String>(node, FileId::default(), &mut Vec::new()))
        .filter(|id| is_pack_id(id))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids.truncate(MOST_PACKS);
    ids
}

/// Where the sheet names packs.
pub(super) fn named_in(sheet: &Sheet) -> Vec<Text> {
    let regions = sheet.regions.iter().filter_map(|row| row.pack.clone());
    let duties = sheet.duties.iter();
    let duties = duties.filter_map(|row| row.from_pack.as_ref().map(|named| named.value.0.clone()));
    let mut names: Vec<Text> = Vec::new();
    for name in regions.chain(duties) {
        if !names.iter().any(|known| known.value == name.value) {
            names.push(name);
        }
    }
    names.truncate(MOST_PACKS);
    names
}

/// A pack's bytes: the scenario's own of this id, or the one in the binary.
pub(super) fn bytes<'p>(package: &'p Package, id: &str) -> Option<&'p [u8]> {
    if !is_pack_id(id) {
        return None;
    }
    package.file(&file_name(id)).or_else(|| embedded::pack(id))
}

/// Packs that were last compared with their sources more than twelve months before the scenario was written, or before
/// `today`, if that is told: told where the scenario names them.
pub(super) fn outdated(sheet: &Sheet, today: Option<Date>) -> Vec<Diagnostic> {
    let written = sheet
        .written_on
        .as_ref()
        .and_then(|text| Date::parse(text.value.trim()));
    let Some(now) = written.max(today) else {
        return Vec::new();
    };
    named_in(sheet)
        .into_iter()
        .filter_map(|name| {
            let pack = sheet.packs.get(&name.value)?;
            let checked = Date::parse(pack.checked_on.value.trim())?;
            let wrong = Diagnostic::new(Code::PackOutdated, name.span)
                .with("name", &name.value)
                .with("checked", checked.to_string())
                .with("now", now.to_string());
            now.is_over_a_year_after(checked).then_some(wrong)
        })
        .collect()
}

/// What is wrong with which duty of a pack follows which.
pub(super) fn misled(pack: &Pack) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for duty in &pack.duties {
        if let (Some(_), Some(after)) = (&duty.with, &duty.after) {
            let wrong = Diagnostic::new(Code::DuplicateField, after.span);
            found.push(wrong.with("name", "after"));
        }
        let Some(first) = duty.first() else {
            continue;
        };
        let wrong = |code| {
            let kind = Arg::Key("kind-duty");
            let wrong = Diagnostic::new(code, first.span).with("kind", kind);
            wrong.with("name", &first.value)
        };
        let mut known = pack.duties.iter().map(|known| known.id.value.as_str());
        if first.value == duty.id.value {
            found.push(wrong(Code::SelfReference));
        } else if known.all(|known| known != first.value) {
            let known = pack.duties.iter().map(|known| known.id.value.as_str());
            found.push(wrong(Code::UnknownId).near(known));
        }
    }
    found
}

/// A pack is named like a scenario: its file is.
fn is_pack_id(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 48
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte))
}
