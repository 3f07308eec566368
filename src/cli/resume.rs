//! `demarche resume`: goes on with an exercise.

use std::path::PathBuf;
use std::sync::Arc;

use crate::cli::Code;
use crate::cli::pick;
use crate::cli::play;
use crate::cli::screens;
use crate::cli::screens::Entry;
use crate::cli::world::World;
use crate::session::Seating;
use crate::session::Session;
use crate::session::SystemClock;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The log of the exercise
    log: Option<PathBuf>,
    /// Questions and answers on standard input and output instead of screens
    #[arg(long)]
    plain: bool,
    /// One screen for all seats held by people
    #[arg(long)]
    table: bool,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let path = match pick::log(world, options.log.as_ref()) {
        Ok(path) => path,
        Err(code) => return code,
    };
    let words = Arc::clone(&world.words);
    let session = match Session::resume(world.disk.as_ref(), &path, words, Arc::new(SystemClock)) {
        Ok(session) => session,
        Err(error) => return world.give_up_on(&error),
    };
    if let Some(recovered) = session.recovered() {
        world.complain(&recovered.words(&world.words));
    }
    let people = session.people();
    let seating = if options.table {
        Seating::Table(people)
    } else {
        Seating::Apart(people)
    };
    if options.plain {
        play::run_plain(world, session, &seating)
    } else {
        screens::open(world, Entry::Session(Box::new(session), seating))
    }
}
