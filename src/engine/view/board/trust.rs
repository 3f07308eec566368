//! Trust: what one's own actors think of each of the others, as numbers, and how the others' channels feel to them.

use crate::engine::act::Act;
use crate::engine::lens::Openness;
use crate::engine::tell::signed;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::Tone;
use crate::engine::view::board::acts;
use crate::engine::view::ledgers::ActorView;
use crate::engine::view::ledgers::TrustView;
use crate::text::SafeText;
use crate::text::Words;

/// The board of trust.
pub(super) const BOARD: Board = Board {
    word: "trust",
    title: "board-trust",
    about: "board-trust-about",
    is_there: |view| !view.ledgers.trust.is_empty(),
    rows,
};

/// Pairs in the order of the rows: the others one after another, one's own first, then by region; for each of them what
/// each of one's own actors has with it.
pub fn pairs(view: &SeatView) -> Vec<(&TrustView, &ActorView)> {
    let mut pairs = Vec::new();
    for other in &view.ledgers.actors {
        for own in owns(view) {
            let mut trust = view.ledgers.trust.iter();
            let pair = trust.find(|pair| (pair.own, pair.other) == (own.actor, other.actor));
            pairs.extend(pair.map(|pair| (pair, other)));
        }
    }
    pairs
}

/// One's own actors.
pub fn owns(view: &SeatView) -> impl Iterator<Item = &ActorView> {
    view.ledgers.actors.iter().filter(|actor| actor.is_own)
}

/// The catalogue's key for how a channel feels.
pub fn openness_word(openness: Openness) -> &'static str {
    match openness {
        Openness::Closed => "openness-closed",
        Openness::Guarded => "openness-guarded",
        Openness::Open => "openness-open",
        Openness::Close => "openness-close",
    }
}

fn rows(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    let several = owns(view).count() > 1;
    pairs(view)
        .into_iter()
        .map(|(pair, other)| {
            let own = owns(view).find(|own| own.actor == pair.own);
            let own = own.map(|own| own.name.clone()).unwrap_or_default();
            let mut row = row(pair, other, &own, view, words).under(&other.region_name);
            if several {
                row.name = SafeText::joined([&own, &other.name], " → ");
            }
            row
        })
        .collect()
}

fn row(
    pair: &TrustView,
    other: &ActorView,
    own: &SafeText,
    view: &SeatView,
    words: &Words,
) -> BoardRow {
    let feels = words.say(openness_word(pair.openness));
    let args = [
        ("own", own.into()),
        ("other", (&other.name).into()),
        ("trust", pair.trust.into()),
        ("openness", (&feels).into()),
        ("by", signed(pair.change).into()),
    ];
    let moved = if pair.change == 0 {
        SafeText::empty()
    } else {
        words.fill("board-trust-moved", &args)
    };
    BoardRow::new(other.name.clone(), words.fill("shown-trust", &args))
        .bar(pair.trust, pair.trust, 100)
        .change(pair.change, pair.better)
        .tone(match pair.openness {
            Openness::Closed => Tone::Bad,
            Openness::Guarded => Tone::Open,
            Openness::Open => Tone::Plain,
            Openness::Close => Tone::Good,
        })
        .say(words.fill("board-trust-own", &args))
        .say(words.fill("board-trust-other", &args))
        .say(moved)
        .say(other.remark.clone())
        .say(other.about.clone())
        .why(Subject::Trust(pair.own, pair.other))
        .acts(acts(view, |action| {
            let seats = |seat| {
                view.roles
                    .iter()
                    .any(|role| role.seat == seat && role.actor == pair.own)
            };
            let concerns = match action.act {
                Act::KeepInTouch { with } => with == pair.other,
                Act::Ask { of } => of == pair.other,
                _ => false,
            };
            concerns && seats(action.seat)
        }))
}
