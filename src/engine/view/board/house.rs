//! Our house: whom one answers to, what leave one has, how tired one's people are, what lies about, and who offers help.

use crate::engine::act::Act;
use crate::engine::ledger::book::BookAct;
use crate::engine::ledger::capacity;
use crate::engine::ledger::capacity::CrewView;
use crate::engine::ledger::capacity::OfferView;
use crate::engine::ledger::capacity::SiteView;
use crate::engine::ledger::capacity::Standing;
use crate::engine::ledger::mandate;
use crate::engine::ledger::mandate::HouseView;
use crate::engine::ledger::mandate::PermitView;
use crate::engine::ledger::mandate::Status;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::Tone;
use crate::engine::view::board::acts;
use crate::engine::view::board::whose;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::text::SafeText;
use crate::text::Words;

/// The board of mandate and capacity.
pub(super) const BOARD: Board = Board {
    word: "house",
    title: "board-house",
    about: "board-house-about",
    is_there: |view| {
        let (mandate, capacity) = (&view.book.mandate, &view.book.capacity);
        !mandate.houses.is_empty() || !mandate.permits.is_empty() || !capacity.crews.is_empty()
    },
    rows,
};

fn rows(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    let (mandate, capacity) = (&view.book.mandate, &view.book.capacity);
    let mut rows = Vec::new();
    rows.extend(
        capacity
            .crews
            .iter()
            .flat_map(|crew| people(crew, view, words)),
    );
    rows.extend(mandate.permits.iter().map(|row| permit(row, view, words)));
    rows.extend(mandate.houses.iter().map(|row| house(row, view, words)));
    rows.extend(capacity.sites.iter().map(|row| site(row, view, words)));
    rows.extend(ransom(view, words));
    rows.extend(capacity.offers.iter().map(|row| offer(row, view, words)));
    let declared = words.say("board-house-declared");
    for text in &mandate.policies {
        let row = BoardRow::new(text.clone(), SafeText::empty());
        rows.push(row.under(&declared).say(words.say("board-house-policy")));
    }
    for (team, name, signed) in &mandate.charter {
        let (key, tone) = if *signed {
            ("board-house-signed", Tone::Good)
        } else {
            ("board-house-unsigned", Tone::Quiet)
        };
        let row = BoardRow::new(name.clone(), words.say(key))
            .under(&words.say("board-house-charter"))
            .tone(tone)
            .say(words.say("explain-sign-charter"))
            .why(mandate::history::signature(*team));
        rows.push(row.acts(of_mandate(view, |act| act == mandate::Act::SignCharter)));
    }
    rows
}

fn of_mandate(view: &SeatView, is: impl Fn(mandate::Act) -> bool) -> Vec<usize> {
    acts(view, |action| match action.act {
        Act::Book(BookAct::Mandate(act)) => is(act),
        _ => false,
    })
}

/// What the people of a seat can do themselves.
fn of_capacity(view: &SeatView, seat: SeatId, is: impl Fn(capacity::Act) -> bool) -> Vec<usize> {
    acts(view, |action| match action.act {
        Act::Book(BookAct::Capacity(act)) => action.seat == seat && is(act),
        _ => false,
    })
}

/// How much the number in a row of a ledger has changed, and whether that is for the better.
fn change(view: &SeatView, about: Subject) -> (i32, Option<bool>) {
    let rows = view.panels.iter().flat_map(|panel| &panel.rows);
    let mut rows = rows.filter(|row| row.subject == about);
    rows.next()
        .map_or((0, None), |row| (row.change, row.better))
}

fn people(crew: &CrewView, view: &SeatView, words: &Words) -> Vec<BoardRow> {
    let group = whose(view, words.say("board-house-people"), crew.seat);
    let row = |column: u16, key: &str, shown: SafeText| {
        let about = Subject::Row(Ledger::Capacity, crew.seat.0, column);
        let (by, better) = change(view, about);
        BoardRow::new(words.say(key), shown)
            .under(&group)
            .change(by, better)
            .why(about)
    };
    let tired = if crew.fatigue >= 70 {
        Tone::Bad
    } else if crew.fatigue >= 40 {
        Tone::Open
    } else {
        Tone::Good
    };
    let args = [
        ("worked", crew.worked.into()),
        ("fresh", crew.fresh.into()),
        ("tickets", crew.tickets.into()),
        ("room", crew.room.into()),
    ];
    let rota = if crew.has_rota {
        "board-house-rota"
    } else {
        "board-house-no-rota"
    };
    let rest = |act| {
        matches!(
            act,
            capacity::Act::Rest
                | capacity::Act::Surge
                | capacity::Act::Rota
                | capacity::Act::Plead { .. }
        )
    };
    let fatigue = row(0, "board-house-fatigue", crew.fatigue_shown.clone())
        .bar(crew.fatigue, crew.fatigue, 100)
        .tone(tired)
        .say(words.fill("board-house-worked", &args))
        .say(words.say(rota))
        .acts(of_capacity(view, crew.seat, rest));
    let heap = if crew.tickets > crew.room {
        Tone::Bad
    } else if crew.tickets > 0 {
        Tone::Open
    } else {
        Tone::Good
    };
    let tickets = row(
        1,
        "board-house-tickets",
        words.fill("board-house-heap", &args),
    )
    .tone(heap)
    .say(words.fill("board-house-room", &args))
    .say(words.say("board-house-signal"))
    .acts(of_capacity(view, crew.seat, |act| {
        act == capacity::Act::Triage
    }));
    let tier = row(2, "board-house-tier", crew.tier_shown.clone()).bar(crew.tier, crew.tier, 4);
    let (key, tone) = if crew.knows_norms {
        ("board-house-aware", Tone::Good)
    } else {
        ("board-house-unaware", Tone::Quiet)
    };
    let learns = |act| {
        matches!(
            act,
            capacity::Act::ReadNorms | capacity::Act::AskNorms { .. }
        )
    };
    let mut norms = BoardRow::new(words.say("board-house-norms"), words.say(key))
        .under(&group)
        .tone(tone)
        .why(capacity::history::norms(crew.seat))
        .acts(of_capacity(view, crew.seat, learns));
    norms = if crew.knows_norms {
        norms.say(words.say("explain-read-norms"))
    } else {
        norms.say(words.say("board-house-unaware-about"))
    };
    vec![fatigue, tickets, tier, norms]
}

fn permit(row: &PermitView, view: &SeatView, words: &Words) -> BoardRow {
    let tone = match row.status {
        Status::Granted => Tone::Good,
        Status::Asked => Tone::Open,
        Status::Missing | Status::Refused => Tone::Bad,
    };
    let args = [("actor", (&row.by).into())];
    BoardRow::new(row.name.clone(), row.shown.clone())
        .under(&words.say("board-house-leave"))
        .tone(tone)
        .say(row.about.clone())
        .say(words.fill("board-house-permit", &args))
        .why(mandate::history::permit(row.permit))
        .acts(of_mandate(view, |act| {
            matches!(act, mandate::Act::AskPermit { permit } | mandate::Act::GivePermit { permit } if permit == row.permit)
        }))
}

fn house(row: &HouseView, view: &SeatView, words: &Words) -> BoardRow {
    let about = Subject::Row(Ledger::Mandate, row.actor.0, 0);
    let (by, better) = change(view, about);
    let args = [
        ("line", (&row.line).into()),
        ("kind", (&row.kind).into()),
        ("independence", row.independence.into()),
        ("approvals", row.approvals.into()),
    ];
    let (key, tone) = if row.on_hold {
        ("board-house-on-hold", Tone::Bad)
    } else {
        ("board-house-independence", Tone::Plain)
    };
    let mut shown = BoardRow::new(row.name.clone(), words.fill(key, &args))
        .under(&words.say("board-house-houses"))
        .bar(row.independence, row.independence, 100)
        .change(by, better)
        .tone(tone)
        .say(words.fill("board-house-line", &args));
    if row.approvals > 0 {
        shown = shown.say(words.fill("board-house-approvals", &args));
    }
    if row.designated {
        shown = shown.say(words.say("board-house-designated"));
    }
    let own = row.actor;
    shown
        .say(row.asked.clone())
        .say(row.handed.clone())
        .why(about)
        .acts(of_mandate(view, |act| match act {
            mandate::Act::PutHold { cert }
            | mandate::Act::LiftHold { cert }
            | mandate::Act::Designate { cert } => cert == own,
            mandate::Act::SignCharter
            | mandate::Act::AskPermit { .. }
            | mandate::Act::GivePermit { .. }
            | mandate::Act::AdviseVictim { .. }
            | mandate::Act::TryCopies { .. }
            | mandate::Act::PaymentLine { .. } => false,
            _ => true,
        }))
}

/// Where volunteers can be sent.
fn site(row: &SiteView, view: &SeatView, words: &Words) -> BoardRow {
    let tone = if row.at_work { Tone::Good } else { Tone::Quiet };
    let mut shown = BoardRow::new(row.name.clone(), row.shown.clone())
        .under(&words.say("board-house-volunteers"))
        .tone(tone);
    for line in &row.about {
        shown = shown.say(line.clone());
    }
    let shown = shown.why(capacity::history::site(row.community));
    shown.acts(acts(view, |action| match action.act {
        Act::Book(BookAct::Capacity(act)) => match act {
            capacity::Act::BriefVolunteers { community }
            | capacity::Act::SendVolunteers { community } => community == row.community,
            capacity::Act::AnswerFor { from } => from == row.from,
            _ => false,
        },
        _ => false,
    }))
}

/// What victims of extortion are asked for, and what one can say and do about it.
fn ransom(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    let group = words.say("board-house-ransom");
    let demands = view.book.mandate.demands.iter();
    let mut rows: Vec<BoardRow> = demands
        .map(|row| {
            let tone = if row.is_open { Tone::Open } else { Tone::Quiet };
            BoardRow::new(row.name.clone(), row.shown.clone())
                .under(&group)
                .tone(tone)
                .say(words.say("board-house-ransom-about"))
                .why(mandate::history::victim(row.victim))
                .acts(of_mandate(view, |act| match act {
                    mandate::Act::AdviseVictim { victim, .. }
                    | mandate::Act::TryCopies { victim } => victim == row.victim,
                    _ => false,
                }))
        })
        .collect();
    let lines = of_mandate(view, |act| matches!(act, mandate::Act::PaymentLine { .. }));
    if !lines.is_empty() {
        let row = BoardRow::new(words.say("board-house-line-on-ransom"), SafeText::empty());
        let row = row.under(&group).say(words.say("explain-payment-line"));
        rows.push(row.acts(lines));
    }
    rows
}

fn offer(row: &OfferView, view: &SeatView, words: &Words) -> BoardRow {
    let tone = match row.standing {
        Standing::Open => Tone::Open,
        Standing::Accepted => Tone::Good,
        Standing::Declined | Standing::Over => Tone::Quiet,
    };
    let args = [("actor", (&row.from).into()), ("help", (&row.help).into())];
    BoardRow::new(row.name.clone(), row.shown.clone())
        .under(&words.say("board-house-offers"))
        .tone(tone)
        .say(row.about.clone())
        .say(words.fill("board-house-offer", &args))
        .why(capacity::history::offer(row.offer))
        .acts(of_capacity(view, row.to, |act| {
            matches!(act, capacity::Act::Accept { offer } | capacity::Act::Decline { offer } if offer == row.offer)
        }))
}
