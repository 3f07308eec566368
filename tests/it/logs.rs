//! The exercise log: nothing acknowledged is lost, nothing changed goes unnoticed.

mod crashes;
pub(crate) mod disk;
mod faults;
mod flips;
mod kills;
mod library;
mod tampering;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

use demarche::log::Contents;
use demarche::log::Disk;
use demarche::log::Ending;
use demarche::log::Header;
use demarche::log::Line;
use demarche::log::Log;
use demarche::log::LogError;
use demarche::log::kept;
use demarche::scenario::Package;
use disk::MemoryDisk;

/// A command and an event that the log knows nothing about.
type Step = Line<String, u64>;

const PATH: &str = "/home/exercises/first.jsonl";

/// Numbers that look random and are the same in every run.
pub(crate) struct Draws(u64);

impl Draws {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ (mixed >> 29)) % limit
    }

    fn place(&mut self, len: usize) -> usize {
        usize::try_from(self.below(len as u64)).unwrap()
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 0
    }
}

fn package() -> Package {
    let scenario = "(format: 1, id: \"first-call\")\n".repeat(20).into_bytes();
    let script = b"fn on_turn() {}\n".to_vec();
    let files = [
        ("scenario.ron", scenario),
        ("scripts/first-call.rhai", script),
    ];
    Package::from_files(files.map(|(name, bytes)| (name.to_owned(), bytes)))
}

fn header() -> Header {
    Header {
        version: "0.1.0".into(),
        ..Header::new("first-call", "First call", &package(), 7)
    }
}

/// The `number`th line of a scripted exercise; the first is 2.
fn step(number: u32) -> Step {
    Line {
        command: format!("seal {number}"),
        rationale: number
            .is_multiple_of(3)
            .then(|| format!("because of line {}\nand \"so on\"", number - 1)),
        events: (0..u64::from(number % 5)).collect(),
    }
}

fn create(disk: &dyn Disk) -> Result<Log, LogError> {
    Log::create(disk, Path::new(PATH), &header(), &package())
}

/// The bytes of a log with lines 2 to `last`.
fn written(last: u32) -> Vec<u8> {
    let disk = MemoryDisk::new();
    let mut log = create(&disk).unwrap();
    for number in 2..=last {
        log.append(&step(number), 0).unwrap();
    }
    disk.bytes(Path::new(PATH)).unwrap()
}

/// Asserts that a log holds the scripted lines in order, and returns the number of its last line.
#[track_caller]
fn holds_a_prefix(contents: &Contents) -> u32 {
    let mut number = 1;
    for line in contents.lines() {
        number += 1;
        let line: Step = line.unwrap();
        assert_eq!(line, step(number));
    }
    number
}

#[test]
fn a_log_goes_on_where_it_stopped() {
    let disk = MemoryDisk::new();
    let mut log = create(&disk).unwrap();
    assert_eq!(log.append(&step(2), 1_000).unwrap(), 2);
    assert_eq!(log.append(&step(3), 2_500).unwrap(), 3);
    drop(log);

    let mut opened = Log::open(&disk, Path::new(PATH)).unwrap();
    assert_eq!(opened.recovered, None);
    assert_eq!(opened.contents.header(), &header());
    assert_eq!(holds_a_prefix(&opened.contents), 3);
    assert_eq!(opened.log.append(&step(4), 9_000).unwrap(), 4);

    let contents = Contents::read(&disk, Path::new(PATH)).unwrap();
    assert_eq!(
        (holds_a_prefix(&contents), contents.ending()),
        (4, Ending::Whole)
    );
    let times = demarche::log::times(&disk, Path::new(PATH));
    assert_eq!(times, BTreeMap::from([(2, 1_000), (3, 2_500), (4, 9_000)]));
    let kept = kept(&disk, Path::new(PATH), contents.header().package).unwrap();
    assert!(kept.files().eq(package().files()));
}

#[test]
fn the_bytes_of_a_log_are_fixed() {
    let log = String::from_utf8(written(3)).unwrap();
    insta::assert_snapshot!("log_v1", log);
}

#[test]
fn a_taken_path_is_refused() {
    let disk = MemoryDisk::new();
    drop(create(&disk).unwrap());
    let before = disk.bytes(Path::new(PATH));
    assert!(matches!(create(&disk), Err(LogError::Exists { .. })));
    assert_eq!(disk.bytes(Path::new(PATH)), before);
}
