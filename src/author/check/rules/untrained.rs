//! An objective that no inject and no decision trains.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::ObjectiveUntrained,
    check,
    bad: include_str!("untrained/bad.ron"),
    good: include_str!("untrained/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    for objective in &scenario.objectives {
        let can_tell = objective
            .tasks
            .iter()
            .any(|task| scenario.tasks[task.index()].evidence.is_some());
        if !study.is_trained(objective.id) && !can_tell {
            found.push(study.about(Code::ObjectiveUntrained, (Kind::Objective, objective.id.0)));
        }
    }
}
