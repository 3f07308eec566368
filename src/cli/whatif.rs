//! `demarche whatif`: what another choice would have changed, and which choices mattered.

use std::io::IsTerminal;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;
use std::time::Duration;
use std::time::Instant;

use clap::ValueEnum;

use crate::author::disk;
use crate::cli::CONTENT;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::world::World;
use crate::lab::whatif;
use crate::lab::whatif::Change;
use crate::lab::whatif::Effort;
use crate::lab::whatif::Findings;
use crate::lab::whatif::Past;
use crate::lab::whatif::Plays;
use crate::lab::whatif::Question;
use crate::lab::whatif::Wish;
use crate::model::SeatId;
use crate::session::Session;
use crate::text::SafeText;
use crate::text::wrap;

/// How often progress is told.
const TELL: Duration = Duration::from_millis(250);
/// The stack a decision runs on.
const STACK: usize = 16 << 20;
/// As wide as text is printed.
const COLUMNS: usize = 80;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The log of the exercise
    log: PathBuf,
    /// The turn in which something else is done (default: that in which the question was answered)
    #[arg(long, value_name = "T")]
    turn: Option<u16>,
    /// The seat that does something else; without `--choice`, the seat whose choices are looked at
    #[arg(long, value_name = "S")]
    seat: Option<String>,
    /// What it does instead: `decision.choice`, a standing action, `hold`, or a bot that plays the seat. Without it, every
    /// alternative of every decision is tried
    #[arg(long, value_name = "C")]
    choice: Option<String>,
    /// What the other seats do once things come differently
    #[arg(long, value_enum, default_value_t = Others::Matching)]
    others: Others,
    /// Continuations for the intervals (default: 200 for one change, 40 for each alternative, 500 for luck)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    plays: Option<u64>,
    /// Threads to play on (default: one for each core); the result does not depend on it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Where to write it; without it, to standard output
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum Others {
    /// Do what they sealed then; what is no longer possible lapses
    Frozen,
    /// Decide again by their profiles
    Profiles,
    /// Do what they did in states that match, and by profile where they don't
    Matching,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum Format {
    Text,
    Json,
    Html,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let session = match Session::look(world.disk.as_ref(), &options.log, Arc::clone(&world.words)) {
        Ok(session) => session,
        Err(error) => return world.give_up_on(&error),
    };
    world.warn_of_damage(&session);
    let past = Past::of(&session);
    if past.turns().next().is_none() {
        world.complain(&world.words.say("whatif-no-commit"));
        return CONTENT;
    }
    let question = match question(world, options, &past) {
        Ok(question) => question,
        Err(text) => return world.give_up(&text),
    };
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    let progress = Progress::new(world);
    let effort = Effort {
        plays: 1,
        threads: options.threads.map_or_else(cores, usize::from),
        told: &|done, all| progress.tell(done, all),
        // Whoever has seen enough presses Ctrl-C, which ends the program.
        stop: &AtomicBool::new(false),
    };
    // What a script may need of the stack, a main thread may not have.
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let work = || {
            let found = Findings::of(&past, &question, &world.words, &effort);
            progress.clear();
            found.map_or(CONTENT, |findings| show(world, options, &past, &findings))
        };
        let thread = thread.spawn_scoped(scope, work);
        let thread = thread.expect("a machine that plays can start a thread");
        thread
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

fn question(world: &World, options: &Options, past: &Past) -> Result<Question, SafeText> {
    let scenario = past.playable().scenario();
    let seat = options.seat.as_ref().map(|word| {
        let found = scenario.names.find(SeatId::KIND, word).map(SeatId);
        found.ok_or_else(|| {
            let all: Vec<&str> = scenario.names.all(SeatId::KIND).collect();
            let args = [("name", word.into()), ("seats", all.join(", ").into())];
            world.fill("cli-no-seat", &args)
        })
    });
    let seat = seat.transpose()?;
    let change = match &options.choice {
        Some(choice) => {
            let wish = Wish {
                turn: options.turn,
                seat,
                choice,
            };
            Some(Change::read(past, wish, &world.words)?)
        }
        None if options.turn.is_some() => return Err(world.words.say("whatif-needs-choice")),
        None => None,
    };
    Ok(Question {
        change,
        seats: seat.into_iter().collect(),
        others: match options.others {
            Others::Frozen => whatif::Others::Frozen,
            Others::Profiles => whatif::Others::Profiles,
            Others::Matching => whatif::Others::Matching,
        },
        plays: options.plays.map_or_else(Plays::default, Plays::all),
    })
}

fn show(world: &World, options: &Options, past: &Past, findings: &Findings) -> Code {
    let title = (&past.playable().scenario().about.title).into();
    let title = world.fill("whatif-title", &[("title", title)]);
    let tables = || whatif::tables(past, findings, &world.words);
    let text = match options.format {
        Format::Json => whatif::json(past, findings, &world.words),
        Format::Html => whatif::page(&title, &tables(), &world.words),
        Format::Text => {
            let mut text = String::new();
            let sheet = whatif::sheet(&tables(), COLUMNS);
            let head = wrap(&title, COLUMNS);
            for line in head.iter().chain([&SafeText::empty()]).chain(&sheet) {
                text.push_str(line.as_str());
                text.push('\n');
            }
            text
        }
    };
    let Some(path) = &options.out else {
        world.print_raw(&text);
        return FINE;
    };
    match disk::replace(path, text.as_bytes()) {
        Ok(()) => FINE,
        Err(error) => {
            let path = path.display().to_string();
            let args = [("path", path.into()), ("why", error.to_string().into())];
            world.give_up(&world.fill("whatif-not-written", &args))
        }
    }
}

/// Tells how far it is, on a terminal only.
struct Progress<'a> {
    world: &'a World,
    told: Option<Mutex<Instant>>,
}

impl<'a> Progress<'a> {
    fn new(world: &'a World) -> Self {
        let shows = std::io::stderr().is_terminal();
        Self {
            world,
            told: shows.then(|| Mutex::new(Instant::now())),
        }
    }

    fn tell(&self, done: usize, all: usize) {
        let Some(Ok(mut told)) = self.told.as_ref().map(Mutex::try_lock) else {
            return;
        };
        if told.elapsed() >= TELL {
            *told = Instant::now();
            let args = [("done", done.into()), ("all", all.into())];
            let line = self.world.fill("whatif-progress", &args);
            let _ = write!(std::io::stderr().lock(), "\r\x1b[K{line}");
        }
    }

    fn clear(&self) {
        if self.told.is_some() {
            let _ = write!(std::io::stderr().lock(), "\r\x1b[K");
        }
    }
}
