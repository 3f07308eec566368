//! Every number with a scale stays on it, however hard it is pushed: the largest exercise, with everything pushed up and then down.

use std::sync::Arc;

use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::engine::ledger::harm::HarmEvent;
use demarche::scenario;
use demarche::scenario::Package;
use demarche::scenario::load_embedded;

use crate::support::table::Table;

/// What an author can push, and how it reads. `BY` stands for how far.
const PUSHED: [(&str, &str); 14] = [
    ("Meter(meter: \"pressure\", by: BY)", "meter.pressure"),
    (
        "Trust(from: \"vcert\", to: \"ncert\", by: BY)",
        "trust.vcert.ncert",
    ),
    ("Politicise(cert: \"ncert\", by: BY)", "politicised.ncert"),
    (
        "Independence(actor: \"ncert\", by: BY)",
        "independence.ncert",
    ),
    ("MoveCredence(actor: \"mfa\", by: BY)", "credence.mfa"),
    (
        "MovePublicEvidence(hypothesis: \"one_crew\", by: BY)",
        "public_evidence.one_crew",
    ),
    (
        "MoveConfidence(actor: \"ncert\", hypothesis: \"one_crew\", by: BY)",
        "confidence.ncert.one_crew",
    ),
    (
        "ForumRelations(forum: \"conference\", by: BY)",
        "relations.conference",
    ),
    ("Tire(seat: \"ncert\", by: BY)", "fatigue.ncert"),
    (
        "Believe(story: \"left_alone\", by: BY)",
        "belief.left_alone",
    ),
    ("PressForMeasures(seat: \"mfa\", by: BY)", "pressed.mfa"),
    (
        "MoveTension(a: \"rim_side\", b: \"marenth_side\", by: BY)",
        "tension.rim_side.marenth_side",
    ),
    (
        "Infect(zone: \"ministries\", by: BY)",
        "compromised.ministries",
    ),
    (
        "Contain(zone: \"ministries\", by: BY)",
        "contained.ministries",
    ),
];

fn pushed(by: i32) -> Table {
    let effects: Vec<String> = PUSHED
        .iter()
        .map(|(effect, _)| effect.replace("BY", &by.to_string()))
        .collect();
    let row = format!(
        "rules: [(id: \"storm\", turn: (1, 3), effects: [TellStory(story: \"left_alone\"), \
         Evidence(community: \"pensioners\", by: {by}), {}], why: \"A storm\"),",
        effects.join(", ")
    );
    let package = load_embedded("common-voice").unwrap();
    let files = package.files().map(|(name, bytes)| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let text = if name == "scenario.ron" {
            text.replacen("rules: [", &row, 1)
        } else {
            text
        };
        (name.to_owned(), text.into_bytes())
    });
    let opened = scenario::open(&Package::from_files(files));
    let playable = opened
        .playable
        .unwrap_or_else(|| panic!("{:#?}", opened.diagnostics));
    Table::at(Arc::new(playable), 7)
}

#[test]
fn every_number_with_a_scale_stays_on_it_however_hard_it_is_pushed() {
    for by in [900_000, -900_000] {
        let mut table = pushed(by);
        for turn in 1..=3 {
            table = table.turn(turn).until(Step::Reveal);
            for (effect, read) in PUSHED {
                let value = table.number(read);
                assert!((0..=100).contains(&value), "{effect}, {by}: {value}");
            }
        }
        for event in &table.events {
            if let What::Harm(HarmEvent::Evidenced { now, .. }) = event.what {
                assert!((0..=100).contains(&now), "evidence, {by}: {now}");
            }
        }
    }
}
