//! Regional packs: found beside the scenario or in the binary, read once, and warned about when they are old.

mod shipped;

pub use shipped::Clock as PackClock;
pub use shipped::Shipped as ShippedPack;
pub use shipped::shipped as shipped_packs;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::model::date::Date;
use crate::scenario::embedded;
use crate::scenario::file::Pack;
use crate::scenario::file::Sheet;
use crate::scenario::file::Text;
use crate::scenario::file::ValidFrom;
use crate::scenario::package::Package;
use crate::scenario::read;
use crate::scenario::tree::Node;
use crate::scenario::tree::Tree;
use crate::text::Arg;

/// The most packs one scenario may name: there are not that many regions.
pub(super) const MOST_PACKS: usize = 32;

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

/// Duties whose law applies only after the day the scenario was written: told where that is said, or where the pack is named.
pub(super) fn too_early(sheet: &Sheet) -> Vec<Diagnostic> {
    let day = |text: &Text| Date::parse(text.value.trim());
    let Some(written) = sheet.written_on.as_ref().and_then(day) else {
        return Vec::new();
    };
    let duties = sheet.duties.iter();
    let told = duties.filter_map(|duty| {
        let (from, span) = match (&duty.valid_from, &duty.from_pack) {
            (Some(own), _) => (own, own.text().span),
            (None, Some(named)) => {
                let (pack, id) = &named.value;
                let mut templates = sheet.packs.get(&pack.value)?.duties.iter();
                let template = templates.find(|template| template.id == *id)?;
                (&template.valid_from, named.span)
            }
            (None, None) => return None,
        };
        let ValidFrom::Since(text) = from else {
            return None;
        };
        let since = day(text).filter(|since| *since > written)?;
        let wrong = Diagnostic::new(Code::LawToCome, span)
            .with("name", &duty.id.value)
            .with("since", since.to_string())
            .with("written", written.to_string());
        Some(wrong)
    });
    told.collect()
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
