//! What `--out` keeps: the findings in every format, plays as logs, and a test for each ending.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use crate::cli::Code;
use crate::cli::lab::not_written;
use crate::cli::world::World;
use crate::lab;
use crate::lab::Batch;
use crate::lab::Findings;
use crate::lab::Shard;
use crate::model::id::Kind;
use crate::report;
use crate::session::Ready;
use crate::session::Session;
use crate::session::Start;
use crate::session::Stop;
use crate::session::SystemClock;

/// Writes everything into a folder.
pub(super) fn keep(
    world: &World,
    folder: &Path,
    ready: &Ready,
    findings: &Findings<'_>,
) -> Result<(), Code> {
    let mut sheet = String::new();
    for line in lab::sheet(findings, &world.words) {
        sheet.push_str(line.as_str());
        sheet.push('\n');
    }
    for (name, bytes) in [
        ("lab.txt", sheet),
        ("lab.json", lab::json(findings)),
        ("lab.csv", lab::csv(findings)),
        ("lab.html", report::lab(findings, &world.words)),
    ] {
        put(world, &folder.join(name), &bytes)?;
    }
    let scenario = ready.playable.scenario();
    for witness in &findings.deep.witnesses {
        let word = scenario.names.word(Kind::Ending, witness.ending.0);
        let mut case = witness.case.clone();
        let about = world.fill("lab-test-about", &[("word", word.into())]);
        case.about = about.into_string();
        let path = folder.join("tests").join(format!("{word}.ron"));
        put(world, &path, &case.write(scenario))?;
    }
    let batch = findings.study.batch(Shard::WHOLE);
    for (name, play) in plays(findings) {
        record(
            world,
            ready,
            &batch,
            play,
            &folder.join(format!("{name}.jsonl")),
        )?;
    }
    let path = folder.display().to_string();
    world.complain(&world.fill("lab-written", &[("path", path.into())]));
    Ok(())
}

/// The plays worth looking at, by the names of their logs: the first to each ending, the best, the worst, the strangest.
fn plays(findings: &Findings<'_>) -> Vec<(String, u64)> {
    let tally = &findings.part.tally;
    let names = findings.study.playable.scenario().names.all(Kind::Ending);
    let endings = names.zip(&tally.endings);
    let mut plays: Vec<(String, u64)> = endings
        .filter_map(|(word, seen)| Some((format!("ending-{word}"), seen.first?)))
        .collect();
    for (name, ranked) in [("best", &tally.best), ("worst", &tally.worst)] {
        let ranked = ranked.iter().enumerate();
        plays.extend(ranked.map(|(place, (_, play))| (format!("{name}-{}", place + 1), *play)));
    }
    let strangest = findings.deep.strangest;
    plays.extend(strangest.map(|(play, _)| ("strangest".to_owned(), play)));
    plays
}

fn put(world: &World, path: &PathBuf, bytes: &str) -> Result<(), Code> {
    let write = || -> io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, bytes)
    };
    write().map_err(|error| not_written(world, path, &error))
}

/// Plays one play of the batch again, this time with a log.
fn record(
    world: &World,
    ready: &Ready,
    batch: &Batch<'_>,
    number: u64,
    path: &Path,
) -> Result<(), Code> {
    // An earlier run's log is in the way of a new one.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(not_written(world, path, &error));
        }
        _ => {}
    }
    let session = Session::start(Start {
        ready,
        seed: batch.seed_of(number),
        holders: batch.holders(number),
        log: Some((world.disk.as_ref(), path)),
        words: Arc::clone(&world.words),
        clock: Arc::new(SystemClock),
    });
    let mut session = session.map_err(|error| world.give_up_on(&error))?;
    loop {
        match session.proceed() {
            Ok(Stop::Over) => return Ok(()),
            Ok(_) => {}
            Err(refusal) => return Err(world.give_up(refusal.words())),
        }
    }
}
