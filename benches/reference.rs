//! The reference workload beside the ordinary engine: `cargo bench --bench reference -- PART`.
//!
//! - `convert WORKLOAD.json FOLDER [--scripted]` writes it as an ordinary scenario;
//! - `summary LAB.json` prints what `demarche lab FOLDER --format json` showed in the workload's own form;
//! - `calibrate [RUNS PLAYS]` says how many of the lab's intervals contain what a million plays showed.
#![expect(clippy::print_stdout, reason = "what a part finds is what it prints")]

#[path = "reference/calibrate.rs"]
mod calibrate;
#[path = "reference/convert.rs"]
mod convert;
#[path = "reference/summary.rs"]
mod summary;

use std::error::Error;
use std::fs;
use std::path::Path;

use convert::Version;
use convert::convert;
use demarche::lab::Share;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| arg != "--bench")
        .collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["convert", from, to] => write(from, to, Version::Declared),
        ["convert", from, to, "--scripted"] => write(from, to, Version::Scripted),
        ["summary", lab] => {
            let lab = serde_json::from_str(&fs::read_to_string(lab)?)?;
            println!("{}", summary::summary(&lab));
            Ok(())
        }
        ["calibrate"] => {
            tell(2000, 400);
            Ok(())
        }
        ["calibrate", runs, plays] => {
            tell(runs.parse()?, plays.parse()?);
            Ok(())
        }
        _ => {
            println!(
                "convert WORKLOAD.json FOLDER [--scripted] | summary LAB.json | calibrate [RUNS PLAYS]"
            );
            Ok(())
        }
    }
}

fn tell(runs: u64, plays: u64) {
    let (mut held, mut all) = (0, 0);
    for (ending, share) in calibrate::calibrate(runs, plays).into_iter().enumerate() {
        println!("ending {ending}: {:.2} % of {runs}", 100.0 * share.value());
        held += share.count;
        all += share.of;
    }
    let share = Share {
        count: held,
        of: all,
    };
    println!("all: {:.2} %", 100.0 * share.value());
}

fn write(from: &str, to: &str, version: Version) -> Result<(), Box<dyn Error>> {
    let workload = serde_json::from_str(&fs::read_to_string(from)?)?;
    for (name, text) in convert(&workload, version) {
        let path = Path::new(to).join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, text)?;
    }
    Ok(())
}
