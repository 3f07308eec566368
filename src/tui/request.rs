//! What a screen wants done, and what comes back. Screens do neither; `app` does the first kind, `run` the second.

use std::path::PathBuf;

use crate::author::watch::Move;
use crate::author::watch::Shown;
use crate::engine::act::Act;
use crate::engine::command::Command;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::WhyView;
use crate::lab::whatif::Section;
use crate::model::ChoiceId;
use crate::model::SeatId;
use crate::session::ControlView;
use crate::text::SafeText;
use crate::tui::debrief::DebriefView;
use crate::tui::lists::Form;
use crate::tui::lists::Lists;
use crate::tui::msg::Msg;
use crate::tui::replay::ReplayView;
use crate::tui::screen::Screen;
use crate::tui::settings::Settings;

/// What a screen wants done.
#[derive(Debug)]
pub enum Request {
    /// One screen back.
    Back,
    /// That screen on top of this one.
    Open(Box<Screen>),
    /// Puts an act into a seat's plan, or takes it out.
    Toggle(SeatId, Act),
    /// Takes one answer to a decision instead of any other, or none; then goes on to what is next.
    Answer {
        seat: SeatId,
        others: Vec<ChoiceId>,
        choice: Option<ChoiceId>,
    },
    /// Keeps why a seat decides as it does.
    Rationale(SeatId, String),
    /// Seals what is planned for the seats at this screen.
    Seal,
    /// Withdraws their seals.
    Withdraw,
    /// The next seat, the next step, the next turn, or the debrief.
    GoOn,
    /// The next seat has come to the screen.
    Lift,
    /// A key's meaning, chosen from the palette.
    Run(Msg),
    /// Gives up what is being found out, and goes back.
    Abandon,
    /// Leaves the exercise for the home screen.
    Leave,
    /// Other settings from now on.
    Set(Settings),
    /// Something worth saying in the status line.
    Say(SafeText),
    /// Something that only the world can do.
    Ask(Ask),
}

/// What only the world outside the screens can do.
#[derive(Debug)]
pub enum Ask {
    /// What can be played and what was begun.
    Lists,
    /// Another seed.
    Seed,
    Start(Form),
    Resume(PathBuf),
    /// What these seats know now.
    Look(Vec<SeatId>),
    /// Commands in order, each with its rationale; stops at the first refusal.
    Submit(Vec<(Command, Option<String>)>),
    /// Whether a seal would be refused, and why.
    Check(SeatId, Vec<Act>),
    /// On to the next step that wants a person.
    Proceed,
    Why(Subject),
    Debrief,
    Console,
    /// Something of the exercise on its timeline.
    Replay(ReplayAsk),
    /// Which choices mattered; or one of those that were found, side by side.
    Inquire(Option<usize>),
    /// How far that is.
    Inquired,
    /// It is not wanted any more.
    Abandon,
    /// A facilitator's command.
    Control(Command),
    /// Something of the preview of a scenario that is being written.
    Preview(Move),
    Save(Settings),
    /// Closes the exercise; it is kept.
    Close,
    Quit,
}

/// What the replay asks for. A place is an event's number; a seat is whose eyes one looks through, `None` for the whole truth.
#[derive(Clone, Copy, Debug)]
pub enum ReplayAsk {
    /// The exercise that is on, or was.
    Open,
    /// All that happened, through these eyes.
    Through(Option<SeatId>),
    /// What was so then.
    Look {
        place: usize,
        seat: Option<SeatId>,
    },
    /// Why a number stood where it did then.
    Why {
        place: usize,
        seat: Option<SeatId>,
        subject: Subject,
    },
    /// What an event came from.
    Cause {
        place: usize,
        seat: Option<SeatId>,
    },
    /// Another exercise that goes its own way from then on.
    Fork {
        place: usize,
        seat: Option<SeatId>,
    },
    Close,
}

/// How an inquiry stands.
#[derive(Debug)]
pub enum Inquiry {
    /// Courses played of those that this part takes.
    Working { done: usize, all: usize },
    /// What was found; in the first section of a search, every row can be seen side by side.
    Found(Vec<Section>),
}

/// What comes back.
#[derive(Debug)]
pub enum Reply {
    Lists(Lists),
    Seed(u64),
    /// An exercise is on: who plays at this machine, together or one after another.
    Began {
        people: Vec<SeatId>,
        table: bool,
        /// Where seats seal one after another: the one whose turn it is.
        turn: Option<SeatId>,
        /// It has only just begun: the role card comes first.
        is_new: bool,
        view: Box<SeatView>,
    },
    View(Box<SeatView>),
    /// What `Submit` asked for is done.
    Submitted(Box<SeatView>),
    /// A step was closed and the next begun.
    Proceeded {
        turn: Option<SeatId>,
        view: Box<SeatView>,
    },
    /// The answer to `Check`.
    Checked(Option<SafeText>),
    /// The rules said no.
    Refused(SafeText),
    Why(Box<WhyView>),
    Debrief(Box<DebriefView>),
    Console(Box<ControlView>),
    /// What the preview shows now.
    Preview(Box<Shown>),
    Replay(Box<ReplayView>),
    /// What was so at the moment that was asked for.
    Moment(Box<SeatView>),
    /// The replay is closed; what is seen without it.
    Closed(Option<Box<SeatView>>),
    Inquiry(Inquiry),
    /// The world failed us.
    Failed(SafeText),
}
