//! The preview of a scenario that is being written: it steps, jumps, and keeps its place when the files change.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use demarche::author::watch::Move;
use demarche::author::watch::Preview;
use demarche::author::watch::Shown;
use demarche::author::watch::Told;
use demarche::diag::Severity;
use demarche::model::InjectId;
use demarche::scenario;
use demarche::session::InjectStatus;
use demarche::text::Words;

fn written(folder: &Path) {
    for (name, bytes) in scenario::load_embedded("first-call").unwrap().files() {
        if !name.contains('/') {
            fs::write(folder.join(name), bytes).unwrap();
        }
    }
}

fn edit(file: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(old), "{old}");
    fs::write(file, text.replace(old, new)).unwrap();
}

/// How many mistakes keep it from being played.
fn errors(shown: &Shown) -> usize {
    let all = shown.problems.iter();
    all.filter(|problem| problem.severity == Severity::Error)
        .count()
}

fn turn(shown: &Shown) -> u16 {
    shown.view.as_ref().unwrap().turn
}

fn inject(shown: &Shown, word: &str) -> InjectId {
    shown
        .injects
        .iter()
        .find(|line| line.word.as_str() == word)
        .unwrap()
        .inject
}

fn says(notes: &Shown, word: &str) -> bool {
    notes.notes.iter().any(|note| note.as_str().contains(word))
}

fn told(lines: &[Told], word: &str) -> bool {
    lines.iter().any(|line| match line {
        Told::Heading(text) | Told::Line(text) | Told::Aside(text) => text.as_str().contains(word),
    })
}

#[test]
fn it_steps_back_and_forth_and_jumps_to_an_inject() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path());
    let mut preview = Preview::open(folder.path(), Arc::new(Words::new("en")));
    let first = preview.shown();
    assert_eq!((turn(&first), errors(&first)), (1, 0));
    preview.go(Move::Next);
    preview.go(Move::Next);
    let second = preview.shown();
    assert_eq!(turn(&second), 2);
    assert!(told(&second.seen, "altered booking script"));
    // What is so stands in the truth alone.
    assert!(
        told(&second.truth, "The sensor saw one address")
            && !told(&second.seen, "The sensor saw one address")
    );
    preview.go(Move::Back);
    preview.go(Move::Next);
    assert_eq!(
        (preview.shown().seen, preview.shown().truth),
        (second.seen, second.truth)
    );
    preview.go(Move::Jump(inject(&first, "last_advice")));
    assert_eq!(turn(&preview.shown()), 4);
    preview.go(Move::Jump(inject(&first, "welcome")));
    assert_eq!(turn(&preview.shown()), 1);
    // One that never comes by itself leaves the preview where it is, and can be sent.
    let card = inject(&first, "norm_card");
    preview.go(Move::Jump(card));
    let shown = preview.shown();
    assert!(
        turn(&shown) == 1 && says(&shown, "does not come"),
        "{:?}",
        shown.notes
    );
    preview.go(Move::Fire(card));
    let shown = preview.shown();
    let line = shown
        .injects
        .iter()
        .find(|line| line.inject == card)
        .unwrap();
    assert_eq!(line.status, InjectStatus::Delivered { turn: 1 });
    for _ in 0..20 {
        preview.go(Move::Next);
    }
    assert!(says(&preview.shown(), "is over"));
}

#[test]
fn it_says_what_it_could_not_keep() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path());
    let entry = folder.path().join("scenario.ron");
    let injects = folder.path().join("injects.ron");
    let mut preview = Preview::open(folder.path(), Arc::new(Words::new("en")));
    for _ in 0..4 {
        preview.go(Move::Next);
    }
    let before = preview.shown();
    assert_eq!(turn(&before), 3);
    // Nothing changed: nothing is read again.
    preview.go(Move::Reload);
    assert_eq!(preview.shown().reloads, before.reloads);
    // A text changes: everything else is as it was.
    edit(&injects, "Welcome to the situation room", "Come in");
    preview.go(Move::Reload);
    let same = preview.shown();
    assert_eq!(
        (turn(&same), same.notes.len(), same.seen == before.seen),
        (3, 0, true),
        "{:?}",
        same.notes
    );
    // An inject comes later than it did.
    edit(
        &injects,
        "id: \"queue_list\", at: \"T+00:05\"",
        "id: \"queue_list\", turn: 2",
    );
    preview.go(Move::Reload);
    let later = preview.shown();
    assert!(
        turn(&later) == 3 && says(&later, "`queue_list` now comes in turn 2"),
        "{:?}",
        later.notes
    );
    // Every choice of the first decision has another id: what was chosen is gone, and somebody chooses anew.
    let text = fs::read_to_string(&entry).unwrap();
    let start = text.find("id: \"first_hour\"").unwrap();
    let end = start + text[start..].find("id: \"pass_on\"").unwrap();
    let part = text[start..end].replace("id: \"", "id: \"other_").replacen(
        "other_first_hour",
        "first_hour",
        1,
    );
    let part = part.replace("default: \"", "default: \"other_");
    fs::write(&entry, format!("{}{part}{}", &text[..start], &text[end..])).unwrap();
    for file in [&entry, &injects] {
        let text = fs::read_to_string(file).unwrap();
        fs::write(
            file,
            text.replace("chose.first_hour.", "chose.first_hour.other_"),
        )
        .unwrap();
    }
    preview.go(Move::Reload);
    let anew = preview.shown();
    assert!(errors(&anew) == 0, "{:?}", anew.problems);
    assert!(
        turn(&anew) == 3 && says(&anew, "chose anew"),
        "{:?}",
        anew.notes
    );
    // The files are broken: the last good preview stays.
    fs::write(&injects, "(injects: [").unwrap();
    preview.go(Move::Reload);
    let broken = preview.shown();
    assert!(broken.is_stale && errors(&broken) > 0);
    assert_eq!((turn(&broken), broken.seen), (3, anew.seen));
}
