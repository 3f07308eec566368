//! A decision in which silence means nothing.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::DecisionWithoutDefault,
    check,
    bad: include_str!("no_default/bad.ron"),
    good: include_str!("no_default/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let open = study
        .scenario
        .decisions
        .iter()
        .filter(|decision| decision.default.is_none());
    found.extend(open.map(|decision| {
        study.about(
            Code::DecisionWithoutDefault,
            (Kind::Decision, decision.id.0),
        )
    }));
}
