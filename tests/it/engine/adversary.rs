//! The adversary: what it can afford, what it sees, what it does about it, and what it leaves behind.

use demarche::diag::Code;
use demarche::engine::adversary::AdversaryEvent;
use demarche::engine::event::Cause;
use demarche::engine::event::EngineRule;
use demarche::engine::event::What;
use demarche::engine::why;
use demarche::model::ZoneId;
use demarche::model::adversary::Aim;
use demarche::model::adversary::Move;
use demarche::model::adversary::Trace;
use demarche::model::effect::Amount;
use demarche::model::effect::Effect;
use demarche::model::ledger::facts::FactKind;
use demarche::model::ledger::meters::SeenBy;
use demarche::model::marking::Tlp;
use demarche::scenario::Package;
use demarche::session;
use demarche::text::SafeText;

use crate::engine::attribution;
use crate::support::story::Story;
use crate::support::story::moves;
use crate::support::table::Table;

fn one(word: &str, aim: Aim, effects: Vec<Effect>) -> Move {
    Move {
        word: word.into(),
        name: SafeText::line(&format!("The move {word}.")),
        cost: 1,
        condition: None,
        from: 1,
        to: 99,
        once: false,
        cooldown: 1,
        aim,
        zone: None,
        weight: 10,
        effects,
        why: SafeText::empty(),
        traces: Vec::new(),
    }
}

/// An adversary with a move against each of two zones and one that moves a meter.
fn hunted(turns: i32) -> Story {
    let mut story = Story::border(turns);
    story.zone("health", "clinic", "ncert").rate = 0;
    story.zone("power", "utility", "scert").rate = 0;
    let fear = story.meter("fear", SeenBy::All);
    let infect = |zone| {
        vec![Effect::Infect {
            zone: ZoneId(zone),
            by: Amount::Fixed(1),
        }]
    };
    let mut clinics = one("clinics", Aim::Spread, infect(0));
    clinics.zone = Some(ZoneId(0));
    let mut grid = one("grid", Aim::Spread, infect(1));
    grid.zone = Some(ZoneId(1));
    let ghost = story.actor("ghost");
    let adversary = &mut story.scenario.adversary;
    adversary.actor = Some(ghost);
    adversary.moves = vec![
        clinics,
        grid,
        one("threat", Aim::Damage, vec![moves(fear, 5)]),
    ];
    story
}

/// The places of the moves it made, turn by turn.
fn made(table: &Table) -> Vec<u16> {
    let made = table.events.iter().filter_map(|event| match event.what {
        What::Adversary(AdversaryEvent::Moved { place, .. }) => Some(place),
        _ => None,
    });
    made.collect()
}

fn is(what: &What, is: &AdversaryEvent) -> bool {
    matches!(what, What::Adversary(event) if event == is)
}

#[test]
fn it_makes_one_move_a_turn_that_it_can_afford() {
    let table = Table::new(hunted(6), 7).turn(6);
    assert_eq!(made(&table).len(), 5);
    let mut poor = hunted(6);
    poor.scenario.adversary.start = 0;
    poor.scenario.adversary.resources = 1;
    for row in &mut poor.scenario.adversary.moves {
        row.cost = 2;
    }
    // It saves for two turns, then moves.
    assert_eq!(made(&Table::new(poor, 7).turn(6)).len(), 2);
    let mut nobody = hunted(6);
    nobody.scenario.adversary.actor = None;
    assert!(made(&Table::new(nobody, 7).turn(6)).is_empty());
}

#[test]
fn it_keeps_office_hours_if_it_sleeps() {
    let mut story = hunted(6);
    story.scenario.adversary.sleeps = 1;
    story.scenario.clock.minute = 0;
    // Turns of four hours from midnight: it is at its desk from the third on, and gone after the fifth.
    let table = Table::new(story, 7).turn(7 - 1);
    let slept = table.count(|what| is(what, &AdversaryEvent::Slept));
    assert_eq!((slept, made(&table).len()), (2, 3));
}

#[test]
fn b17_a_takedown_tips_it_off_and_it_goes_quiet_or_elsewhere() {
    let hit = |caution: i32, seed: u64| {
        let mut story = hunted(3);
        story.scenario.adversary.caution = caution;
        story.scenario.adversary.quiet_turns = 2;
        story.inject("down", "ncert", 1).effects = vec![Effect::Contain {
            zone: ZoneId(0),
            by: Amount::Fixed(3),
        }];
        made(&Table::new(story, seed).turn(3))
    };
    assert!(hit(1000, 7).is_empty(), "quiet for both turns");
    let all: Vec<u16> = (0..60).flat_map(|seed| hit(0, seed)).collect();
    let there = |place| all.iter().filter(|made| **made == place).count();
    assert_eq!(all.len(), 120);
    assert!(there(0) * 3 < there(1), "{} {}", there(0), there(1));
}

#[test]
fn what_is_published_it_rotates_away_from() {
    let mut story = hunted(4);
    let beacon = story.fact("beacon", "ncert", Tlp::Clear);
    beacon.kind = FactKind::Indicator;
    beacon.guards = vec![(ZoneId(0), 800)];
    let beacon = beacon.id;
    story.scenario.spread.zones[0].rate = 1000;
    story.scenario.adversary.moves.clear();
    let grown = |deed: &str| {
        let sum: i64 = (0..20)
            .map(|seed| {
                let table = Table::new(story.clone(), seed).turn(1).does("ncert", deed);
                table.turn(4).number("compromised.health")
            })
            .sum();
        sum
    };
    let (kept, published) = (grown("hold"), grown("advise beacon"));
    assert!(kept < published, "{kept} {published}");
    let table = Table::new(story, 7).turn(1).does("ncert", "advise beacon");
    let rotated = AdversaryEvent::Rotated {
        fact: beacon,
        cost: 1,
    };
    let table = table.saw(1, |what| is(what, &rotated));
    let seen = table.view(table.seat("ncert"));
    assert!(table.bytes(&seen).contains("it matches less"));
}

#[test]
fn named_it_lies_low_or_strikes_back() {
    let after = |caution: i32| {
        let mut table = attribution::named_with(caution);
        table = table.advance();
        let quiet =
            table.count(|what| matches!(what, What::Adversary(AdversaryEvent::WentQuiet { .. })));
        let back = table.count(|what| is(what, &AdversaryEvent::Escalated));
        (quiet, back)
    };
    assert_eq!(after(1000), (1, 0));
    assert_eq!(after(0), (0, 1));
}

#[test]
fn a_move_may_leave_traces_and_nobody_reads_in_why_who_it_was() {
    let mut story = hunted(3);
    story.fact("slip", "ghost", Tlp::Green);
    let slip = story.scenario.facts[0].id;
    let ncert = story.actor("ncert");
    let threat = &mut story.scenario.adversary.moves[2];
    threat.why = SafeText::line("A letter arrived.");
    threat.traces = vec![Trace {
        fact: slip,
        to: ncert,
        chance: 1000,
    }];
    story.scenario.adversary.moves.drain(..2);
    let table = Table::new(story, 7)
        .turn(2)
        .holds(&["holds.ncert.slip", "meter.fear == 55"]);
    let at = table
        .events
        .iter()
        .position(|event| matches!(event.what, What::Adversary(AdversaryEvent::Moved { .. })))
        .unwrap();
    assert_eq!(table.events[at].cause, Cause::Engine(EngineRule::Adversary));
    let view = table.view(table.seat("mfa"));
    let told = table.bytes(&view);
    assert!(told.contains("A letter arrived."));
    assert!(!told.contains("The move threat"), "{told}");
    assert!(why::subject(&table.events[at]).is_none());
}

#[test]
fn authors_write_it_as_any_other_section_and_are_told_what_is_wrong() {
    let section = "    attribution: (\n";
    let written = |fact: &str, second: &str| {
        let text = include_str!("whodunit.ron").replace(
            section,
            &format!(
                "    adversary: (actor: \"sgov\", moves: [
        (id: \"quiet_door\", name: \"A door.\", aim: Hide, cost: 1, turn: (1, 2), when: \"turn == 1\",
            effects: [Later(turns: 1, effects: [Tell(fact: \"plant\", to: \"mfa\")])], traces: [(\"{fact}\", \"ncert\", 1000)]),
        (id: \"{second}\", name: \"Noise.\", aim: Discord, cost: 9, effects: []),
    ]),\n{section}"
            ),
        );
        let files = [("scenario.ron".to_owned(), text.into_bytes())];
        session::ready(Package::from_files(files))
    };
    let (ready, mut found, _) = written("plant", "noise");
    // It is played with standing actions alone.
    found.retain(|wrong| wrong.code != Code::NoDecisions);
    assert!(found.is_empty(), "{found:#?}");
    let table = Table::at(ready.unwrap().playable, 7).turn(3);
    assert_eq!(made(&table), [0]);
    table.holds(&["holds.ncert.plant", "holds.mfa.plant"]);
    let (_, found, _) = written("plent", "quiet_door");
    let codes: Vec<Code> = found.iter().map(|wrong| wrong.code).collect();
    assert!(codes.contains(&Code::UnknownId), "{found:#?}");
    assert!(codes.contains(&Code::DuplicateId), "{found:#?}");
}
