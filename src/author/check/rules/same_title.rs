//! Two injects that look the same in a seat's inbox.

use std::collections::BTreeMap;

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::SameTitle,
    check,
    bad: include_str!("same_title/bad.ron"),
    good: include_str!("same_title/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let mut first = BTreeMap::new();
    for inject in &study.scenario.injects {
        for to in inject.to.iter().filter(|to| study.seat_of(**to).is_some()) {
            let Some(earlier) = first.insert((*to, inject.title.as_str()), inject.id) else {
                continue;
            };
            // Of two alternatives only one comes, and a contingency may repeat what was not heard.
            if inject.contingency_of.is_none() && inject.when.condition.is_none() {
                let wrong = study.at(Code::SameTitle, (Kind::Inject, inject.id.0), "title");
                let wrong = wrong.label(
                    study.field((Kind::Inject, earlier.0), "title"),
                    "diag-label-first",
                );
                found.push(wrong.with("other", study.word((Kind::Inject, earlier.0))));
                break;
            }
        }
    }
}
