//! Decides every command of a log again and compares.

use std::path::Path;
use std::sync::Arc;

use crate::engine::State;
use crate::engine::command::Command;
use crate::engine::decide;
use crate::engine::event::Event;
use crate::engine::rejection::Rejection;
use crate::log::Contents;
use crate::log::Disk;
use crate::log::Ending;
use crate::log::Line;
use crate::log::LogError;
use crate::script::Fuse;
use crate::session::SessionError;
use crate::session::open::kept_playable;
use crate::session::with_stack;

/// What verifying a log found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    pub commands: usize,
    pub events: usize,
    /// How the file ends.
    pub ending: Ending,
    /// The first line that comes out otherwise, counted as an editor does: the header is line 1.
    pub difference: Option<(usize, Difference)>,
}

/// How a line differs from what the rules say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The rules refuse the command.
    Refused,
    /// The command causes other events.
    Events,
}

/// Decides every command of a log again with the scenario kept beside it.
///
/// # Errors
/// If the log or its scenario cannot be read.
pub fn verify(disk: &dyn Disk, path: &Path) -> Result<Verified, SessionError> {
    let contents = Contents::read(disk, path)?;
    let playable = kept_playable(disk, path, contents.header().package)?;
    let names = Arc::clone(&playable.scenario().names);
    let lines: Vec<Line<Command, Event>> =
        names.scope(|| contents.lines().collect::<Result<_, LogError>>())?;
    let mut verified = Verified {
        commands: lines.len(),
        events: 0,
        ending: contents.ending(),
        difference: None,
    };
    let seed = contents.header().seed;
    with_stack(|| {
        let mut state = State::new(playable.scenario(), seed);
        for (place, line) in lines.iter().enumerate() {
            let mut events = Vec::new();
            let decided = decide(
                &playable,
                &mut state,
                &line.command,
                &Fuse::never(),
                &mut events,
            );
            verified.events += events.len();
            let difference = match decided {
                Err(Rejection::Blown { .. }) | Ok(()) if events == line.events => None,
                Ok(()) | Err(Rejection::Blown { .. }) => Some(Difference::Events),
                Err(_) => Some(Difference::Refused),
            };
            if let Some(difference) = difference {
                verified.difference = Some((place + 2, difference));
                return;
            }
        }
    });
    Ok(verified)
}
