//! Politicisation: what makes a team an instrument, what lets it be a team again, and what others make of it.

use demarche::engine::act::Act as Any;
use demarche::engine::command::Command;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::engine::ledger::book::BookAct;
use demarche::engine::ledger::politicisation::Act;
use demarche::model::ActorId;
use demarche::model::id::Kind;
use demarche::model::ledger::politicisation::Line;
use demarche::model::ledger::politicisation::Order;

use crate::engine::attribution::table;
use crate::support::table::Table;

#[track_caller]
fn seal(table: Table, seat: &str, deeds: &[&str]) -> Table {
    let cert = ActorId(table.scenario().names.find(Kind::Actor, "ncert").unwrap());
    let act = |deed: &&str| {
        Any::Book(BookAct::Politicisation(match *deed {
            "podium" => Act::Instruct {
                cert,
                order: Order::Podium,
            },
            "task" => Act::Instruct {
                cert,
                order: Order::Tasking,
            },
            "support" => Act::Instruct {
                cert,
                order: Order::Support,
            },
            "voice" => Act::OwnVoice { cert },
            "independent" => Act::PutUnder {
                cert,
                line: Line::Independent,
            },
            "service" => Act::PutUnder {
                cert,
                line: Line::Service,
            },
            "refuse" => Act::Refuse,
            "process" => Act::Process,
            _ => panic!("what is `{deed}`?"),
        }))
    };
    let acts = deeds.iter().map(act).collect();
    let seat = table.seat(seat);
    table.accepts(&Command::Seal { seat, acts })
}

#[test]
fn what_a_ministry_orders_is_logged_as_what_it_is_b15() {
    // Order · how politicised the team is at the turn's end, from 20 · political and operational orders.
    let rows = [
        ("support", 20 - 1, 0, 1),
        ("podium", 20 + 9, 1, 0),
        ("task", 20 + 14, 1, 0),
        ("voice", 20 - 6 - 1, 0, 0),
    ];
    for (order, level, political, operational) in rows {
        let table = seal(table(7, &[]).turn(1), "mfa", &[order]).until(Step::Reveal);
        assert_eq!(table.number("politicised.ncert"), level, "{order}");
        assert_eq!(table.number("political_orders.ncert"), political, "{order}");
        assert_eq!(
            table.number("operational_orders.ncert"),
            operational,
            "{order}"
        );
    }
}

#[test]
fn the_line_in_the_organigram_decides_how_much_reaches_the_team_b24() {
    for (line, level) in [("independent", 20 + 7), ("service", 20 + 15)] {
        let table = seal(table(7, &[]).turn(0), "mfa", &[line])
            .until(Step::Reveal)
            .turn(1);
        let table = seal(table, "mfa", &["podium"]).until(Step::Reveal);
        assert_eq!(table.number("politicised.ncert"), level, "{line}");
    }
}

#[test]
fn a_hold_by_order_politicises_every_turn_it_lasts_b16() {
    let held = r#"injects: [(id: "hold", at: "T+01:00", to: ["ncert"], from: "mfa", channel: Phone, title: "Hold", body: "Stop.",
        effects: [Freeze(zone: "water", on: true)])],
    endings: ["#;
    table(7, &[("endings: [", held)])
        .turn(1)
        .until(Step::Reveal)
        .holds(&["politicised.ncert == 24"])
        .turn(2)
        .until(Step::Reveal)
        .holds(&["politicised.ncert == 28"]);
}

#[test]
fn a_team_used_against_others_strains_its_states_norm_k_b19() {
    let used = r#"injects: [(id: "used", at: "T+01:00", to: ["ncert"], from: "mfa", channel: Phone, title: "Their servers", body: "You know how.",
        effects: [UseOffensively(cert: "ncert")])],
    endings: ["#;
    table(7, &[("endings: [", used)])
        .turn(1)
        // It is the state that answers for it; whether collecting is misuse is contested, this is not.
        .holds(&[
            "strained.norland.k == 1",
            "strained.ncert.k == 0",
            "politicised.ncert > 40",
        ]);
}

#[test]
fn quiet_work_and_refusing_the_podium_bring_a_team_back_b38() {
    let table = seal(table(7, &[]).turn(1), "ncert", &["refuse", "process"]).until(Step::Reveal);
    let table = table
        .holds(&[
            "politicised.ncert == 20 - 5 - 4 - 1",
            "trust.mfa.ncert == 47",
            "trust.scert.ncert == 50",
        ])
        .turn(3)
        .until(Step::Reveal)
        // A paper takes two turns to be read.
        .holds(&["trust.scert.ncert == 52", "trust.works.ncert == 52"]);
    let cert = ActorId(table.scenario().names.find(Kind::Actor, "ncert").unwrap());
    let act = Act::Instruct {
        cert,
        order: Order::Podium,
    };
    let seat = table.seat("mfa");
    let command = Command::Seal {
        seat,
        acts: vec![Any::Book(BookAct::Politicisation(act))],
    };
    table.turn(4).rejects(&command, "refuses to be quoted");
}

#[test]
fn a_politicised_team_is_answered_less_abroad_and_then_not_at_all() {
    let asked = |start: i32| {
        let from = "marking: Green, holders: [\"ncert\", \"acme\"]";
        let to = "marking: Green, holders: [\"ncert\", \"acme\", \"scert\"]";
        let other = "(id: \"tools\", kind: Report, source: \"ncert\"";
        let own = "(id: \"tip\", kind: Report, source: \"scert\", marking: Green, holders: [\"scert\"], title: \"A tip\", body: \"Look.\", reality: \"True.\"),\n        (id: \"tools\", kind: Report, source: \"ncert\"";
        let level = format!("start: {start}");
        (0..60)
            .filter(|seed| {
                let changes = [(from, to), (other, own), ("start: 20", level.as_str())];
                let table = table(*seed, &changes).turn(1).does("ncert", "ask scert");
                table.count(|what| matches!(what, What::Declined { .. })) == 0
            })
            .count()
    };
    let (trusted, close, instrument) = (asked(10), asked(60), asked(90));
    assert!(trusted > close && close > 0, "{trusted} {close}");
    assert_eq!(instrument, 0);
}

#[test]
fn a_politicised_team_loses_its_insulation_and_a_little_trust_abroad_every_turn() {
    let at = |start: i32| {
        let level = format!("start: {start}");
        let blame = r#"actions: [(id: "blame", family: Condemn, seats: ["mfa"], label: "Blame the neighbour", text: "Aloud.",
        effects: [Trust(from: "scert", to: "ncert", by: -20)])],
    endings: ["#;
        let table = || table(7, &[("start: 20", level.as_str()), ("endings: [", blame)]).turn(1);
        let after = |table: Table| table.turn(2).number("trust.scert.ncert");
        (after(table()), after(table().does("mfa", "take blame")))
    };
    // Of a ministry's quarrel a third gets through to the teams: 300 per mille, and 56 for ten points above the usual.
    assert_eq!(at(20), (50, 50 - 7));
    // The nearer the team is to politics the more: 300 and 274 per mille. Its own region's teams have begun to cool as it is.
    assert_eq!(at(60), (49, 49 - 11));
}
