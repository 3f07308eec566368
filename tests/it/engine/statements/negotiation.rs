//! Bots negotiate: over several turns to a common text, or to one of the chair's own.

use demarche::bots;
use demarche::bots::Sealed;
use demarche::engine::dice::Dice;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::engine::ledger::statements::Answer;
use demarche::engine::ledger::statements::Event;
use demarche::engine::ledger::statements::Outcome;
use demarche::engine::lens::Lens;

use crate::engine::statements::came_out;
use crate::engine::statements::council;
use crate::engine::statements::is;
use crate::support::table::Table;

/// The exercise of the scenario played by bots to its end, and what they said why they did it.
fn played(changes: &[(&str, &str)], seed: u64) -> (Table, Vec<&'static str>) {
    let mut table = council(changes, seed);
    let mut reasons = Vec::new();
    while table.truth().ending().is_none() {
        if table.truth().step() == Step::Commit {
            for (word, profile) in [
                ("alder", "opportunistic_third_party"),
                ("birch", "cautious_committee"),
                ("acert", "understaffed_cert"),
            ] {
                let seat = table.seat(word);
                let mut sealed = Sealed::default();
                let seats = [seat];
                let lens = Lens::new(&table.playable, &table.state, &seats);
                let bot = bots::named(profile).unwrap();
                bot.choose(&lens, seat, &Dice::new(seed), &mut sealed);
                reasons.extend(sealed.reason.as_ref().map(|reason| reason.key));
                table = table.accepts(&sealed.command(seat));
            }
        }
        table = table.advance();
    }
    (table, reasons)
}

fn turn_of(table: &Table, wanted: impl Fn(&Event) -> bool) -> Option<u16> {
    let mut turn = 0;
    for event in &table.events {
        match &event.what {
            What::Entered { turn: entered, .. } => turn = *entered,
            what if is(what, &wanted) => return Some(turn),
            _ => {}
        }
    }
    None
}

#[test]
fn bots_agree_over_several_turns_by_giving_way() {
    let outcomes: Vec<(Table, Vec<&str>)> = (0..6).map(|seed| played(&[], seed)).collect();
    let adopted = outcomes.iter().filter(|(table, _)| {
        let opened = turn_of(table, |event| matches!(event, Event::Opened { .. }));
        let out = turn_of(table, |event| {
            matches!(
                event,
                Event::CameOut {
                    how: Outcome::Adopted,
                    ..
                }
            )
        });
        matches!((opened, out), (Some(opened), Some(out)) if out >= opened + 2)
    });
    let adopted = adopted.count();
    assert!(adopted >= 4, "{adopted} of 6");
    let asked = |what: &What| {
        is(what, |event| {
            matches!(
                event,
                Event::Answered {
                    answer: Answer::Asks(_),
                    ..
                }
            )
        })
    };
    let gave_way = |what: &What| is(what, |event| matches!(event, Event::Changed { .. }));
    assert!(
        outcomes
            .iter()
            .any(|(table, _)| table.count(asked) > 0 && table.count(gave_way) > 0)
    );
    let said = |key: &str| outcomes.iter().any(|(_, reasons)| reasons.contains(&key));
    for key in ["bot-why-together", "bot-why-yields", "bot-why-circulates"] {
        assert!(said(key), "{key}");
    }
}

#[test]
fn where_a_red_line_holds_only_the_chair_speaks() {
    let only_council = [
        (
            "leaning: -8, wishes: [Kind(kind: Offer, weight: 12)], red_lines: [Kind(kind: Name)]",
            "leaning: -500",
        ),
        ("chair: \"bureau\"", "chair: \"bureau\", abstention: false"),
        // There is no other room to go to.
        ("by_invitation: true", "by_invitation: true, open: false"),
        (
            "languages: [\"en\", \"xx\"]",
            "languages: [\"en\", \"xx\"], open: false",
        ),
    ];
    let chairs = (0..6)
        .filter(|seed| {
            let (table, _) = played(&only_council, *seed);
            assert_eq!(table.count(came_out(Outcome::Adopted)), 0, "{seed}");
            table.count(came_out(Outcome::Chair)) > 0
        })
        .count();
    assert!(chairs >= 3, "{chairs} of 6");
}
