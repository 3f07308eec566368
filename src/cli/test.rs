//! `demarche test`: runs an author's own tests, and says what they would not notice.

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use crate::author::cases;
use crate::author::cases::Bench;
use crate::author::cases::CaseFile;
use crate::author::cases::Failure;
use crate::author::cases::Found;
use crate::author::cases::Verdict;
use crate::author::cases::mutants;
use crate::author::cases::mutants::Fate;
use crate::author::cases::mutants::Fault;
use crate::author::disk;
use crate::cli::CONTENT;
use crate::cli::Code;
use crate::cli::ENVIRONMENT;
use crate::cli::FINE;
use crate::cli::pick;
use crate::cli::world::World;
use crate::diag;
use crate::diag::Sources;
use crate::diag::Style;
use crate::diag::has_errors;
use crate::engine::act::Act;
use crate::engine::command::Command;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::tell::Teller;
use crate::lab::Case;
use crate::lab::Given;
use crate::model::id::Kind;
use crate::model::scenario::Scenario;
use crate::scenario;
use crate::scenario::Package;
use crate::session::Session;
use crate::text::Words;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The path of a scenario's folder, whose tests lie in `tests/*.ron` below it, or the id of one that is shipped
    scenario: String,
    /// Put so many small faults into copies of the scenario, one each, and say which of them no test notices
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "200")]
    mutants: Option<usize>,
    /// Tell each exercise anew in `tests/NAME.golden`, against which later runs compare
    #[arg(long)]
    golden: bool,
    /// Make a test of an exercise that was played, from its log
    #[arg(long, value_name = "LOG", requires = "name")]
    record: Option<PathBuf>,
    /// The name of the test that `--record` makes
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let folder = Path::new(&options.scenario);
    let is_shipped = scenario::embedded().contains(&options.scenario.as_str());
    if is_shipped && (options.golden || options.record.is_some()) {
        let name = options.scenario.as_str().into();
        return world.give_up(&world.fill("test-shipped", &[("name", name)]));
    }
    if !is_shipped && folder.exists() && !folder.is_dir() {
        let args = [("path", options.scenario.as_str().into())];
        return world.give_up(&world.fill("cli-no-folder", &args));
    }
    let package = match pick::package(world, &options.scenario) {
        Ok(package) => package,
        Err(code) => return code,
    };
    let mut checked = scenario::check(&package);
    let Some(scenario) = checked
        .scenario
        .take()
        .filter(|_| !has_errors(&checked.diagnostics))
    else {
        world.complain(&world.words.say("cli-broken-scenario"));
        let told = diag::render(
            &checked.diagnostics,
            &checked.sources,
            &world.words,
            Style::Text,
        );
        world.print_raw(&told);
        return CONTENT;
    };
    if let (Some(log), Some(name)) = (&options.record, &options.name) {
        return record(world, options, &scenario, log, name);
    }
    let found = match found(world, &options.scenario, is_shipped) {
        Ok(found) => found,
        Err(code) => return code,
    };
    let files = found.files;
    let mut sources = checked.sources;
    let verdicts = cases::run(
        &mut Bench {
            scenario: &scenario,
            sources: &mut sources,
            words: &world.words,
        },
        &files,
    );
    let verdicts = if options.golden {
        match keep_golden(world, &files, verdicts) {
            Ok(verdicts) => verdicts,
            Err(code) => return code,
        }
    } else {
        verdicts
    };
    for verdict in &verdicts {
        tell(world, verdict, &scenario, &sources);
    }
    for (path, error) in &found.unread {
        let args = [
            ("name", cases::name(path).into()),
            ("path", path.display().to_string().into()),
            ("why", error.to_string().into()),
        ];
        world.print(&world.fill("test-unread", &args));
    }
    let failed = verdicts
        .iter()
        .filter(|verdict| !verdict.failures.is_empty())
        .count();
    let (all, failed) = (
        verdicts.len() + found.unread.len(),
        failed + found.unread.len(),
    );
    let args = [("all", all.into()), ("failed", failed.into())];
    world.print(&world.fill("test-sum", &args));
    if failed > 0 {
        return CONTENT;
    }
    if let Some(most) = options.mutants {
        judge_mutants(world, &package, &files, most);
    }
    FINE
}

/// The tests of a scenario, if it has any.
fn found(world: &World, wanted: &str, is_shipped: bool) -> Result<Found, Code> {
    let path = ("path", wanted.into());
    let found = if is_shipped {
        Found {
            files: cases::shipped(wanted),
            unread: Vec::new(),
        }
    } else {
        cases::found(Path::new(wanted)).map_err(|error| {
            let args = [path.clone(), ("why", error.to_string().into())];
            world.give_up(&world.fill("test-unreadable", &args))
        })?
    };
    if found.files.is_empty() && found.unread.is_empty() {
        world.complain(&world.fill("test-none", &[path]));
        return Err(CONTENT);
    }
    Ok(found)
}

/// Writes down how each exercise went; what failed for that reason alone is fine now.
fn keep_golden(
    world: &World,
    files: &[CaseFile],
    mut verdicts: Vec<Verdict>,
) -> Result<Vec<Verdict>, Code> {
    for (file, verdict) in files.iter().zip(&mut verdicts) {
        let path = cases::golden_path(&file.path);
        verdict
            .failures
            .retain(|failure| !matches!(failure, Failure::Golden { .. }));
        if verdict.failures.is_empty() {
            disk::replace(&path, verdict.told.as_bytes())
                .map_err(|error| unwritten(world, &path, &error))?;
        }
    }
    Ok(verdicts)
}

fn unwritten(world: &World, path: &Path, error: &std::io::Error) -> Code {
    let args = [
        ("path", path.display().to_string().into()),
        ("why", error.to_string().into()),
    ];
    world.give_up(&world.fill("lab-not-written", &args))
}

fn tell(world: &World, verdict: &Verdict, scenario: &Scenario, sources: &Sources) {
    let key = match (verdict.failures.is_empty(), verdict.about.is_empty()) {
        (true, false) => "test-passed",
        (true, true) => "test-passed-untitled",
        (false, false) => "test-failed",
        (false, true) => "test-failed-untitled",
    };
    let args = [
        ("name", verdict.name.as_str().into()),
        ("about", verdict.about.as_str().into()),
    ];
    world.print(&world.fill(key, &args));
    let teller = Teller {
        scenario,
        words: &world.words,
    };
    let ending = |id: crate::model::EndingId| scenario.names.word(Kind::Ending, id.0).to_owned();
    for failure in &verdict.failures {
        let line = match failure {
            Failure::Unreadable { line, why } => {
                let args = [("line", (*line).into()), ("why", why.as_str().into())];
                world.fill("test-unreadable-at", &args)
            }
            Failure::Expressions(wrong) => {
                world.print_raw(&diag::render(wrong, sources, &world.words, Style::Text));
                continue;
            }
            Failure::Refused { turn, seat, act } => {
                let args = [
                    ("turn", (*turn).into()),
                    ("seat", teller.seat(*seat).clone().into()),
                    ("act", teller.act(act).into()),
                ];
                world.fill("test-refused", &args)
            }
            Failure::Ending { expected, got } => {
                let args = [
                    ("expected", ending(*expected).into()),
                    ("got", ending(*got).into()),
                ];
                world.fill("test-ending", &args)
            }
            Failure::Expectation { text, read } => {
                world.print(&world.fill("test-expectation", &[("text", text.as_str().into())]));
                world.fill("test-read", &[("read", read.join(", ").into())])
            }
            Failure::Golden { line, was, is } => {
                let args = [
                    ("line", (*line).into()),
                    ("was", was.as_str().into()),
                    ("is", is.as_str().into()),
                ];
                world.print(&world.fill("test-golden", &args));
                world.print(&world.fill("test-golden-was", &args));
                world.fill("test-golden-is", &args)
            }
            Failure::Stuck => world.words.say("test-stuck"),
        };
        world.print(&line);
    }
}

fn judge_mutants(world: &World, package: &Package, files: &[CaseFile], most: usize) {
    let all = mutants::all(package);
    let possible = all.len();
    let tried = mutants::sample(all, most);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let words = || Words::new(world.words.language());
    let fates = mutants::judge(package, &tried, files, words, threads, &|_| {});
    let count = |wanted: Fate| fates.iter().filter(|fate| **fate == wanted).count();
    let (noticed, survived) = (count(Fate::Noticed), count(Fate::Survived));
    for (mutant, fate) in tried.iter().zip(&fates) {
        if *fate == Fate::Survived {
            let key = match mutant.fault {
                Fault::Flip => "test-mutant-flip",
                Fault::Drop => "test-mutant-drop",
                Fault::Reverse => "test-mutant-reverse",
                Fault::Swap => "test-mutant-swap",
                Fault::Deadline => "test-mutant-deadline",
            };
            let place = format!("{}:{}", mutant.file, mutant.line);
            let args = [("place", place.into()), ("was", mutant.was.as_str().into())];
            world.print(&world.fill(key, &args));
        }
    }
    let played = noticed + survived;
    let share = (noticed * 100).checked_div(played).unwrap_or(100);
    let args = [
        ("noticed", noticed.into()),
        ("played", played.into()),
        ("refused", count(Fate::Refused).into()),
        ("possible", possible.into()),
        ("share", share.into()),
    ];
    world.print(&world.fill("test-mutants", &args));
}

/// Makes a test of a log: its seed, what was sealed, and how it ended.
fn record(world: &World, options: &Options, scenario: &Scenario, log: &Path, name: &str) -> Code {
    let session = match Session::look(world.disk.as_ref(), log, Arc::clone(&world.words)) {
        Ok(session) => session,
        Err(error) => return world.give_up_on(&error),
    };
    let mut given: Vec<Given> = Vec::new();
    let mut turn = 0;
    for line in session.lines() {
        if let Command::Seal { seat, acts } = &line.command {
            given.retain(|earlier| (earlier.turn, earlier.seat) != (turn, *seat));
            if acts.iter().any(|act| *act != Act::Hold) {
                given.push(Given {
                    turn,
                    seat: *seat,
                    acts: acts.clone(),
                });
            }
        }
        for event in &line.events {
            if let What::Entered {
                turn: entered,
                step: Step::Brief,
                ..
            } = event.what
            {
                turn = entered;
            }
        }
    }
    let case = Case {
        about: world
            .fill(
                "test-recorded-about",
                &[("title", session.scenario().about.title.clone().into())],
            )
            .to_string(),
        seed: session.header().seed,
        given,
        ending: session.truth().ending(),
        expect: Vec::new(),
    };
    // The log's ids are words of the scenario as it was played; they are read again as those of the scenario as it is.
    let text = case.write(session.scenario());
    if let Err(error) = Case::read(&text, scenario) {
        let args = [
            ("line", error.span.start.line.into()),
            ("why", error.code.to_string().into()),
        ];
        world.complain(&world.fill("test-unreadable-at", &args));
        return CONTENT;
    }
    let folder = Path::new(&options.scenario).join("tests");
    let path = folder.join(format!("{name}.ron"));
    if path.exists() {
        world.complain(&world.fill(
            "test-exists",
            &[("path", path.display().to_string().into())],
        ));
        return ENVIRONMENT;
    }
    let written = fs::create_dir_all(&folder).and_then(|()| disk::replace(&path, text.as_bytes()));
    match written {
        Ok(()) => {
            world.print(&world.fill(
                "test-recorded",
                &[("path", path.display().to_string().into())],
            ));
            FINE
        }
        Err(error) => unwritten(world, &path, &error),
    }
}
