//! The tutorial: played well it ends well, and how it is played decides how it ends.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use demarche::bots::named;
use demarche::bots::standard;
use demarche::model::id::Kind;
use demarche::scenario::load_embedded;
use demarche::scenario::open;
use demarche::script::Playable;

use crate::scenarios::walk::ending;
use crate::scenarios::walk::met_by;
use crate::support::effort;

const FOLLOW: &str = "answer first_hour.follow, share school_phish corrand_cert TLP:GREEN";

fn first_call() -> Playable {
    open(&load_embedded("first-call").unwrap())
        .playable
        .unwrap()
}

/// How often each ending came over the seeds.
fn endings(turns: &[&str]) -> BTreeMap<String, u64> {
    let playable = first_call();
    let mut endings = BTreeMap::new();
    for seed in 0..40 * effort() {
        *endings.entry(ending(&playable, seed, turns)).or_default() += 1;
    }
    endings
}

/// That ending and no other.
fn always(word: &str) -> BTreeMap<String, u64> {
    BTreeMap::from([(word.to_owned(), 40 * effort())])
}

#[test]
fn who_asks_checks_reports_and_gives_back_is_called_again() {
    let turns = [
        FOLLOW,
        "answer pass_on.ask, analyse digest",
        "answer warn.mended, report early_notice, derive lampwick_log",
        "share-derived lampwick_log corrand_cert TLP:GREEN, take credit",
    ];
    assert_eq!(endings(&turns), always("returned"));
}

#[test]
fn a_derived_version_is_a_way_too() {
    let turns = [
        FOLLOW,
        "answer pass_on.derived, report early_notice",
        "answer warn.ebbtide, derive lampwick_log",
        "share-derived lampwick_log corrand_cert TLP:GREEN, take credit",
    ];
    // Once in some hundreds the incident is quicker than everybody.
    let found = endings(&turns);
    let returned = found.get("returned").copied().unwrap_or_default();
    assert!(returned * 100 >= 40 * effort() * 99, "{found:?}");
}

#[test]
fn the_report_forwarded_whole_is_mostly_found_out() {
    let turns = [
        "answer first_hour.queue",
        "answer pass_on.whole",
        "answer warn.name",
    ];
    let endings = endings(&turns);
    let remembered = endings.get("remembered").copied().unwrap_or_default();
    // Three in four by the dice, and never rewarded.
    assert!(remembered > 20 * effort(), "{endings:?}");
    assert!(!endings.contains_key("returned"), "{endings:?}");
}

#[test]
fn a_night_without_an_answer_outruns_everybody() {
    let turns = [
        FOLLOW,
        "answer pass_on.hold",
        "answer warn.ebbtide",
        "report early_notice",
    ];
    let endings = endings(&turns);
    let outpaced = endings.get("outpaced").copied().unwrap_or_default();
    assert!(outpaced > 20 * effort(), "{endings:?}");
}

#[test]
fn work_without_anything_given_back_is_filed() {
    let turns = [
        "answer first_hour.follow",
        "answer pass_on.derived",
        "answer warn.own",
        "report early_notice",
    ];
    let endings = endings(&turns);
    assert!(
        endings.get("filed").copied().unwrap_or_default() > 20 * effort(),
        "{endings:?}"
    );
}

#[test]
fn every_message_and_every_ending_can_be_met() {
    let playable = first_call();
    let names = &playable.scenario().names;
    let mut unmet: BTreeSet<&str> = names
        .all(Kind::Inject)
        .chain(names.all(Kind::Ending))
        .collect();
    for bot in standard() {
        for seed in 0..60 * effort() {
            for met in met_by(&playable, named(bot).unwrap(), seed) {
                unmet.remove(met.as_str());
            }
        }
    }
    assert_eq!(unmet, BTreeSet::new());
}
