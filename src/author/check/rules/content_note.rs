//! People are harmed in the exercise and nobody is told before.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;

pub(super) const RULE: Rule = Rule {
    code: Code::NoContentNote,
    check,
    bad: include_str!("content_note/bad.ron"),
    good: include_str!("content_note/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    if !scenario.harm.communities.is_empty() && scenario.about.content_note.is_empty() {
        found.push(Diagnostic::new(Code::NoContentNote, study.head("harm")));
    }
}
