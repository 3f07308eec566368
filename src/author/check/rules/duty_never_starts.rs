//! A duty whose clock nothing starts.

use std::collections::BTreeSet;

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::DutyId;
use crate::model::effect::Effect;
use crate::model::id::Kind;
use crate::model::ledger::duties::Follows;

pub(super) const RULE: Rule = Rule {
    code: Code::DutyNeverStarts,
    check,
    bad: include_str!("duty_never_starts/bad.ron"),
    good: include_str!("duty_never_starts/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let started = started(study);
    for duty in &study.scenario.duties {
        // What it follows is told instead, as a duty of its own, as a circle, or as missing.
        let is_led = duty.follows.is_some() || duty.lacks.is_some();
        if !is_led && !started.contains(&duty.id) {
            let row = (Kind::Duty, duty.id.0);
            found.push(study.about(Code::DutyNeverStarts, row));
        }
    }
}

/// The duties whose clock something starts.
pub(super) fn started(study: &Study<'_>) -> BTreeSet<DutyId> {
    let scenario = study.scenario;
    let disclosure = &scenario.book.disclosure;
    let of_cases = disclosure.cases.iter().flat_map(|case| &case.duties);
    let of_laws = disclosure.laws.iter().filter_map(|law| law.duty);
    let mut started: BTreeSet<DutyId> = of_cases.copied().chain(of_laws).collect();
    let of_themselves = scenario.duties.iter().filter(|duty| {
        let starts = duty.starts.is_some() || duty.determined;
        starts || study.is_in_script((Kind::Duty, duty.id.0))
    });
    started.extend(of_themselves.map(|duty| duty.id));
    // What comes of a duty starts another only if it has been started itself.
    let following = scenario.duties.iter().filter_map(|duty| {
        let (Follows::Start(first) | Follows::Report(first)) = duty.follows?;
        Some((first, duty.id))
    });
    let mut chained: Vec<(DutyId, DutyId)> = following.collect();
    study.each_effect(&mut |row, effect, _| {
        if let Effect::StartDuty { duty } = effect {
            match row {
                (Kind::Duty, of) => chained.push((DutyId(of), *duty)),
                _ => _ = started.insert(*duty),
            }
        }
    });
    for _ in &scenario.duties {
        for (of, duty) in &chained {
            if started.contains(of) {
                started.insert(*duty);
            }
        }
    }
    started
}
