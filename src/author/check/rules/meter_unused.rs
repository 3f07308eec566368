//! A meter that nobody sees and nothing asks for.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::ExprId;
use crate::model::expr::Read;
use crate::model::id::Kind;
use crate::model::ledger::meters::SeenBy;

pub(super) const RULE: Rule = Rule {
    code: Code::MeterUnused,
    check,
    bad: include_str!("meter_unused/bad.ron"),
    good: include_str!("meter_unused/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    for meter in scenario
        .meters
        .iter()
        .filter(|meter| meter.seen_by == SeenBy::Nobody)
    {
        let mut exprs = (0..scenario.exprs.len()).map(ExprId::at);
        let is_read = exprs.any(|expr| study.playable.reads(expr).contains(&Read::Meter(meter.id)));
        if !is_read && !study.is_in_script((Kind::Meter, meter.id.0)) {
            found.push(study.about(Code::MeterUnused, (Kind::Meter, meter.id.0)));
        }
    }
}
