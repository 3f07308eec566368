//! How long the parts of an exercise take: `cargo bench`, or `cargo bench -- WORD` for those whose name has the word in it.
//!
//! Each part runs in rounds until it has taken a second; the median of the rounds is printed, so that a machine that is busy
//! for a moment doesn't count.
#![expect(
    clippy::print_stdout,
    reason = "a benchmark's only output is what it prints"
)]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Duration;
use std::time::Instant;

use demarche::bots;
use demarche::bots::Sealed;
use demarche::engine::State;
use demarche::engine::command::Command;
use demarche::engine::decide;
use demarche::engine::dice::Dice;
use demarche::engine::event::Event;
use demarche::engine::event::Step;
use demarche::engine::lens::Lens;
use demarche::engine::tell::Teller;
use demarche::engine::truth::Truth;
use demarche::engine::view::SeatView;
use demarche::engine::why;
use demarche::engine::why::Asker;
use demarche::lab::Batch;
use demarche::lab::Casting;
use demarche::model::ExprId;
use demarche::scenario;
use demarche::scenario::Package;
use demarche::scenario::load_embedded;
use demarche::script::Fuse;
use demarche::script::Lowering;
use demarche::script::Options;
use demarche::script::Playable;
use demarche::script::compile_with;
use demarche::text::Words;

/// What the parts are tried on.
const SCENARIO: &str = "common-voice";
/// What ten thousand injects are added to.
const SMALL: &str = "first-call";
/// The turn in which a single turn is looked at: the incident is in full swing.
const TURN: u16 = 5;
/// How long one part is measured.
const LONG: Duration = Duration::from_secs(1);
/// A round takes at least so long, so that reading the clock costs nothing.
const ROUND: Duration = Duration::from_millis(5);
/// Deciding needs more stack than a thread has by itself.
const STACK: usize = 16 << 20;

fn main() {
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| !arg.starts_with('-'))
        .collect();
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let thread = thread.spawn_scoped(scope, || parts(&wanted));
        thread
            .expect("a machine that measures can start a thread")
            .join()
            .expect("no part panics");
    });
}

/// Measures one part and prints its median.
fn measure<T>(wanted: &[String], name: &str, mut part: impl FnMut() -> T) {
    if !wanted.is_empty() && !wanted.iter().any(|word| name.contains(&**word)) {
        return;
    }
    let mut time = |times: u32| {
        let began = Instant::now();
        for _ in 0..times {
            black_box(part());
        }
        began.elapsed()
    };
    let mut times = 1;
    while time(times) < ROUND {
        times *= 2;
    }
    let began = Instant::now();
    let mut rounds = Vec::new();
    while began.elapsed() < LONG || rounds.len() < 3 {
        rounds.push(time(times) / times);
    }
    rounds.sort_unstable();
    let iterations = rounds.len() * usize::try_from(times).unwrap_or(usize::MAX);
    let median = rounds[rounds.len() / 2];
    println!("{name:<52} {median:>12.2?}   {iterations} times");
}

fn parts(wanted: &[String]) {
    let package = load_embedded(SCENARIO).expect("the scenario is shipped");
    measure(wanted, "load and compile", || scenario::open(&package));
    let playable = scenario::open(&package)
        .playable
        .expect("the scenario is sound");
    for bots in ["random", "cautious_committee", "standard"] {
        let batch = Batch {
            playable: &playable,
            plays: 0..64,
            seed: 1,
            bots: Casting::named(bots).expect("the bot is built in"),
            threads: 1,
        };
        let mut next = 0;
        measure(wanted, &format!("a play by {bots}"), || {
            next = (next + 1) % 64;
            batch.events(next)
        });
    }
    turn(wanted, &playable);
    for id in ["common-voice", "open-fix"] {
        chains(wanted, id);
    }
    conditions(wanted, &playable);
    many(wanted);
}

/// Loading a scenario with very many injects.
fn many(wanted: &[String]) {
    let package = load_embedded(SMALL).expect("the scenario is shipped");
    let mut files: Vec<(String, Vec<u8>)> = package
        .files()
        .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
        .collect();
    let names: Vec<String> = (0..5).map(|file| format!("many-{file}.ron")).collect();
    for (file, name) in names.iter().enumerate() {
        let rows: String = (0..1995)
            .map(|row| {
                format!(
                    "(id: \"n{file}_{row}\", turn: (1, 2), when: \"turn >= 2\", to: [\"ilcert\"], from_other: \"Somebody\", channel: Email, \
                     title: \"One of many\", body: \"Nothing much.\"),\n"
                )
            })
            .collect();
        files.push((name.clone(), format!("(injects: [{rows}])").into_bytes()));
    }
    for (name, bytes) in &mut files {
        if name == scenario::ENTRY {
            let text = String::from_utf8_lossy(bytes);
            let names = format!("\"{}\"", names.join("\", \""));
            let (before, after) = text.split_once('(').expect("the entry is one thing");
            let text = if after.contains("files: [") {
                text.replacen("files: [", &format!("files: [{names}, "), 1)
            } else {
                format!("{before}(files: [{names}], {after}")
            };
            *bytes = text.into_bytes();
        }
    }
    let package = Package::from_files(files);
    measure(wanted, "load and compile 9,996 injects", || {
        let opened = scenario::open(&package);
        assert!(
            opened.playable.is_some(),
            "{:?}",
            opened.diagnostics.first()
        );
        opened
    });
}

/// One turn in the middle: what each of its parts takes.
fn turn(wanted: &[String], playable: &Playable) {
    let scenario = playable.scenario();
    let dice = Dice::new(7);
    let mut state = State::new(scenario, 7);
    let mut events = Vec::new();
    loop {
        let truth = Truth::new(playable, &state);
        if truth.turn() == TURN && truth.step() == Step::Commit {
            break;
        }
        if truth.step() == Step::Commit {
            seal_all(playable, &mut state, dice, &mut events);
        }
        told(playable, &mut state, &Command::Advance, &mut events);
    }
    let words = Words::default();
    measure(wanted, "a clone of the state", || state.clone());
    for seat in &scenario.seats {
        let seats = [seat.id];
        let word = scenario
            .names
            .word(demarche::model::SeatId::KIND, seat.id.0);
        let lens = Lens::new(playable, &state, &seats);
        measure(wanted, &format!("a view for {word}"), || {
            SeatView::of(&lens, &events, &words)
        });
        measure(wanted, &format!("what is possible for {word}"), || {
            lens.possible(seat.id)
        });
        for name in bots::names() {
            let bot = bots::named(name).expect("the bot is built in");
            measure(wanted, &format!("a choice for {word} by {name}"), || {
                let mut sealed = Sealed::default();
                bot.choose(&lens, seat.id, &dice, &mut sealed);
                sealed
            });
        }
    }
    seal_all(playable, &mut state, dice, &mut events);
    let mut room = Vec::new();
    measure(
        wanted,
        "a turn from Resolve to Commit, with a clone",
        || {
            let mut state = state.clone();
            room.clear();
            for _ in 0..6 {
                told(playable, &mut state, &Command::Advance, &mut room);
            }
            state
        },
    );
}

/// What every number of a finished play is asked for: the chains of causes behind all its changes. The longest answer counts,
/// since somebody waits for it.
fn chains(wanted: &[String], id: &str) {
    let name = format!("why a number of {id} is what it is");
    if !wanted.is_empty() && !wanted.iter().any(|word| name.contains(&**word)) {
        return;
    }
    let package = load_embedded(id).expect("the scenario is shipped");
    let playable = scenario::open(&package)
        .playable
        .expect("the scenario is sound");
    let words = Words::default();
    let teller = Teller {
        scenario: playable.scenario(),
        words: &words,
    };
    let batch = Batch {
        playable: &playable,
        plays: 0..8,
        seed: 1,
        bots: Casting::standard(),
        threads: 1,
    };
    let mut taken: Vec<Duration> = Vec::new();
    for number in batch.plays.clone() {
        let events = batch.events(number).expect("bots keep to the rules");
        let abouts: BTreeSet<_> = events.iter().filter_map(why::subject).collect();
        for about in abouts {
            let began = Instant::now();
            black_box(why::changes(Asker::All, &events, about, teller));
            taken.push(began.elapsed());
        }
    }
    taken.sort_unstable();
    let median = taken[taken.len() / 2];
    let most = taken[taken.len() - 1];
    println!(
        "{name:<52} {median:>12.2?}   {} numbers, at most {most:.2?}",
        taken.len()
    );
}

fn told(playable: &Playable, state: &mut State, command: &Command, events: &mut Vec<Event>) {
    decide(playable, state, command, &Fuse::never(), events)
        .expect("bots and the clock are always within the rules");
}

fn seal_all(playable: &Playable, state: &mut State, dice: Dice, events: &mut Vec<Event>) {
    let standard = bots::standard().into_iter().cycle();
    for (seat, name) in playable.scenario().seats.iter().zip(standard) {
        let bot = bots::named(name).expect("the bot is built in");
        let mut sealed = Sealed::default();
        let seats = [seat.id];
        let lens = Lens::new(playable, state, &seats);
        bot.choose(&lens, seat.id, &dice, &mut sealed);
        told(playable, state, &sealed.command(seat.id), events);
    }
}

/// All the scenario's expressions at `StartEx`, run natively where they can be, and then by the interpreter alone.
fn conditions(wanted: &[String], lowered: &Playable) {
    let scenario = lowered.scenario();
    let options = Options {
        lowering: Lowering::Nothing,
    };
    let interpreted = compile_with(scenario.clone(), options).0;
    let interpreted = interpreted.expect("what compiles with lowering compiles without");
    let native: Vec<ExprId> = (0..scenario.exprs.len())
        .map(ExprId::at)
        .filter(|expr| lowered.is_native(*expr))
        .collect();
    println!(
        "{} of {} expressions run natively",
        native.len(),
        scenario.exprs.len()
    );
    let state = State::new(scenario, 7);
    for (name, playable) in [("natively", lowered), ("interpreted", &interpreted)] {
        let truth = Truth::new(playable, &state);
        let mut turns = native.iter().cycle();
        measure(wanted, &format!("a condition, {name}"), || {
            turns.next().map(|expr| truth.eval(*expr))
        });
    }
}
