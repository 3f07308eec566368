//! A reason for being impossible, where nothing ever is.

use crate::author::check::rule::Rule;
use crate::author::check::study::Row;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::UnlessWithoutWhen,
    check,
    bad: include_str!("unless_alone/bad.ron"),
    good: include_str!("unless_alone/good.ron"),
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
    let idle = choices
        .chain(actions)
        .filter(|(_, condition, unless)| condition.is_none() && !unless.is_empty());
    found.extend(
        idle.map(|(row, ..): (Row, _, _)| study.at(Code::UnlessWithoutWhen, row, "unless")),
    );
}
