//! Something that is sometimes impossible and does not say why.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;

pub(super) const RULE: Rule = Rule {
    code: Code::UnlessMissing,
    check,
    bad: include_str!("unless_missing/bad.ron"),
    good: include_str!("unless_missing/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let silent = study
        .conditional()
        .filter(|(_, condition, unless)| condition.is_some() && unless.is_empty());
    found.extend(silent.map(|(row, ..)| study.at(Code::UnlessMissing, row, "when")));
}
