//! Norms: what each of one's own actors upheld or strained, with what it was noted for. A profile, never a score.

use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::Tone;
use crate::engine::view::ledgers::NormView;
use crate::engine::view::ledgers::NoteView;
use crate::text::SafeText;
use crate::text::Words;

/// The board of norms.
pub(super) const BOARD: Board = Board {
    word: "norms",
    title: "board-norms",
    about: "board-norms-about",
    is_there: |view| !view.ledgers.profiles.is_empty(),
    rows,
};

fn rows(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    let mut rows = Vec::new();
    for profile in &view.ledgers.profiles {
        for norm in &profile.norms {
            rows.push(
                row(norm, words)
                    .under(&profile.name)
                    .why(Subject::Profile(profile.actor)),
            );
        }
    }
    rows
}

fn row(norm: &NormView, words: &Words) -> BoardRow {
    let args = [
        ("upheld", norm.upheld.into()),
        ("strained", norm.strained.into()),
        ("contested", norm.contested.into()),
    ];
    let (key, tone) = match (norm.upheld, norm.strained) {
        (0, 0) => ("board-norms-none", Tone::Quiet),
        (_, 0) => ("board-norms-upheld", Tone::Good),
        (0, _) => ("board-norms-strained", Tone::Bad),
        _ => ("board-norms-both", Tone::Open),
    };
    let mut shown = words.fill(key, &args);
    if norm.contested > 0 {
        let contested = words.fill("board-norms-contested", &args);
        shown = SafeText::joined([&shown, &contested], ", ");
    }
    let baseline = if norm.baseline.is_empty() {
        SafeText::empty()
    } else {
        let args = [("text", (&norm.baseline).into())];
        words.fill("board-norms-baseline", &args)
    };
    let row = BoardRow::new(norm.name.clone(), shown)
        .tone(tone)
        .say(baseline);
    // The newest first: what happened last is what one asks about.
    let notes = norm.evidence.iter().rev();
    notes.fold(row, |row, note| row.say(noted(note, words)))
}

fn noted(note: &NoteView, words: &Words) -> SafeText {
    let args = [("turn", note.turn.into()), ("text", (&note.text).into())];
    let key = match (note.upheld, note.contested) {
        (true, false) => "board-norms-note-upheld",
        (false, false) => "board-norms-note-strained",
        (true, true) => "board-norms-note-upheld-contested",
        (false, true) => "board-norms-note-strained-contested",
    };
    words.fill(key, &args)
}
