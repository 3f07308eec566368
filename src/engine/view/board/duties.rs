//! Duties: the reporting clocks, whom they go to and by which wall clock, and what became of them.

use crate::engine::act::Act;
use crate::engine::view::DutyStatus;
use crate::engine::view::DutyView;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::Tone;
use crate::engine::view::board::acts;
use crate::engine::view::ledgers::ClockView;
use crate::model::time::Span;
use crate::text::SafeText;
use crate::text::Words;

/// The board of duties.
pub(super) const BOARD: Board = Board {
    word: "duties",
    title: "board-duties",
    about: "board-duties-about",
    is_there: |view| !view.duties.is_empty(),
    rows,
};

/// The duties in the order of the rows: running ones by their deadline, then what was missed, what waits, what is done.
pub fn duties(view: &SeatView) -> Vec<&DutyView> {
    let mut duties: Vec<&DutyView> = view.duties.iter().collect();
    duties.sort_by_key(|duty| (rank(duty.status), duty.minutes_left));
    duties
}

/// A duty's clock on the walls.
pub fn clock<'a>(view: &'a SeatView, duty: &DutyView) -> Option<&'a ClockView> {
    let mut clocks = view.ledgers.clocks.iter();
    clocks.find(|clock| clock.duty == duty.duty)
}

/// The time to a duty's deadline in words, late or left; empty where no clock runs.
pub fn left(duty: &DutyView, words: &Words) -> SafeText {
    let Some(minutes) = duty
        .minutes_left
        .filter(|_| duty.status == DutyStatus::Running)
    else {
        return SafeText::empty();
    };
    let span = SafeText::line(&Span(minutes.saturating_abs()).to_string());
    let key = if minutes < 0 {
        "board-duties-over"
    } else {
        "board-duties-left"
    };
    words.fill(key, &[("left", span.into())])
}

fn rank(status: DutyStatus) -> u8 {
    match status {
        DutyStatus::Running => 0,
        DutyStatus::Missed => 1,
        DutyStatus::Idle => 2,
        DutyStatus::Met => 3,
        DutyStatus::Stopped => 4,
    }
}

fn rows(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    duties(view)
        .into_iter()
        .map(|duty| row(duty, view, words))
        .collect()
}

fn row(duty: &DutyView, view: &SeatView, words: &Words) -> BoardRow {
    let (group, tone) = match duty.status {
        DutyStatus::Running => ("board-duties-running", Tone::Open),
        DutyStatus::Missed => ("board-duties-missed", Tone::Bad),
        DutyStatus::Idle => ("board-duties-idle", Tone::Quiet),
        DutyStatus::Met => ("board-duties-met", Tone::Good),
        DutyStatus::Stopped => ("board-duties-stopped", Tone::Quiet),
    };
    let shown = match duty.status {
        DutyStatus::Running => left(duty, words),
        DutyStatus::Idle => duty.trigger.clone(),
        DutyStatus::Met => words.say("play-duty-met"),
        DutyStatus::Missed => words.say("play-duty-missed"),
        DutyStatus::Stopped => words.say("play-duty-stopped"),
    };
    let args = [
        ("recipient", (&duty.recipient).into()),
        ("trigger", (&duty.trigger).into()),
    ];
    let mut row = BoardRow::new(duty.name.clone(), shown)
        .under(&words.say(group))
        .tone(tone);
    if let Some(clock) = clock(view, duty) {
        for sentence in walls(clock, duty, words) {
            row = row.say(sentence);
        }
    }
    row = row
        .say(words.fill("board-duties-to", &args))
        .say(words.fill("board-duties-trigger", &args))
        .say(if duty.terms.is_empty() {
            SafeText::empty()
        } else {
            words.fill("board-duties-terms", &[("terms", (&duty.terms).into())])
        })
        .say(duty.modelled.clone())
        .say(duty.about.clone());
    for note in &duty.notes {
        row = row.say(note.clone());
    }
    if let Some(clock) = clock(view, duty) {
        for (turn, text) in clock.notes.iter().rev() {
            let args = [("turn", (*turn).into()), ("text", text.into())];
            row = row.say(words.fill("board-duties-note", &args));
        }
    }
    row.why(Subject::Duty(duty.duty))
        .acts(acts(view, |action| concerns(action.act, duty)))
}

fn concerns(act: Act, duty: &DutyView) -> bool {
    match act {
        Act::Report { duty: about, .. }
        | Act::Determine { duty: about }
        | Act::AskExtension { duty: about } => about == duty.duty,
        _ => false,
    }
}

/// What the clocks on the walls say, of the holder and of the recipient.
fn walls(clock: &ClockView, duty: &DutyView, words: &Words) -> Vec<SafeText> {
    let time = |time: Option<crate::model::time::ExerciseTime>| {
        SafeText::line(&time.map(|time| time.to_string()).unwrap_or_default())
    };
    let args = [
        ("started", time(clock.started).into()),
        ("due", time(duty.due).into()),
        ("holder", (&clock.holder).into()),
        ("recipient", (&duty.recipient).into()),
        ("holder-due", (&clock.holder_due).into()),
        ("recipient-due", (&clock.recipient_due).into()),
        ("holder-now", (&clock.holder_now).into()),
        ("recipient-now", (&clock.recipient_now).into()),
    ];
    let mut said = Vec::new();
    if duty.due.is_some() {
        if clock.started.is_some() {
            let key = if duty.status == DutyStatus::Running {
                "board-duties-due"
            } else {
                "board-duties-was-due"
            };
            said.push(words.fill(key, &args));
        }
        if clock.holder_due == clock.recipient_due {
            said.push(words.fill("board-duties-both", &args));
        } else {
            said.push(words.fill("board-duties-holder", &args));
            said.push(words.fill("board-duties-recipient", &args));
        }
    }
    said.push(words.fill(
        if clock.recipient_open {
            "board-duties-open"
        } else {
            "board-duties-closed"
        },
        &args,
    ));
    said
}
