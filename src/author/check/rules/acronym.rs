//! An acronym that nobody has spelled out.

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
    let mut known = acronyms::known(study);
    let mut new = Vec::new();
    texts::each(study, &mut |row, field, text| {
        for word in acronyms::of(text.as_str()) {
            if known.insert(word.to_owned()) {
                new.push((row, field, word.to_owned()));
            }
        }
    });
    for (row, field, word) in new {
        // A word that is also written in small letters is no acronym but said aloud.
        if !acronyms::is_word(study, &word) {
            found.push(
                study
                    .at(Code::UndefinedAcronym, row, field)
                    .with("word", word),
            );
        }
    }
}
