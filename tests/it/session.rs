//! An exercise as its authority runs it: what is acknowledged is kept, whatever the disk does.

use std::path::Path;
use std::sync::Arc;

use demarche::engine::act::Act;
use demarche::engine::command::Command;
use demarche::engine::command::Holder;
use demarche::log::Contents;
use demarche::log::Disk;
use demarche::model::SeatId;
use demarche::model::norm::Bearing;
use demarche::model::norm::Norm;
use demarche::scenario::load_embedded;
use demarche::session::Clock;
use demarche::session::Ready;
use demarche::session::Session;
use demarche::session::SessionError;
use demarche::session::Start;
use demarche::session::Stop;
use demarche::session::ready;
use demarche::session::verify;
use demarche::text::Words;

use crate::logs::disk::Fault;
use crate::logs::disk::MemoryDisk;
use crate::support::effort;

const LOG: &str = "/exercises/one.jsonl";

struct NoClock;

impl Clock for NoClock {
    fn milliseconds(&self) -> u64 {
        0
    }
}

pub(crate) fn shipped(id: &str) -> Ready {
    ready(load_embedded(id).unwrap()).0.unwrap()
}

fn start(ready: &Ready, disk: &dyn Disk) -> Result<Session, SessionError> {
    let seats = ready.playable.scenario().seats.iter();
    let holders = seats.map(|seat| {
        let by = if seat.id == SeatId(0) {
            Holder::Person {
                name: "Ana".to_owned(),
            }
        } else {
            Holder::Bot {
                profile: "cautious_committee".into(),
            }
        };
        (seat.id, by)
    });
    Session::start(Start {
        ready,
        seed: 11,
        holders: holders.collect(),
        log: Some((disk, Path::new(LOG))),
        words: Arc::new(Words::new("en")),
        clock: Arc::new(NoClock),
    })
}

fn resume(disk: &dyn Disk) -> Result<Session, SessionError> {
    Session::resume(
        disk,
        Path::new(LOG),
        Arc::new(Words::new("en")),
        Arc::new(NoClock),
    )
}

/// Plays so many stops, and gives back how many of the first seat's seals were acknowledged.
fn play(session: &mut Session, stops: usize) -> usize {
    let mut acknowledged = 0;
    for _ in 0..stops {
        if let Some(Stop::Commit(_)) = session.stop() {
            let view = session.view(&[SeatId(0)]);
            let first = view.decisions.first().and_then(|decision| {
                let open = decision
                    .choices
                    .iter()
                    .find(|choice| choice.obstacle.is_none());
                open.map(|choice| Act::Answer {
                    choice: choice.choice,
                })
            });
            let acts: Vec<Act> = first.into_iter().collect();
            let command = Command::Seal {
                seat: SeatId(0),
                acts,
            };
            if session.submit(&command, Some("because")).is_err() {
                return acknowledged;
            }
            acknowledged += 1;
        }
        if session.proceed().is_err() {
            return acknowledged;
        }
    }
    acknowledged
}

fn seals(session: &Session) -> usize {
    let is_seal = |command: &Command| {
        matches!(
            command,
            Command::Seal {
                seat: SeatId(0),
                ..
            }
        )
    };
    session
        .lines()
        .iter()
        .filter(|line| is_seal(&line.command))
        .count()
}

#[test]
fn no_failing_operation_of_the_disk_loses_an_acknowledged_choice() {
    let ready = shipped("first-call");
    let whole = {
        let disk = MemoryDisk::new();
        let mut session = start(&ready, &disk).unwrap();
        play(&mut session, 30);
        disk.operations()
    };
    let step = if effort() >= 10 { 1 } else { 3 };
    for fault in [
        Fault::Error(28),
        Fault::Error(5),
        Fault::Short,
        Fault::Torn(28),
        Fault::Gone,
    ] {
        for after in (0..whole).step_by(step) {
            let disk = MemoryDisk::new();
            disk.fail(after, fault);
            let Ok(mut session) = start(&ready, &disk) else {
                continue;
            };
            let acknowledged = play(&mut session, 30);
            drop(session);
            let disk = disk.after_kill();
            if disk.bytes(Path::new(LOG)).is_none() {
                assert_eq!(acknowledged, 0, "{fault:?} after {after}");
                continue;
            }
            let again =
                resume(&disk).unwrap_or_else(|error| panic!("{fault:?} after {after}: {error}"));
            let kept = seals(&again);
            // One more may be there: written, but the failure came before it could be acknowledged.
            assert!(
                kept == acknowledged || kept == acknowledged + 1,
                "{fault:?} after {after}: {kept}, {acknowledged}"
            );
        }
    }
}

#[test]
fn after_a_failed_write_nothing_more_is_acknowledged_and_the_state_stays() {
    let ready = shipped("first-call");
    let disk = MemoryDisk::new();
    let mut session = start(&ready, &disk).unwrap();
    session.proceed().unwrap();
    let before = session.view(&[SeatId(0)]);
    disk.fail(disk.operations(), Fault::Error(28));
    let command = Command::Seal {
        seat: SeatId(0),
        acts: vec![Act::Hold],
    };
    let refusal = session.submit(&command, None).unwrap_err();
    assert!(refusal.log_error().is_some(), "{refusal}");
    assert!(session.is_read_only());
    assert_eq!(session.view(&[SeatId(0)]), before);
    assert!(
        session
            .submit(&command, None)
            .unwrap_err()
            .log_error()
            .is_some()
    );
}

#[test]
fn a_resumed_exercise_is_the_same_exercise() {
    let ready = shipped("common-voice");
    let disk = MemoryDisk::new();
    let mut session = start(&ready, &disk).unwrap();
    play(&mut session, 9);
    let seats = [SeatId(0)];
    let (view, control) = (session.view(&seats), session.control());
    drop(session);
    let mut again = resume(&disk).unwrap();
    assert_eq!(again.view(&seats), view);
    assert_eq!(again.control(), control);
    play(&mut again, 40);
    assert!(again.is_over());
    let verified = verify(&disk, Path::new(LOG)).unwrap();
    assert_eq!(verified.difference, None);
    assert!(verified.events > 500);
}

#[test]
fn a_log_decided_otherwise_is_found_by_verifying() {
    // The chain is intact but the seed in the header is another: the dice fall differently.
    let ready = shipped("common-voice");
    let disk = MemoryDisk::new();
    let mut session = start(&ready, &disk).unwrap();
    play(&mut session, 20);
    drop(session);
    let lines: Vec<_> = {
        let look = Session::look(&disk, Path::new(LOG), Arc::new(Words::new("en"))).unwrap();
        look.lines().to_vec()
    };
    let other = MemoryDisk::new();
    let hash = Contents::read(&disk, Path::new(LOG))
        .unwrap()
        .header()
        .package;
    let package = demarche::log::kept(&disk, Path::new(LOG), hash).unwrap();
    let header = demarche::log::Header::new("common-voice", "x", &package, 12);
    let mut log = demarche::log::Log::create(&other, Path::new(LOG), &header, &package).unwrap();
    let names = Arc::clone(&ready.playable.scenario().names);
    names.scope(|| {
        for line in &lines {
            assert!(log.append(line, 0).unwrap() > 1);
        }
    });
    drop(log);
    assert!(verify(&other, Path::new(LOG)).unwrap().difference.is_some());
}

#[test]
fn the_facilitator_can_pause_fire_skip_and_hand_over_a_seat() {
    let ready = shipped("common-voice");
    let mut session = start(&ready, &MemoryDisk::new()).unwrap();
    session.proceed().unwrap();
    session.submit(&Command::Pause, None).unwrap();
    let refused = session.proceed().unwrap_err();
    assert_eq!(refused.words().as_str(), "the exercise is paused");
    session.submit(&Command::Resume, None).unwrap();
    let waiting = |session: &Session| {
        let control = session.control();
        let row = control
            .injects
            .iter()
            .find(|row| row.status == demarche::session::InjectStatus::Waiting);
        row.unwrap().inject
    };
    let inject = waiting(&session);
    session.submit(&Command::Fire { inject }, None).unwrap();
    let fired = session
        .control()
        .injects
        .into_iter()
        .find(|row| row.inject == inject)
        .unwrap();
    assert!(matches!(
        fired.status,
        demarche::session::InjectStatus::Delivered { .. }
    ));
    let inject = waiting(&session);
    session.submit(&Command::Skip { inject }, None).unwrap();
    let skipped = session
        .control()
        .injects
        .into_iter()
        .find(|row| row.inject == inject)
        .unwrap();
    assert_eq!(skipped.status, demarche::session::InjectStatus::Cancelled);
    let by = Holder::Bot {
        profile: "random".into(),
    };
    session
        .submit(
            &Command::Fill {
                seat: SeatId(0),
                by,
            },
            None,
        )
        .unwrap();
    assert!(session.people().is_empty());
    while session.proceed().unwrap() != Stop::Over {}
    assert!(session.is_over());
}

/// A51: one baseline for all, and a note in one's own words for each departure from it.
#[test]
fn a_person_who_departs_from_the_baseline_writes_down_why_and_a_bot_need_not_be_asked() {
    let ready = shipped("first-call");
    let scenario = ready.playable.scenario();
    let mut decisions = scenario.choices.iter();
    let strains = |choice: &&demarche::model::decision::Choice| {
        choice.norms.contains(&(Norm::Tlp, Bearing::Strained))
    };
    let choice = decisions.find(strains).unwrap().id;
    let disk = MemoryDisk::new();
    let mut session = start(&ready, &disk).unwrap();
    let seal = Command::Seal {
        seat: SeatId(0),
        acts: vec![Act::Answer { choice }],
    };
    // As far as the turn in which it can be sealed.
    while session
        .submit(&seal, Some("Nobody else was awake."))
        .is_err()
    {
        session.submit(&Command::Advance, None).unwrap();
    }
    let said = session.submit(&seal, None).unwrap_err().to_string();
    assert!(said.contains("departs from the baseline"), "{said}");
    // Asked, and having nothing to say.
    session.submit(&seal, Some("  ")).unwrap();
    // Holding departs from nothing, and the same seat in a bot's hands is not asked.
    let hold = Command::Seal {
        seat: SeatId(0),
        acts: Vec::new(),
    };
    session.submit(&hold, None).unwrap();
    let bot = Command::Fill {
        seat: SeatId(0),
        by: Holder::Bot {
            profile: "cautious_committee".into(),
        },
    };
    session.submit(&bot, None).unwrap();
    session.submit(&seal, None).unwrap();
}
