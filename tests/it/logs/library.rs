//! One's own exercises in a folder: listed, named, deleted.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use demarche::engine::command::Command;
use demarche::engine::command::Role;
use demarche::engine::event::Cause;
use demarche::engine::event::Event;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::log::Contents;
use demarche::log::Hash;
use demarche::log::Header;
use demarche::log::Library;
use demarche::log::Line;
use demarche::log::Log;
use demarche::log::LogError;
use demarche::log::Progress;
use demarche::log::RealDisk;
use demarche::log::file_name;
use demarche::log::kept;
use demarche::model::EndingId;
use demarche::model::id::Kind;
use demarche::model::id::Names;
use demarche::model::time::ExerciseTime;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use sha2::Digest;
use sha2::Sha256;

use crate::logs::PATH;
use crate::logs::create;
use crate::logs::disk::MemoryDisk;
use crate::logs::header;
use crate::logs::package;
use crate::logs::step;

fn library(folder: &Path) -> Library {
    Library::new(Arc::new(RealDisk), folder.join("data/exercises"))
}

/// The names of all files below a folder.
fn tree(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                names.push(
                    path.strip_prefix(folder)
                        .unwrap()
                        .to_str()
                        .unwrap()
                        .to_owned(),
                );
            }
        }
    }
    names.sort();
    names
}

#[test]
fn exercises_are_listed_named_and_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    assert!(library.list().unwrap().is_empty());

    let first = library.free_path("first-call", 1_795_368_577, 7).unwrap();
    assert!(
        first.ends_with("data/exercises/first-call-20261122-172937-7.jsonl"),
        "{first:?}"
    );
    let mut log = Log::create(&RealDisk, &first, &header(), &package()).unwrap();
    log.append(&step(2), 0).unwrap();
    let second = library.free_path("first-call", 1_795_368_577, 7).unwrap();
    assert!(
        second.ends_with("first-call-20261122-172937-7-2.jsonl"),
        "{second:?}"
    );
    drop(
        Log::create(
            &RealDisk,
            &second,
            &Header {
                seed: 8,
                ..header()
            },
            &package(),
        )
        .unwrap(),
    );

    assert!(matches!(
        library.delete(&first),
        Err(LogError::InUse { .. })
    ));
    drop(log);
    library.rename(&first, "  Monday\u{1b}group\n").unwrap();
    let listed = library.list().unwrap();
    let named = listed.iter().find(|listed| listed.path == first).unwrap();
    assert_eq!(named.name.as_deref(), Some("Monday group"));
    assert_eq!(named.header.as_ref().unwrap(), &header());
    assert_eq!(listed.len(), 2);

    library.delete(&first).unwrap();
    assert_eq!(library.list().unwrap().len(), 1);
    assert!(
        kept(&RealDisk, &second, header().package).is_ok(),
        "another exercise was played with it"
    );
    library.delete(&second).unwrap();
    assert_eq!(tree(folder.path()), ["data/exercises/packages/guard"]);
}

#[test]
fn a_damaged_exercise_is_listed_and_keeps_the_packages() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    let good = library.dir().join("good.jsonl");
    drop(Log::create(&RealDisk, &good, &header(), &package()).unwrap());
    std::fs::write(library.dir().join("bad.jsonl"), b"not a log").unwrap();
    std::fs::create_dir(library.dir().join("folder.jsonl")).unwrap();

    let listed = library.list().unwrap();
    assert_eq!(
        listed
            .iter()
            .filter(|listed| listed.header.is_err())
            .count(),
        1
    );
    assert_eq!(listed.len(), 2);
    library.delete(&good).unwrap();
    assert!(tree(folder.path()).contains(&format!(
        "data/exercises/packages/{}.pack",
        header().package
    )));
}

#[test]
fn a_log_says_how_far_the_exercise_came() {
    let entered = |turn| What::Entered {
        turn,
        step: Step::Brief,
        from: ExerciseTime(0),
    };
    let noted = |text: &str| What::Noted {
        by: Role::Facilitator,
        about: None,
        rating: None,
        text: text.to_owned(),
    };
    let disk = MemoryDisk::new();
    let mut log = create(&disk).unwrap();
    let mut append = |what: Vec<What>| {
        let events: Vec<_> = what
            .into_iter()
            .map(|what| Event {
                cause: Cause::Facilitator,
                what,
            })
            .collect();
        log.append(
            &Line {
                command: Command::Advance,
                rationale: None,
                events,
            },
            0,
        )
        .unwrap();
        Contents::read(&disk, Path::new(PATH)).unwrap().progress()
    };
    assert_eq!(
        append(vec![What::Started]),
        Progress {
            turn: None,
            ended: false
        }
    );
    assert_eq!(
        append(vec![entered(0), entered(1)]),
        Progress {
            turn: Some(1),
            ended: false
        }
    );
    assert_eq!(
        append(vec![noted("Entered")]),
        Progress {
            turn: Some(1),
            ended: false
        }
    );
    let mut names = Names::default();
    let ending = EndingId(names.add(Kind::Ending, "quiet").unwrap());
    let ended = What::Ended {
        ending,
        early: false,
    };
    let reached = Arc::new(names).scope(|| append(vec![entered(2), ended]));
    assert_eq!(
        reached,
        Progress {
            turn: Some(2),
            ended: true
        }
    );
    assert_eq!(
        append(vec![noted("Ended")]),
        Progress {
            turn: Some(2),
            ended: true
        }
    );
}

#[test]
fn names_of_files_tell_the_moment() {
    assert_eq!(file_name("a", 0, 1), "a-19700101-000000-1");
    assert_eq!(file_name("a", 951_782_399, 1), "a-20000228-235959-1");
    assert_eq!(file_name("a", 951_782_400, 1), "a-20000229-000000-1");
    assert_eq!(file_name("a", 4_107_542_400, 1), "a-21000301-000000-1");
}

/// A kept scenario with these files, allowed or not, and the hash it would have.
fn packed(files: &[(&str, &[u8])]) -> (Hash, Vec<u8>) {
    let mut sum = Sha256::new();
    let mut pack = ZlibEncoder::new(Vec::new(), Compression::best());
    pack.write_all(b"demarche-package 1\n").unwrap();
    for (name, bytes) in files {
        for part in [name.as_bytes(), bytes] {
            sum.update((part.len() as u64).to_le_bytes());
            sum.update(part);
        }
        writeln!(pack, "{} {name}", bytes.len()).unwrap();
        pack.write_all(bytes).unwrap();
    }
    let hash = format!("{:x}", sum.finalize());
    (Hash::parse(&hash).unwrap(), pack.finish().unwrap())
}

#[test]
fn a_package_holds_what_a_scenario_may_hold_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log.jsonl");
    drop(Log::create(&RealDisk, &log, &header(), &package()).unwrap());
    let opens = |files: &[(&str, &[u8])]| {
        let (hash, pack) = packed(files);
        std::fs::write(folder.path().join(format!("packages/{hash}.pack")), pack).unwrap();
        match kept(&RealDisk, &log, hash) {
            Ok(package) => package.files().eq(files.iter().copied()),
            Err(LogError::BadPackage { .. }) => false,
            Err(error) => panic!("{error}"),
        }
    };
    assert!(opens(&[("a", b""), ("scripts/b-1.rhai", b"\n1 x\n")]));
    for name in [
        "../x",
        "a/../../x",
        "/abs",
        "c:x",
        "a\\b",
        "",
        ".",
        "a//b",
        "a/",
        "A",
        "a b",
        "a\n",
        "é",
        "a/./b",
        ".a",
    ] {
        assert!(!opens(&[(name, b"x")]), "{name:?}");
    }
    assert!(!opens(&[("a", b"1"), ("a", b"2")]), "a name twice");
    assert!(!opens(&[("a", &vec![0; 2 << 20])]), "a file of 2 MiB");
    let names: Vec<String> = (0..300).map(|number| format!("f{number:03}")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert!(opens(&many[..256]));
    assert!(!opens(&many[..257]), "257 files");
}

#[test]
fn a_package_that_is_not_what_its_name_says_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log.jsonl");
    drop(Log::create(&RealDisk, &log, &header(), &package()).unwrap());
    let hash = header().package;
    let path = folder.path().join(format!("packages/{hash}.pack"));
    let good = std::fs::read(&path).unwrap();

    let (_, another) = packed(&[("scenario.ron", b"(format: 1)")]);
    let mut flipped = good.clone();
    flipped[good.len() / 2] ^= 1;
    // 1 GiB of zeros, packed into 1 MiB: unpacking stops at the cap.
    let mut bomb = ZlibEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![0; 1 << 20];
    (0..1024).for_each(|_| bomb.write_all(&zeros).unwrap());
    for bytes in [
        Vec::new(),
        good[..good.len() - 9].to_vec(),
        flipped,
        another,
        bomb.finish().unwrap(),
    ] {
        std::fs::write(&path, bytes).unwrap();
        assert!(matches!(
            kept(&RealDisk, &log, hash),
            Err(LogError::BadPackage { .. })
        ));
    }
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(
        kept(&RealDisk, &log, hash),
        Err(LogError::NoPackage { .. })
    ));
}
