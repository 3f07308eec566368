//! Opens the screens, if there is a terminal to open them on.

use std::path::PathBuf;
use std::sync::Arc;

use crate::author::watch::Preview;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::world::World;
use crate::model::SeatId;
use crate::session::Seating;
use crate::session::Session;
use crate::tui::desk::Place;
use crate::tui::run;
use crate::tui::theme::ThemeName;

/// Where the screens begin.
pub(super) enum Entry {
    Home,
    /// In an exercise that was started or resumed.
    Session(Box<Session>, Seating),
    /// At the preview of the scenario at a path.
    Watch(Box<Preview>, PathBuf),
    /// At the timeline of the exercise whose log lies there, through a seat's eyes or nobody's.
    Replay(Box<Session>, PathBuf, Option<SeatId>),
}

pub(super) fn open(world: &World, entry: Entry) -> Code {
    let theme = match world
        .theme
        .as_deref()
        .map(|word| (word, ThemeName::of(word)))
    {
        Some((word, None)) => {
            let all: Vec<&str> = ThemeName::ALL.iter().map(|name| name.word()).collect();
            let args = [("name", word.into()), ("all", all.join(", ").into())];
            return world.give_up(&world.fill("cli-no-theme", &args));
        }
        Some((_, theme)) => theme,
        None => None,
    };
    let library = world.library().ok();
    // The settings lie beside the folder of exercises, so that one variable moves both.
    let settings = library
        .as_ref()
        .and_then(|library| library.dir().parent())
        .map(|dir| dir.join("settings"));
    let place = Place {
        words: Arc::clone(&world.words),
        disk: world.disk.clone(),
        library,
        settings,
    };
    let entry = match entry {
        Entry::Home => run::Entry::Home,
        Entry::Session(session, seating) => run::Entry::Exercise(session, seating),
        Entry::Watch(preview, path) => run::Entry::Watch(preview, path),
        Entry::Replay(session, path, seat) => run::Entry::Replay(session, path, seat),
    };
    match run::run(place, theme, entry) {
        Ok(()) => FINE,
        Err(error) => world.give_up(&error.words(&world.words)),
    }
}
