//! A real firm, group or emblem in a text that players read.

use crate::author::check::names;
use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::author::check::texts;
use crate::diag::Code;
use crate::diag::Diagnostic;

pub(super) const RULE: Rule = Rule {
    code: Code::RealName,
    check,
    bad: include_str!("real_name/bad.ron"),
    good: include_str!("real_name/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    texts::each(study, &mut |row, field, text| {
        if let Some(word) = names::real(text.as_str()) {
            found.push(study.at(Code::RealName, row, field).with("word", word));
        }
    });
}
