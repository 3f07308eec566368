//! A choice that costs more hours than its seat ever has.

use crate::author::check::cost;
use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;

pub(super) const RULE: Rule = Rule {
    code: Code::ChoiceUnaffordable,
    check,
    bad: include_str!("unaffordable/bad.ron"),
    good: include_str!("unaffordable/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    for (row, hours, has) in cost::unaffordable(study) {
        let wrong = study.at(Code::ChoiceUnaffordable, row, "hours");
        found.push(
            wrong
                .with("hours", i64::from(hours))
                .with("has", i64::from(has)),
        );
    }
}
