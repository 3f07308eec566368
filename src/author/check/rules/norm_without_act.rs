//! An inject that is about a norm which no act can uphold or strain.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::effect::Effect;
use crate::model::id::Kind;
use crate::model::norm::Norm;
use crate::model::scenario::Scenario;

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
    borne.extend(by_rules(scenario));
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

/// The norms that the ledgers' own rules note, where a scenario gives them something to note.
fn by_rules(scenario: &Scenario) -> Vec<Norm> {
    let book = &scenario.book;
    let mut norms = Vec::new();
    let mut add = |is_used: bool, noted: &[Norm]| {
        if is_used {
            norms.extend(noted);
        }
    };
    add(!scenario.facts.is_empty(), &[Norm::Tlp]);
    add(!scenario.duties.is_empty(), &[Norm::Inform]);
    add(
        !book.disclosure.cases.is_empty(),
        &[Norm::Credit, Norm::Disclosure],
    );
    add(
        !book.attribution.hypotheses.is_empty(),
        &[Norm::B, Norm::E, Norm::Evidence, Norm::K],
    );
    add(
        !book.measures.menu.is_empty(),
        &[Norm::A, Norm::D, Norm::E, Norm::F, Norm::H],
    );
    add(
        !book.statements.forums.is_empty(),
        &[Norm::A, Norm::Evidence],
    );
    norms
}
