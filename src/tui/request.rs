//! What a screen wants done, and what comes back. Screens do neither; `app` does the first kind, `run` the second.

use std::path::PathBuf;

use crate::author::watch::Move;
use crate::author::watch::Shown;
use crate::engine::act::Act;
use crate::engine::command::Command;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::WhyView;
use crate::model::ChoiceId;
use crate::model::SeatId;
use crate::session::ControlView;
use crate::text::SafeText;
use crate::tui::debrief::DebriefView;
use crate::tui::lists::Form;
use crate::tui::lists::Lists;
use crate::tui::msg::Msg;
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
    /// A facilitator's command.
    Control(Command),
    /// Something of the preview of a scenario that is being written.
    Preview(Move),
    Save(Settings),
    /// Closes the exercise; it is kept.
    Close,
    Quit,
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
    /// The world failed us.
    Failed(SafeText),
}
