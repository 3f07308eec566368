//! A duty of a pack that follows another there, of which its holder has none here.

use crate::author::check::rule::Rule;
use crate::author::check::rules::duty_never_starts;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::FirstMissing,
    check,
    bad: include_str!("first_missing/bad.ron"),
    good: include_str!("first_missing/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let started = duty_never_starts::started(study);
    for duty in &study.scenario.duties {
        let Some(first) = duty.lacks.as_deref() else {
            continue;
        };
        if !started.contains(&duty.id) {
            let wrong = study.at(Code::FirstMissing, (Kind::Duty, duty.id.0), "from_pack");
            found.push(wrong.with("first", first));
        }
    }
}
