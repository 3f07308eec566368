//! What if: a change that changes nothing gives the same bytes, luck stays what it was, a fork stands by itself, and the authors'
//! expert paths can be played.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use demarche::engine::act::Act;
use demarche::engine::command::Command;
use demarche::engine::command::Holder;
use demarche::engine::event::Event;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::lab::read_act;
use demarche::lab::whatif::Change;
use demarche::lab::whatif::Effort;
use demarche::lab::whatif::Findings;
use demarche::lab::whatif::Others;
use demarche::lab::whatif::Past;
use demarche::lab::whatif::Plays;
use demarche::lab::whatif::Question;
use demarche::lab::whatif::Wish;
use demarche::lab::whatif::ask;
use demarche::lab::whatif::is_legal_to_the_end;
use demarche::lab::whatif::json;
use demarche::lab::whatif::play;
use demarche::log::Line;
use demarche::log::RealDisk;
use demarche::model::SeatId;
use demarche::model::expert::Deed;
use demarche::scenario;
use demarche::scenario::check_source;
use demarche::script::Playable;
use demarche::session;
use demarche::session::Fork;
use demarche::session::Ready;
use demarche::session::Replay;
use demarche::session::Session;
use demarche::session::Start;
use demarche::session::Stop;
use demarche::session::SystemClock;
use demarche::text::Words;

use crate::support::effort;

/// Bells that ring by chance, and a decision that has nothing to do with them.
const DICE: &str = include_str!("whatif/dice.ron");

fn shipped(id: &str) -> Ready {
    session::ready(scenario::load_embedded(id).unwrap())
        .0
        .unwrap()
}

fn dice() -> Ready {
    let playable = check_source("dice.ron", DICE).playable.unwrap();
    Ready {
        playable: Arc::new(playable),
        package: scenario::Package::from_files([("scenario.ron".to_owned(), DICE.as_bytes())]),
    }
}

/// An exercise that a profile played to its end on every seat.
fn played(ready: &Ready, seed: u64, log: Option<&Path>) -> Session {
    let profile = "assertive_agency".to_owned();
    let seats = ready.playable.scenario().seats.iter();
    let holders = seats.map(|seat| {
        let profile = profile.clone();
        (
            seat.id,
            Holder::Bot {
                profile: profile.into(),
            },
        )
    });
    let mut session = Session::start(Start {
        ready,
        seed,
        holders: holders.collect(),
        log: log.map(|path| (&RealDisk as &dyn demarche::log::Disk, path)),
        words: Arc::new(Words::default()),
        clock: Arc::new(SystemClock),
    })
    .unwrap();
    while session.proceed().unwrap() != Stop::Over {}
    session
}

/// On a thread with the stack that scripts may need.
fn deep<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(16 << 20);
        thread.spawn_scoped(scope, work).unwrap().join().unwrap()
    })
}

fn bytes(playable: &Playable, lines: &[Line<Command, Event>]) -> String {
    let names = Arc::clone(&playable.scenario().names);
    names.scope(|| serde_json::to_string(lines).unwrap())
}

/// Where in the lines a turn's Commit began.
fn commit_of(lines: &[Line<Command, Event>], wanted: u16) -> usize {
    let begins = |line: &Line<Command, Event>| {
        line.events.iter().any(|event| {
            matches!(event.what, What::Entered { turn, step: Step::Commit, .. } if turn == wanted)
        })
    };
    lines.iter().position(begins).unwrap()
}

#[test]
fn the_same_choice_gives_the_same_bytes() {
    let words = Words::default();
    for (id, seed) in [("first-call", 3), ("common-voice", 5)] {
        let past = Past::of(&played(&shipped(id), seed, None));
        let mut answers = 0;
        let names = &past.playable().scenario().names;
        for line in past.lines() {
            let Command::Seal { seat, acts } = &line.command else {
                continue;
            };
            for act in acts {
                let demarche::engine::act::Act::Answer { choice } = act else {
                    continue;
                };
                let choice = names.word(demarche::model::ChoiceId::KIND, choice.0);
                let wish = Wish {
                    turn: None,
                    seat: Some(*seat),
                    choice,
                };
                assert_eq!(Change::read(&past, wish, &words).unwrap(), Change::Same);
                answers += 1;
            }
        }
        assert!(answers > 0, "{id}: nobody decided anything");
        for others in Others::ALL {
            let course = deep(|| play(&past, &Change::Same, others));
            assert_eq!(course.parted, None);
            let (one, other) = (past.lines(), &course.lines);
            assert_eq!(bytes(past.playable(), one), bytes(past.playable(), other));
        }
    }
}

#[test]
fn another_last_turn_leaves_everything_before_alone() {
    for id in ["first-call", "common-voice"] {
        let past = Past::of(&played(&shipped(id), 11, None));
        let last = past.turns().last().unwrap();
        let from = commit_of(past.lines(), last);
        let seats = past.playable().scenario().seats.iter();
        let busy = seats.map(|seat| seat.id).filter(|seat| {
            past.sealed(last, *seat)
                .is_some_and(|acts| !acts.is_empty())
        });
        let mut changed = 0;
        for seat in busy {
            let change = Change::acts(&past, last, seat, Vec::new());
            if change == Change::Same {
                continue;
            }
            for others in Others::ALL {
                let course = deep(|| play(&past, &change, others));
                assert!(course.parted.is_some_and(|parted| parted > from), "{id}");
                assert_eq!(course.lines[..=from], past.lines()[..=from], "{id}");
            }
            changed += 1;
        }
        assert!(changed > 0, "{id}: nobody did anything in the last turn");
    }
}

#[test]
fn luck_that_has_nothing_to_do_with_the_change_is_the_same() {
    let bells = |lines: &[Line<Command, Event>], playable: &Playable| -> Vec<(u16, String)> {
        let events = lines.iter().flat_map(|line| &line.events);
        let mut turn = 0;
        let rang = events.filter_map(|event| match event.what {
            What::Entered { turn: now, .. } => {
                turn = now;
                None
            }
            What::Delivered { inject, .. } => {
                let title = &playable.scenario().injects[inject.index()].title;
                title
                    .as_str()
                    .starts_with("Bell")
                    .then(|| (turn, title.to_string()))
            }
            _ => None,
        });
        rang.collect()
    };
    let words = Words::default();
    let mut rung = Vec::new();
    for seed in 0..8 * effort() {
        let past = Past::of(&played(&dice(), seed, None));
        let as_played = bells(past.lines(), past.playable());
        for choice in ["help", "worse", "draw", "hold"] {
            let wish = Wish {
                turn: Some(1),
                seat: None,
                choice,
            };
            let change = Change::read(&past, wish, &words).unwrap();
            let course = deep(|| play(&past, &change, Others::Matching));
            let moved =
                bytes(past.playable(), &course.lines) != bytes(past.playable(), past.lines());
            assert_eq!(moved, change != Change::Same);
            assert_eq!(
                bells(&course.lines, past.playable()),
                as_played,
                "{choice}, seed {seed}"
            );
        }
        rung.push(as_played);
    }
    rung.dedup();
    assert!(rung.len() > 4, "the bells ring by chance");
}

fn quiet(threads: usize, stop: &AtomicBool) -> Effort<'_> {
    Effort {
        plays: 6,
        threads,
        told: &|_, _| {},
        stop,
    }
}

#[test]
fn any_number_of_threads_gives_the_same_answer_and_no_change_no_difference() {
    let words = Words::default();
    let past = Past::of(&played(&shipped("first-call"), 4, None));
    let stop = AtomicBool::new(false);
    let find = |threads| {
        let question = Question {
            plays: Plays::all(6),
            ..Question::default()
        };
        let found = Findings::of(&past, &question, &words, &quiet(threads, &stop)).unwrap();
        assert!(!found.mattered.is_empty());
        json(&past, &found, &words)
    };
    assert_eq!(find(1), find(3));
    let same = ask(
        &past,
        &Change::Same,
        Others::Profiles,
        &words,
        &quiet(2, &stop),
    )
    .unwrap();
    assert!(same.asides.is_empty());
    let more = same.many.more(|outcome| outcome.points_of(SeatId(0)));
    assert_eq!((more.mean.to_bits(), more.same), (0, 6));

    stop.store(true, std::sync::atomic::Ordering::Relaxed);
    assert!(
        ask(
            &past,
            &Change::Same,
            Others::Frozen,
            &words,
            &quiet(2, &stop)
        )
        .is_none()
    );
}

#[test]
fn a_fork_stands_by_itself_and_remembers_where_it_came_from() {
    let home = tempfile::tempdir().unwrap();
    let (parent, child) = (
        home.path().join("parent.jsonl"),
        home.path().join("child.jsonl"),
    );
    let ready = shipped("first-call");
    drop(played(&ready, 8, Some(&parent)));
    let words = Arc::new(Words::default());
    let look = |path: &Path| Session::look(&RealDisk, path, Arc::clone(&words)).unwrap();
    let replay = Replay::new(look(&parent));
    let lines = commit_of(replay.session().lines(), 2) + 1;
    let mut fork = Session::fork(Fork {
        disk: &RealDisk,
        from: &parent,
        lines,
        to: &child,
        words: Arc::clone(&words),
        clock: Arc::new(SystemClock),
    })
    .unwrap();
    let lineage = fork.header().lineage.clone().unwrap();
    assert_eq!(usize::try_from(lineage.line).unwrap(), lines + 1);
    let text = std::fs::read_to_string(&parent).unwrap();
    let named = text.lines().nth(lines).unwrap();
    assert_eq!(lineage.hash, demarche::log::Hash::of(named.as_bytes()));
    assert_eq!(fork.lines(), &replay.session().lines()[..lines]);

    let seat = SeatId(0);
    let name = "Learner".to_owned();
    let by = Holder::Person { name };
    fork.submit(&Command::Fill { seat, by }, None).unwrap();
    assert!(matches!(fork.stop(), Some(Stop::Commit(_))));
    drop(fork);
    let mut again =
        Session::resume(&RealDisk, &child, Arc::clone(&words), Arc::new(SystemClock)).unwrap();
    assert_eq!(again.people(), [seat]);
    while again.proceed().unwrap() != Stop::Over {}
    drop(again);
    for path in [&parent, &child] {
        let verified = session::verify(&RealDisk, path).unwrap();
        assert_eq!(verified.difference, None);
        assert_eq!(verified.ending, demarche::log::Ending::Whole);
    }
    let report =
        demarche::report::Debrief::of_session(&look(&child), &demarche::report::Viewer::default());
    assert!(
        report
            .exercise
            .forked_from
            .as_str()
            .contains(&lineage.hash.to_string())
    );
}

#[test]
fn a_moment_of_the_replay_is_what_was_so_then() {
    let session = played(&shipped("first-call"), 2, None);
    let replay = Replay::new(played(&shipped("first-call"), 2, None));
    let seats: Vec<SeatId> = session
        .scenario()
        .seats
        .iter()
        .map(|seat| seat.id)
        .collect();
    let last = session.events().len() - 1;
    let own = [SeatId(0)];
    assert_eq!(seats, own);
    assert_eq!(replay.view(last, Some(SeatId(0))), session.view(&own));
    let entries = replay.entries(None);
    assert_eq!(entries.len(), session.events().len());
    let own = replay.entries(Some(SeatId(0)));
    assert!(own.len() < entries.len() && !own.is_empty());
    for (place, event) in session.events().iter().enumerate() {
        if let What::Entered { turn, step, .. } = event.what {
            let view = replay.view(place, Some(SeatId(0)));
            assert_eq!((view.turn, view.step), (turn, step));
        }
    }
    assert_eq!(replay.lines_at(last), session.lines().len());
}

#[test]
fn the_expert_path_takes_acts_of_every_ledger() {
    let ready = shipped("common-voice");
    let names = ["answer_abroad", "clinics_handbook", "law_diligence"];
    let scenario = ready.playable.scenario();
    let written: Vec<&str> = scenario
        .expert
        .iter()
        .flat_map(|row| &row.deeds)
        .filter_map(|deed| match deed {
            Deed::Written(act) => Some(&*act.text),
            _ => None,
        })
        .collect();
    for name in names {
        assert!(written.iter().any(|act| act.contains(name)), "{name}");
    }
    for act in written {
        let read = read_act(act, scenario).unwrap();
        assert!(matches!(read, Act::Book(_)), "{act}");
    }
    for wrong in [
        r#"Mandate(AskPermit(permit: "answer_abrod"))"#,
        "Mandate(Asks)",
        "Triage",
        "",
    ] {
        assert_eq!(read_act(wrong, scenario), None, "{wrong}");
    }
}

#[test]
fn the_authors_expert_paths_play_to_the_end() {
    for id in ["first-call", "common-voice", "open-fix"] {
        let ready = shipped(id);
        let scenario = ready.playable.scenario();
        assert!(!scenario.expert.is_empty(), "{id} has no expert path");
        for seed in 1..=6 * effort() {
            let ended = deep(|| is_legal_to_the_end(&ready.playable, seed));
            if let Err((turn, seat, why)) = ended {
                let words = Words::default();
                let teller = demarche::engine::tell::Teller {
                    scenario,
                    words: &words,
                };
                let who = teller.seat(seat).clone();
                panic!(
                    "{id}, seed {seed}, turn {turn}, {who}: {}",
                    why.words(teller)
                );
            }
        }
    }
}
