//! The reference workload as an ordinary scenario: declared, scripted and interpreted it plays alike, and as a million plays of
//! the workload's own reference do.

#[path = "../../benches/reference/convert.rs"]
mod convert;

use convert::Version;
use demarche::lab::Batch;
use demarche::lab::Casting;
use demarche::lab::Gauges;
use demarche::lab::Tally;
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
    let gauges = Gauges::of(playable.scenario());
    let end = |name: &str| {
        let place = gauges.all.iter().position(|gauge| gauge.name == name);
        let (mean, deviation) = tally.courses[place.unwrap()].end.mean();
        (mean, deviation / plays.sqrt())
    };
    for (meter, mean) in METERS.into_iter().enumerate() {
        let name = format!("meter.m{meter}");
        let (found, error) = end(&name);
        close(&name, found, mean, error);
    }
    let (found, error) = end("score.role0");
    close("trust", found, TRUST, error);
    let taken: u64 = tally.choices.iter().map(|choice| choice.taken.times).sum();
    assert_eq!(taken, 36 * tally.plays);
}

#[test]
fn declared_scripted_and_interpreted_it_is_the_same_play() {
    let run = |playable: &Playable| batch(playable, 60 * effort()).run(&|_| {});
    let same = |one: &Tally, other: &Tally| {
        assert_eq!(one.endings, other.endings);
        assert_eq!(one.injects, other.injects);
        assert_eq!(one.choices, other.choices);
        assert_eq!(one.courses, other.courses);
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
