//! A duty whose clock nothing starts.

use std::collections::BTreeSet;

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::DutyId;
use crate::model::effect::Effect;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::DutyNeverStarts,
    check,
    bad: include_str!("duty_never_starts/bad.ron"),
    good: include_str!("duty_never_starts/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    let disclosure = &scenario.book.disclosure;
    let of_cases = disclosure.cases.iter().flat_map(|case| &case.duties);
    let of_laws = disclosure.laws.iter().filter_map(|law| law.duty);
    let mut started: BTreeSet<DutyId> = of_cases.copied().chain(of_laws).collect();
    let of_themselves = scenario.duties.iter().filter(|duty| {
        let starts = duty.starts.is_some() || duty.determined || duty.follows.is_some();
        starts || study.is_in_script((Kind::Duty, duty.id.0))
    });
    started.extend(of_themselves.map(|duty| duty.id));
    // What comes of a duty starts another only if it has been started itself.
    let mut chained = Vec::new();
    study.each_effect(&mut |row, effect, _| {
        if let Effect::StartDuty { duty } = effect {
            match row {
                (Kind::Duty, of) => chained.push((of, *duty)),
                _ => _ = started.insert(*duty),
            }
        }
    });
    for _ in &scenario.duties {
        for (of, duty) in &chained {
            if started.contains(&DutyId(*of)) {
                started.insert(*duty);
            }
        }
    }
    for duty in &scenario.duties {
        if !started.contains(&duty.id) {
            let row = (Kind::Duty, duty.id.0);
            found.push(study.about(Code::DutyNeverStarts, row));
        }
    }
}
