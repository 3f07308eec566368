//! What look-ahead is worth: what a seat's wants come to at the end with it, and with each profile, in that seat; everybody
//! else is played by the standard bots, and the seeds are the same for all. `cargo bench --bench lookahead -- SCENARIO PLAYS`,
//! with `plans=80`, `worlds=12` or `turns=6` for another budget.
//!
//! A difference is given with the half-width of its 95 % interval, from the paired differences of the plays.
#![expect(
    clippy::print_stdout,
    reason = "a measurement's only output is what it prints"
)]

use std::str::FromStr;
use std::time::Duration;
use std::time::Instant;

use demarche::bots;
use demarche::bots::Bot;
use demarche::bots::LookAhead;
use demarche::bots::Sealed;
use demarche::engine::State;
use demarche::engine::command::Command;
use demarche::engine::decide;
use demarche::engine::dice::Dice;
use demarche::engine::event::Step;
use demarche::engine::lens::Lens;
use demarche::engine::truth::Truth;
use demarche::lab::Casting;
use demarche::model::SeatId;
use demarche::model::scenario::CommitMode;
use demarche::scenario;
use demarche::script::Fuse;
use demarche::script::Playable;

/// Deciding needs more stack than a thread has by itself.
const STACK: usize = 16 << 20;
/// The batch whose plays are played.
const BATCH: u64 = 11;

fn main() {
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .collect();
    let plays = words
        .iter()
        .find_map(|word| word.parse().ok())
        .unwrap_or(40);
    let usual = LookAhead::DEFAULT;
    let budget = LookAhead {
        plans: said(&words, "plans").unwrap_or(usual.plans),
        worlds: said(&words, "worlds").unwrap_or(usual.worlds),
        turns: said(&words, "turns").unwrap_or(usual.turns),
    };
    let embedded = scenario::embedded();
    let names_any = words.iter().any(|word| embedded.contains(&&**word));
    for id in embedded {
        if !names_any || words.iter().any(|word| word == id) {
            measure(id, plays, Box::leak(Box::new(budget)));
        }
    }
}

/// The number in a word like `plans=80`.
fn said<T: FromStr>(words: &[String], name: &str) -> Option<T> {
    let mut said = words.iter().filter_map(|word| word.split_once('='));
    said.find_map(|(what, value)| value.parse().ok().filter(|_| what == name))
}

fn measure(id: &str, plays: u64, look_ahead: &'static LookAhead) {
    let opened = scenario::load_embedded(id).map(|package| scenario::open(&package));
    let Some(Some(playable)) = opened.map(|opened| opened.playable) else {
        println!("{id} does not open");
        return;
    };
    println!("{id}, {plays} plays");
    for seat in &playable.scenario().seats {
        let of = |bot: &'static dyn Bot| -> Vec<Play> { batch(&playable, seat.id, bot, plays) };
        let ours = of(look_ahead);
        let spent: Duration = ours.iter().map(|play| play.spent).sum();
        let decisions: u32 = ours.iter().map(|play| play.decisions).sum();
        println!(
            "  {}: look-ahead {:.1}, {:.0} ms a decision",
            seat.title,
            mean(ours.iter().map(|play| play.wants)),
            spent.as_secs_f64() * 1000.0 / f64::from(decisions.max(1)),
        );
        for name in bots::standard() {
            let Some(bot) = bots::named(name) else {
                continue;
            };
            let theirs = of(bot);
            let ahead: Vec<f64> = ours
                .iter()
                .zip(&theirs)
                .map(|(ours, theirs)| ours.wants - theirs.wants)
                .collect();
            let by = mean(ahead.iter().copied());
            let spread = mean(ahead.iter().map(|one| (one - by).powi(2))).sqrt();
            #[expect(clippy::cast_precision_loss, reason = "a count of plays is small")]
            let half = 1.96 * spread / (ahead.len() as f64).sqrt();
            println!(
                "    {name:<26} {:8.1}  ahead by {by:6.1} ± {half:.1}",
                mean(theirs.iter().map(|play| play.wants)),
            );
        }
    }
}

/// How a play went for the seat in question.
struct Play {
    wants: f64,
    spent: Duration,
    decisions: u32,
}

fn batch(playable: &Playable, seat: SeatId, bot: &'static dyn Bot, plays: u64) -> Vec<Play> {
    let mut all: Vec<(u64, Play)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..2)
            .map(|share| {
                let work = move || -> Vec<(u64, Play)> {
                    let mine = (0..plays).filter(|play| play % 2 == share);
                    mine.map(|number| (number, play(playable, seat, bot, number)))
                        .collect()
                };
                let thread = std::thread::Builder::new().stack_size(STACK);
                thread
                    .spawn_scoped(scope, work)
                    .expect("a machine that measures can start a thread")
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().expect("no play panics"))
            .collect()
    });
    all.sort_by_key(|(number, _)| *number);
    all.into_iter().map(|(_, play)| play).collect()
}

fn play(playable: &Playable, seat: SeatId, bot: &'static dyn Bot, number: u64) -> Play {
    let scenario = playable.scenario();
    let seed = Dice::seed_of_play(BATCH, number);
    let (dice, fuse) = (Dice::new(seed), Fuse::never());
    let standard = bots::standard();
    let cast = Casting::standard().places(scenario, seed);
    let mut state = State::new(scenario, seed);
    let mut events = Vec::new();
    let (mut spent, mut decisions) = (Duration::ZERO, 0);
    loop {
        let truth = Truth::new(playable, &state);
        let step = truth.step();
        if truth.ending().is_some() && step == Step::Note {
            let wants = scenario.seats[seat.index()].wants.iter();
            let wants = wants.map(|want| {
                #[expect(clippy::cast_precision_loss, reason = "a want is a small number")]
                let value = truth.eval(want.value).unwrap_or(0) as f64;
                value * f64::from(want.weight)
            });
            return Play {
                wants: wants.sum(),
                spent,
                decisions,
            };
        }
        if step == Step::Commit && truth.ending().is_none() {
            let next = match scenario.commit {
                CommitMode::Sealed => None,
                CommitMode::InTurn => truth.next_to_resolve(),
            };
            for (row, place) in scenario.seats.iter().zip(&cast) {
                if next.is_some_and(|next| next != row.id) {
                    continue;
                }
                let other = bots::named(standard[*place]).unwrap_or(bot);
                let who = if row.id == seat { bot } else { other };
                let seats = [row.id];
                let mut sealed = Sealed::default();
                let began = Instant::now();
                let lens = Lens::new(playable, &state, &seats);
                who.choose(&lens, row.id, &dice, &mut sealed);
                if row.id == seat {
                    spent += began.elapsed();
                    decisions += 1;
                }
                let command = sealed.command(row.id);
                decide(playable, &mut state, &command, &fuse, &mut events)
                    .expect("bots play within the rules");
            }
        }
        decide(playable, &mut state, &Command::Advance, &fuse, &mut events)
            .expect("an exercise goes on to its end");
    }
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a count of plays is small")]
    let many = values.len().max(1) as f64;
    values.sum::<f64>() / many
}
