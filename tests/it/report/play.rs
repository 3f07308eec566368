//! Exercises to report on.

use std::sync::Arc;

use demarche::bots;
use demarche::bots::Sealed;
use demarche::engine::act::Act;
use demarche::engine::command::Command;
use demarche::engine::command::Holder;
use demarche::engine::command::Rating;
use demarche::engine::command::Role;
use demarche::engine::dice::Dice;
use demarche::model::ActorId;
use demarche::model::ChoiceId;
use demarche::model::FactId;
use demarche::model::InjectId;
use demarche::model::SeatId;
use demarche::model::TaskId;
use demarche::model::id::Kind;
use demarche::model::marking::Tlp;
use demarche::scenario;
use demarche::scenario::Package;
use demarche::session;
use demarche::session::Session;
use demarche::session::Start;
use demarche::session::Stop;
use demarche::session::SystemClock;
use demarche::text::Words;

pub(super) const SEAT: SeatId = SeatId(0);

/// A shipped scenario before its first turn: the first seat held by a person, the others by bots.
pub(super) fn begin(id: &str, seed: u64, name: &str) -> Session {
    begin_with(scenario::load_embedded(id).unwrap(), seed, name)
}

fn begin_with(package: Package, seed: u64, name: &str) -> Session {
    let (ready, diagnostics, _) = session::ready(package);
    let ready = ready.unwrap_or_else(|| panic!("{diagnostics:#?}"));
    let seats = ready.playable.scenario().seats.len();
    let holders = (0..seats).map(|seat| {
        let by = if seat == 0 {
            Holder::Person { name: name.into() }
        } else {
            let profile = bots::standard()[seat % 5].into();
            Holder::Bot { profile }
        };
        (SeatId::at(seat), by)
    });
    Session::start(Start {
        ready: &ready,
        seed,
        holders: holders.collect(),
        log: None,
        words: Arc::new(Words::new("en")),
        clock: Arc::new(SystemClock),
    })
    .unwrap()
}

/// Seals for the person what a bot would choose, saying why.
fn seal(session: &mut Session, seed: u64, rationale: &str) {
    let mut sealed = Sealed::default();
    let bot = bots::named("random").unwrap();
    bot.choose(&session.lens(&[SEAT]), SEAT, &Dice::new(seed), &mut sealed);
    let command = sealed.command(SEAT);
    session.submit(&command, Some(rationale)).unwrap();
}

fn note(session: &mut Session, text: &str) {
    let note = Command::Note {
        by: Role::Evaluator,
        about: Some(TaskId(0)),
        rating: Some(Rating::S),
        text: text.to_owned(),
    };
    session.submit(&note, None).unwrap();
}

/// A shipped scenario played to its end by a person who says the same every time; an evaluator says it too.
pub(super) fn play(id: &str, seed: u64, name: &str, rationale: &str) -> Session {
    let mut session = begin(id, seed, name);
    while session.proceed().unwrap() != Stop::Over {
        if let Some(Stop::Commit(_)) = session.stop() {
            seal(&mut session, seed, rationale);
        }
    }
    note(&mut session, rationale);
    session
}

/// A shipped scenario played by somebody whose name, rationales and notes are these texts.
pub(super) fn play_saying(id: &str, seed: u64, texts: &[String]) -> Session {
    let mut session = begin(id, seed, &texts[0]);
    let mut said = texts.iter().cycle();
    while session.proceed().unwrap() != Stop::Over {
        if let Some(Stop::Commit(_)) = session.stop() {
            let text = said.next().unwrap();
            seal(&mut session, seed, text);
            let name = said.next().unwrap().clone();
            let by = Holder::Person { name };
            session
                .submit(&Command::Fill { seat: SEAT, by }, Some(text))
                .unwrap();
        }
    }
    for text in texts {
        note(&mut session, text);
    }
    session
}

/// An exercise in which whoever runs it pauses, goes on, and brings an inject by hand.
pub(super) fn with_overrides(id: &str, seed: u64) -> Session {
    let mut session = begin(id, seed, "Ana");
    session.proceed().unwrap();
    session.submit(&Command::Pause, Some("fire drill")).unwrap();
    session.submit(&Command::Resume, None).unwrap();
    let injects = session.scenario().injects.len();
    let fresh = (0..injects).map(InjectId::at).find(|inject| {
        let once = session.scenario().injects[inject.index()].when.once;
        once && session.truth().delivered(*inject).is_none()
    });
    let inject = fresh.unwrap();
    session.submit(&Command::Fire { inject }, None).unwrap();
    while session.proceed().unwrap() != Stop::Over {}
    session
}

/// The tutorial, in which the duty officer passes the neighbour's finding to the regulator.
pub(super) fn leaking() -> Session {
    passing_on(false)
}

/// The same, in a plan with something else.
pub(super) fn leaking_among_others() -> Session {
    passing_on(true)
}

fn passing_on(among_others: bool) -> Session {
    let mut session = begin("first-call", 7, "Ana");
    let names = Arc::clone(&session.scenario().names);
    let share = Act::Share {
        fact: FactId(names.find(Kind::Fact, "finding").unwrap()),
        to: ActorId(names.find(Kind::Actor, "nso").unwrap()),
        tlp: Tlp::AmberStrict,
        derived: false,
    };
    let mut shared = false;
    while session.proceed().unwrap() != Stop::Over {
        let mut acts = vec![share];
        let seats = [SEAT];
        let possible = session.lens(&seats).possible(SEAT).into_iter();
        let other = possible.filter(|act| matches!(act, Act::KeepInTouch { .. }));
        acts.extend(other.filter(|_| among_others).take(1));
        assert_eq!(acts.len() > 1, among_others);
        let command = Command::Seal { seat: SEAT, acts };
        if session.stop() == Some(Stop::Commit(None)) && !shared {
            shared = session.submit(&command, Some("They have to know.")).is_ok();
        }
    }
    assert!(shared, "the finding can be passed on");
    session
}

/// The small exercise of the golden file: the CERT tells the port everything and the regulator nothing, and an evaluator rates it.
pub(super) fn harbour() -> Session {
    let files = [(
        "scenario.ron".to_owned(),
        include_bytes!("harbour.ron").to_vec(),
    )];
    let mut session = begin_with(Package::from_files(files), 1, "Ana");
    let names = Arc::clone(&session.scenario().names);
    let choice = ChoiceId(names.find(Kind::Choice, "word.all").unwrap());
    let command = Command::Seal {
        seat: SEAT,
        acts: vec![Act::Answer { choice }],
    };
    assert!(matches!(session.proceed().unwrap(), Stop::Commit(_)));
    session
        .submit(&command, Some("They can act on it."))
        .unwrap();
    while session.proceed().unwrap() != Stop::Over {}
    note(&mut session, "Quick, and said why.");
    session
}
