//! A choice on which fewer advisers speak than on its neighbours.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::decision::Choice;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::AdviserMissing,
    check,
    bad: include_str!("adviser_missing/bad.ron"),
    good: include_str!("adviser_missing/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let voices = |choice: &Choice| {
        let lines = [
            &choice.advisers.technical,
            &choice.advisers.legal,
            &choice.advisers.political,
        ];
        lines.iter().filter(|line| !line.is_empty()).count()
    };
    for decision in &study.scenario.decisions {
        let choices = || {
            decision
                .choices
                .iter()
                .map(|choice| &study.scenario.choices[choice.index()])
        };
        let most = choices().map(voices).max().unwrap_or_default();
        let quiet = choices().filter(|choice| voices(choice) < most);
        found.extend(
            quiet.map(|choice| study.about(Code::AdviserMissing, (Kind::Choice, choice.id.0))),
        );
    }
}
