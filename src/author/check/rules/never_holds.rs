//! A condition that cannot be true in the turns in which it is asked.

use crate::author::check::conditions;
use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;

pub(super) const RULE: Rule = Rule {
    code: Code::ConditionNeverHolds,
    check,
    bad: include_str!("never_holds/bad.ron"),
    good: include_str!("never_holds/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    for condition in conditions::all(study) {
        if condition.bounds(study) == Some((0, 0)) {
            found.push(study.of(Code::ConditionNeverHolds, condition.row, condition.expr));
        }
    }
}
