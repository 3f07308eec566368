//! A word that judges a region instead of describing it.

use crate::author::check::names;
use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::author::check::texts;
use crate::diag::Code;
use crate::diag::Diagnostic;

pub(super) const RULE: Rule = Rule {
    code: Code::JudgingWord,
    check,
    bad: include_str!("judging_word/bad.ron"),
    good: include_str!("judging_word/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    texts::each(study, &mut |row, field, text| {
        if let Some(word) = names::judging(text.as_str()) {
            found.push(study.at(Code::JudgingWord, row, field).with("word", word));
        }
    });
}
