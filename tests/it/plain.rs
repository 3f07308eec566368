//! The line mode, played from one end to the other.

use std::io::Cursor;
use std::sync::Arc;

use demarche::engine::command::Holder;
use demarche::model::SeatId;
use demarche::plain;
use demarche::plain::Left;
use demarche::scenario;
use demarche::session::Seating;
use demarche::session::Session;
use demarche::session::Start;
use demarche::session::Stop;
use demarche::session::SystemClock;
use demarche::text::Words;

use crate::payloads::assert_shows_text_only;
use crate::payloads::payloads;
use crate::session::shipped;

fn session(id: &str, seed: u64, people: &[SeatId]) -> Session {
    let ready = shipped(id);
    let seats = ready.playable.scenario().seats.iter();
    let holders = seats.map(|seat| {
        let by = if people.contains(&seat.id) {
            Holder::Person {
                name: seat.title.as_str().to_owned(),
            }
        } else {
            Holder::Bot {
                profile: "random".into(),
            }
        };
        (seat.id, by)
    });
    let start = Start {
        ready: &ready,
        seed,
        holders: holders.collect(),
        log: None,
        words: Arc::new(Words::new("en")),
        clock: Arc::new(SystemClock),
    };
    Session::start(start).unwrap()
}

/// Plays with this input, and gives back what was said and how it was left.
fn answer(session: &mut Session, seating: &Seating, input: &str) -> (String, Left) {
    let mut out = Vec::new();
    let left = plain::run(
        session,
        seating,
        &mut Cursor::new(input.to_owned()),
        &mut out,
    )
    .unwrap();
    (String::from_utf8(out).unwrap(), left)
}

#[test]
fn one_at_every_question_reaches_the_end() {
    for id in scenario::embedded() {
        let people = [SeatId(0)];
        let mut session = session(id, 7, &people);
        let (said, left) = answer(
            &mut session,
            &Seating::Apart(people.to_vec()),
            &"1\n".repeat(2000),
        );
        assert_eq!(left, Left::Ended, "{id}");
        assert!(session.is_over(), "{id}");
        assert!(said.contains("EndEx."), "{id}");
        // Screen readers spell out drawing characters, and a pipe has no use for them.
        let drawing = said
            .chars()
            .find(|c| matches!(*c, '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}' | '\r'));
        assert_eq!(drawing, None, "{id}");
        let widest = said.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(80), "{id}: {widest:?}");
    }
}

#[test]
fn several_people_and_a_table_reach_the_end_too() {
    let all = [SeatId(0), SeatId(1), SeatId(2)];
    for seating in [Seating::Apart(all.to_vec()), Seating::Table(all.to_vec())] {
        let mut session = session("common-voice", 3, &all);
        let (said, left) = answer(&mut session, &seating, &"1\n".repeat(4000));
        assert_eq!(left, Left::Ended);
        assert_eq!(
            said.contains("Hand over to"),
            matches!(seating, Seating::Apart(_))
        );
    }
}

#[test]
fn an_input_that_ends_keeps_the_exercise_and_wrong_answers_are_asked_again() {
    let people = [SeatId(0)];
    let seating = Seating::Apart(people.to_vec());
    let mut session = session("first-call", 5, &people);
    let (said, left) = answer(&mut session, &seating, "seven\n99\n-1\n\n1\n1\n1\n");
    assert_eq!(left, Left::Early);
    assert_eq!(said.matches("Please answer with a number").count(), 4);
    let (_, left) = answer(&mut session, &seating, &"1\n".repeat(500));
    assert_eq!(left, Left::Ended);
    assert_eq!(session.stop(), Some(Stop::Over));
}

#[test]
fn what_people_type_never_commands_the_terminal() {
    let people = [SeatId(0)];
    let seating = Seating::Apart(people.to_vec());
    for chunk in payloads().chunks(12) {
        let mut session = session("first-call", 5, &people);
        // Every payload once as an answer and once as a rationale (menu entry 9), which the debrief says again.
        let mut input = String::from("1\n1\n1\n1\n1\n1\n");
        for payload in chunk {
            let line = payload.text.replace('\n', " ");
            input.extend([line.as_str(), "\n9\n", line.as_str(), "\n"]);
        }
        input.push_str(&"1\n".repeat(400));
        let (said, _) = answer(&mut session, &seating, &input);
        assert_shows_text_only(&said);
    }
}

#[test]
fn a_line_without_end_is_cut() {
    let people = [SeatId(0)];
    let mut session = session("first-call", 5, &people);
    let input = format!("{}\n{}", "x".repeat(3_000_000), "1\n".repeat(400));
    let (said, left) = answer(&mut session, &Seating::Apart(people.to_vec()), &input);
    assert_eq!(left, Left::Ended);
    assert!(said.len() < 1_000_000);
}
