//! A duty whose clock is stopped by the time it starts.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::author::check::study::Within;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::ExprId;
use crate::model::expr::Read;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::DutyEndsBeforeStart,
    check,
    bad: include_str!("duty_stops_first/bad.ron"),
    good: include_str!("duty_stops_first/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let (first, last) = study.turns();
    // The first turn in which a condition on deliveries and turns can be true, and the first in which it must be.
    let opens = |expr: ExprId| {
        let limits = study.playable.limits(expr)?;
        let [(Read::Delivered(inject), (1, _))] = limits[..] else {
            let surely = |turn| {
                study.playable.bounds(
                    expr,
                    &Within {
                        study,
                        turns: (turn, turn),
                    },
                )
            };
            let mut turns = first..=last;
            return turns
                .find(|turn| surely(*turn) == Some((1, 1)))
                .map(|turn| (turn, turn));
        };
        let inject = &study.scenario.injects[inject.index()];
        let (from, to) = study.window(inject)?;
        let is_certain = inject.when.condition.is_none() && inject.when.chance == 1000;
        Some((
            from,
            if is_certain && from == to {
                from
            } else {
                u16::MAX
            },
        ))
    };
    for duty in &study.scenario.duties {
        let (Some(starts), Some(stops)) = (duty.starts, duty.stops) else {
            continue;
        };
        let texts = [starts, stops].map(|expr| &study.scenario.exprs[expr.index()].text);
        let is_late = match (opens(starts), opens(stops)) {
            (Some((earliest, _)), Some((_, surely))) => surely <= earliest,
            _ => false,
        };
        if texts[0].trim() == texts[1].trim() || is_late {
            found.push(study.of(Code::DutyEndsBeforeStart, (Kind::Duty, duty.id.0), stops));
        }
    }
}
