//! The table of what the scenarios carry: every id in it exists, and every line it quotes is in the scenario.

use std::fs;
use std::path::Path;

use demarche::author::rulebook;
use demarche::model::id::Kind;
use demarche::model::ledger::Ledger;
use demarche::model::norm::Norm;
use demarche::model::scenario::Scenario;
use demarche::scenario;
use demarche::text::Words;

/// The rows of one scenario's table: its id, and the cells of each row.
fn tables() -> Vec<(String, Vec<Vec<String>>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/mechanics.md");
    let text = fs::read_to_string(path).unwrap();
    let sections = text.split("\n## ").skip(1);
    sections
        .filter_map(|section| {
            let (_, rest) = section.split_once("`scenarios/")?;
            let (id, _) = rest.split_once("/`")?;
            let rows = section.lines().filter(|line| line.starts_with("| "));
            let rows = rows.filter(|line| !line.starts_with("| row ")).map(|line| {
                let cells = line.trim_matches('|').split('|');
                cells.map(|cell| cell.trim().to_owned()).collect()
            });
            Some((id.to_owned(), rows.collect()))
        })
        .collect()
}

/// Whether a word of the table names something of the scenario, of its vocabulary or of the rule book.
fn is_there(scenario: &Scenario, texts: &str, word: &str) -> bool {
    let names = &scenario.names;
    let known = |word: &str| {
        Kind::ALL
            .iter()
            .any(|kind| names.find(*kind, word).is_some())
    };
    if let Some((ledger, rule)) = word.split_once(": ") {
        let ledger = Ledger::ALL.into_iter().find(|known| known.word() == ledger);
        let chapter = ledger.map(|ledger| rulebook::chapter(ledger, &Words::new("en")));
        return chapter.is_some_and(|chapter| {
            let named = chapter.rules.iter().chain(&chapter.acts);
            named.into_iter().any(|entry| entry.name.as_str() == rule)
        });
    }
    if let Some(decision) = word.strip_suffix(".*") {
        return names.find(Kind::Decision, decision).is_some();
    }
    let norm = |norm: Norm| norm.key().trim_start_matches("norm-").replace('-', "_");
    known(word)
        || word.split_once('.').is_some_and(|(section, field)| {
            let mut ledgers = Ledger::ALL.into_iter();
            ledgers.any(|ledger| ledger.word() == section) && texts.contains(&format!(" {field}:"))
        })
        || Norm::ALL.into_iter().any(|known| norm(known) == word)
}

/// The text between each pair of a sign.
fn between(cell: &str, open: char, close: char) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = cell;
    while let Some((_, after)) = rest.split_once(open) {
        let Some((inner, after)) = after.split_once(close) else {
            break;
        };
        found.push(inner.to_owned());
        rest = after;
    }
    found
}

/// A text without what a quotation may change: line ends, the first letter's size, the last sign.
fn flat(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words
        .join(" ")
        .to_lowercase()
        .trim_end_matches(['.', ','])
        .to_owned()
}

#[test]
fn every_row_is_met_where_the_table_says() {
    let tables = tables();
    assert_eq!(tables.len(), 2, "a table for each of the two big scenarios");
    let mut wrong = Vec::new();
    for (id, rows) in tables {
        let package = scenario::load_embedded(&id).unwrap();
        let opened = scenario::open(&package);
        let playable = opened.playable.unwrap();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("scenarios")
            .join(&id);
        let texts = fs::read_dir(folder).unwrap();
        let texts: Vec<String> = texts
            .map(|file| file.unwrap().path())
            .filter(|path| path.is_file())
            .map(|path| fs::read_to_string(path).unwrap())
            .collect();
        let texts = flat(&texts.concat().replace("\\\"", "\""));
        for row in rows {
            let [label, _, met, told] = row.as_slice() else {
                wrong.push(format!("{id}: {row:?} has not four cells"));
                continue;
            };
            let words = between(met, '`', '`');
            if words.is_empty() {
                wrong.push(format!("{id} {label}: nothing is named"));
            }
            for word in words {
                if !is_there(playable.scenario(), &texts, &word) {
                    wrong.push(format!("{id} {label}: there is no `{word}`"));
                }
            }
            for quoted in between(told, '"', '"') {
                if !texts.contains(&flat(&quoted)) {
                    wrong.push(format!("{id} {label}: nobody says \"{quoted}\""));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The names of every test, wherever it stands.
fn tests_in(folder: &Path, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            tests_in(&path, names);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let tests = text.split("#[test]").skip(1);
            let tests = tests.filter_map(|rest| rest.split_once("fn ")?.1.split_once('('));
            names.extend(tests.map(|(name, _)| name.to_owned()));
        }
    }
}

#[test]
fn every_test_that_the_tables_name_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut names = Vec::new();
    tests_in(&root.join("tests/it"), &mut names);
    let text = fs::read_to_string(root.join("docs/mechanics.md")).unwrap();
    let of_rules = text.split("\n## ").skip(1);
    let of_rules = of_rules.filter(|section| !section.contains("`scenarios/"));
    let mut wrong = Vec::new();
    for line in of_rules.flat_map(str::lines) {
        if !line.starts_with("| ") || line.starts_with("| row ") {
            continue;
        }
        let last = line.trim_matches('|').rsplit('|').next().unwrap();
        let named = between(last, '`', '`');
        if named.is_empty() {
            wrong.push(format!("no test: {line}"));
        }
        for word in named {
            let (begins, ends) = word.split_once('…').unwrap_or((&word, &word));
            let is_it = |name: &String| name.starts_with(begins) && name.ends_with(ends);
            if !names.iter().any(is_it) {
                wrong.push(format!("there is no test `{word}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
