//! Spread: growth, crossings, defenders' knowledge, holds, and requests for containment.

use demarche::engine::event::What;
use demarche::engine::ledger::spread::SpreadEvent;
use demarche::model::ZoneId;
use demarche::model::effect::Effect;
use demarche::model::ledger::facts::Truth;
use demarche::model::ledger::spread::Link;
use demarche::model::marking::Tlp;
use demarche::model::roster::ActorKind;
use demarche::model::time::ExerciseTime;

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
        story.scenario.clock.minute = 9 * 60;
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

/// Contained by one request in `health` over some seeds.
fn contained(story: &Story) -> i64 {
    let one = |seed| {
        Table::new(story.clone(), seed)
            .turn(1)
            .does("ncert", "contain health")
            .number("contained.health")
    };
    (0..60).map(one).sum()
}

fn still() -> Story {
    let mut story = growing();
    story.scenario.spread.zones[0].rate = 0;
    story.scenario.trust.start = 80;
    story.scenario.trust.fades_after = 0;
    story.scenario.clock.minute = 9 * 60;
    story
}

#[test]
fn a_request_in_the_night_is_acted_on_less() {
    let (mut day, mut night) = (still(), still());
    let owner = day.actor("clinic");
    night.scenario.clock.minute = 22 * 60;
    assert!(day.scenario.local(owner).is_open(ExerciseTime(120)));
    assert!(!night.scenario.local(owner).is_open(ExerciseTime(120)));
    let (by_day, by_night) = (contained(&day), contained(&night));
    assert!(by_night < by_day, "{by_night} {by_day}");
    day.scenario.spread.out_of_hours = 0;
    night.scenario.spread.out_of_hours = 0;
    assert_eq!(contained(&day), by_day);
    assert!(contained(&night) < by_night);
}

#[test]
fn a19_a_fact_shared_by_cert_vendor_and_ngo_multiplies_containment() {
    let with = |deeds: [&str; 2], window: i32| {
        let mut story = still();
        story.scenario.spread.breadth_window = window;
        let aid = story.actor("herald");
        story.scenario.actors[aid.index()].kind = ActorKind::Ngo;
        story.fact("beacon", "ncert", Tlp::Clear).guards = vec![(ZoneId(0), 1)];
        let one = |seed| {
            let table = Table::new(story.clone(), seed).turn(1);
            let table = table.seals("ncert", deeds[0]).turn(4);
            let table = table.seals("ncert", deeds[1]).turn(5);
            table
                .does("ncert", "contain health")
                .number("contained.health")
        };
        (0..40).map(one).max()
    };
    let (acme, aid) = (
        "share beacon with acme as clear",
        "share beacon with herald as clear",
    );
    assert_eq!(with(["hold", "hold"], 5), Some(6));
    assert_eq!(
        with([acme, "hold"], 5),
        Some(7),
        "six, and three tenths of it"
    );
    assert_eq!(with([acme, aid], 5), Some(9), "six, and six tenths of it");
    assert_eq!(
        with([acme, aid], 1),
        Some(7),
        "told too long after each other"
    );
}

#[test]
fn an_ally_that_watches_objects_first_and_a_takedown_over_it_burns_what_it_sees() {
    let mut story = still();
    let ally = story.actor("scert");
    story.scenario.spread.zones[0].watched_by = Some(ally);
    story.scenario.spread.objection = 1000;
    story.scenario.trust.start = 100;
    let table = Table::new(story.clone(), 7)
        .turn(1)
        .does("ncert", "contain health")
        .holds(&["contained.health == 0"])
        .saw(1, |what| {
            matches!(what, What::Spread(SpreadEvent::Objected { .. }))
        });
    let before = table.number("trust.scert.ncert");
    let mut table = table;
    for turn in 2..=6 {
        table = table.turn(turn).does("ncert", "contain health");
    }
    assert!(table.number("contained.health") > 0);
    assert_eq!(table.number("trust.scert.ncert"), before - 15, "once");
    story.scenario.spread.objection = 0;
    Table::new(story, 7)
        .turn(1)
        .does("ncert", "contain health")
        .saw(1, |what| {
            matches!(what, What::Spread(SpreadEvent::Agreed { .. }))
        })
        .holds(&["trust.scert.ncert == 100"]);
}

#[test]
fn b16_a_hold_shows_what_it_costs() {
    let mut story = growing();
    story.inject("hold", "ncert", 1).effects = vec![Effect::Freeze {
        zone: ZoneId(0),
        on: true,
    }];
    let table = Table::new(story, 7).turn(3);
    let costs: Vec<(i32, i32)> = table
        .events
        .iter()
        .filter_map(|event| match event.what {
            What::Spread(SpreadEvent::HoldCost { by, sum, .. }) => Some((by, sum)),
            _ => None,
        })
        .collect();
    assert_eq!(costs[0], (90, 90));
    assert_eq!(costs[1].1, 90 + costs[1].0);
    let seat = table.seat("mfa");
    assert_eq!(table.view(seat).ledgers.zones[0].held, costs[1].1);
}

#[test]
fn a33_nobody_has_a_contract_with_aid_groups() {
    let mut story = growing();
    story.scenario.spread.zones[0].no_contract = true;
    Table::new(story, 7)
        .turn(1)
        .refuses("acme", "contain health", "not yours to act in")
        .seals("ncert", "contain health");
}
