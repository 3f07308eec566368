//! `demarche lab`: plays a scenario many times and says what that showed; `demarche lab merge` joins what shards of it showed.

mod baseline;
mod keep;
mod progress;

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;
use std::time::Instant;

use clap::ValueEnum;

use crate::cli::CONTENT;
use crate::cli::Code;
use crate::cli::ENVIRONMENT;
use crate::cli::FINE;
use crate::cli::lab::progress::Progress;
use crate::cli::pick;
use crate::cli::play;
use crate::cli::world::World;
use crate::lab;
use crate::lab::Casting;
use crate::lab::Demand;
use crate::lab::Findings;
use crate::lab::Mismatch;
use crate::lab::NotRead;
use crate::lab::Part;
use crate::lab::Plan;
use crate::lab::Shard;
use crate::lab::ShardFile;
use crate::lab::Study;
use crate::report;
use crate::scenario;
use crate::script;
use crate::script::Lowering;
use crate::session::Ready;
use crate::text::SafeText;

#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Options {
    #[command(subcommand)]
    command: Option<Command>,
    /// A scenario's id (see `demarche list`) or the path of a scenario's folder
    #[arg(required = true)]
    scenario: Option<String>,
    /// How often to play it
    #[arg(long, value_name = "N", default_value_t = 1000)]
    plays: u64,
    /// Plays in which every decision is tried with every answer (default: one in fifty)
    #[arg(long, value_name = "N")]
    trials: Option<u64>,
    /// Plays that are repeated with other choices, and with other luck (default: one in ten)
    #[arg(long, value_name = "N")]
    twins: Option<u64>,
    /// Only count what happens in the plays: no trials, no twins, no search
    #[arg(long, conflicts_with_all = ["trials", "twins"])]
    counts: bool,
    /// Who plays: one profile on every seat, or `standard`, the five profiles and random in equal shares
    #[arg(long, value_name = "PROFILE", default_value = "standard")]
    bots: String,
    /// The luck of the batch; the same seed gives the same result
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Play only part K of M, and write what it showed for `demarche lab merge`
    #[arg(long, value_name = "K/M", value_parser = shard)]
    shard: Option<Shard>,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Subcommand, Debug)]
enum Command {
    /// Join what all the shards of one study showed
    Merge(Merge),
}

#[derive(clap::Args, Debug)]
struct Merge {
    /// The files that `--shard` wrote, every shard once, in any order
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Where the scenario lies (default: the one that is shipped under the id in the files)
    #[arg(long, value_name = "SCENARIO")]
    scenario: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// What becomes of the result, whether it was played or merged.
#[derive(clap::Args, Debug)]
struct Output {
    /// Threads to play on (default: one for each core); the result does not depend on it
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Runs script functions by the interpreter alone, or all expressions too: slower, to the same result
    #[arg(long, value_enum, value_name = "WHAT", num_args = 0..=1, require_equals = true, default_missing_value = "functions")]
    no_lowering: Option<Interpreted>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// A folder for the result in every format, for logs that `replay` opens, and for a test that reaches each ending
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The JSON of an earlier run: says what has changed beyond chance
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Exit with 1 if any of these holds: `unseen-inject,ending<2%,dominated` and more
    #[arg(long, value_name = "RULES")]
    fail_on: Option<String>,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Text,
    Json,
    Html,
    Csv,
}

impl Output {
    fn threads(&self) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        self.threads.map_or_else(cores, usize::from)
    }
}

/// Reads `K/M`.
fn shard(text: &str) -> Result<Shard, String> {
    let parts = text.split_once('/');
    let parsed = parts.and_then(|(number, of)| {
        let (number, of) = (number.parse().ok()?, of.parse().ok()?);
        (1..=of).contains(&number).then_some(Shard { number, of })
    });
    parsed.ok_or_else(|| "write it as 3/8: part 3 of 8".to_owned())
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
    match &options.command {
        Some(Command::Merge(merge)) => join(world, merge),
        None => play(world, options),
    }
}

fn play(world: &World, options: &Options) -> Code {
    if options.plays == 0 {
        return world.give_up(&world.words.say("lab-no-plays"));
    }
    let demands = match demands(world, &options.output) {
        Ok(demands) => demands,
        Err(code) => return code,
    };
    let bots = match play::profile(world, &options.bots).map(Casting::named) {
        Ok(Some(bots)) => bots,
        Ok(None) => return ENVIRONMENT,
        Err(code) => return code,
    };
    let scenario = options.scenario.as_deref().unwrap_or_default();
    let ready = match pick::ready(world, scenario) {
        Ok(ready) => ready,
        Err(code) => return code,
    };
    let interpreted = options.output.no_lowering.and_then(|interpreted| {
        let lowering = interpreted.lowering();
        scenario::reopen(&ready.playable, script::Options { lowering })
    });
    if let Some(trials) = options.trials.filter(|trials| *trials > options.plays) {
        let args = [("trials", trials.into()), ("plays", options.plays.into())];
        return world.give_up(&world.fill("lab-too-many-trials", &args));
    }
    let usual = Plan::usual(options.plays);
    let zero = |usual| if options.counts { 0 } else { usual };
    let plan = Plan {
        plays: options.plays,
        trials: options.trials.unwrap_or(zero(usual.trials)),
        twins: options.twins.unwrap_or(zero(usual.twins)),
    };
    let study = Study {
        playable: interpreted.as_ref().unwrap_or(&ready.playable),
        seed: options.seed,
        bots,
        plan,
        threads: options.output.threads(),
    };
    if let Err(code) = can_conclude(world, &options.output, &demands, &study) {
        return code;
    }
    let shard = options.shard.unwrap_or(Shard::WHOLE);
    let began = Instant::now();
    let progress = Progress::new(world, &study, shard);
    let part = study.run(shard, &|stretch, done| progress.tell(stretch, done));
    progress.clear();
    if options.shard.is_some() {
        return write_shard(
            world,
            &study,
            &ready,
            shard,
            part,
            options.output.out.as_deref(),
        );
    }
    let output = &options.output;
    conclude(
        world,
        output,
        &ready,
        &study,
        &part,
        &demands,
        Some(began.elapsed()),
    )
}

/// Writes what a shard has shown: to a file in a folder, or to standard output.
fn write_shard(
    world: &World,
    study: &Study<'_>,
    ready: &Ready,
    shard: Shard,
    part: Part,
    out: Option<&Path>,
) -> Code {
    let text = ShardFile::new(study, ready.package.hash(), shard, part).to_json();
    let Some(folder) = out else {
        world.print_raw(&text);
        return FINE;
    };
    let path = folder.join(format!("shard-{}-of-{}.json", shard.number, shard.of));
    match fs::create_dir_all(folder).and_then(|()| fs::write(&path, text)) {
        Ok(()) => {
            let path = path.display().to_string();
            world.complain(&world.fill("lab-written", &[("path", path.into())]));
            FINE
        }
        Err(error) => not_written(world, &path, &error),
    }
}

fn join(world: &World, merge: &Merge) -> Code {
    let demands = match demands(world, &merge.output) {
        Ok(demands) => demands,
        Err(code) => return code,
    };
    let mut files = Vec::new();
    for path in &merge.files {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => return unreadable(world, path, &error.to_string()),
        };
        match ShardFile::read(&text) {
            Ok(file) => files.push(file),
            Err(Mismatch::Unreadable(why)) => return not_ours(world, path, &why),
            Err(other) => return mismatched(world, merge, &other),
        }
    }
    if let Err(mismatch) = lab::check(&files) {
        return mismatched(world, merge, &mismatch);
    }
    let wanted = merge.scenario.as_deref().unwrap_or(&files[0].scenario);
    let ready = match pick::ready(world, wanted) {
        Ok(ready) => ready,
        Err(code) => return code,
    };
    if ready.package.hash() != files[0].content {
        return mismatched(world, merge, &Mismatch::Changed);
    }
    let Some(study) = lab::study(&files[0], &ready.playable, merge.output.threads()) else {
        return mismatched(world, merge, &Mismatch::Changed);
    };
    if let Err(code) = can_conclude(world, &merge.output, &demands, &study) {
        return code;
    }
    match lab::join(&study, &files) {
        Ok(part) => conclude(world, &merge.output, &ready, &study, &part, &demands, None),
        Err(mismatch) => mismatched(world, merge, &mismatch),
    }
}

/// Looks deeper where that is wanted, shows and keeps what was found, and judges it.
fn conclude(
    world: &World,
    output: &Output,
    ready: &Ready,
    study: &Study<'_>,
    part: &Part,
    demands: &[Demand],
    took: Option<Duration>,
) -> Code {
    let is_deep = study.plan.trials > 0 || study.plan.twins > 0;
    let waiting = Progress::waiting(world, is_deep);
    let findings = Findings::of(study, part, is_deep, &world.words);
    waiting.clear();
    let changes = match &output.baseline {
        None => None,
        Some(path) => match baseline::changes(world, &findings, path) {
            Ok(changes) => Some(changes),
            Err(code) => return code,
        },
    };
    match output.format {
        Format::Json => world.print_raw(&lab::json(&findings)),
        Format::Csv => world.print_raw(&lab::csv(&findings)),
        Format::Html => world.print_raw(&report::lab(&findings, &world.words)),
        Format::Text => {
            for line in lab::sheet(&findings, &world.words) {
                world.print(&line);
            }
            if let Some(took) = took {
                speed(world, study, took);
            }
        }
    }
    if let Some(changes) = &changes {
        baseline::tell(world, changes);
    }
    if let Some(folder) = &output.out
        && let Err(code) = keep::keep(world, folder, ready, &findings)
    {
        return code;
    }
    let changed: Vec<String> = changes
        .iter()
        .flat_map(|(changes, _)| changes)
        .map(|change| change.what().to_owned())
        .collect();
    let mut code = if part.tally.broken.plays > 0 {
        CONTENT
    } else {
        FINE
    };
    for (demand, rule) in demands.iter().zip(rules(output)) {
        let broken = demand.broken_by(&findings, &changed);
        if !broken.is_empty() {
            let args = [("rule", rule.into()), ("what", broken.join(", ").into())];
            world.complain(&world.fill("lab-failed", &args));
            code = CONTENT;
        }
    }
    code
}

/// Refuses, before hours go into it, what could not be done at the end: rules that the study does not look at, a baseline that
/// is none, a folder that cannot be written to.
fn can_conclude(
    world: &World,
    output: &Output,
    demands: &[Demand],
    study: &Study<'_>,
) -> Result<(), Code> {
    let plan = &study.plan;
    if let Some(path) = &output.baseline {
        baseline::is_there(world, study.playable.scenario(), path)?;
    }
    let mut written = demands.iter().zip(rules(output));
    let lacking = written.find_map(|(demand, rule)| {
        let lacks = demand.lacks(plan, output.baseline.is_some())?;
        Some(world.fill(lacks, &[("rule", rule.into())]))
    });
    if let Some(text) = lacking {
        return Err(world.give_up(&text));
    }
    // Last, so that what is refused leaves nothing behind.
    match &output.out {
        Some(folder) => {
            fs::create_dir_all(folder).map_err(|error| not_written(world, folder, &error))
        }
        None => Ok(()),
    }
}

/// The rules of `--fail-on` as they were written.
fn rules(output: &Output) -> impl Iterator<Item = &str> {
    let rules = output.fail_on.as_deref().unwrap_or_default().split(',');
    rules.map(str::trim).filter(|rule| !rule.is_empty())
}

fn demands(world: &World, output: &Output) -> Result<Vec<Demand>, Code> {
    let text = output.fail_on.as_deref().unwrap_or_default();
    Demand::read(text).map_err(|rule| {
        let known = Demand::words().join(", ");
        let args = [("rule", rule.into()), ("known", known.into())];
        world.give_up(&world.fill("lab-no-rule", &args))
    })
}

fn speed(world: &World, study: &Study<'_>, took: Duration) {
    let seconds = took.as_secs_f64();
    let plan = study.plan;
    let args = [
        ("plays", plan.plays.into()),
        ("trials", plan.trials.into()),
        ("twins", plan.twins.into()),
        ("seconds", SafeText::line(&format!("{seconds:.1}")).into()),
        ("threads", study.threads.into()),
    ];
    world.print(&SafeText::empty());
    world.print(&world.fill("lab-speed", &args));
}

fn unreadable(world: &World, path: &Path, why: &str) -> Code {
    let args = [("path", shown(path)), ("why", why.into())];
    world.give_up(&world.fill("lab-not-read", &args))
}

/// A file that is not, or no longer, what the lab wrote.
fn not_ours(world: &World, path: &Path, why: &NotRead) -> Code {
    let path = ("path", shown(path));
    let text = match why {
        NotRead::Damaged { line, column } => {
            let args = [path, ("line", (*line).into()), ("column", (*column).into())];
            world.fill("lab-damaged", &args)
        }
        NotRead::Foreign => world.fill("lab-foreign", &[path]),
        NotRead::Format(format) => world.fill("lab-format", &[path, ("format", (*format).into())]),
    };
    world.give_up(&text)
}

fn not_written(world: &World, path: &Path, error: &std::io::Error) -> Code {
    let args = [("path", shown(path)), ("why", error.to_string().into())];
    world.give_up(&world.fill("lab-not-written", &args))
}

fn mismatched(world: &World, merge: &Merge, mismatch: &Mismatch) -> Code {
    let file = |place: &usize| shown(&merge.files[*place]);
    let text = match mismatch {
        Mismatch::Unreadable(why) => return not_ours(world, &merge.files[0], why),
        Mismatch::Strangers(one, other) => world.fill(
            "lab-merge-strangers",
            &[("one", file(one)), ("other", file(other))],
        ),
        Mismatch::Twice(one, other) => world.fill(
            "lab-merge-twice",
            &[("one", file(one)), ("other", file(other))],
        ),
        Mismatch::Missing { numbers, of } => {
            let numbers: Vec<String> = numbers.iter().map(u64::to_string).collect();
            let args = [("numbers", numbers.join(", ").into()), ("of", (*of).into())];
            world.fill("lab-merge-missing", &args)
        }
        Mismatch::Changed => world.words.say("lab-merge-changed"),
    };
    world.give_up(&text)
}

fn shown(path: &Path) -> crate::text::Arg {
    path.display().to_string().into()
}
