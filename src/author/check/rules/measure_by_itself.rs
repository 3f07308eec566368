//! A measure that follows from an attribution without anybody's choice.

use std::collections::BTreeSet;

use crate::author::check::rule::Rule;
use crate::author::check::study::Row;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::ExprId;
use crate::model::effect::Effect;
use crate::model::expr::Read;
use crate::model::id::Kind;
use crate::model::ledger::attribution;
use crate::model::ledger::book::BookEffect;
use crate::model::ledger::book::BookRead;
use crate::model::ledger::measures;

pub(super) const RULE: Rule = Rule {
    code: Code::MeasureByItself,
    check,
    bad: include_str!("measure_by_itself/bad.ron"),
    good: include_str!("measure_by_itself/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    let injects = scenario.injects.iter();
    let injects = injects.map(|row| ((Kind::Inject, row.id.0), row.when.condition));
    let rules = scenario.rules.iter();
    let rules = rules.map(|row| ((Kind::Rule, row.id.0), row.condition));
    let conditional = injects
        .chain(rules)
        .filter_map(|(row, when)| Some((row, when?)));
    let mut named: BTreeSet<Row> = conditional
        .filter(|(_, when)| asks_who(study, *when))
        .map(|(row, _)| row)
        .collect();
    let mut taken: BTreeSet<Row> = BTreeSet::new();
    study.each_effect(&mut |row, effect, _| {
        if !matches!(row.0, Kind::Inject | Kind::Rule) {
            return;
        }
        match effect {
            Effect::Book(BookEffect::Measures(measures::Effect::TakeMeasure { .. })) => {
                taken.insert(row);
            }
            Effect::If { when, .. } if asks_who(study, *when) => {
                named.insert(row);
            }
            _ => {}
        }
    });
    for row in named.intersection(&taken) {
        found.push(study.at(Code::MeasureByItself, *row, "effects"));
    }
}

/// Whether a condition asks whether somebody has been named.
fn asks_who(study: &Study<'_>, when: ExprId) -> bool {
    let reads = study.playable.reads(when).iter();
    reads.copied().any(|read| {
        matches!(
            read,
            Read::Book(BookRead::Attribution(
                attribution::Read::Attributed(..)
                    | attribution::Read::AttributedBy(..)
                    | attribution::Read::Condemned(..)
            ))
        )
    })
}
