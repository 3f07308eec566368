//! Each rule by its own examples, and the shipped scenarios by all rules.

use demarche::author;
use demarche::author::Checked;
use demarche::author::check;
use demarche::diag::Code;
use demarche::diag::Severity;
use demarche::diag::Style;
use demarche::diag::render;
use demarche::scenario;
use demarche::scenario::Package;
use demarche::text::Words;

/// How many plays a search for leaks plays.
const PLAYS: u64 = 4;

/// Checks a package, by playing too.
fn everything(package: &Package) -> Checked {
    let mut checked = author::check(package);
    let leaks = check::leaks(&checked, PLAYS, 1);
    checked.diagnostics.extend(leaks);
    checked
}

fn told(checked: &Checked) -> String {
    let words = Words::default();
    render(&checked.diagnostics, &checked.sources, &words, Style::Text)
}

#[test]
fn each_example_breaks_its_rule_alone_and_at_its_place() {
    let mut wrong = Vec::new();
    for code in check::codes() {
        let (bad, good) = check::examples(code).unwrap();
        let checked = everything(&bad);
        let codes: Vec<Code> = checked.diagnostics.iter().map(|found| found.code).collect();
        let lines = checked.diagnostics.iter().map(|found| {
            let line = checked.sources.place(found.span).line;
            let text = checked.sources.text(found.span.file);
            text.lines().nth(line - 1).unwrap_or_default()
        });
        let is_there = lines.into_iter().all(|line| line.contains("// ←"));
        if codes != [code] || !is_there {
            wrong.push(format!("{code}, bad:\n{}", told(&checked)));
        }
        let checked = everything(&good);
        if !checked.diagnostics.is_empty() || checked.playable.is_none() {
            wrong.push(format!("{code}, good:\n{}", told(&checked)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_are_forty_rules_in_three_strengths() {
    assert!(check::codes().count() >= 40);
    let beyond_form = Code::ALL.iter().filter(|code| code.as_str() >= "S3");
    for severity in [Severity::Error, Severity::Warning, Severity::Advice] {
        assert!(beyond_form.clone().any(|code| code.severity() == severity));
    }
}

#[test]
fn no_shipped_scenario_has_an_error_or_a_warning() {
    for id in scenario::embedded() {
        let checked = everything(&scenario::load_embedded(id).unwrap());
        assert!(checked.playable.is_some());
        let mut bad = checked.diagnostics.iter();
        assert!(
            bad.all(|found| found.severity() == Severity::Advice),
            "{id}:\n{}",
            told(&checked)
        );
    }
}

#[test]
fn duties_that_only_start_each_other_never_start() {
    let (_, good) = check::examples(Code::DutyNeverStarts).unwrap();
    let text = String::from_utf8(good.file(scenario::ENTRY).unwrap().to_vec()).unwrap();
    let second = r#"on_met: [StartDuty(duty: "second")],
    ), (
        id: "second", name: "Full report", holder: "ncert", recipient: "ministry", trigger: Aware, within: "4h",
        modelled_on: "A statute.", on_missed: [StartDuty(duty: "notice")],"#;
    let codes = |text: String| {
        let checked = everything(&good.clone().with(scenario::ENTRY, text.into_bytes()));
        let codes = checked.diagnostics.iter().map(|found| found.code);
        codes.collect::<Vec<_>>()
    };
    let starts = "starts: \"delivered.mail\",";
    let circle = text.replacen(starts, second, 1);
    assert_eq!(codes(circle), [Code::DutyNeverStarts; 2]);
    let chain = text.replacen(starts, &format!("{starts} {second}"), 1);
    assert_eq!(codes(chain), []);
    // The one follows the other, whose clock only the first one's being met starts.
    let mixed = second.replacen("trigger: Aware,", "trigger: Aware, after: \"notice\",", 1);
    let mixed = mixed.replacen(
        "on_missed: [StartDuty(duty: \"notice\")],",
        "on_met: [StartDuty(duty: \"notice\")],",
        1,
    );
    let mixed = mixed.replacen("on_met: [StartDuty(duty: \"second\")],", "", 1);
    let circle = text.replacen(starts, &mixed, 1);
    assert_eq!(codes(circle), [Code::DutyNeverStarts]);
    let chain = text.replacen(starts, &format!("{starts} {mixed}"), 1);
    assert_eq!(codes(chain), []);
}
