//! `demarche watch`: a scenario in play while it is written.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::channel;

use crate::author::watch::Move;
use crate::author::watch::Preview;
use crate::author::watch::Saved;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::screens;
use crate::cli::screens::Entry;
use crate::cli::world::World;
use crate::diag;
use crate::diag::Style;
use crate::scenario;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The path of a scenario's folder
    path: PathBuf,
    /// Say what is wrong after each save, on standard output and without screens
    #[arg(long)]
    plain: bool,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let path = &options.path;
    if !path.exists() {
        let name = path.to_string_lossy().into_owned();
        let key = if scenario::load_embedded(&name).is_some() {
            "watch-embedded"
        } else {
            "cli-no-scenario"
        };
        return world.give_up(&world.fill(key, &[("name", name.into())]));
    }
    if !path.is_dir() {
        let args = [("path", path.to_string_lossy().into_owned().into())];
        return world.give_up(&world.fill("cli-no-folder", &args));
    }
    let preview = Preview::open(path, Arc::clone(&world.words));
    if options.plain {
        return plain(world, preview, path);
    }
    screens::open(world, Entry::Watch(Box::new(preview), path.clone()))
}

/// Says what is wrong, and says it again after each save, until it is stopped.
fn plain(world: &World, mut preview: Preview, path: &std::path::Path) -> Code {
    let (sender, saves) = channel();
    let saved = match Saved::listen(path, move || sender.send(()).is_ok()) {
        Ok(saved) => saved,
        Err(error) => return world.give_up(&error.words(&world.words)),
    };
    let shown = path.to_string_lossy().into_owned();
    world.print(&world.fill("watch-plain-start", &[("path", shown.into())]));
    // What was saved before anybody listened has not been told.
    preview.go(Move::Reload);
    say(world, &preview);
    let mut read = preview.shown().reloads;
    while saves.recv().is_ok() {
        preview.go(Move::Reload);
        let now = preview.shown();
        if now.reloads == read {
            continue;
        }
        read = now.reloads;
        world.print(&world.words.say("watch-plain-saved"));
        say(world, &preview);
        for note in &now.notes {
            world.print(note);
        }
    }
    drop(saved);
    FINE
}

fn say(world: &World, preview: &Preview) {
    let (diagnostics, sources) = preview.diagnostics();
    if !diagnostics.is_empty() {
        world.print_raw(&diag::render(
            diagnostics,
            sources,
            &world.words,
            Style::Narrated,
        ));
    }
    let shown = preview.shown();
    if let (false, Some(view)) = (shown.is_stale, &shown.view) {
        let args = [
            ("title", view.title.clone().into()),
            ("turns", view.last_turn.into()),
            ("injects", shown.injects.len().into()),
        ];
        world.print(&world.fill("watch-plain-clean", &args));
    }
}
