//! The lab: the same numbers for any number of threads, the same plays as an exercise, and what was not seen is named.

mod planted;
mod study;

use std::sync::Arc;

use demarche::engine::event::Event;
use demarche::lab::Batch;
use demarche::lab::Casting;
use demarche::lab::Share;
use demarche::lab::Unseen;
use demarche::model::id::Kind;
use demarche::scenario::check_source;
use demarche::scenario::load_embedded;
use demarche::script::Playable;
use demarche::session::Clock;
use demarche::session::Ready;
use demarche::session::Session;
use demarche::session::Start;
use demarche::session::Stop;
use demarche::session::ready;
use demarche::text::Words;

use crate::support::effort;

/// A first scenario of an author's own, with three things in it that cannot happen or nobody would want.
const PLANTED: &str = include_str!("lab/planted.ron");

struct NoClock;

impl Clock for NoClock {
    fn milliseconds(&self) -> u64 {
        0
    }
}

fn shipped(id: &str) -> Ready {
    ready(load_embedded(id).unwrap()).0.unwrap()
}

fn batch<'a>(playable: &'a Playable, plays: u64, bots: &str, threads: usize) -> Batch<'a> {
    Batch {
        playable,
        plays: 0..plays,
        seed: 20_261_122,
        bots: Casting::named(bots).unwrap(),
        threads,
    }
}

#[test]
fn a_batch_cut_in_parts_adds_up_to_the_whole() {
    let ready = shipped("first-call");
    let whole = batch(&ready.playable, 60, "standard", 2);
    let mut sum = demarche::lab::Tally::new(ready.playable.scenario(), whole.bots.len());
    for plays in [17..60, 0..3, 3..17] {
        let part = Batch {
            plays,
            ..whole.clone()
        };
        sum.merge(&part.run(&|_| {}));
    }
    assert_eq!(sum, whole.run(&|_| {}));
}

#[test]
fn a_play_of_a_batch_is_the_exercise_that_a_session_would_play() {
    for id in ["first-call", "common-voice"] {
        let ready = shipped(id);
        for bots in ["standard", "random", "cautious_committee"] {
            let batch = batch(&ready.playable, 1000, bots, 1);
            for number in (0..3 * effort()).map(|step| step * 7) {
                assert_eq!(
                    batch.events(number).unwrap(),
                    in_session(&ready, &batch, number),
                    "{id}, play {number} by {bots}"
                );
            }
        }
    }
}

fn in_session(ready: &Ready, batch: &Batch<'_>, number: u64) -> Vec<Event> {
    let mut session = Session::start(Start {
        ready,
        seed: batch.seed_of(number),
        holders: batch.holders(number),
        log: None,
        words: Arc::new(Words::default()),
        clock: Arc::new(NoClock),
    })
    .unwrap();
    while session.proceed().unwrap() != Stop::Over {}
    session.events().to_vec()
}

#[test]
fn every_bot_gets_its_share_of_every_seat() {
    let ready = shipped("common-voice");
    let scenario = ready.playable.scenario();
    let casting = Casting::standard();
    let mut drawn = vec![vec![0; casting.len()]; scenario.seats.len()];
    for seed in 0..6_000 {
        for (seat, place) in casting.places(scenario, seed).into_iter().enumerate() {
            drawn[seat][place] += 1;
        }
    }
    for row in drawn {
        // A thousand is expected; the standard deviation is 29.
        assert!(
            row.iter().all(|times| (880..1120).contains(times)),
            "{row:?}"
        );
    }
}

#[test]
fn what_was_planted_and_cannot_happen_is_named_as_not_seen() {
    let opened = check_source("planted.ron", PLANTED);
    let diagnostics = opened.diagnostics;
    let playable = opened.playable.unwrap_or_else(|| panic!("{diagnostics:?}"));
    let scenario = playable.scenario();
    let batch = batch(&playable, 60 * effort(), "standard", 2);
    let tally = batch.run(&|_| {});
    let unseen = Unseen::of(&tally, scenario, &batch.bots);
    let names = &scenario.names;
    let words = |kind, places: &mut dyn Iterator<Item = u16>| {
        let words = places.map(|place| names.word(kind, place).to_owned());
        words.collect::<Vec<_>>()
    };
    assert_eq!(
        words(Kind::Inject, &mut unseen.injects.iter().map(|id| id.0)),
        ["never_comes"]
    );
    assert_eq!(
        words(
            Kind::Choice,
            &mut unseen.never_offered.iter().map(|id| id.0)
        ),
        ["answer.impossible"]
    );
    assert_eq!(
        words(Kind::Ending, &mut unseen.endings.iter().map(|id| id.0)),
        ["triumph"]
    );
    assert_eq!(
        words(
            Kind::Choice,
            &mut unseen.only_at_random.iter().map(|id| id.0)
        ),
        ["answer.worse"]
    );
}

#[test]
fn an_interval_holds_the_share_and_narrows_with_plays() {
    let none = Share { count: 0, of: 100 }.interval();
    assert!(
        none.0 == 0.0 && (0.036..0.038).contains(&none.1),
        "{none:?}"
    );
    let all = Share { count: 7, of: 7 }.interval();
    assert!(all.1 > 0.999 && (0.64..0.65).contains(&all.0), "{all:?}");
    let width = |of| {
        let (low, high) = Share { count: of / 5, of }.interval();
        assert!(low < 0.2 && 0.2 < high);
        high - low
    };
    assert!(width(10_000) < width(100) / 9.0);
}

#[test]
fn an_exercise_that_ends_in_the_middle_of_a_turn_is_played_to_its_end() {
    let end = "effects: [End(ending: \"storm\")]";
    let text = include_str!("../fixtures/good.ron")
        .replace("    clock: (", "    commit: InTurn,\n    clock: (")
        .replace(
            "effects: [Trust(from: \"courier\", to: \"ncert\", by: 5)]",
            end,
        )
        .replace("note: \"Nothing is said.\"", end);
    let playable = check_source("scenario.ron", &text).playable.unwrap();
    let tally = batch(&playable, 20, "random", 1).run(&|_| ());
    // The second seat has nothing more to seal once the first one has ended it.
    assert_eq!((tally.plays, tally.broken.plays), (20, 0));
    assert!(tally.early > 0);
}
