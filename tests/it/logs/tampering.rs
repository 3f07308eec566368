//! Logs that were cut, edited, shuffled or never were logs.

use std::path::Path;

use demarche::log::Contents;
use demarche::log::Damage;
use demarche::log::Ending;
use demarche::log::Header;
use demarche::log::Log;
use demarche::log::LogError;
use demarche::log::RealDisk;
use demarche::log::Recovered;

use crate::logs::PATH;
use crate::logs::Step;
use crate::logs::create;
use crate::logs::disk::MemoryDisk;
use crate::logs::header;
use crate::logs::holds_a_prefix;
use crate::logs::package;
use crate::logs::step;
use crate::logs::written;

/// Asserts that a log with these bytes is refused, with these words after its path, and left as it is.
#[track_caller]
fn refuses(bytes: &[u8], words: &str) {
    let disk = MemoryDisk::with(PATH, bytes.to_vec());
    let Err(error) = Log::open(&disk, Path::new(PATH)) else {
        panic!("opened: {words}")
    };
    assert_eq!(error.to_string(), format!("{PATH:?}{words}"));
    assert_eq!(
        disk.bytes(Path::new(PATH)).unwrap(),
        bytes,
        "refused and changed"
    );
}

/// Asserts that a log with these bytes loses so many at its end, and holds the scripted lines up to this one.
#[track_caller]
fn cuts(bytes: Vec<u8>, dropped_bytes: u64, last: u32) {
    let disk = MemoryDisk::with(PATH, bytes);
    let opened = Log::open(&disk, Path::new(PATH)).unwrap();
    assert_eq!(opened.recovered, Some(Recovered { dropped_bytes }));
    assert_eq!(holds_a_prefix(&opened.contents), last);
    assert_eq!(disk.bytes(Path::new(PATH)).unwrap(), written(last));
}

/// The lines of a log, each with its newline; line 1 comes first.
fn lines(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').collect()
}

#[test]
fn a_log_may_be_cut_at_every_byte() {
    let log = written(6);
    let starts: Vec<usize> = lines(&log)
        .iter()
        .scan(0, |end, line| {
            Some(std::mem::replace(end, *end + line.len()))
        })
        .collect();
    for cut in 0..log.len() {
        let disk = MemoryDisk::with(PATH, log[..cut].to_vec());
        let whole = starts.iter().filter(|start| **start <= cut).count() - 1;
        match Log::open(&disk, Path::new(PATH)) {
            Ok(opened) => {
                assert_eq!(
                    holds_a_prefix(&opened.contents) as usize,
                    whole,
                    "cut at {cut}"
                );
                assert_eq!(
                    opened.recovered.is_some(),
                    !starts.contains(&cut),
                    "cut at {cut}"
                );
            }
            Err(LogError::NotALog { .. } | LogError::Damaged { line: 1, .. }) => {
                assert_eq!(whole, 0, "cut at {cut}");
            }
            Err(error) => panic!("cut at {cut}: {error}"),
        }
    }
}

#[test]
fn an_unfinished_last_line_is_cut_off() {
    let log = written(5);
    cuts([&log[..], b"\0\0\0\0\0\0\0\0"].concat(), 8, 5);
    cuts([&log[..], b"{"].concat(), 1, 5);
    // The length arrived, and of the sectors only some.
    let mut holed = written(6);
    let len = holed.len();
    holed[log.len() + 40..log.len() + 60].fill(0);
    cuts(holed, (len - log.len()) as u64, 5);
}

#[test]
fn a_changed_line_is_refused_and_named() {
    let log = String::from_utf8(written(6)).unwrap();
    let changed = ": was changed: its checksum does not fit";
    refuses(
        log.replace("seal 4", "seal 5").as_bytes(),
        &format!(", line 4{changed}"),
    );
    refuses(
        log.replace("seal 6", "seal 7").as_bytes(),
        &format!(", line 6{changed}"),
    );
    refuses(
        log.replace("\"command\":\"seal 4\"", "\"command\": \"seal 4\"")
            .as_bytes(),
        &format!(", line 4{changed}"),
    );
    refuses(
        log.replace("First call", "Last call").as_bytes(),
        &format!(", line 1{changed}"),
    );
    refuses(
        log.replace('\n', "\r\n").as_bytes(),
        &format!(", line 1{changed}"),
    );
    refuses(
        log.replacen('\n', "\n\n", 3).as_bytes(),
        &format!(", line 2{changed}"),
    );

    // Its checksum made anew, a line still is not the one that the next was written after.
    let forged = written_with(|number| Step {
        command: format!("seal {}", number / 4),
        ..step(number)
    });
    let mut mixed = lines(log.as_bytes());
    let forged = lines(&forged);
    mixed[1] = forged[1];
    let stranger = "does not follow the line before: one of the two was changed, or comes from another exercise";
    refuses(&mixed.concat(), &format!(", line 3: {stranger}"));
}

#[test]
fn lines_are_neither_lost_nor_repeated_nor_moved() {
    let log = written(8);
    let says = |line: u32, says: u32| {
        format!(", line {line}: stands in the wrong place: it says that it is line {says}")
    };
    let edited = |edit: fn(&mut Vec<&[u8]>)| {
        let mut lines = lines(&log);
        edit(&mut lines);
        lines.concat()
    };
    refuses(&edited(|lines| lines.swap(3, 4)), &says(4, 5));
    refuses(
        &edited(|lines| {
            lines.remove(5);
        }),
        &says(6, 7),
    );
    refuses(&edited(|lines| lines.insert(4, lines[3])), &says(5, 4));
    refuses(&edited(|lines| lines.push(lines[7])), &says(9, 8));
    refuses(
        &edited(|lines| lines.swap(0, 1)),
        ", line 1: is not a line of a log",
    );
    refuses(
        &edited(|lines| {
            lines.remove(0);
        }),
        ", line 1: is not a line of a log",
    );

    // The same choices under another seed are another exercise.
    let disk = MemoryDisk::new();
    let mut log = Log::create(
        &disk,
        Path::new(PATH),
        &Header {
            seed: 8,
            ..header()
        },
        &package(),
    )
    .unwrap();
    log.append(&step(2), 0).unwrap();
    let other = disk.bytes(Path::new(PATH)).unwrap();
    let mixed = [lines(&other)[0], lines(&written(2))[1]].concat();
    refuses(
        &mixed,
        ", line 2: does not follow the line before: one of the two was changed, or comes from another exercise",
    );
}

#[test]
fn a_lost_newline_joins_no_lines() {
    let log = written(6);
    let last = log.len() - lines(&log)[5].len() - 1;
    let mut joined = log.clone();
    joined[last] = b' ';
    refuses(&joined, ", line 5: was changed: its checksum does not fit");
    joined[last] = 0;
    refuses(&joined, ", line 5: was changed: its checksum does not fit");
    joined.pop();
    refuses(&joined, ", line 5: was changed: its checksum does not fit");
}

#[test]
fn what_is_whole_before_damage_can_be_read() {
    let log = String::from_utf8(written(6))
        .unwrap()
        .replace("seal 4", "seal 5");
    let contents =
        Contents::read(&MemoryDisk::with(PATH, log.into_bytes()), Path::new(PATH)).unwrap();
    assert_eq!(holds_a_prefix(&contents), 3);
    assert_eq!(
        contents.ending(),
        Ending::Damaged {
            line: 4,
            damage: Damage::Checksum
        }
    );
}

#[test]
fn what_is_no_log_is_refused() {
    refuses(b"", " is not an exercise log");
    refuses(b"\n", " is not an exercise log");
    refuses(b"{\"format\":1}\n", " is not an exercise log");
    refuses(&[0xff; 5000], " is not an exercise log");
    refuses(&[0; 5000], " is not an exercise log");
    refuses(
        b"{\"crc\":\"00000000\",\"format\":1}\n",
        ", line 1: was changed: its checksum does not fit",
    );
}

#[test]
fn a_newer_format_is_said_to_be_newer() {
    let disk = MemoryDisk::new();
    drop(
        Log::create(
            &disk,
            Path::new(PATH),
            &Header {
                format: 2,
                ..header()
            },
            &package(),
        )
        .unwrap(),
    );
    refuses(
        &disk.bytes(Path::new(PATH)).unwrap(),
        " has log format 2; this release reads up to 1",
    );
}

#[test]
fn a_log_has_one_writer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("two\nlines.jsonl");
    let mut log = Log::create(&RealDisk, &path, &header(), &package()).unwrap();
    let refused = Log::open(&RealDisk, &path).err().unwrap().to_string();
    assert!(
        refused.ends_with(
            "two\\nlines.jsonl\" is open elsewhere: an exercise has one writer at a time"
        ),
        "{refused}"
    );
    log.append(&step(2), 0).unwrap();
    drop(log);
    assert_eq!(
        holds_a_prefix(&Log::open(&RealDisk, &path).unwrap().contents),
        2
    );
}

#[test]
fn a_log_that_others_touch_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("touched.jsonl");
    let mut log = Log::create(&RealDisk, &path, &header(), &package()).unwrap();
    log.append(&step(2), 0).unwrap();
    std::fs::rename(&path, folder.path().join("moved.jsonl")).unwrap();
    assert!(matches!(
        log.append(&step(3), 0),
        Err(LogError::Replaced { .. })
    ));
    assert!(matches!(
        log.append(&step(3), 0),
        Err(LogError::ReadOnly { .. })
    ));

    let mut log = Log::create(&RealDisk, &path, &header(), &package()).unwrap();
    std::fs::write(&path, b"shorter").unwrap();
    assert!(matches!(
        log.append(&step(2), 0),
        Err(LogError::Replaced { .. })
    ));
}

#[test]
fn only_regular_files_are_logs() {
    let folder = tempfile::tempdir().unwrap();
    for path in [
        folder.path(),
        Path::new("/dev/zero"),
        &folder.path().join("missing.jsonl"),
    ] {
        assert!(
            matches!(Log::open(&RealDisk, path), Err(LogError::Disk { .. })),
            "{path:?}"
        );
        assert!(
            matches!(Contents::read(&RealDisk, path), Err(LogError::Disk { .. })),
            "{path:?}"
        );
    }
    // 4 GiB, of which the disk holds next to nothing.
    let huge = folder.path().join("huge.jsonl");
    let file = std::fs::File::create(&huge).unwrap();
    file.set_len(4 << 30).unwrap();
    assert!(matches!(
        Log::open(&RealDisk, &huge),
        Err(LogError::NotALog { .. })
    ));
    std::fs::write(&huge, written(3)).unwrap();
    file.set_len(4 << 30).unwrap();
    assert!(matches!(
        Log::open(&RealDisk, &huge),
        Err(LogError::TooLarge { .. })
    ));
    let occupied = folder.path().join("occupied.jsonl");
    std::fs::create_dir(&occupied).unwrap();
    assert!(matches!(
        Log::create(&RealDisk, &occupied, &header(), &package()),
        Err(LogError::Exists { .. })
    ));
}

/// The bytes of a log with lines 2 to 6, written otherwise than scripted.
fn written_with(step: fn(u32) -> Step) -> Vec<u8> {
    let disk = MemoryDisk::new();
    let mut log = create(&disk).unwrap();
    for number in 2..=6 {
        log.append(&step(number), 0).unwrap();
    }
    disk.bytes(Path::new(PATH)).unwrap()
}
