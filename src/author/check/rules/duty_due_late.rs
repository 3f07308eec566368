//! A duty that cannot fall due before the exercise ends.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::calendar::Term;
use crate::model::expr::Read;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::DutyDueAfterEnd,
    check,
    bad: include_str!("duty_due_late/bad.ron"),
    good: include_str!("duty_due_late/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    let Some(end) = scenario.turns.last().map(|turn| turn.to) else {
        return;
    };
    for duty in &scenario.duties {
        let Some(starts) = duty.starts else { continue };
        let Term::Span(within) = duty.within else {
            continue;
        };
        let limits = study.playable.limits(starts).unwrap_or_default();
        let [(Read::Delivered(inject), _)] = limits[..] else {
            continue;
        };
        let Some((from, _)) = study.window(&scenario.injects[inject.index()]) else {
            continue;
        };
        let start = scenario.turns[usize::from(from)].from;
        if start.plus(within.0) > end {
            found.push(study.at(Code::DutyDueAfterEnd, (Kind::Duty, duty.id.0), "within"));
        }
    }
}
