//! Translations: rows are added where they are missing, a lock finds what changed since, and players read what fits.

use demarche::diag::Code;
use demarche::scenario::Package;
use demarche::scenario::open;
use demarche::scenario::overlay;
use demarche::scenario::overlay::Standing;
use demarche::scenario::translated;

const SCENARIO: &str = include_str!("../../fixtures/err/S801-line-untranslated/scenario.ron");

fn package(scenario: &str, spanish: Option<&str>) -> Package {
    let entry = ("scenario.ron".to_owned(), scenario.as_bytes());
    let spanish = spanish.map(|text| ("es.ron".to_owned(), text.as_bytes()));
    Package::from_files([Some(entry), spanish].into_iter().flatten())
}

/// Every row of a new translation filled in with the scenario's own words behind a mark.
fn marked(scenario: &str) -> String {
    let package = package(scenario, None);
    let (mut text, added) = overlay::with_missing_rows(&package, "es").unwrap();
    let lines = overlay::lines(&package);
    assert_eq!(added, lines.len());
    for line in &lines {
        let row = format!("(id: \"{}\", lock: \"{}\", text: \"", line.id, line.lock());
        let said = line.text.replace('\\', "\\\\").replace('"', "\\\"");
        text = text.replacen(&row, &format!("{row}¡{said}"), 1);
    }
    text
}

fn title_of_the_call(package: &Package) -> String {
    let opened = open(&translated(package, "es-CR"));
    let playable = opened.playable.unwrap();
    let inject = playable.scenario().injects.iter();
    let titles = inject.map(|inject| inject.title.to_string());
    titles.filter(|title| title.contains("call")).collect()
}

#[test]
fn a_complete_translation_is_played_and_adding_rows_again_changes_nothing() {
    let spanish = marked(SCENARIO);
    let package = package(SCENARIO, Some(&spanish));
    assert_eq!(open(&package).diagnostics, []);
    assert_eq!(overlay::with_missing_rows(&package, "es"), Ok((spanish, 0)));
    let all = overlay::standing(&package, "es").unwrap();
    assert!(all.len() > 30);
    assert!(all.iter().all(|(_, how)| *how == Standing::Translated));

    let playable = open(&translated(&package, "es")).playable.unwrap();
    let about = &playable.scenario().about;
    assert_eq!(&*about.language, "es");
    assert_eq!(about.title.to_string(), "¡Probe");
    assert_eq!(
        playable.scenario().seats[0].title.to_string(),
        "¡Duty officer"
    );
    assert_eq!(title_of_the_call(&package), "¡A call");
    // A language that nobody has translated into leaves the scenario as it is.
    assert_eq!(translated(&package, "pt").hash(), package.hash());
}

#[test]
fn a_line_that_changed_since_is_found_and_read_in_the_scenarios_own_words() {
    let spanish = marked(SCENARIO);
    let changed = SCENARIO.replace("\"A call\"", "\"Two calls\"");
    assert_ne!(changed, SCENARIO);
    let package = package(&changed, Some(&spanish));
    let opened = open(&package);
    let codes: Vec<Code> = opened.diagnostics.iter().map(|wrong| wrong.code).collect();
    assert_eq!(codes, [Code::TranslationStale]);
    assert_eq!(title_of_the_call(&package), "Two calls");
    let stale = overlay::standing(&package, "es").unwrap();
    let stale: Vec<&str> = stale
        .iter()
        .filter(|(_, how)| *how == Standing::Stale)
        .map(|(line, _)| line.id.as_str())
        .collect();
    assert_eq!(stale, ["injects.ring.title"]);
    // Indentation is not a change.
    let indented = SCENARIO.replace(
        "\"Ring back.\"",
        "r#\"\n            Ring back.\n        \"#",
    );
    assert_ne!(indented, SCENARIO);
    let package = self::package(&indented, Some(&spanish));
    assert_eq!(open(&package).diagnostics, []);
}

#[test]
fn what_translators_wrote_stays_when_rows_are_added() {
    let begun = "(\n    language: \"es\",\n    texts: [\n        // La sonda; no \"probeta\".\n        (id: \"title\", text: \"Sonda\")   /* corto */\n    ],\n)\n";
    let package = package(SCENARIO, Some(begun));
    let (text, added) = overlay::with_missing_rows(&package, "es").unwrap();
    assert_eq!(added + 1, overlay::lines(&package).len());
    for kept in [
        "// La sonda; no \"probeta\".",
        "(id: \"title\", text: \"Sonda\"),",
        "/* corto */",
    ] {
        assert!(text.contains(kept), "{kept}:\n{text}");
    }
    let package = self::package(SCENARIO, Some(&text));
    let codes: Vec<Code> = open(&package)
        .diagnostics
        .iter()
        .map(|wrong| wrong.code)
        .collect();
    assert_eq!(codes, [Code::TranslationMissing]);
}

/// Where a duty's law can be read is a line to translate; the day since which it applies is not, and words instead of a day are.
#[test]
fn a_law_is_translated_and_its_day_is_not() {
    let package = demarche::scenario::load_embedded("common-voice").unwrap();
    let lines = overlay::lines(&package);
    let has = |id: &str| lines.iter().any(|line| line.id == id);
    assert!(has("duties.early_alert.source"));
    assert!(!has("duties.early_alert.valid_from.1"));
    assert!(has("duties.payment_report.valid_from.1"));
    let of_facts = lines.iter().filter(|line| line.id.starts_with("facts."));
    assert!(
        of_facts
            .into_iter()
            .all(|line| !line.id.ends_with(".source"))
    );
}

#[test]
fn every_line_of_a_shipped_scenario_has_one_name() {
    for id in demarche::scenario::embedded() {
        let package = demarche::scenario::load_embedded(id).unwrap();
        let lines = overlay::lines(&package);
        let names: std::collections::BTreeSet<_> = lines.iter().map(|line| &line.id).collect();
        let twice: Vec<_> = lines
            .iter()
            .filter(|line| lines.iter().filter(|other| other.id == line.id).count() > 1)
            .map(|line| &line.id)
            .collect();
        assert_eq!(names.len(), lines.len(), "{id}: {twice:?}");
    }
}
