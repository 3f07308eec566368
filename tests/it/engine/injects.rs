//! When injects come: turn and time, condition, chance, after another, contingency, once and cooldown, by hand.

use demarche::engine::command::Command;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::model::InjectId;
use demarche::model::effect::Effect;
use demarche::model::marking::Marking;
use demarche::model::marking::Tlp;
use demarche::model::msel::ExpectedAction;
use demarche::model::msel::Status;
use demarche::model::time::ExerciseTime;
use demarche::text::SafeText;

use crate::support::story::Story;
use crate::support::table::Table;

/// The turns in which an inject is delivered.
fn comes(story: &Story, seed: u64) -> Vec<u16> {
    let last = u16::try_from(story.scenario.turns.len()).unwrap() - 1;
    let table = Table::new(story.clone(), seed).turn(last);
    let (mut turn, mut comes) = (0, Vec::new());
    for event in &table.events {
        match event.what {
            What::Entered { turn: now, .. } => turn = now,
            What::Delivered {
                inject: InjectId(0),
                ..
            } => comes.push(turn),
            _ => {}
        }
    }
    comes
}

#[test]
fn an_inject_comes_in_its_window_when_its_condition_holds() {
    let mut story = Story::border(6);
    story.inject("plea", "ncert", 2);
    assert_eq!(comes(&story, 7), [2]);
    story.scenario.injects[0].when.to = 5;
    assert_eq!(comes(&story, 7), [2]);
    story.scenario.injects[0].when.condition = Some(story.truth("turn >= 4"));
    assert_eq!(comes(&story, 7), [4]);
    story.scenario.injects[0].when.condition = Some(story.truth("turn >= 6"));
    assert_eq!(comes(&story, 7), [0; 0]);
    story.scenario.injects[0].when.condition = None;
    story.scenario.injects[0].status = Status::Draft;
    assert_eq!(comes(&story, 7), [0; 0]);
}

#[test]
fn an_inject_shows_its_own_time() {
    let mut story = Story::border(3);
    story.inject("plea", "ncert", 2).when.at = Some(ExerciseTime(300));
    Table::new(story, 7).turn(2).saw(1, |what| {
        matches!(
            what,
            What::Delivered {
                time: ExerciseTime(300),
                ..
            }
        )
    });
}

#[test]
fn an_inject_comes_again_only_if_it_may() {
    let mut story = Story::border(6);
    let when = &mut story.inject("plea", "ncert", 1).when;
    when.to = 6;
    when.once = false;
    assert_eq!(comes(&story, 7), [1, 2, 3, 4, 5, 6]);
    story.scenario.injects[0].when.cooldown = 3;
    assert_eq!(comes(&story, 7), [1, 4]);
}

#[test]
fn an_inject_comes_by_chance_the_same_way_for_the_same_seed() {
    let mut story = Story::border(1);
    story.inject("plea", "ncert", 1).when.chance = 300;
    let came: Vec<bool> = (0..200)
        .map(|seed| !comes(&story, seed).is_empty())
        .collect();
    let count = came.iter().filter(|came| **came).count();
    assert!((40..=80).contains(&count), "{count} of 200, 60 expected");
    // Another inject before it in the list changes nobody's luck.
    let mut other = Story::border(1);
    other.inject("noise", "mfa", 1).when.chance = 500;
    other.inject("plea", "ncert", 1).when.chance = 300;
    for (seed, came) in (0..200).zip(came) {
        let table = Table::new(other.clone(), seed).turn(1);
        assert_eq!(
            table.value("delivered.plea", demarche::model::expr::Gives::Truth) == 1,
            came
        );
    }
}

#[test]
fn an_inject_follows_another_after_some_turns() {
    let mut story = Story::border(6);
    story.inject("second", "ncert", 1).when.to = 6;
    let first = story.inject("first", "ncert", 2).id;
    story.scenario.injects[0].when.after = Some((first, 2));
    assert_eq!(comes(&story, 7), [4]);
    // In the same Brief only if the first stands before it in the MSEL.
    story.scenario.injects[0].when.after = Some((first, 0));
    assert_eq!(comes(&story, 7), [3]);
}

#[test]
fn a_contingency_comes_only_if_nobody_did_what_was_expected() {
    let mut story = Story::border(4);
    story.fact("finding", "ncert", Tlp::Clear);
    story.inject("nudge", "ncert", 1).when.to = 4;
    let done = story.truth("holds.mfa.finding");
    let call = story.inject("plea", "ncert", 2);
    call.expected = vec![ExpectedAction {
        text: SafeText::empty(),
        done: Some(done),
    }];
    let call = call.id;
    story.scenario.injects[0].contingency_of = Some(call);
    assert_eq!(comes(&story, 7), [3]);
    Table::new(story, 7)
        .turn(2)
        .does("ncert", "share finding with mfa as clear")
        .turn(4)
        .holds(&["!delivered.nudge", "delivered.plea"]);
}

#[test]
fn a_fact_never_travels_wider_than_its_own_label() {
    let mut story = Story::border(2);
    let fact = story.fact("finding", "scert", Tlp::Red).id;
    let secret = story.fact("secret", "scert", Tlp::Red);
    secret.marking = Marking::National;
    let secret = secret.id;
    story.inject("plea", "ncert", 1).facts = vec![fact, secret];
    let table = Table::new(story, 7).turn(1);
    let ncert = table.scenario().seats[0].actor;
    let held = |fact| table.truth().holding(ncert, fact).unwrap().marking;
    assert_eq!(held(fact), Marking::Tlp(Tlp::Red));
    assert_eq!(held(secret), Marking::National);
}

#[test]
fn the_facilitator_fires_and_skips() {
    let mut story = Story::border(4);
    story.inject("plea", "ncert", 3);
    story.inject("extra", "mfa", 1).when.by_hand = true;
    let inject = InjectId(0);
    Table::new(story.clone(), 7)
        .turn(1)
        .holds(&["!delivered.extra"])
        .fires("extra")
        .holds(&["delivered.extra"])
        .rejects(
            &Command::Fire {
                inject: InjectId(1),
            },
            "has been delivered already",
        )
        .fires("plea")
        .rejects(&Command::Skip { inject }, "has been delivered already")
        .turn(4)
        .saw(2, |what| matches!(what, What::Delivered { .. }));
    Table::new(story, 7)
        .turn(1)
        .skips("plea")
        .rejects(&Command::Skip { inject }, "taken out already")
        .turn(4)
        .holds(&["!delivered.plea"]);
}

#[test]
fn effects_deliver_and_cancel() {
    let mut story = Story::border(4);
    let late = story.inject("late", "ncert", 4).id;
    let never = story.inject("never", "ncert", 3).id;
    story.inject("plea", "ncert", 1).effects = vec![
        Effect::Deliver { inject: late },
        Effect::Cancel { inject: never },
    ];
    Table::new(story, 7)
        .turn(2)
        .holds(&["delivered.late"])
        .until(Step::Note)
        .turn(4)
        .holds(&["!delivered.never", "since.late == 2"]);
}
