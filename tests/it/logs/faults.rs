//! A disk that fails at any one operation: nothing is acknowledged after a failure, nothing acknowledged is lost.

use std::path::Path;

use demarche::log::Contents;
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
use crate::logs::written;

const NO_SPACE: i32 = 28;
const INPUT_OUTPUT: i32 = 5;
const INTERRUPTED: i32 = 4;
const QUOTA: i32 = 122;

const FAULTS: [Fault; 8] = [
    Fault::Error(NO_SPACE),
    Fault::Error(INPUT_OUTPUT),
    Fault::Error(INTERRUPTED),
    Fault::Error(QUOTA),
    Fault::Short,
    Fault::Torn(NO_SPACE),
    Fault::Torn(INPUT_OUTPUT),
    Fault::Gone,
];
const LAST_LINE: u32 = 61;

/// Writes the scripted lines until something fails; returns the last acknowledged one, or 0 if there is no log.
fn write_until_it_fails(disk: &MemoryDisk) -> u32 {
    let Ok(mut log) = create(disk) else { return 0 };
    let mut acknowledged = 1;
    let mut failed = false;
    for number in 2..=LAST_LINE {
        match log.append(&step(number), 0) {
            Ok(line) => {
                assert!(!failed, "line {number} was acknowledged after a failure");
                assert_eq!(line, number);
                acknowledged = number;
            }
            Err(_) => failed = true,
        }
        assert_eq!(log.is_read_only(), failed);
    }
    acknowledged
}

#[test]
fn every_operation_may_fail_while_a_log_is_written() {
    let undisturbed = MemoryDisk::new();
    assert_eq!(write_until_it_fails(&undisturbed), LAST_LINE);
    let mut draws = Draws(1);
    for after in 0..undisturbed.operations() {
        for fault in FAULTS {
            let disk = MemoryDisk::new();
            disk.fail(after, fault);
            let acknowledged = write_until_it_fails(&disk);
            let place = format!("operation {after}, {fault:?}, {acknowledged} acknowledged");

            let disk = disk.after_kill();
            if acknowledged == 0 && disk.bytes(Path::new(PATH)).is_none() {
                drop(create(&disk).unwrap_or_else(|error| panic!("{place}: {error}")));
            }
            let mut opened = Log::open(&disk, Path::new(PATH))
                .unwrap_or_else(|error| panic!("{place}: {error}"));
            let last = holds_a_prefix(&opened.contents);
            assert!(
                (acknowledged..=acknowledged + 1).contains(&last),
                "{place}: holds {last}"
            );

            // What a failed sync left behind in memory only must neither be shown as whole nor be built upon.
            let mut holds = |disk: &MemoryDisk| {
                let disk = disk.after_power_loss(512, &mut draws);
                let opened = Log::open(&disk, Path::new(PATH))
                    .unwrap_or_else(|error| panic!("{place}: {error}"));
                let package = kept(&disk, Path::new(PATH), header().package);
                assert!(package.is_ok(), "{place}: no package");
                holds_a_prefix(&opened.contents)
            };
            assert_eq!(holds(&disk), last, "{place}");
            opened.log.append(&step(last + 1), 0).unwrap();
            assert_eq!(holds(&disk), last + 1, "{place}");
        }
    }
}

#[test]
fn every_operation_may_fail_while_a_log_is_recovered() {
    let whole = written(9);
    let torn = [whole.as_slice(), b"{\"crc\":\"0123"].concat();
    for after in 0..20 {
        for fault in FAULTS {
            let disk = MemoryDisk::with(PATH, torn.clone());
            disk.fail(after, fault);
            let _ = Log::open(&disk, Path::new(PATH));
            let disk = disk.after_kill();
            let opened = Log::open(&disk, Path::new(PATH)).unwrap();
            assert_eq!(
                holds_a_prefix(&opened.contents),
                9,
                "operation {after}, {fault:?}"
            );
            assert_eq!(disk.bytes(Path::new(PATH)).unwrap(), whole);
        }
    }
}

#[test]
fn what_an_interrupted_beginning_left_is_written_over() {
    let disk = MemoryDisk::with(&format!("{PATH}.new"), vec![b'x'; 4096]);
    create(&disk).unwrap().append(&step(2), 0).unwrap();
    assert_eq!(disk.bytes(Path::new(PATH)).unwrap(), written(2));
}

#[test]
fn a_damaged_package_is_written_again() {
    let disk = MemoryDisk::new();
    drop(create(&disk).unwrap());
    let kept = format!("/home/exercises/packages/{}.pack", header().package);
    let good = disk.bytes(Path::new(&kept)).unwrap();

    let disk = MemoryDisk::with(&kept, good[..good.len() / 2].to_vec());
    let second = create(&disk).unwrap();
    assert_eq!(disk.bytes(Path::new(&kept)), Some(good));
    drop(second);
    assert!(Contents::read(&disk, Path::new(PATH)).unwrap().is_empty());
}
