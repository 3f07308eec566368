//! The lab's JSON as the summary that the reference workload compares.

use serde_json::Value;
use serde_json::json;

/// The cards of each role, and the alternatives of each card.
const CARDS: usize = 4;

/// The summary of a batch.
pub(crate) fn summary(lab: &Value) -> Value {
    let count = |value: &Value| value.as_u64().unwrap_or(0);
    let table = |name: &str| lab[name].as_object().cloned().unwrap_or_default();
    let end = |gauge: &str| -> i64 {
        let sum = lab["courses"][gauge]["end"]["sum"].as_str().unwrap_or("0");
        sum.parse().unwrap_or(0)
    };
    let plays = count(&lab["plays"]);
    let injects = &lab["injects"];
    let injects =
        (0..table("injects").len()).map(|place| count(&injects[format!("i{place}")]["times"]));
    let meters = (0..8).map(|place| end(&format!("meter.m{place}")));
    let endings = [
        "collapse",
        "accord",
        "bargain",
        "rift",
        "drift",
        "stalemate",
    ];
    let endings = endings.map(|ending| count(&lab["endings"][ending]["plays"]));
    let mut choices = vec![0; 3 * CARDS * 4];
    for (word, chosen) in table("choices") {
        // `d12_1.o3`: round, role, alternative.
        let numbers: Vec<usize> = word
            .split(|letter: char| !letter.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        if let [round, role, place] = numbers[..] {
            choices[(role * CARDS + (round - 1) % CARDS) * 4 + place] +=
                count(&chosen["taken"]["times"]);
        }
    }
    json!({
        "plays": plays,
        "endings": endings,
        "meter_sum": meters.collect::<Vec<_>>(),
        "trust_sum": end("score.role0"),
        "opt_count": choices,
        "inj_count": injects.collect::<Vec<_>>(),
    })
}
