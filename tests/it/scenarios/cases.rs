//! The tests that lie beside the shipped scenarios pass, notice faults, and say what is wrong when they fail.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use demarche::author::cases;
use demarche::author::cases::Bench;
use demarche::author::cases::CaseFile;
use demarche::author::cases::Failure;
use demarche::author::cases::Verdict;
use demarche::author::cases::mutants;
use demarche::author::cases::mutants::Fate;
use demarche::author::cases::mutants::Fault;
use demarche::scenario::Package;
use demarche::scenario::check;
use demarche::scenario::embedded;
use demarche::scenario::load_embedded;
use demarche::text::Words;
use tempfile::TempDir;

use crate::cli::err;
use crate::cli::out;
use crate::cli::run as run_binary;
use crate::support::effort;

fn files(id: &str) -> Vec<CaseFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = cases::found(&root.join("scenarios").join(id)).unwrap();
    assert!(found.unread.is_empty(), "{:?}", found.unread);
    found.files
}

fn run(package: &Package, files: &[CaseFile]) -> Vec<Verdict> {
    let mut checked = check(package);
    let mut bench = Bench {
        scenario: checked.scenario.as_ref().unwrap(),
        sources: &mut checked.sources,
        words: &Words::default(),
    };
    cases::run(&mut bench, files)
}

/// A test of `first-call` with this text.
fn case(text: &str, golden: Option<&str>) -> CaseFile {
    CaseFile {
        name: "probe".to_owned(),
        path: PathBuf::from("tests/probe.ron"),
        text: text.to_owned(),
        golden: golden.map(str::to_owned),
    }
}

fn failures(text: &str) -> Vec<Failure> {
    let package = load_embedded("first-call").unwrap();
    run(&package, &[case(text, None)]).remove(0).failures
}

#[test]
fn the_tests_of_every_shipped_scenario_pass() {
    for id in embedded() {
        let files = files(id);
        assert!(!files.is_empty(), "{id} has no tests");
        for verdict in run(&load_embedded(id).unwrap(), &files) {
            assert_eq!(verdict.failures, [], "{id}: {}", verdict.name);
        }
    }
}

#[test]
fn a_test_that_fails_says_where_and_what_it_read() {
    let [Failure::Expectation { text, read }] = &failures("(expect: [\"meter.queue < 0\"])")[..]
    else {
        panic!("one condition does not hold");
    };
    assert_eq!(text, "meter.queue < 0");
    assert_eq!(read.len(), 1);
    assert!(read[0].starts_with("meter.queue = "), "{read:?}");

    let [Failure::Ending { .. }] = &failures("(ending: \"returned\")")[..] else {
        panic!("nobody is called again for doing nothing");
    };
    let late = "(given: [(turn: 1, seat: \"ilcert\", acts: [Answer(choice: \"pass_on.ask\")])])";
    let [Failure::Refused { turn: 1, .. }] = &failures(late)[..] else {
        panic!("the decision is not open in turn 1");
    };
    let [Failure::Expressions(wrong)] = &failures("(\n    expect: [\"meter.queu < 0\"],\n)")[..]
    else {
        panic!("there is no such meter");
    };
    assert_eq!(wrong[0].near, ["queue"]);
    let unread =
        "(\n    given: [(turn: 1, seat: \"ilcert\", acts: [Answer(chioce: \"pass_on.ask\")])],\n)";
    let [Failure::Unreadable { line: 2, .. }] = &failures(unread)[..] else {
        panic!("there is no such field");
    };
}

#[test]
fn a_told_exercise_is_compared_line_by_line() {
    let package = load_embedded("first-call").unwrap();
    let told = run(&package, &[case("(seed: 9)", None)]).remove(0).told;
    assert_eq!(
        run(&package, &[case("(seed: 9)", Some(&told))])[0].failures,
        []
    );
    let last = told.lines().count();
    let cut = told.trim_end().rsplit_once('\n').unwrap().0;
    let [Failure::Golden { line, was, is }] =
        &run(&package, &[case("(seed: 9)", Some(cut))])[0].failures[..]
    else {
        panic!("a line is missing");
    };
    assert_eq!((*line, was.as_str(), is.as_str()), (last, "", "4 Note"));
}

#[test]
fn faults_are_noticed_where_a_test_looks_and_listed_where_none_does() {
    let package = load_embedded("first-call").unwrap();
    let all = mutants::all(&package);
    for fault in [
        Fault::Flip,
        Fault::Drop,
        Fault::Reverse,
        Fault::Swap,
        Fault::Deadline,
    ] {
        assert!(all.iter().any(|mutant| mutant.fault == fault), "{fault:?}");
    }
    let place = |mutant: &mutants::Mutant| (mutant.fault, mutant.line, mutant.was.clone());
    let most = usize::try_from(40 * effort()).unwrap();
    let tried = mutants::sample(all.clone(), most);
    assert_eq!(tried.len(), most.min(all.len()));
    let fates =
        |files: &[CaseFile]| mutants::judge(&package, &tried, files, Words::default, 2, &|_| {});

    // With what was told kept beside it, a test notices all that the untold one does, and more.
    let plain = files("first-call");
    let verdicts = run(&package, &plain);
    let golden: Vec<CaseFile> = plain
        .iter()
        .zip(verdicts)
        .map(|(file, verdict)| CaseFile {
            golden: Some(verdict.told),
            ..file.clone()
        })
        .collect();
    let (before, after) = (fates(&plain), fates(&golden));
    let noticed = |fates: &[Fate]| fates.iter().filter(|fate| **fate == Fate::Noticed).count();
    for ((mutant, one), other) in tried.iter().zip(&before).zip(&after) {
        assert!(
            *one != Fate::Noticed || *other == Fate::Noticed,
            "{:?}",
            place(mutant)
        );
        assert_eq!(
            *one == Fate::Refused,
            *other == Fate::Refused,
            "{:?}",
            place(mutant)
        );
    }
    assert!(
        noticed(&before) > 0 && noticed(&after) > noticed(&before),
        "{before:?} {after:?}"
    );
    assert!(
        noticed(&after) < tried.len(),
        "no list of what nobody notices"
    );
}

#[test]
fn a_file_that_is_no_test_is_named_and_keeps_no_other_from_being_run() {
    let home = TempDir::new().unwrap();
    let shipped = run_binary(home.path(), &["test", "first-call"]);
    assert_eq!(shipped.status.code(), Some(0), "{}", err(&shipped));
    let all = files("first-call").len();
    assert!(
        out(&shipped).contains(&format!("{all} tests")),
        "{}",
        out(&shipped)
    );

    let folder = home.path().join("own");
    let tests = folder.join("tests");
    fs::create_dir_all(tests.join("folder.ron")).unwrap();
    for (name, bytes) in load_embedded("first-call").unwrap().files() {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    fs::write(tests.join("fine.ron"), "(seed: 4)").unwrap();
    let unknown = "(about: \"Nobody sits there\", given: [(turn: 1, seat: \"nobody\", acts: [])])";
    fs::write(tests.join("unknown.ron"), unknown).unwrap();
    let told = run_binary(home.path(), &["test", folder.to_str().unwrap()]);
    assert_eq!(told.status.code(), Some(1), "{}", err(&told));
    let told = out(&told);
    let lines: Vec<&str> = told.lines().collect();
    for wanted in [
        "passed  fine",
        "FAILED  unknown: Nobody sits there",
        "3 tests, 2 failed.",
    ] {
        assert!(lines.contains(&wanted), "{wanted}: {told}");
    }
    let unread = lines
        .iter()
        .find(|line| line.starts_with("FAILED  folder: "));
    assert!(
        unread.unwrap().contains("folder.ron cannot be read: "),
        "{told}"
    );
}
