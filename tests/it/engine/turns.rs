//! The shape of a run: sealing, hours and capital, decisions, lapses, later effects, in turn, pauses, endings.

use demarche::engine::command::Command;
use demarche::engine::command::Role;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::model::EndingId;
use demarche::model::SeatId;
use demarche::model::decision::Cost;
use demarche::model::effect::Amount;
use demarche::model::effect::Branch;
use demarche::model::effect::Effect;
use demarche::model::family::Family;
use demarche::model::ledger::meters::SeenBy;
use demarche::model::marking::Tlp;
use demarche::model::scenario::CommitMode;
use demarche::text::SafeText;

use crate::support::story::Story;
use crate::support::story::moves;
use crate::support::table::Table;

#[test]
fn choices_are_sealed_in_commit_withdrawn_until_resolve_and_replaced() {
    Table::new(Story::border(2), 7)
        .refuses("ncert", "hold", "once discussion is over")
        .turn(1)
        .rejects(&Command::Unseal { seat: SeatId(0) }, "sealed nothing yet")
        .seals("ncert", "ring scert")
        .seals("ncert", "ring mfa")
        .accepts(&Command::Unseal { seat: SeatId(0) })
        .seals("ncert", "ring acme")
        .advance()
        .refuses("ncert", "hold", "have taken effect already")
        .holds(&["trust.acme.ncert == 52", "trust.mfa.ncert == 50"]);
}

#[test]
fn a_seat_that_seals_nothing_holds_and_says_so() {
    let held = |what: &What| {
        matches!(
            what,
            What::Acted {
                act: demarche::engine::act::Act::Hold,
                ..
            }
        )
    };
    Table::new(Story::border(1), 7)
        .turn(1)
        .seals("mfa", "ring ncert")
        .accepts(&Command::Seal {
            seat: SeatId(0),
            acts: Vec::new(),
        })
        .advance()
        .saw(2, held);
}

#[test]
fn hours_and_capital_are_all_there_is() {
    let mut story = Story::border(3);
    story.action("campaign", &["mfa"], Family::Condemn).cost = Cost {
        hours: 3,
        capital: 6,
    };
    story.action("folly", &["mfa"], Family::Condemn).cost = Cost {
        hours: 9,
        capital: 0,
    };
    story.action("pomp", &["mfa"], Family::Condemn).cost = Cost {
        hours: 0,
        capital: 5,
    };
    Table::new(story, 7)
        .turn(1)
        .refuses("mfa", "take folly", "it takes 9 hours, and you have 8")
        .refuses(
            "mfa",
            "take campaign; take pomp",
            "11 of political capital, and you have 10",
        )
        .refuses(
            "mfa",
            "take campaign; take campaign",
            "you have “Do campaign” twice",
        )
        .refuses("ncert", "take campaign", "not yours to do")
        .does("mfa", "take campaign")
        .holds(&["capital.mfa == 10 - 6 + 1"])
        .turn(2)
        .refuses(
            "mfa",
            "take campaign",
            "6 of political capital, and you have 5",
        )
        .turn(3)
        .holds(&["capital.mfa == 6"]);
}

#[test]
fn a_night_shift_has_fewer_hours_and_effects_give_or_take_them_in_the_next_turn() {
    let mut story = Story::border(3);
    story.scenario.turns[1].hours = 250;
    let seat = story.seat_id("ncert");
    story.inject("sick", "ncert", 2).effects = vec![Effect::Hours {
        seat,
        by: Amount::Fixed(-7),
    }];
    story.scenario.trust.contact_hours = 2;
    Table::new(story, 7)
        .turn(1)
        .seals("ncert", "ring scert")
        .refuses(
            "ncert",
            "ring scert; ring mfa",
            "this needs 4 hours, and you have 2",
        )
        .turn(2)
        .seals("ncert", "ring scert; ring mfa")
        .turn(3)
        .refuses("ncert", "ring scert", "it takes 2 hours, and you have 1");
}

#[test]
fn preparation_has_its_own_actions() {
    let mut story = Story::border(2);
    story.scenario.has_prep = true;
    story.action("rehearse", &["ncert"], Family::Hold).in_prep = true;
    story.action("respond", &["ncert"], Family::Contain);
    Table::new(story, 7)
        .turn(0)
        .refuses("ncert", "take respond", "not before StartEx")
        .does("ncert", "take rehearse")
        .turn(1)
        .holds(&["turn == 1", "done.rehearse == 1"])
        .seals("ncert", "take respond");
}

#[test]
fn an_action_cools_down() {
    let mut story = Story::border(5);
    story
        .action("statement", &["mfa"], Family::Condemn)
        .cooldown = 2;
    story.action("treaty", &["mfa"], Family::Condemn).cooldown = u16::MAX;
    Table::new(story, 7)
        .turn(1)
        .does("mfa", "take statement; take treaty")
        .turn(2)
        .refuses("mfa", "take statement", "not again before turn 3")
        .turn(3)
        .does("mfa", "take statement")
        .turn(5)
        .refuses("mfa", "take treaty", "once only");
}

fn asked() -> Story {
    let mut story = Story::border(4);
    story.meter("pressure", SeenBy::All);
    let wait = story
        .decision(
            "plea",
            "ncert",
            1,
            &[("help", Family::Share), ("wait", Family::Hold)],
        )
        .choices[1];
    story.scenario.decisions[0].stays = 2;
    story.scenario.decisions[0].default = Some(wait);
    let pressure = demarche::model::MeterId(0);
    story.choice("plea.help").effects = vec![moves(pressure, 7)];
    story.choice("plea.wait").effects = vec![moves(pressure, -7)];
    story
}

#[test]
fn a_decision_is_answered_once_by_its_own_seat() {
    Table::new(asked(), 7)
        .turn(1)
        .refuses("mfa", "answer plea.help", "not open to you")
        .refuses(
            "ncert",
            "answer plea.help; answer plea.wait",
            "one answer only",
        )
        .turn(2)
        .does("ncert", "answer plea.help")
        .holds(&[
            "chose.plea.help && !chose.plea.wait",
            "meter.pressure == 57",
        ])
        .turn(3)
        .refuses("ncert", "answer plea.help", "not open to you");
}

#[test]
fn nobody_answering_is_an_answer() {
    Table::new(asked(), 7)
        .turn(2)
        .holds(&["!chose.plea.wait"])
        .turn(3)
        .holds(&["chose.plea.wait", "meter.pressure == 43"]);
    let mut story = asked();
    story.scenario.decisions[0].default = None;
    Table::new(story, 7)
        .turn(3)
        .holds(&["!chose.plea.wait", "meter.pressure == 50"])
        .refuses("ncert", "answer plea.help", "not open to you");
}

#[test]
fn a_decision_opens_after_an_inject_and_under_its_condition() {
    let mut story = Story::border(4);
    let call = story.inject("plea", "ncert", 2).id;
    let later = story.truth("turn >= 3");
    let opens = &mut story
        .decision(
            "answer",
            "ncert",
            1,
            &[("yes", Family::Share), ("no", Family::Hold)],
        )
        .opens;
    (opens.to, opens.after, opens.condition) = (4, Some(call), Some(later));
    Table::new(story, 7)
        .turn(2)
        .refuses("ncert", "answer answer.yes", "not open")
        .turn(3)
        .does("ncert", "answer answer.yes");
}

#[test]
fn a_condition_says_in_the_authors_words_why_not() {
    let mut story = asked();
    let ready = story.truth("turn >= 2");
    let choice = story.choice("plea.help");
    choice.condition = Some(ready);
    choice.unless = SafeText::line("Nobody is awake yet.");
    Table::new(story, 7)
        .turn(1)
        .refuses("ncert", "answer plea.help", "Nobody is awake yet.")
        .turn(2)
        .seals("ncert", "answer plea.help");
}

#[test]
fn what_became_impossible_lapses_and_costs_nothing() {
    let mut story = Story::border(2);
    story.meter("pressure", SeenBy::All);
    let calm = story.truth("meter.pressure < 60");
    let action = story.action("late", &["mfa"], Family::Condemn);
    action.condition = Some(calm);
    action.cost = Cost {
        hours: 2,
        capital: 4,
    };
    action.effects = vec![moves(demarche::model::MeterId(0), 1)];
    // Sharing resolves first and takes the ground away.
    let first = story.action("first", &["ncert"], Family::Share);
    first.effects = vec![moves(demarche::model::MeterId(0), 20)];
    Table::new(story, 7)
        .turn(1)
        .seals("mfa", "take late; ring acme")
        .does("ncert", "take first")
        .holds(&[
            "meter.pressure == 70",
            "capital.mfa == 10",
            "done.late == 0",
        ])
        .saw(1, |what| {
            matches!(
                what,
                What::Lapsed {
                    seat: SeatId(1),
                    ..
                }
            )
        });
}

#[test]
fn later_effects_come_later_by_their_own_dice() {
    let mut story = Story::border(5);
    let pressure = story.meter("pressure", SeenBy::All);
    let draw = |by| Branch {
        weight: 1,
        effects: vec![moves(pressure, by)],
    };
    let later = vec![Effect::Later {
        turns: 2,
        effects: vec![Effect::Draw {
            branches: vec![draw(10), draw(20)],
        }],
    }];
    story.inject("seed", "ncert", 1).effects = later;
    let mut drawn: Vec<i64> = (0..40)
        .map(|seed| {
            let table = Table::new(story.clone(), seed)
                .turn(3)
                .holds(&["meter.pressure == 50"])
                .advance();
            table.number("meter.pressure")
        })
        .collect();
    drawn.sort_unstable();
    drawn.dedup();
    assert_eq!(drawn, [60, 70]);
}

#[test]
fn effects_follow_a_condition() {
    let mut story = Story::border(2);
    let pressure = story.meter("pressure", SeenBy::All);
    let when = story.truth("meter.pressure >= 60");
    let double = story.expr("meter.pressure * 2", demarche::model::expr::Gives::Number);
    story.inject("test", "ncert", 1).effects = vec![
        moves(pressure, 10),
        Effect::If {
            when,
            then: vec![moves(pressure, -30)],
            otherwise: vec![moves(pressure, 1)],
        },
        Effect::Meter {
            meter: pressure,
            by: Amount::Computed(double),
        },
    ];
    // 50 + 10, then 30, then 30 + 60.
    Table::new(story, 7)
        .turn(1)
        .holds(&["meter.pressure == 90"]);
}

#[test]
fn rows_fire_once_after_a_while_and_by_chance() {
    let mut story = Story::border(6);
    let pressure = story.meter("pressure", SeenBy::All);
    story.rule("once", vec![moves(pressure, 1)]).once = true;
    let row = story.rule("often", vec![moves(pressure, 10)]);
    (row.from, row.to, row.cooldown) = (2, 5, 2);
    story.rule("never", vec![moves(pressure, -50)]).chance = 0;
    // Turn 1: once; turns 2 and 4: often.
    Table::new(story, 7)
        .turn(6)
        .holds(&["meter.pressure == 71"]);
}

#[test]
fn in_turn_seats_resolve_one_after_another() {
    let mut story = Story::border(2);
    story.scenario.commit = CommitMode::InTurn;
    story.fact("finding", "ncert", Tlp::Green);
    let sealed = Table::new(story, 7)
        .turn(1)
        .refuses("mfa", "hold", "it is the turn of `Desk of ncert`")
        .does("ncert", "share finding with mfa as green");
    assert_eq!(sealed.truth().step(), Step::Commit);
    let sealed = sealed
        .holds(&["holds.mfa.finding"])
        .refuses("ncert", "hold", "it is the turn of")
        .does("mfa", "share finding with acme as green")
        .holds(&["holds.acme.finding"])
        .advance();
    assert_eq!(sealed.truth().step(), Step::Resolve);
}

#[test]
fn the_first_ending_that_holds_is_taken_and_some_come_early() {
    let mut story = Story::border(4);
    story.ending("collapse", Some("turn >= 2"), true);
    story.ending("calm", Some("turn >= 1"), false);
    let table = Table::new(story.clone(), 7).turn(2).advance();
    assert_eq!(table.truth().ending(), Some(EndingId(0)));
    table
        .refuses("ncert", "hold", "the exercise has ended")
        .until(Step::Note)
        .rejects(&Command::Advance, "the exercise has ended")
        .rejects(&Command::Pause, "the exercise has ended")
        .accepts(&Command::Note {
            by: Role::Evaluator,
            about: None,
            rating: None,
            text: "Well done.".into(),
        });
    story.scenario.endings[0].early = false;
    let table = Table::new(story, 7).turn(4).advance();
    assert_eq!(table.truth().ending(), Some(EndingId(0)));
}

#[test]
fn an_effect_ends_the_exercise_with_its_turn() {
    let mut story = Story::border(4);
    let ending = story.ending("walkout", Some("false"), false);
    story.action("walk", &["mfa"], Family::Escalate).effects = vec![Effect::End { ending }];
    let table = Table::new(story, 7).turn(2).does("mfa", "take walk");
    assert_eq!(table.truth().ending(), Some(ending));
    table
        .until(Step::Note)
        .rejects(&Command::Advance, "has ended");
}

#[test]
fn a_pause_loses_nothing() {
    Table::new(Story::border(2), 7)
        .turn(1)
        .seals("ncert", "ring scert")
        .accepts(&Command::Pause)
        .rejects(&Command::Advance, "is paused")
        .refuses("mfa", "hold", "is paused")
        .rejects(&Command::Pause, "is paused")
        .accepts(&Command::Resume)
        .rejects(&Command::Resume, "is not paused")
        .advance()
        .holds(&["trust.scert.ncert == 52"]);
}

#[test]
fn choices_resolve_by_family_then_roster() {
    let mut story = Story::border(1);
    for (word, seat, family) in [
        ("last", "ncert", Family::Hold),
        ("second", "mfa", Family::Share),
        ("first", "ncert", Family::Share),
        ("third", "acme", Family::Contain),
    ] {
        story.action(word, &[seat], family);
    }
    let table = Table::new(story, 7)
        .turn(1)
        .seals("acme", "take third")
        .seals("mfa", "take second")
        .does("ncert", "take last; take first");
    let order: Vec<&str> = table
        .events
        .iter()
        .filter_map(|event| match event.what {
            What::Acted {
                act: demarche::engine::act::Act::Take { action },
                ..
            } => Some(
                table
                    .scenario()
                    .names
                    .word(demarche::model::id::Kind::Action, action.0),
            ),
            _ => None,
        })
        .collect();
    assert_eq!(order, ["first", "second", "third", "last"]);
}
