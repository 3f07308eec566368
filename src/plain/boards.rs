//! Reads the boards out: one line a row with its value, then what there is to say and to do.

use std::io;

use crate::engine::tell::signed;
use crate::engine::view::SeatView;
use crate::engine::view::board;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::plain::prompt::Answer;
use crate::plain::prompt::Prompt;
use crate::text::SafeText;

/// Asks which board, and reads it out.
pub(super) fn choose(view: &SeatView, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let words = prompt.words();
    let there: Vec<&Board> = board::there(view).collect();
    if there.is_empty() {
        return prompt.say(&words.say("boards-none"));
    }
    let mut options = vec![words.say("plain-back")];
    options.extend(there.iter().map(|board| words.say(board.title)));
    if let Answer::Pick(place @ 1..) = prompt.ask(&words.say("plain-which-board"), &options)? {
        read(there[place - 1], view, prompt)?;
    }
    Ok(())
}

fn read(board: &Board, view: &SeatView, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let words = prompt.words();
    prompt.heading(&words.say(board.title))?;
    prompt.say(&words.say(board.about))?;
    let mut group = SafeText::empty();
    for row in (board.rows)(view, words) {
        if row.group != group && !row.group.is_empty() {
            prompt.say(&words.fill("plain-panel", &[("title", (&row.group).into())]))?;
        }
        group = row.group.clone();
        prompt.say(&line(&row, prompt))?;
        for sentence in &row.says {
            prompt.block(sentence)?;
        }
        for action in row.acts.iter().filter_map(|place| view.actions.get(*place)) {
            let args = [
                ("label", (&action.label).into()),
                ("hours", action.hours.into()),
                ("capital", action.capital.into()),
                ("why", action.obstacle.clone().unwrap_or_default().into()),
            ];
            let key = if action.obstacle.is_some() {
                "plain-impossible"
            } else {
                "plain-board-act"
            };
            prompt.say(&words.fill(key, &args))?;
        }
    }
    Ok(())
}

fn line(row: &BoardRow, prompt: &Prompt<'_>) -> SafeText {
    let args = [
        ("name", (&row.name).into()),
        ("shown", (&row.shown).into()),
        ("by", signed(row.change).into()),
    ];
    let key = match (row.shown.is_empty(), row.change) {
        (true, _) => return row.name.clone(),
        (false, 0) => "boards-row",
        (false, _) => "boards-row-change",
    };
    prompt.words().fill(key, &args)
}
