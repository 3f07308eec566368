//! What happens to capacity, in words.

use crate::engine::ledger::capacity::Act;
use crate::engine::ledger::capacity::Event;
use crate::engine::ledger::capacity::load;
use crate::engine::ledger::capacity::volunteers;
use crate::engine::tell::Teller;
use crate::engine::tell::signed;
use crate::model::ActorId;
use crate::model::OfferId;
use crate::model::SeatId;
use crate::model::ledger::capacity::Help;
use crate::model::ledger::capacity::Read;
use crate::model::ledger::capacity::Rules;
use crate::text::Arg;
use crate::text::SafeText;

pub(super) fn help_key(help: Help) -> &'static str {
    match help {
        Help::Volunteers => "capacity-help-volunteers",
        Help::Peers => "capacity-help-peers",
        Help::Course => "capacity-help-course",
        Help::Equipment => "capacity-help-equipment",
        Help::Funding => "capacity-help-funding",
    }
}

pub(super) fn tier_key(tier: i32) -> &'static str {
    match tier {
        ..=0 => "capacity-tier-0",
        1 => "capacity-tier-1",
        2 => "capacity-tier-2",
        3 => "capacity-tier-3",
        _ => "capacity-tier-4",
    }
}

pub(super) fn fatigue_key(rules: &Rules, fatigue: i32) -> &'static str {
    match (fatigue, load::weariness(rules, fatigue)) {
        (..=9, _) => "capacity-fresh",
        (_, 0) => "capacity-working",
        (_, ..=500) => "capacity-tired",
        _ => "capacity-exhausted",
    }
}

fn offer(teller: Teller<'_>, offer: OfferId) -> [(&'static str, Arg); 4] {
    let row = &teller.scenario.book.capacity.offers[offer.index()];
    [
        ("offer", (&row.name).into()),
        ("actor", teller.actor(row.from).into()),
        ("seat", teller.seat(row.to).into()),
        ("about", (&row.about).into()),
    ]
}

pub(super) fn tell(teller: Teller<'_>, event: &Event) -> SafeText {
    let words = teller.words;
    let moved = |key: &str, seat: SeatId, by: i32, now: i32| {
        let args = [
            ("seat", teller.seat(seat).into()),
            ("by", signed(by).into()),
            ("now", now.into()),
        ];
        words.fill(key, &args)
    };
    let one = |key: &str, seat: SeatId| words.fill(key, &[("seat", teller.seat(seat).into())]);
    match *event {
        Event::Tired { seat, by, now } => moved("tell-tired", seat, by, now),
        Event::Worked { seat, now } => moved("tell-worked", seat, 0, now),
        Event::TicketsMoved { seat, by, now } => moved("tell-tickets", seat, by, now),
        Event::TierMoved { seat, by, now } => moved("tell-tier", seat, by, now),
        Event::Buried { seat, fact } | Event::Unearthed { seat, fact } => {
            let key = if matches!(event, Event::Buried { .. }) {
                "tell-buried"
            } else {
                "tell-unearthed"
            };
            let args = [
                ("seat", teller.seat(seat).into()),
                ("fact", teller.fact(fact).into()),
            ];
            words.fill(key, &args)
        }
        Event::Slipped { seat, act } => {
            let args = [
                ("seat", teller.seat(seat).into()),
                ("act", teller.act(&act).into()),
            ];
            words.fill("tell-slipped", &args)
        }
        Event::RotaMade { seat } => one("tell-rota", seat),
        Event::Learned { seat, of: None } => one("tell-norms-read", seat),
        Event::Learned { seat, of: Some(of) } => {
            let args = [
                ("seat", teller.seat(seat).into()),
                ("actor", teller.actor(of).into()),
            ];
            words.fill("tell-norms-asked", &args)
        }
        Event::Offered { offer: row, .. } => words.fill("tell-offered", &offer(teller, row)),
        Event::Accepted { offer: row, .. } => {
            words.fill("tell-offer-accepted", &offer(teller, row))
        }
        Event::Declined { offer: row } => words.fill("tell-offer-declined", &offer(teller, row)),
        Event::Withdrawn { offer: row } => words.fill("tell-offer-over", &offer(teller, row)),
        Event::Volunteers(ref event) => volunteers::tell(teller, event),
        Event::NoHelp { seat, from } => {
            let args = [
                ("seat", teller.seat(seat).into()),
                ("actor", teller.actor(from).into()),
            ];
            words.fill("tell-no-help", &args)
        }
    }
}

fn said(teller: Teller<'_>, act: Act, keys: [&'static str; 12]) -> SafeText {
    let words = teller.words;
    let one = |key: &str, actor: ActorId| words.fill(key, &[("actor", teller.actor(actor).into())]);
    match act {
        Act::Triage => words.say(keys[0]),
        Act::Rest => words.say(keys[1]),
        Act::Surge => words.say(keys[2]),
        Act::Rota => words.say(keys[3]),
        Act::ReadNorms => words.say(keys[4]),
        Act::AskNorms { of } => one(keys[5], of),
        Act::Accept { offer: row } => words.fill(keys[6], &offer(teller, row)),
        Act::Decline { offer: row } => words.fill(keys[7], &offer(teller, row)),
        Act::Plead { from } => one(keys[8], from),
        Act::BriefVolunteers { community } => words.fill(
            keys[9],
            &[("community", teller.community(community).into())],
        ),
        Act::AnswerFor { from } => one(keys[10], from),
        Act::SendVolunteers { community } => words.fill(
            keys[11],
            &[("community", teller.community(community).into())],
        ),
    }
}

pub(super) fn name(teller: Teller<'_>, act: Act) -> SafeText {
    let keys = [
        "act-triage",
        "act-rest",
        "act-surge",
        "act-rota",
        "act-read-norms",
        "act-ask-norms",
        "act-accept-offer",
        "act-decline-offer",
        "act-plead",
        "act-brief-volunteers",
        "act-answer-for",
        "act-send-volunteers",
    ];
    said(teller, act, keys)
}

pub(super) fn explain(teller: Teller<'_>, act: Act) -> SafeText {
    let keys = [
        "explain-triage",
        "explain-rest",
        "explain-surge",
        "explain-rota",
        "explain-read-norms",
        "explain-ask-norms",
        "explain-accept-offer",
        "explain-decline-offer",
        "explain-plead",
        "explain-brief-volunteers",
        "explain-answer-for",
        "explain-send-volunteers",
    ];
    said(teller, act, keys)
}

pub(super) fn row_name(teller: Teller<'_>, row: u16, column: u16) -> SafeText {
    let key = match column {
        0 => "capacity-row-fatigue",
        1 => "capacity-row-tickets",
        2 => "capacity-row-tier",
        _ => "capacity-row-slips",
    };
    let seat = SeatId(row);
    let house = teller.scenario.seats[seat.index()].actor;
    let args = [
        ("seat", teller.seat(seat).into()),
        ("actor", teller.actor(house).into()),
    ];
    teller.words.fill(key, &args)
}

pub(super) fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
    match read {
        Read::Fatigue(seat) => row_name(teller, seat.0, 0),
        Read::Tickets(seat) => row_name(teller, seat.0, 1),
        Read::Tier(seat) => row_name(teller, seat.0, 2),
        Read::Slips(seat) => row_name(teller, seat.0, 3),
        Read::Aware(seat) => {
            let seat = teller.seat(seat);
            teller
                .words
                .fill("read-knows-norms", &[("seat", seat.into())])
        }
        Read::Accepted(row) => teller.words.fill("read-accepted", &offer(teller, row)),
        Read::Free(_) | Read::Covered(_) | Read::With(_) | Read::Wrong(_) => {
            volunteers::read_name(teller, read)
        }
        Read::Declined(row) => teller.words.fill("read-declined", &offer(teller, row)),
    }
}
