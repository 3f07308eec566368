//! An objective that says nothing about how it is met.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::ObjectiveWithoutTask,
    check,
    bad: include_str!("taskless/bad.ron"),
    good: include_str!("taskless/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let bare = study
        .scenario
        .objectives
        .iter()
        .filter(|objective| objective.tasks.is_empty());
    found.extend(bare.map(|objective| {
        study.about(
            Code::ObjectiveWithoutTask,
            (Kind::Objective, objective.id.0),
        )
    }));
}
