//! Edits of authored text: all together or none, and nothing else moves.

use demarche::author::edit::Edit;
use demarche::author::edit::EditError;
use demarche::author::edit::apply;
use demarche::author::edit::compatible;
use demarche::diag::FileId;
use demarche::diag::Sources;
use demarche::diag::Span;

const TEXT: &str = "(id: \"a\", // é, kept\n  hours: 3)\n";

fn sources() -> (Sources, FileId) {
    let mut sources = Sources::new();
    let file = sources.add("scenario.ron", TEXT);
    (sources, file)
}

fn place(file: FileId, of: &str) -> Span {
    let start = TEXT.find(of).unwrap();
    Span::of(file, start..start + of.len())
}

#[test]
fn edits_are_made_together_and_the_rest_is_kept() {
    let (sources, file) = sources();
    let hours = place(file, "3");
    let edits = [
        Edit::new(hours, "12"),
        Edit::insert(file, hours.end, ", capital: 2"),
        Edit::delete(place(file, "id: ")),
        Edit::new(place(file, "\"a\""), "\"bc\""),
        Edit::new(hours, "12"),
    ];
    let texts = apply(&sources, &edits).unwrap();
    assert_eq!(texts.len(), 1);
    assert_eq!(
        texts[&file],
        "(\"bc\", // é, kept\n  hours: 12, capital: 2)\n"
    );
    assert!(apply(&sources, &[]).unwrap().is_empty());
}

#[test]
fn edits_that_cannot_both_be_made_are_refused() {
    let (sources, file) = sources();
    let (whole, part) = (place(file, "hours: 3"), place(file, "3"));
    let both = [Edit::delete(part), Edit::new(whole, "capital: 1")];
    assert!(matches!(
        apply(&sources, &both),
        Err(EditError::Overlap { first, second }) if first == whole && second == part
    ));
    let twice = [Edit::insert(file, 1, "a"), Edit::insert(file, 1, "b")];
    assert!(apply(&sources, &twice).is_err());
    let accent = place(file, "é");
    let inside = Edit::insert(file, accent.start + 1, "x");
    assert!(matches!(
        apply(&sources, &[inside]),
        Err(EditError::NoSuchPlace(_))
    ));
    let behind = Edit::insert(file, 4000, "x");
    assert!(apply(&sources, &[behind]).is_err());
    let kept = compatible(both.into_iter().chain(twice));
    assert_eq!(kept.len(), 2);
    assert!(apply(&sources, &kept).is_ok());
}
