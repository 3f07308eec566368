//! `demarche report`: the after-action report of an exercise.

use std::path::PathBuf;
use std::sync::Arc;

use clap::ValueEnum;

use crate::author::disk;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::pick;
use crate::cli::world::World;
use crate::report;
use crate::report::Debrief;
use crate::report::Viewer;
use crate::session::Session;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The log of the exercise; without it, the one played last
    log: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,
    /// Where to write it (default: standard output)
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// Participants are numbered instead of named
    #[arg(long)]
    anonymous: bool,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Html,
    Md,
    Json,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let path = match pick::log(world, options.log.as_ref()) {
        Ok(path) => path,
        Err(code) => return code,
    };
    let session = match Session::look(world.disk.as_ref(), &path, Arc::clone(&world.words)) {
        Ok(session) => session,
        Err(error) => return world.give_up_on(&error),
    };
    let viewer = Viewer {
        seats: Vec::new(),
        anonymous: options.anonymous,
    };
    let debrief = Debrief::of_session(&session, &viewer);
    let written = match options.format {
        Format::Html => report::html(&debrief, &world.words),
        Format::Md => report::markdown(&debrief, &world.words),
        Format::Json => report::json(&debrief),
    };
    let Some(out) = &options.out else {
        world.print_raw(&written);
        return FINE;
    };
    let shown = out.display().to_string();
    match disk::replace(out, written.as_bytes()) {
        Ok(()) => {
            world.print(&world.fill("cli-report-written", &[("path", shown.into())]));
            FINE
        }
        Err(error) => {
            let args = [("path", shown.into()), ("why", error.to_string().into())];
            world.give_up(&world.fill("cli-report-failed", &args))
        }
    }
}
