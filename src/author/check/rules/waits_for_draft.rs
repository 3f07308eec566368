//! Something that waits for an inject that is not approved.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::InjectId;
use crate::model::id::Kind;
use crate::model::msel::Status;

pub(super) const RULE: Rule = Rule {
    code: Code::WaitsForUnapproved,
    check,
    bad: include_str!("waits_for_draft/bad.ron"),
    good: include_str!("waits_for_draft/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    let mut look = |row, field, inject: Option<InjectId>| {
        let waits = inject.map(|inject| &scenario.injects[inject.index()]);
        if let Some(other) = waits.filter(|other| other.status != Status::Approved) {
            let wrong = study.at(Code::WaitsForUnapproved, row, field);
            found.push(wrong.with("other", study.word((Kind::Inject, other.id.0))));
        }
    };
    for inject in scenario
        .injects
        .iter()
        .filter(|inject| inject.status == Status::Approved)
    {
        let row = (Kind::Inject, inject.id.0);
        look(row, "after", inject.when.after.map(|(main, _)| main));
        look(row, "contingency_of", inject.contingency_of);
    }
    for decision in &scenario.decisions {
        look(
            (Kind::Decision, decision.id.0),
            "after",
            decision.opens.after,
        );
    }
}
