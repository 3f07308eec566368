//! Another exercise that has the same past and goes its own way from a line on.

use std::path::Path;
use std::sync::Arc;

use crate::engine::command::Command;
use crate::engine::event::Event;
use crate::log;
use crate::log::Contents;
use crate::log::Disk;
use crate::log::Header;
use crate::log::Line;
use crate::log::Log;
use crate::log::LogError;
use crate::session::Clock;
use crate::session::Session;
use crate::session::SessionError;
use crate::session::open::kept_playable;
use crate::text::Words;

/// Where an exercise is forked, and where the new one is kept.
pub struct Fork<'a> {
    pub disk: &'a dyn Disk,
    /// The log that is forked; it stays as it is.
    pub from: &'a Path,
    /// How many of its lines after the header the new one has.
    pub lines: usize,
    /// A path that nothing has yet.
    pub to: &'a Path,
    pub words: Arc<Words>,
    pub clock: Arc<dyn Clock>,
}

impl Session {
    /// Begins an exercise that has the first lines of another. Its header names the line it goes on from, and its log has these
    /// lines too, so that it stands by itself.
    ///
    /// # Errors
    /// If the one log cannot be read or the other not be written.
    pub fn fork(fork: Fork<'_>) -> Result<Self, SessionError> {
        let Fork {
            disk,
            from,
            lines,
            to,
            words,
            clock,
        } = fork;
        let contents = Contents::read(disk, from)?;
        let package = log::kept(disk, from, contents.header().package)?;
        let old = contents.header();
        let header = Header {
            lineage: contents.lineage_at(lines),
            ..Header::new(&old.scenario, &old.title, &package, old.seed)
        };
        let playable = kept_playable(disk, from, header.package)?;
        let names = Arc::clone(&playable.scenario().names);
        let kept: Vec<Line<Command, Event>> = names.scope(|| {
            let lines = contents.lines().take(lines);
            lines.collect::<Result<_, LogError>>()
        })?;
        let mut log = Log::create(disk, to, &header, &package)?;
        for line in &kept {
            names.scope(|| log.append(line, clock.milliseconds()))?;
        }
        drop(log);
        Self::resume(disk, to, words, clock)
    }
}
