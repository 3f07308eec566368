//! The MSEL as a spreadsheet: there and back nothing is lost, a change changes its place alone, a mistake names its cell.

mod hostile;

use std::collections::BTreeMap;

use demarche::author::msel::Book;
use demarche::author::msel::Cells;
use demarche::author::msel::Column;
use demarche::author::msel::Table;
use demarche::author::msel::import::Import;
use demarche::author::msel::import::What;
use demarche::author::msel::import::import;
use demarche::author::msel::sheet;
use demarche::author::msel::when::moment;
use demarche::model::time::StoryClock;
use demarche::model::time::Weekday;
use demarche::scenario;
use demarche::scenario::ENTRY;
use demarche::scenario::Package;
use proptest::prelude::*;

use crate::files::meaning::meaning;

const BUOY: &str = include_str!("../../../src/author/new/minimum.ron");

/// The smallest template, as somebody's own.
fn buoy() -> Package {
    let text = BUOY
        .replace("{{id}}", "buoy")
        .replace("{{least}}", "5")
        .replace("{{most}}", "10")
        .replace("{{", "")
        .replace("}}", "");
    Package::from_files([(ENTRY.to_owned(), text.into_bytes())])
}

/// The table of these cells, by way of a file.
fn through(cells: &[Cells], is_xlsx: bool) -> Table {
    let bytes = if is_xlsx {
        sheet::xlsx(cells).unwrap()
    } else {
        sheet::csv(cells)
    };
    let table = sheet::read(&bytes).unwrap();
    assert!(table.unknown.is_empty());
    table
}

/// The files as they would be after an import without problems.
#[track_caller]
fn taken(book: &Book, import: &Import) -> Package {
    assert!(import.problems.is_empty(), "{:#?}", import.problems);
    book.with(&import.texts)
}

/// The files of a package as text.
fn texts(package: &Package) -> BTreeMap<String, String> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    package
        .files()
        .map(|(name, bytes)| (name.to_owned(), text(bytes)))
        .collect()
}

#[test]
fn there_and_back_is_the_same_file_for_every_shipped_scenario() {
    for id in scenario::embedded() {
        let package = scenario::load_embedded(id).unwrap();
        let book = Book::open(&package).unwrap();
        let cells = book.rows();
        assert!(cells.len() > 9, "{id}");
        for is_xlsx in [true, false] {
            let table = through(&cells, is_xlsx);
            // Not a byte of a cell is lost on the way.
            for (row, cells) in table.rows.iter().zip(&cells) {
                for column in Column::ALL {
                    assert_eq!(
                        row.text(column),
                        Some(&*cells[column.place()]),
                        "{id} {}",
                        row.cell(column)
                    );
                }
            }
            assert_eq!(table.rows.len(), cells.len(), "{id}");
            let import = import(&book, &table, true);
            assert!(
                import.changes.is_empty() && import.notes.is_empty(),
                "{id}: {:#?}",
                import.changes
            );
            assert_eq!(texts(&taken(&book, &import)), texts(&package), "{id}");
        }
    }
}

/// The same, by the hardest way: a scenario of which every cell says something else is made what it was from its table.
#[test]
fn a_table_carries_a_whole_list_of_injects() {
    for id in scenario::embedded() {
        let package = scenario::load_embedded(id).unwrap();
        let book = Book::open(&package).unwrap();
        let cells = book.rows();
        let mut other = cells.clone();
        for row in &mut other {
            row[Column::Title.place()].push_str(", again");
            row[Column::Description.place()].push_str("\n\nP.S. \"#");
            row[Column::Method.place()] = "Chat".to_owned();
            row[Column::Tlp.place()] = "TLP:RED".to_owned();
            row[Column::Status.place()] = "Deferred".to_owned();
            row[Column::ControllerNote.place()] = "= 1 + 1".to_owned();
            row[Column::ExpectedAction.place()].push_str("\nSays so [done: turn >= 1]");
            row[Column::NormIds.place()] = "h; tlp".to_owned();
            row[Column::FromOrg.place()] = "Somebody".to_owned();
        }
        let there = import(&book, &through(&other, true), false);
        let changed = taken(&book, &there);
        assert_ne!(meaning(&changed), meaning(&package));
        let book = Book::open(&changed).unwrap();
        assert_eq!(
            import(&book, &through(&other, false), false).texts,
            BTreeMap::new(),
            "twice is once, {id}"
        );
        let back = import(&book, &through(&cells, true), false);
        let back = taken(&book, &back);
        assert_eq!(meaning(&back), meaning(&package), "{id}");
    }
}

/// One cell, and the line of the file that changes with it.
#[test]
fn a_changed_cell_changes_its_place_alone() {
    let package = buoy();
    let book = Book::open(&package).unwrap();
    let cells = book.rows();
    let before = texts(&package)[ENTRY].clone();
    for (row, column, cell, line) in [
        (
            "first_call",
            Column::DeliveryTime,
            "D+0 H+1 M+30",
            "at: \"T+01:30\"",
        ),
        (
            "first_call",
            Column::DeliveryTime,
            "Tue 10:30",
            "at: \"T+01:30\"",
        ),
        (
            "first_call",
            Column::DeliveryTime,
            "T+00:10; chance 500; when turn >= 1",
            "at: \"T+00:10\", when: \"turn >= 1\", chance: 500",
        ),
        ("thanks", Column::Move, "1-2", "turn: (1, 2)"),
        (
            "thanks",
            Column::DeliveryTime,
            "after first_call +1",
            "after: (\"first_call\", 1)",
        ),
        (
            "reproach",
            Column::Tlp,
            "tlp:amber+strict",
            "marking: AmberStrict",
        ),
        (
            "reproach",
            Column::Method,
            "note verbale",
            "channel: NoteVerbale",
        ),
        (
            "reproach",
            Column::FromOrg,
            "A passer-by",
            "from_other: \"A passer-by\"",
        ),
        (
            "reproach",
            Column::ToOrg,
            "CERT; Coast",
            "to: [\"ncert\", \"coast\"]",
        ),
        ("reproach", Column::Status, "draft", "status: Draft"),
        (
            "reproach",
            Column::ContingencyOf,
            "",
            "id: \"reproach\", turn: 2, to:",
        ),
        ("thanks", Column::ControllerNote, "Two\nlines", "note: r#\""),
    ] {
        let mut changed = cells.clone();
        let found = changed.iter_mut().find(|cells| cells[0] == row).unwrap();
        found[column.place()] = cell.to_owned();
        let import = import(&book, &through(&changed, true), false);
        assert_eq!(import.changes.len(), 1, "{cell}: {:#?}", import.changes);
        let after = texts(&taken(&book, &import))[ENTRY].clone();
        assert!(after.contains(line), "{cell} gives {line}:\n{after}");
        let same = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let kept = same(&after)
            .into_iter()
            .filter(|line| same(&before).contains(line))
            .count();
        assert!(
            kept + 1 >= same(&before).len(),
            "{cell} changes more than its line:\n{after}"
        );
        let again = Book::open(&taken(&book, &import)).unwrap();
        let again =
            demarche::author::msel::import::import(&again, &through(&changed, false), false);
        assert!(again.texts.is_empty(), "{cell}: {:#?}", again.changes);
    }
}

#[test]
fn rows_come_and_go() {
    let package = buoy();
    let book = Book::open(&package).unwrap();
    let mut cells = book.rows();
    let mut new: Cells = Cells::default();
    for (column, cell) in [
        (Column::ControlNo, "1.5"),
        (Column::DeliveryTime, "T+02:00; when !chose.warn.derive"),
        (Column::FromOrg, "Waterworks of Ellerford"),
        (Column::ToOrg, "CERT"),
        (Column::Method, "Phone"),
        (Column::Tlp, "TLP:AMBER"),
        (Column::Title, "Ellerford asks"),
        (Column::Description, "\"Well?\"\n\nNothing more was said."),
        (Column::ExpectedAction, "Answers [done: chose.warn.ask]"),
        (Column::ObjectiveIds, "share"),
    ] {
        new[column.place()] = cell.to_owned();
    }
    cells.insert(1, new);
    let last = cells.pop().unwrap();
    let kept = import(&book, &through(&cells, true), false);
    assert_eq!(kept.missing, [last[0].clone()]);
    let import = import(&book, &through(&cells, true), true);
    let what: Vec<_> = import.changes.iter().map(|told| told.what).collect();
    assert_eq!(what, [What::Added, What::Removed]);
    let changed = taken(&book, &import);
    let again = Book::open(&changed).unwrap();
    let ids: Vec<_> = again
        .rows()
        .into_iter()
        .map(|cells| cells[0].clone())
        .collect();
    assert_eq!(ids, ["first_call", "1.5", "thanks"]);
    let text = &texts(&changed)[ENTRY];
    assert!(
        text.contains("id: \"ellerford_asks\", number: \"1.5\""),
        "{text}"
    );
    assert!(
        text.contains("// What arrives, in the order of the list."),
        "comments stay:\n{text}"
    );
    let same = demarche::author::msel::import::import(&again, &through(&cells, false), true);
    assert!(same.texts.is_empty(), "{:#?}", same.changes);
}

/// What is wrong, in which cell, and what was meant.
#[test]
fn a_mistake_names_its_cell() {
    let package = buoy();
    let book = Book::open(&package).unwrap();
    let cells = book.rows();
    for (row, column, cell, key, place, near) in [
        (0, Column::DeliveryTime, "tomorrow", "msel-time", "D2", ""),
        (1, Column::Move, "second", "msel-move", "B3", ""),
        (1, Column::Method, "E-mial", "msel-method", "H3", "Email"),
        (2, Column::ToOrg, "CERT; Cost", "msel-actor", "G4", "coast"),
        (2, Column::Tlp, "TLP:ORANGE", "msel-tlp", "I4", ""),
        (
            0,
            Column::ObjectiveIds,
            "shaer",
            "msel-objective",
            "M2",
            "share",
        ),
        (
            0,
            Column::NormIds,
            "no_hackback",
            "msel-norm",
            "N2",
            "no_hack_back",
        ),
        (
            2,
            Column::ContingencyOf,
            "first_cal",
            "msel-inject",
            "Q4",
            "first_call",
        ),
        (
            2,
            Column::Status,
            "Aproved",
            "msel-status",
            "P4",
            "Approved",
        ),
        (1, Column::ControlNo, "first_call", "msel-twice", "A3", ""),
        // What only the whole scenario shows is told at the cell too.
        (0, Column::DeliveryTime, "T+99:00", "msel-check", "D2", ""),
        (
            1,
            Column::DeliveryTime,
            "when chose.warn.derve",
            "msel-check",
            "D3",
            "",
        ),
        (0, Column::Title, "", "msel-empty", "J2", ""),
    ] {
        let mut changed = cells.clone();
        changed[row][column.place()] = cell.to_owned();
        for is_xlsx in [true, false] {
            let import = import(&book, &through(&changed, is_xlsx), false);
            let problem = import
                .problems
                .first()
                .unwrap_or_else(|| panic!("nothing wrong with {cell}"));
            assert_eq!(
                (problem.key, &*problem.cell),
                (key, place),
                "{cell}: {problem:#?}"
            );
            assert!(
                near.is_empty() || problem.near == near,
                "{cell}: {problem:#?}"
            );
        }
    }
}

#[test]
fn columns_may_stand_anywhere_and_be_missing() {
    let package = buoy();
    let book = Book::open(&package).unwrap();
    let text = "Remarks;Title;Control No\r\nx;\"Another; title\";thanks\r\n;;\r\n";
    let table = sheet::read(text.as_bytes()).unwrap();
    assert_eq!(table.unknown, ["Remarks"]);
    let import = import(&book, &table, false);
    assert_eq!(import.changes.len(), 1);
    assert_eq!(import.changes[0].cell, "B2");
    assert_eq!(import.missing.len(), 2);
    let changed = taken(&book, &import);
    assert!(texts(&changed)[ENTRY].contains("title: \"Another; title\""));
}

#[test]
fn times_are_read_as_planners_write_them() {
    let clock = StoryClock {
        weekday: Weekday::Thu,
        minute: 13 * 60,
        ..StoryClock::default()
    };
    for (text, minutes) in [
        ("T+01:30", Some(90)),
        ("t + 01:30", Some(90)),
        ("T-02:00", Some(-120)),
        ("D+2 H+3 M+45", Some(2 * 1440 + 3 * 60 + 45)),
        ("d+1", Some(1440)),
        ("H+3 D+1", None),
        ("13:20", Some(20)),
        ("12:00", Some(23 * 60)),
        ("Fri 09:05", Some(20 * 60 + 5)),
        ("thu 12:00", Some(7 * 1440 - 60)),
        ("day 1 13:00", Some(0)),
        ("day 2, Fri 13:00", Some(1440)),
        ("day 2, Mon 13:00", None),
        ("day 1, Thu 08:00", Some(-300)),
        ("25:00", None),
        ("noon", None),
        ("", None),
        ("D+99999999999", None),
    ] {
        assert_eq!(moment(text, clock).map(|time| time.0), minutes, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    /// Any text a cell may hold comes back from either file, formulas and quotes and all.
    #[test]
    fn any_cell_survives(texts in proptest::collection::vec("[=+@'\\-\t]{0,3}[ -~äß→\n\"_;x0-9D]{0,30}", 17)) {
        let mut cells = Cells::default();
        for (cell, text) in cells.iter_mut().zip(texts) {
            *cell = text;
        }
        cells[0] = "a".to_owned();
        for is_xlsx in [true, false] {
            let table = through(&[cells.clone()], is_xlsx);
            for column in Column::ALL {
                prop_assert_eq!(table.rows[0].text(column), Some(&*cells[column.place()]));
            }
        }
    }
}
