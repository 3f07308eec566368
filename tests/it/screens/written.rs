//! Previews of a scenario that is being written: in play, broken by the last save, and never yet right.

use std::fs;
use std::sync::Arc;
use std::sync::OnceLock;

use demarche::author::watch::Move;
use demarche::author::watch::Preview;
use demarche::author::watch::Shown;
use demarche::scenario::ENTRY;
use demarche::text::Words;
use demarche::tui::request::Reply;

const TEXT: &str = include_str!("../../fixtures/good.ron");

/// What the preview shows of these versions, saved one after another, in the second turn of the last that plays.
fn preview(versions: &[String]) -> Shown {
    let folder = tempfile::tempdir().unwrap();
    let entry = folder.path().join(ENTRY);
    fs::write(&entry, &versions[0]).unwrap();
    let mut preview = Preview::open(folder.path(), Arc::new(Words::new("en")));
    for _ in 0..4 {
        preview.go(Move::Next);
    }
    for version in &versions[1..] {
        fs::write(&entry, version).unwrap();
        preview.go(Move::Reload);
    }
    preview.shown()
}

fn reply(shown: &Shown) -> Vec<Reply> {
    vec![Reply::Preview(Box::new(shown.clone()))]
}

/// One that plays.
pub(crate) fn playing() -> Vec<Reply> {
    static SHOWN: OnceLock<Shown> = OnceLock::new();
    reply(SHOWN.get_or_init(|| preview(&[TEXT.to_owned()])))
}

/// One whose last save has two mistakes.
pub(crate) fn broken() -> Vec<Reply> {
    static SHOWN: OnceLock<Shown> = OnceLock::new();
    reply(SHOWN.get_or_init(|| {
        let wrong = TEXT
            .replace("from: \"courier\", channel", "from: \"courrier\", channel")
            .replace(
                "after: \"phish\", to: [\"mfa\"]",
                "after: \"fish\", to: [\"mfa\"]",
            );
        preview(&[TEXT.to_owned(), wrong])
    }))
}

/// One that could never be played.
pub(crate) fn nothing() -> Vec<Reply> {
    static SHOWN: OnceLock<Shown> = OnceLock::new();
    reply(SHOWN.get_or_init(|| preview(&["(format: 1, id: \"probe\"".to_owned()])))
}
