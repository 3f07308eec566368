//! Tension: how each pair of blocs stands, what is waiting to be read, and the ways to speak.

use crate::engine::act::Act;
use crate::engine::ledger::book::BookAct;
use crate::engine::ledger::tension;
use crate::engine::ledger::tension::BlocView;
use crate::engine::ledger::tension::Level;
use crate::engine::ledger::tension::PairView;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::Tone;
use crate::engine::view::board::acts;
use crate::engine::view::board::moved;
use crate::model::BlocId;
use crate::model::ledger::Ledger;
use crate::text::SafeText;
use crate::text::Words;

/// The board of tension.
pub(super) const BOARD: Board = Board {
    word: "tension",
    title: "board-tension",
    about: "board-tension-about",
    is_there: |view| !view.book.tension.pairs.is_empty(),
    rows,
};

/// Pairs in the order of the rows: those one's own blocs are in first.
pub fn pairs(view: &SeatView) -> Vec<&PairView> {
    let mut pairs: Vec<&PairView> = view.book.tension.pairs.iter().collect();
    pairs.sort_by_key(|pair| !pair.is_own);
    pairs
}

fn rows(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    pairs(view)
        .into_iter()
        .map(|pair| {
            let group = words.say(if pair.is_own {
                "board-tension-own"
            } else {
                "board-tension-others"
            });
            let about = Subject::Row(Ledger::Tension, pair.a.0, pair.b.0);
            moved(view, row(pair, view, words).under(&group), about)
        })
        .collect()
}

fn row(pair: &PairView, view: &SeatView, words: &Words) -> BoardRow {
    let blocs = [pair.a, pair.b].map(|bloc| find(view, bloc));
    let names = blocs.map(|bloc| bloc.map(|bloc| bloc.name.clone()).unwrap_or_default());
    let (level, tone) = match pair.level {
        Level::Calm => ("tension-calm", Tone::Good),
        Level::Uneasy => ("tension-uneasy", Tone::Open),
        Level::High => ("tension-high", Tone::Bad),
    };
    let args = [
        ("points", pair.points.into()),
        ("level", words.say(level).into()),
        ("percent", (pair.odds / 10).into()),
        ("many", pair.misread.into()),
    ];
    let spoke = match (pair.is_own, pair.spoke) {
        (false, _) => SafeText::empty(),
        (true, true) => words.say("board-tension-spoke"),
        (true, false) => words.say("board-tension-silent"),
    };
    let mut row = BoardRow::new(
        SafeText::joined(names.iter(), " – "),
        words.fill("tension-shown", &args),
    )
    .bar(pair.points, pair.points, 100)
    .tone(tone);
    // What waits to be read is what one can still do something about.
    for doubt in &pair.doubts {
        row = row.say(words.fill("board-tension-doubt", &[("text", doubt.into())]));
    }
    row = row.say(words.fill("board-tension-odds", &args)).say(spoke);
    if pair.misread > 0 {
        row = row.say(words.fill("board-tension-misread", &args));
    }
    for bloc in blocs.into_iter().flatten() {
        let members = SafeText::joined(bloc.members.iter(), ", ");
        let args = [("bloc", (&bloc.name).into()), ("names", members.into())];
        row = row.say(words.fill("board-tension-members", &args));
    }
    let other = if find(view, pair.a).is_some_and(|bloc| bloc.is_own) {
        pair.b
    } else {
        pair.a
    };
    row.acts(acts(view, |action| {
        let Act::Book(BookAct::Tension(
            tension::Act::Consult { with: bloc, .. } | tension::Act::Allies { about: bloc },
        )) = action.act
        else {
            return false;
        };
        pair.is_own && bloc == other
    }))
}

fn find(view: &SeatView, bloc: BlocId) -> Option<&BlocView> {
    view.book.tension.blocs.iter().find(|row| row.bloc == bloc)
}
