//! The flagship: it loads without a remark, and somebody's way of playing reaches each of its endings.

use std::collections::BTreeMap;

use demarche::bots;
use demarche::bots::Sealed;
use demarche::engine::State;
use demarche::engine::command::Command;
use demarche::engine::decide;
use demarche::engine::dice::Dice;
use demarche::engine::event::Step;
use demarche::engine::lens::Lens;
use demarche::engine::truth::Truth;
use demarche::model::SeatId;
use demarche::model::id::Kind;
use demarche::scenario::load_embedded;
use demarche::scenario::open;
use demarche::script::Fuse;
use demarche::script::Playable;

/// Deciding needs more stack than a test's thread has.
const STACK: usize = 16 << 20;
/// Plays of each way of playing. With fewer, an ending that comes once in fifty plays can be missed.
const PLAYS: u64 = 48;

fn common_voice() -> Playable {
    let opened = open(&load_embedded("common-voice").unwrap());
    assert!(opened.diagnostics.is_empty(), "{:?}", opened.diagnostics);
    opened.playable.unwrap()
}

/// Plays to the end, each seat by the bot of that name, or nobody moving a finger, and gives the ending's word.
pub(super) fn play(playable: &Playable, seed: u64, bots: Option<&[&str]>) -> String {
    let scenario = playable.scenario();
    let mut state = State::new(scenario, seed);
    let mut events = Vec::new();
    loop {
        let (step, ending) = {
            let truth = Truth::new(playable, &state);
            (truth.step(), truth.ending())
        };
        if let Some(ending) = ending {
            return scenario.names.word(Kind::Ending, ending.0).to_owned();
        }
        if step == Step::Commit {
            for (place, name) in bots.unwrap_or_default().iter().enumerate() {
                let seat = SeatId::at(place);
                let mut sealed = Sealed::default();
                let lens = Lens::new(playable, &state, std::slice::from_ref(&seat));
                let bot = bots::named(name).unwrap();
                bot.choose(&lens, seat, &Dice::new(seed), &mut sealed);
                let command = sealed.command(seat);
                let decided = decide(playable, &mut state, &command, &Fuse::never(), &mut events);
                assert_eq!(decided, Ok(()), "{name}, seed {seed}");
            }
        }
        let decided = decide(
            playable,
            &mut state,
            &Command::Advance,
            &Fuse::never(),
            &mut events,
        );
        assert_eq!(decided, Ok(()), "seed {seed}");
    }
}

#[test]
fn each_ending_is_somebodys_and_none_is_everybodys() {
    let thread = std::thread::Builder::new().stack_size(STACK);
    let counted = thread.spawn(|| {
        let playable = common_voice();
        let standard = bots::standard();
        let mut counted: BTreeMap<String, u64> = BTreeMap::new();
        for play_no in 0..PLAYS {
            let seed = Dice::seed_of_play(4, play_no);
            for name in standard {
                *counted
                    .entry(play(&playable, seed, Some(&[name; 3])))
                    .or_default() += 1;
            }
            let mixed = [play_no, play_no / 6, play_no / 36]
                .map(|place| standard[usize::try_from(place % 6).unwrap()]);
            *counted
                .entry(play(&playable, seed, Some(&mixed)))
                .or_default() += 1;
        }
        let endings = playable.scenario().endings.len();
        assert_eq!(counted.len(), endings, "{counted:?}");
        counted
    });
    let counted = counted.unwrap().join().unwrap();
    let all: u64 = counted.values().sum();
    assert!(counted.values().all(|count| count * 2 < all), "{counted:?}");
}

#[test]
fn doing_nothing_ends_badly_but_ends() {
    let thread = std::thread::Builder::new().stack_size(STACK);
    let endings = thread.spawn(|| {
        let playable = common_voice();
        (0..20)
            .map(|seed| play(&playable, seed, None))
            .collect::<Vec<_>>()
    });
    for ending in endings.unwrap().join().unwrap() {
        assert!(
            ending == "billed_twice" || ending == "still_sitting",
            "{ending}"
        );
    }
}
