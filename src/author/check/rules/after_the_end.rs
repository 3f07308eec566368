//! An effect that is put off until after the last turn.

use crate::author::check::conditions;
use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::EffectAfterEnd,
    check,
    bad: include_str!("after_the_end/bad.ron"),
    good: include_str!("after_the_end/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let (_, last) = study.turns();
    let mut late = Vec::new();
    study.each_effect(&mut |row, _, later| {
        let first = match row.0 {
            Kind::Choice => {
                let decision = study.scenario.choices[usize::from(row.1)].decision;
                conditions::open(study, &study.scenario.decisions[decision.index()]).0
            }
            Kind::Inject => study.scenario.injects[usize::from(row.1)].when.from,
            _ => 1,
        };
        let is_late = later > 0 && u32::from(first) + later > u32::from(last);
        if is_late && late.last().is_none_or(|(told, _)| *told != row) {
            late.push((row, later));
        }
    });
    for (row, later) in late {
        let wrong = study.at(Code::EffectAfterEnd, row, "effects");
        found.push(wrong.with("turns", i64::from(later)));
    }
}
