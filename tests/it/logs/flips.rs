//! One flipped bit anywhere in a log is found, or takes the last line with it and is said.

use std::path::Path;

use demarche::log::Log;
use demarche::log::LogError;

use crate::logs::Draws;
use crate::logs::PATH;
use crate::logs::disk::MemoryDisk;
use crate::logs::holds_a_prefix;
use crate::logs::written;
use crate::support::effort;

#[test]
fn every_flipped_bit_is_found() {
    let bytes = if effort() >= 10 { 64 * 1024 } else { 4 * 1024 };
    let last_line = (2..10_000)
        .find(|last| written(*last).len() >= bytes)
        .unwrap();
    let log = written(last_line);
    let (first, second) = (0..log.len()).partition::<Vec<usize>, _>(|place| place % 2 == 0);
    std::thread::scope(|scope| {
        for places in [first, second] {
            let log = &log;
            scope.spawn(move || {
                for place in places {
                    flip_each_bit(log, place, last_line);
                }
            });
        }
    });
}

fn flip_each_bit(log: &[u8], place: usize, last_line: u32) {
    for bit in 0..8 {
        let mut flipped = log.to_vec();
        flipped[place] ^= 1 << bit;
        let disk = MemoryDisk::with(PATH, flipped);
        match Log::open(&disk, Path::new(PATH)) {
            Err(LogError::Damaged { .. } | LogError::NotALog { .. }) => {
                // Left as it was: the flipped bit, and no other.
                let mut left = disk.bytes(Path::new(PATH)).unwrap();
                left[place] ^= 1 << bit;
                assert!(
                    left == log,
                    "bit {bit} of byte {place}: refused and changed"
                );
            }
            Err(error) => panic!("bit {bit} of byte {place}: {error}"),
            Ok(opened) => {
                assert!(
                    opened.recovered.is_some(),
                    "bit {bit} of byte {place}: not found"
                );
                assert_eq!(
                    holds_a_prefix(&opened.contents),
                    last_line - 1,
                    "bit {bit} of byte {place}"
                );
            }
        }
    }
}

/// Overwrites, removes, repeats or inserts a piece of a log, cuts it, or puts rubbish at its end.
fn damage(log: &mut Vec<u8>, draws: &mut Draws) {
    const RUBBISH: &[u8] = b"\0\n{}\":,x\xff";
    let start = draws.place(log.len() + 1);
    let end = log.len().min(start + draws.place(400));
    let piece = log[start..end].to_vec();
    let place = draws.place(log.len() + 1);
    let rubbish: Vec<u8> = (0..draws.below(600))
        .map(|_| RUBBISH[draws.place(RUBBISH.len())])
        .collect();
    match draws.below(6) {
        0 => log[start..end].fill(0),
        1 => drop(log.drain(start..end)),
        2 => drop(log.splice(place..place, piece)),
        3 => drop(log.splice(place..place, rubbish)),
        4 => log.truncate(place.max(1)),
        _ => log.extend(rubbish),
    }
}

#[test]
fn whatever_happens_to_a_log_it_opens_as_it_was_or_not_at_all() {
    let log = written(30);
    let mut draws = Draws(3);
    let mut opened_anyway = 0;
    for case in 0..5_000 * effort() {
        let mut damaged = log.clone();
        for _ in 0..=draws.below(3) {
            damage(&mut damaged, &mut draws);
        }
        let disk = MemoryDisk::with(PATH, damaged.clone());
        match Log::open(&disk, Path::new(PATH)) {
            Err(_) => assert_eq!(disk.bytes(Path::new(PATH)).unwrap(), damaged, "case {case}"),
            Ok(opened) => {
                opened_anyway += 1;
                holds_a_prefix(&opened.contents);
                let left = disk.bytes(Path::new(PATH)).unwrap();
                assert!(
                    log.starts_with(&left),
                    "case {case}: not a beginning of the log"
                );
                assert_eq!(
                    opened.recovered.is_some(),
                    left.len() < damaged.len(),
                    "case {case}"
                );
            }
        }
    }
    assert!(
        opened_anyway > 100 * effort(),
        "only {opened_anyway} logs were repaired"
    );
}
