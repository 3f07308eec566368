//! Faults planted in a copy of a shipped scenario: the lab names each of them, and nothing that was not planted.

use demarche::lab::Findings;
use demarche::lab::Plan;
use demarche::lab::RemarkKind;
use demarche::lab::Shard;
use demarche::scenario::Package;
use demarche::scenario::load_embedded;
use demarche::session::ready;
use demarche::text::Words;

use crate::lab::study::study;
use crate::support::effort;

/// Rows that are planted in `scenario.ron`: what each is put before, and the fault.
const ROWS: [(&str, &str); 3] = [
    // A choice that costs more and does nothing but harm.
    (
        "                (\n                    id: \"queue\", family: Hold, hours: 2,",
        r#"                (
                    id: "worse", family: Contain, hours: 3, label: "Ask everybody to call again",
                    effects: [Meter(meter: "queue", by: 20), Meter(meter: "standing", by: -30), Trust(from: "corrand_cert", to: "ilcert", by: -20)],
                ),
"#,
    ),
    // A decision that changes nothing.
    (
        "        (\n            id: \"pass_on\",",
        r#"        (
            id: "colour", seat: "ilcert", turn: 2, title: "The folder", text: "It needs a colour.",
            choices: [
                (id: "green", family: Hold, label: "Green"),
                (id: "blue", family: Hold, label: "Blue"),
            ],
        ),
"#,
    ),
    // A script function that is never called.
    (
        "        (\n            id: \"new_tickets\",",
        r#"        (id: "never", when: "meter.queue > 60 && turn == 3", effects: [Call("never_called")], why: "The telephone exchange gives up."),
"#,
    ),
];

/// A seat with nothing to decide.
const SEAT: &str = r#"    seats: [(
        id: "nso", actor: "nso", kind: Regulator, title: "Intake clerk", brief: "You file what comes.", hours: 2,
        wants: [(text: "Firms report", value: "meter.standing", weight: 1)],
    ), ("#;

/// A duty that asks for more hours than there are.
const DUTY: &str = r#"    duties: [(
        id: "impossible", name: "A report in forty volumes", about: "Nobody has ever read it.", holder: "ilcert", recipient: "nso",
        trigger: Aware, starts: "delivered.finding", within: "2h", hours: 40,
    ), ("#;

/// An inject that cannot come.
const INJECT: &str = r#"    injects: [
        (
            id: "never_comes", turn: (2, 3), when: "meter.queue >= 61 && trust.corrand_cert.ilcert >= 20", to: ["ilcert"], from: "nso",
            channel: Phone, title: "The desk is overrun", body: "Nobody gets through.",
        ),"#;

fn planted() -> Package {
    let shipped = load_embedded("first-call").unwrap();
    let files = shipped.files().map(|(name, bytes)| {
        let mut text = String::from_utf8(bytes.to_vec()).unwrap();
        let mut put = |at: &str, fault: &str| {
            assert!(text.contains(at), "{at}");
            text = text.replacen(at, fault, 1);
        };
        if name == "scenario.ron" {
            for (before, fault) in ROWS {
                put(before, &format!("{fault}{before}"));
            }
            put("    seats: [(", SEAT);
            put("    duties: [(", DUTY);
        } else {
            put("    injects: [", INJECT);
        }
        (name.to_owned(), text.into_bytes())
    });
    let script = (
        "scripts/planted.rhai".to_owned(),
        b"fn never_called() { [] }\n".to_vec(),
    );
    Package::from_files(files.chain([script]))
}

#[test]
fn every_planted_fault_is_named() {
    let (ready, diagnostics, _) = ready(planted());
    let ready = ready.unwrap_or_else(|| panic!("{diagnostics:?}"));
    let plan = Plan {
        plays: 60 * effort(),
        trials: 40 * effort(),
        twins: 0,
    };
    let study = study(&ready.playable, plan, 2);
    let part = study.run(Shard::WHOLE, &|_, _| {});
    let findings = Findings::of(&study, &part, true, &Words::default());
    let said: Vec<String> = findings
        .remarks
        .iter()
        .map(|remark| format!("{} {}: {}", remark.kind.word(), remark.about, remark.text))
        .collect();
    let named = |kind: RemarkKind, about: &str| {
        let mut own = findings.remarks.iter().filter(|remark| remark.kind == kind);
        own.any(|remark| remark.about == about)
    };
    for (kind, about) in [
        (RemarkKind::Dominated, "first_hour.worse"),
        (RemarkKind::UnseenInject, "never_comes"),
        (RemarkKind::Idle, "nso"),
        (RemarkKind::ImpossibleDuty, "impossible"),
        (RemarkKind::UnseenFunction, "never_called"),
        (RemarkKind::NoEffect, "colour"),
    ] {
        assert!(
            named(kind, about),
            "{} {about}:\n{}",
            kind.word(),
            said.join("\n")
        );
    }
    for (kind, about) in [
        (RemarkKind::NoEffect, "first_hour"),
        (RemarkKind::NoEffect, "pass_on"),
        (RemarkKind::ImpossibleDuty, "early_notice"),
        (RemarkKind::Idle, "ilcert"),
    ] {
        assert!(
            !named(kind, about),
            "{} {about}:\n{}",
            kind.word(),
            said.join("\n")
        );
    }
    // The nearest miss says what was lacking, and what it was at its best; what was there is not lacking.
    let miss = findings
        .remarks
        .iter()
        .find(|remark| remark.about == "never_comes");
    let miss = miss.unwrap().text.as_str();
    assert!(miss.contains("meter.queue >= 61 (it was"), "{miss}");
    assert!(!miss.contains("trust.corrand_cert"), "{miss}");
    // Of a function it is that of the row that calls it.
    let uncalled = findings
        .remarks
        .iter()
        .find(|remark| remark.about == "never_called");
    let uncalled = uncalled.unwrap().text.as_str();
    assert!(uncalled.contains("called by `never`"), "{uncalled}");
    assert!(uncalled.contains("meter.queue > 60 (it was"), "{uncalled}");
}
