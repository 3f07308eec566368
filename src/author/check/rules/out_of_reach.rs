//! A fact that only adversaries hold and nobody ever tells.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::ActorId;
use crate::model::effect::Effect;
use crate::model::id::Kind;
use crate::model::roster::ActorKind;

pub(super) const RULE: Rule = Rule {
    code: Code::FactOutOfReach,
    check,
    bad: include_str!("out_of_reach/bad.ron"),
    good: include_str!("out_of_reach/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    let hides = |actor: ActorId| scenario.actors[actor.index()].kind == ActorKind::Adversary;
    let mut told: Vec<_> = scenario
        .adversary
        .moves
        .iter()
        .flat_map(|step| &step.traces)
        .map(|trace| trace.fact)
        .collect();
    for inject in scenario
        .injects
        .iter()
        .filter(|inject| inject.to.iter().any(|to| !hides(*to)))
    {
        told.extend(&inject.facts);
    }
    for duty in &scenario.duties {
        told.extend(duty.tells.iter().chain(&duty.tells_in_full));
    }
    study.each_effect(&mut |_, effect, _| match effect {
        Effect::Tell { fact, to, .. } if !hides(*to) => told.push(*fact),
        _ => {}
    });
    for fact in &scenario.facts {
        let row = (Kind::Fact, fact.id.0);
        let is_hidden =
            !fact.holders.is_empty() && fact.holders.iter().all(|holder| hides(*holder));
        if is_hidden && !told.contains(&fact.id) && !study.is_in_script(row) {
            found.push(study.about(Code::FactOutOfReach, row));
        }
    }
}
