//! A duty whose clock nothing starts.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::effect::Effect;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::DutyNeverStarts,
    check,
    bad: include_str!("duty_never_starts/bad.ron"),
    good: include_str!("duty_never_starts/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    let mut started = Vec::new();
    study.each_effect(&mut |_, effect, _| {
        if let Effect::StartDuty { duty } = effect {
            started.push(*duty);
        }
    });
    let disclosure = &scenario.book.disclosure;
    started.extend(
        disclosure
            .cases
            .iter()
            .flat_map(|case| case.duties.iter().copied()),
    );
    started.extend(disclosure.laws.iter().filter_map(|law| law.duty));
    for duty in &scenario.duties {
        let row = (Kind::Duty, duty.id.0);
        let starts = duty.starts.is_some() || duty.determined || duty.follows.is_some();
        if !starts && !started.contains(&duty.id) && !study.is_in_script(row) {
            found.push(study.about(Code::DutyNeverStarts, row));
        }
    }
}
