//! Injects and clocks that wait for each other: round in a circle, or for something that comes too late.

use std::collections::BTreeMap;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Span;
use crate::model::id::Kind;
use crate::model::ledger::duties::Follows;
use crate::model::scenario::Scenario;
use crate::scenario::file::Inject;
use crate::scenario::file::Sheet;

/// A link from one inject to another, and where it stands.
type Links<'a> = BTreeMap<&'a str, (&'a str, Span)>;

pub(super) fn check(sheet: &Sheet, scenario: &Scenario, found: &mut Vec<Diagnostic>) {
    let after: Links<'_> = sheet
        .injects
        .iter()
        .filter_map(|inject| {
            let after = inject.after.as_ref()?;
            Some((
                inject.id.value.as_str(),
                (after.value.inject.as_str(), after.span),
            ))
        })
        .collect();
    let contingency: Links<'_> = sheet
        .injects
        .iter()
        .filter_map(|inject| {
            let main = inject.contingency_of.as_ref()?;
            Some((inject.id.value.as_str(), (main.value.as_str(), main.span)))
        })
        .collect();
    circles(&contingency, Code::ContingencyCycle, found);
    circles(&after, Code::AfterCycle, found);
    circles(&duties(sheet, scenario), Code::DutyCycle, found);
    too_late(sheet, found);
}

/// Clocks that start with another or after its report, and by nothing else of their own.
fn duties<'a>(sheet: &'a Sheet, scenario: &'a Scenario) -> Links<'a> {
    let rows = sheet.duties.iter().zip(&scenario.duties);
    let waiting = rows.filter(|(_, duty)| duty.starts.is_none() && !duty.determined);
    waiting
        .filter_map(|(row, duty)| {
            let first = if let Some(own) = row.with.as_ref().or(row.after.as_ref()) {
                (own.value.as_str(), own.span)
            } else {
                let (Follows::Start(lent) | Follows::Report(lent)) = duty.follows?;
                let word = scenario.names.word(Kind::Duty, lent.0);
                (word, row.from_pack.as_ref()?.span)
            };
            Some((row.id.value.as_str(), first))
        })
        .collect()
}

/// Follows each link to its end; an inject that comes back to itself is on a circle, which is told once.
fn circles(links: &Links<'_>, code: Code, found: &mut Vec<Diagnostic>) {
    // 0: not looked at; otherwise the number of the walk that came by first.
    let mut walks: BTreeMap<&str, usize> = BTreeMap::new();
    for (walk, start) in links.keys().enumerate() {
        let mut at = *start;
        while !walks.contains_key(at) {
            walks.insert(at, walk);
            let Some((next, _)) = links.get(at) else {
                break;
            };
            at = next;
        }
        let is_circle = walks.get(at) == Some(&walk) && links.contains_key(at);
        let Some((next, span)) = links.get(at).filter(|(next, _)| is_circle && *next != at) else {
            continue;
        };
        let mut path = vec![at];
        let mut step = *next;
        while step != at {
            path.push(step);
            let Some((next, _)) = links.get(step) else {
                break;
            };
            step = next;
        }
        path.push(at);
        let mut wrong = Diagnostic::new(code, *span).with("path", shortened(&path));
        for step in path.iter().skip(1).take(3).filter(|step| **step != at) {
            if let Some((_, place)) = links.get(step) {
                wrong = wrong.label(*place, "diag-label-through");
            }
        }
        found.push(wrong);
    }
}

fn shortened(path: &[&str]) -> String {
    const SHOWN: usize = 6;
    if path.len() <= SHOWN + 1 {
        return path.join(" → ");
    }
    format!(
        "{} → … → {}",
        path[..SHOWN].join(" → "),
        path[path.len() - 1]
    )
}

/// An inject whose last turn is over before the inject it waits for can have come.
fn too_late(sheet: &Sheet, found: &mut Vec<Diagnostic>) {
    let windows: BTreeMap<&str, &Inject> = sheet
        .injects
        .iter()
        .map(|inject| (inject.id.value.as_str(), inject))
        .collect();
    for inject in &sheet.injects {
        let (Some(after), Some(own)) = (&inject.after, &inject.turn) else {
            continue;
        };
        let Some(first) = windows
            .get(after.value.inject.as_str())
            .and_then(|first| first.turn.as_ref())
        else {
            continue;
        };
        let last = i64::try_from(sheet.turns.len()).unwrap_or(i64::MAX);
        let is_fit = first.value.from <= first.value.to && first.value.from <= last;
        if !is_fit || after.value.inject == inject.id.value {
            continue;
        }
        let gap = after.value.turns.as_ref().map_or(1, |turns| turns.value);
        if first.value.from.saturating_add(gap) > own.value.to {
            let wrong = Diagnostic::new(Code::DeadlineBeforeTrigger, own.span)
                .with("name", &inject.id.value);
            found.push(wrong.label(first.span, "diag-label-trigger"));
        }
    }
}
