//! Two endings that a player cannot tell apart.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::EndingsAlike,
    check,
    bad: include_str!("endings_alike/bad.ron"),
    good: include_str!("endings_alike/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let endings = &study.scenario.endings;
    for (at, ending) in endings.iter().enumerate() {
        let same = endings[..at].iter().find(|other| {
            let title = other.title.as_str().to_lowercase() == ending.title.as_str().to_lowercase();
            title || other.text == ending.text
        });
        if let Some(same) = same {
            let wrong = study.about(Code::EndingsAlike, (Kind::Ending, ending.id.0));
            let wrong = wrong.label(study.row((Kind::Ending, same.id.0)), "diag-label-first");
            found.push(wrong.with("other", study.word((Kind::Ending, same.id.0))));
        }
    }
}
