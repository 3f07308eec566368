//! Scenarios at the edges of what the loader takes, played without a panic; and rules that show at an edge only.

use std::io::Cursor;
use std::sync::Arc;

use demarche::engine::command::Command;
use demarche::engine::command::Holder;
use demarche::engine::event::What;
use demarche::engine::ledger::duties::DutyEvent;
use demarche::model::SeatId;
use demarche::plain;
use demarche::plain::Left;
use demarche::scenario::Package;
use demarche::session::Ready;
use demarche::session::Seating;
use demarche::session::Session;
use demarche::session::Start;
use demarche::session::SystemClock;
use demarche::session::ready;
use demarche::text::Words;

/// A small scenario with two seats; `more` is added to its top level.
fn scenario(more: &str) -> Ready {
    let text = format!(
        r#"(
            format: 1, id: "edge", title: "Edge", tagline: "An edge.", summary: "An edge.", minutes: (1, 2), difficulty: Introductory,
            regions: [(id: "coast", name: "Coast")],
            actors: [
                (id: "state", name: "State", short: "State", kind: Government, region: "coast"),
                (id: "cert", name: "CERT", short: "CERT", kind: Cert, region: "coast", acts_for: "state"),
                (id: "firm", name: "Firm", short: "Firm", kind: Operator, region: "coast"),
            ],
            seats: [
                (id: "duty", title: "Duty", actor: "cert", kind: Cert, brief: "Watch.", aims: ["Cope"], hours: 1000, capital: 1000),
                (id: "desk", title: "Desk", actor: "state", kind: Ministry, brief: "Talk.", aims: ["Cope"], hours: 1000, capital: 1000),
            ],
            {more}
        )"#
    );
    let files = [("scenario.ron".to_owned(), text.into_bytes())];
    let (ready, found, sources) = ready(Package::from_files(files));
    let told: Vec<String> = found.iter().map(|wrong| format!("{wrong:?}")).collect();
    drop(sources);
    ready.unwrap_or_else(|| panic!("{}", told.join("\n")))
}

fn session(ready: &Ready, people: &[SeatId]) -> Session {
    let seats = ready.playable.scenario().seats.iter();
    let holders = seats.map(|seat| {
        let by = if people.contains(&seat.id) {
            Holder::Person {
                name: "Ana".to_owned(),
            }
        } else {
            Holder::Bot {
                profile: "random".into(),
            }
        };
        (seat.id, by)
    });
    Session::start(Start {
        ready,
        seed: 5,
        holders: holders.collect(),
        log: None,
        words: Arc::new(Words::new("en")),
        clock: Arc::new(SystemClock),
    })
    .unwrap()
}

/// Plays on until the exercise is over; a session that does not get there hangs no test.
fn play_out(session: &mut Session) {
    for _ in 0..1000 {
        if session.is_over() {
            return;
        }
        session.proceed().unwrap();
        for seat in [SeatId(0), SeatId(1)] {
            session.view(&[seat]);
        }
    }
    panic!("it does not end");
}

const ENDING: &str = r#"endings: [(id: "over", title: "Over", text: "It is over."), ], decisions: [(id: "what", seat: "duty", turn: 1, title: "What?", text: "What?", choices: [
        (id: "wait", family: Hold, label: "This", text: "This."), (id: "rest", family: Hold, label: "That", text: "That."),
    ])],"#;

#[test]
fn the_largest_numbers_an_author_may_write_are_played_without_a_panic() {
    let million = 1_000_000;
    let effects = format!(
        r#"[Meter(meter: "gauge", by: {million}), Meter(meter: "gauge", by: -{million}), Trust(from: "firm", to: "cert", by: -{million}),
            Infect(zone: "port", by: {million}), Contain(zone: "port", by: -{million}), Infect(zone: "port", by: -{million}), Infect(zone: "port", by: {million}),
            Harm(community: "crew", by: {million}), Harm(community: "crew", kind: Latent, by: {million}), Harm(community: "crew", kind: Secondary, by: {million}),
            Evidence(community: "crew", by: -{million}), Capital(seat: "duty", by: {million}), Hours(seat: "duty", by: {million}), Hours(seat: "desk", by: -{million}),
            Later(turns: 1, effects: [Harm(community: "crew", by: {million}), Harm(community: "crew", by: {million})])]"#
    );
    let turns = r#"(lasts: "99999d", title: "Long", hours: 10000),"#.repeat(30);
    let ready = scenario(&format!(
        r#"{ENDING}
        prep: (title: "Before", lasts: "99999d", hours: 10000), turns: [{turns}],
        meters: [(id: "gauge", name: "Gauge", range: (-{million}, {million}))],
        spread: (contain_hours: 0, contain_units: 10000, slowest: 1000, links: [("port", "yard", 10000)], zones: [
            (id: "port", name: "Port", owner: "firm", cert: "cert", exposed: {million}, compromised: {million}, contained: {million}, rate: 10000),
            (id: "yard", name: "Yard", owner: "firm", cert: "cert", exposed: {million}, rate: 10000)]),
        harm: (widest: 1000, notify_hours: 0, notify_relief: 1000, communities: [
            (id: "crew", name: "Crew", region: "coast", depends_on: [("port", 100000)], context: 100000, secondary: 1000, evidence: 0)]),
        facts: [(id: "hash", kind: Indicator, title: "Hash", body: "A hash.", source: "firm", marking: Red, holders: ["cert"], half_life: 1,
            guards: [("port", 1000)], derived: (body: "Part of it.", exposes: 1000))],
        duties: [(id: "notice", name: "Notice", holder: "duty", recipient: "state", trigger: Aware, starts: "true", within: "99999d", hours: 1000)],
        actions: [(id: "all", seats: ["duty", "desk"], family: Escalate, label: "All", text: "All.", hours: 0, capital: 1000, effects: {effects})],
        rules: [(id: "every", why: "it does", effects: {effects})],"#
    ));
    let mut session = session(&ready, &[]);
    play_out(&mut session);
}

#[test]
fn an_exercise_that_an_inject_ends_is_over_and_its_duties_are_settled() {
    let ready = scenario(
        r#"endings: [(id: "early", title: "Early", text: "Early.", when: "false"), (id: "over", title: "Over", text: "It is over.")],
        decisions: [(id: "what", seat: "duty", turn: 1, title: "What?", text: "What?", choices: [
            (id: "wait", family: Hold, label: "This", text: "This."), (id: "rest", family: Hold, label: "That", text: "That.")])],
        turns: [(lasts: "4h", title: "One"), (lasts: "4h", title: "Two")],
        injects: [(id: "stop", number: "1", turn: 2, to: ["cert"], from: "state", channel: Email, title: "Stop", body: "Stop.", effects: [End(ending: "early")])],"#,
    );
    let people = [SeatId(0)];
    let mut session = session(&ready, &people);
    play_out(&mut session);
    assert!(session.truth().ending().is_some());
    assert_eq!(session.truth().turn(), 2);
}

#[test]
fn a_duty_that_a_choice_meets_is_met_at_the_hour_of_the_choice() {
    let ready = scenario(
        r#"endings: [(id: "over", title: "Over", text: "It is over.")], turns: [(lasts: "8h", title: "One"), (lasts: "8h", title: "Two")],
        decisions: [(id: "report", seat: "duty", turn: 1, title: "Report?", text: "Report?", choices: [
            (id: "now", family: Escalate, label: "Now", text: "Now.", hours: 1, effects: [MeetDuty(duty: "notice")]),
            (id: "never", family: Hold, label: "Never", text: "Never.")])],
        injects: [(id: "word", number: "1", at: "T+01:00", to: ["cert"], from: "firm", channel: Email, title: "Word", body: "Word.", effects: [StartDuty(duty: "notice")])],
        duties: [(id: "notice", name: "Notice", holder: "duty", recipient: "state", trigger: Aware, within: "2h")],"#,
    );
    let people = [SeatId(0)];
    let mut session = session(&ready, &people);
    session.proceed().unwrap();
    let choice = session.view(&people).decisions[0].choices[0].choice;
    let seal = Command::Seal {
        seat: people[0],
        acts: vec![demarche::engine::act::Act::Answer { choice }],
    };
    session.submit(&seal, None).unwrap();
    session.proceed().unwrap();
    let told: Vec<String> = session
        .events()
        .iter()
        .filter_map(|event| match &event.what {
            What::Duties(DutyEvent::Started { at, due, .. }) => Some(format!("{at} to {due}")),
            What::Duties(DutyEvent::Met { at, .. }) => Some(format!("met {at}")),
            What::Duties(_) => Some("otherwise".to_owned()),
            _ => None,
        })
        .collect();
    assert_eq!(told, ["T+01:00 to T+03:00", "met T+01:00"]);
}

#[test]
fn seats_that_act_in_turn_at_one_table_and_a_pause_that_was_left_reach_the_end() {
    let ready = scenario(&format!(
        r#"{ENDING} commit: InTurn, turns: [(lasts: "4h", title: "One"), (lasts: "4h", title: "Two")],"#
    ));
    let people = [SeatId(0), SeatId(1)];
    for seating in [
        Seating::Table(people.to_vec()),
        Seating::Apart(people.to_vec()),
    ] {
        let mut session = session(&ready, &people);
        session.proceed().unwrap();
        session.submit(&Command::Pause, None).unwrap();
        let mut out = Vec::new();
        let input = "1\n".repeat(200);
        let left = plain::run(&mut session, &seating, &mut Cursor::new(input), &mut out).unwrap();
        let said = String::from_utf8(out).unwrap();
        assert_eq!(left, Left::Ended, "{said}");
    }
}

#[test]
fn a_derived_version_does_not_widen_the_label_of_what_is_held_in_full() {
    let ready = scenario(&format!(
        r#"{ENDING} turns: [(lasts: "4h", title: "One"), (lasts: "4h", title: "Two")],
        facts: [(id: "hash", kind: Report, title: "Hash", body: "A hash.", source: "firm", marking: Red, holders: ["state", "cert"],
            derived: (body: "Part of it.", tlp: Green))],"#
    ));
    let people = [SeatId(0), SeatId(1)];
    let mut session = session(&ready, &people);
    session.proceed().unwrap();
    let derive = demarche::engine::act::Act::Derive {
        fact: demarche::model::FactId(0),
    };
    for acts in [
        vec![derive],
        vec![demarche::engine::act::Act::Share {
            fact: demarche::model::FactId(0),
            to: demarche::model::ActorId(0),
            tlp: demarche::model::marking::Tlp::Green,
            derived: true,
        }],
    ] {
        let seal = Command::Seal {
            seat: people[0],
            acts,
        };
        session.submit(&seal, None).unwrap();
        session.proceed().unwrap();
        while session.step() != demarche::engine::event::Step::Commit && !session.is_over() {
            session.proceed().unwrap();
        }
    }
    let facts = session.view(&people[1..]).facts;
    assert_eq!(facts[0].label.as_str(), "TLP:RED");
}
