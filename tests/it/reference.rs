//! The reference workload as an ordinary scenario: declared, scripted and interpreted it plays alike, and as a million plays of
//! the workload's own reference do.

#[path = "../../benches/reference/convert.rs"]
mod convert;
#[path = "../../benches/reference/summary.rs"]
mod summary;

use convert::Version;
use demarche::lab::Batch;
use demarche::lab::Casting;
use demarche::lab::Tally;
use demarche::lab::json;
use demarche::scenario;
use demarche::scenario::Package;
use demarche::script::Lowering;
use demarche::script::Options;
use demarche::script::Playable;

use crate::support::effort;

const WORKLOAD: &str = include_str!("../../benches/reference/12-10.json");

/// Ending shares in per cent, and the means of the meters and of the sum of trust, over a million plays.
const ENDINGS: [f64; 6] = [12.23, 31.38, 18.03, 5.10, 13.91, 19.35];
const METERS: [f64; 8] = [57.62, 71.21, 45.14, 54.11, 46.08, 38.08, 51.46, 53.11];
const TRUST: f64 = 735.50;
/// How many standard errors a mean may be away: with fourteen of them, less than one test in a thousand.
const FAR: f64 = 4.0;

fn workload(version: Version) -> Playable {
    let workload = serde_json::from_str(WORKLOAD).unwrap();
    let files = convert::convert(&workload, version).into_iter();
    let package = Package::from_files(files.map(|(name, text)| (name, text.into_bytes())));
    let opened = scenario::open(&package);
    assert!(opened.diagnostics.is_empty(), "{:?}", opened.diagnostics);
    opened.playable.unwrap()
}

fn batch(playable: &Playable, plays: u64) -> Batch<'_> {
    Batch {
        playable,
        plays: 0..plays,
        seed: 1,
        bots: Casting::named("random").unwrap(),
        threads: 2,
    }
}

fn close(what: &str, found: f64, wanted: f64, error: f64) {
    let away = (found - wanted).abs();
    // The reference is given with two digits after the point.
    assert!(away <= FAR * error + 0.005, "{what}: {found}, not {wanted}");
}

#[test]
#[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
fn it_plays_as_the_reference_does() {
    let playable = workload(Version::Declared);
    let batch = batch(&playable, 4000 * effort());
    let tally = batch.run(&|_| {});
    assert_eq!(tally.broken.plays, 0);
    let plays = tally.plays as f64;
    for (ending, (count, share)) in tally.endings.iter().zip(ENDINGS).enumerate() {
        let error = (share * (100.0 - share) / plays).sqrt();
        let found = 100.0 * count.plays as f64 / plays;
        close(&format!("ending {ending}"), found, share, error);
    }
    for (meter, (course, mean)) in tally.meters.iter().zip(METERS).enumerate() {
        let (found, deviation) = course.end.mean();
        let error = deviation / plays.sqrt();
        close(&format!("meter {meter}"), found, mean, error);
    }
    // The summary that is compared elsewhere says the same.
    let lab = serde_json::from_str(&json(&batch, &tally)).unwrap();
    let summary = summary::summary(&lab);
    let trust = summary["trust_sum"].as_f64().unwrap() / plays;
    close("trust", trust, TRUST, 30.0 / plays.sqrt());
    let choices = summary["opt_count"].as_array().unwrap().iter();
    let choices: u64 = choices.filter_map(serde_json::Value::as_u64).sum();
    assert_eq!(choices, 36 * tally.plays);
    for inject in 0..10 {
        let count = &summary["inj_count"][inject];
        assert_eq!(count.as_u64().unwrap(), tally.injects[inject].times);
    }
}

#[test]
fn declared_scripted_and_interpreted_it_is_the_same_play() {
    let run = |playable: &Playable| batch(playable, 60 * effort()).run(&|_| {});
    let same = |one: &Tally, other: &Tally| {
        assert_eq!(one.endings, other.endings);
        assert_eq!(one.injects, other.injects);
        assert_eq!(one.choices, other.choices);
        assert_eq!(one.meters, other.meters);
        assert_eq!(one.trust, other.trust);
    };
    let declared = workload(Version::Declared);
    let scripted = workload(Version::Scripted);
    let wanted = run(&declared);
    same(&run(&scripted), &wanted);
    for (playable, lowering) in [
        (&declared, Lowering::Nothing),
        (&scripted, Lowering::Expressions),
        (&scripted, Lowering::Nothing),
    ] {
        let interpreted = scenario::reopen(playable, Options { lowering }).unwrap();
        same(&run(&interpreted), &wanted);
    }
}
