//! A meter that nothing moves.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::MeterNeverMoves,
    check,
    bad: include_str!("meter_still/bad.ron"),
    good: include_str!("meter_still/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let still = study
        .scenario
        .meters
        .iter()
        .filter(|meter| !study.moves(meter.id));
    found.extend(still.map(|meter| study.about(Code::MeterNeverMoves, (Kind::Meter, meter.id.0))));
}
