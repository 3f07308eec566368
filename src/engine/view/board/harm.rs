//! People: what happens to each community, as a range, with how much is known.

use crate::engine::act::Act;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::Tone;
use crate::engine::view::board::acts;
use crate::engine::view::ledgers::CommunityView;
use crate::text::SafeText;
use crate::text::Words;

/// The board of harm.
pub(super) const BOARD: Board = Board {
    word: "harm",
    title: "board-harm",
    about: "board-harm-about",
    is_there: |view| !view.ledgers.communities.is_empty(),
    rows,
};

fn rows(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    let communities = view.ledgers.communities.iter();
    let most = communities.clone().map(|row| row.high).max().unwrap_or(0);
    communities
        .map(|community| row(community, most.max(50), view, words))
        .collect()
}

fn row(community: &CommunityView, most: i32, view: &SeatView, words: &Words) -> BoardRow {
    let args = [
        ("low", community.low.into()),
        ("high", community.high.into()),
        ("evidence", community.evidence.into()),
        (
            "services",
            SafeText::joined(&community.services, ", ").into(),
        ),
    ];
    let shown = if community.low == community.high {
        "board-harm-exact"
    } else {
        "board-harm-range"
    };
    let known = if community.low == community.high {
        "board-harm-known-exactly"
    } else {
        "board-harm-known"
    };
    let moved = match community.better {
        None => SafeText::empty(),
        Some(true) => words.say("board-harm-better"),
        Some(false) => words.say("board-harm-worse"),
    };
    let services = if community.services.is_empty() {
        SafeText::empty()
    } else {
        words.fill("board-harm-services", &args)
    };
    let tone = match community.better {
        Some(false) => Tone::Bad,
        Some(true) => Tone::Good,
        None if community.high == 0 => Tone::Quiet,
        None => Tone::Plain,
    };
    BoardRow::new(community.name.clone(), words.fill(shown, &args))
        .under(&community.region_name)
        .bar(community.low, community.high, most)
        .tone(tone)
        .say(moved)
        .say(words.fill(known, &args))
        .say(services)
        .say(community.about.clone())
        .why(Subject::Community(community.community))
        .acts(acts(view, |action| {
            matches!(action.act, Act::Notify { community: told } if told == community.community)
        }))
}
