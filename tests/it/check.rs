//! The author's checks: rules beyond form, fixes, exports.

mod edit;
mod fixes;
mod formats;
mod mutants;
mod rules;

use demarche::scenario::ENTRY;
use demarche::scenario::Package;

/// The small good scenario with a handful of mistakes.
fn mistakes() -> Package {
    let good = include_str!("../fixtures/good.ron");
    let broken = good
        .replacen("title: \"Probe\",", "title: \"Probe\"", 1)
        .replacen("seats: [", "seats: [\n    (id: \"mfa\", actor: \"courier\", kind: Press, title: \"A\", brief: \"B.\"),", 1)
        .replacen("after: \"phish\", to: [\"mfa\"]", "after: \"phsih\", to: [\"mfa\"]", 1)
        .replacen("marking: Amber", "marking: Ambre", 1)
        .replacen("body: \"Ring back.\"", "body: “Ring back.”", 1)
        .replacen("when: \"meter.alarm < 50\"", "when: \"meter.alarm = 50\"", 1);
    Package::from_files([(ENTRY.to_owned(), broken.into_bytes())])
}
