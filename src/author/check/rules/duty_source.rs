//! A reporting duty that does not say what it is modelled on.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::DutyWithoutSource,
    check,
    bad: include_str!("duty_source/bad.ron"),
    good: include_str!("duty_source/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let bare = study
        .scenario
        .duties
        .iter()
        .filter(|duty| duty.modelled_on.is_empty() && duty.pack.is_none());
    found.extend(bare.map(|duty| study.about(Code::DutyWithoutSource, (Kind::Duty, duty.id.0))));
}
