//! From saving a file of the largest shipped scenario to its preview in play again: `cargo bench --bench watch`.
//!
//! The real way: the system tells that a file has changed, the scenario is read and checked, and the commands given so far
//! are given again. Once at the beginning of the exercise, once in its last turn.
#![expect(
    clippy::print_stdout,
    reason = "a benchmark's only output is what it prints"
)]

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;
use std::time::Instant;

use demarche::author::watch::Move;
use demarche::author::watch::Preview;
use demarche::author::watch::Saved;
use demarche::scenario;
use demarche::text::Words;

const SCENARIO: &str = "common-voice";
const SAVES: usize = 21;
/// More stops than the exercise has.
const FAR: usize = 200;

fn main() {
    let room = tempfile::tempdir().expect("there is room for a scenario");
    let folder = room.path();
    let package = scenario::load_embedded(SCENARIO).expect("it is shipped");
    for (name, bytes) in package.files() {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).expect("there is room for a folder");
        fs::write(path, bytes).expect("there is room for a file");
    }
    let mut preview = Preview::open(folder, Arc::new(Words::new("en")));
    tell("in the first turn", folder, &mut preview);
    for _ in 0..FAR {
        preview.go(Move::Next);
    }
    tell("at the end", folder, &mut preview);
}

/// Saves the scenario again and again with another title, and prints how long it takes until the preview shows it.
fn tell(when: &str, folder: &Path, preview: &mut Preview) {
    let entry = folder.join(scenario::ENTRY);
    let text = fs::read_to_string(&entry).expect("it was written");
    let title = text
        .lines()
        .find(|line| line.trim_start().starts_with("title:"));
    let title = title.expect("a scenario has a title").to_owned();
    let (sender, saves) = channel();
    let saved = Saved::listen(folder, move || sender.send(()).is_ok());
    let _saved = saved.expect("the system tells of changes");
    let mut took: Vec<Duration> = (0..SAVES)
        .map(|number| {
            let other = title.replace("title: \"", &format!("title: \"{number} "));
            fs::write(&entry, text.replacen(&title, &other, 1)).expect("it can be saved");
            let start = Instant::now();
            loop {
                saves.recv().expect("somebody listens");
                preview.go(Move::Reload);
                let shown = preview.shown();
                let view = shown.view.as_ref().expect("it plays");
                if view.title.as_str().starts_with(&format!("{number} ")) {
                    return start.elapsed();
                }
            }
        })
        .collect();
    fs::write(&entry, &text).expect("it can be saved");
    took.sort();
    println!(
        "{when:<20} median {:>4} ms, slowest {:>4} ms of {SAVES} saves",
        took[SAVES / 2].as_millis(),
        took[SAVES - 1].as_millis()
    );
}
