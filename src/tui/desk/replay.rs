//! Looks back on an exercise, and begins another from the middle of it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::engine::command::Command;
use crate::engine::command::Holder;
use crate::engine::view::SeatView;
use crate::model::SeatId;
use crate::session::Fork;
use crate::session::Replay;
use crate::session::Seating;
use crate::session::Session;
use crate::session::SessionError;
use crate::session::SystemClock;
use crate::tui::desk::Desk;
use crate::tui::desk::lists;
use crate::tui::replay::ReplayView;
use crate::tui::request::ReplayAsk;
use crate::tui::request::Reply;

impl Desk {
    /// Looks back on an exercise that was opened elsewhere.
    pub fn look_back(&mut self, session: Session, path: PathBuf, seat: Option<SeatId>) -> Reply {
        self.replay = Some((Replay::new(session), path));
        self.through(seat)
            .unwrap_or_else(|| Reply::Failed(self.place.words.say("home-gone")))
    }

    pub(super) fn replay(&mut self, ask: ReplayAsk) -> Option<Reply> {
        match ask {
            ReplayAsk::Open => Some(self.open()),
            ReplayAsk::Through(seat) => self.through(seat),
            ReplayAsk::Look { place, seat } => {
                let (replay, _) = self.replay.as_ref()?;
                Some(Reply::Moment(Box::new(moment(replay, place, seat))))
            }
            ReplayAsk::Why {
                place,
                seat,
                subject,
            } => {
                let (replay, _) = self.replay.as_ref()?;
                Some(Reply::Why(Box::new(replay.why(place, seat, subject))))
            }
            ReplayAsk::Cause { place, seat } => {
                let (replay, _) = self.replay.as_ref()?;
                Some(Reply::Why(Box::new(replay.cause(place, seat)?)))
            }
            ReplayAsk::Fork { place, seat } => Some(self.fork(place, seat)),
            ReplayAsk::Close => {
                self.replay = None;
                let session = self.session.as_ref();
                Some(Reply::Closed(
                    session.map(|session| Box::new(session.view(&self.here))),
                ))
            }
        }
    }

    /// The exercise that is on, from its log.
    fn open(&mut self) -> Reply {
        let words = &self.place.words;
        let path = self.session.as_ref().and_then(Session::path);
        let Some(path) = path.map(ToOwned::to_owned) else {
            return Reply::Failed(words.say("replay-no-file"));
        };
        match Session::look(self.place.disk.as_ref(), &path, Arc::clone(words)) {
            Ok(session) => self.look_back(session, path, None),
            Err(error) => Reply::Failed(error.words(words)),
        }
    }

    fn through(&self, seat: Option<SeatId>) -> Option<Reply> {
        let (replay, _) = self.replay.as_ref()?;
        let seats = replay.session().scenario().seats.iter();
        let damage = replay.session().damage().map(|(line, damage)| {
            let words = &self.place.words;
            let args = [
                ("line", line.into()),
                ("damage", damage.words(words).into()),
            ];
            words.fill("replay-damaged", &args)
        });
        let view = ReplayView {
            damage: damage.unwrap_or_default(),
            entries: replay.entries(seat),
            turns: replay.marks(),
            seats: seats.map(|seat| (seat.id, seat.title.clone())).collect(),
            seat,
        };
        Some(Reply::Replay(Box::new(view)))
    }

    fn fork(&mut self, place: usize, seat: Option<SeatId>) -> Reply {
        let words = Arc::clone(&self.place.words);
        let (Some((replay, from)), Some(library)) = (&self.replay, &self.place.library) else {
            return Reply::Failed(words.say("cli-no-home"));
        };
        let header = replay.session().header();
        let path = library.free_path(&header.scenario, lists::seconds_now(), header.seed);
        let forked = path.map_err(SessionError::from).and_then(|path| {
            Session::fork(Fork {
                disk: self.place.disk.as_ref(),
                from,
                lines: replay.lines_at(place),
                to: &path,
                words: Arc::clone(&words),
                clock: Arc::new(SystemClock),
            })
        });
        let mut session = match forked {
            Ok(session) => session,
            Err(error) => return Reply::Failed(error.words(&words)),
        };
        // Somebody has to play it.
        let first = session.scenario().seats.first().map(|seat| seat.id);
        let seat = seat.or(first.filter(|_| session.people().is_empty()));
        if let Some(seat) = seat.filter(|seat| !session.people().contains(seat)) {
            let title = &session.scenario().seats[seat.index()].title;
            let by = Holder::Person {
                name: title.as_str().to_owned(),
            };
            if let Err(refusal) = session.submit(&Command::Fill { seat, by }, None) {
                return Reply::Failed(refusal.words().clone());
            }
        }
        self.replay = None;
        let people = session.people();
        self.begin(session, Seating::Apart(people), false)
    }
}

/// What was known then; by nobody in particular for one who sees all, and without what a seat had left to spend.
fn moment(replay: &Replay, place: usize, seat: Option<SeatId>) -> SeatView {
    let mut view = replay.view(place, seat);
    view.purses.clear();
    if seat.is_none() {
        view.roles.clear();
    }
    view
}
