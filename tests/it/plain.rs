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

/// The sixth entry of the menu reads all numbers and duties out, the short form at the turn's beginning leaves the law away.
#[test]
fn what_a_duty_is_modelled_on_is_read_out_in_full() {
    let people = [SeatId(0)];
    let seating = Seating::Apart(people.to_vec());
    let law = "Modelled on Law 21.663";
    let mut begun = session("common-voice", 3, &people);
    let (said, _) = answer(&mut begun, &seating, "1\n1\n");
    assert!(
        said.contains("Early alert") && !said.contains(law),
        "{said}"
    );
    let mut begun = session("common-voice", 3, &people);
    let (said, _) = answer(&mut begun, &seating, "1\n1\n6\n");
    assert!(said.contains(law), "{said}");
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

/// What a hand that slips types at any question, and what answers it.
#[test]
fn a_clumsy_hand_is_told_what_helps() {
    let people = [SeatId(0)];
    let seating = Seating::Apart(people.to_vec());
    let play = |input: &str| {
        let mut session = session("common-voice", 5, &people);
        answer(&mut session, &seating, input).0
    };
    let begin = "1\n1\n";
    let essay = "The team believes that. ".repeat(400);
    for (typed, wanted) in [
        // A number with its stop is a number; one that is alone is asked for by itself.
        ("1.\nno\n".to_owned(), "Please answer with 1, or q"),
        // Far from its question, the question comes again.
        ("no\n".repeat(5), "2. Stop here\nPlease answer"),
        // Where there is nothing, that is said.
        (format!("{begin}3\n"), "nothing that you could share"),
        (format!("{begin}5\n"), "hold no facts yet"),
        // What many acts have in common is said once.
        (
            format!("{begin}2\n"),
            "Not possible now (not before StartEx):\n- ",
        ),
        // What was pasted is said again, as far as it is read at a glance.
        (
            format!("{begin}9\n{essay}\n"),
            "kept with your seal: “The team",
        ),
        (format!("{begin}9\n  so \n"), "kept with your seal: “so”"),
        (format!("{begin}9\n\n"), "No reason is on record"),
        (
            format!("{begin}9\nQ\n1\n1\n"),
            "The exercise is not finished",
        ),
        // Stopping stops, in the middle of anything.
        (
            format!("{begin}10\nq\n1\n1\n1\n"),
            "The exercise is not finished",
        ),
        (
            format!("{begin}2\nquit\n1\n1\n"),
            "The exercise is not finished",
        ),
    ] {
        // Lines are broken where they are long.
        let said = play(&typed).replace("> ", "");
        assert!(said.contains(wanted), "{typed:.40}: {said}");
    }
    let listed = play(&format!("{begin}2\n"));
    let explained = listed.replace('\n', " ");
    assert_eq!(
        explained.matches("Trust fades between those").count(),
        1,
        "{listed}"
    );
    assert!(!play(&format!("{begin}9\n{essay}\n")).contains(&essay));
}
