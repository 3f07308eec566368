//! A condition that is true whatever happens.

use crate::author::check::conditions;
use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;

pub(super) const RULE: Rule = Rule {
    code: Code::ConditionAlwaysHolds,
    check,
    bad: include_str!("always_holds/bad.ron"),
    good: include_str!("always_holds/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    for condition in conditions::all(study) {
        if condition.bounds(study) == Some((1, 1)) {
            found.push(study.of(Code::ConditionAlwaysHolds, condition.row, condition.expr));
        }
    }
}
