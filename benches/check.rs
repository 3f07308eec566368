//! How long checking a large scenario takes beside plain reading of the same text: `cargo bench --bench check`.
//!
//! The scenario has 10,000 injects in files of the largest size that is allowed. Each part runs in rounds; the median counts.
#![expect(
    clippy::print_stdout,
    reason = "a benchmark's only output is what it prints"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;
use std::time::Instant;

use demarche::author;
use demarche::scenario;
use demarche::scenario::ENTRY;
use demarche::scenario::Package;
use demarche::scenario::tree::Tree;
use serde::Deserialize;

/// The rows of the scenarios that are compared.
const ROWS: [usize; 3] = [2500, 5000, 10_000];
/// Rows a file.
const A_FILE: usize = 2500;
const ROUNDS: usize = 9;

/// What plain reading makes of a row.
#[derive(Deserialize)]
#[expect(dead_code, reason = "what is read is only thrown away")]
struct Row {
    id: String,
    turn: u16,
    to: Vec<String>,
    from: String,
    channel: Channel,
    title: String,
    body: String,
    objectives: Vec<String>,
    #[serde(default)]
    when: String,
    effects: Vec<Effect>,
}

#[derive(Deserialize)]
enum Channel {
    Phone,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what is read is only thrown away")]
enum Effect {
    Meter { meter: String, by: i32 },
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what is read is only thrown away")]
struct File {
    injects: Vec<Row>,
}

fn main() {
    for rows in ROWS {
        let files: Vec<String> = (0..rows).step_by(A_FILE).map(file).collect();
        let bytes: usize = files.iter().map(String::len).sum();
        let package = package(&files);
        let checked = author::check(&package);
        let found = checked.diagnostics.len();
        assert!(
            checked.playable.is_some(),
            "{:?}",
            checked.diagnostics.first()
        );
        let plain = median(|| {
            for text in &files {
                black_box(ron::from_str::<File>(text).expect("the text is sound"));
            }
        });
        let trees = median(|| {
            for text in &files {
                black_box(Tree::parse(text.clone()));
            }
        });
        let unchecked = median(|| scenario::check(&package));
        let opened = median(|| scenario::open(&package));
        let whole = median(|| author::check(&package));
        println!(
            "{rows:>6} injects, {bytes} bytes, {found} told, most memory so far {} KiB",
            memory()
        );
        println!("       plain ron                 {plain:>10.2?}");
        for (name, took) in [
            ("tree", trees),
            ("rows and meaning", unchecked),
            ("expressions too", opened),
            ("check", whole),
        ] {
            println!(
                "       {name:<25} {took:>10.2?}  {:.2} times",
                took.as_secs_f64() / plain.as_secs_f64()
            );
        }
    }
}

fn median<T>(mut part: impl FnMut() -> T) -> Duration {
    let mut rounds: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let began = Instant::now();
            black_box(part());
            began.elapsed()
        })
        .collect();
    rounds.sort_unstable();
    rounds[ROUNDS / 2]
}

/// So many rows, each fourth of them with a condition; there are sixty different ones.
fn file(first: usize) -> String {
    let mut text = String::from("(\n    injects: [\n");
    for at in first..first + A_FILE {
        let turn = at % 8 + 1;
        let condition = match at % 4 {
            0 => format!(" when: \"meter.alarm < {}\",", at % 60 + 30),
            _ => String::new(),
        };
        let _ = write!(
            text,
            "        (\n            id: \"inject_{at}\", turn: {turn}, to: [\"ncert\", \"mfa\"], from: \"courier\", channel: Phone,\n            \
             title: \"Call number {at} of the day\",\n            body: \"The desk asks again what is known about the harbour, \
             and when somebody will say so in public.\",\n            objectives: [\"answering\"],{condition}\n            \
             effects: [Meter(meter: \"alarm\", by: 1)],\n        ),\n",
        );
    }
    text + "    ],\n)\n"
}

fn package(files: &[String]) -> Package {
    let names: Vec<String> = (0..files.len())
        .map(|at| format!("injects_{at}.ron"))
        .collect();
    let turns = "(lasts: \"4h\", title: \"A shift\"), ".repeat(8);
    let entry = format!(
        r#"(
    format: 1, id: "large", title: "Large", tagline: "Many calls.", summary: "A long day.",
    minutes: (900, 1000), difficulty: Advanced, turns: [{turns}], files: {names:?},
    actors: [
        (id: "ncert", name: "National team", kind: Cert), (id: "mfa", name: "Foreign ministry", kind: Ministry),
        (id: "courier", name: "The Courier", kind: Press),
    ],
    seats: [
        (id: "ncert", actor: "ncert", kind: Cert, title: "Duty officer", brief: "You have the desk."),
        (id: "mfa", actor: "mfa", kind: Ministry, title: "Desk officer", brief: "You have the telephone."),
    ],
    meters: [(id: "alarm", name: "Public alarm")],
    objectives: [(id: "answering", text: "Answer", tasks: [(id: "answered", text: "An answer", evidence: "meter.alarm < 60")])],
    decisions: [(
        id: "answer", seat: "ncert", title: "What to answer", text: "They wait.", turn: 1, default: "wait",
        choices: [
            (id: "tell", family: Share, label: "Answer", hours: 1, note: "Said."),
            (id: "wait", family: Hold, label: "Wait", note: "Not said."),
        ],
    )],
    endings: [(id: "calm", title: "Calm", text: "It blows over.")],
)"#
    );
    let files = names.iter().cloned().zip(files.iter().cloned());
    Package::from_files(
        std::iter::once((ENTRY.to_owned(), entry))
            .chain(files)
            .map(|(name, text)| (name, text.into_bytes())),
    )
}

/// The most memory the process has had, in KiB.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    most.unwrap_or("?")
        .trim()
        .trim_end_matches(" kB")
        .to_owned()
}
