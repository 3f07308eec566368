//! Mending: what has one meaning only, and nothing else.

use std::fs;
use std::path::Path;
use std::process::Command;

use demarche::author::fix::fix;
use demarche::diag::Code;
use demarche::diag::has_errors;
use demarche::scenario;
use demarche::scenario::ENTRY;
use demarche::scenario::Package;
use tempfile::TempDir;

use crate::check::mistakes;

fn good() -> String {
    include_str!("../../fixtures/good.ron").to_owned()
}

fn package(text: &str) -> Package {
    Package::from_files([(ENTRY.to_owned(), text.as_bytes().to_vec())])
}

/// Breaks the good scenario in one place and mends it again.
#[track_caller]
fn mends(whole: &str, broken: &str, code: Code) {
    let text = good().replacen(whole, broken, 1);
    assert_ne!(text, good(), "{whole}");
    let fixed = fix(&package(&text));
    let mended: Vec<Code> = fixed.mended.iter().map(|mended| mended.code).collect();
    assert!(mended.contains(&code), "{broken}: {mended:?}");
    assert_eq!(fixed.files[ENTRY], good(), "{broken}");
    assert!(scenario::open(&fixed.package).diagnostics.is_empty());
}

#[test]
fn what_has_one_meaning_is_mended_to_the_letter() {
    mends("title: \"Probe\",", "title: \"Probe\"", Code::MissingComma);
    mends("title: \"Probe\",", "title: \"Probe\";", Code::MissingComma);
    mends("title: \"Probe\",", "title: “Probe”,", Code::SmartQuote);
    mends(
        "title: \"Probe\",",
        "title= \"Probe\",",
        Code::EqualsInsteadOfColon,
    );
    mends(
        "title: \"Probe\",",
        "title = \"Probe\",",
        Code::EqualsInsteadOfColon,
    );
    mends(
        "title: \"Probe\",",
        "\"title\": \"Probe\",",
        Code::QuotedFieldName,
    );
    mends("title: \"Probe\",", "titel: \"Probe\",", Code::UnknownField);
    mends("hours: 1, effects", "hour: 1, effects", Code::UnknownField);
    mends(
        "kind: Cert, region",
        "kind: cert, region",
        Code::UnknownVariant,
    );
}

#[test]
fn a_missing_id_is_made_of_the_title() {
    let text = good().replacen("(id: \"storm\", title", "(title", 1);
    let fixed = fix(&package(&text));
    assert!(fixed.files[ENTRY].contains("(id: \"storm\", title: \"Storm\""));
    assert!(!has_errors(&scenario::open(&fixed.package).diagnostics));
}

#[test]
fn what_could_mean_two_things_is_left_alone() {
    for (whole, broken) in [
        ("after: \"phish\", to", "after: \"phsih\", to"),
        ("title: \"Probe\",", ""),
        ("seats: [", "seats: [["),
    ] {
        let text = good().replacen(whole, broken, 1);
        let fixed = fix(&package(&text));
        assert!(fixed.files.is_empty(), "{broken}: {:?}", fixed.mended);
    }
}

#[test]
fn the_program_mends_files_and_says_what_it_did() {
    let temp = TempDir::new().unwrap();
    let path = temp.path().join(ENTRY);
    let text = String::from_utf8(mistakes().file(ENTRY).unwrap().to_vec()).unwrap();
    fs::write(&path, &text).unwrap();
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
        let out = command
            .arg("check")
            .arg(temp.path())
            .args(args)
            .output()
            .unwrap();
        let read = |bytes| String::from_utf8(bytes).unwrap();
        (out.status.code(), read(out.stdout), read(out.stderr))
    };
    let (code, out, said) = run(&["--fix"]);
    assert_eq!(code, Some(1), "{out}");
    assert!(said.contains("scenario.ron:4: added `,` (S101)"), "{said}");
    assert!(said.contains("Mended "), "{said}");
    assert!(out.contains("S304"), "an id is left to its author: {out}");
    let mended = fs::read_to_string(&path).unwrap();
    assert!(mended.contains("title: \"Probe\","));
    assert!(mended.contains("body: \"Ring back.\""));
    assert!(mended.contains("\"phsih\""));
    let (_, _, again) = run(&["--fix", "--narrated"]);
    assert!(again.contains("Nothing could be mended"), "{again}");
    let names: Vec<_> = fs::read_dir(Path::new(temp.path())).unwrap().collect();
    assert_eq!(names.len(), 1, "nothing is left behind");
}
