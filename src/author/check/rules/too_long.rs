//! An inject whose body does not fit on one screen.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;
use crate::text::wrap;

pub(super) const RULE: Rule = Rule {
    code: Code::TooLongForScreen,
    check,
    bad: include_str!("too_long/bad.ron"),
    good: include_str!("too_long/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    const COLUMNS: usize = 72;
    const LINES: usize = 24;
    for inject in &study.scenario.injects {
        if inject.body.as_str().len() < LINES * 8 {
            continue;
        }
        let lines = wrap(&inject.body, COLUMNS).len();
        if lines > LINES {
            let wrong = study.about(Code::TooLongForScreen, (Kind::Inject, inject.id.0));
            found.push(wrong.with("lines", lines).with("limit", LINES));
        }
    }
}
