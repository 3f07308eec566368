//! `demarche logs`: one's own exercises.

use std::path::PathBuf;

use clap::Subcommand;

use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::world::World;
use crate::log::Contents;
use crate::log::Library;
use crate::log::Listed;
use crate::text::SafeText;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Subcommand, Debug)]
enum What {
    /// List them, the one played last first
    List,
    /// Give one a name to be listed by; an empty name takes it away
    Rename { log: PathBuf, name: String },
    /// Remove one, and its scenario if no other was played with it
    Delete { log: PathBuf },
    /// Where they lie
    Where,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let library = match world.library() {
        Ok(library) => library,
        Err(text) => return world.give_up(&text),
    };
    let done = match &options.what {
        None | Some(What::List) => return list(world, &library),
        Some(What::Where) => {
            world.print(&SafeText::line(&library.dir().display().to_string()));
            return FINE;
        }
        Some(What::Rename { log, name }) => library.rename(log, name),
        Some(What::Delete { log }) => library.delete(log),
    };
    match done {
        Ok(()) => FINE,
        Err(error) => world.give_up(&error.words(&world.words)),
    }
}

fn list(world: &World, library: &Library) -> Code {
    match library.list() {
        Ok(listed) if listed.is_empty() => world.print(&world.words.say("cli-logs-none")),
        Ok(listed) => listed
            .iter()
            .for_each(|listed| tell(world, library, listed)),
        Err(error) => return world.give_up(&error.words(&world.words)),
    }
    FINE
}

fn tell(world: &World, library: &Library, listed: &Listed) {
    let path = listed.path.display().to_string();
    match &listed.header {
        Ok(header) => {
            let progress =
                Contents::read(library.disk(), &listed.path).map(|contents| contents.progress());
            let state = match progress {
                Ok(progress) if progress.ended => world.words.say("cli-logs-ended"),
                Ok(progress) => {
                    let turn = i64::try_from(progress.turn.unwrap_or(0)).unwrap_or(0);
                    world.fill("cli-logs-turn", &[("turn", turn.into())])
                }
                Err(error) => error.words(&world.words),
            };
            let name = listed.name.clone().unwrap_or_else(|| header.title.clone());
            let args = [
                ("name", name.into()),
                ("state", state.into()),
                ("seed", header.seed.into()),
            ];
            world.print(&world.fill("cli-logs-title", &args));
        }
        Err(error) => world.print(&error.words(&world.words)),
    }
    world.print(&world.fill("cli-logs-path", &[("path", path.into())]));
}
