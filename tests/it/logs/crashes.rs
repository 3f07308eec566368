//! The power goes at any moment: of what was not synced any part may be there, and still nothing acknowledged is lost.

use std::path::Path;

use demarche::log::Log;
use demarche::log::kept;

use crate::logs::Draws;
use crate::logs::PATH;
use crate::logs::create;
use crate::logs::disk::Fault;
use crate::logs::disk::MemoryDisk;
use crate::logs::header;
use crate::logs::holds_a_prefix;
use crate::logs::step;
use crate::support::effort;

/// Goes on with the log, or begins it, until the disk is gone; returns the last acknowledged line, or 0 if there is none.
fn write_until_it_is_gone(disk: &MemoryDisk, last_line: u32) -> u32 {
    let opened = match disk.bytes(Path::new(PATH)) {
        Some(_) => Log::open(disk, Path::new(PATH))
            .map(|opened| (holds_a_prefix(&opened.contents), opened.log)),
        None => create(disk).map(|log| (1, log)),
    };
    let Ok((mut last, mut log)) = opened else {
        return 0;
    };
    while last < last_line && log.append(&step(last + 1), 0).is_ok() {
        last += 1;
    }
    last
}

/// Loses the power, and returns what the disk has then after checking that every acknowledged line is there.
fn lose_power(
    disk: &MemoryDisk,
    acknowledged: u32,
    sector: usize,
    draws: &mut Draws,
) -> MemoryDisk {
    let disk = disk.after_power_loss(sector, draws);
    if acknowledged == 0 && disk.bytes(Path::new(PATH)).is_none() {
        return disk;
    }
    let untouched = disk.after_kill();
    let opened = Log::open(&disk, Path::new(PATH))
        .unwrap_or_else(|error| panic!("after {acknowledged}: {error}"));
    let last = holds_a_prefix(&opened.contents);
    assert!(
        last >= acknowledged,
        "{acknowledged} acknowledged, {last} there"
    );
    assert!(kept(&disk, Path::new(PATH), header().package).is_ok());
    untouched
}

#[test]
fn the_power_may_go_at_any_moment() {
    let undisturbed = MemoryDisk::new();
    write_until_it_is_gone(&undisturbed, 40);
    let mut draws = Draws(1);
    let mut states = 0_u64;
    for after in 0..undisturbed.operations() {
        let first = MemoryDisk::new();
        first.fail(after, Fault::Gone);
        let acknowledged = write_until_it_is_gone(&first, 40);
        for sector in [512, 4096, 16].repeat(usize::try_from(effort()).unwrap() * 12) {
            let second = lose_power(&first, acknowledged, sector, &mut draws);
            // And once more, while it recovers or soon after.
            second.fail(second.operations() + draws.below(16), Fault::Gone);
            let acknowledged = write_until_it_is_gone(&second, acknowledged + 3).max(acknowledged);
            lose_power(&second, acknowledged, sector, &mut draws);
            states += 2;
        }
    }
    assert!(
        states >= 10_000 * effort(),
        "only {states} states were tried"
    );
}
