//! Spread: growth, crossings, defenders' knowledge, holds, and requests for containment.

use demarche::engine::event::What;
use demarche::engine::ledger::spread::SpreadEvent;
use demarche::model::ZoneId;
use demarche::model::effect::Effect;
use demarche::model::ledger::facts::Truth;
use demarche::model::ledger::spread::Link;
use demarche::model::marking::Tlp;

use crate::support::story::Story;
use crate::support::table::Table;

fn growing() -> Story {
    let mut story = Story::border(6);
    let zone = story.zone("health", "clinic", "ncert");
    (zone.exposed, zone.compromised, zone.rate) = (900, 100, 1000);
    story
}

/// Compromised organisations after so many turns, the mean of some seeds.
fn after(story: &Story, turns: u16) -> i64 {
    let sum: i64 = (0..10)
        .map(|seed| {
            Table::new(story.clone(), seed)
                .turn(turns + 1)
                .number("compromised.health")
        })
        .sum();
    sum / 10
}

#[test]
fn an_incident_grows_by_who_is_still_exposed() {
    // 100 compromised, nine tenths still exposed, one new each: 90 more.
    assert_eq!(after(&growing(), 1), 190);
    let mut story = growing();
    story.scenario.spread.zones[0].exposed = 0;
    assert_eq!(after(&story, 3), 100);
    let mut story = growing();
    story.scenario.spread.zones[0].compromised = 0;
    assert_eq!(after(&story, 3), 0);
    Table::new(growing(), 7)
        .turn(6)
        .holds(&["exposed.health + compromised.health + contained.health == 1000"]);
}

#[test]
fn nothing_spreads_in_preparation_or_with_the_ledger_off() {
    let mut story = growing();
    story.scenario.has_prep = true;
    Table::new(story.clone(), 7)
        .turn(0)
        .turn(1)
        .holds(&["compromised.health == 100"]);
    story
        .scenario
        .ledgers
        .remove(&demarche::model::ledger::Ledger::Spread);
    Table::new(story, 7)
        .turn(4)
        .holds(&["compromised.health == 100"])
        .refuses("ncert", "contain health", "does not use it");
}

#[test]
fn what_defenders_know_slows_it_and_goes_stale() {
    let guarded = |holder: &str, truth, half_life| {
        let mut story = growing();
        let holder = story.actor(holder);
        let fact = story.fact("beacon", "scert", Tlp::Green);
        fact.guards = vec![(ZoneId(0), 800)];
        fact.holders = vec![holder];
        fact.truth = truth;
        fact.half_life = half_life;
        story
    };
    assert_eq!(after(&guarded("clinic", Truth::True, 0), 1), 118);
    assert_eq!(after(&guarded("ncert", Truth::Partly, 0), 1), 118);
    assert_eq!(after(&guarded("ncert", Truth::False, 0), 1), 190);
    assert_eq!(after(&guarded("mfa", Truth::True, 0), 1), 190);
    // At the end of turn 1 it has been held for one turn: half of it is gone.
    assert_eq!(
        after(&guarded("ncert", Truth::True, 1), 1),
        100 + 90 * 6 / 10
    );
}

#[test]
fn an_incident_crosses_a_dependency() {
    let mut story = growing();
    story.scenario.spread.zones[0].rate = 0;
    let power = story.zone("power", "utility", "scert");
    (power.exposed, power.compromised) = (100, 0);
    story.scenario.spread.links = vec![Link {
        from: ZoneId(0),
        to: ZoneId(1),
        rate: 200,
    }];
    Table::new(story, 7)
        .turn(2)
        .holds(&["compromised.power == 20", "compromised.health == 100"])
        .saw(1, |what| {
            matches!(
                what,
                What::Spread(SpreadEvent::Compromised {
                    from: Some(ZoneId(0)),
                    ..
                })
            )
        });
}

#[test]
fn slowing_lasts_its_turns() {
    let mut story = growing();
    story.inject("brake", "ncert", 1).effects = vec![Effect::Slow {
        zone: ZoneId(0),
        to: 0,
        turns: 2,
    }];
    Table::new(story, 7)
        .turn(3)
        .holds(&["compromised.health == 100"])
        .turn(4)
        .holds(&["compromised.health == 190"]);
}

#[test]
fn a_hold_stops_the_cert_and_not_the_vendor() {
    let mut story = growing();
    for (word, turn, on) in [("hold", 1, true), ("lift", 2, false)] {
        story.inject(word, "ncert", turn).effects = vec![Effect::Freeze {
            zone: ZoneId(0),
            on,
        }];
    }
    Table::new(story, 7)
        .turn(1)
        .refuses("ncert", "contain health", "a hold order keeps you")
        .refuses("mfa", "contain health", "not yours to act in")
        .seals("acme", "contain health")
        .turn(2)
        .seals("ncert", "contain health");
}

#[test]
fn a_request_is_answered_by_trust_and_by_what_it_names() {
    let contained = |trust: i32, named: bool| {
        let mut story = growing();
        story.scenario.spread.zones[0].rate = 0;
        story.scenario.trust.start = trust;
        if named {
            story.fact("beacon", "ncert", Tlp::Green).guards = vec![(ZoneId(0), 1)];
        }
        let sum: i64 = (0..60)
            .map(|seed| {
                let table = Table::new(story.clone(), seed)
                    .turn(1)
                    .does("ncert", "contain health");
                let contained = table.number("contained.health");
                assert!([0, 3, 6].contains(&contained));
                contained
            })
            .sum();
        sum
    };
    let (cold, warm, named) = (
        contained(0, false),
        contained(100, false),
        contained(0, true),
    );
    assert!(cold < named && named < warm, "{cold} {named} {warm}");
    assert!(warm > 60 * 4, "{warm}");
}

#[test]
fn there_is_nothing_to_contain_where_nothing_is_compromised() {
    let mut story = growing();
    story.scenario.spread.zones[0].compromised = 0;
    Table::new(story, 7)
        .turn(1)
        .refuses("ncert", "contain health", "nothing is compromised");
}
