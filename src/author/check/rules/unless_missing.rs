//! Something that is sometimes impossible and does not say why.

use crate::author::check::rule::Rule;
use crate::author::check::study::Row;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::UnlessMissing,
    check,
    bad: include_str!("unless_missing/bad.ron"),
    good: include_str!("unless_missing/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let choices = study.scenario.choices.iter();
    let choices = choices.map(|choice| {
        (
            (Kind::Choice, choice.id.0),
            choice.condition,
            &choice.unless,
        )
    });
    let actions = study.scenario.actions.iter();
    let actions = actions.map(|action| {
        (
            (Kind::Action, action.id.0),
            action.condition,
            &action.unless,
        )
    });
    let silent = choices
        .chain(actions)
        .filter(|(_, condition, unless)| condition.is_some() && unless.is_empty());
    found.extend(silent.map(|(row, ..): (Row, _, _)| study.at(Code::UnlessMissing, row, "when")));
}
