//! The screens: each a struct with `update`, which says what it wants, and `draw`, which only reads.

pub mod actions;
mod board;
pub mod boards;
pub mod briefing;
pub mod console;
pub mod curtain;
pub mod debrief;
pub mod decision;
pub mod field;
pub mod fork;
pub mod handbook;
pub mod help;
pub mod home;
pub mod leave;
pub mod palette;
pub mod plan;
pub mod replay;
pub mod reveal;
pub mod room;
pub mod seats;
pub mod settings;
pub mod share;
pub mod watch;
pub mod whatif;
pub mod why;

use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::text::SafeText;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::request::Request;
use crate::tui::scene::Scene;

/// What the letter keys are on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// Keys of the table.
    Keys,
    /// They narrow a list; `?` and `:` stay keys.
    Filter,
    /// All of them are text.
    Text,
}

/// What every screen is.
pub trait Layer {
    /// Which keys of the table are its own.
    fn place(&self) -> Place;

    /// What follows from something that happened.
    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request>;

    /// Draws; the area is [`Scene::area`] unless the screen is a dialog.
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>);

    /// What Enter does now, in words, where it depends.
    fn next(&self, _scene: &Scene<'_>) -> Option<SafeText> {
        None
    }

    /// Whether what a key of this place asks for does anything now.
    fn answers(&self, _msg: &Msg, _scene: &Scene<'_>) -> bool {
        true
    }

    /// What letters are.
    fn typing(&self) -> Typing {
        Typing::Keys
    }

    /// Whether the screen below shows around it.
    fn is_dialog(&self) -> bool {
        false
    }

    /// After how long it wants to be told that time has passed; `None` for a screen that moves only when somebody moves it.
    fn pulse(&self) -> Option<Duration> {
        None
    }

    /// The view is another one now.
    fn meet(&mut self, _scene: &Scene<'_>) {}
}

macro_rules! screens {
    ($($name:ident is $type:path;)*) => {
        /// Any screen.
        #[derive(Debug)]
        pub enum Screen { $($name($type),)* }

        impl Layer for Screen {
            fn place(&self) -> Place {
                match self { $(Screen::$name(screen) => screen.place(),)* }
            }

            fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
                match self { $(Screen::$name(screen) => screen.update(msg, scene),)* }
            }

            fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
                match self { $(Screen::$name(screen) => screen.draw(frame, area, scene),)* }
            }

            fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
                match self { $(Screen::$name(screen) => screen.next(scene),)* }
            }

            fn answers(&self, msg: &Msg, scene: &Scene<'_>) -> bool {
                match self { $(Screen::$name(screen) => screen.answers(msg, scene),)* }
            }

            fn typing(&self) -> Typing {
                match self { $(Screen::$name(screen) => screen.typing(),)* }
            }

            fn is_dialog(&self) -> bool {
                match self { $(Screen::$name(screen) => screen.is_dialog(),)* }
            }

            fn pulse(&self) -> Option<Duration> {
                match self { $(Screen::$name(screen) => screen.pulse(),)* }
            }

            fn meet(&mut self, scene: &Scene<'_>) {
                match self { $(Screen::$name(screen) => screen.meet(scene),)* }
            }
        }

        $(impl From<$type> for Box<Screen> {
            fn from(screen: $type) -> Self {
                Box::new(Screen::$name(screen))
            }
        })*
    };
}

screens! {
    Home is home::Home;
    Settings is settings::SettingsScreen;
    Seats is seats::Seats;
    Briefing is briefing::Briefing;
    Room is room::Room;
    Decision is decision::Decision;
    Actions is actions::Actions;
    Boards is boards::Boards;
    Share is share::Share;
    Plan is plan::Plan;
    Field is field::Field;
    Reveal is reveal::Reveal;
    Watch is watch::Watch;
    Why is why::Why;
    Handbook is handbook::Handbook;
    Help is help::Help;
    Debrief is debrief::Debrief;
    Console is console::Console;
    Curtain is curtain::Curtain;
    Palette is palette::Palette;
    Leave is leave::Leave;
    Replay is replay::Replay;
    Fork is fork::Fork;
    WhatIf is whatif::WhatIf;
}
