//! The tutorial, followed literally from an empty folder: what each step leaves is checked and played. And every recipe of
//! the cookbook, added to what the tutorial made.

use std::collections::BTreeMap;

use demarche::diag::Style;
use demarche::diag::render;
use demarche::scenario::Package;
use demarche::scenario::open;
use demarche::script::Playable;
use demarche::text::Words;

use crate::scenarios::walk::ending;

const TUTORIAL: &str = include_str!("../../../docs/tutorial.md");
const COOKBOOK: &str = include_str!("../../../docs/cookbook.md");
const ENTRY: &str = "scenario.ron";

/// The folder that a reader of the tutorial has, by file name.
type Folder = BTreeMap<String, String>;

/// What stands under each heading of the second level.
fn steps(page: &str) -> Vec<&str> {
    page.split("\n## ").skip(1).collect()
}

/// The blocks of a step that belong into files: the name above a block, if there is one, and its text.
fn blocks(step: &str) -> Vec<(Option<&str>, &str)> {
    let mut found = Vec::new();
    let mut rest = step;
    while let Some((before, after)) = rest.split_once("```") {
        let (language, text) = after.split_once('\n').unwrap();
        let (text, after) = text.split_once("```").unwrap();
        let above = before.trim_end().lines().last().unwrap_or_default();
        let name = above
            .strip_prefix("`cold-chain/")
            .and_then(|name| name.strip_suffix('`'));
        if matches!(language, "ron" | "rhai") {
            found.push((name, text));
        }
        rest = after;
    }
    found
}

/// Does what the step tells its reader to do.
fn follow(folder: &mut Folder, step: &str) {
    for (name, text) in blocks(step) {
        if let Some(name) = name {
            folder.insert(name.to_owned(), text.to_owned());
            continue;
        }
        let entry = folder.get_mut(ENTRY).unwrap();
        if text.trim_start().starts_with("files:") {
            name_files(entry, text);
        } else {
            // "Put this line into the inject `maker`, below its `title`."
            let title = entry.find("Is your page right?").unwrap();
            let line = entry[title..].find('\n').unwrap() + title + 1;
            entry.insert_str(line, text);
        }
    }
    if step.contains("Take the old `endings: [ … ],` out") {
        let entry = folder.get_mut(ENTRY).unwrap();
        let from = entry.find("    endings: [").unwrap();
        let close = "\n    ],\n";
        let to = entry[from..].find(close).unwrap() + from + close.len();
        entry.replace_range(from..to, "");
    }
}

/// The line `files: …` goes below `difficulty`, or in the place of the one that is there.
fn name_files(entry: &mut String, line: &str) {
    *entry = entry
        .lines()
        .filter(|old| !old.trim_start().starts_with("files:"))
        .flat_map(|old| {
            let new = old
                .trim_start()
                .starts_with("difficulty:")
                .then(|| line.trim_end());
            [Some(old), new].into_iter().flatten()
        })
        .map(|line| format!("{line}\n"))
        .collect();
}

/// What is told of a folder, and the scenario if it can be played.
fn look(folder: &Folder) -> (String, Option<Playable>) {
    let files = folder
        .iter()
        .map(|(name, text)| (name.clone(), text.as_bytes()));
    let opened = open(&Package::from_files(files));
    let told = render(
        &opened.diagnostics,
        &opened.sources,
        &Words::default(),
        Style::Text,
    );
    (told, opened.playable)
}

#[test]
fn the_tutorial_followed_literally_ends_with_a_scenario_that_plays() {
    let mut folder = Folder::new();
    let steps = steps(TUTORIAL);
    assert_eq!(steps.len(), 8);
    for (number, step) in (1..).zip(steps) {
        follow(&mut folder, step);
        let (told, playable) = look(&folder);
        // A first step without a decision is told so, and nothing else is said of any step.
        let expected = usize::from(number == 1);
        assert_eq!(
            told.matches("warning[S322]").count(),
            expected,
            "step {number}: {told}"
        );
        assert_eq!(
            told.matches("]: ").count(),
            expected,
            "step {number}: {told}"
        );
        ending(&playable.unwrap(), number, &[]);
    }
    let (_, playable) = look(&folder);
    let playable = playable.unwrap();
    let ends = |choices: &[&str]| ending(&playable, 1, choices);
    assert_eq!(
        ends(&["answer first_warning.read_all", "answer merrin.whole"]),
        "cold"
    );
    assert_ne!(
        ends(&["answer first_warning.ask_first", "answer merrin.wait"]),
        "cold"
    );
}

#[test]
fn every_recipe_of_the_cookbook_can_be_added_to_the_tutorial() {
    let mut folder = Folder::new();
    for step in steps(TUTORIAL) {
        follow(&mut folder, step);
    }
    let entry = folder[ENTRY].clone();
    let recipes = steps(COOKBOOK);
    assert!(recipes.len() >= 10);
    for recipe in recipes {
        let title = recipe.lines().next().unwrap();
        let [(None, text)] = blocks(recipe)[..] else {
            panic!("{title}: one block, without a name");
        };
        folder.insert("recipe.ron".to_owned(), text.to_owned());
        let with = entry.replace("\"end.ron\"", "\"end.ron\", \"recipe.ron\"");
        folder.insert(ENTRY.to_owned(), with);
        let (told, playable) = look(&folder);
        assert_eq!(told, "", "{title}");
        ending(&playable.unwrap(), 3, &[]);
    }
}
