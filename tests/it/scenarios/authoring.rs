//! What `docs/authoring.md` shows an author works.

use std::collections::BTreeSet;

use demarche::diag::Style;
use demarche::diag::render;
use demarche::scenario::check_source;
use demarche::text::Words;

use crate::scenarios::walk::ending;

const PAGE: &str = include_str!("../../../docs/authoring.md");

#[test]
fn the_authoring_page_example_loads_and_plays() {
    let (_, rest) = PAGE.split_once("```ron\n").unwrap();
    let (example, _) = rest.split_once("\n```").unwrap();
    let opened = check_source("docs/authoring.md", example);
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
