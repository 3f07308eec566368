//! A choice that passes on what its label keeps in the house, without saying so.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::effect::Effect;
use crate::model::id::Kind;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::norm::Norm;

pub(super) const RULE: Rule = Rule {
    code: Code::LabelForbidsShare,
    check,
    bad: include_str!("label_forbids/bad.ron"),
    good: include_str!("label_forbids/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    let mut told = Vec::new();
    study.each_effect(&mut |row, effect, _| {
        let (Kind::Choice, Effect::Tell { fact, to, .. }) = (row.0, effect) else {
            return;
        };
        let choice = &scenario.choices[usize::from(row.1)];
        let seat = scenario.decisions[choice.decision.index()].seat;
        let sharer = scenario.seats[seat.index()].actor;
        let fact = &scenario.facts[fact.index()];
        let label = match fact.marking {
            Marking::Tlp(tlp @ (Tlp::AmberStrict | Tlp::Red)) => tlp.label(),
            Marking::National => "NATIONAL",
            Marking::Tlp(_) => return,
        };
        let is_owned =
            fact.source == sharer || fact.source == *to || fact.owner == Some(*to) || *to == sharer;
        let is_said = choice.norms.iter().any(|(norm, _)| *norm == Norm::Tlp);
        let is_freed = choice.effects.iter().any(
            |effect| matches!(effect, Effect::Relabel { fact: freed, .. } if *freed == fact.id),
        );
        if !is_owned && !is_said && !is_freed && !told.contains(&(row, fact.id, label)) {
            told.push((row, fact.id, label));
        }
    });
    for (row, fact, label) in told {
        let wrong = study.at(Code::LabelForbidsShare, row, "effects");
        found.push(
            wrong
                .with("fact", study.word((Kind::Fact, fact.0)))
                .with("label", label),
        );
    }
}
