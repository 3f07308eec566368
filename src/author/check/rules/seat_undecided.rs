//! A seat that is asked nothing in the whole exercise.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::SeatWithoutDecision,
    check,
    bad: include_str!("seat_undecided/bad.ron"),
    good: include_str!("seat_undecided/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    for seat in &study.scenario.seats {
        let decides = study
            .scenario
            .decisions
            .iter()
            .any(|decision| decision.seat == seat.id);
        let acts = study
            .scenario
            .actions
            .iter()
            .any(|action| action.seats.contains(&seat.id));
        if !decides && !acts && !study.scenario.decisions.is_empty() {
            found.push(study.about(Code::SeatWithoutDecision, (Kind::Seat, seat.id.0)));
        }
    }
}
