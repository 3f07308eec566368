//! Open Fix: it loads without a remark, ends in many ways, and starts its clocks by their own words.

use std::collections::BTreeSet;

use demarche::bots;
use demarche::engine::dice::Dice;
use demarche::model::id::Kind;
use demarche::model::ledger::duties::Trigger;
use demarche::scenario::load_embedded;
use demarche::scenario::open;
use demarche::script::Playable;

use super::common_voice::play;

/// Deciding needs more stack than a test's thread has.
const STACK: usize = 16 << 20;
/// Plays of each way of playing; the play-tester plays it in thousands.
const PLAYS: u64 = 6;

fn open_fix() -> Playable {
    let opened = open(&load_embedded("open-fix").unwrap());
    assert!(opened.diagnostics.is_empty(), "{:?}", opened.diagnostics);
    opened.playable.unwrap()
}

/// A49, A50: one event, clocks of four packs, in the words of four laws, for the same holder.
#[test]
fn one_breach_starts_clocks_with_four_words() {
    let playable = open_fix();
    let scenario = playable.scenario();
    let maker = scenario.names.find(Kind::Seat, "millrace").unwrap();
    let duties = scenario.duties.iter();
    let of_maker = duties.filter(|duty| duty.holder.index() == usize::from(maker));
    let words: BTreeSet<&str> = of_maker.map(|duty| duty.trigger.key()).collect();
    for word in [Trigger::Aware, Trigger::Determines, Trigger::Knows] {
        assert!(words.contains(word.key()), "{words:?}");
    }
    let packs = scenario.duties.iter().filter_map(|duty| duty.pack.as_ref());
    assert!(packs.count() >= 7);
}

/// Whoever uses the flaw acts by its own rules, and belongs to nobody.
#[test]
fn its_unknown_party_has_moves_of_its_own_and_no_state() {
    let playable = open_fix();
    let scenario = playable.scenario();
    let adversary = &scenario.adversary;
    let actor = adversary.actor.unwrap();
    assert_eq!(scenario.actors[actor.index()].acts_for, None);
    assert!(adversary.moves.len() >= 4);
    // What a seat sees of a move is what it moved, in words that say nothing of who it was.
    assert!(adversary.moves.iter().all(|one| !one.why.is_empty()));
}

#[test]
fn it_ends_in_many_ways_and_none_is_everybodys() {
    let thread = std::thread::Builder::new().stack_size(STACK);
    let endings = thread.spawn(|| {
        let playable = open_fix();
        let standard = bots::standard();
        let mut endings = Vec::new();
        for play_no in 0..PLAYS {
            let seed = Dice::seed_of_play(4, play_no);
            for name in standard {
                endings.push(play(&playable, seed, Some(&[name; 5])));
            }
            endings.push(play(&playable, seed, None));
        }
        endings
    });
    let endings = endings.unwrap().join().unwrap();
    let kinds: BTreeSet<&String> = endings.iter().collect();
    assert!(kinds.len() >= 5, "{kinds:?}");
    for kind in kinds {
        let count = endings.iter().filter(|ending| *ending == kind).count();
        assert!(count * 2 < endings.len(), "{kind}: {count}");
    }
}
