//! What the home screen lists, and the form that starts an exercise.

use std::path::PathBuf;

use crate::model::SeatId;
use crate::model::scenario::Difficulty;
use crate::text::SafeText;

/// What can be played and what was begun.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    pub scenarios: Vec<ScenarioCard>,
    /// One's own unfinished exercises, newest first.
    pub unfinished: Vec<ExerciseCard>,
    /// Who can play an empty seat: the word, its name, and what it is like.
    pub profiles: Vec<ProfileCard>,
    /// The seed proposed for a new exercise.
    pub seed: u64,
    /// What could not be read, each in a line.
    pub troubles: Vec<SafeText>,
}

/// A scenario before it is chosen.
#[derive(Clone, Debug)]
pub struct ScenarioCard {
    /// Its id, or the path of one's own.
    pub key: String,
    pub title: SafeText,
    pub tagline: SafeText,
    pub summary: SafeText,
    pub learn: Vec<SafeText>,
    pub minutes: (u16, u16),
    pub difficulty: Difficulty,
    pub turns: u16,
    pub seats: Vec<SeatCard>,
    /// Shown before the exercise; empty if there is nothing to say.
    pub content_note: SafeText,
    pub is_tutorial: bool,
}

/// A seat before it is taken.
#[derive(Clone, Debug)]
pub struct SeatCard {
    pub seat: SeatId,
    pub title: SafeText,
    pub organisation: SafeText,
    pub brief: SafeText,
    /// The profile that typically plays it.
    pub profile: Option<String>,
}

/// An exercise that can be gone on with.
#[derive(Clone, Debug)]
pub struct ExerciseCard {
    pub path: PathBuf,
    pub title: SafeText,
    /// Where it stands: turn, seat.
    pub state: SafeText,
    /// When it was last played.
    pub when: SafeText,
}

/// A bot's temperament.
#[derive(Clone, Debug)]
pub struct ProfileCard {
    pub key: String,
    pub name: SafeText,
    pub about: SafeText,
}

/// What a new exercise is started with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The scenario's key.
    pub scenario: String,
    pub seed: u64,
    /// Seats held by people at this machine.
    pub people: Vec<SeatId>,
    /// The profile of every other seat.
    pub bots: Vec<(SeatId, String)>,
    /// All of them look at one screen together.
    pub table: bool,
}
