//! Does what the screens ask of the world: sessions, the folder of exercises, the settings file.

mod inquiry;
mod lists;
mod replay;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use crate::author::watch::Preview;
use crate::engine::act::Act;
use crate::engine::command::Command;
use crate::engine::command::Holder;
use crate::lab::whatif::Change;
use crate::log::Disk;
use crate::log::Library;
use crate::model::SeatId;
use crate::report::Debrief;
use crate::report::Viewer;
use crate::session::Ready;
use crate::session::Refusal;
use crate::session::Replay;
use crate::session::Seating;
use crate::session::Session;
use crate::session::Start;
use crate::session::Stop;
use crate::session::SystemClock;
use crate::text::SafeText;
use crate::text::Words;
use crate::tui::debrief::DebriefView;
use crate::tui::desk::inquiry::Inquiry;
use crate::tui::lists::Form;
use crate::tui::request::Ask;
use crate::tui::request::Reply;
use crate::tui::settings::Settings;

/// Where the desk stands: the language, the disk, the folders.
pub struct Place {
    pub words: Arc<Words>,
    pub disk: Arc<dyn Disk>,
    /// One's own exercises; `None` if the system has no place for them.
    pub library: Option<Library>,
    /// The file the settings are kept in.
    pub settings: Option<PathBuf>,
}

/// Does what the screens ask for.
pub struct Desk {
    place: Place,
    session: Option<Session>,
    /// Whose view was asked for last.
    here: Vec<SeatId>,
    people: Vec<SeatId>,
    table: bool,
    /// The scenario that is being written.
    preview: Option<Preview>,
    /// Scenarios loaded already, by key.
    ready: BTreeMap<String, Ready>,
    /// The exercise that is looked back on, and where its log lies.
    replay: Option<(Replay, PathBuf)>,
    inquiry: Option<Inquiry>,
    /// What the last search found, to be seen side by side.
    found: Vec<Change>,
    /// The seats that were asked for a deviation note, by turn: they are asked once.
    asked: BTreeSet<(u16, SeatId)>,
}

impl Desk {
    /// A desk with no exercise on it.
    pub fn new(place: Place) -> Self {
        Self {
            place,
            session: None,
            here: Vec::new(),
            people: Vec::new(),
            table: false,
            preview: None,
            ready: BTreeMap::new(),
            replay: None,
            inquiry: None,
            found: Vec::new(),
            asked: BTreeSet::new(),
        }
    }

    /// The catalogue.
    pub fn words(&self) -> Arc<Words> {
        Arc::clone(&self.place.words)
    }

    /// What the person has chosen about the screens before.
    pub fn settings(&self) -> Settings {
        let path = self.place.settings.as_deref();
        let text = path.and_then(|path| std::fs::read_to_string(path).ok());
        Settings::read(&text.unwrap_or_default())
    }

    /// Takes an exercise that was opened elsewhere.
    pub fn take(&mut self, session: Session, seating: Seating) -> Reply {
        let is_new = session.stop().is_none();
        self.begin(session, seating, is_new)
    }

    /// Does one thing; `None` where nothing has to be said about it.
    pub fn perform(&mut self, ask: Ask) -> Option<Reply> {
        Some(match ask {
            Ask::Lists => Reply::Lists(self.lists()),
            Ask::Seed => Reply::Seed(lists::seed()),
            Ask::Start(form) => self.start(&form),
            Ask::Resume(path) => self.resume(&path),
            Ask::Look(seats) => {
                self.here = seats;
                self.view(Reply::View)
            }
            Ask::Submit(commands) => self.submit(&commands),
            Ask::Check(seat, acts) => self.check(seat, &acts),
            Ask::Proceed => self.proceed(),
            Ask::Why(subject) => {
                let session = self.session.as_ref()?;
                Reply::Why(Box::new(session.why(&self.here, subject)))
            }
            Ask::Debrief => self.debrief()?,
            Ask::Console => Reply::Console(Box::new(self.session.as_ref()?.control())),
            Ask::Replay(ask) => return self.replay(ask),
            Ask::Inquire(which) => return self.inquire(which),
            Ask::Inquired => return self.inquired(),
            Ask::Abandon => {
                self.inquiry = None;
                return None;
            }
            Ask::Control(command) => self.control(&command),
            Ask::Preview(wanted) => {
                let preview = self.preview.as_mut()?;
                preview.go(wanted);
                Reply::Preview(Box::new(preview.shown()))
            }
            Ask::Save(settings) => return self.save(settings),
            Ask::Close => {
                self.session = None;
                return None;
            }
            Ask::Quit => return None,
        })
    }

    /// Takes the preview of a scenario that is being written.
    pub fn watch(&mut self, preview: Preview) -> Reply {
        let shown = Box::new(preview.shown());
        self.preview = Some(preview);
        Reply::Preview(shown)
    }

    fn begin(&mut self, mut session: Session, seating: Seating, is_new: bool) -> Reply {
        if session.stop().is_none()
            && !session.is_paused()
            && let Err(refusal) = session.proceed()
        {
            return Reply::Failed(refusal.words().clone());
        }
        (self.people, self.table) = match seating {
            Seating::Apart(people) => (people, false),
            Seating::Table(people) => (people, true),
        };
        self.asked.clear();
        let turn = turn(&session);
        self.here = if self.table {
            self.people.clone()
        } else {
            let first = turn.or_else(|| self.people.first().copied());
            first.into_iter().collect()
        };
        let view = Box::new(session.view(&self.here));
        self.session = Some(session);
        Reply::Began {
            people: self.people.clone(),
            table: self.table,
            turn,
            is_new,
            view,
        }
    }

    fn start(&mut self, form: &Form) -> Reply {
        let Some(ready) = self.ready.get(&form.scenario).cloned() else {
            return Reply::Failed(self.place.words.say("home-gone"));
        };
        let scenario = ready.playable.scenario();
        let mut holders: Vec<(SeatId, Holder)> = Vec::new();
        for seat in &scenario.seats {
            let bot = form.bots.iter().find(|(bot, _)| *bot == seat.id);
            let by = match bot {
                Some((_, profile)) => Holder::Bot {
                    profile: profile.as_str().into(),
                },
                None => Holder::Person {
                    name: seat.title.as_str().to_owned(),
                },
            };
            holders.push((seat.id, by));
        }
        let words = &self.place.words;
        let Some(library) = &self.place.library else {
            return Reply::Failed(words.say("cli-no-home"));
        };
        let id = &scenario.about.id;
        let path = match library.free_path(id, lists::seconds_now(), form.seed) {
            Ok(path) => path,
            Err(error) => return Reply::Failed(error.words(words)),
        };
        let session = Session::start(Start {
            ready: &ready,
            seed: form.seed,
            holders,
            log: Some((self.place.disk.as_ref(), &path)),
            words: Arc::clone(words),
            clock: Arc::new(SystemClock),
        });
        match session {
            Ok(session) => {
                let seating = if form.table {
                    Seating::Table(form.people.clone())
                } else {
                    Seating::Apart(form.people.clone())
                };
                self.begin(session, seating, true)
            }
            Err(error) => Reply::Failed(error.words(words)),
        }
    }

    fn resume(&mut self, path: &Path) -> Reply {
        let words = Arc::clone(&self.place.words);
        let clock = Arc::new(SystemClock);
        match Session::resume(self.place.disk.as_ref(), path, words, clock) {
            Ok(session) => {
                let people = session.people();
                self.begin(session, Seating::Apart(people), false)
            }
            Err(error) => Reply::Failed(error.words(&self.place.words)),
        }
    }

    fn view(&self, reply: impl Fn(Box<crate::engine::view::SeatView>) -> Reply) -> Reply {
        match &self.session {
            Some(session) => reply(Box::new(session.view(&self.here))),
            None => Reply::Failed(self.place.words.say("home-gone")),
        }
    }

    fn submit(&mut self, commands: &[(Command, Option<String>)]) -> Reply {
        if let Some(session) = &mut self.session {
            // Whoever owes a note is asked for it once, and before anything is sealed.
            let turn = session.truth().turn();
            for (command, rationale) in commands {
                if let Some(norm) = session.owes_note(command, rationale.as_deref())
                    && let Command::Seal { seat, .. } = command
                    && self.asked.insert((turn, *seat))
                {
                    let words = &self.place.words;
                    let norm = words.say(norm.key());
                    let why = words.fill("play-deviation", &[("norm", norm.into())]);
                    return refused(&Refusal::Rejected(why));
                }
            }
            for (command, rationale) in commands {
                let rationale = rationale.as_deref().unwrap_or_default();
                if let Err(refusal) = session.submit(command, Some(rationale)) {
                    return refused(&refusal);
                }
            }
        }
        self.view(Reply::Submitted)
    }

    fn check(&self, seat: SeatId, acts: &[Act]) -> Reply {
        let session = self.session.as_ref();
        Reply::Checked(session.and_then(|session| session.check(seat, acts).err()))
    }

    fn proceed(&mut self) -> Reply {
        let Some(session) = &mut self.session else {
            return Reply::Failed(self.place.words.say("home-gone"));
        };
        if let Err(refusal) = session.proceed() {
            return refused(&refusal);
        }
        let turn = turn(session);
        self.view(|view| Reply::Proceeded { turn, view })
    }

    fn debrief(&self) -> Option<Reply> {
        let session = self.session.as_ref()?;
        let viewer = Viewer {
            seats: self.people.clone(),
            anonymous: false,
        };
        let debrief = Debrief::of_session(session, &viewer);
        let view = DebriefView::of(&debrief, &self.place.words);
        Some(Reply::Debrief(Box::new(view)))
    }

    fn control(&mut self, command: &Command) -> Reply {
        if let Some(session) = &mut self.session
            && let Err(refusal) = session.submit(command, None)
        {
            return refused(&refusal);
        }
        self.view(Reply::View)
    }

    fn save(&self, settings: Settings) -> Option<Reply> {
        let path = self.place.settings.as_deref()?;
        let written = path
            .parent()
            .map_or(Ok(()), std::fs::create_dir_all)
            .and_then(|()| std::fs::write(path, settings.write()));
        let error = written.err()?;
        let why = SafeText::line(&error.to_string());
        let text = self
            .place
            .words
            .fill("home-not-saved", &[("why", why.into())]);
        Some(Reply::Failed(text))
    }
}

fn refused(refusal: &Refusal) -> Reply {
    match refusal {
        Refusal::Rejected(words) => Reply::Refused(words.clone()),
        Refusal::Broken(words, _) => Reply::Failed(words.clone()),
    }
}

/// In an exercise in which seats seal one after another, the seat whose turn it is.
fn turn(session: &Session) -> Option<SeatId> {
    match session.stop() {
        Some(Stop::Commit(turn)) => turn,
        _ => None,
    }
}
