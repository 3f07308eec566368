//! An inject that is written and not yet approved.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;
use crate::model::msel::Status;

pub(super) const RULE: Rule = Rule {
    code: Code::InjectNotApproved,
    check,
    bad: include_str!("not_approved/bad.ron"),
    good: include_str!("not_approved/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let drafts = study
        .scenario
        .injects
        .iter()
        .filter(|inject| inject.status == Status::Draft);
    found.extend(drafts.map(|inject| {
        study.at(
            Code::InjectNotApproved,
            (Kind::Inject, inject.id.0),
            "status",
        )
    }));
}
