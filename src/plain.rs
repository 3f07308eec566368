//! The line mode: an exercise as questions and answers, for screen readers, pipes and tests.
//!
//! Numbers choose, and `1` at every question reaches the end. No drawing characters, no colours, no redrawing: every line
//! is said once, in the order of the exercise.

mod acts;
mod boards;
mod debrief;
mod plan;
mod prompt;
mod read;
mod turn;

use std::io;
use std::io::BufRead;
use std::io::Write;

use crate::engine::command::Holder;
use crate::model::SeatId;
use crate::plain::prompt::Answer;
use crate::plain::prompt::Prompt;
use crate::session::Refusal;
use crate::session::Seating;
use crate::session::Session;
use crate::session::Stop;
use crate::text::SafeText;

/// How a run of the line mode ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// At the end of the debrief.
    Ended,
    /// Before it: the exercise can be resumed.
    Early,
}

/// Plays an exercise to the end, or until the input ends.
///
/// # Errors
/// If input or output fails.
pub fn run(
    session: &mut Session,
    seating: &Seating,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<Left> {
    let words = session.shared_words();
    let mut prompt = Prompt::new(input, out, &words);
    let left = play(session, seating, &mut prompt)?;
    if left == Left::Early {
        prompt.say(&words.say("plain-left"))?;
        if let Some(path) = session.path() {
            let path = path.display().to_string();
            prompt.copyable(&words.fill("plain-resume", &[("path", path.into())]))?;
        }
    }
    Ok(left)
}

fn play(session: &mut Session, seating: &Seating, prompt: &mut Prompt<'_>) -> io::Result<Left> {
    if welcome(session, seating, prompt)? == Answer::End {
        return Ok(Left::Early);
    }
    loop {
        // An exercise may have been left while it was paused.
        if session.is_paused() && !paused(session, prompt)? {
            return Ok(Left::Early);
        }
        let step = match session.stop() {
            Some(Stop::Over) => {
                debrief::tell(session, seating, prompt)?;
                return Ok(Left::Ended);
            }
            Some(Stop::Commit(turn)) => commit(session, seating, turn, prompt)?,
            Some(Stop::Reveal) => reveal(session, seating, prompt)?,
            None => Answer::Pick(0),
        };
        if step == Answer::End {
            return Ok(Left::Early);
        }
        if let Err(refusal) = session.proceed() {
            prompt.say(refusal.words())?;
            if matches!(refusal, Refusal::Broken(..)) {
                return Ok(Left::Early);
            }
        }
    }
}

fn paused(session: &mut Session, prompt: &mut Prompt<'_>) -> io::Result<bool> {
    let words = session.shared_words();
    let go_on = prompt.ask(
        &words.say("plain-paused"),
        &[words.say("plain-resume-play"), words.say("plain-quit")],
    )?;
    if go_on != Answer::Pick(0) {
        return Ok(false);
    }
    if let Err(refusal) = session.submit(&crate::engine::command::Command::Resume, None) {
        prompt.say(refusal.words())?;
    }
    Ok(true)
}

/// Title, marking, who plays what, and each role card.
fn welcome(
    session: &mut Session,
    seating: &Seating,
    prompt: &mut Prompt<'_>,
) -> io::Result<Answer> {
    let words = session.shared_words();
    let about = session.scenario().about.clone();
    prompt.say(&words.say("plain-exercise"))?;
    prompt.heading(&about.title)?;
    prompt.block(&about.summary)?;
    prompt.say(&words.say("plain-how"))?;
    if let Some(recovered) = session.recovered() {
        prompt.say(&recovered.words(&words))?;
    }
    if !about.content_note.is_empty() {
        prompt.block(&about.content_note)?;
        let on = prompt.ask(
            &words.say("plain-content-note"),
            &[words.say("plain-go-on"), words.say("plain-quit")],
        )?;
        if on != Answer::Pick(0) {
            return Ok(Answer::End);
        }
    }
    for (place, seats) in seating.views().into_iter().enumerate() {
        if hand_over(session, seating, place, seats, prompt)? == Answer::End {
            return Ok(Answer::End);
        }
        let view = session.view(seats);
        for role in &view.roles {
            read::role(role, prompt)?;
        }
        for other in view
            .table
            .iter()
            .filter(|holder| !seats.contains(&holder.seat))
        {
            let key = if other.is_bot {
                "plain-other-bot"
            } else {
                "plain-other"
            };
            let args = [
                ("seat", (&other.title).into()),
                ("holder", (&other.holder).into()),
            ];
            prompt.say(&words.fill(key, &args))?;
        }
        if prompt.ask(&words.say("plain-ready"), &[words.say("plain-begin")])? == Answer::End {
            return Ok(Answer::End);
        }
    }
    Ok(Answer::Pick(0))
}

/// With several people at one machine, whoever is next takes the chair; nothing of theirs is said before.
fn hand_over(
    session: &Session,
    seating: &Seating,
    place: usize,
    seats: &[SeatId],
    prompt: &mut Prompt<'_>,
) -> io::Result<Answer> {
    let several = matches!(seating, Seating::Apart(all) if all.len() > 1);
    if !several || (place == 0 && session.events().is_empty()) {
        return Ok(Answer::Pick(0));
    }
    let words = session.shared_words();
    let seat = &session.scenario().seats[seats[0].index()].title;
    let question = words.fill("plain-hand-over", &[("seat", seat.into())]);
    prompt.ask(
        &question,
        &[words.fill("plain-i-am", &[("seat", seat.into())])],
    )
}

fn commit(
    session: &mut Session,
    seating: &Seating,
    turn: Option<SeatId>,
    prompt: &mut Prompt<'_>,
) -> io::Result<Answer> {
    for (place, seats) in seating.views().into_iter().enumerate() {
        if turn.is_some_and(|turn| !seats.contains(&turn)) {
            continue;
        }
        // A seat that sealed before the exercise was left keeps its seal; a bot that took a seat over plays it.
        let wants = |seat: &SeatId| {
            turn.is_none_or(|turn| turn == *seat)
                && !session.truth().has_sealed(*seat)
                && !matches!(session.truth().holder(*seat), Some(Holder::Bot { .. }))
        };
        let acting: Vec<SeatId> = seats.iter().copied().filter(wants).collect();
        if acting.is_empty() {
            continue;
        }
        if hand_over(session, seating, place, seats, prompt)? == Answer::End
            || turn::play(session, seats, &acting, prompt)? == Answer::End
        {
            return Ok(Answer::End);
        }
    }
    Ok(Answer::Pick(0))
}

fn reveal(session: &mut Session, seating: &Seating, prompt: &mut Prompt<'_>) -> io::Result<Answer> {
    let words = session.shared_words();
    for (place, seats) in seating.views().into_iter().enumerate() {
        if hand_over(session, seating, place, seats, prompt)? == Answer::End {
            return Ok(Answer::End);
        }
        let view = session.view(seats);
        prompt.heading(&words.fill("plain-reveal", &[("turn", view.turn.into())]))?;
        if view.reveal.is_empty() {
            prompt.say(&words.say("plain-nothing-changed"))?;
        }
        for line in &view.reveal {
            read::reveal(line, prompt)?;
        }
        loop {
            let options: [SafeText; 2] = [words.say("plain-go-on"), words.say("plain-ask-why")];
            match prompt.ask(&words.say("plain-after-reveal"), &options)? {
                Answer::Pick(1) => read::why(session, seats, prompt)?,
                Answer::Pick(_) => break,
                Answer::End => return Ok(Answer::End),
            }
        }
    }
    Ok(Answer::Pick(0))
}
