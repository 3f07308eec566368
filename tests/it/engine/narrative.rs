//! Narrative: silence, speaking first, corrections and being found out.

use demarche::engine::event::What;
use demarche::engine::ledger::book::BookEvent;
use demarche::engine::ledger::narrative::Event;

use crate::engine::answers::table;
use crate::engine::answers::table_with;

#[test]
fn silence_is_filled_by_others_and_a_holding_line_keeps_the_place() {
    table()
        .turn(1)
        .does("mfa", "hold")
        .holds(&["belief.strike == 50", "told.strike && !told.slow"])
        .turn(2)
        .does("mfa", "hold")
        .holds(&["belief.strike == 56", "silence.strike == 1"])
        .turn(3)
        .does("mfa", "line on strike")
        .holds(&[
            "belief.strike == 56 - 2 - 1",
            "silence.strike == 0",
            "spoke_first.strike.mfa",
        ])
        // A word holds for the turn after it.
        .turn(4)
        .does("mfa", "hold")
        .holds(&["belief.strike == 52"])
        .turn(5)
        .does("mfa", "hold")
        .holds(&["belief.strike == 58"]);
}

#[test]
fn who_speaks_first_and_knows_shapes_what_is_believed() {
    table()
        .turn(1)
        .does("mfa", "analyse beacon")
        .turn(2)
        .does("mfa", "brief strike denies")
        .holds(&[
            "belief.strike == 50 - 14 - 6 - 1",
            "spoke_first.strike.mfa && !spoke_first.strike.ncert",
        ])
        .turn(8)
        .does("mfa", "hold")
        .holds(&["found_out.mfa == 0"]);
}

#[test]
fn a_correction_costs_less_than_being_found_out() {
    table()
        .turn(1)
        .does("mfa", "brief strike confirms")
        // Nothing is silent about a false statement here: it is found out at once, and what it did is undone.
        .holds(&[
            "found_out.mfa == 1",
            "belief.strike == 50",
            "trust.ally.mfa == 45",
            "capital.mfa == 20 - 3 + 0",
        ]);
    table_with(&[("found_out: 1000", "found_out: 0")], 7)
        .turn(1)
        .does("mfa", "brief strike confirms")
        .holds(&["found_out.mfa == 0", "belief.strike == 70"])
        .turn(2)
        .does("mfa", "correct strike")
        .holds(&[
            "belief.strike == 70 - 8 - 1",
            "trust.ally.mfa == 50",
            "capital.mfa == 19",
        ])
        // What has been taken back can no longer be found out.
        .turn(3)
        .fires("leak")
        .holds(&["found_out.mfa == 0"]);
}

#[test]
fn a63_what_is_right_but_rests_on_nothing_verified_is_asked_for_its_grounds() {
    let asked = |deeds: &str| {
        let play = |seed| {
            let table = table_with(&[], seed).turn(1).does("mfa", deeds).turn(2);
            table
                .does("mfa", "brief strike denies")
                .turn(3)
                .number("found_out.mfa")
        };
        (0..30).map(play).sum::<i64>()
    };
    assert!((4..=16).contains(&asked("hold")));
    assert_eq!(asked("analyse beacon"), 0);
}

#[test]
fn a_journalist_has_a_deadline() {
    table()
        .turn(2)
        .fires("question")
        .refuses("ncert", "press strike", "not")
        .does("mfa", "hold")
        .holds(&[
            "left_unanswered.mfa == 1",
            "capital.mfa == 19",
            "belief.strike == 50 + 6 + 5",
        ]);
    table()
        .turn(2)
        .fires("question")
        .does("mfa", "press strike")
        .holds(&[
            "left_unanswered.mfa == 0",
            "capital.mfa == 20",
            "belief.strike == 50 - 2 - 1",
        ]);
}

#[test]
fn people_act_on_what_they_believe_and_a_study_says_how_much() {
    let table = table().turn(2).does("mfa", "hold");
    assert!(table.number("harm.riders") > 0);
    assert_eq!(table.number("harm.crews"), 0);
    table
        .turn(3)
        .does("ncert", "interview riders")
        .turn(5)
        .does("mfa", "hold")
        .saw(1, |what| {
            matches!(
                what,
                What::Book(BookEvent::Narrative(Event::Printed { .. }))
            )
        });
}

#[test]
fn what_comes_out_finds_out_who_said_otherwise() {
    table_with(&[("found_out: 1000", "found_out: 0")], 7)
        .turn(1)
        .does("ncert", "brief strike confirms")
        .turn(2)
        .fires("leak")
        .holds(&[
            "found_out.ncert == 1 && found_out.mfa == 0",
            "belief.slow == 35",
            "tension.northern.southern == 37",
        ]);
}
