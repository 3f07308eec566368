//! Measures in words.

use crate::engine::ledger::measures::Act;
use crate::engine::ledger::measures::CHANNEL;
use crate::engine::ledger::measures::Event;
use crate::engine::ledger::measures::view::MeasureView;
use crate::engine::ledger::measures::view::PressureView;
use crate::engine::ledger::measures::view::Stage;
use crate::engine::tell::Teller;
use crate::engine::tell::signed;
use crate::model::MeasureId;
use crate::model::SeatId;
use crate::model::ledger::measures::Form;
use crate::model::ledger::measures::Read;
use crate::text::SafeText;

fn named(teller: Teller<'_>, measure: MeasureId) -> &SafeText {
    &teller.scenario.book.measures.menu[measure.index()].name
}

fn of(teller: Teller<'_>, key: &str, measure: MeasureId) -> SafeText {
    let args = [("measure", named(teller, measure).into())];
    teller.words.fill(key, &args)
}

pub(super) fn tell(teller: Teller<'_>, event: &Event) -> SafeText {
    let words = teller.words;
    match *event {
        Event::Checked { measure } => of(teller, "measures-checked", measure),
        Event::Consulted { measure } => of(teller, "measures-consulted", measure),
        Event::Exempted { measure, .. } => of(teller, "measures-exempted", measure),
        Event::Guided { measure, .. } => of(teller, "measures-guided", measure),
        Event::Dropped { measure } => of(teller, "measures-dropped", measure),
        Event::BadlyDrafted { measure } => of(teller, "measures-bad", measure),
        Event::DeterrenceDrawn { measure, .. } => of(teller, "measures-deterrence", measure),
        Event::Proposed { measure, by } => {
            let args = [
                ("measure", named(teller, measure).into()),
                ("seat", teller.seat(by).into()),
            ];
            words.fill("measures-proposed", &args)
        }
        Event::Lobbied { measure, member } | Event::Assented { measure, member } => {
            let args = [
                ("measure", named(teller, measure).into()),
                ("member", teller.actor(member).into()),
            ];
            words.fill(
                if matches!(event, Event::Lobbied { .. }) {
                    "measures-lobbied"
                } else {
                    "measures-assented"
                },
                &args,
            )
        }
        Event::Taken {
            measure,
            by,
            unchecked,
            ..
        } => {
            let seat = by.map(|seat| teller.seat(seat).clone()).unwrap_or_default();
            let args = [
                ("measure", named(teller, measure).into()),
                ("seat", seat.into()),
            ];
            words.fill(
                match (by, unchecked) {
                    (None, _) => "measures-taken",
                    (Some(_), false) => "measures-taken-by",
                    (Some(_), true) => "measures-taken-unchecked",
                },
                &args,
            )
        }
        Event::Reviewed { measure, until } => {
            let args = [
                ("measure", named(teller, measure).into()),
                ("turn", until.into()),
            ];
            words.fill("measures-reviewed", &args)
        }
        Event::Ended {
            measure, sunset, ..
        } => of(
            teller,
            if sunset {
                "measures-sunset"
            } else {
                "measures-ended"
            },
            measure,
        ),
        Event::Deterred { measure, by } => {
            let args = [
                ("measure", named(teller, measure).into()),
                ("percent", (by / 10).into()),
            ];
            words.fill("measures-deterred", &args)
        }
        Event::HeldBack { measure, from, to } => {
            let args = [
                ("measure", named(teller, measure).into()),
                ("from", teller.actor(from).into()),
                ("to", teller.actor(to).into()),
            ];
            words.fill("measures-held-back", &args)
        }
        Event::Pressed { seat, by, now } => {
            let args = [
                ("seat", teller.seat(seat).into()),
                ("by", signed(by).into()),
                ("now", now.into()),
            ];
            words.fill("measures-pressed", &args)
        }
    }
}

pub(super) fn name(teller: Teller<'_>, act: Act) -> SafeText {
    let measure = act.measure();
    match act {
        Act::Check { .. } => of(teller, "act-measures-check", measure),
        Act::Consult { .. } => of(teller, "act-measures-consult", measure),
        Act::Exempt { .. } => of(teller, "act-measures-exempt", measure),
        Act::Guide { .. } => of(teller, "act-measures-guide", measure),
        Act::Take { .. } => {
            let row = &teller.scenario.book.measures.menu[measure.index()];
            let key = if row.members.is_empty() {
                "act-measures-take"
            } else {
                "act-measures-propose"
            };
            of(teller, key, measure)
        }
        Act::Lobby { member, .. } => {
            let args = [
                ("measure", named(teller, measure).into()),
                ("member", teller.actor(member).into()),
            ];
            teller.words.fill("act-measures-lobby", &args)
        }
        Act::Assent { .. } => of(teller, "act-measures-assent", measure),
        Act::Review { .. } => of(teller, "act-measures-review", measure),
        Act::End { .. } => of(teller, "act-measures-end", measure),
    }
}

pub(super) fn explain(teller: Teller<'_>, act: Act) -> SafeText {
    let words = teller.words;
    match act {
        Act::Check { .. } => words.say("explain-measures-check"),
        Act::Consult { .. } => words.say("explain-measures-consult"),
        Act::Exempt { .. } => words.say("explain-measures-exempt"),
        Act::Guide { .. } => words.say("explain-measures-guide"),
        Act::Take { measure } => {
            let row = &teller.scenario.book.measures.menu[measure.index()];
            let form = words.say(about_form(row.form));
            SafeText::joined([&row.about, &form], " ")
        }
        Act::Lobby { .. } => words.say("explain-measures-lobby"),
        Act::Assent { .. } => words.say("explain-measures-assent"),
        Act::Review { .. } => words.say("explain-measures-review"),
        Act::End { .. } => words.say("explain-measures-end"),
    }
}

/// What is to be known of measures of a form.
fn about_form(form: Form) -> &'static str {
    match form {
        Form::Listing => "explain-measures-listing",
        Form::Countermeasure => "explain-measures-countermeasure",
        Form::LegalCase | Form::Indictment => "explain-measures-legal",
        Form::Diary => "explain-measures-diary",
        Form::Compendium => "explain-measures-compendium",
        Form::Position => "explain-measures-position",
        Form::Redress => "explain-measures-redress",
        Form::Pledge => "explain-measures-pledge",
        form if form.is_weighty() => "explain-measures-restrictive",
        _ => "explain-measures-quiet",
    }
}

pub(super) fn stage(teller: Teller<'_>, measure: &MeasureView) -> SafeText {
    let words = teller.words;
    let said = |key: &str, turn: u16| words.fill(key, &[("turn", turn.into())]);
    match measure.stage {
        Stage::Open => words.say("measures-stage-open"),
        Stage::Proposed(turn) => said("measures-stage-proposed", turn),
        Stage::Ended(turn) => said("measures-stage-ended", turn),
        Stage::Taken(_, Some(until)) => said("measures-stage-until", until),
        Stage::Taken(turn, None) => said("measures-stage-taken", turn),
    }
}

pub(super) fn pressure(teller: Teller<'_>, call: &PressureView) -> SafeText {
    let key = if call.is_loud {
        "measures-pressure-loud"
    } else {
        "measures-pressure"
    };
    teller.words.fill(key, &[("points", call.points.into())])
}

pub(super) fn row_name(teller: Teller<'_>, row: u16, column: u16) -> SafeText {
    if column == CHANNEL {
        return of(teller, "measures-row-channel", MeasureId(row));
    }
    let args = [("seat", teller.seat(SeatId(row)).into())];
    teller.words.fill("measures-row-pressure", &args)
}

pub(super) fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
    match read {
        Read::Taken(measure) => of(teller, "read-measures-taken", measure),
        Read::Proposed(measure) => of(teller, "read-measures-proposed", measure),
        Read::Exempted(measure) => of(teller, "read-measures-exempted", measure),
        Read::Checked(measure) => of(teller, "read-measures-checked", measure),
        Read::BadlyDrafted(measure) => of(teller, "read-measures-bad", measure),
        Read::Assents(measure) => of(teller, "read-measures-assents", measure),
        Read::Pressed(seat) => row_name(teller, seat.0, CHANNEL + 1),
    }
}
