//! All that is found out about one exercise in one go.

use crate::lab::whatif::ask::Answer;
use crate::lab::whatif::ask::Reference;
use crate::lab::whatif::ask::ask;
use crate::lab::whatif::ask::references;
use crate::lab::whatif::change::Change;
use crate::lab::whatif::find::Mattered;
use crate::lab::whatif::find::find;
use crate::lab::whatif::luck::Luck;
use crate::lab::whatif::luck::luck;
use crate::lab::whatif::others::Others;
use crate::lab::whatif::past::Past;
use crate::lab::whatif::spread::Effort;
use crate::model::SeatId;
use crate::text::Words;

/// What is asked of an exercise.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// What is done otherwise; `None` looks for the choices that mattered most.
    pub change: Option<Change>,
    /// Whose choices are looked at; empty for the people's.
    pub seats: Vec<SeatId>,
    pub others: Others,
    pub plays: Plays,
}

/// How many continuations each part takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plays {
    /// Of one change.
    pub change: u64,
    /// Of each alternative, where all of them are tried.
    pub alternative: u64,
    /// Of the same choices, and of the paths that always stand beside.
    pub luck: u64,
}

impl Default for Plays {
    fn default() -> Self {
        Self {
            change: 200,
            alternative: 40,
            luck: 500,
        }
    }
}

impl Plays {
    /// The same number for every part.
    pub fn all(plays: u64) -> Self {
        Self {
            change: plays,
            alternative: plays,
            luck: plays,
        }
    }
}

/// What was found: what was asked for, and what always stands beside it.
pub struct Findings {
    pub answer: Option<Answer>,
    /// The choices that mattered most, most first; empty if a change was asked about.
    pub mattered: Vec<Mattered>,
    pub luck: Luck,
    /// Nobody acted, and the author's expert path, from the beginning.
    pub references: Vec<Reference>,
}

impl Findings {
    /// Finds out what is asked. `None` if it was given up.
    pub fn of(
        past: &Past,
        question: &Question,
        words: &Words,
        effort: &Effort<'_>,
    ) -> Option<Self> {
        let (others, plays) = (question.others, question.plays);
        let (answer, mattered) = if let Some(change) = &question.change {
            let answer = ask(past, change, others, words, &effort.plays(plays.change))?;
            (Some(answer), Vec::new())
        } else {
            let people = past.people();
            let seats = if question.seats.is_empty() {
                &people
            } else {
                &question.seats
            };
            let effort = effort.plays(plays.alternative);
            (None, find(past, seats, others, &effort)?)
        };
        Some(Self {
            answer,
            mattered,
            luck: luck(past, &effort.plays(plays.luck))?,
            references: references(past, words, &effort.plays(plays.luck))?,
        })
    }
}
