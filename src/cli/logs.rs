//! `demarche logs`: one's own exercises.

use std::path::PathBuf;

use clap::Subcommand;

use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::world::World;
use crate::log::Contents;
use crate::log::Library;
use crate::log::Lineage;
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
            if let Some(parent) = &header.lineage {
                let line = i64::from(parent.line);
                let hash = parent.hash.to_string();
                let known = ancestor(library, parent);
                let name = known.unwrap_or_else(|| hash.chars().take(12).collect());
                let args = [("line", line.into()), ("name", name.into())];
                world.print(&world.fill("cli-logs-forked", &args));
            }
        }
        Err(error) => world.print(&error.words(&world.words)),
    }
    world.print(&world.fill("cli-logs-path", &[("path", path.into())]));
}

/// The exercise of the same folder that another was forked from, by its file's name.
fn ancestor(library: &Library, parent: &Lineage) -> Option<String> {
    let lines = usize::try_from(parent.line).ok()?.checked_sub(1)?;
    let listed = library.list().ok()?;
    let found = listed.iter().find(|listed| {
        let contents = Contents::read(library.disk(), &listed.path);
        contents.is_ok_and(|contents| contents.lineage_at(lines).as_ref() == Some(parent))
    })?;
    let name = found.path.file_stem()?.to_string_lossy();
    Some(name.into_owned())
}
