//! `demarche fmt`: the meaning and the comments stay, twice changes nothing, and the shipped scenarios are laid out by it.

use std::fs;
use std::path::Path;

use demarche::author::disk;
use demarche::author::fmt::format;
use demarche::scenario;
use demarche::scenario::tree::NodeKind;
use demarche::scenario::tree::TokenKind;
use demarche::scenario::tree::Tree;
use proptest::prelude::*;

use crate::files::meaning::meaning;
use crate::files::meaning::with_each_file;
use crate::tree::arbitrary;

/// What a text says to a reader: each token but white space, closing commas and the indentation of blocks.
fn words(source: &str) -> Vec<String> {
    let tree = Tree::parse(source);
    let outdented = |text: &str| -> String {
        let lines = text.split('\n').map(str::trim);
        lines
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    };
    let mut words: Vec<String> = Vec::new();
    for token in tree.tokens() {
        let text = tree.text(token.range);
        match token.kind {
            TokenKind::Space
            | TokenKind::OddSpace
            | TokenKind::LineComment
            | TokenKind::BlockComment => {}
            TokenKind::RawStr => words.push(outdented(text)),
            TokenKind::Close(_) => {
                words.pop_if(|word| word == ",");
                words.push(text.to_owned());
            }
            _ => words.push(text.to_owned()),
        }
    }
    words
}

fn comments(source: &str) -> Vec<String> {
    let tree = Tree::parse(source);
    let comments = tree
        .tokens()
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::LineComment | TokenKind::BlockComment));
    comments
        .map(|token| tree.text(token.range).trim_end().to_owned())
        .collect()
}

/// Holds for every text that can be laid out.
#[track_caller]
fn sound(source: &str) -> String {
    let once = format(source).unwrap();
    assert_eq!(
        format(&once).as_ref(),
        Ok(&once),
        "twice is not once for {source}"
    );
    assert_eq!(words(&once), words(source), "the meaning of {source}");
    assert_eq!(
        comments(&once),
        comments(source),
        "the comments of {source}"
    );
    once
}

#[test]
fn shipped_scenarios_are_laid_out() {
    for folder in ["scenarios", "tests/it"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for path in disk::files_below(&root, "ron").unwrap() {
            let source = fs::read_to_string(&path).unwrap();
            let laid_out = sound(&source);
            if folder == "scenarios" {
                assert!(
                    laid_out == source,
                    "run `demarche fmt scenarios` for {}",
                    path.display()
                );
            }
        }
    }
}

/// Whatever white space a scenario was written with, laying it out makes the same scenario of it.
#[test]
fn the_scenario_stays_the_same() {
    for id in scenario::embedded() {
        let package = scenario::load_embedded(id).unwrap();
        let before = meaning(&package);
        assert_eq!(meaning(&with_each_file(&package, sound)), before, "{id}");
        let squeezed = with_each_file(&package, |source| sound(&without_indentation(source)));
        assert_eq!(meaning(&squeezed), before, "{id}, written flat");
    }
}

/// The file as somebody might have it who does not care: nothing moved in, everything else in place.
fn without_indentation(source: &str) -> String {
    let tree = Tree::parse(source);
    let texts = tree.tokens().iter().map(|token| match token.kind {
        TokenKind::Space => {
            let lines = tree.text(token.range).matches('\n').count();
            if lines == 0 {
                "  ".to_owned()
            } else {
                "\n".repeat(lines + 1)
            }
        }
        _ => tree.text(token.range).to_owned(),
    });
    texts.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn any_text_that_is_ron_is_laid_out(value in arbitrary::value(), style in arbitrary::style(), edits in arbitrary::edits()) {
        let source = arbitrary::edit(&style.write(&value), &edits);
        let tree = Tree::parse(source.as_str());
        let has_attribute = tree.root().kids().any(|node| node.kind() == NodeKind::Attribute);
        if tree.faults().is_empty() && !has_attribute {
            let laid_out = sound(&source);
            let again = Tree::parse(laid_out.as_str());
            prop_assert_eq!(again.faults(), &[], "in {}", laid_out);
        } else if !tree.faults().is_empty() {
            prop_assert!(format(&source).is_err());
        }
    }
}

#[test]
fn lines_are_the_authors_and_what_is_between_them_is_ours() {
    let source = r##"( format:1,id : "x",

    // The cast.
  actors:[
( id: "a" ,kind:Cert, effects:[ Trust( from:"a",to:"b",by:-3 ), ], ),   // us
 (id:"b",
        body: r#"
    One.
      Two.
  "#)],
  seats : [ (
    id: "a", /* the first */ turns: (1 , 2),


    hours: 4), (
      id: "b"
    )
    ],
)
"##;
    let laid_out = r##"(format: 1, id: "x",

    // The cast.
    actors: [
        (id: "a", kind: Cert, effects: [Trust(from: "a", to: "b", by: -3)]), // us
        (id: "b",
            body: r#"
                One.
                  Two.
            "#),
    ],
    seats: [(
        id: "a", /* the first */ turns: (1, 2),

        hours: 4,
    ), (
        id: "b",
    ),
    ],
)
"##;
    assert_eq!(sound(source), laid_out);
    assert_eq!(
        sound(&source.replace('\n', "\r\n")).replace("\r\n", "\n"),
        laid_out
    );
}

#[test]
fn a_list_of_rows_far_too_long_for_a_line_gets_lines() {
    let row = "(id: \"somebody\", name: \"Somebody with a name of some length\", kind: Operator)";
    let source = format!(
        "(format: 1, actors: [{}], turns: [(lasts: \"1h\")])",
        [row; 4].join(", ")
    );
    let laid_out = sound(&source);
    assert!(
        laid_out.contains(&format!("    actors: [\n        {row},\n        {row},\n")),
        "{laid_out}"
    );
}

#[test]
fn a_text_with_a_mistake_of_form_is_left_alone() {
    for source in [
        "(id: \"x\"",
        "(id: \"x)",
        "(id = \"x\")",
        "[1 2]",
        "(a: 1,, b: 2)",
    ] {
        assert!(format(source).is_err(), "{source}");
    }
}
