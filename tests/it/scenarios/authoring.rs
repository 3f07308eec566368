//! What `docs/authoring.md` shows an author works.

use std::collections::BTreeSet;

use demarche::diag::Style;
use demarche::diag::render;
use demarche::scenario::Package;
use demarche::scenario::check_source;
use demarche::scenario::open;
use demarche::text::Words;

use crate::scenarios::walk::ending;

const PAGE: &str = include_str!("../../../docs/authoring.md");

/// The first block in a language.
fn block(language: &str) -> &'static str {
    let (_, rest) = PAGE.split_once(&format!("```{language}\n")).unwrap();
    rest.split_once("\n```").unwrap().0
}

#[test]
fn the_authoring_page_example_loads_and_plays() {
    let opened = check_source("docs/authoring.md", block("ron"));
    let words = Words::default();
    let told = render(&opened.diagnostics, &opened.sources, &words, Style::Text);
    assert_eq!(told, "");
    let playable = opened.playable.unwrap();
    let ends = |choice| {
        (0..8)
            .map(|seed| ending(&playable, seed, &[choice]))
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(
        ends("answer warn_pilots.derive"),
        BTreeSet::from(["lit".to_owned()])
    );
    assert_eq!(
        ends("answer warn_pilots.wait"),
        BTreeSet::from(["dark".to_owned()])
    );
}

#[test]
fn the_authoring_page_script_compiles() {
    let files = [
        ("scenario.ron", block("ron")),
        ("scripts/tide.rhai", block("rhai")),
    ];
    let package = Package::from_files(files.map(|(name, text)| (name.to_owned(), text.as_bytes())));
    let opened = open(&package);
    let words = Words::default();
    let told = render(&opened.diagnostics, &opened.sources, &words, Style::Text);
    assert_eq!(told, "");
    assert_eq!(opened.playable.unwrap().scenario().scripts.len(), 1);
}
