//! `demarche lab`: plays a scenario many times and says what that showed.

use std::fs;
use std::io::IsTerminal;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::time::Duration;
use std::time::Instant;

use clap::ValueEnum;

use crate::cli::CONTENT;
use crate::cli::Code;
use crate::cli::ENVIRONMENT;
use crate::cli::FINE;
use crate::cli::pick;
use crate::cli::play;
use crate::cli::world::World;
use crate::lab;
use crate::lab::Batch;
use crate::lab::Casting;
use crate::lab::Tally;
use crate::model::id::Kind;
use crate::scenario;
use crate::script;
use crate::script::Lowering;
use crate::session::Ready;
use crate::session::Session;
use crate::session::Start;
use crate::session::Stop;
use crate::session::SystemClock;
use crate::text::SafeText;

/// How often progress is told.
const TELL: Duration = Duration::from_millis(250);

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// A scenario's id (see `demarche list`) or the path of a scenario's folder
    scenario: String,
    /// How often to play it
    #[arg(long, value_name = "N", default_value_t = 1000)]
    plays: u64,
    /// Who plays: one profile on every seat, or `standard`, the five profiles and random in equal shares
    #[arg(long, value_name = "PROFILE", default_value = "standard")]
    bots: String,
    /// The luck of the batch; the same seed gives the same result
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Threads to play on (default: one for each core); the result does not depend on it
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Runs script functions by the interpreter alone, or all expressions too: slower, to the same result
    #[arg(long, value_enum, value_name = "WHAT", num_args = 0..=1, require_equals = true, default_missing_value = "functions")]
    no_lowering: Option<Interpreted>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// A folder for the result as text and JSON, and for the first play to each ending as a log that `replay` opens
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Text,
    Json,
}

/// What the interpreter runs that could run natively.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Interpreted {
    /// The functions of script files.
    Functions,
    /// Expressions too.
    Everything,
}

impl Interpreted {
    fn lowering(self) -> Lowering {
        match self {
            Interpreted::Functions => Lowering::Expressions,
            Interpreted::Everything => Lowering::Nothing,
        }
    }
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    if options.plays == 0 {
        return world.give_up(&world.words.say("lab-no-plays"));
    }
    let bots = match play::profile(world, &options.bots).map(Casting::named) {
        Ok(Some(bots)) => bots,
        Ok(None) => return ENVIRONMENT,
        Err(code) => return code,
    };
    let ready = match pick::ready(world, &options.scenario) {
        Ok(ready) => ready,
        Err(code) => return code,
    };
    let interpreted = options.no_lowering.and_then(|interpreted| {
        let lowering = interpreted.lowering();
        scenario::reopen(&ready.playable, script::Options { lowering })
    });
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    let batch = Batch {
        playable: interpreted.as_ref().unwrap_or(&ready.playable),
        plays: 0..options.plays,
        seed: options.seed,
        bots,
        threads: options.threads.map_or_else(cores, usize::from),
    };
    let began = Instant::now();
    let progress = Progress::new(world, options.plays);
    let tally = batch.run(&|done| progress.tell(done));
    progress.clear();
    let took = began.elapsed();
    show(world, options, &batch, &tally, took);
    if let Some(folder) = &options.out
        && let Err(code) = keep(world, folder, &ready, &batch, &tally)
    {
        return code;
    }
    if tally.broken.plays > 0 {
        CONTENT
    } else {
        FINE
    }
}

fn show(world: &World, options: &Options, batch: &Batch<'_>, tally: &Tally, took: Duration) {
    if options.format == Format::Json {
        world.print_raw(&lab::json(batch, tally));
        return;
    }
    for line in lab::sheet(batch, tally, &world.words) {
        world.print(&line);
    }
    let seconds = took.as_secs_f64();
    let rate = SafeText::line(&format!("{:.0}", whole(options.plays) / seconds.max(1e-9)));
    let args = [
        ("plays", options.plays.into()),
        ("seconds", SafeText::line(&format!("{seconds:.1}")).into()),
        ("threads", batch.threads.into()),
        ("rate", rate.into()),
    ];
    world.print(&SafeText::empty());
    world.print(&world.fill("lab-speed", &args));
}

/// Writes the sheet, the JSON and a log for each ending.
fn keep(
    world: &World,
    folder: &Path,
    ready: &Ready,
    batch: &Batch<'_>,
    tally: &Tally,
) -> Result<(), Code> {
    let failed = |path: &Path, why: String| {
        let path = path.display().to_string();
        let args = [("path", path.into()), ("why", why.into())];
        world.give_up(&world.fill("lab-not-written", &args))
    };
    fs::create_dir_all(folder).map_err(|error| failed(folder, error.to_string()))?;
    let mut sheet = String::new();
    for line in lab::sheet(batch, tally, &world.words) {
        sheet.push_str(line.as_str());
        sheet.push('\n');
    }
    for (name, bytes) in [("lab.txt", sheet), ("lab.json", lab::json(batch, tally))] {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(|error| failed(&path, error.to_string()))?;
    }
    let scenario = ready.playable.scenario();
    for (ending, seen) in scenario.endings.iter().zip(&tally.endings) {
        if let Some(first) = seen.first {
            let name = scenario.names.word(Kind::Ending, ending.id.0);
            let path = folder.join(format!("{name}.jsonl"));
            // An earlier run's log is in the way of a new one.
            if path.exists() {
                fs::remove_file(&path).map_err(|error| failed(&path, error.to_string()))?;
            }
            record(world, ready, batch, first, &path)?;
        }
    }
    let path = folder.display().to_string();
    world.complain(&world.fill("lab-written", &[("path", path.into())]));
    Ok(())
}

/// Plays one play of the batch again, this time with a log.
fn record(
    world: &World,
    ready: &Ready,
    batch: &Batch<'_>,
    number: u64,
    path: &Path,
) -> Result<(), Code> {
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

/// Tells how far a batch is, on a terminal only.
struct Progress<'a> {
    world: &'a World,
    all: u64,
    began: Instant,
    told: Option<Mutex<Instant>>,
}

impl<'a> Progress<'a> {
    fn new(world: &'a World, all: u64) -> Self {
        let began = Instant::now();
        let shows = std::io::stderr().is_terminal();
        Self {
            world,
            all,
            began,
            told: shows.then(|| Mutex::new(began)),
        }
    }

    /// The estimate is what is left at the pace so far.
    fn tell(&self, done: u64) {
        let Some(told) = &self.told else { return };
        let Ok(mut told) = told.try_lock() else {
            return;
        };
        if told.elapsed() < TELL {
            return;
        }
        *told = Instant::now();
        let pace = self.began.elapsed().as_secs_f64() / whole(done);
        let left = (pace * whole(self.all.saturating_sub(done))).ceil();
        let args = [
            ("done", done.into()),
            ("all", self.all.into()),
            ("left", SafeText::line(&format!("{left:.0}")).into()),
        ];
        let line = self.world.fill("lab-progress", &args);
        let _ = write!(std::io::stderr().lock(), "\r\x1b[K{line}");
    }

    fn clear(&self) {
        if self.told.is_some() {
            let _ = write!(std::io::stderr().lock(), "\r\x1b[K");
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a pace is only shown; counts of plays are far below 2^52"
)]
fn whole(number: u64) -> f64 {
    number as f64
}
