//! `demarche watch`: a scenario in play while it is written.
//!
//! A [`Preview`] plays the scenario with a bot on every seat and keeps nothing on the disk. When the files change it reads
//! them again and gives the new scenario the commands of the old one, as far as they hold: so it stays where it was in the
//! exercise, and says what it could not keep. While the files have mistakes, the last good preview stays.

mod replay;
mod saved;
mod shown;

pub use saved::Saved;
pub use saved::WatchError;
pub use shown::InjectLine;
pub use shown::Problem;
pub use shown::Shown;
pub use shown::Told;

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use crate::author::check::check;
use crate::bots;
use crate::diag::Diagnostic;
use crate::diag::Sources;
use crate::engine::command::Command;
use crate::engine::command::Holder;
use crate::engine::event::What;
use crate::model::InjectId;
use crate::model::SeatId;
use crate::scenario;
use crate::session::Ready;
use crate::session::Session;
use crate::session::Start;
use crate::session::Stop;
use crate::session::SystemClock;
use crate::text::SafeText;
use crate::text::Words;

/// The seed a preview begins with.
const SEED: u64 = 1;
/// The most stops looked at in search of an inject: more turns than any scenario has, twice over.
const FARTHEST: usize = 1000;

/// What the person at the preview wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The next place at which people would decide or read.
    Next,
    /// The place before.
    Back,
    /// Where an inject comes.
    Jump(InjectId),
    /// An inject now, whatever its own conditions say.
    Fire(InjectId),
    /// The next seat's eyes.
    Seat,
    /// Other luck, from the beginning to the same place.
    Reseed,
    /// The files again.
    Reload,
}

/// A scenario in play while it is written.
pub struct Preview {
    path: PathBuf,
    words: Arc<Words>,
    /// The last scenario that could be played.
    playing: Option<Playing>,
    seed: u64,
    /// The files as they were read last.
    hash: String,
    diagnostics: Vec<Diagnostic>,
    sources: Sources,
    is_broken: bool,
    /// Whose eyes, by place in the roster.
    seat: usize,
    /// What could not be kept, or done.
    notes: Vec<SafeText>,
    reloads: usize,
}

/// An exercise that nobody keeps.
struct Playing {
    ready: Ready,
    session: Session,
    /// How many commands had been given at each stop so far.
    stops: Vec<usize>,
}

impl Preview {
    /// Reads a scenario and begins it, if it can be played.
    pub fn open(path: &Path, words: Arc<Words>) -> Self {
        let mut preview = Self {
            path: path.to_owned(),
            words,
            playing: None,
            seed: SEED,
            hash: String::new(),
            diagnostics: Vec::new(),
            sources: Sources::new(),
            is_broken: true,
            seat: 0,
            notes: Vec::new(),
            reloads: 0,
        };
        preview.reload();
        preview
    }

    /// Does what the person wants; what it could not do it says in its notes.
    pub fn go(&mut self, wanted: Move) {
        match wanted {
            Move::Reload => {
                self.reload();
                return;
            }
            _ => self.notes.clear(),
        }
        let Some(playing) = &mut self.playing else {
            return;
        };
        match wanted {
            Move::Next => {
                if let Err(why) = playing.next() {
                    self.notes.push(why);
                }
            }
            Move::Back => {
                let stop = playing.stops.len().saturating_sub(2);
                self.return_to(stop);
            }
            Move::Jump(inject) => self.jump(inject),
            Move::Fire(inject) => {
                if let Err(refusal) = playing.session.submit(&Command::Fire { inject }, None) {
                    self.notes.push(refusal.words().clone());
                } else if let Some(last) = playing.stops.last_mut() {
                    *last = playing.session.lines().len();
                }
            }
            Move::Seat => {
                self.seat = (self.seat + 1) % playing.session.scenario().seats.len().max(1);
            }
            Move::Reseed => self.reseed(),
            Move::Reload => {}
        }
    }

    /// Everything that screens show of it.
    pub fn shown(&self) -> Shown {
        Shown::of(self)
    }

    /// What is wrong with the files as they were read last.
    pub fn diagnostics(&self) -> (&[Diagnostic], &Sources) {
        (&self.diagnostics, &self.sources)
    }

    /// Reads the files again and goes to where it was, if they have changed.
    fn reload(&mut self) {
        let package = scenario::load(&self.path);
        let hash = package.hash();
        if self.reloads > 0 && hash == self.hash {
            return;
        }
        self.hash = hash;
        self.reloads += 1;
        let checked = check(&package);
        (self.diagnostics, self.sources) = (checked.diagnostics, checked.sources);
        self.is_broken = checked.playable.is_none();
        let Some(playable) = checked.playable else {
            return;
        };
        let ready = Ready { playable, package };
        self.notes.clear();
        let fresh = match &self.playing {
            Some(old) => {
                let carried = replay::carry(old, ready, self.seed, &self.words);
                carried.map(|(fresh, notes)| {
                    self.notes = notes;
                    fresh
                })
            }
            None => Playing::begin(ready, self.seed, &self.words),
        };
        match fresh {
            Ok(fresh) => self.playing = Some(fresh),
            Err(why) => self.notes.push(why),
        }
        let seats = self
            .playing
            .as_ref()
            .map_or(0, |playing| playing.session.scenario().seats.len());
        self.seat = self.seat.min(seats.saturating_sub(1));
    }

    fn return_to(&mut self, stop: usize) {
        let Some(playing) = &self.playing else { return };
        match playing.again_to(stop, &self.words) {
            Ok(again) => self.playing = Some(again),
            Err(why) => self.notes.push(why),
        }
    }

    fn jump(&mut self, inject: InjectId) {
        let Some(playing) = &mut self.playing else {
            return;
        };
        let title = playing.session.scenario().injects[inject.index()]
            .title
            .clone();
        if let Some(stop) = playing.stop_of(inject) {
            self.return_to(stop);
            return;
        }
        let here = playing.stops.len();
        for _ in 0..FARTHEST {
            if playing.next().is_err() {
                break;
            }
            if playing.stop_of(inject).is_some() {
                return;
            }
        }
        self.return_to(here.saturating_sub(1));
        self.notes.push(
            self.words
                .fill("watch-never-comes", &[("title", title.into())]),
        );
    }

    fn reseed(&mut self) {
        let Some(playing) = &self.playing else { return };
        self.seed = self.seed.wrapping_add(1);
        let far = playing.stops.len();
        match Playing::begin(playing.ready.clone(), self.seed, &self.words) {
            Ok(mut fresh) => {
                while fresh.stops.len() < far && fresh.next().is_ok() {}
                self.playing = Some(fresh);
                let seed = i64::try_from(self.seed).unwrap_or(i64::MAX);
                self.notes
                    .push(self.words.fill("watch-reseeded", &[("seed", seed.into())]));
            }
            Err(why) => self.notes.push(why),
        }
    }
}

impl Playing {
    /// Begins an exercise with a bot on every seat, and goes to its first stop.
    fn begin(ready: Ready, seed: u64, words: &Arc<Words>) -> Result<Self, SafeText> {
        let mut playing = Self::blank(ready, seed, words)?;
        playing.next()?;
        Ok(playing)
    }

    /// An exercise that has not begun.
    fn blank(ready: Ready, seed: u64, words: &Arc<Words>) -> Result<Self, SafeText> {
        let standard = bots::standard();
        let seats = ready.playable.scenario().seats.iter().enumerate();
        let holders: Vec<(SeatId, Holder)> = seats
            .map(|(place, seat)| {
                let usual = standard[place % standard.len()];
                let profile = seat.bot.as_deref().unwrap_or(usual).to_owned();
                (
                    seat.id,
                    Holder::Bot {
                        profile: profile.into(),
                    },
                )
            })
            .collect();
        let session = Session::start(Start {
            ready: &ready,
            seed,
            holders,
            log: None,
            words: Arc::clone(words),
            clock: Arc::new(SystemClock),
        });
        let session = session.map_err(|error| error.words(words))?;
        Ok(Self {
            ready,
            session,
            stops: Vec::new(),
        })
    }

    /// Goes on to the next stop.
    fn next(&mut self) -> Result<(), SafeText> {
        if self.session.is_over() {
            return Err(self.session.words().say("watch-is-over"));
        }
        self.session
            .proceed()
            .map_err(|refusal| refusal.words().clone())?;
        // What the bots seal here stands before what is shown, so that their choices are seen with the open decisions.
        if matches!(self.session.stop(), Some(Stop::Commit(_))) {
            self.session
                .seal_bots()
                .map_err(|refusal| refusal.words().clone())?;
        }
        self.stops.push(self.session.lines().len());
        Ok(())
    }

    /// The same exercise up to one of its stops.
    fn again_to(&self, stop: usize, words: &Arc<Words>) -> Result<Self, SafeText> {
        let stop = stop.min(self.stops.len().saturating_sub(1));
        let commands = self.stops.get(stop).copied().unwrap_or(0);
        let mut again = Self::blank(self.ready.clone(), self.session.header().seed, words)?;
        let given = again.session.lines().len();
        for line in self.session.lines().iter().take(commands).skip(given) {
            let submitted = again
                .session
                .submit(&line.command, line.rationale.as_deref());
            submitted.map_err(|refusal| refusal.words().clone())?;
        }
        again.stops = self.stops[..=stop].to_vec();
        Ok(again)
    }

    /// The first stop at which an inject has come.
    fn stop_of(&self, inject: InjectId) -> Option<usize> {
        let delivers =
            |what: &What| matches!(what, What::Delivered { inject: one, .. } if *one == inject);
        let mut lines = self.session.lines().iter();
        let line = lines.position(|line| line.events.iter().any(|event| delivers(&event.what)))?;
        self.stops.iter().position(|commands| line < *commands)
    }
}
