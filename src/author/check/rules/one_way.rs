//! A decision in which at most one choice can ever be taken.

use crate::author::check::conditions;
use crate::author::check::cost;
use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::ExprId;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::OneWayOnly,
    check,
    bad: include_str!("one_way/bad.ron"),
    good: include_str!("one_way/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let dear: Vec<_> = cost::unaffordable(study)
        .into_iter()
        .map(|(row, ..)| row)
        .collect();
    for decision in &study.scenario.decisions {
        let turns = conditions::open(study, decision);
        let never = |expr: ExprId| {
            let row = (Kind::Decision, decision.id.0);
            conditions::Condition { expr, row, turns }.bounds(study) == Some((0, 0))
        };
        let possible = decision.choices.iter().filter(|choice| {
            let condition = study.scenario.choices[choice.index()].condition;
            !condition.is_some_and(never)
                && !dear.contains(&(Kind::Choice, choice.0))
                && !cost::needs_capital_nobody_has(study, **choice)
        });
        if possible.count() < 2 {
            found.push(study.about(Code::OneWayOnly, (Kind::Decision, decision.id.0)));
        }
    }
}
