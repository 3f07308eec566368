//! `demarche watch` in a real pseudo-terminal, with an editor that saves beside it; and for pipes.

use std::fs;
use std::io::BufRead;
use std::io::BufReader;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;
use std::sync::mpsc::channel;
use std::thread;

use demarche::scenario;

use crate::terminal::Pty;
use crate::terminal::WATCHDOG;
use crate::terminal::home;

/// A copy of the tutorial's scenario in a folder of its own.
fn written(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for (name, bytes) in scenario::load_embedded("first-call").unwrap().files() {
        if !name.contains('/') {
            fs::write(folder.join(name), bytes).unwrap();
        }
    }
}

/// Saves as editors do that put a new file in the place of the old one.
fn save(file: &Path, text: &str) {
    let beside = file.with_extension("tmp");
    fs::write(&beside, text).unwrap();
    fs::rename(&beside, file).unwrap();
}

#[test]
fn an_edit_shows_and_the_preview_keeps_its_place() {
    let home = home();
    let folder = home.path().join("first call");
    written(&folder);
    let file = folder.join("injects.ron");
    let text = fs::read_to_string(&file).unwrap();
    let mut pty = Pty::run(home.path(), &["watch", folder.to_str().unwrap()]);
    pty.until_text("as saved");
    pty.until_text("Turn 1 of 4");
    pty.press("\x1b[C");
    pty.press("\x1b[C");
    pty.until_text("Turn 2 of 4");
    let changed = text.replace(
        "Finding: altered booking script served from Ilvane",
        "Finding: a line that is new",
    );
    assert_ne!(changed, text);
    save(&file, &changed);
    pty.until("the new line, in the same turn", |screen| {
        let shown = screen.contents();
        shown.contains("a line that is new") && shown.contains("Turn 2 of 4")
    });
    // A mistake leaves the last good preview where it is, and shows itself; written in place this time.
    fs::write(
        &file,
        changed.replace("from: \"corrand_cert\"", "from: \"corrand_crt\""),
    )
    .unwrap();
    pty.until("the mistake beside the last good preview", |screen| {
        let shown = screen.contents();
        shown.contains("Last good version")
            && shown.contains("corrand_crt")
            && shown.contains("a line that is new")
    });
    save(&file, &text);
    pty.until("the mended scenario", |screen| {
        let shown = screen.contents();
        shown.contains("as saved")
            && shown.contains("altered booking")
            && shown.contains("Turn 2 of 4")
    });
    // From the list of injects to where one comes.
    pty.press("3");
    pty.press("\x1b[F");
    pty.until_text("go to this inject");
    pty.press("\x1b[H\r");
    pty.until_text("Turn 1 of 4");
    pty.resize(36, 120);
    pty.until_text("The whole truth");
    pty.press("q");
    assert_eq!(pty.ends_clean(), 0);
}

#[test]
fn a_key_pressed_while_the_window_changes_is_not_lost() {
    let home = home();
    let folder = home.path().join("resized");
    written(&folder);
    let mut pty = Pty::run(home.path(), &["watch", folder.to_str().unwrap()]);
    pty.until_text("Turn 1 of 4");
    for _ in 0..40 {
        pty.resize(36, 120);
        pty.press("\x1b[C\x1b[C");
        pty.until_text("Turn 2 of 4");
        pty.resize(24, 80);
        pty.press("\x1b[D\x1b[D");
        pty.until_text("Turn 1 of 4");
    }
    pty.press("q");
    assert_eq!(pty.ends_clean(), 0);
}

#[test]
fn a_scenario_that_never_played_says_why_until_it_does() {
    let home = home();
    let folder = home.path().join("new");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("scenario.ron");
    fs::write(&file, "(format: 1, id: \"new\"").unwrap();
    let mut pty = Pty::run(home.path(), &["watch", folder.to_str().unwrap()]);
    pty.until_text("Nothing can be played yet");
    written(&folder);
    pty.until_text("Turn 1 of 4");
    pty.press("\x03");
    assert_eq!(pty.ends_clean(), 0);
}

#[test]
fn in_a_pipe_every_save_is_told_in_sentences() {
    let home = home();
    let folder = home.path().join("plain");
    written(&folder);
    let mut child = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .args(["watch", "--plain", folder.to_str().unwrap()])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let (sender, lines) = channel();
    thread::spawn(move || {
        stdout
            .lines()
            .map_while(Result::ok)
            .all(|line| sender.send(line).is_ok())
    });
    let until = |wanted: &str| loop {
        let line = lines
            .recv_timeout(WATCHDOG)
            .unwrap_or_else(|_| panic!("{wanted} never came"));
        if line.contains(wanted) {
            break;
        }
    };
    until("It plays: First Call");
    let file = folder.join("injects.ron");
    let text = fs::read_to_string(&file).unwrap();
    save(
        &file,
        &text.replace("from: \"corrand_cert\"", "from: \"corrand_crt\""),
    );
    until("Saved.");
    until("corrand_crt");
    save(&file, &text);
    until("It plays: First Call");
    child.kill().unwrap();
    child.wait().unwrap();
}
