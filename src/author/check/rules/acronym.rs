//! An acronym that nobody has spelled out.

use std::collections::BTreeSet;

use crate::author::check::acronyms;
use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::author::check::texts;
use crate::diag::Code;
use crate::diag::Diagnostic;

pub(super) const RULE: Rule = Rule {
    code: Code::UndefinedAcronym,
    check,
    bad: include_str!("acronym/bad.ron"),
    good: include_str!("acronym/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let known = acronyms::known(study);
    let mut new = BTreeSet::new();
    let mut first = Vec::new();
    texts::each(study, &mut |row, field, text| {
        for word in acronyms::of(text.as_str()) {
            if !known.contains(word) && new.insert(word.to_owned()) {
                first.push((row, field, word.to_owned()));
            }
        }
    });
    let said = acronyms::said_aloud(study, &new);
    for (row, field, word) in first.into_iter().filter(|(.., word)| !said.contains(word)) {
        let wrong = study.at(Code::UndefinedAcronym, row, field);
        found.push(wrong.with("word", word));
    }
}
