//! What a scenario says, apart from where in its files it says it.

use demarche::scenario;
use demarche::scenario::Package;

/// The checked scenario in full, without the places of its expressions, which move when a file is laid out anew.
#[track_caller]
pub(crate) fn meaning(package: &Package) -> String {
    let checked = scenario::check(package);
    let scenario = checked
        .scenario
        .unwrap_or_else(|| panic!("{:#?}", checked.diagnostics));
    let shown = format!("{scenario:#?}");
    let is_place = |line: &&str| {
        let line = line.trim();
        line.starts_with("start: ") || line.starts_with("end: ")
    };
    shown
        .lines()
        .filter(|line| !is_place(line))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The package with each RON file put through something.
pub(crate) fn with_each_file(package: &Package, edit: impl Fn(&str) -> String) -> Package {
    let files = package.files().map(|(name, bytes)| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let is_ron = name.rsplit('.').next() == Some("ron");
        let text = if is_ron { edit(&text) } else { text };
        (name.to_owned(), text.into_bytes())
    });
    Package::from_files(files.collect::<Vec<_>>())
}
