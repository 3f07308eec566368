//! A contingency of an inject that nobody can tell the answer to.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::ContingencyWithoutTest,
    check,
    bad: include_str!("always_follows/bad.ron"),
    good: include_str!("always_follows/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    for inject in &study.scenario.injects {
        let Some(main) = inject.contingency_of else {
            continue;
        };
        let main = &study.scenario.injects[main.index()];
        if main.expected.iter().all(|expected| expected.done.is_none()) {
            let row = (Kind::Inject, inject.id.0);
            found.push(study.at(Code::ContingencyWithoutTest, row, "contingency_of"));
        }
    }
}
