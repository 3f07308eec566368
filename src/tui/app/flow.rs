//! What follows from a request or a reply: which screen comes next, and whose turn at it is.

use ratatui::layout::Rect;

use crate::author::watch::Shown;
use crate::engine::command::Command;
use crate::engine::event::Step;
use crate::engine::view::SeatView;
use crate::model::SeatId;
use crate::text::Arg;
use crate::tui::app::App;
use crate::tui::app::World;
use crate::tui::draft::Draft;
use crate::tui::request::Ask;
use crate::tui::request::Reply;
use crate::tui::request::Request;
use crate::tui::scene;
use crate::tui::screen::Layer;
use crate::tui::screen::Screen;
use crate::tui::screen::briefing::Briefing;
use crate::tui::screen::console::Console;
use crate::tui::screen::curtain::Curtain;
use crate::tui::screen::debrief::Debrief;
use crate::tui::screen::decision::Decision;
use crate::tui::screen::plan::Plan;
use crate::tui::screen::replay::Replay;
use crate::tui::screen::reveal::Reveal;
use crate::tui::screen::room::Room;
use crate::tui::screen::watch::Watch;
use crate::tui::screen::whatif::WhatIf;
use crate::tui::screen::why::Why;

impl World {
    /// The seats that look at the screen now.
    fn here(&self) -> Vec<SeatId> {
        if self.table {
            return self.people.clone();
        }
        self.people.get(self.at).copied().into_iter().collect()
    }

    /// Whom the screen must go to before the exercise can go on.
    pub(super) fn next_seat(&self) -> Option<SeatId> {
        if self.table || self.people.len() < 2 {
            return None;
        }
        let here = self.people.get(self.at).copied();
        if self.view.step == Step::Commit && self.turn.is_some() {
            return self.turn.filter(|turn| Some(*turn) != here);
        }
        let waits = |seat: SeatId| {
            if self.view.step == Step::Commit && self.view.ending.is_none() {
                let mut table = self.view.table.iter();
                table.any(|holder| holder.seat == seat && !holder.has_sealed)
            } else {
                !self.seen.contains(&seat)
            }
        };
        let mut people = self.people.iter().copied();
        people.find(|seat| Some(*seat) != here && waits(*seat))
    }

    fn has_sealed(&self) -> bool {
        self.scene(Rect::ZERO).has_sealed()
    }
}

impl App {
    /// Does what a screen wants, as far as it is the application's to do.
    pub(super) fn follow(&mut self, request: Request) -> Vec<Ask> {
        match request {
            Request::Back => self.back(),
            Request::Open(screen) => {
                let mut screen = *screen;
                if let Screen::Boards(boards) = &mut screen {
                    boards.reopen(self.board);
                }
                self.screens.push(screen);
            }
            Request::Toggle(seat, act) => {
                if !self.is_locked() {
                    self.world.draft.toggle(seat, act);
                    let world = &mut self.world;
                    world.draft.leave_orphans(&world.view, seat);
                    return self.check(seat);
                }
            }
            Request::Answer {
                seat,
                others,
                choice,
            } => {
                if !self.is_locked() {
                    self.world.draft.answer(seat, &others, choice);
                    if choice.is_some() {
                        self.next_question();
                    }
                    return self.check(seat);
                }
            }
            Request::Rationale(seat, text) => {
                self.world.draft.explain(seat, text);
                self.back();
            }
            Request::Seal => return self.seal(),
            Request::Withdraw => return self.withdraw(),
            Request::GoOn => return self.go_on(),
            Request::Lift => return self.lift(),
            Request::Run(msg) => {
                self.back();
                return self.happen(msg);
            }
            Request::Abandon => {
                self.back();
                return vec![Ask::Abandon];
            }
            Request::Leave => return self.leave(),
            Request::Set(settings) => {
                self.world.settings = settings;
                self.world.retheme();
                return vec![Ask::Save(settings)];
            }
            Request::Say(text) => self.message = Some((text, true)),
            Request::Ask(ask) => {
                // A note is written in a field, which is done with it.
                if matches!((&ask, self.top()), (Ask::Control(_), Screen::Field(_))) {
                    self.back();
                }
                return vec![ask];
            }
        }
        Vec::new()
    }

    /// Takes in what came back.
    pub fn reply(&mut self, reply: Reply) -> Vec<Ask> {
        self.dirty = true;
        match reply {
            Reply::Lists(lists) => self.world.lists = lists,
            Reply::Seed(seed) => {
                self.world.lists.seed = seed;
                if let Some(Screen::Seats(seats)) = self.screens.last_mut() {
                    seats.reseed(seed);
                }
            }
            Reply::Began {
                people,
                table,
                turn,
                is_new,
                view,
            } => {
                let first = people.iter().position(|seat| Some(*seat) == turn);
                self.world.people = people;
                self.world.table = table;
                self.world.turn = turn;
                self.world.at = first.unwrap_or(0);
                self.world.is_on = true;
                self.world.seen.clear();
                self.world.briefed.clear();
                // Whoever comes back to an exercise has read the role card.
                if !is_new {
                    self.world.briefed.extend(&self.world.people);
                }
                self.screens.truncate(1);
                return self.arrive(*view);
            }
            Reply::View(view) => {
                if matches!(self.top(), Screen::Curtain(_)) {
                    return self.arrive(*view);
                }
                self.take(*view);
                if self.console().is_some() {
                    return vec![Ask::Console];
                }
            }
            Reply::Submitted(view) => {
                self.take(*view);
                let key = if self.world.has_sealed() {
                    "play-is-sealed"
                } else {
                    "play-is-withdrawn"
                };
                self.message = Some((self.world.words.say(key), false));
            }
            Reply::Proceeded { turn, view } => {
                if view.step != Step::Reveal {
                    self.world.seen.clear();
                }
                self.world.turn = turn;
                let here = self.world.here();
                if let Some(seat) = turn.filter(|seat| !here.contains(seat)) {
                    self.take(*view);
                    self.screens.truncate(1);
                    self.screens.push(Screen::Curtain(Curtain::new(seat)));
                    return Vec::new();
                }
                return self.arrive(*view);
            }
            Reply::Checked(refusal) => self.world.draft.refusal = refusal,
            Reply::Refused(why) => {
                let text = self
                    .world
                    .words
                    .fill("play-refused", &[("why", Arg::from(why))]);
                self.message = Some((text, true));
            }
            Reply::Why(view) => self.screens.push(Screen::Why(Why::new(*view))),
            Reply::Debrief(view) => {
                self.screens.truncate(1);
                self.screens.push(Screen::Debrief(Debrief::new(*view)));
            }
            Reply::Console(view) => match self.console() {
                Some(console) => console.refresh(*view),
                None => self.screens.push(Screen::Console(Console::new(*view))),
            },
            Reply::Preview(shown) => self.preview(shown),
            Reply::Replay(view) => {
                if let Some(Screen::Replay(replay)) = self.screens.last_mut() {
                    return replay.look_through(*view).into_iter().collect();
                }
                let replay = Replay::new(*view);
                let look = replay.look();
                self.screens.push(Screen::Replay(replay));
                return look.into_iter().collect();
            }
            Reply::Moment(view) => self.world.view = *view,
            Reply::Closed(view) => {
                self.back();
                self.world.view = view.map_or_else(scene::nothing, |view| *view);
                if !self.world.is_on {
                    return vec![Ask::Lists];
                }
            }
            Reply::Inquiry(inquiry) => match self.screens.last_mut() {
                Some(Screen::WhatIf(whatif)) if whatif.is_waiting() => whatif.take(inquiry),
                _ => self.screens.push(Screen::WhatIf(WhatIf::new(inquiry))),
            },
            Reply::Failed(text) => self.message = Some((text, true)),
        }
        Vec::new()
    }

    pub(super) fn pause(&mut self) -> Vec<Ask> {
        let command = if self.world.view.paused {
            Command::Resume
        } else {
            Command::Pause
        };
        vec![Ask::Control(command)]
    }

    fn console(&mut self) -> Option<&mut Console> {
        self.screens.iter_mut().find_map(|screen| match screen {
            Screen::Console(console) => Some(console),
            _ => None,
        })
    }

    /// The preview shows something else; its seat's view is what the lines around the screen tell of.
    fn preview(&mut self, shown: Box<Shown>) {
        if let Some(view) = &shown.view {
            self.take(view.as_ref().clone());
        }
        let open = self.screens.iter_mut().find_map(|screen| match screen {
            Screen::Watch(watch) => Some(watch),
            _ => None,
        });
        match open {
            Some(watch) => watch.refresh(shown),
            None => self.screens.push(Screen::Watch(Watch::new(shown))),
        }
    }

    fn back(&mut self) {
        self.remember();
        if self.screens.len() > 1 {
            self.screens.pop();
        }
    }

    /// Which board was looked at last, for the next time.
    fn remember(&mut self) {
        for screen in &self.screens {
            if let Screen::Boards(boards) = screen {
                self.board = boards.word();
            }
        }
    }

    /// The view is another one; whatever screen is open stays.
    fn take(&mut self, view: SeatView) {
        self.world.draft.meet(&view);
        self.world.view = view;
        let scene = self.world.scene(self.size);
        for screen in &mut self.screens {
            screen.meet(&scene);
        }
    }

    /// Shows the screen that the step of the exercise asks for.
    fn arrive(&mut self, view: SeatView) -> Vec<Ask> {
        self.remember();
        let here = self.world.here();
        let seats =
            |view: &SeatView| -> Vec<SeatId> { view.roles.iter().map(|role| role.seat).collect() };
        let same = seats(&self.world.view) == seats(&view);
        let room = self
            .screens
            .iter()
            .position(|screen| matches!(screen, Screen::Room(_)))
            .filter(|_| same);
        self.screens.truncate(room.map_or(1, |place| place + 1));
        self.take(view);
        if self.world.view.ending.is_some() && self.world.view.step == Step::Note {
            return vec![Ask::Debrief];
        }
        if room.is_none() {
            let room = Room::new(&self.world.scene(self.size));
            self.screens.push(Screen::Room(room));
        }
        if self.world.view.step == Step::Reveal {
            self.world.seen.extend(&here);
            self.screens.push(Screen::Reveal(Reveal::default()));
        }
        if !here.iter().all(|seat| self.world.briefed.contains(seat)) {
            self.world.briefed.extend(&here);
            self.screens.push(Screen::Briefing(Briefing::default()));
        }
        Vec::new()
    }

    /// Once a question is answered: the next one, or the plan.
    fn next_question(&mut self) {
        if !matches!(self.top(), Screen::Decision(_)) {
            return;
        }
        self.back();
        let scene = self.world.scene(self.size);
        let mut open = scene.view.decisions.iter();
        let next = open.find(|decision| scene.draft.answered(decision).is_none());
        let screen = match next {
            Some(decision) => Screen::Decision(Decision::new(decision.decision, &scene)),
            None => Screen::Plan(Plan::default()),
        };
        self.screens.push(screen);
    }

    /// What is sealed is not changed in passing.
    fn is_locked(&mut self) -> bool {
        let key = if self.world.view.step != Step::Commit || self.world.view.ending.is_some() {
            "play-not-now"
        } else if self.world.has_sealed() {
            "play-withdraw-first"
        } else {
            return false;
        };
        self.message = Some((self.world.words.say(key), true));
        true
    }

    fn check(&mut self, seat: SeatId) -> Vec<Ask> {
        let acts = self.world.draft.acts(seat).to_vec();
        if acts.is_empty() {
            self.world.draft.refusal = None;
            return Vec::new();
        }
        vec![Ask::Check(seat, acts)]
    }

    fn seal(&mut self) -> Vec<Ask> {
        let scene = self.world.scene(self.size);
        if !scene.can_plan() {
            return self.go_on();
        }
        let commands = scene
            .view
            .purses
            .iter()
            .filter(|purse| !purse.has_sealed && scene.turn.is_none_or(|turn| turn == purse.seat))
            .map(|purse| {
                let rationale = scene.draft.rationale(purse.seat);
                let command = Command::Seal {
                    seat: purse.seat,
                    acts: scene.draft.acts(purse.seat).to_vec(),
                };
                (
                    command,
                    (!rationale.is_empty()).then(|| rationale.to_owned()),
                )
            })
            .collect();
        vec![Ask::Submit(commands)]
    }

    fn withdraw(&mut self) -> Vec<Ask> {
        let purses = self.world.view.purses.iter();
        let sealed: Vec<_> = purses
            .filter(|purse| purse.has_sealed)
            .map(|purse| (Command::Unseal { seat: purse.seat }, None))
            .collect();
        if sealed.is_empty() {
            let text = self.world.words.say("play-nothing-sealed");
            self.message = Some((text, true));
            return Vec::new();
        }
        vec![Ask::Submit(sealed)]
    }

    fn go_on(&mut self) -> Vec<Ask> {
        let scene = self.world.scene(self.size);
        if scene.can_plan() && !scene.has_sealed() {
            return Vec::new();
        }
        if let Some(seat) = scene.next_seat {
            self.screens.truncate(1);
            self.screens.push(Screen::Curtain(Curtain::new(seat)));
            return Vec::new();
        }
        vec![Ask::Proceed]
    }

    /// The next person has sat down.
    fn lift(&mut self) -> Vec<Ask> {
        if let Some(seat) = self.world.next_seat() {
            let place = self.world.people.iter().position(|one| *one == seat);
            self.world.at = place.unwrap_or(0);
        }
        vec![Ask::Look(self.world.here())]
    }

    fn leave(&mut self) -> Vec<Ask> {
        self.screens.truncate(1);
        self.world.view = scene::nothing();
        self.world.is_on = false;
        self.world.draft = Draft::default();
        vec![Ask::Close, Ask::Lists]
    }
}
