//! Two versions of a scenario: what is written otherwise, by rows and fields, whatever their layout.

use demarche::author::diff::Difference;
use demarche::author::diff::rows;
use demarche::scenario::Package;
use demarche::scenario::embedded;
use demarche::scenario::load_embedded;

fn first_call() -> Package {
    load_embedded("first-call").unwrap()
}

/// The package with a text in its files replaced.
fn with(package: &Package, was: &str, is: &str) -> Package {
    let mut found = 0;
    let files: Vec<(String, Vec<u8>)> = package
        .files()
        .map(|(name, bytes)| {
            let text = std::str::from_utf8(bytes).unwrap();
            found += text.matches(was).count();
            (name.to_owned(), text.replace(was, is).into_bytes())
        })
        .collect();
    assert_eq!(found, 1, "{was}");
    Package::from_files(files)
}

#[track_caller]
fn differs(was: &str, is: &str, name: &str, difference: Difference) {
    let (old, new) = (first_call(), with(&first_call(), was, is));
    let [row] = &rows(&old, &new)[..] else {
        panic!("{:?}", rows(&old, &new));
    };
    assert_eq!((row.name.as_str(), &row.difference), (name, &difference));
}

fn fields(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn a_changed_row_is_named_with_what_changed_in_it() {
    let reworded = |names| Difference::Reworded(fields(names));
    let changed = |names| Difference::Changed(fields(names));
    differs(
        "title: \"The older pages\"",
        "title: \"Older pages\"",
        "injects.second_file",
        reworded(&["title"]),
    );
    differs(
        "when: \"meter.queue > 30\"",
        "when: \"meter.queue > 31\"",
        "rules.given_up",
        changed(&["when"]),
    );
    differs(
        "\"Quick, and remembered\"",
        "\"Remembered\"",
        "endings.remembered",
        reworded(&["title"]),
    );
    differs(
        "id: \"own\", family: Share, hours: 3",
        "id: \"own\", family: Share, hours: 2",
        "decisions.warn.choices.own",
        changed(&["hours"]),
    );
    differs(
        "title: \"First Call\"",
        "title: \"A First Call\"",
        "scenario",
        reworded(&["title"]),
    );
}

#[test]
fn a_renamed_row_is_gone_and_new() {
    let old = first_call();
    let new = with(&old, "id: \"office_asks\"", "id: \"office_rings\"");
    let found = rows(&old, &new);
    let found: Vec<_> = found
        .iter()
        .map(|row| (row.name.as_str(), &row.difference))
        .collect();
    let expected = [
        ("injects.office_asks", &Difference::Gone),
        ("injects.office_rings", &Difference::New),
    ];
    assert_eq!(found, expected);
}

#[test]
fn layout_is_no_difference() {
    for id in embedded() {
        let old = load_embedded(id).unwrap();
        let spaced = |(name, bytes): (&str, &[u8])| {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            let text = text.replace("\n        (\n", "\n\n        // A remark.\n        (\n");
            // Everything moved in, the lines of blocks of text too, and what ends them.
            let text = text.replace('\n', "\n      ");
            (name.to_owned(), text.into_bytes())
        };
        let new = Package::from_files(old.files().map(spaced).collect::<Vec<_>>());
        assert_ne!(old.hash(), new.hash(), "{id}");
        assert_eq!(rows(&old, &new), [], "{id}");
    }
}
