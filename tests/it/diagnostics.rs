//! Broken scenarios: each mistake at its place, in the author's words.
//!
//! `tests/fixtures/err/` has one scenario a mistake, named by its code, and beside it what the author is
//! told. `UPDATE=1` writes that anew; read it before keeping it.

mod generated;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::sync::mpsc;
use std::time::Duration;

use demarche::author::check;
use demarche::diag::Code;
use demarche::diag::Style;
use demarche::diag::render;
use demarche::scenario;
use demarche::scenario::Opened;
use demarche::scenario::Package;
use demarche::text::Words;
use tempfile::TempDir;

use crate::diagnostics::generated::Case;

/// The longest any scenario may take to be checked, however it is broken and however busy the machine: far beyond what the
/// slowest needs.
const WATCHDOG: Duration = Duration::from_secs(60);

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/err")
}

/// The fixtures: a file is a scenario of that one file, a folder is a scenario's folder.
fn cases() -> Vec<(String, Package)> {
    let mut cases = Vec::new();
    for entry in fs::read_dir(fixtures()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            cases.push((name, scenario::load(&path).under("")));
        } else if path.extension().is_some_and(|kind| kind == "ron") {
            let entry = (scenario::ENTRY.to_owned(), fs::read(&path).unwrap());
            cases.push((name, Package::from_files([entry])));
        }
    }
    cases.sort_by(|one, other| one.0.cmp(&other.0));
    cases
}

/// Opens a package under a watchdog.
#[track_caller]
fn open(name: &str, package: &Package) -> Opened {
    let (done, opened) = mpsc::channel();
    let package = package.clone();
    std::thread::spawn(move || drop(done.send(scenario::open(&package))));
    opened
        .recv_timeout(WATCHDOG)
        .unwrap_or_else(|_| panic!("{name} panics, or takes longer than {WATCHDOG:?}"))
}

fn told(opened: &Opened) -> String {
    render(
        &opened.diagnostics,
        &opened.sources,
        &Words::default(),
        Style::Text,
    )
}

fn codes(opened: &Opened) -> impl Iterator<Item = Code> {
    opened.diagnostics.iter().map(|diagnostic| diagnostic.code)
}

#[test]
fn each_mistake_is_told_as_expected() {
    let update = std::env::var_os("UPDATE").is_some();
    let cases = cases();
    assert!(cases.len() >= 100, "only {} fixtures", cases.len());
    let mut different = Vec::new();
    for (name, package) in cases {
        let opened = open(&name, &package);
        let told = told(&opened);
        let expected = fixtures().join(format!("{name}.txt"));
        if update {
            fs::write(&expected, &told).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != told {
            different.push(format!("{name}:\n{told}"));
        }
        let named = name.split('-').next().unwrap();
        if let Some(code) = Code::named(named)
            && codes(&opened).all(|told| told != code)
        {
            different.push(format!("{name} tells {}", told_codes(&opened)));
        }
        let is_error = opened
            .diagnostics
            .iter()
            .any(|found| found.severity() == demarche::diag::Severity::Error);
        assert_eq!(
            opened.playable.is_none(),
            is_error,
            "{name} plays if and only if there is no error"
        );
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

/// All at once and under the watchdog each: nothing panics, hangs or is told at length.
#[test]
fn hostile_scenarios_are_told_like_any_other() {
    let temp = TempDir::new().unwrap();
    let cases = generated::folders(&temp)
        .into_iter()
        .chain(generated::texts())
        .chain(generated::cut());
    for Case {
        name,
        package,
        code,
    } in cases
    {
        let opened = open(&name, &package);
        let told = told(&opened);
        if let Some(code) = code {
            assert!(
                codes(&opened).any(|told| told == code),
                "{name} tells {}:\n{told}",
                told_codes(&opened)
            );
        }
        assert!(told.len() < 200_000, "{name} tells {} bytes", told.len());
        assert!(!told.contains("Secret"), "{name}: {told}");
        let as_json = render(
            &opened.diagnostics,
            &opened.sources,
            &Words::default(),
            Style::Json,
        );
        assert!(
            as_json.len() < 2_000_000,
            "{name} tells {} bytes of JSON",
            as_json.len()
        );
    }
}

/// Set in the process that measures itself.
const MEASURED: &str = "DEMARCHE_MEASURED";

/// The largest scenarios in a process of their own, which tells how much memory it ever had.
#[test]
#[cfg(target_os = "linux")]
fn no_scenario_takes_200_mebibytes() {
    if std::env::var_os(MEASURED).is_some() {
        let temp = TempDir::new().unwrap();
        for Case { name, package, .. } in generated::dense().chain(generated::folders(&temp)) {
            told(&open(&name, &package));
        }
        let status = fs::read_to_string("/proc/self/status").unwrap();
        #[expect(clippy::print_stdout, reason = "the process that asked reads it")]
        {
            for line in status.lines() {
                println!("{line}");
            }
        }
        return;
    }
    let test = "diagnostics::no_scenario_takes_200_mebibytes";
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    let out = child
        .args([test, "--exact", "--nocapture"])
        .env(MEASURED, "1")
        .output()
        .unwrap();
    let out = String::from_utf8_lossy(&out.stdout).into_owned();
    let kib = |name: &str| -> usize {
        let found = out.lines().find_map(|line| line.strip_prefix(name));
        let found = found.unwrap_or_else(|| panic!("{out}"));
        found.trim().trim_end_matches(" kB").parse().unwrap()
    };
    // The code of the tests themselves, unoptimised, is nothing that a scenario takes.
    let kib = kib("VmHWM:") - kib("RssFile:");
    assert!(kib < 200 * 1024, "{kib} KiB");
}

/// Codes that no file can bring about on every machine, or that belong to other parts of the program.
const ELSEWHERE: [Code; 1] = [
    // Who may read what differs between machines and users.
    Code::FileUnreadable,
];

#[test]
fn every_code_is_told_by_some_scenario() {
    let temp = TempDir::new().unwrap();
    let made = generated::folders(&temp)
        .into_iter()
        .chain(generated::texts());
    let made = made.map(|case| (case.name, case.package));
    let told: BTreeSet<Code> = cases()
        .into_iter()
        .chain(made)
        .flat_map(|(name, package)| codes(&open(&name, &package)).collect::<Vec<_>>())
        .collect();
    let missing: Vec<_> = Code::ALL
        .iter()
        .filter(|code| !told.contains(code) && !ELSEWHERE.contains(code))
        // Those have examples of their own.
        .filter(|code| !check::codes().any(|known| known == **code))
        .map(|code| code.as_str())
        .collect();
    assert!(missing.is_empty(), "no fixture for {missing:?}");
}

#[test]
fn the_good_scenario_is_good_however_its_lines_end() {
    for (name, source) in [
        ("as it is", generated::good()),
        (
            "with a byte order mark",
            format!("\u{FEFF}{}", generated::good()),
        ),
        (
            "with other line ends",
            generated::good().replace('\n', "\r\n"),
        ),
    ] {
        let opened = scenario::check_source("good.ron", &source);
        assert_eq!(told(&opened), "", "{name}");
        assert!(opened.playable.is_some());
    }
}

fn told_codes(opened: &Opened) -> String {
    codes(opened)
        .map(Code::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn ten_mistakes_in_one_file_are_all_told() {
    let source = fs::read_to_string(fixtures().join("ten-mistakes.ron")).unwrap();
    let opened = scenario::check_source("ten-mistakes.ron", &source);
    let good = fs::read_to_string(fixtures().join("../good.ron")).unwrap();
    let wrong: BTreeSet<usize> = source
        .lines()
        .zip(good.lines())
        .enumerate()
        .filter(|(_, (broken, good))| broken != good)
        .map(|(at, _)| at + 1)
        .collect();
    assert!(
        wrong.len() >= 10,
        "the file has mistakes on lines {wrong:?}"
    );
    let told: BTreeSet<usize> = opened
        .diagnostics
        .iter()
        .map(|found| opened.sources.place(found.span).line)
        .collect();
    let missed: Vec<_> = wrong.difference(&told).collect();
    assert!(
        missed.len() <= wrong.len() / 10,
        "not told: lines {missed:?}"
    );
    let extra: Vec<_> = told.difference(&wrong).collect();
    assert!(
        extra.is_empty(),
        "told where nothing is wrong: lines {extra:?}"
    );
}

#[test]
fn embedded_scenarios_have_no_mistakes() {
    let ids = scenario::embedded();
    assert!(!ids.is_empty());
    for id in ids {
        let package = scenario::load_embedded(id).unwrap();
        let opened = open(id, &package);
        assert!(
            opened.playable.is_some() && opened.diagnostics.is_empty(),
            "{id}:\n{}",
            told(&opened)
        );
        let again = Package::from_files(
            package
                .files()
                .map(|(name, bytes)| (name.to_owned(), bytes.to_vec())),
        );
        assert_eq!(again.hash(), package.hash());
        // By its path it is the same, with the scripts that lie beside `scenarios`.
        let by_path = scenario::load(Path::new("scenarios").join(id).as_path());
        assert_eq!(by_path.hash(), package.hash(), "{id}");
    }
    assert!(scenario::load_embedded("no-such").is_none());
}
