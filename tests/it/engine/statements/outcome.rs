//! What comes of a text once it is out: its weight, and who pays for it.

use std::collections::BTreeSet;

use demarche::engine::dice::Dice;
use demarche::engine::event::What;
use demarche::engine::ledger::book::BookEvent;
use demarche::engine::ledger::statements::Event;

use crate::engine::statements::council;
use crate::engine::statements::is;
use crate::support::table::Table;

fn retaliated(what: &What) -> bool {
    is(what, |event| matches!(event, Event::Retaliated { .. }))
}

/// Signatories, weight and odds of an answer of the text that came out, if one did.
fn came_out(table: &Table) -> Option<(Vec<String>, i32)> {
    table.events.iter().find_map(|event| match &event.what {
        What::Book(BookEvent::Statements(Event::CameOut {
            signatories,
            weight,
            ..
        })) => {
            let actors = &table.scenario().actors;
            let names = signatories.iter();
            let names = names.map(|actor| actors[actor.index()].name.to_string());
            Some((names.collect(), *weight))
        }
        _ => None,
    })
}

#[test]
fn retaliation_falls_on_the_few_and_there_is_a_turn_in_which_it_does() {
    // Alone, and naming: it is answered a turn later, everybody sees it, and it can be asked why.
    let alone = council(&[], 7)
        .turn(1)
        .does("alder", "text open circle 1")
        .turn(2)
        .does("alder", "text publish alder")
        .saw(0, retaliated)
        .holds(&["named.rival == 1", "retaliated.alder == 0"])
        .turn(3)
        .advance()
        .saw(1, retaliated)
        .holds(&["retaliated.alder == 1", "trust.rival.alder == 35"])
        .advance();
    for seat in ["alder", "birch", "acert"] {
        let view = alone.view(alone.seat(seat));
        let line = view
            .reveal
            .iter()
            .find(|line| line.text.as_str().contains("attachés"));
        assert!(
            line.unwrap().reason.as_str().contains("statement"),
            "{seat}"
        );
    }
    // The same anger against a breadth of three regions that names nobody: seldom, and on one of many.
    let answered = (0..40)
        .filter(|seed| {
            let table = council(&[("approvals: 2", "approvals: 0")], *seed)
                .turn(1)
                .does("alder", "text open assembly 0")
                .turn(2)
                .does(
                    "alder",
                    "text add help alder; text soften condemn alder; text circulate alder",
                )
                .turn(3)
                .advance()
                .holds(&["adopted.assembly == 1"])
                .turn(4)
                .advance();
            table.count(retaliated) > 0
        })
        .count();
    assert!((1..16).contains(&answered), "{answered} of 40");
}

/// The odds that a text which names its target is answered in a turn, when these two have signed it.
fn odds_against(other: &str) -> i32 {
    let order = format!(
        "body: \"It stands still.\"), (id: \"order\", at: \"T+25:00\", to: [\"alder\"], from: \"bureau\", channel: Phone, title: \"Order\", body: \"Sign.\", effects: [SignDraft(forum: \"assembly\", actor: \"{other}\")]"
    );
    let changes = [
        ("body: \"It stands still.\"", order.as_str()),
        (
            "QualifiedMajority(per_mille: 600), silence: 1",
            "Agency, silence: 0",
        ),
    ];
    let odds = |seed| {
        let table = council(&changes, seed)
            .turn(1)
            .does("alder", "text open assembly 1")
            .turn(2)
            .does("alder", "text circulate alder")
            .turn(4);
        table.events.iter().find_map(|event| match event.what {
            What::Book(BookEvent::Statements(Event::Retaliated { odds, .. })) => Some(odds),
            _ => None,
        })
    };
    (0..20).find_map(odds).unwrap()
}

#[test]
fn a_region_shields_more_than_a_neighbour() {
    // By the rules' defaults: a quarter more for a neighbour, four fifths for another region.
    assert_eq!(odds_against("birch"), 1000 * 1000 / 1250);
    assert_eq!(odds_against("cedar"), 1000 * 1000 / 1800);
}

#[test]
fn a_signatory_from_a_new_region_never_makes_a_text_weigh_less() {
    // Whatever the parameters and the text, and whoever signs besides.
    for seed in 0..60 {
        let mut die = Dice::new(seed).of(demarche::engine::dice::Roll::Draw, &[], 0, 0, 0);
        let mut number = |sides: u64| die.below(sides).to_string();
        let rules = format!(
            "mistranslation: 0, region_breadth: {}, member_breadth: {}, delay: {}, consult_weight: {}, annex_weight: {}, joint_weight: {},",
            number(2000),
            number(2000),
            number(1000),
            number(1000),
            number(1000),
            number(1000)
        );
        let outline = number(3);
        let signers = ["birch", "cedar", "dune", "elm"];
        let (consults, annexes) = (die.per_mille(500), die.per_mille(700));
        let others: BTreeSet<&str> = signers.into_iter().filter(|_| die.per_mille(500)).collect();
        let play = |extra: &str| {
            let mut members = vec!["alder"];
            members.extend(
                signers
                    .iter()
                    .filter(|one| others.contains(*one) || **one == extra),
            );
            let made = members
                .iter()
                .map(|actor| format!("SignDraft(forum: \"assembly\", actor: \"{actor}\")"));
            let made: Vec<String> = made.collect();
            let injects = format!(
                "body: \"It stands still.\"), (id: \"order\", at: \"T+73:00\", to: [\"alder\"], from: \"bureau\", channel: Phone, title: \"Order\", body: \"Sign.\", effects: [{}]",
                made.join(", ")
            );
            let table = council(
                &[
                    ("mistranslation: 0,", &rules),
                    ("body: \"It stands still.\"", &injects),
                    (
                        "QualifiedMajority(per_mille: 600), silence: 1",
                        "Agency, silence: 0",
                    ),
                ],
                seed,
            );
            let table = table
                .turn(1)
                .does("alder", &format!("text open assembly {outline}"))
                .turn(2)
                .does("alder", "text invite acert alder")
                .turn(3)
                .seals("acert", if annexes { "text annex alder" } else { "hold" })
                .does(
                    "alder",
                    if consults {
                        "text consult alder"
                    } else {
                        "hold"
                    },
                )
                .turn(4)
                .does("alder", "text circulate alder");
            came_out(&table).unwrap()
        };
        let (before, weight) = play("alder");
        for (newcomer, name, region) in [
            ("cedar", "Cedar", ["Cedar"].as_slice()),
            ("dune", "Dune", &["Dune", "Elm"]),
        ] {
            if before
                .iter()
                .any(|signed| region.contains(&signed.as_str()))
            {
                continue;
            }
            let (after, heavier) = play(newcomer);
            assert_eq!(after.len(), before.len() + 1, "{seed}: {after:?}");
            assert!(after.contains(&name.to_owned()));
            assert!(
                heavier >= weight,
                "{seed}: {before:?} {weight}, {after:?} {heavier}"
            );
        }
    }
}

#[test]
fn a_team_whose_annex_is_quoted_is_politicised_by_whoever_puts_the_text_out() {
    let put_out = |annex: &str| {
        council(&[], 7)
            .turn(1)
            .does("alder", "text open circle 1")
            .turn(2)
            .does("alder", "text invite acert alder")
            .turn(3)
            .does("acert", annex)
            .turn(4)
            .does("alder", "text publish alder")
            .number("politicised.acert")
    };
    assert!(put_out("text annex alder") > put_out("text annex unquoted alder"));
}

#[test]
fn a_chair_puts_out_nothing_that_crosses_a_line_of_its_own() {
    let chair = |line: &str| {
        council(&[("(actor: \"alder\", leaning: 40),", line)], 7)
            .turn(1)
            .does("alder", "text open council 2")
            .turn(2)
            .does("birch", "text refuse alder")
            .turn(3)
            .does("alder", "text circulate alder")
            .turn(4)
            .advance()
            .turn(5)
            .does("alder", "text circulate alder")
            .turn(6)
            .advance()
            .number("chair_texts.council")
    };
    let usual = "(actor: \"alder\", leaning: 40),";
    let lined = format!("{usual} (actor: \"bureau\", red_lines: [Kind(kind: Offer)]),");
    assert_eq!(chair(usual), 1);
    assert_eq!(chair(&lined), 0);
}
