//! A real state in the part of the wrongdoer.

use crate::author::check::names;
use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;
use crate::model::roster::ActorKind;

pub(super) const RULE: Rule = Rule {
    code: Code::RealState,
    check,
    bad: include_str!("real_state/bad.ron"),
    good: include_str!("real_state/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    let hypotheses = &scenario.book.attribution.hypotheses;
    for actor in &scenario.actors {
        let is_accused = hypotheses
            .iter()
            .any(|hypothesis| hypothesis.accused == Some(actor.id));
        let acts_for_accused = actor.acts_for.is_some_and(|state| {
            actor.kind == ActorKind::Adversary
                || hypotheses
                    .iter()
                    .any(|hypothesis| hypothesis.accused == Some(state))
        });
        if actor.kind != ActorKind::Adversary && !is_accused && !acts_for_accused {
            continue;
        }
        for (field, text) in [("name", &actor.name), ("about", &actor.about)] {
            if let Some(word) = names::state(text.as_str()) {
                let wrong = study.at(Code::RealState, (Kind::Actor, actor.id.0), field);
                found.push(wrong.with("word", word));
            }
        }
    }
    for hypothesis in hypotheses {
        let aliases = hypothesis.aliases.iter().map(|(alias, _)| alias);
        let mut texts = [&hypothesis.name, &hypothesis.about]
            .into_iter()
            .chain(aliases);
        if let Some(word) = texts.find_map(|text| names::state(text.as_str())) {
            let wrong = study.about(Code::RealState, (Kind::Hypothesis, hypothesis.id.0));
            found.push(wrong.with("word", word));
        }
    }
}
