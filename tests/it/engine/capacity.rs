//! Capacity: tired people, tickets that hide the signal, help with strings.

use demarche::engine::act::Act;
use demarche::engine::command::Command;
use demarche::engine::event::What;
use demarche::engine::ledger::book::BookEvent;
use demarche::engine::ledger::capacity::Act as Capacity;
use demarche::engine::ledger::capacity::Event;

use crate::engine::house::P;
use crate::engine::house::house;
use crate::engine::house::house_with;
use crate::support::table::Table;

fn slipped(what: &What) -> bool {
    matches!(what, What::Book(BookEvent::Capacity(Event::Slipped { .. })))
}

#[test]
fn beyond_two_shifts_people_tire_and_tired_people_have_fewer_hours() {
    // Twelve hours a turn: the second turn ends four hours beyond two shifts.
    let work =
        "analyse beacon; ask clinic; ask agency; ask mfa; ring clinic; ring agency; ring mfa";
    let mut table = house_with(
        1,
        &[(
            "hours: 12, capital: 6, aims: [\"Keep",
            "hours: 8, capital: 6, aims: [\"Keep",
        )],
    );
    for turn in 1..=2 {
        let line = if turn == 1 {
            work
        } else {
            "ask clinic; ask agency; ask mfa; ring clinic; ring agency; ring mfa"
        };
        table = table
            .turn(turn)
            .does("cert", line)
            .holds(&["fatigue.cert == 0"]);
    }
    table = table.turn(3).does(
        "cert",
        "ask clinic; ask agency; ask mfa; ring clinic; ring agency; ring mfa",
    );
    assert!(table.number("fatigue.cert") > 0);
    let tired = table.number("fatigue.cert");
    table = table.turn(4).does("cert", "hold");
    assert!(table.number("fatigue.cert") < tired, "a rest restores");
    let spent = house(1).turn(1).does("mfa", "take tire_out").turn(2);
    let hours = spent.sight_of("cert").purses[0].hours;
    assert!(hours < 12, "{hours}");
}

#[test]
fn the_exhausted_get_routine_work_wrong() {
    let instead = [
        ("crews:", "slip_odds: 1000, crews:"),
        ("tier: 1,", "tier: 0,"),
    ];
    house_with(1, &instead)
        .turn(1)
        .does("mfa", "take tire_out")
        .turn(2)
        .does("cert", "share beacon with clinic as green")
        .saw(1, slipped)
        .holds(&["!holds.clinic.beacon", "slips.cert == 1"]);
    house_with(1, &instead)
        .turn(2)
        .does("cert", "share beacon with clinic as green")
        .saw(0, slipped)
        .holds(&["holds.clinic.beacon"]);
}

#[test]
fn a27_the_signal_lies_among_the_tickets_until_somebody_goes_through_them() {
    let instead = [("crews:", "stumble_odds: 0, triage_units: 1000, crews:")];
    let blind = house_with(1, &instead).turn(6);
    assert_eq!(blind.number("if holds.cert.odd { 1 } else { 0 }"), 0);
    assert!(blind.number("tickets.cert") > 12, "they pile up");
    let mut table = house_with(1, &instead);
    for turn in 1..=4 {
        table = table.turn(turn).undertakes("cert", P(Capacity::Triage));
    }
    table.holds(&["holds.cert.odd", "tickets.cert == 0"]);
}

#[test]
fn a27_what_lies_too_long_costs_hours() {
    let table = house(1).turn(1).does("mfa", "take tire_out").turn(2);
    let lost = table.count(|what| matches!(what, What::HoursMoved { by, .. } if *by < 0));
    assert_eq!(lost, 2, "the fatigue and the tickets");
}

#[test]
fn a8_help_has_strings_that_one_reads_first_and_others_note() {
    let table = house(1).turn(2);
    let offer = table.offer("course");
    let seen = table.sight_of("cert");
    assert_eq!(seen.book.capacity.offers.len(), 1);
    assert!(
        seen.book.capacity.offers[0]
            .about
            .as_str()
            .contains("their capital")
    );
    let table = table
        .holds(&["tier.cert == 1", "!knows_norms.cert"])
        .undertakes("cert", P(Capacity::Accept { offer }))
        .holds(&[
            "accepted.course",
            "tier.cert == 2",
            "knows_norms.cert",
            "trust.agency.cert == 44",
            "trust.far.cert == 53",
        ]);
    drop(table);
    let table = house(1).turn(2);
    table
        .undertakes("cert", P(Capacity::Decline { offer }))
        .holds(&["declined.course", "trust.agency.cert == 50"]);
}

#[test]
fn a34_help_has_to_be_asked_for_and_it_depends_on_trust() {
    let ask = |trust: &str| {
        let table = house_with(1, &[("(\"peer\", \"cert\", 70)", trust)]).turn(1);
        let from = table.who("peer");
        table
            .undertakes("cert", P(Capacity::Plead { from }))
            .turn(2)
    };
    let friend = ask("(\"peer\", \"cert\", 95)");
    let offer = friend.offer("hands");
    let friend = friend.undertakes("cert", P(Capacity::Accept { offer }));
    friend
        .holds(&["accepted.hands"])
        .saw(1, |what| matches!(what, What::HoursMoved { by: 3, .. }));
    let stranger = ask("(\"peer\", \"cert\", 0)");
    let offers = stranger.sight_of("cert").book.capacity.offers;
    assert!(
        offers
            .iter()
            .all(|offer| !offer.name.as_str().contains("analysts"))
    );
}

#[test]
fn b20_a_team_does_not_know_the_norms_that_speak_of_it_until_it_asks() {
    let table = house(1);
    let of = table.who("mfa");
    table
        .holds(&["!knows_norms.cert"])
        .undertakes("cert", P(Capacity::AskNorms { of }))
        .holds(&["knows_norms.cert", "trust.mfa.cert == 51"])
        .turn(1)
        .forbids("cert", P(Capacity::ReadNorms), "it is not yours to do");
}

#[test]
fn a_surge_lends_hours_and_takes_strength_and_a_rota_lengthens_it() {
    house(1)
        .undertakes("cert", P(Capacity::Rota))
        .turn(1)
        .forbids("cert", P(Capacity::Rota), "rota")
        .undertakes("cert", P(Capacity::Surge))
        .saw(1, |what| matches!(what, What::HoursMoved { by: 4, .. }))
        .holds(&["slips.cert == 0"]);
}

#[test]
fn the_numbers_stay_in_range_whatever_happens() {
    for seed in 0..6 {
        let mut table = house(seed);
        for turn in 1..=6 {
            table = table.turn(turn).does("mfa", "take tire_out");
            for (value, most) in [
                ("fatigue.cert", 100),
                ("tier.cert", 4),
                ("independence.cert", 100),
                ("channel.peer", 1000),
            ] {
                assert!((0..=most).contains(&table.number(value)), "{value}");
            }
            assert!(table.number("tickets.cert") >= 0);
        }
    }
}

/// Volunteers of the forum for the people of the clinic, with these rules.
fn with_volunteers(rules: &str) -> Table {
    let corps = format!(
        "crews: [(seat: \"cert\", tier: 1, tickets: 10)], {rules}
        corps: [(from: \"forum\", people: 3, lasts: 2, seats: [\"cert\", \"mfa\"], sites: [
            (community: \"patients\", host: \"clinic\", people: 2, relief: 3, evidence: 8),
            (community: \"staff\", host: \"clinic\", people: 2),
        ])],"
    );
    let harm = "capacity: (";
    let people = "harm: (communities: [(id: \"patients\", name: \"Patients\", about: \"Many.\"), (id: \"staff\", name: \"Staff\", about: \"Few.\")]),
    capacity: (";
    let crews = "crews: [(seat: \"cert\", tier: 1, tickets: 10)],";
    house_with(1, &[(crews, &corps), (harm, people)])
}

/// What is settled beforehand, and what is so once they are sent.
type Sent<'a> = (&'a [Capacity], &'a [&'a str]);

/// A rule book of volunteers.
#[test]
fn a34_volunteers_need_somebody_who_says_what_and_somebody_who_answers_for_it() {
    let base = with_volunteers("");
    let community = demarche::model::CommunityId(0);
    let from = base.who("forum");
    let (brief, answer) = (
        Capacity::BriefVolunteers { community },
        Capacity::AnswerFor { from },
    );
    let certain = "uncovered_odds: 1000, unscoped_odds: 1000, wrong_harm: 5,";
    let table: &[Sent<'_>] = &[
        (
            &[],
            &[
                "!volunteers_with.patients",
                "volunteers_free.forum == 3",
                "trust.clinic.cert == 50",
            ],
        ),
        (
            &[answer],
            &[
                "volunteers_covered.forum",
                "!volunteers_with.patients",
                "volunteers_wrong.forum == 1",
                "trust.clinic.cert == 46",
            ],
        ),
        (
            &[brief, answer],
            &[
                "volunteers_with.patients",
                "volunteers_free.forum == 1",
                "trust.clinic.cert == 54",
                "volunteers_wrong.forum == 0",
            ],
        ),
    ];
    for (before, then) in table {
        let mut sitting = with_volunteers(certain);
        let acts: Vec<_> = before.iter().map(|act| Act::Book(P(*act).into())).collect();
        let seat = sitting.seat("cert");
        sitting = sitting
            .accepts(&Command::Seal { seat, acts })
            .advance()
            .turn(1);
        sitting
            .undertakes("cert", P(Capacity::SendVolunteers { community }))
            .holds(then);
    }
}

#[test]
fn a34_volunteers_are_few_and_go_home() {
    let rules = "uncovered_odds: 0, unscoped_odds: 0,";
    let send = |community| P(Capacity::SendVolunteers { community });
    let (patients, staff) = (
        demarche::model::CommunityId(0),
        demarche::model::CommunityId(1),
    );
    let table = with_volunteers(rules)
        .turn(1)
        .undertakes("cert", send(patients))
        .turn(2)
        .forbids("mfa", send(patients), "are there")
        .forbids("mfa", send(staff), "not enough volunteers");
    table
        .advance()
        .turn(3)
        .advance()
        .holds(&["!volunteers_with.patients", "volunteers_free.forum == 3"]);
}
