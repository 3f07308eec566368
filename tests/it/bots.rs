//! Bots: the profiles that are built in, and the sentence that says why.

mod fitting;
pub(crate) mod lookahead;
mod reporting;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use demarche::bots;
use demarche::engine::act::Act;
use demarche::engine::event::Cause;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::engine::ledger::duties::DutyEvent;
use demarche::engine::ledger::facts::FactEvent;
use demarche::scenario;
use demarche::script::Playable;
use demarche::text::Words;

use crate::contract::driver::Check;
use crate::contract::driver::chosen;
use crate::contract::driver::play;
use crate::support::table::Table;

#[test]
fn every_bot_is_found_by_its_name_and_has_words() {
    let words = Words::default();
    let names = bots::names();
    for name in &names {
        assert_eq!(bots::named(name).unwrap().name(), *name);
        assert!(words.has(&bots::key(name)), "{name}");
        assert!(
            words.attribute(&bots::key(name), "about").is_some(),
            "{name}"
        );
    }
    assert!(bots::named("nobody").is_none());
    for name in bots::standard() {
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn bots_read_nothing_but_their_lens() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = vec![root.join("bots.rs")];
    collect(&root.join("bots"), &mut sources);
    assert!(sources.len() > 5);
    for path in sources {
        let source = fs::read_to_string(&path).unwrap();
        for line in source.lines().filter(|line| line.contains("crate::")) {
            let allowed = ["bots", "engine", "model", "text"]
                .iter()
                .any(|row| line.contains(&format!("crate::{row}")));
            let forbidden = [
                "engine::State",
                "engine::state",
                "engine::truth",
                "engine::decide",
                "engine::apply",
            ]
            .iter()
            .any(|path| line.contains(path));
            assert!(allowed && !forbidden, "{}: {line}", path.display());
        }
    }
}

fn collect(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

#[test]
fn every_reason_has_its_sentence() {
    let words = Words::default();
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    collect(&root.join("bots"), &mut sources);
    let mut count = 0;
    for path in sources {
        let source = fs::read_to_string(&path).unwrap();
        for (place, _) in source.match_indices("\"bot-why-") {
            let key = source[place + 1..].split('"').next().unwrap();
            assert!(words.has(key), "{key}");
            count += 1;
        }
    }
    assert!(count >= 15, "the scan found only {count} sentences");
}

/// What a profile did in all seats of a scenario over some seeds.
#[derive(Debug, Default)]
struct Survey {
    acts: usize,
    held: usize,
    families: [usize; 5],
    breaches: usize,
    met: usize,
    missed: usize,
    unanswered: usize,
    reasons: BTreeMap<&'static str, usize>,
    endings: BTreeMap<u16, usize>,
}

fn survey(profile: &str, playable: &Arc<Playable>) -> Survey {
    let mut survey = Survey::default();
    let bot = bots::named(profile).unwrap();
    for seed in 0..12 {
        let table = play(playable, seed, |_| bot, profile, &mut [&mut survey]);
        for event in &table.events {
            match &event.what {
                What::Acted { act: Act::Hold, .. } => survey.held += 1,
                What::Acted { act, .. } => {
                    survey.acts += 1;
                    survey.families[act.family(table.scenario()) as usize] += 1;
                }
                What::Facts(FactEvent::Breached { .. }) => survey.breaches += 1,
                What::Duties(DutyEvent::Met { .. }) => survey.met += 1,
                What::Duties(DutyEvent::Missed { .. }) => survey.missed += 1,
                What::Closed { .. } if matches!(event.cause, Cause::Engine(_)) => {
                    survey.unanswered += 1;
                }
                What::Ended { ending, .. } => *survey.endings.entry(ending.0).or_default() += 1,
                _ => {}
            }
        }
    }
    survey
}

impl Check for Survey {
    fn look(&mut self, table: &Table, what: &str) {
        if table.truth().step() != Step::Commit {
            return;
        }
        for seat in &table.scenario().seats {
            let sealed = chosen(table, bots::named(what).unwrap(), seat.id, 0);
            *self.reasons.entry(sealed.reason.unwrap().key).or_default() += 1;
        }
    }
}

#[test]
fn profiles_are_temperaments_and_not_costumes() {
    let opened = scenario::open(&scenario::load_embedded("common-voice").unwrap());
    let playable = Arc::new(opened.playable.unwrap());
    let of: BTreeMap<&str, Survey> = bots::standard()
        .into_iter()
        .map(|profile| (profile, survey(profile, &playable)))
        .collect();
    let loud = |profile: &str| {
        let [share, condemn, escalate, contain, hold] = of[profile].families;
        (condemn + escalate) * 1000 / (share + condemn + escalate + contain + hold).max(1)
    };
    for (profile, survey) in &of {
        assert!(
            survey.acts > survey.held,
            "{profile} only waits: {survey:#?}"
        );
        if *profile != "random" {
            assert!(survey.reasons.len() >= 3, "{profile}: {:?}", survey.reasons);
            assert!(
                survey.unanswered * 20 <= survey.acts,
                "{profile}: {survey:#?}"
            );
            assert!(survey.breaches <= of["random"].breaches, "{profile}");
        }
    }
    assert!(loud("assertive_agency") > loud("cautious_committee"));
    assert!(loud("assertive_agency") > loud("understaffed_cert"));
    assert!(of["compliance_first_vendor"].missed <= of["opportunistic_third_party"].missed);
    assert!(of["cautious_committee"].breaches <= of["opportunistic_third_party"].breaches);
}
