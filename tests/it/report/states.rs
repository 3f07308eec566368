//! What the debrief says of states and of the next exercise, read as rules: what was said in the discussions, where it stands.

use std::collections::BTreeSet;

use demarche::engine::tell::Teller;
use demarche::report;
use demarche::report::debrief::Pillar;
use demarche::scenario;
use demarche::session::Stop;
use demarche::text::Words;

use super::debrief;
use super::page::text_of;
use super::play::SEAT;
use super::play::begin;
use super::play::play;

#[test]
fn a2_where_a_state_stands_is_worked_out_from_its_organisations_and_from_who_trusts_its_organs() {
    let session = play("common-voice", 7, "Ana", "The clinics need it now.");
    let debrief = debrief(&session);
    let [state] = debrief.states.as_slice() else {
        panic!("one state has seats here: {:?}", debrief.states);
    };
    let stood = state.continuity.unwrap();
    let border = debrief.borders.iter().find(|part| part.is_own).unwrap();
    let home = border.home;
    assert_eq!(stood.end, 100 - home.compromised * 100 / home.organisations);
    assert_eq!(stood.worst, 100 - home.worst * 100 / home.organisations);
    let trust = state.trust.unwrap();
    assert!(trust.worst <= trust.start && trust.worst <= trust.end);
    assert!(0 <= trust.worst && trust.start <= 100 && trust.end <= 100);
}

#[test]
fn a40_each_act_feeds_one_pillar_at_most_and_stands_there_with_its_turn() {
    for id in scenario::embedded() {
        let session = play(id, 11, "Ana", "The clinics need it now.");
        let debrief = debrief(&session);
        let done = debrief.decisions.iter();
        let done = done.filter(|record| !record.by_default && !record.lapsed);
        let mut left: Vec<String> = done
            .map(|record| format!("Turn {}: {}", record.at.turn, record.choice))
            .collect();
        for part in &debrief.states {
            let order: Vec<Pillar> = part.pillars.iter().map(|pillar| pillar.pillar).collect();
            assert_eq!(order, Pillar::ALL);
            for act in part.pillars.iter().flat_map(|pillar| &pillar.acts) {
                let found = left.iter().position(|left| left == act.as_str());
                let found = found.unwrap_or_else(|| panic!("{id}: {act} was not done, or twice"));
                left.swap_remove(found);
            }
        }
    }
}

#[test]
fn a35_what_the_plan_says_could_be_ready_can_be_done_before_the_next_incident() {
    let session = play("open-fix", 7, "Ana", "The clinics need it now.");
    let debrief = debrief(&session);
    assert!(!debrief.unprepared.is_empty());
    let own: BTreeSet<String> = debrief
        .unprepared
        .iter()
        .filter(|part| part.is_own)
        .map(|part| part.act.as_str().to_owned())
        .collect();
    assert!(!own.is_empty());
    let at_first: BTreeSet<&str> = debrief
        .decisions
        .iter()
        .filter(|record| record.is_own && record.at.turn == 0)
        .map(|record| record.choice.as_str())
        .collect();
    let mut again = begin("open-fix", 8, "Ana");
    assert!(matches!(again.proceed().unwrap(), Stop::Commit(_)));
    let words = Words::new("en");
    let teller = Teller {
        scenario: again.scenario(),
        words: &words,
    };
    let possible = again.lens(&[SEAT]).possible(SEAT);
    let possible: BTreeSet<String> = possible
        .iter()
        .map(|act| teller.act(act).as_str().to_owned())
        .collect();
    for act in own {
        assert!(possible.contains(&act), "{act}: not in the quiet turn");
        assert!(!at_first.contains(act.as_str()), "{act}: was done then");
    }
    for part in &debrief.unprepared {
        if let Some(turn) = part.turn {
            let mut records = debrief.decisions.iter();
            let is_it = |record: &report::debrief::DecisionRecord| {
                (record.at.turn, &record.choice, &record.seat) == (turn, &part.act, &part.seat)
            };
            assert!(records.any(is_it), "{}: not in turn {turn}", part.act);
        }
    }
}

#[test]
fn b35_a_group_votes_on_each_motion_before_and_after_and_is_asked_from_both_sides() {
    let session = play("first-call", 7, "Ana", "The clinics need it now.");
    let debrief = debrief(&session);
    let words = Words::new("en");
    let page = text_of(&report::html(&debrief, &words));
    let text = report::markdown(&debrief, &words);
    for said in [
        "What response teams do across borders is diplomacy.",
        "Co-operation between response teams can help when states quarrel.",
        "The norms that protect response teams should be made formal.",
        "Before",
        "After",
        "Shift",
    ] {
        assert!(page.contains(said) && text.contains(said), "{said}");
    }
    for side in ["Policy: ", "Technical: "] {
        assert_eq!(page.matches(side).count(), 3);
        assert_eq!(text.matches(side).count(), 3);
    }
}

#[test]
fn b36_the_long_exercises_fit_a_session_of_ninety_minutes() {
    for id in ["common-voice", "open-fix"] {
        let package = scenario::load_embedded(id).unwrap();
        let playable = scenario::open(&package).playable.unwrap();
        assert_eq!(playable.scenario().about.minutes.1, 90);
    }
}
