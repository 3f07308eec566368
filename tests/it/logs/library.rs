//! One's own exercises in a folder: listed, named, deleted.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use demarche::engine::command::Command;
use demarche::engine::command::Role;
use demarche::engine::event::Cause;
use demarche::engine::event::Event;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::log::Contents;
use demarche::log::Header;
use demarche::log::Library;
use demarche::log::Line;
use demarche::log::Log;
use demarche::log::LogError;
use demarche::log::Package;
use demarche::log::Progress;
use demarche::log::RealDisk;
use demarche::log::file_name;
use demarche::model::EndingId;
use demarche::model::id::Kind;
use demarche::model::id::Names;
use demarche::model::time::ExerciseTime;

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
        Package::read(&RealDisk, &second, package().hash()).is_ok(),
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
        package().hash()
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

#[test]
fn a_package_stays_in_its_folder() {
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
    ] {
        let files = BTreeMap::from([(name.to_owned(), Vec::new())]);
        assert!(
            matches!(Package::new(files), Err(LogError::BadName { .. })),
            "{name:?}"
        );
    }
    let many = (0..257)
        .map(|number| (format!("f{number}"), Vec::new()))
        .collect();
    assert!(matches!(
        Package::new(many),
        Err(LogError::PackageTooLarge { files: 257, .. })
    ));
    let large = BTreeMap::from([("a".to_owned(), vec![0; 17 << 20])]);
    assert!(matches!(
        Package::new(large),
        Err(LogError::PackageTooLarge { files: 1, .. })
    ));
}

#[test]
fn a_package_that_is_not_what_its_name_says_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log.jsonl");
    drop(Log::create(&RealDisk, &log, &header(), &package()).unwrap());
    let hash = Contents::read(&RealDisk, &log).unwrap().header().package;
    let path = folder.path().join(format!("packages/{hash}.pack"));
    let good = std::fs::read(&path).unwrap();

    // 1 GiB of zeros, packed into 1 MiB: unpacking stops at the cap.
    let mut bomb = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let zeros = vec![0; 1 << 20];
    (0..1024).for_each(|_| std::io::Write::write_all(&mut bomb, &zeros).unwrap());
    let other = folder.path().join("other/log.jsonl");
    let files = BTreeMap::from([("scenario.ron".to_owned(), b"(format: 1)".to_vec())]);
    let another = Package::new(files).unwrap();
    let header = Header {
        package: another.hash(),
        ..header()
    };
    drop(Log::create(&RealDisk, &other, &header, &another).unwrap());
    let other = folder
        .path()
        .join(format!("other/packages/{}.pack", another.hash()));
    let mut flipped = good.clone();
    flipped[good.len() / 2] ^= 1;
    for bytes in [
        Vec::new(),
        good[..good.len() - 9].to_vec(),
        flipped,
        std::fs::read(other).unwrap(),
        bomb.finish().unwrap(),
    ] {
        std::fs::write(&path, bytes).unwrap();
        assert!(matches!(
            Package::read(&RealDisk, &log, hash),
            Err(LogError::BadPackage { .. })
        ));
    }
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(
        Package::read(&RealDisk, &log, hash),
        Err(LogError::NoPackage { .. })
    ));
}
