//! What a debrief is made from.

use crate::engine::command::Command;
use crate::engine::event::Event;
use crate::log::Line;
use crate::model::SeatId;
use crate::script::Playable;
use crate::session::Session;
use crate::text::Words;

/// One exercise, as its log has it.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    /// The scenario as played.
    pub playable: &'a Playable,
    /// All events from the beginning, so that an `EventNo` is a place in it.
    pub events: &'a [Event],
    /// The log's lines after its header, in order. Their events are the events above, one after another.
    pub lines: &'a [Line<Command, Event>],
    pub provenance: &'a Provenance,
    pub words: &'a Words,
}

impl<'a> Record<'a> {
    /// The record of an exercise in play or only looked at.
    pub fn of(session: &'a Session, provenance: &'a Provenance) -> Self {
        Self {
            playable: session.playable(),
            events: session.events(),
            lines: session.lines(),
            provenance,
            words: session.words(),
        }
    }
}

/// Which log a report was made from, so that it can be made again and compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The hash of the log's last line, which stands for everything before it too; empty if there is no log.
    pub log: String,
    /// The number of that line.
    pub lines: u32,
    /// The hash and number of another log's line that this exercise was forked from; empty if it was not.
    pub parent: String,
    /// The hash of the scenario's package.
    pub scenario: String,
    pub seed: u64,
    /// The release that wrote the log.
    pub version: String,
}

impl Provenance {
    /// The provenance of an exercise, up to its last line.
    pub fn of(session: &Session) -> Self {
        let header = session.header();
        let lineage = session.lineage();
        Self {
            log: lineage
                .as_ref()
                .map(|last| last.hash.to_string())
                .unwrap_or_default(),
            lines: lineage.map_or(0, |last| last.line),
            parent: header
                .lineage
                .as_ref()
                .map(|parent| format!("{}, {}", parent.hash, parent.line))
                .unwrap_or_default(),
            scenario: header.package.to_string(),
            seed: header.seed,
            version: header.version.clone(),
        }
    }
}

/// For whom a debrief is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Viewer {
    /// The seats whose story comes first; none for whoever ran the exercise.
    pub seats: Vec<SeatId>,
    /// Participants are numbered instead of named.
    pub anonymous: bool,
}
