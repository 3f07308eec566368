//! An objective none of whose tasks the program can tell to be done.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::ObjectiveWithoutEvidence,
    check,
    bad: include_str!("evidence_missing/bad.ron"),
    good: include_str!("evidence_missing/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    for objective in &scenario.objectives {
        let mut tasks = objective
            .tasks
            .iter()
            .map(|task| &scenario.tasks[task.index()]);
        if study.is_trained(objective.id)
            && !objective.tasks.is_empty()
            && tasks.all(|task| task.evidence.is_none())
        {
            found.push(study.at(
                Code::ObjectiveWithoutEvidence,
                (Kind::Objective, objective.id.0),
                "tasks",
            ));
        }
    }
}
