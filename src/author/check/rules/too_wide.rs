//! A title or label that is cut off where the screen is narrow.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::author::check::texts;
use crate::diag::Code;
use crate::diag::Diagnostic;

pub(super) const RULE: Rule = Rule {
    code: Code::TooWideForScreen,
    check,
    bad: include_str!("too_wide/bad.ron"),
    good: include_str!("too_wide/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    texts::each(study, &mut |row, field, text| {
        let limit = match field {
            "title" | "name" => 64,
            "label" => 70,
            _ => return,
        };
        if text.width() > limit {
            let wrong = study.at(Code::TooWideForScreen, row, field);
            found.push(wrong.with("columns", text.width()).with("limit", limit));
        }
    });
}
