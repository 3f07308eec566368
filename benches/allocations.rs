//! How often a batch asks for memory for each event, once it is warm: `cargo bench --bench allocations`.
//!
//! Two batches of the reference workload differ only in how many plays they are; what the longer one asks for on top is what
//! its further plays ask for. What the interpreter asks for inside its calls is told apart.
#![expect(
    clippy::print_stdout,
    reason = "a benchmark's only output is what it prints"
)]

#[path = "reference/convert.rs"]
mod convert;

use std::alloc::System;

use convert::Version;
use demarche::lab::Batch;
use demarche::lab::Casting;
use demarche::scenario;
use demarche::scenario::Package;
use demarche::script::Lowering;
use demarche::script::Options;
use demarche::script::Playable;
use stats_alloc::INSTRUMENTED_SYSTEM;
use stats_alloc::Region;
use stats_alloc::StatsAlloc;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const WORKLOAD: &str = include_str!("reference/12-10.json");

fn main() {
    let declared = open(Version::Declared);
    let scripted = open(Version::Scripted);
    let options = Options {
        lowering: Lowering::Expressions,
    };
    let interpreted = scenario::reopen(&scripted, options).expect("it compiled before");
    tell("declared", &declared);
    tell("scripted, lowered", &scripted);
    tell("scripted, interpreted", &interpreted);
}

fn open(version: Version) -> Playable {
    let workload = serde_json::from_str(WORKLOAD).expect("the workload is as it was written");
    let files = convert::convert(&workload, version).into_iter();
    let package = Package::from_files(files.map(|(name, text)| (name, text.into_bytes())));
    let opened = scenario::open(&package);
    opened.playable.expect("what is converted can be played")
}

fn tell(name: &str, playable: &Playable) {
    let (few, few_events) = asked(playable, 200);
    let (many, many_events) = asked(playable, 2200);
    let (asked, events) = (many.saturating_sub(few), many_events - few_events);
    println!("{name:<24} {asked:>9} allocations in {events} events of 2000 plays");
}

/// How often a batch asks for memory, and how many events it has.
fn asked(playable: &Playable, plays: u64) -> (usize, u64) {
    let batch = Batch {
        playable,
        plays: 0..plays,
        seed: 1,
        bots: Casting::named("random").expect("the bot is built in"),
        threads: 1,
    };
    let region = Region::new(ALLOCATOR);
    let tally = batch.run(&|_| {});
    let change = region.change();
    (change.allocations + change.reallocations, tally.events)
}
