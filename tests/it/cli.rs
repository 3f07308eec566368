//! The binary from outside: arguments, exit codes, what it prints, and what survives its death.

use std::fs;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Output;
use std::process::Stdio;

use tempfile::TempDir;

use crate::support::effort;

const BINARY: &str = env!("CARGO_BIN_EXE_demarche");

/// A hundred letters.
const LONG_TITLE: &str = "tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt";

/// What is said when a seal is acknowledged.
const ACKNOWLEDGED: &str = "Sealed. It takes effect";

fn demarche(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(BINARY);
    command
        .args(args)
        .env("DEMARCHE_HOME", home)
        .env("LANG", "en_GB.UTF-8")
        .stdin(Stdio::null());
    command
}

pub(crate) fn run(home: &Path, args: &[&str]) -> Output {
    demarche(home, args).output().unwrap()
}

/// Runs with this on standard input.
pub(crate) fn feed(home: &Path, args: &[&str], input: &str) -> Output {
    let mut child = demarche(home, args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub(crate) fn ones(number: usize) -> String {
    "1\n".repeat(number)
}

#[test]
fn what_can_be_played_is_listed_and_checks_clean() {
    let home = TempDir::new().unwrap();
    let listed = run(home.path(), &["list"]);
    assert_eq!(listed.status.code(), Some(0));
    for id in ["first-call", "common-voice"] {
        assert!(out(&listed).contains(id));
        let checked = run(home.path(), &["check", id]);
        assert_eq!(checked.status.code(), Some(0), "{id}");
        let said = out(&checked);
        let is_clean = !said.contains("error[") && !said.contains("warning[");
        assert!(is_clean, "{id}: {said}");
    }
}

#[test]
fn a_plain_exercise_is_the_same_bytes_twice_and_verifies() {
    let home = TempDir::new().unwrap();
    let logs: Vec<PathBuf> = ["a.jsonl", "b.jsonl"]
        .iter()
        .map(|name| home.path().join(name))
        .collect();
    for log in &logs {
        let log = log.to_str().unwrap();
        let args = [
            "play",
            "common-voice",
            "--seed",
            "7",
            "--plain",
            "--log",
            log,
        ];
        let played = feed(home.path(), &args, &ones(2000));
        assert_eq!(played.status.code(), Some(0), "{}", err(&played));
    }
    assert_eq!(fs::read(&logs[0]).unwrap(), fs::read(&logs[1]).unwrap());
    let verified = run(
        home.path(),
        &["replay", logs[0].to_str().unwrap(), "--verify"],
    );
    assert_eq!(verified.status.code(), Some(0), "{}", err(&verified));
}

#[test]
fn mistakes_on_the_command_line_say_what_to_do() {
    let home = TempDir::new().unwrap();
    let cases: &[(&[&str], &str)] = &[
        (
            &["play", "frist-call", "--plain"],
            "Did you mean `first-call`?",
        ),
        (
            &["play", "common-voice", "--plain", "--seat", "mfaa"],
            "Its seats: ncert, mfa, vendor",
        ),
        (
            &["play", "common-voice", "--plain", "--bots", "cautious"],
            "cautious_committee",
        ),
        (&["play", "first-call"], "--plain"),
        (&[], "--plain"),
        (&["resume", "--plain"], "no exercises yet"),
        (
            &["replay", "/nowhere/x.jsonl", "--verify"],
            "/nowhere/x.jsonl",
        ),
        (&["explain", "S9999"], "A code is a letter"),
        // Codes do not mean what codes with nearly the same number mean.
        (&["explain", "S999"], "No code is called `S999`"),
        (&["explain", "S3O4"], "Did you mean `S304`?"),
        (
            &["new", "x/y", "--yes", "--minutes", "0"],
            "--minutes: “0” is no length for an exercise. Give a number of minutes from 1 to 1000",
        ),
        (
            &["new", "x/y", "--yes", "--title", LONG_TITLE],
            "--title: That has 100 characters, and at most 80 fit",
        ),
        (
            &["new", "x/y", "--yes", "--state", LONG_TITLE],
            "--state: That has 100 characters, and at most 30 fit",
        ),
        (
            &["test", "first-call", "--golden"],
            "demarche bundle open first-call.demarche --out FOLDER",
        ),
        (&["test", "frist-call"], "Did you mean `first-call`?"),
        (
            &["lab", "first-call", "--plays", "5", "--trials", "6"],
            "6 plays cannot be tried out of 5",
        ),
        (
            &["lab", "first-call", "--baseline", "Cargo.toml"],
            "Cargo.toml is not JSON that the lab wrote, or it is damaged or cut short: line 1",
        ),
        (
            &["lab", "first-call", "--out", "Cargo.toml/x"],
            "Cargo.toml/x could not be written",
        ),
        (&["plya"], "play"),
    ];
    for (args, says) in cases {
        let output = run(home.path(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", err(&output));
        assert!(err(&output).contains(says), "{args:?}: {}", err(&output));
    }
}

#[test]
fn a_broken_scenario_of_ones_own_is_said_with_its_place() {
    let home = TempDir::new().unwrap();
    let folder = home.path().join("mine");
    fs::create_dir(&folder).unwrap();
    fs::write(
        folder.join("scenario.ron"),
        "(\n    format: 1,\n    id: \"mine\",\n    titel: \"x\",\n)\n",
    )
    .unwrap();
    let checked = run(home.path(), &["play", folder.to_str().unwrap(), "--plain"]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(
        err(&checked).contains("scenario.ron:4:5"),
        "{}",
        err(&checked)
    );
    assert!(
        err(&checked).contains("did you mean `title`"),
        "{}",
        err(&checked)
    );
}

#[test]
fn ones_own_exercises_can_be_named_listed_and_removed() {
    let home = TempDir::new().unwrap();
    feed(
        home.path(),
        &["play", "first-call", "--seed", "3", "--plain"],
        &ones(400),
    );
    let log = fs::read_dir(home.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|ending| ending == "jsonl"))
        .unwrap();
    let log = log.to_str().unwrap();
    assert_eq!(
        run(home.path(), &["logs", "rename", log, "Tuesday group"])
            .status
            .code(),
        Some(0)
    );
    let listed = out(&run(home.path(), &["logs"]));
    assert!(listed.contains("Tuesday group (ended, seed 3)"), "{listed}");
    assert_eq!(
        run(home.path(), &["logs", "delete", log]).status.code(),
        Some(0)
    );
    assert_eq!(
        out(&run(home.path(), &["logs"])),
        "You have no exercises yet.\n"
    );
}

/// Kills a play once it has said so many bytes, at whatever moment of the program that is, and goes on with it: every choice
/// that was acknowledged must be there once, and the exercise must come to its end.
#[test]
fn no_kill_loses_an_acknowledged_choice() {
    let home = TempDir::new().unwrap();
    for kill in 0..6 * effort() {
        let log = home.path().join(format!("kill-{kill}.jsonl"));
        let log = log.to_str().unwrap();
        let mut child = demarche(
            home.path(),
            &["play", "first-call", "--seed", "4", "--plain", "--log", log],
        )
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(ones(400).as_bytes())
            .unwrap();
        // A number that looks random and is the same in every run.
        let wanted = usize::try_from((kill * 7919 + 13) % 24_000).unwrap();
        let mut said = vec![0; wanted];
        let mut stdout = child.stdout.take().unwrap();
        let mut read = 0;
        while read < wanted {
            match stdout.read(&mut said[read..]).unwrap() {
                0 => break,
                more => read += more,
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let acknowledged = String::from_utf8_lossy(&said[..read])
            .matches(ACKNOWLEDGED)
            .count();
        if !Path::new(log).exists() {
            assert_eq!(acknowledged, 0, "kill {kill}");
            continue;
        }
        let resumed = feed(home.path(), &["resume", log, "--plain"], &ones(400));
        assert_eq!(
            resumed.status.code(),
            Some(0),
            "kill {kill}: {}",
            err(&resumed)
        );
        let kept = fs::read_to_string(log).unwrap();
        let seals = kept.matches("\"command\":{\"Seal\"").count();
        let turns = kept.matches("\"step\":\"Resolve\"").count();
        assert!(
            seals >= acknowledged,
            "kill {kill}: {acknowledged} acknowledged, {seals} kept"
        );
        assert_eq!(
            seals, turns,
            "kill {kill}: a choice was lost or stands twice"
        );
        let verified = run(home.path(), &["replay", log, "--verify"]);
        assert_eq!(
            verified.status.code(),
            Some(0),
            "kill {kill}: {}",
            err(&verified)
        );
    }
}

#[test]
fn a_damaged_log_is_never_taken_for_a_whole_one() {
    let home = TempDir::new().unwrap();
    let log = home.path().join("a.jsonl");
    let args = [
        "play",
        "first-call",
        "--plain",
        "--log",
        log.to_str().unwrap(),
    ];
    let played = feed(home.path(), &args, &ones(200));
    assert_eq!(played.status.code(), Some(0));
    let lines: Vec<String> = fs::read_to_string(&log)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    let middle = lines.len() / 2;
    let mut damaged = lines;
    damaged[middle] = damaged[middle].replacen(':', ";", 1);
    fs::write(&log, damaged.join("\n") + "\n").unwrap();
    let told = run(home.path(), &["replay", log.to_str().unwrap(), "--text"]);
    assert!(err(&told).contains("damaged"), "{}", err(&told));
    let asked = [
        "whatif",
        log.to_str().unwrap(),
        "--plays",
        "2",
        "--choice",
        "hold",
        "--seat",
        "ilcert",
        "--turn",
        "1",
    ];
    let asked = run(home.path(), &asked);
    assert!(err(&asked).contains("damaged"), "{}", err(&asked));
}

#[test]
fn a_rule_that_a_study_does_not_look_at_is_refused() {
    let home = TempDir::new().unwrap();
    let lab = ["lab", "first-call", "--plays", "2", "--counts", "--fail-on"];
    for (rule, wanted) in [
        ("changed", "--baseline"),
        ("choices<50%", "--twins"),
        ("dominated", "--trials"),
    ] {
        let refused = run(home.path(), &[&lab[..], &[rule]].concat());
        assert_eq!(refused.status.code(), Some(2), "{rule}");
        assert!(err(&refused).contains(wanted), "{rule}: {}", err(&refused));
    }
    let judged = run(home.path(), &[&lab[..], &["broken"]].concat());
    assert_eq!(judged.status.code(), Some(0));
}

#[test]
fn what_is_no_ron_file_is_never_laid_out() {
    let home = TempDir::new().unwrap();
    let log = home.path().join("played.jsonl");
    let text = "{\"turn\":1,\"seat\":\"cert\"}\n";
    fs::write(&log, text).unwrap();
    let output = run(home.path(), &["fmt", log.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2), "{}", out(&output));
    assert!(err(&output).contains("left as it is"), "{}", err(&output));
    assert_eq!(fs::read_to_string(&log).unwrap(), text);
}

#[test]
fn what_cannot_be_laid_out_is_said_without_speaking_of_a_file_that_is_none() {
    let home = TempDir::new().unwrap();
    for (input, says) in [
        ("", "Nothing came"),
        ("\n \n", "Nothing came"),
        ("(a: 1", "What came"),
    ] {
        let laid = feed(home.path(), &["fmt", "-"], input);
        assert_eq!(laid.status.code(), Some(1), "{input:?}");
        assert!(err(&laid).starts_with(says), "{input:?}: {}", err(&laid));
    }
    let path = home.path().join("empty.ron");
    fs::write(&path, "").unwrap();
    let laid = run(home.path(), &["fmt", path.to_str().unwrap()]);
    assert!(err(&laid).contains("nothing in it"), "{}", err(&laid));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_a_pipe_is_told_and_a_closed_pipe_is_not() {
    let home = TempDir::new().unwrap();
    for args in [
        &["list"][..],
        &["convert", "first-call"],
        &["msel", "export", "first-call"],
    ] {
        let full = fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap();
        let output = demarche(home.path(), args).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(
            err(&output).contains("is not whole"),
            "{args:?}: {}",
            err(&output)
        );
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = demarche(home.path(), args).stdout(writer).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", err(&output));
    }
}
