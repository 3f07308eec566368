//! Starting an exercise, and opening one again.

use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use crate::diag::Diagnostic;
use crate::diag::Sources;
use crate::engine::State;
use crate::engine::apply;
use crate::engine::command::Command;
use crate::engine::command::Holder;
use crate::engine::event::Event;
use crate::engine::event::What;
use crate::log;
use crate::log::Contents;
use crate::log::Disk;
use crate::log::Ending;
use crate::log::Hash;
use crate::log::Header;
use crate::log::Line;
use crate::log::Log;
use crate::log::LogError;
use crate::model::SeatId;
use crate::scenario;
use crate::scenario::Package;
use crate::script::Playable;
use crate::session::Session;
use crate::session::SessionError;
use crate::text::Words;

/// Wall time, which lies beside the log and never in it.
pub trait Clock: Send + Sync {
    /// Milliseconds since 1970.
    fn milliseconds(&self) -> u64;
}

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn milliseconds(&self) -> u64 {
        let since = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }
}

/// A scenario that can be played, with the files it was made from.
#[derive(Clone)]
pub struct Ready {
    pub playable: Arc<Playable>,
    pub package: Package,
}

/// Loads a package for play; the diagnostics come along, warnings too.
///
/// # Errors
/// If the scenario has errors: all its diagnostics.
pub fn ready(package: Package) -> (Option<Ready>, Vec<Diagnostic>, Sources) {
    let opened = scenario::open(&package);
    let ready = opened.playable.map(|playable| Ready {
        playable: Arc::new(playable),
        package,
    });
    (ready, opened.diagnostics, opened.sources)
}

/// How an exercise begins.
pub struct Start<'a> {
    pub ready: &'a Ready,
    pub seed: u64,
    /// Who holds each seat; one that is left out is held by a person without a name.
    pub holders: Vec<(SeatId, Holder)>,
    /// The disk and the path of the log; `None` keeps the exercise nowhere.
    pub log: Option<(&'a dyn Disk, &'a Path)>,
    pub words: Arc<Words>,
    pub clock: Arc<dyn Clock>,
}

impl Session {
    /// Begins an exercise: the log is made and the seats are filled; `StartEx` comes with the first `Advance`.
    ///
    /// # Errors
    /// If the log cannot be written.
    pub fn start(start: Start<'_>) -> Result<Self, SessionError> {
        let Start {
            ready,
            seed,
            holders,
            log,
            words,
            clock,
        } = start;
        let about = &ready.playable.scenario().about;
        let header = Header::new(&about.id, about.title.as_str(), &ready.package, seed);
        let log = log
            .map(|(disk, path)| Log::create(disk, path, &header, &ready.package))
            .transpose()?;
        let mut session = Self {
            state: State::new(ready.playable.scenario(), seed),
            playable: Arc::clone(&ready.playable),
            words,
            clock,
            header,
            events: Vec::new(),
            lines: Vec::new(),
            log,
            recovered: None,
            looked_at: None,
            left_out: None,
        };
        for (seat, by) in holders {
            session.submit(&Command::Fill { seat, by }, None)?;
        }
        Ok(session)
    }

    /// Opens an exercise again: every line of its log is there, acknowledged or not.
    ///
    /// # Errors
    /// If the log is in use, damaged, or its scenario is missing.
    pub fn resume(
        disk: &dyn Disk,
        path: &Path,
        words: Arc<Words>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, SessionError> {
        let opened = Log::open(disk, path)?;
        let mut session = Self::read(disk, path, &opened.contents, words, clock)?;
        session.log = Some(opened.log);
        session.recovered = opened.recovered;
        Ok(session)
    }

    /// Opens an exercise to look at, and to write no more: for reports and replays, also of a damaged log's whole lines.
    ///
    /// # Errors
    /// If nothing of the log can be read, or its scenario is missing.
    pub fn look(disk: &dyn Disk, path: &Path, words: Arc<Words>) -> Result<Self, SessionError> {
        let contents = Contents::read(disk, path)?;
        Self::read(disk, path, &contents, words, Arc::new(SystemClock))
    }

    fn read(
        disk: &dyn Disk,
        path: &Path,
        contents: &Contents,
        words: Arc<Words>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, SessionError> {
        let header = contents.header().clone();
        let playable = kept_playable(disk, path, header.package)?;
        let names = Arc::clone(&playable.scenario().names);
        let lines: Vec<Line<Command, Event>> =
            names.scope(|| contents.lines().collect::<Result<_, LogError>>())?;
        let mut state = State::new(playable.scenario(), header.seed);
        let events: Vec<Event> = lines
            .iter()
            .flat_map(|line| line.events.iter().cloned())
            .collect();
        let turns = playable.scenario().turns.len();
        let fits = |event: &Event| match event.what {
            What::Entered { turn, .. } => usize::from(turn) < turns,
            _ => true,
        };
        if !events.iter().all(fits) {
            return Err(SessionError::Unfit {
                path: path.to_owned(),
            });
        }
        for event in &events {
            apply(&mut state, event);
        }
        Ok(Self {
            playable,
            words,
            clock,
            header,
            state,
            events,
            lines,
            log: None,
            recovered: None,
            looked_at: Some(contents.lineage()),
            left_out: match contents.ending() {
                Ending::Damaged { line, damage } => Some((line, damage)),
                Ending::Whole | Ending::Torn { .. } => None,
            },
        })
    }
}

/// The scenario as played, from beside its log.
pub(super) fn kept_playable(
    disk: &dyn Disk,
    path: &Path,
    hash: Hash,
) -> Result<Arc<Playable>, SessionError> {
    let opened = scenario::open(&log::kept(disk, path, hash)?);
    let playable = opened.playable.ok_or_else(|| SessionError::Scenario {
        path: path.to_owned(),
    })?;
    Ok(Arc::new(playable))
}
