//! Whether the lab's intervals mean what they say: how many of them contain what a million plays showed.

use demarche::lab::Batch;
use demarche::lab::Casting;
use demarche::lab::Share;
use demarche::scenario;
use demarche::scenario::Package;
use demarche::script::Playable;

use crate::convert::Version;
use crate::convert::convert;

/// The shares of the endings over a million plays of the workload's own reference.
const ENDINGS: [f64; 6] = [0.1223, 0.3138, 0.1803, 0.0510, 0.1391, 0.1935];

const WORKLOAD: &str = include_str!("12-10.json");

/// The share of 95 % intervals that contain it, over so many batches of so many plays, ending by ending.
pub(crate) fn calibrate(runs: u64, plays: u64) -> Vec<Share> {
    let playable = open();
    let mut held = [0; ENDINGS.len()];
    for seed in 1..=runs {
        let batch = Batch {
            playable: &playable,
            plays: 0..plays,
            seed,
            bots: Casting::named("random").expect("the bot is built in"),
            threads: std::thread::available_parallelism().map_or(1, usize::from),
        };
        let tally = batch.run(&|_| {});
        for ((count, true_share), held) in tally.endings.iter().zip(ENDINGS).zip(&mut held) {
            let share = Share {
                count: count.plays,
                of: tally.plays,
            };
            let (low, high) = share.interval();
            *held += u64::from((low..=high).contains(&true_share));
        }
    }
    let shares = held.into_iter().map(|count| Share { count, of: runs });
    shares.collect()
}

fn open() -> Playable {
    let workload = serde_json::from_str(WORKLOAD).expect("the workload is as it was written");
    let files = convert(&workload, Version::Declared).into_iter();
    let package = Package::from_files(files.map(|(name, text)| (name, text.into_bytes())));
    let opened = scenario::open(&package);
    opened.playable.expect("what is converted can be played")
}
