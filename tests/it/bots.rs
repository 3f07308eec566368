//! Bots: the profiles that are built in, and the sentence that says why.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use demarche::bots;
use demarche::text::Words;

#[test]
fn every_bot_is_found_by_its_name_and_has_words() {
    let words = Words::default();
    let names = bots::names();
    for name in &names {
        assert_eq!(bots::named(name).unwrap().name(), *name);
        assert!(words.has(&bots::key(name)), "{name}");
        assert!(
            words.attribute(&bots::key(name), "about").is_some(),
            "{name}"
        );
    }
    assert!(bots::named("nobody").is_none());
    for name in bots::standard() {
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn bots_read_nothing_but_their_lens() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = vec![root.join("bots.rs")];
    collect(&root.join("bots"), &mut sources);
    assert!(sources.len() > 5);
    for path in sources {
        let source = fs::read_to_string(&path).unwrap();
        for line in source.lines().filter(|line| line.contains("crate::")) {
            let allowed = ["bots", "engine", "model", "text"]
                .iter()
                .any(|row| line.contains(&format!("crate::{row}")));
            let forbidden = [
                "engine::State",
                "engine::state",
                "engine::truth",
                "engine::decide",
                "engine::apply",
            ]
            .iter()
            .any(|path| line.contains(path));
            assert!(allowed && !forbidden, "{}: {line}", path.display());
        }
    }
}

fn collect(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

#[test]
fn every_reason_has_its_sentence() {
    let words = Words::default();
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    collect(&root.join("bots"), &mut sources);
    let mut count = 0;
    for path in sources {
        let source = fs::read_to_string(&path).unwrap();
        for (place, _) in source.match_indices("\"bot-why-") {
            let key = source[place + 1..].split('"').next().unwrap();
            assert!(words.has(key), "{key}");
            count += 1;
        }
    }
    assert!(count >= 15, "the scan found only {count} sentences");
}
