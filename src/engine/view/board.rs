//! The boards: one view of one ledger each, as rows of words that screens draw and plain mode reads out.
//!
//! # How to add a board
//!
//! 1. Put what it shows into [`crate::engine::view::ledgers::LedgerViews`] (a field and its `…View` type in
//!    `engine/view/ledgers.rs`, filled from the lens in `engine/view/ledgers/make.rs` or a file beside it).
//! 2. Write `engine/view/board/<name>.rs` with one `pub(super) const BOARD: Board`: its tab's title (a key of
//!    `text/en/board.ftl`), whether it is there, and its rows. Each [`BoardRow`] has a name, a short value, sentences, the
//!    number it can be asked "why?" of, and the places in [`SeatView::actions`] of what can be done about it ([`acts`]).
//! 3. Add `mod <name>;` and one line to [`BOARDS`], in the order of the tabs.
//!
//! That is all: the screen lists the rows by group, with bars and changes, says the sentences of the selected row, asks
//! "why?", and puts its acts into the plan; plain mode reads the same rows out. A board that wants a drawing of its own (a
//! map, a graph, a matrix) or keys of its own adds `tui/screen/board/<name>.rs` and one line there.

pub mod attribution;
mod cases;
mod contacts;
pub mod duties;
mod harm;
mod house;
pub mod map;
mod measures;
mod narrative;
mod norms;
mod statements;
pub mod tension;
pub mod trust;

use crate::engine::view::ActionView;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::model::SeatId;
use crate::text::SafeText;
use crate::text::Words;

/// One board.
#[derive(Clone, Copy, Debug)]
pub struct Board {
    /// What it is called in code: a drawing of its own is found by it.
    pub word: &'static str,
    /// The catalogue's key for its tab.
    pub title: &'static str,
    /// The catalogue's key for what it shows and how to read it, a sentence or two.
    pub about: &'static str,
    /// Whether these seats have it in this exercise.
    pub is_there: fn(&SeatView) -> bool,
    /// Its rows; the order stays the same within a turn.
    pub rows: fn(&SeatView, &Words) -> Vec<BoardRow>,
}

/// Every board, in the order of the tabs.
pub static BOARDS: &[Board] = &[
    trust::BOARD,
    map::BOARD,
    harm::BOARD,
    attribution::BOARD,
    cases::BOARD,
    duties::BOARD,
    statements::BOARD,
    measures::BOARD,
    tension::BOARD,
    narrative::BOARD,
    norms::BOARD,
    contacts::BOARD,
    house::BOARD,
];

/// The boards that these seats have.
pub fn there(view: &SeatView) -> impl Iterator<Item = &'static Board> + '_ {
    BOARDS.iter().filter(|board| (board.is_there)(view))
}

/// One row of a board: something that can be selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardRow {
    /// The heading it stands under; rows of one group stand together. Empty for none.
    pub group: SafeText,
    pub name: SafeText,
    /// Its value in a few words: `62 · open`.
    pub shown: SafeText,
    /// For a bar: lowest and highest it may be, on a scale from 0 to the third.
    pub bar: Option<(i32, i32, i32)>,
    /// Change since the last Reveal; 0 where there is none or it is no number.
    pub change: i32,
    pub better: Option<bool>,
    /// How it stands, for a glyph and a colour beside the words.
    pub tone: Tone,
    /// What there is to say about it, a sentence each, the weightiest first.
    pub says: Vec<SafeText>,
    /// What "why?" is asked of.
    pub subject: Option<Subject>,
    /// Places in [`SeatView::actions`] of what can be done about it.
    pub acts: Vec<usize>,
}

/// How a row stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Good,
    /// Something wants attention.
    Open,
    Bad,
    /// Nothing is known, or nothing has happened.
    Quiet,
}

impl BoardRow {
    /// A row with a name and a value in a few words.
    pub fn new(name: SafeText, shown: SafeText) -> Self {
        Self {
            name,
            shown,
            ..Self::default()
        }
    }

    /// The row under a heading.
    #[must_use]
    pub fn under(mut self, group: &SafeText) -> Self {
        self.group = group.clone();
        self
    }

    /// The row with a bar.
    #[must_use]
    pub fn bar(mut self, low: i32, high: i32, full: i32) -> Self {
        self.bar = Some((low, high, full));
        self
    }

    /// The row with a change since the last Reveal.
    #[must_use]
    pub fn change(mut self, by: i32, better: Option<bool>) -> Self {
        self.change = by;
        self.better = better;
        self
    }

    /// The row with a tone.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// The row with one more sentence; an empty one is left out.
    #[must_use]
    pub fn say(mut self, sentence: SafeText) -> Self {
        if !sentence.is_empty() {
            self.says.push(sentence);
        }
        self
    }

    /// The row with what "why?" is asked of.
    #[must_use]
    pub fn why(mut self, about: Subject) -> Self {
        self.subject = Some(about);
        self
    }

    /// The row with what can be done about it.
    #[must_use]
    pub fn acts(mut self, places: Vec<usize>) -> Self {
        self.acts = places;
        self
    }
}

impl SeatView {
    /// What a number or a thing is called and how it stands, where this view shows it.
    pub fn named(&self, about: Subject, words: &Words) -> Option<(SafeText, SafeText)> {
        let mut panels = self.panels.iter().flat_map(|panel| &panel.rows);
        if let Some(row) = panels.find(|row| row.subject == about) {
            return Some((row.label.clone(), row.shown.clone()));
        }
        let rows = there(self).flat_map(|board| (board.rows)(self, words));
        let mut rows = rows.filter(|row| row.subject == Some(about));
        let row = rows.next()?;
        // What has several rows is named by what they stand under.
        if rows.any(|other| other.group == row.group && other.name != row.name) {
            return Some((row.group, SafeText::empty()));
        }
        let name = [&row.group, &row.name];
        let name = SafeText::joined(name.into_iter().filter(|text| !text.is_empty()), " · ");
        Some((name, row.shown))
    }
}

/// Places of the standing actions that something holds for.
pub fn acts(view: &SeatView, holds: impl Fn(&ActionView) -> bool) -> Vec<usize> {
    let actions = view.actions.iter().enumerate();
    actions
        .filter(|(_, action)| holds(action))
        .map(|(place, _)| place)
        .collect()
}

/// The row with what "why?" is asked of, and its change since the last Reveal as its panel has it.
fn moved(view: &SeatView, row: BoardRow, about: Subject) -> BoardRow {
    let mut rows = view.panels.iter().flat_map(|panel| &panel.rows);
    let row = row.why(about);
    match rows.find(|row| row.subject == about) {
        Some(known) => row.change(known.change, known.better),
        None => row,
    }
}

/// A group's name; where several seats look at one screen, with whose it is.
fn whose(view: &SeatView, group: SafeText, seat: SeatId) -> SafeText {
    let role = view.roles.iter().find(|role| role.seat == seat);
    match role.filter(|_| view.roles.len() > 1) {
        Some(role) => SafeText::joined([&group, &role.title], " · "),
        None => group,
    }
}
