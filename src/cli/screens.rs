//! Opens the screens, if there is a terminal to open them on.

use crate::cli::Code;
use crate::cli::world::World;
use crate::session::Seating;
use crate::session::Session;

/// Where the screens begin.
pub(super) enum Entry {
    Home,
    /// In an exercise that was started or resumed.
    Session(Box<Session>, Seating),
}

pub(super) fn open(world: &World, entry: Entry) -> Code {
    if !world.is_terminal() {
        return world.give_up(&world.words.say("cli-no-terminal"));
    }
    match entry {
        Entry::Home | Entry::Session(..) => world.give_up(&world.words.say("cli-no-terminal")),
    }
}
