//! The one table of keys: dispatch, footer, help and command palette are printed from it, so they cannot disagree.

mod table;

pub use table::BINDINGS;

use crate::tui::key::Key;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;

/// One key and what it does on one screen.
#[derive(Debug)]
pub struct Binding {
    pub place: Place,
    /// The first is the one that is shown.
    pub keys: &'static [Key],
    /// Shown in place of the first key, where several keys are one thing: `↑↓`.
    pub shown: Option<&'static str>,
    /// The catalogue's key for what it does.
    pub does: &'static str,
    pub msg: Msg,
    /// Its place in the footer, the smallest first; 0 keeps it out.
    pub rank: u8,
}

impl Binding {
    /// The key as it is printed.
    pub fn label(&self) -> String {
        self.shown.map_or_else(
            || {
                self.keys
                    .first()
                    .map(ToString::to_string)
                    .unwrap_or_default()
            },
            ToOwned::to_owned,
        )
    }
}

/// What a key means in a place: the place's own binding, or else that of every place.
pub fn binding(place: Place, key: Key) -> Option<&'static Binding> {
    [place, Place::Anywhere]
        .into_iter()
        .find_map(|place| of(place).find(|binding| binding.keys.contains(&key)))
}

/// The bindings of a place alone, in the order of the table.
pub fn of(place: Place) -> impl Iterator<Item = &'static Binding> {
    BINDINGS
        .iter()
        .filter(move |binding| binding.place == place)
}
