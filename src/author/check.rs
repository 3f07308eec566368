//! Everything that is wrong with a scenario: what keeps it from being played, and what its players would suffer from.
//!
//! [`check`] is what editors and previews ask after every change: it plays nothing and takes little longer than reading. What
//! only playing shows is told by [`leaks`]. Each rule is one file in `rules`, with a bad and a good example beside it.

mod acronyms;
mod artefact;
mod conditions;
mod cost;
mod leak;
mod names;
mod reading;
mod rule;
mod rules;
mod sight;
mod study;
mod texts;

use std::sync::Arc;

use crate::author::check::rule::Rule;
use crate::author::check::rules::RULES;
use crate::author::check::study::Study;
use crate::diag;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Explanation;
use crate::diag::Sources;
use crate::scenario;
use crate::scenario::ENTRY;
use crate::scenario::Index;
use crate::scenario::Package;
use crate::script::Playable;
use crate::text::SafeText;
use crate::text::Words;

pub use crate::author::check::leak::leaks;

/// What checking a scenario found.
#[derive(Debug)]
pub struct Checked {
    /// The scenario, ready to play; there is one if no diagnostic is an error.
    pub playable: Option<Arc<Playable>>,
    /// Everything that was found, in no order; `diag::render` sorts it.
    pub diagnostics: Vec<Diagnostic>,
    /// What the places in the diagnostics are places of.
    pub sources: Sources,
    /// Where ids are declared and used.
    pub index: Index,
}

/// Checks the files of a scenario: form, meaning, and what makes it a good exercise. The last only if it can be played:
/// nobody mends the pace of a scenario that doesn't start.
pub fn check(package: &Package) -> Checked {
    let opened = scenario::open(package);
    let mut diagnostics = opened.diagnostics;
    if let Some(playable) = &opened.playable {
        diagnostics.extend(design(playable, &opened.sources, &opened.index));
    }
    Checked {
        playable: opened.playable.map(Arc::new),
        diagnostics,
        sources: opened.sources,
        index: opened.index,
    }
}

/// What a playable scenario's players would suffer from.
fn design(playable: &Playable, sources: &Sources, index: &Index) -> Vec<Diagnostic> {
    /// As many of one code as are told.
    const MOST: usize = 200;
    let study = Study::new(playable, sources, index);
    let mut all = Vec::new();
    for rule in RULES {
        let mut found = Vec::new();
        (rule.check)(&study, &mut found);
        found.truncate(MOST);
        all.append(&mut found);
    }
    all
}

/// The codes that have a rule with examples here.
pub fn codes() -> impl Iterator<Item = Code> {
    RULES
        .iter()
        .map(|rule| rule.code)
        .chain([Code::SecretLeaks])
}

/// The files of a small scenario that breaks one rule, and of the same mended; `None` for a code of another part.
pub fn examples(code: Code) -> Option<(Package, Package)> {
    let (bad, good) = texts_of(code)?;
    Some((example(bad), example(good)))
}

/// A small scenario around the fields of an example.
fn example(fields: &str) -> Package {
    let minutes = if fields.contains("    minutes:") {
        ""
    } else {
        "    minutes: (20, 30),\n"
    };
    let head = include_str!("check/head.ron");
    let entry = format!("(\n{head}{minutes}{fields})\n");
    Package::from_files([
        (ENTRY.to_owned(), entry.into_bytes()),
        (
            "base.ron".to_owned(),
            include_bytes!("check/base.ron").to_vec(),
        ),
    ])
}

fn texts_of(code: Code) -> Option<(&'static str, &'static str)> {
    if code == Code::SecretLeaks {
        return Some((leak::BAD, leak::GOOD));
    }
    let rule: &Rule = RULES.iter().find(|rule| rule.code == code)?;
    Some((rule.bad, rule.good))
}

/// Explains a code: what it means, why it hurts, and an example before and after.
pub fn explain(code: Code, words: &Words) -> Explanation {
    let explanation = diag::explain(code, words);
    match texts_of(code) {
        Some((bad, good)) => Explanation {
            before: SafeText::block(bad.trim_end()),
            after: SafeText::block(good.trim_end()),
            ..explanation
        },
        None => explanation,
    }
}
