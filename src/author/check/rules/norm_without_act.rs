//! An inject that is about a norm which no act can uphold or strain.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::effect::Effect;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::NormWithoutAct,
    check,
    bad: include_str!("norm_without_act/bad.ron"),
    good: include_str!("norm_without_act/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    let mut borne: Vec<_> = scenario
        .choices
        .iter()
        .flat_map(|choice| &choice.norms)
        .map(|(norm, _)| *norm)
        .collect();
    borne.extend(
        scenario
            .actions
            .iter()
            .flat_map(|action| &action.norms)
            .map(|(norm, _)| *norm),
    );
    study.each_effect(&mut |_, effect, _| {
        if let Effect::Norm { norm, .. } = effect {
            borne.push(*norm);
        }
    });
    for inject in &scenario.injects {
        if let Some(norm) = inject.norms.iter().find(|norm| !borne.contains(norm)) {
            let wrong = study.at(Code::NormWithoutAct, (Kind::Inject, inject.id.0), "norms");
            let word = norm.key().trim_start_matches("norm-").replace('-', "_");
            found.push(wrong.with("norm", word));
        }
    }
}
