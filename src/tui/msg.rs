//! What can happen to a screen, and where keys mean what.

use crate::tui::replay::Hop;

/// Anything that can happen to a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    /// The next part of the screen.
    Next,
    Previous,
    /// The most natural next thing.
    Enter,
    /// One screen back; loses nothing.
    Back,
    /// Marks or unmarks what is selected.
    Toggle,
    /// Reads on: the next page, then the next letter.
    ReadOn,
    /// Straight to a part of the screen, counted from 1.
    Part(u8),
    Why,
    /// The boards.
    Boards,
    /// Another way to look at the same thing.
    View,
    Actions,
    Share,
    Plan,
    /// Withdraws the seal.
    Withdraw,
    /// Writes why.
    Rationale,
    /// Takes the selected act out of the plan.
    Remove,
    /// Shows the role card.
    Briefing,
    /// Table mode on or off.
    Table,
    /// What is hidden for calm.
    More,
    /// Another draw of the seed.
    Reseed,
    Console,
    Pause,
    Fire,
    Skip,
    /// The facilitator fills a seat.
    Fill,
    Note,
    /// To the next of a kind, in the replay.
    Ahead(Hop),
    Behind(Hop),
    Faster,
    Slower,
    /// Types what is to be found.
    Find,
    FindNext,
    /// Another exercise from here.
    Fork,
    /// What another choice would have changed.
    WhatIf,
    /// The exercise on a timeline.
    Replay,
    /// Time has passed on a screen that moves by itself.
    Tick,
    Settings,
    /// The handbook.
    Handbook,
    Help,
    Palette,
    Quit,
    /// A character typed into a field.
    Type(char),
    /// The character before the cursor goes.
    Erase,
    /// The character under the cursor goes.
    EraseNext,
    /// Text pasted, as it came.
    Paste(String),
}

/// A screen, as far as its keys are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// On every screen, unless the screen has the key itself.
    Anywhere,
    Home,
    Settings,
    Seats,
    Briefing,
    Room,
    Boards,
    Decision,
    Actions,
    Share,
    Plan,
    Field,
    Reveal,
    Why,
    Help,
    Debrief,
    Console,
    Curtain,
    Palette,
    Leave,
    Replay,
    Search,
    Fork,
    WhatIf,
    Watch,
    Handbook,
}

impl Place {
    /// Every place, in the order in which help lists them.
    pub const ALL: [Place; 26] = [
        Place::Anywhere,
        Place::Home,
        Place::Settings,
        Place::Seats,
        Place::Briefing,
        Place::Room,
        Place::Boards,
        Place::Decision,
        Place::Actions,
        Place::Share,
        Place::Plan,
        Place::Field,
        Place::Reveal,
        Place::Why,
        Place::Help,
        Place::Debrief,
        Place::Console,
        Place::Curtain,
        Place::Palette,
        Place::Leave,
        Place::Replay,
        Place::Search,
        Place::Fork,
        Place::WhatIf,
        Place::Watch,
        Place::Handbook,
    ];

    /// The catalogue's key for the screen's name.
    pub fn title(self) -> &'static str {
        match self {
            Place::Anywhere => "keys-anywhere",
            Place::Home => "keys-home",
            Place::Settings => "keys-settings",
            Place::Seats => "keys-seats",
            Place::Briefing => "keys-briefing",
            Place::Room => "keys-room",
            Place::Boards => "keys-boards",
            Place::Decision => "keys-decision",
            Place::Actions => "keys-actions",
            Place::Share => "keys-share",
            Place::Plan => "keys-plan",
            Place::Field => "keys-field",
            Place::Reveal => "keys-reveal",
            Place::Why => "keys-why",
            Place::Help => "keys-help",
            Place::Debrief => "keys-debrief",
            Place::Console => "keys-console",
            Place::Curtain => "keys-curtain",
            Place::Palette => "keys-palette",
            Place::Leave => "keys-leave",
            Place::Replay => "keys-replay",
            Place::Search => "keys-search",
            Place::Fork => "keys-fork",
            Place::WhatIf => "keys-whatif",
            Place::Watch => "keys-watch",
            Place::Handbook => "keys-handbook",
        }
    }
}
