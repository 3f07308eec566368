//! Says what a seat can read: its role, its letters, its numbers and why they moved.

use std::io;

use crate::engine::view::DutyStatus;
use crate::engine::view::DutyView;
use crate::engine::view::FactView;
use crate::engine::view::LetterView;
use crate::engine::view::RevealLine;
use crate::engine::view::RoleView;
use crate::engine::view::RowView;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::board;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::plain::prompt::Answer;
use crate::plain::prompt::Prompt;
use crate::session::Session;
use crate::text::SafeText;
use crate::text::Words;

pub(super) fn role(role: &RoleView, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let words = prompt.words();
    let args = [
        ("seat", (&role.title).into()),
        ("organisation", (&role.organisation).into()),
    ];
    // Where the seat's title names its organisation, once is enough.
    let says_it = role.title.as_str().contains(role.organisation.as_str());
    let key = if says_it {
        "plain-role-titled"
    } else {
        "plain-role"
    };
    prompt.heading(&words.fill(key, &args))?;
    prompt.block(&role.brief)?;
    let lists = [
        ("plain-aims", &role.aims),
        ("plain-authority", &role.authority),
        ("plain-limits", &role.limits),
    ];
    for (key, lines) in lists {
        if !lines.is_empty() {
            prompt.say(&words.say(key))?;
            for line in lines {
                prompt.say(&words.fill("plain-item", &[("text", line.into())]))?;
            }
        }
    }
    if !role.contacts.is_empty() {
        prompt.say(&words.say("plain-contacts"))?;
        for (name, about, remark) in &role.contacts {
            let args = [
                ("name", name.into()),
                ("about", about.into()),
                ("remark", remark.into()),
            ];
            prompt.say(&words.fill("plain-contact", &args))?;
        }
    }
    Ok(())
}

pub(super) fn letter(letter: &LetterView, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let words = prompt.words();
    let args = [
        ("time", letter.time.to_string().into()),
        ("story", (&letter.story_time).into()),
        ("from", (&letter.from).into()),
        ("to", (&letter.to).into()),
        ("channel", (&letter.channel_word).into()),
        ("label", (&letter.label).into()),
        ("title", (&letter.title).into()),
    ];
    let key = if letter.is_new {
        "plain-letter-new"
    } else {
        "plain-letter"
    };
    prompt.say(&words.fill(key, &args))?;
    prompt.block(&letter.body)
}

/// What the seat sees of every ledger, a line a number. In short, of the many numbers of trust only those that changed.
pub(super) fn numbers(view: &SeatView, in_short: bool, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let words = prompt.words();
    for panel in &view.panels {
        let is_long = in_short && panel.ledger == Ledger::Trust;
        if is_long && panel.rows.iter().all(|row| row.change == 0) {
            continue;
        }
        prompt.say(&words.fill("plain-panel", &[("title", (&panel.title).into())]))?;
        for row in panel.rows.iter().filter(|row| !is_long || row.change != 0) {
            prompt.say(&number(row, words))?;
        }
    }
    for duty in &view.duties {
        prompt.say(&self::duty(duty, words))?;
        let more = duty.local_due.iter().chain(&duty.notes);
        let more = more.chain([&duty.modelled]);
        for line in more.filter(|line| !in_short && !line.is_empty()) {
            prompt.say(&words.fill("plain-duty-more", &[("text", line.into())]))?;
        }
    }
    Ok(())
}

fn number(row: &RowView, words: &Words) -> SafeText {
    let args = [
        ("label", (&row.label).into()),
        ("shown", (&row.shown).into()),
        ("change", crate::engine::tell::signed(row.change).into()),
    ];
    let key = match (row.change, row.better) {
        (0, None) => "plain-number",
        (0, Some(true)) => "plain-number-better",
        (0, Some(false)) => "plain-number-worse",
        (_, Some(true)) => "plain-number-changed-better",
        (_, Some(false)) => "plain-number-changed-worse",
        (_, None) => "plain-number-changed",
    };
    words.fill(key, &args)
}

pub(super) fn duty(duty: &DutyView, words: &Words) -> SafeText {
    let left = duty.minutes_left.unwrap_or(0);
    let args = [
        ("name", (&duty.name).into()),
        ("recipient", (&duty.recipient).into()),
        ("trigger", (&duty.trigger).into()),
        (
            "due",
            duty.due
                .map(|due| due.to_string())
                .unwrap_or_default()
                .into(),
        ),
        ("story", (&duty.story_due).into()),
        (
            "left",
            crate::model::time::Span(left.saturating_abs())
                .to_string()
                .into(),
        ),
    ];
    let key = match duty.status {
        DutyStatus::Idle => "plain-duty-idle",
        DutyStatus::Running if left < 0 => "plain-duty-over",
        DutyStatus::Running => "plain-duty-running",
        DutyStatus::Met => "plain-duty-met",
        DutyStatus::Missed => "plain-duty-missed",
        DutyStatus::Stopped => "plain-duty-stopped",
    };
    words.fill(key, &args)
}

pub(super) fn fact(fact: &FactView, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let words = prompt.words();
    let args = [
        ("title", (&fact.title).into()),
        ("kind", (&fact.kind).into()),
        ("label", (&fact.label).into()),
        ("source", (&fact.source).into()),
    ];
    let key = if fact.derived {
        "plain-fact-derived"
    } else {
        "plain-fact"
    };
    prompt.say(&words.fill(key, &args))?;
    if let Some(finding) = &fact.finding {
        prompt.say(finding)?;
    }
    if !fact.also_held_by.is_empty() {
        let names = SafeText::joined(&fact.also_held_by, ", ");
        prompt.say(&words.fill("plain-also-held", &[("names", names.into())]))?;
    }
    prompt.block(&fact.body)
}

pub(super) fn reveal(line: &RevealLine, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let words = prompt.words();
    let args = [
        ("text", (&line.text).into()),
        ("reason", (&line.reason).into()),
    ];
    let key = if line.reason.is_empty() {
        "plain-reveal-line"
    } else {
        "plain-reveal-because"
    };
    prompt.say(&words.fill(key, &args))
}

/// Asks which number, and says why it is what it is.
pub(super) fn why(session: &Session, seats: &[SeatId], prompt: &mut Prompt<'_>) -> io::Result<()> {
    let words = prompt.words();
    let view = session.view(seats);
    let mut subjects: Vec<(Subject, SafeText)> = Vec::new();
    for row in view.panels.iter().flat_map(|panel| &panel.rows) {
        let args = [
            ("label", (&row.label).into()),
            ("shown", (&row.shown).into()),
        ];
        subjects.push((row.subject, words.fill("plain-number", &args)));
    }
    subjects.extend(
        view.duties
            .iter()
            .map(|row| (Subject::Duty(row.duty), duty(row, words))),
    );
    subjects.extend(
        view.facts
            .iter()
            .map(|fact| (Subject::Fact(fact.fact), fact.title.clone())),
    );
    subjects.extend(
        view.purses
            .iter()
            .map(|purse| (Subject::Capital(purse.seat), words.say("why-capital"))),
    );
    for row in board::there(&view).flat_map(|board| (board.rows)(&view, words)) {
        let Some(about) = row.subject else { continue };
        if subjects.iter().all(|(known, _)| *known != about) {
            let args = [
                ("label", (&row.name).into()),
                ("shown", (&row.shown).into()),
            ];
            subjects.push((about, words.fill("plain-number", &args)));
        }
    }
    let mut options: Vec<SafeText> = vec![words.say("plain-back")];
    options.extend(subjects.iter().map(|(_, label)| label.clone()));
    let Answer::Pick(place @ 1..) = prompt.ask(&words.say("plain-which"), &options)? else {
        return Ok(());
    };
    let why = session.why(seats, subjects[place - 1].0);
    prompt.heading(&words.fill("plain-why", &[("label", (&subjects[place - 1].1).into())]))?;
    if why.changes.is_empty() {
        prompt.say(&words.say("plain-never-changed"))?;
    }
    for change in &why.changes {
        let args = [
            ("turn", change.turn.into()),
            ("text", (&change.text).into()),
        ];
        prompt.say(&words.fill("plain-change", &args))?;
        for cause in &change.chain {
            prompt.say(&words.fill("plain-because", &[("text", cause.into())]))?;
        }
        if change.hidden {
            prompt.say(&words.say("reason-hidden"))?;
        }
    }
    if why.earlier > 0 {
        prompt.say(&words.fill("reveal-why-earlier", &[("n", why.earlier.into())]))?;
    }
    Ok(())
}
