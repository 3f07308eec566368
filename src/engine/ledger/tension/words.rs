//! Tension in words.

use crate::engine::ledger::tension::Act;
use crate::engine::ledger::tension::Event;
use crate::engine::ledger::tension::view::Level;
use crate::engine::tell::Teller;
use crate::engine::tell::signed;
use crate::model::BlocId;
use crate::model::ledger::tension::Ambiguous;
use crate::model::ledger::tension::Channel;
use crate::model::ledger::tension::Read;
use crate::text::SafeText;

fn bloc(teller: Teller<'_>, bloc: BlocId) -> &SafeText {
    &teller.scenario.book.tension.blocs[bloc.index()].name
}

/// A message about two blocs.
pub(super) fn pair(teller: Teller<'_>, key: &str, a: BlocId, b: BlocId) -> SafeText {
    let args = [("a", bloc(teller, a).into()), ("b", bloc(teller, b).into())];
    teller.words.fill(key, &args)
}

pub(super) fn shown(teller: Teller<'_>, points: i32, level: Level) -> SafeText {
    let level = teller.words.say(match level {
        Level::Calm => "tension-calm",
        Level::Uneasy => "tension-uneasy",
        Level::High => "tension-high",
    });
    let args = [("points", points.into()), ("level", level.into())];
    teller.words.fill("tension-shown", &args)
}

pub(super) fn noticed(teller: Teller<'_>, by: BlocId, seen_by: BlocId, act: Ambiguous) -> SafeText {
    let key = match act {
        Ambiguous::Scan => "tension-noticed-scan",
        Ambiguous::Takedown => "tension-noticed-takedown",
        Ambiguous::Outage => "tension-noticed-outage",
    };
    pair(teller, key, seen_by, by)
}

pub(super) fn tell(teller: Teller<'_>, event: &Event) -> SafeText {
    match *event {
        Event::Moved { a, b, by, now } => {
            let args = [
                ("a", bloc(teller, a).into()),
                ("b", bloc(teller, b).into()),
                ("by", signed(by).into()),
                ("now", now.into()),
            ];
            teller.words.fill("tension-moved", &args)
        }
        Event::Noticed { by, seen_by, act } => noticed(teller, by, seen_by, act),
        Event::WasRead {
            by,
            seen_by,
            odds,
            wrongly,
            ..
        } => {
            let args = [
                ("a", bloc(teller, seen_by).into()),
                ("b", bloc(teller, by).into()),
                ("percent", (odds / 10).into()),
            ];
            let key = if wrongly {
                "tension-misread"
            } else {
                "tension-understood"
            };
            teller.words.fill(key, &args)
        }
        Event::Consulted { a, b, channel } => {
            let key = match channel {
                Channel::Hotline => "tension-told-hotline",
                Channel::PointOfContact => "tension-told-contact",
                Channel::Police => "tension-told-police",
            };
            pair(teller, key, a, b)
        }
        Event::Answered { a, b } => pair(teller, "tension-answered", a, b),
        Event::Allied { own, about } => pair(teller, "tension-allied", own, about),
    }
}

pub(super) fn name(teller: Teller<'_>, act: Act) -> SafeText {
    let (key, other) = match act {
        Act::Consult { with, channel } => {
            let key = match channel {
                Channel::Hotline => "act-tension-hotline",
                Channel::PointOfContact => "act-tension-contact",
                Channel::Police => "act-tension-police",
            };
            (key, with)
        }
        Act::Allies { about } => ("act-tension-allies", about),
    };
    let args = [("bloc", bloc(teller, other).into())];
    teller.words.fill(key, &args)
}

pub(super) fn explain(teller: Teller<'_>, act: Act) -> SafeText {
    teller.words.say(match act {
        Act::Consult { channel, .. } => match channel {
            Channel::Hotline => "explain-tension-hotline",
            Channel::PointOfContact => "explain-tension-contact",
            Channel::Police => "explain-tension-police",
        },
        Act::Allies { .. } => "explain-tension-allies",
    })
}

pub(super) fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
    match read {
        Read::Tension(a, b) => pair(teller, "tension-row", a, b),
        Read::Misread(a, b) => pair(teller, "read-tension-misread", a, b),
        Read::Consulted(a, b) => pair(teller, "read-tension-consulted", a, b),
        Read::EvidenceKept(a, b) => pair(teller, "read-tension-kept", a, b),
    }
}
