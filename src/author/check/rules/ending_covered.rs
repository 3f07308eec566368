//! An ending whose condition holds only where an earlier one's does.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::author::check::study::Within;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;
use crate::script::Known;

pub(super) const RULE: Rule = Rule {
    code: Code::EndingCovered,
    check,
    bad: include_str!("ending_covered/bad.ron"),
    good: include_str!("ending_covered/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let endings = &study.scenario.endings;
    let known = Within {
        study,
        turns: study.turns(),
    };
    let limits = |expr| study.playable.limits(expr);
    for (at, ending) in endings.iter().enumerate() {
        let Some((condition, own)) = ending
            .condition
            .and_then(|expr| Some((expr, limits(expr)?)))
        else {
            continue;
        };
        let covers = |other: &&crate::model::scenario::Ending| {
            let asked = other.condition.and_then(limits);
            let is_as_early = other.early || !ending.early;
            is_as_early
                && asked.is_some_and(|asked| {
                    asked.iter().all(|(read, (least, most))| {
                        let mut own = own.iter().filter(|(known, _)| known == read);
                        let range = known.bounds(*read);
                        let within = |(from, to): (i64, i64)| {
                            from.max(range.0) >= *least && to.min(range.1) <= *most
                        };
                        own.any(|(_, bounds)| within(*bounds)) || within(range)
                    })
                })
        };
        if let Some(other) = endings[..at].iter().find(covers) {
            let wrong = study.of(Code::EndingCovered, (Kind::Ending, ending.id.0), condition);
            let wrong = wrong.label(study.row((Kind::Ending, other.id.0)), "diag-label-first");
            found.push(wrong.with("other", study.word((Kind::Ending, other.id.0))));
        }
    }
}
