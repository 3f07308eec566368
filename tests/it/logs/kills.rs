//! A process killed at any moment: every line it acknowledged is there, once and in order.
//!
//! The test runs its own binary again as the writer that is killed.

use std::env;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;

use demarche::log::Log;
use demarche::log::RealDisk;

use crate::logs::Draws;
use crate::logs::header;
use crate::logs::holds_a_prefix;
use crate::logs::package;
use crate::logs::step;
use crate::support::effort;

/// Names the log the writer goes on with; without it the writer is a test that has nothing to do.
const WRITER: &str = "DEMARCHE_TEST_WRITER";

#[test]
fn writer() {
    let Some(path) = env::var_os(WRITER) else {
        return;
    };
    let path = Path::new(&path);
    let (mut log, last) = if path.exists() {
        let opened = Log::open(&RealDisk, path).unwrap();
        (opened.log, holds_a_prefix(&opened.contents))
    } else {
        (
            Log::create(&RealDisk, path, &header(), &package()).unwrap(),
            1,
        )
    };
    for number in last + 1..last + 1_000 {
        log.append(&step(number), 0).unwrap();
        let mut out = std::io::stdout();
        writeln!(out, "acknowledged {number}")
            .and_then(|()| out.flush())
            .unwrap();
    }
}

#[test]
fn every_acknowledged_line_survives_a_kill() {
    let mut draws = Draws(effort());
    let mut before_any_line = 0;
    for _ in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("killed.jsonl");
        let mut last = 1;
        for _ in 0..10 * effort() {
            let acknowledged = kill_a_writer(&path, &mut draws).unwrap_or(last);
            if !path.exists() {
                assert_eq!(last, 1, "the log is gone");
                continue;
            }
            let opened = Log::open(&RealDisk, &path).unwrap();
            let there = holds_a_prefix(&opened.contents);
            assert!(
                there >= acknowledged,
                "{acknowledged} acknowledged, {there} there"
            );
            assert!(
                acknowledged >= last,
                "line {last} was there and {acknowledged} was acknowledged anew"
            );
            before_any_line += u32::from(acknowledged == last);
            last = there;
        }
    }
    assert!(
        u64::from(before_any_line) < 45 * effort(),
        "most writers were killed before they wrote anything"
    );
}

/// Starts a writer, kills it some time later, and returns the last line it acknowledged.
fn kill_a_writer(path: &Path, draws: &mut Draws) -> Option<u32> {
    let mut child = Command::new(env::current_exe().unwrap())
        .args([
            "logs::kills::writer",
            "--exact",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(WRITER, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut acknowledged = None;
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let number = |line: &str| {
        line.split_once("acknowledged ")
            .map(|(_, number)| number.parse().unwrap())
    };
    // One writer in eight is killed while it starts, the others some lines and a moment later.
    for _ in 0..draws.below(8) * draws.below(6) {
        let Some(line) = lines.next() else { break };
        acknowledged = number(&line.unwrap()).or(acknowledged);
    }
    let moment = 1 << draws.below(20);
    for _ in 0..draws.below(moment) {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    for line in lines {
        let line = line.unwrap();
        // The last one may have been cut in the middle of its number, and is known by the line before it.
        acknowledged = number(&line)
            .filter(|number| acknowledged.is_none_or(|last| *number == last + 1))
            .or(acknowledged);
    }
    acknowledged
}
