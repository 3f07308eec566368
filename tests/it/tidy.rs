//! The house rules: rows, imports, first lines, lengths, words.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// The rows of the house, as `design` lists them.
const ROWS: &[(&str, u8)] = &[
    ("text", 0),
    ("model", 1),
    ("diag", 1),
    ("script", 2),
    ("scenario", 3),
    ("engine", 3),
    ("bots", 4),
    ("log", 4),
    ("session", 5),
    ("lab", 6),
    ("author", 7),
    ("report", 7),
    ("tui", 8),
    ("plain", 8),
    ("server", 9),
    ("cli", 10),
];

/// The longest a source file may be, in lines.
const LONGEST: usize = 500;

fn row(module: &str) -> Option<u8> {
    ROWS.iter()
        .find(|(name, _)| *name == module)
        .map(|(_, row)| *row)
}

/// Every Rust file below a folder, with its text.
fn files(folder: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, into: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, into);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                into.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
        &mut found,
    );
    found.sort();
    found
}

/// The module under `src` a file belongs to: `engine` for `src/engine.rs` and `src/engine/lens.rs`.
fn module(path: &Path) -> String {
    let inside = path
        .strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        .unwrap();
    let first = inside
        .components()
        .next()
        .unwrap()
        .as_os_str()
        .to_str()
        .unwrap();
    first.trim_end_matches(".rs").to_owned()
}

#[test]
fn a_row_imports_only_rows_above_it() {
    let mut wrong = Vec::new();
    for (path, text) in files("src") {
        let own = module(&path);
        let Some(own_row) = row(&own) else { continue };
        for (number, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for part in line.split("crate::").skip(1) {
                let used: String = part
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                match row(&used) {
                    _ if used == own => {}
                    Some(used_row) if used_row < own_row => {}
                    Some(_) => wrong.push(format!(
                        "{}:{}: {own} uses {used}",
                        path.display(),
                        number + 1
                    )),
                    None => {}
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_has_a_row() {
    for (path, _) in files("src") {
        let module = module(&path);
        assert!(
            row(&module).is_some() || ["lib", "main"].contains(&&*module),
            "{module} has no row"
        );
    }
}

#[test]
fn bots_and_screens_never_see_the_truth() {
    let mut wrong = Vec::new();
    for (path, text) in files("src") {
        let banned: &[&str] = match &*module(&path) {
            "bots" => &["engine::State", "engine::truth", "Truth<", "engine::state"],
            "tui" => &["engine::State", "engine::state"],
            _ => continue,
        };
        for word in banned {
            if text.contains(word) {
                wrong.push(format!("{}: {word}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_and_is_short_enough() {
    let mut wrong = Vec::new();
    for (path, text) in files("src").into_iter().chain(files("tests")) {
        if !text.starts_with("//! ") {
            wrong.push(format!("{}: no first line", path.display()));
        }
        if text.lines().count() > LONGEST
            && path.starts_with(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        {
            wrong.push(format!(
                "{}: {} lines",
                path.display(),
                text.lines().count()
            ));
        }
        if path.ends_with("mod.rs") {
            wrong.push(format!(
                "{}: `foo.rs` beside `foo/`, never `mod.rs`",
                path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn imports_are_one_readable_line_each_and_no_word_is_left_for_later() {
    // Put together here so that this file does not find itself.
    let later = ["TO", "DO"].concat();
    let mend = ["FIX", "ME"].concat();
    let mut wrong = Vec::new();
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (path, text) in files("src").into_iter().chain(files("tests")) {
        for (number, line) in text.lines().enumerate() {
            let trimmed = line.trim_start();
            let is_import = trimmed.starts_with("use ") || trimmed.starts_with("pub use ");
            let place = format!("{}:{}", path.display(), number + 1);
            if is_import && trimmed.contains("crate::{") {
                wrong.push(format!("{place}: one import a line"));
            }
            if is_import
                && path.starts_with(&src)
                && trimmed.contains("::*;")
                && !trimmed.contains("prelude::*;")
                && !trimmed.contains("super::*;")
            {
                wrong.push(format!("{place}: no wildcard"));
            }
            if line.contains(&later) || line.contains(&mend) {
                wrong.push(format!("{place}: an issue, or nothing"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_below_the_session_has_an_order_of_its_own() {
    let mut wrong = Vec::new();
    for (path, text) in files("src") {
        let is_below = row(&module(&path)).is_some_and(|row| row < 5);
        for word in [
            "HashMap",
            "HashSet",
            "rand::rng(",
            "thread_rng",
            "SystemTime::now",
            "f32",
            "f64",
        ] {
            let is_code = text
                .lines()
                .any(|line| !line.trim_start().starts_with("//") && line.contains(word));
            // Likeness of words is measured, and an author's number is read, in floats; neither decides anything.
            let is_allowed = matches!(
                (&*module(&path), word),
                ("diag" | "text" | "scenario", "f32" | "f64")
            );
            if is_below && is_code && !is_allowed {
                wrong.push(format!("{}: {word}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
