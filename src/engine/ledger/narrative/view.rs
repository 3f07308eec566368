//! What a seat sees of what is told in public.

use serde::Serialize;

use crate::engine::ledger::book::Row;
use crate::engine::ledger::narrative::Line;
use crate::engine::ledger::narrative::desk;
use crate::engine::ledger::narrative::of_story;
use crate::engine::ledger::narrative::words;
use crate::engine::lens::Lens;
use crate::engine::tell::Teller;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::StoryId;
use crate::model::ledger::Ledger;
use crate::model::ledger::facts::Truth;
use crate::model::ledger::narrative::Stance;
use crate::model::ledger::narrative::Story;
use crate::text::SafeText;

/// What a seat gets to see of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct View {
    /// The stories that are told.
    pub stories: Vec<StoryView>,
    /// Questions that journalists have put to one.
    pub questions: Vec<QuestionView>,
}

/// A story that is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StoryView {
    pub story: StoryId,
    pub name: SafeText,
    pub text: SafeText,
    pub belief: i32,
    pub silence: u16,
    pub first: Option<SafeText>,
    /// What it was worth, once it has come out.
    pub revealed: Option<Truth>,
    /// Whether one has verified something that bears on it, and what that says if it says one thing.
    pub is_grounded: bool,
    pub known: Option<Stance>,
    /// Who said what when, in words, oldest first.
    pub lines: Vec<(u16, SafeText)>,
}

/// A journalist's question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionView {
    pub story: StoryId,
    pub seat: SeatId,
    /// The last turn in which it can be answered.
    pub due: u16,
}

pub(super) fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
    let book = &lens.book().narrative;
    let rows = lens.scenario().book.narrative.stories.iter();
    let told = rows.filter(|row| book.tales[row.id.index()].since.is_some());
    let stories = told.map(|row| {
        let tale = &book.tales[row.id.index()];
        let lines = book.timeline.iter().filter(|line| line.story == row.id);
        StoryView {
            story: row.id,
            name: row.name.clone(),
            text: row.text.clone(),
            belief: tale.belief,
            silence: tale.silence,
            first: tale.first.map(|seat| teller.seat(seat).clone()),
            revealed: tale.revealed.then(|| book.truths[row.id.index()]),
            is_grounded: desk::has_looked(lens, row),
            known: desk::knows(lens, row),
            lines: lines
                .map(|line: &Line| (line.turn, words::line(teller, line)))
                .collect(),
        }
    });
    let asked = book
        .questions
        .iter()
        .filter(|asked| lens.is_own(asked.seat));
    View {
        stories: stories.collect(),
        questions: asked
            .map(|asked| QuestionView {
                story: asked.story,
                seat: asked.seat,
                due: asked.due,
            })
            .collect(),
    }
}

pub(super) fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
    let book = &lens.book().narrative;
    let rows = lens.scenario().book.narrative.stories.iter();
    let told = rows.filter(|row| book.tales[row.id.index()].since.is_some());
    told.map(|row| {
        let tale = &book.tales[row.id.index()];
        Row {
            subject: of_story(row.id),
            label: row.name.clone(),
            shown: words::belief(teller, tale.belief, tale.silence),
            bar: Some((tale.belief, tale.belief, 100)),
        }
    })
    .collect()
}

/// A story at a glance, for whoever weighs what to say.
#[derive(Clone, Copy, Debug)]
pub struct StoryGlance<'a> {
    pub row: &'a Story,
    pub belief: i32,
    pub silence: i32,
    /// Whether anybody has spoken of it yet.
    pub is_spoken_of: bool,
    /// What an own actor's seat has said of it and not taken back.
    pub said: Option<Stance>,
    /// What one's own verified facts say of it, if one thing.
    pub known: Option<Stance>,
}

impl<'a> Lens<'a> {
    /// A story that is told.
    pub fn story(&self, own: ActorId, story: StoryId) -> Option<StoryGlance<'a>> {
        let book = &self.book().narrative;
        let row = &self.scenario().book.narrative.stories[story.index()];
        let tale = &book.tales[story.index()];
        tale.since.filter(|_| self.has(Ledger::Narrative))?;
        let mut said = book.said.iter();
        Some(StoryGlance {
            row,
            belief: tale.belief,
            silence: i32::from(tale.silence),
            is_spoken_of: tale.first.is_some(),
            said: said
                .find(|said| said.story == story && self.seat(said.seat).actor == own)
                .map(|said| said.stance),
            known: desk::knows(self, row),
        })
    }
}
