//! The engine's contract: every shipped scenario and a fixture, many seeds, random legal bots and the profiles.

mod asking;
mod canary;
pub(crate) mod driver;
mod fixture;
mod forecasts;
mod hidden;
mod imagining;
mod markings;
mod plants;
mod secrets;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::Mutex;

use demarche::bots;
use demarche::bots::Bot;
use demarche::model::SeatId;
use demarche::scenario;
use demarche::script::Playable;

use crate::bots::lookahead::SMALL;
use crate::contract::driver::Check;
use crate::contract::driver::play;
use crate::support::effort;
use crate::support::table::playable;

/// Every scenario the contract is held to, by name.
fn scenarios() -> Vec<(&'static str, Arc<Playable>)> {
    let shipped = scenario::embedded().into_iter().map(|id| {
        let package = scenario::load_embedded(id).unwrap();
        let opened = scenario::open(&package);
        let playable = opened
            .playable
            .unwrap_or_else(|| panic!("{id} does not open"));
        (id, Arc::new(playable))
    });
    let fixture = fixture::border();
    let mut in_turn = fixture.clone();
    in_turn.scenario.commit = demarche::model::scenario::CommitMode::InTurn;
    let fixtures = [
        ("fixture", Arc::new(playable(fixture.finished()))),
        ("fixture in turn", Arc::new(playable(in_turn.finished()))),
    ];
    // Ledgers whose fixture is a file of its own.
    let files = [
        ("flaws", crate::engine::disclosure::wild()),
        ("whodunit", crate::engine::attribution::wild()),
        ("council", crate::engine::statements::shared()),
    ];
    shipped.chain(fixtures).chain(files).collect()
}

fn random(_: SeatId) -> &'static dyn Bot {
    bots::named("random").unwrap()
}

/// Seeds so many times as hard as wanted, each play on a thread with the stack that Rhai may need.
fn over_seeds(seeds: u64, work: impl Fn(u64) + Send + Sync) {
    let work = &work;
    std::thread::scope(|scope| {
        for share in 0..2 {
            std::thread::Builder::new()
                .stack_size(16 << 20)
                .spawn_scoped(scope, move || {
                    for seed in (share..seeds * effort()).step_by(2) {
                        work(seed);
                    }
                })
                .unwrap();
        }
    });
}

#[test]
fn random_play_keeps_the_contract() {
    for (name, playable) in scenarios() {
        over_seeds(20, |seed| {
            let what = format!("{name}, seed {seed}");
            play(
                &playable,
                seed,
                random,
                &what,
                &mut [&mut driver::Legality, &mut driver::Words],
            );
        });
    }
}

#[test]
fn every_profile_plays_every_seat_within_the_rules() {
    for (name, playable) in scenarios() {
        for profile in bots::names() {
            let by_name = bots::named(profile).unwrap();
            let is_slow = profile == SMALL.name();
            let chosen: &'static dyn Bot = if is_slow { &SMALL } else { by_name };
            over_seeds(2, |seed| {
                let what = format!("{name}, {profile}, seed {seed}");
                play(
                    &playable,
                    seed,
                    |_| chosen,
                    &what,
                    &mut [&mut driver::Words],
                );
            });
        }
    }
}

#[test]
fn the_same_commands_give_the_same_bytes_in_whatever_order_seats_seal() {
    for (name, playable) in scenarios() {
        over_seeds(5, |seed| {
            let what = format!("{name}, seed {seed}");
            let table = play(&playable, seed, random, &what, &mut []);
            driver::replays(&table, seed, &what);
            driver::reorders(&table, seed, &what);
        });
    }
}

#[test]
fn a_seat_sees_what_it_holds_and_nothing_changes_with_anothers_secrets() {
    for (name, playable) in scenarios() {
        over_seeds(4, |seed| {
            let what = format!("{name}, seed {seed}");
            let mut secrets = secrets::Secrets::default();
            let mut checks: [&mut dyn Check; 2] = [&mut secrets::Holdings, &mut secrets];
            play(&playable, seed, random, &what, &mut checks);
            assert!(
                secrets.changed > 20,
                "{what}: only {} secrets",
                secrets.changed
            );
        });
    }
}

#[test]
fn every_row_of_every_board_can_be_asked_why() {
    let boards: Mutex<BTreeMap<&str, asking::Asked>> = Mutex::default();
    for (name, playable) in scenarios() {
        over_seeds(2, |seed| {
            let what = format!("{name}, seed {seed}");
            let mut asking = asking::Asking::default();
            play(&playable, seed, random, &what, &mut [&mut asking]);
            let mut boards = boards.lock().unwrap();
            for (board, asked) in asking.boards {
                boards.entry(board).or_default().add(asked);
            }
        });
    }
    let boards = boards.into_inner().unwrap();
    for board in demarche::engine::view::board::BOARDS {
        let asked = boards.get(board.word).copied().unwrap_or_default();
        assert!(asked.rows > 0, "no row of {} was seen", board.word);
        assert!(
            asked.told > 0,
            "nothing on {} ever has a reason",
            board.word
        );
    }
    let by_luck: usize = boards.values().map(|asked| asked.by_luck).sum();
    assert!(by_luck > 0, "no chain ends in a die");
}

#[test]
fn a_breach_of_a_marking_is_always_logged_and_nothing_else_is() {
    let passages: Mutex<markings::Passages> = Mutex::default();
    for (name, playable) in scenarios() {
        over_seeds(10, |seed| {
            let what = format!("{name}, seed {seed}");
            let table = play(&playable, seed, random, &what, &mut []);
            let found = markings::follow(&table, seed, &what);
            passages.lock().unwrap().add(found);
        });
    }
    let found = passages.into_inner().unwrap();
    let counted = [found.inside, found.outside, found.answered];
    let is_seen = counted.into_iter().all(|times| times > 30) && found.published > 0;
    assert!(is_seen, "{found:?}");
}

#[test]
fn what_was_forecast_of_an_act_is_what_comes_of_it() {
    let kept: Mutex<BTreeMap<&str, forecasts::Kept>> = Mutex::default();
    for (name, playable) in scenarios() {
        over_seeds(10, |seed| {
            let what = format!("{name}, seed {seed}");
            let mut forecasts = forecasts::Forecasts::default();
            play(&playable, seed, random, &what, &mut [&mut forecasts]);
            let mut kept = kept.lock().unwrap();
            for (key, one) in forecasts.kept {
                kept.entry(key).or_default().add(one);
            }
        });
    }
    let kept = kept.into_inner().unwrap();
    let tried: i64 = kept.values().map(|one| one.tried).sum();
    assert!(tried > 300 && kept.len() > 4, "{kept:?}");
    for (key, one) in kept {
        // Three standard deviations of a fair coin, in per mille.
        let slack = one.tried.isqrt() * 1500;
        let range = one.low - slack..=one.high + slack;
        assert!(range.contains(&one.went_well), "{key}: {one:?}");
    }
}

#[test]
fn no_token_planted_in_a_secret_reaches_another_seat() {
    for (name, playable) in scenarios() {
        let planted = canary::plant(playable.scenario());
        over_seeds(20, |seed| {
            let what = format!("{name}, seed {seed}");
            let mut watch = canary::Watch::new(&planted);
            play(&planted.playable, seed, random, &what, &mut [&mut watch]);
            // The watch would be blind if nothing at all were shown.
            assert!(
                watch.shown > 10,
                "{what}: only {} tokens were seen",
                watch.shown
            );
        });
    }
}

#[test]
fn what_a_seat_imagines_is_as_good_as_what_it_knows() {
    for (name, playable) in scenarios() {
        over_seeds(4, |seed| {
            let what = format!("{name}, seed {seed}");
            let mut imagines = imagining::Imagines::default();
            play(&playable, seed, random, &what, &mut [&mut imagines]);
            assert!(imagines.played > 4, "{what}: {}", imagines.played);
            assert!(imagines.differed > 1, "{what}: {}", imagines.differed);
        });
    }
}
