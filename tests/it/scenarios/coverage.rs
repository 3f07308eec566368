//! The two big exercises over many plays by the standard bots: nothing in the rule book lies idle, and every number can be
//! asked where it comes from.

use std::collections::BTreeSet;

use demarche::engine::event::Event;
use demarche::engine::event::What;
use demarche::engine::tell::Teller;
use demarche::engine::why;
use demarche::engine::why::Asker;
use demarche::lab::ACTS;
use demarche::lab::Batch;
use demarche::lab::Casting;
use demarche::lab::Unseen;
use demarche::model::ledger::Ledger;
use demarche::scenario::load_embedded;
use demarche::scenario::open;
use demarche::script::Playable;
use demarche::text::Words;

use crate::support::effort;

const BIG: [&str; 2] = ["common-voice", "open-fix"];

fn opened(id: &str) -> Playable {
    open(&load_embedded(id).unwrap()).playable.unwrap()
}

/// Plays enough, with a seed of which that is known.
fn batch(playable: &Playable) -> Batch<'_> {
    Batch {
        playable,
        plays: 0..(300 * effort()).min(1000),
        seed: 0,
        bots: Casting::standard(),
        threads: 2,
    }
}

/// The ledger something happened in, if it happened in one.
fn ledger(what: &What) -> Option<Ledger> {
    Some(match what {
        What::Meters(_) => Ledger::Meters,
        What::Facts(_) => Ledger::Facts,
        What::Trust(_) => Ledger::Trust,
        What::Spread(_) => Ledger::Spread,
        What::Harm(_) => Ledger::Harm,
        What::Duties(_) => Ledger::Duties,
        What::Norms(_) => Ledger::Norms,
        What::Book(event) => event.ledger(),
        _ => return None,
    })
}

#[test]
fn over_both_every_act_is_taken_every_action_of_the_authors_too_and_nothing_is_stuck() {
    let mut idle: BTreeSet<&str> = ACTS.iter().map(String::as_str).collect();
    for id in BIG {
        let playable = opened(id);
        let batch = batch(&playable);
        let tally = batch.run(&|_| ());
        assert_eq!(tally.plays, batch.plays.end, "{id}: every play ends");
        let taken = ACTS.iter().zip(&tally.acts);
        for (word, _) in taken.filter(|(_, count)| count.plays > 0) {
            idle.remove(word.as_str());
        }
        let unseen = Unseen::of(&tally, playable.scenario(), &batch.bots);
        assert_eq!(unseen.actions, [], "{id}");
        assert_eq!(unseen.endings, [], "{id}");
    }
    assert!(idle.is_empty(), "nobody ever took {idle:?}");
}

#[test]
fn over_both_every_ledger_moves() {
    let mut still: BTreeSet<Ledger> = Ledger::ALL.into_iter().collect();
    for id in BIG {
        let playable = opened(id);
        let batch = batch(&playable);
        for number in 0..12 {
            for event in batch.events(number).unwrap() {
                if let Some(moved) = ledger(&event.what) {
                    still.remove(&moved);
                }
            }
        }
    }
    assert!(still.is_empty(), "{still:?} stood still");
}

/// A chain that is seen whole ends at a root: a choice, an inject, a rule of the author's or of the engine's, `StartEx`.
#[test]
fn every_number_of_a_finished_play_can_be_followed_to_where_it_comes_from() {
    let words = Words::default();
    for id in BIG {
        let playable = opened(id);
        let batch = batch(&playable);
        let teller = Teller {
            scenario: playable.scenario(),
            words: &words,
        };
        for number in 0..3 * effort() {
            let events = batch.events(number).unwrap();
            let abouts: BTreeSet<_> = events.iter().filter_map(why::subject).collect();
            assert!(abouts.len() > 40, "{id}: {}", abouts.len());
            for about in abouts {
                let (changes, _) = why::changes(Asker::All, &events, about, teller);
                assert!(!changes.is_empty(), "{id}, {number}: {about:?}");
                for change in changes {
                    assert!(!change.hidden, "{id}, {number}: {about:?} {}", change.text);
                    assert!(
                        !change.chain.is_empty(),
                        "{id}, {number}: {about:?} {}",
                        change.text
                    );
                }
            }
            causes_come_before(&events);
        }
    }
}

/// Every event has its cause before it, and what moves a number comes of more than the exercise's beginning.
fn causes_come_before(events: &[Event]) {
    use demarche::engine::event::Cause;
    let mut roots: Vec<Cause> = Vec::new();
    for (place, event) in events.iter().enumerate() {
        let root = match event.cause {
            Cause::Event(no) => {
                let parent = usize::try_from(no.0).unwrap();
                assert!(parent < place, "{event:?}");
                roots[parent]
            }
            root => root,
        };
        let is_opening = root == Cause::StartEx;
        assert!(why::subject(event).is_none() || !is_opening, "{event:?}");
        roots.push(root);
    }
}
