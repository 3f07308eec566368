//! A choice about which the debrief has nothing to say.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::ChoiceWithoutNote,
    check,
    bad: include_str!("choice_note/bad.ron"),
    good: include_str!("choice_note/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let silent = study
        .scenario
        .choices
        .iter()
        .filter(|choice| choice.note.is_empty());
    found.extend(
        silent.map(|choice| study.about(Code::ChoiceWithoutNote, (Kind::Choice, choice.id.0))),
    );
}
