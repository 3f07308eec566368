//! The command line: one file a subcommand. Exit codes: 0 fine, 1 the content has errors or the run failed, 2 usage or
//! environment.

mod bundle;
mod check;
mod convert;
mod diff;
mod explain;
mod fmt;
mod graph;
mod help;
mod lab;
mod list;
mod logs;
mod lsp;
mod msel;
mod new;
mod passphrase;
mod pick;
mod play;
mod promote;
mod replay;
mod report;
mod resume;
mod rules;
mod screens;
mod test;
mod translate;
mod watch;
mod whatif;
mod world;

use clap::Parser;
use clap::Subcommand;

use crate::cli::world::World;

/// How a subcommand ended.
pub(crate) type Code = u8;

pub(crate) const FINE: Code = 0;
pub(crate) const CONTENT: Code = 1;
pub(crate) const ENVIRONMENT: Code = 2;

/// A tabletop-exercise simulator for cross-regional cyber crises.
///
/// Without a subcommand it opens the home screen.
#[derive(Parser, Debug)]
#[command(
    name = "demarche",
    version,
    max_term_width = 100,
    disable_help_subcommand = true
)]
struct Args {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What every subcommand takes.
#[derive(clap::Args, Debug, Clone)]
pub(crate) struct Common {
    /// Language of the program's own words
    #[arg(long, global = true, value_name = "TAG", display_order = 900)]
    lang: Option<String>,
    /// Colours: dark, light, contrast or mono
    #[arg(long, global = true, value_name = "NAME", display_order = 901)]
    theme: Option<String>,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Play a scenario
    Play(play::Options),
    /// Go on with an exercise; without LOG, the one played last
    Resume(resume::Options),
    /// What can be played
    List,
    /// Your own exercises: list, rename, delete, where they lie
    Logs(logs::Options),
    /// What happened in an exercise, or decide it all again and compare
    Replay(replay::Options),
    /// What another choice would have changed; without one, which choices mattered most
    Whatif(whatif::Options),
    /// Play a scenario thousands of times with bots, and say what that showed
    Lab(lab::Options),
    /// Write the after-action report of an exercise
    Report(report::Options),
    /// Say everything that is wrong with a scenario
    Check(check::Options),
    /// Begin a scenario of your own from a template, question by question
    New(new::Options),
    /// Hand the list of injects to a spreadsheet, and take it back
    Msel(msel::Options),
    /// Put a scenario into one file to hand over, or unpack one
    Bundle(bundle::Options),
    /// Turn a scenario into JSON and back, or a Twine, ink or CEXF story into a first draft
    Convert(convert::Options),
    /// The scenario as a picture: what comes when, what is decided, what leads to what
    Graph(graph::Options),
    /// Turn a row's condition into a script function that says the same
    Promote(promote::Options),
    /// Lay out a scenario's files; comments and meaning stay
    Fmt(fmt::Options),
    /// Play a scenario while it is written: every save shows at once
    Watch(watch::Options),
    /// The handbook: tutorial, authoring, recipes, reference; with search
    Help(help::Options),
    /// The language server that editors start
    Lsp(lsp::Options),
    /// The rule book: what each ledger models, its parameters and rules
    Rules(rules::Options),
    /// What a change to a scenario means, as it is written and in play
    Diff(diff::Options),
    /// Run a scenario's own tests, and say which faults they would not notice
    Test(test::Options),
    /// Add a row to a translation for every line that has none, and say what is missing or out of date
    Translate(translate::Options),
    /// What a code of `check` means, why it hurts, and how to mend it
    Explain(explain::Options),
}

/// Runs the program with the process's arguments.
pub fn run() -> Code {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version are no mistakes; clap prints them to standard output.
            let code = if error.use_stderr() {
                ENVIRONMENT
            } else {
                FINE
            };
            let _ = error.print();
            return code;
        }
    };
    let world = World::new(&args.common);
    let code = match args.command {
        None => play::home(&world),
        Some(Command::Play(options)) => play::run(&world, &options),
        Some(Command::Resume(options)) => resume::run(&world, &options),
        Some(Command::List) => list::run(&world),
        Some(Command::Logs(options)) => logs::run(&world, &options),
        Some(Command::Replay(options)) => replay::run(&world, &options),
        Some(Command::Whatif(options)) => whatif::run(&world, &options),
        Some(Command::Lab(options)) => lab::run(&world, &options),
        Some(Command::Report(options)) => report::run(&world, &options),
        Some(Command::Check(options)) => check::run(&world, &options),
        Some(Command::New(options)) => new::run(&world, &options),
        Some(Command::Msel(options)) => msel::run(&world, &options),
        Some(Command::Bundle(options)) => bundle::run(&world, &options),
        Some(Command::Convert(options)) => convert::run(&world, &options),
        Some(Command::Graph(options)) => graph::run(&world, &options),
        Some(Command::Fmt(options)) => fmt::run(&world, &options),
        Some(Command::Watch(options)) => watch::run(&world, &options),
        Some(Command::Help(options)) => help::run(&world, &options),
        Some(Command::Lsp(options)) => lsp::run(&world, &options),
        Some(Command::Rules(options)) => rules::run(&world, &options),
        Some(Command::Diff(options)) => diff::run(&world, &options),
        Some(Command::Test(options)) => test::run(&world, &options),
        Some(Command::Translate(options)) => translate::run(&world, &options),
        Some(Command::Promote(options)) => promote::run(&world, &options),
        Some(Command::Explain(options)) => explain::run(&world, &options),
    };
    world.ended(code)
}
