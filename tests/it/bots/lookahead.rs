//! Look-ahead: it serves its seat's wants better than the others do, and says what it has compared.

use std::sync::Arc;

use demarche::bots;
use demarche::bots::Bot;
use demarche::bots::LookAhead;
use demarche::engine::dice::Dice;
use demarche::engine::event::Step;
use demarche::engine::truth::Truth;
use demarche::lab::Casting;
use demarche::model::SeatId;
use demarche::scenario;
use demarche::script::Playable;
use demarche::text::Words;

use crate::contract::driver::chosen;
use crate::contract::driver::play;
use crate::support::effort;
use crate::support::table::Table;

/// Plays of each bot in each seat. The lead is several times what so few plays can be wrong by.
const PLAYS: u64 = 6;

/// A budget for tests: it does what the usual one does, less often.
pub(crate) static SMALL: LookAhead = LookAhead {
    plans: 16,
    worlds: 3,
    turns: 3,
};

fn shipped(id: &str) -> Arc<Playable> {
    let opened = scenario::open(&scenario::load_embedded(id).unwrap());
    Arc::new(opened.playable.unwrap())
}

/// What a seat's wants come to at the end of all plays together, with this bot in that seat and the standard ones around it.
fn wanted(playable: &Arc<Playable>, seat: SeatId, bot: &'static dyn Bot) -> i64 {
    let scenario = playable.scenario();
    let plays = (0..PLAYS * effort()).map(|number| {
        let seed = Dice::seed_of_play(3, number);
        let cast = Casting::standard().places(scenario, seed);
        let cast = |at: SeatId| -> &'static dyn Bot {
            let name = bots::standard()[cast[at.index()]];
            if at == seat {
                bot
            } else {
                bots::named(name).unwrap()
            }
        };
        let table = play(playable, seed, cast, bot.name(), &mut []);
        let truth = Truth::new(playable, &table.state);
        let wants = scenario.seats[seat.index()].wants.iter();
        wants
            .map(|want| truth.eval(want.value).unwrap() * i64::from(want.weight))
            .sum::<i64>()
    });
    plays.sum()
}

#[test]
fn it_serves_every_seats_wants_better_than_any_profile() {
    let thread = std::thread::Builder::new().stack_size(16 << 20);
    let work = || {
        for id in ["common-voice", "first-call"] {
            let playable = shipped(id);
            for seat in &playable.scenario().seats {
                let ours = wanted(&playable, seat.id, &SMALL);
                for name in bots::standard() {
                    let theirs = wanted(&playable, seat.id, bots::named(name).unwrap());
                    assert!(ours > theirs, "{}: {name} {theirs}, {ours}", seat.title);
                }
            }
        }
    };
    thread.spawn(work).unwrap().join().unwrap();
}

#[test]
fn it_says_what_it_has_compared_and_spends_no_more_than_its_budget() {
    let words = Words::default();
    let budget = LookAhead {
        plans: 9,
        worlds: 2,
        turns: 2,
    };
    let thread = std::thread::Builder::new().stack_size(16 << 20);
    let work = move || {
        let mut table = Table::at(shipped("common-voice"), 5);
        while table.truth().turn() < 3 || table.truth().step() != Step::Commit {
            table = table.advance();
        }
        for seat in table.scenario().seats.iter().map(|seat| seat.id) {
            let sealed = chosen(&table, &budget, seat, 5);
            assert_eq!(sealed, chosen(&table, &budget, seat, 5));
            let said = sealed.reason.unwrap().say(&words).to_string();
            let count = said
                .split_whitespace()
                .find_map(|word| word.parse::<usize>().ok());
            assert!(
                count.is_some_and(|count| (5..=9).contains(&count)),
                "{said}"
            );
            assert!(said.contains("2 ways"), "{said}");
        }
    };
    thread.spawn(work).unwrap().join().unwrap();
}
