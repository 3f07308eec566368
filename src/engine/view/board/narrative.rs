//! Narrative: what is told, how far it is believed, who said what when, and who waits for an answer.

use crate::engine::act::Act;
use crate::engine::ledger::book::BookAct;
use crate::engine::ledger::narrative;
use crate::engine::ledger::narrative::StoryView;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::Tone;
use crate::engine::view::board::acts;
use crate::engine::view::board::moved;
use crate::model::StoryId;
use crate::model::ledger::Ledger;
use crate::model::ledger::facts::Truth;
use crate::model::ledger::narrative::Stance;
use crate::text::SafeText;
use crate::text::Words;

/// The board of the public narrative.
pub(super) const BOARD: Board = Board {
    word: "narrative",
    title: "board-narrative",
    about: "board-narrative-about",
    is_there: |view| !view.book.narrative.stories.is_empty(),
    rows,
};

fn rows(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    let mut rows = Vec::new();
    for asked in &view.book.narrative.questions {
        let mut stories = view.book.narrative.stories.iter();
        let story = stories.find(|story| story.story == asked.story);
        let name = story.map(|story| story.name.clone()).unwrap_or_default();
        let due = words.fill("board-narrative-due", &[("turn", asked.due.into())]);
        let row = BoardRow::new(name, due)
            .under(&words.say("board-narrative-questions"))
            .tone(Tone::Open)
            .say(words.say("board-narrative-question"))
            .acts(acts(view, |action| {
                action.seat == asked.seat
                    && matches!(
                        action.act,
                        Act::Book(BookAct::Narrative(narrative::Act::AnswerPress { story }))
                            if story == asked.story
                    )
            }));
        rows.push(row);
    }
    let group = words.say("board-narrative-stories");
    for story in &view.book.narrative.stories {
        let about = Subject::Row(Ledger::Narrative, story.story.0, 0);
        rows.push(moved(view, row(story, view, words).under(&group), about));
    }
    rows
}

fn row(story: &StoryView, view: &SeatView, words: &Words) -> BoardRow {
    let args = [
        ("belief", story.belief.into()),
        ("turns", story.silence.into()),
    ];
    let shown = words.fill(
        if story.silence == 0 {
            "narrative-belief"
        } else {
            "narrative-belief-silent"
        },
        &args,
    );
    let row = BoardRow::new(story.name.clone(), shown)
        .bar(story.belief, story.belief, 100)
        .tone(match (story.revealed, story.silence) {
            (Some(_), _) => Tone::Quiet,
            (None, 0) => Tone::Plain,
            (None, _) => Tone::Open,
        })
        .say(story.text.clone())
        .say(worth(story, words));
    // What was said last is what one answers.
    let lines = story.lines.iter().rev().map(|(turn, text)| {
        let args = [("turn", (*turn).into()), ("text", text.into())];
        words.fill("board-narrative-line", &args)
    });
    lines
        .fold(row, BoardRow::say)
        .acts(acts(view, |action| is_about(action.act, story.story)))
}

/// What one knows of it.
fn worth(story: &StoryView, words: &Words) -> SafeText {
    words.say(match (story.revealed, story.known, story.is_grounded) {
        (Some(Truth::True), ..) => "board-narrative-true",
        (Some(Truth::Partly), ..) => "board-narrative-partly",
        (Some(Truth::False), ..) => "board-narrative-false",
        (None, Some(Stance::Confirms), _) => "board-narrative-knows-true",
        (None, Some(Stance::Denies), _) => "board-narrative-knows-false",
        (None, None, true) => "board-narrative-knows-partly",
        (None, None, false) => "board-narrative-knows-nothing",
    })
}

fn is_about(act: Act, of: StoryId) -> bool {
    matches!(
        act,
        Act::Book(BookAct::Narrative(
            narrative::Act::HoldLine { story }
                | narrative::Act::Brief { story, .. }
                | narrative::Act::Correct { story }
                | narrative::Act::AnswerPress { story }
        )) if story == of
    )
}
