//! Broken scenarios: each mistake at its place, in the author's words.

use demarche::diag::Style;
use demarche::diag::render;
use demarche::scenario;
use demarche::text::Words;

#[test]
fn embedded_scenarios_have_no_mistakes() {
    let ids = scenario::embedded();
    assert!(!ids.is_empty());
    for id in ids {
        let package = scenario::load_embedded(id).unwrap();
        let opened = scenario::open(&package);
        let told = render(
            &opened.diagnostics,
            &opened.sources,
            &Words::default(),
            Style::Text,
        );
        assert!(opened.playable.is_some(), "{told}");
        assert_eq!(told, "");
    }
}
