//! The syntax tree: it accepts what `ron` accepts, gives every text back, and reads past mistakes.

pub(crate) mod arbitrary;

use demarche::scenario::tree::FaultKind;
use demarche::scenario::tree::Node;
use demarche::scenario::tree::NodeKind;
use demarche::scenario::tree::Tree;
use proptest::prelude::*;
use ron::Options;
use ron::extensions::Extensions;
use serde::de::IgnoredAny;

fn options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES)
        .with_recursion_limit(64)
}

/// Holds for every text: the tokens are the text, kids lie inside their parents and in order.
#[track_caller]
fn sound(source: &str) -> Tree {
    let tree = Tree::parse(source);
    assert_eq!(tree.print(), source);
    let mut end = 0;
    for token in tree.tokens() {
        assert_eq!(token.range.start, end, "tokens leave no gap in {source:?}");
        assert!(
            token.range.end > token.range.start,
            "no empty token in {source:?}"
        );
        end = token.range.end;
    }
    let mut open = vec![tree.root()];
    while let Some(node) = open.pop() {
        let mut before = node.range().start;
        for kid in node.kids() {
            let range = kid.range();
            assert!(
                range.start >= before && range.end <= node.range().end,
                "{kid:?} in {source:?}"
            );
            before = range.end;
            open.push(kid);
        }
    }
    tree
}

#[track_caller]
fn accepted(source: &str) {
    let tree = sound(source);
    assert_eq!(tree.faults(), &[], "in {source}");
}

fn faults(source: &str) -> Vec<(usize, FaultKind)> {
    let line = |byte: u32| 1 + source[..byte as usize].matches('\n').count();
    sound(source)
        .faults()
        .iter()
        .map(|fault| (line(fault.range.start), fault.kind))
        .collect()
}

#[test]
fn accepts_the_corners_of_ron() {
    for source in [
        "()",
        " /* a /* nested */ comment */ (a: 1) // end",
        "#![enable(implicit_some)] # ! [ enable ( unwrap_newtypes, ) ]\n#![type = \"x\"] 1",
        "Name(a: Some(1), b: None, c: (), r#type.x: r#fn, d: Unit,)",
        "[1_000, -0x1F, +0b1, 0o7u8, 1.5e-3f64, .5, -.5, 1., inf, -inf, +NaNf32, b'a', b'\\'']",
        "{\"a\": 1, 'b': 2, (1, 2): [], {}: {1: 2}}",
        "[\"\", \"a\\\"b\", \"line\n  body: \\\n   text\", r\"x\", r##\"a\"#b\"##, b\"\\xff\", br#\"\"\"#, '\\u{1F600}', '\\\\', '\\'', '(']",
        "[1..2, 1..=2, ..3, 4.., .., ..=5, 1...5]",
        "(title: \"He said: \n  body: \\\"x\\\"\n\", to: [])",
        "Größe(ключ: 名前)",
    ] {
        options()
            .from_str::<IgnoredAny>(source)
            .unwrap_or_else(|error| panic!("{source}: {error}"));
        accepted(source);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn accepts_what_ron_writes(value in arbitrary::value(), style in arbitrary::style()) {
        accepted(&style.write(&value));
    }

    #[test]
    fn accepts_what_ron_accepts(value in arbitrary::value(), style in arbitrary::style(), edits in arbitrary::edits()) {
        let source = arbitrary::edit(&style.write(&value), &edits);
        let tree = sound(&source);
        if options().from_str::<IgnoredAny>(&source).is_ok() {
            prop_assert_eq!(tree.faults(), &[], "in {}", source);
        }
    }

    #[test]
    fn gives_any_text_back(source in "\\PC*", rubble in arbitrary::rubble()) {
        sound(&source);
        sound(&rubble);
    }
}

const GOOD: &str = r#"(
    format: 1,
    id: "probe",
    actors: [
        (id: "ncert", kind: Cert, name: "National CERT"),
        (id: "mfa", kind: Ministry, name: "Foreign Ministry"),
    ],
    injects: [
        (
            id: "phish",
            to: ["ncert"],
            title: "Odd mail",
            cost: (hours: 3, capital: 1),
            body: "Dear all,
                from: nobody
                yours",
        ),
        (id: "call", to: ["mfa"], title: "A call"),
    ],
)
"#;

fn ids(tree: &Tree, list: &str) -> Vec<String> {
    let rows = tree.value().and_then(|file| file.field(list));
    let id = |row: Node<'_>| {
        row.field("id")
            .map_or("-".to_owned(), |id| id.text().to_owned())
    };
    rows.into_iter()
        .flat_map(Node::kids)
        .filter(|row| row.kind() == NodeKind::Struct)
        .map(id)
        .collect()
}

/// Each slip: what is replaced, by what, and the line and kind of the one fault it gives. All rows are
/// still found.
#[test]
fn reads_past_each_slip() {
    use demarche::scenario::tree::Bracket::*;
    use demarche::scenario::tree::FaultKind::*;
    accepted(GOOD);
    let slips = [
        ("kind: Cert, name", "kind: Cert name", (5, MissingComma)),
        ("\"ncert\"],\n", "\"ncert\"]\n", (11, MissingComma)),
        ("format: 1,", "format 1,", (2, MissingColon)),
        ("format: 1,", "format = 1,", (2, EqualsSign)),
        ("format: 1,", "format: 1;", (2, Semicolon)),
        ("format: 1,", "format: 1,,", (2, ExtraComma)),
        ("format: 1,", "format: ,", (2, MissingValue)),
        ("format: 1,", "\"format\": 1,", (2, QuotedFieldName)),
        ("format: 1,", "format: 1, # one", (2, WrongComment)),
        (
            "    format: 1,",
            "    # one\n    format: 1,",
            (2, WrongComment),
        ),
        ("format: 1,", "format:\u{A0}1,", (2, OddSpace('\u{A0}'))),
        ("\"Odd mail\"", "“Odd mail”", (12, SmartQuotes)),
        ("\"Odd mail\"", "'Odd mail'", (12, SingleQuotes)),
        ("\"Odd mail\"", "\"Odd mail", (12, UnterminatedString)),
        ("\"A call\"),\n", "\"A call),\n", (18, UnterminatedString)),
        (
            "\"Odd mail\",",
            "\"Odd mail\", /* note",
            (12, UnterminatedComment),
        ),
        (
            "hours: 3, capital: 1)",
            "hours: 3, capital: 1",
            (13, Unclosed(Paren)),
        ),
        ("\"ncert\"],", "\"ncert\",", (11, Unclosed(List))),
        (
            "\"ncert\"],",
            "\"ncert\"),",
            (
                11,
                WrongCloser {
                    expected: List,
                    found: Paren,
                },
            ),
        ),
        (
            "[\"mfa\"],",
            "[\"mfa\"),",
            (
                18,
                WrongCloser {
                    expected: List,
                    found: Paren,
                },
            ),
        ),
        ("\"ncert\"],", "\"ncert\"]],", (11, StrayCloser(List))),
        ("capital: 1),", "capital: 1)),", (13, StrayCloser(Paren))),
        ("\"A call\"),", "\"A call\")),", (18, StrayCloser(Paren))),
        (
            "\"National CERT\"),",
            "\"National CERT\",",
            (5, Unclosed(Paren)),
        ),
        (
            "        ),\n        (id: \"call\"",
            "        (id: \"call\"",
            (9, Unclosed(Paren)),
        ),
        ("    ],\n    injects", "    injects", (4, Unclosed(List))),
        (
            "\"A call\"),\n    ],\n",
            "\"A call\"),\n",
            (8, Unclosed(List)),
        ),
        ("[\"mfa\"]", "[id: \"mfa\"]", (18, FieldInList)),
    ];
    for (from, to, expected) in slips {
        assert_eq!(GOOD.matches(from).count(), 1, "{from} is in the file once");
        let source = GOOD.replace(from, to);
        assert_eq!(
            faults(&source),
            vec![expected],
            "for {to} in place of {from}"
        );
        let tree = Tree::parse(source);
        assert_eq!(
            ids(&tree, "actors"),
            ["\"ncert\"", "\"mfa\""],
            "for {to} in place of {from}"
        );
        assert_eq!(
            ids(&tree, "injects"),
            ["\"phish\"", "\"call\""],
            "for {to} in place of {from}"
        );
    }
}

#[test]
fn tells_an_empty_file_and_trailing_text() {
    assert_eq!(faults("// nothing\n"), vec![(1, FaultKind::Empty)]);
    assert_eq!(faults("(a: 1)\n(b: 2)"), vec![(2, FaultKind::TrailingText)]);
}

/// The inputs of a hostile file: each in time proportional to its length (a quadratic step would take
/// minutes), with few faults.
#[test]
fn endures_hostile_texts() {
    let n = 100_000;
    let many = |text: &str| text.repeat(n);
    let hostile = [
        many("["),
        many("("),
        many("{("),
        many("Some("),
        many("a:("),
        many("]"),
        many("/*"),
        many("/*\n"),
        many("*/"),
        many("\"\n"),
        many("'"),
        many("'ab'"),
        many("'\n"),
        many("“"),
        many("“a” "),
        many("r#\"\n"),
        many("r##\"\na: 1,\n"),
        format!("r{}", many("#")),
        format!("(a: \"x\n{}", many("b: 1 \\\"\n")),
        format!("(a: \"x\n{} b: \"y\")", many("b: 1 \\\"\n")),
        format!("(a: \"x\n{}", many("b: r\"\n")),
        format!("\"{}\"", many("\\n")),
        format!("[{}]", many("1,")),
        many("1.5 "),
        many(".."),
        many("..1"),
        many("(id: a,\n"),
        many("a: [\n"),
        many("\u{A0}"),
        many("#"),
        many("# \n"),
        many("--\n"),
        many("a = "),
        many(",;:"),
        "\"".repeat(1 << 20),
        "a".repeat(1 << 20),
        "-".repeat(1 << 20),
        " ".repeat(1 << 20),
    ];
    for source in hostile {
        let started = std::time::Instant::now();
        let tree = sound(&source);
        assert!(
            tree.faults().len() <= 401,
            "{} faults for {}…",
            tree.faults().len(),
            &source[..8]
        );
        let took = started.elapsed();
        assert!(took.as_secs() < 10, "{took:?} for {}…", &source[..8]);
    }
    assert_eq!(faults(&many("[")), vec![(1, FaultKind::TooDeep)]);
}
