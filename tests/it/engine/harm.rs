//! Harm: to whom, how it follows, and the range that evidence narrows.

use std::collections::BTreeSet;

use demarche::engine::lens::Lens;
use demarche::engine::truth::Truth;
use demarche::model::CommunityId;
use demarche::model::ZoneId;
use demarche::model::effect::Amount;
use demarche::model::effect::Effect;
use demarche::model::effect::HarmKind;

use crate::support::story::Story;
use crate::support::table::Table;

const PATIENTS: CommunityId = CommunityId(0);

fn dependent() -> Story {
    let mut story = Story::border(6);
    story.zone("health", "clinic", "ncert");
    let patients = story.community("patients");
    patients.depends_on = vec![(ZoneId(0), 500)];
    story
}

fn range(table: &Table) -> (i32, i32) {
    let seats = [table.seat("ncert")];
    Lens::new(&table.playable, &table.state, &seats)
        .harm(PATIENTS)
        .unwrap()
        .0
}

#[test]
fn failing_services_hurt_by_context_and_the_aftermath_follows() {
    Table::new(dependent(), 7)
        .turn(3)
        .holds(&["harm.patients == 10"]);
    let mut story = dependent();
    story.scenario.harm.communities[0].context = 2000;
    story.scenario.harm.communities[0].secondary = 500;
    Table::new(story, 7)
        .turn(2)
        .holds(&["harm.patients == 10"])
        .turn(3)
        .holds(&["harm.patients == 20 + 5"]);
}

#[test]
fn a36_in_a_surge_the_same_outage_hurts_more() {
    let mut story = dependent();
    story.scenario.harm.communities[0].secondary = 0;
    story.scenario.harm.communities[0].surges = vec![(2, 2, 3000)];
    let table = Table::new(story, 7).turn(2).holds(&["harm.patients == 5"]);
    let table = table.turn(3).holds(&["harm.patients == 5 + 15"]);
    table.turn(4).holds(&["harm.patients == 5 + 15 + 5"]);
}

#[test]
fn latent_harm_surfaces() {
    let mut story = Story::border(4);
    story.community("patients");
    story.scenario.harm.surfaces = 500;
    story.inject("stolen", "ncert", 1).effects = vec![Effect::Harm {
        community: PATIENTS,
        kind: HarmKind::Latent,
        by: Amount::Fixed(100),
    }];
    let table = Table::new(story, 7).turn(2);
    let harm = *Truth::new(&table.playable, &table.state).harm(PATIENTS);
    assert_eq!((harm.direct, harm.latent), (50, 50));
}

#[test]
fn relief_never_goes_below_nothing() {
    let mut story = dependent();
    story.inject("relief", "ncert", 1).effects = vec![Effect::Harm {
        community: PATIENTS,
        kind: HarmKind::Direct,
        by: Amount::Fixed(-999),
    }];
    Table::new(story, 7).turn(1).holds(&["harm.patients == 0"]);
}

#[test]
fn evidence_narrows_the_range_around_the_truth() {
    let mut story = dependent();
    story.inject("shock", "ncert", 1).effects = vec![Effect::Harm {
        community: PATIENTS,
        kind: HarmKind::Direct,
        by: Amount::Fixed(100),
    }];
    story.inject("survey", "ncert", 2).effects = vec![Effect::Evidence {
        community: PATIENTS,
        by: Amount::Fixed(60),
    }];
    story.inject("count", "ncert", 3).effects = vec![Effect::Evidence {
        community: PATIENTS,
        by: Amount::Fixed(60),
    }];
    let mut centred = 0;
    let mut widths = BTreeSet::new();
    for seed in 0..20 {
        let table = Table::new(story.clone(), seed).turn(1);
        let (low, high) = range(&table);
        let felt = Truth::new(&table.playable, &table.state)
            .harm(PATIENTS)
            .felt();
        assert!(low <= felt && felt <= high, "{felt} in {low} to {high}");
        assert!((30..=120).contains(&(high - low)), "{low} to {high}");
        widths.insert(high - low);
        centred += i32::from(low + high == 2 * felt);
        let table = table.turn(2);
        let (low, high) = range(&table);
        assert!(high - low < 60, "{low} to {high}");
        let table = table.turn(3);
        let (low, high) = range(&table);
        assert_eq!((low, high), (110, 110));
    }
    assert!(centred < 5, "the middle of the range gives the truth away");
    assert!(widths.len() > 10, "its width gives the truth away");
}

#[test]
fn people_who_are_told_know_and_can_help_themselves() {
    let mut story = dependent();
    story.inject("stolen", "ncert", 1).effects = vec![Effect::Harm {
        community: PATIENTS,
        kind: HarmKind::Latent,
        by: Amount::Fixed(100),
    }];
    story.scenario.harm.surfaces = 0;
    let table = Table::new(story, 7)
        .turn(1)
        .refuses("acme", "notify patients", "not for you to notify")
        .does("ncert", "notify patients");
    let harm = *Truth::new(&table.playable, &table.state).harm(PATIENTS);
    assert_eq!((harm.latent, harm.evidence), (70, 15));
    table
        .turn(2)
        .refuses("ncert", "notify patients", "not again before turn 3")
        .turn(3)
        .does("ncert", "notify patients");
}
