//! Codes, places, rendering and did-you-mean, without a loader.

use std::collections::BTreeSet;

use demarche::author::explain;
use demarche::diag::Code;
use demarche::diag::Diagnostic;
use demarche::diag::FileId;
use demarche::diag::Place;
use demarche::diag::Sources;
use demarche::diag::Span;
use demarche::diag::Style;
use demarche::diag::near;
use demarche::diag::render;
use demarche::diag::word;
use demarche::text::Arg;
use demarche::text::Words;

const FILE: &str = "(id: \"phish\", at: T(1),\r\n to: [\"ceo\", \"cis0\"],\n)\n";

fn unknown_seat(span: Span) -> Diagnostic {
    Diagnostic::new(Code::UnknownId, span)
        .with("kind", Arg::Key("kind-seat"))
        .with("name", "cis0")
        .near(["ceo", "ciso", "press"])
}

fn span_of(sources: &Sources, file: FileId, part: &str) -> Span {
    let start = sources.text(file).find(part).unwrap();
    Span::of(file, start..start + part.len())
}

#[test]
fn text_shows_the_place_and_the_way_out() {
    let mut sources = Sources::new();
    let file = sources.add("scenario.ron", FILE);
    let diagnostic = unknown_seat(span_of(&sources, file, "cis0"))
        .label(span_of(&sources, file, "phish"), "diag-label-first");
    let expected = "\
error[S304]: there is no seat `cis0`
 --> scenario.ron:2:15
  |
2 |  to: [\"ceo\", \"cis0\"],
  |               ^^^^
 ::: scenario.ron:1:7
  |
1 | (id: \"phish\", at: T(1),
  |       ----- first here
  |
  = help: did you mean `ciso`?
  = help: correct the id, or add the seat

1 error.
";
    assert_eq!(
        render(&[diagnostic], &sources, &Words::default(), Style::Text),
        expected
    );
}

#[test]
fn narrated_is_sentences_only() {
    let mut sources = Sources::new();
    let file = sources.add("scenario.ron", FILE);
    let diagnostic = unknown_seat(span_of(&sources, file, "cis0"));
    let expected = "\
error S304 in file scenario.ron, line 2, column 15: there is no seat `cis0`.
The line reads: to: [\"ceo\", \"cis0\"],
Help: did you mean `ciso`?
Help: correct the id, or add the seat

1 error.
";
    assert_eq!(
        render(&[diagnostic], &sources, &Words::default(), Style::Narrated),
        expected
    );
}

#[test]
fn json_has_every_diagnostic_with_its_place() {
    let mut sources = Sources::new();
    let file = sources.add("scenario.ron", FILE);
    let diagnostics = vec![unknown_seat(span_of(&sources, file, "cis0")); 150];
    let text = render(&diagnostics, &sources, &Words::default(), Style::Json);
    let list: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    assert_eq!(list.len(), 150);
    assert_eq!(list[0]["code"], "S304");
    assert_eq!(list[0]["at"]["line"], 2);
    assert_eq!(list[0]["at"]["end_column"], 19);
    assert_eq!(list[0]["help"][0], "did you mean `ciso`?");
}

#[test]
fn a_line_of_a_mebibyte_is_cut_around_the_caret() {
    let mut sources = Sources::new();
    let filler = "(id: \"x\", body: \"\u{1b}[2J\u{202e}é 日本\"), ".repeat(30_000);
    let file = sources.add(
        "\u{1b}]0;mine\u{7}long.ron",
        format!("{filler}\"cis0\"{filler}"),
    );
    let diagnostics = vec![unknown_seat(span_of(&sources, file, "cis0")); 200];
    let text = render(&diagnostics, &sources, &Words::default(), Style::Text);
    assert!(
        text.chars()
            .all(|character| character == '\n' || !character.is_control()),
        "{text}"
    );
    assert!(
        text.lines().all(|line| demarche::text::width(line) <= 80),
        "{text}"
    );
    assert!(
        text.contains("\n … and 100 more.\n") || text.contains("\n… and 100 more.\n"),
        "{text}"
    );
    let line = text
        .lines()
        .position(|line| line.contains("\"cis0\""))
        .unwrap();
    let columns = |text: &str| demarche::text::width(text);
    let (source, caret) = (
        text.lines().nth(line).unwrap(),
        text.lines().nth(line + 1).unwrap(),
    );
    let under = columns(&source[..source.find("cis0").unwrap()]);
    assert_eq!(
        columns(&caret[..caret.find('^').unwrap()]),
        under,
        "{source}\n{caret}"
    );
}

#[test]
fn spans_outside_a_text_do_not_stop_the_report() {
    let mut sources = Sources::new();
    let file = sources.add("a.ron", "é日\n本");
    let empty = sources.add("missing.ron", "");
    let mut diagnostics =
        vec![Diagnostic::new(Code::FileNotFound, Span::whole(empty)).with("name", "missing.ron")];
    for start in 0..12 {
        for end in 0..12 {
            diagnostics.push(Diagnostic::new(
                Code::MissingComma,
                Span::new(file, start, end),
            ));
            diagnostics.push(Diagnostic::new(
                Code::MissingComma,
                Span::new(FileId(7), start, end),
            ));
        }
    }
    for style in [Style::Text, Style::Coloured, Style::Narrated, Style::Json] {
        assert!(!render(&diagnostics, &sources, &Words::default(), style).is_empty());
    }
    assert!(
        render(&diagnostics[..1], &sources, &Words::default(), Style::Text)
            .contains("\n--> missing.ron\n")
    );
}

#[test]
fn places_and_offsets_are_each_others_inverse() {
    let mut sources = Sources::new();
    let file = sources.add("a.ron", "ab\né日c\r\n\nend");
    for (offset, _) in sources.text(file).char_indices() {
        let place = sources.place(Span::of(file, offset..offset));
        assert_eq!(sources.offset(file, place), offset, "{place:?}");
    }
    assert_eq!(
        sources.place(span_of(&sources, file, "c\r")),
        Place { line: 2, column: 3 }
    );
    assert_eq!(
        sources.offset(
            file,
            Place {
                line: 99,
                column: 1
            }
        ),
        sources.text(file).len()
    );
}

#[test]
fn every_code_has_its_words() {
    let words = Words::default();
    let mut names = BTreeSet::new();
    for code in Code::ALL {
        assert!(names.insert(code.as_str()), "{code} is there twice");
        assert_eq!(Code::named(&code.as_str().to_lowercase()), Some(*code));
        assert!(words.has(&format!("diag-{code}")), "{code} has no message");
        assert!(
            words.has(&format!("diag-{code}-help")),
            "{code} does not say what to do next"
        );
        let message = word(&Diagnostic::new(*code, Span::default()), &words).message;
        assert!(!message.as_str().ends_with('.'), "{code}: {message}");
        let explanation = explain(*code, &words);
        assert!(
            words.has(&format!("explain-{code}")),
            "{code} has no explanation"
        );
        assert!(
            explanation.text.as_str().len() > 60,
            "{code}: {}",
            explanation.text
        );
        assert!(
            !explanation.before.is_empty() && !explanation.after.is_empty(),
            "{code} has no example"
        );
        assert_ne!(explanation.before, explanation.after, "{code}");
    }
}

#[test]
fn messages_use_the_authors_terms() {
    const TYPES: &[&str] = &[
        "i64",
        "u32",
        "u8",
        "usize",
        "bool",
        "Option",
        "Vec<",
        "struct",
        "enum",
        "serde",
        "Rhai",
        "RON",
        "getter",
        "ImmutableString",
        "Dynamic",
        "variant",
        "identifier",
        "parse",
        "token",
    ];
    for (area, source) in demarche::text::sources("en") {
        if !["diag", "explain"].contains(area) {
            continue;
        }
        for (number, line) in source
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.starts_with('#'))
        {
            for word in
                line.split(|character: char| !character.is_alphanumeric() && character != '<')
            {
                assert!(
                    !TYPES.contains(&word),
                    "{area}.ftl:{}: `{word}` in {line}",
                    number + 1
                );
            }
        }
    }
}

/// Ids of the kind authors write.
const IDS: &[&str] = &[
    "ncert",
    "mfa",
    "vendor",
    "regulator",
    "ministry_health",
    "ministry_finance",
    "hospital_north",
    "hospital_south",
    "press_agency",
    "ransom_note",
    "first_report",
    "second_report",
    "joint_statement",
    "quiet_channel",
    "share_indicators",
    "ask_partner",
    "name_actor",
    "hold_line",
    "advisory",
    "takedown",
    "patch_released",
    "leak_site",
    "journalist_call",
    "parliament_question",
    "backup_restored",
    "payment_deadline",
    "mlat_request",
    "contact_ping",
    "region_coast",
    "region_hills",
    "grid_operator",
    "water_utility",
    "telemetry",
    "decryptor",
    "trust_ncert",
    "trust_mfa",
    "sector_health",
    "sector_energy",
    "phase_one",
    "phase_two",
];

#[test]
fn single_slips_find_their_word_first() {
    let (mut right, mut all) = (0, 0);
    for id in IDS {
        for typo in slips(id) {
            if IDS.contains(&typo.as_str()) {
                continue;
            }
            all += 1;
            right += usize::from(
                near(&typo, IDS.iter().copied()).first().map(String::as_str) == Some(*id),
            );
        }
    }
    assert!(all > 10_000, "{all}");
    assert!(right * 100 >= all * 97, "{right} of {all}");
}

/// Every omission, doubling, exchange, replacement and insertion of one character.
fn slips(id: &str) -> Vec<String> {
    let letters: Vec<char> = id.chars().collect();
    let mut out = Vec::new();
    for place in 0..letters.len() {
        let mut push = |change: &dyn Fn(&mut Vec<char>)| {
            let mut typo = letters.clone();
            change(&mut typo);
            if typo != letters {
                out.push(typo.into_iter().collect());
            }
        };
        push(&|typo| {
            typo.remove(place);
        });
        push(&|typo| typo.insert(place, letters[place]));
        push(&|typo| typo.swap(place, (place + 1).min(letters.len() - 1)));
        for letter in ('a'..='z').chain(['_', '-', '0', 'A']) {
            push(&|typo| typo[place] = letter);
            push(&|typo| typo.insert(place, letter));
        }
    }
    out
}

#[test]
fn habits_of_writing_find_their_word_first() {
    for (typed, meant) in [
        ("Joint-Statement", "joint_statement"),
        ("statement_joint", "joint_statement"),
        ("jointstatement", "joint_statement"),
        ("ransom", "ransom_note"),
        ("hospital_nrth", "hospital_north"),
        ("NCERT", "ncert"),
        ("teh_takedown", "takedown"),
    ] {
        assert_eq!(
            near(typed, IDS.iter().copied()).first().map(String::as_str),
            Some(meant),
            "{typed}"
        );
    }
    assert_eq!(near("zzzzzz", IDS.iter().copied()), Vec::<String>::new());
    assert_eq!(near("", IDS.iter().copied()), Vec::<String>::new());
}
