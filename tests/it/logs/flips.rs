//! One flipped bit anywhere in a log is found, or takes the last line with it and is said.

use std::path::Path;

use demarche::log::Log;
use demarche::log::LogError;

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
