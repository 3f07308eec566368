//! What comes of saying who it was, and what a seat may know of it.

use demarche::engine::apply;
use demarche::engine::event::Cause;
use demarche::engine::event::Event as Happened;
use demarche::engine::event::EventNo;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::engine::ledger::attribution::Answer;
use demarche::engine::ledger::attribution::Event;
use demarche::engine::ledger::attribution::Outcome;
use demarche::engine::ledger::book::BookEvent;
use demarche::engine::lens::Lens;
use demarche::model::ActorId;
use demarche::model::id::Kind;
use demarche::model::ledger::attribution::Certainty;
use demarche::model::ledger::shape::Few;

use crate::engine::attribution::Deeds;
use crate::engine::attribution::fact;
use crate::engine::attribution::hypothesis;
use crate::engine::attribution::ripe;
use crate::engine::attribution::said;
use crate::engine::attribution::table;
use crate::engine::attribution::with;
use crate::support::table::Table;

#[test]
fn the_accused_always_answers_and_asks_who_has_nothing_to_show() {
    let mut answers = [0; 3];
    for seed in 0..40 {
        let table = ripe(table(seed, &[]), "sponsor").seal("mfa", "name").next();
        let answered = |event: &Happened| match event.what {
            What::Book(BookEvent::Attribution(Event::Answered { answer, .. })) => Some(answer),
            _ => None,
        };
        assert_eq!(
            table.events.iter().filter_map(answered).count(),
            0,
            "not the same turn"
        );
        let table = table.next();
        let all: Vec<Answer> = table.events.iter().filter_map(answered).collect();
        assert_eq!(all.len(), 1);
        answers[all[0] as usize] += 1;
        let proof = i64::from(all[0] == Answer::AsksForProof) * 12;
        assert_eq!(table.number("credence.mfa"), 60 - proof);
    }
    assert!(answers.iter().all(|count| *count > 0), "{answers:?}");
    assert!(
        answers[1] > answers[0],
        "with nothing to show it pays to ask: {answers:?}"
    );
}

#[test]
fn a_wrong_name_is_found_out_and_costs_dearly() {
    let rules = [("found_wrong", 1000)];
    let table = ripe(with(7, &rules, &[]), "rival")
        .seal("mfa", "name")
        .next()
        .next();
    table.holds(&["found_wrong.mfa", "credence.mfa <= 30"]);
    let table = ripe(with(7, &rules, &[]), "sponsor")
        .seal("mfa", "name")
        .next()
        .next();
    table.holds(&["!found_wrong.mfa"]);
}

#[test]
fn being_named_may_deter_late_and_a_little() {
    let slowed = |table: &Table| {
        said(table, |event| {
            matches!(event, Event::Weighed { deterred: true, .. })
        })
    };
    let at = |odds: i32, word: &str| {
        let table = ripe(with(7, &[("deter", odds)], &[]), word)
            .seal("mfa", "name")
            .next();
        assert_eq!(slowed(&table), 0, "not at once");
        slowed(&table.next().next())
    };
    assert_eq!(at(1000, "sponsor"), 1);
    assert_eq!(at(0, "sponsor"), 0);
    // Who did not do it is not deterred from it.
    assert_eq!(at(1000, "rival"), 0);
}

#[test]
fn a_firms_report_comes_before_a_state_has_decided_a18() {
    let table = table(7, &[]).turn(1).seal("mfa", "begin loom").next();
    let before = table.number("capital.mfa");
    let table = table
        .seal("acme", "publish loom")
        .seal("mfa", "skip input")
        .until(Step::Reveal)
        .holds(&[
            "public_evidence.loom == 20",
            "trust.ncert.acme == 52",
            "confidence.mfa.loom == 18",
        ]);
    assert_eq!(
        said(&table, |event| matches!(event, Event::Overtaken { .. })),
        1
    );
    assert!(table.number("capital.mfa") < before);
    table.turn(3).cannot("acme", "publish loom", "out already");
}

#[test]
fn what_is_not_preserved_is_written_over_and_a_court_takes_its_time_a23_a55() {
    let found = (0..10).filter(|seed| finds(*seed)).count();
    assert!(found > 5, "{found}");
    table(7, &[])
        .turn(4)
        .cannot("ncert", "preserve tools", "written over");
}

fn finds(seed: u64) -> bool {
    let table = with(seed, &[("court_odds", 900), ("court_turns", 2)], &[])
        .turn(1)
        .cannot("mfa", "court crew", "nothing that speaks for it")
        .seal("ncert", "preserve tools; preserve habits")
        .next()
        .holds(&["preserved.tools", "court_ready.crew"])
        .seal("mfa", "court crew")
        .next();
    assert_eq!(
        said(&table, |event| matches!(event, Event::CourtFound { .. })),
        0
    );
    let table = table.next().next();
    assert_eq!(
        said(&table, |event| matches!(event, Event::CourtFound { .. })),
        1
    );
    said(&table, |event| {
        matches!(event, Event::CourtFound { finds: true, .. })
    }) == 1
}

#[test]
fn certainty_can_be_bought_at_a_price_that_comes_out_a53() {
    let inject = r"endings: [";
    let with = r#"injects: [(id: "offer", at: "T+01:00", to: ["mfa"], from: "acme", channel: Phone, title: "An offer", body: "Tonight.",
        effects: [BuyCertainty(actor: "mfa", hypothesis: "loom", by: 50, leaks: 1000)])],
    endings: ["#;
    table(7, &[(inject, with)])
        .turn(1)
        .holds(&[
            "confidence.mfa.loom == 60",
            "strained.norland.e == 1",
            "credence.mfa == 60",
        ])
        .until(Step::Reveal)
        .holds(&["credence.mfa == 45"]);
}

#[test]
fn no_path_leads_from_attribution_to_a_sanction_without_a_choice_a58() {
    let menu = r#"    measures: (menu: [
        (id: "listing", name: "List the one who was named", form: Listing, by: ["mfa"], target: "sgov"),
        (id: "recall", name: "Ask the ambassador to come", form: Summon, by: ["mfa"], target: "rgov"),
    ]),
    endings: ["#;
    for seed in 0..12 {
        let rules = [("deter", 1000), ("found_wrong", 500), ("release_odds", 900)];
        let word = if seed % 2 == 0 { "sponsor" } else { "rival" };
        let mut table = ripe(with(seed, &rules, &[("    endings: [", menu)]), word)
            .seal("mfa", "name fck")
            .next();
        let takes = seed % 3 == 0;
        if takes {
            table = table.does("mfa", "measure take listing");
        }
        while table.truth().ending().is_none() {
            table = table.advance();
        }
        let measures = |event: &&Happened| matches!(event.what, What::Book(BookEvent::Measures(_)));
        let taken = table.events.iter().filter(measures).count();
        assert_eq!(
            taken > 0,
            takes,
            "seed {seed}: naming alone moves no measure"
        );
        for (place, event) in table.events.iter().enumerate() {
            if measures(&event) {
                assert!(comes_of_a_choice(&table.events, place), "{event:?}");
            }
        }
    }
}

/// Whether the way back from an event reaches a seat's choice before anything of attribution.
fn comes_of_a_choice(events: &[Happened], mut place: usize) -> bool {
    while let Cause::Event(EventNo(no)) = events[place].cause {
        place = usize::try_from(no).unwrap();
        match events[place].what {
            What::Acted { .. } => return true,
            What::Book(BookEvent::Attribution(_)) => return false,
            _ => {}
        }
    }
    !matches!(events[place].cause, Cause::Engine(_))
}

#[test]
fn whether_a_hypothesis_is_true_changes_nothing_a_seat_sees() {
    let twin = ("is_true: true, norms", "is_true: false, norms");
    let laid = ("weight: 60, planted: true", "weight: 60, planted: false");
    for seed in 0..6 {
        let rules = [("found_wrong", 0), ("deter", 0)];
        let one = ripe(with(seed, &rules, &[]), "sponsor");
        let two = ripe(with(seed, &rules, &[twin, laid]), "sponsor");
        for seat in ["mfa", "ncert", "acme"] {
            let seat = one.seat(seat);
            assert_eq!(one.bytes(&one.view(seat)), two.bytes(&two.view(seat)));
            let seats = [seat];
            let [possible, same] = [&one, &two].map(|table| {
                let lens = Lens::new(&table.playable, &table.state, &seats);
                (
                    lens.possible(seat),
                    lens.imagine(demarche::engine::dice::Dice::new(3)),
                )
            });
            assert_eq!(possible.0, same.0);
            for name in demarche::bots::names() {
                let bot = demarche::bots::named(name).unwrap();
                if bot.name() == "look_ahead" {
                    continue;
                }
                let [a, b] = [&one, &two].map(|table| {
                    let lens = Lens::new(&table.playable, &table.state, &seats);
                    let mut sealed = demarche::bots::Sealed::default();
                    bot.choose(
                        &lens,
                        seat,
                        &demarche::engine::dice::Dice::new(9),
                        &mut sealed,
                    );
                    sealed.acts
                });
                assert_eq!(a, b, "{name}");
            }
        }
    }
}

#[test]
fn a_case_is_known_to_who_has_a_part_in_it() {
    let table = table(7, &[]).turn(1).seal("mfa", "begin sponsor").next();
    for (seat, sees) in [("mfa", 1), ("ncert", 1), ("acme", 0)] {
        let view = table.view(table.seat(seat));
        assert_eq!(view.book.attribution.cases.len(), sees, "{seat}");
    }
    // What was never opened and nobody has evidence on is not even a thought.
    let names = |seat| {
        let view = table.view(table.seat(seat));
        view.book.attribution.hypotheses.len()
    };
    assert_eq!((names("mfa"), names("ncert")), (4, 5));
    // A secret of another's leaves the view as it is.
    let scenario = table.scenario();
    let before = table.bytes(&table.view(table.seat("acme")));
    let mut other = Table::at(std::sync::Arc::clone(&table.playable), 7);
    other.state = table.state.clone();
    other.events.clone_from(&table.events);
    let by = ActorId(scenario.names.find(Kind::Actor, "mfa").unwrap());
    for event in [
        Event::PaperWritten {
            of: by,
            points: 90,
            shown: 80,
            certainty: Certainty::High,
        },
        Event::ReleaseAnswered {
            by,
            fact: fact(scenario, "intercept"),
            granted: true,
        },
        Event::Decided {
            by,
            hypothesis: hypothesis(scenario, "sponsor"),
            outcome: Outcome::Demarche,
            cites: Few::default(),
            shown: 3,
            has_briefed: true,
        },
    ] {
        let event = Happened {
            cause: Cause::StartEx,
            what: What::Book(BookEvent::Attribution(event)),
        };
        apply(&mut other.state, &event);
        other.events.push(event);
    }
    assert_eq!(before, other.bytes(&other.view(other.seat("acme"))));
}

#[test]
fn why_a_confidence_is_what_it_is_leads_to_what_was_learned() {
    use demarche::engine::tell::Teller;
    use demarche::engine::view::Subject;
    use demarche::engine::why;
    use demarche::model::ledger::Ledger;
    let table = table(7, &[])
        .turn(1)
        .does("ncert", "share tools with mfa as green; analyse tools");
    let scenario = table.scenario();
    let (mfa, ncert) = (table.seat("mfa"), table.seat("ncert"));
    let loom = hypothesis(scenario, "loom");
    for seat in [mfa, ncert] {
        let actor = scenario.seats[seat.index()].actor;
        let seats = [seat];
        let lens = Lens::new(&table.playable, &table.state, &seats);
        let words = demarche::text::Words::default();
        let teller = Teller {
            scenario,
            words: &words,
        };
        let about = Subject::Row(Ledger::Attribution, loom.0, actor.0);
        let (changes, _) = why::changes(why::Asker::Seat(lens), &table.events, about, teller);
        assert_eq!(changes.len(), 1);
        // A seat's chain ends where another's choice begins, and says so.
        assert_eq!(changes[0].hidden, seat == mfa);
        assert_eq!(changes[0].chain.is_empty(), seat == mfa);
    }
}
