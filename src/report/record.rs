//! What a debrief is made from.

use crate::engine::command::Command;
use crate::engine::event::Event;
use crate::model::SeatId;
use crate::script::Playable;
use crate::text::Words;

/// One exercise, as its log has it.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    /// The scenario as played.
    pub playable: &'a Playable,
    /// All events from the beginning, so that an `EventNo` is a place in it.
    pub events: &'a [Event],
    /// The log's lines after its header, in order. Their events are the events above, one after another.
    pub lines: &'a [Entry<'a>],
    pub provenance: &'a Provenance,
    pub words: &'a Words,
}

/// One line of the log.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    pub command: &'a Command,
    /// Why, in the words of whoever gave the command.
    pub rationale: Option<&'a str>,
    /// How many events the command caused.
    pub events: usize,
}

/// Which log a report was made from, so that it can be made again and compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The hash of the log's last line, which stands for everything before it too; empty if there is no log.
    pub log: String,
    /// The hash of the scenario's package.
    pub scenario: String,
    pub seed: u64,
    /// The release that wrote the log.
    pub version: String,
}

/// For whom a debrief is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Viewer {
    /// The seats whose story comes first; none for whoever ran the exercise.
    pub seats: Vec<SeatId>,
    /// Participants are numbered instead of named.
    pub anonymous: bool,
}
