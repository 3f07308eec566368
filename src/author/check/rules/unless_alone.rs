//! A reason for being impossible, where nothing ever is.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;

pub(super) const RULE: Rule = Rule {
    code: Code::UnlessWithoutWhen,
    check,
    bad: include_str!("unless_alone/bad.ron"),
    good: include_str!("unless_alone/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let idle = study
        .conditional()
        .filter(|(_, condition, unless)| condition.is_none() && !unless.is_empty());
    found.extend(idle.map(|(row, ..)| study.at(Code::UnlessWithoutWhen, row, "unless")));
}
