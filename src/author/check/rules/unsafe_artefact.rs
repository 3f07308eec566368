//! An address, a domain or a number that may exist in the world.

use crate::author::check::artefact;
use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::author::check::texts;
use crate::diag::Code;
use crate::diag::Diagnostic;

pub(super) const RULE: Rule = Rule {
    code: Code::UnsafeArtefact,
    check,
    bad: include_str!("unsafe_artefact/bad.ron"),
    good: include_str!("unsafe_artefact/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    texts::each(study, &mut |row, field, text| {
        if let Some(word) = artefact::real(text.as_str()) {
            found.push(
                study
                    .at(Code::UnsafeArtefact, row, field)
                    .with("word", word),
            );
        }
    });
}
