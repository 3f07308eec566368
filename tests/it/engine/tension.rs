//! Tension: what is noticed, how it is read, and what speaking does.

use demarche::engine::event::What;
use demarche::engine::ledger::book::BookEvent;
use demarche::engine::ledger::tension::Event;
use demarche::model::ledger::tension::Ambiguous;

use crate::engine::answers::table;
use crate::engine::answers::table_with;
use crate::support::table::Table;

/// The odds at which an act was read, and whether it was misread.
fn read(table: &Table) -> Vec<(i32, bool)> {
    let events = table.events.iter();
    let read = events.filter_map(|event| match event.what {
        What::Book(BookEvent::Tension(Event::WasRead { odds, wrongly, .. })) => {
            Some((odds, wrongly))
        }
        _ => None,
    });
    read.collect()
}

#[test]
fn b17_what_is_noticed_is_read_a_turn_later_and_less_wrongly_once_the_two_have_spoken() {
    let silent = table().turn(1).fires("scan").advance();
    assert!(read(&silent).is_empty(), "there is a turn to explain it");
    let silent = silent.turn(3);
    // Sixty, and six for each of forty points.
    assert_eq!(read(&silent)[0].0, 300);
    let spoken = table()
        .turn(1)
        .fires("scan")
        .does("mfa", "call southern by hotline")
        .turn(3);
    assert_eq!(read(&spoken)[0].0, (60 + 37 * 6) * 250 / 1000);
    let (mut wrongly, mut rose) = (0, 0);
    for seed in 0..60 {
        let table = table_with(&[], seed).turn(1).fires("scan").turn(3);
        wrongly += usize::from(read(&table)[0].1);
        rose += usize::from(table.number("tension.northern.southern") > 40);
        assert_eq!(
            table.number("misread.southern.northern"),
            i64::from(read(&table)[0].1)
        );
    }
    assert!(
        (8..=30).contains(&wrongly) && wrongly == rose,
        "{wrongly} and {rose} of 60"
    );
}

#[test]
fn b3_three_channels_differ_in_speed_and_in_what_they_are_worth() {
    table()
        .turn(1)
        .does("mfa", "call southern by hotline")
        .holds(&[
            "tension.northern.southern == 37",
            "consulted.southern.northern",
            "upheld.norland.a == 1",
        ]);
    table()
        .turn(1)
        .does("mfa", "call southern by contact")
        .holds(&["tension.northern.southern == 40"])
        .turn(2)
        .does("mfa", "hold")
        .holds(&["tension.southern.northern == 34"]);
    table()
        .turn(1)
        .does("ncert", "call southern by police")
        .holds(&[
            "tension.northern.southern == 39",
            "evidence_kept.northern.southern == 1",
            "upheld.norland.d == 1",
        ]);
}

#[test]
fn b5_allies_stand_by_at_once_and_the_other_side_hears_of_it() {
    table()
        .turn(1)
        .does("mfa", "allies about southern")
        .holds(&[
            "trust.ally.mfa == 54",
            "trust.friend.mfa == 54",
            "tension.northern.southern == 46 - 1",
        ]);
}

#[test]
fn b17_what_comes_over_from_another_ground_without_a_word_is_noticed() {
    let link = [(
        "rate: 100),\n    ]),",
        "rate: 100),\n    ], links: [(\"ports\", \"yards\", 900)]),",
    )];
    let table = table_with(&link, 7).turn(3);
    let noticed = table.count(|what| {
        matches!(
            what,
            What::Book(BookEvent::Tension(Event::Noticed {
                act: Ambiguous::Outage,
                ..
            }))
        )
    });
    assert!(noticed > 0);
    // Whose ground it came from is not told that somebody wonders.
    let view = table.view(table.seat("mfa")).book.tension;
    assert!(view.pairs[0].doubts.is_empty());
}

#[test]
fn tension_eases_down_to_where_it_began_and_no_further() {
    table()
        .turn(1)
        .does("mfa", "allies about southern")
        .turn(8)
        .does("mfa", "hold")
        .holds(&["tension.northern.southern == 40"]);
}
