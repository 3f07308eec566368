//! Contacts: one's own directory with what is believed of each address, the paths one has built, and who is listed.

use crate::engine::act::Act;
use crate::engine::ledger::book::BookAct;
use crate::engine::ledger::contacts::Act as Contact;
use crate::engine::ledger::contacts::EntryView;
use crate::engine::ledger::contacts::Freshness;
use crate::engine::ledger::contacts::LinkView;
use crate::engine::ledger::contacts::history;
use crate::engine::view::ActionView;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::Tone;
use crate::engine::view::board::acts;
use crate::engine::view::board::whose;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::text::Words;

/// The board of contacts.
pub(super) const BOARD: Board = Board {
    word: "contacts",
    title: "board-contacts",
    about: "board-contacts-about",
    is_there: |view| !view.book.contacts.entries.is_empty() || !view.book.contacts.links.is_empty(),
    rows,
};

fn rows(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    let contacts = &view.book.contacts;
    // Where several share a screen, each has a directory of its own.
    let roles = view.roles.iter();
    let entries = roles.flat_map(|role| {
        let own = contacts.entries.iter();
        let own = own.filter(move |row| row.holder == role.actor);
        own.map(move |row| entry(row, role.seat, view, words))
    });
    let links = contacts.links.iter().map(|row| link(row, view, words));
    let mut rows: Vec<BoardRow> = entries.chain(links).collect();
    let panels = view.panels.iter();
    let listed = panels.filter(|panel| panel.ledger == Ledger::Contacts);
    for row in listed.flat_map(|panel| &panel.rows) {
        let Subject::Row(_, actor, column) = row.subject else {
            continue;
        };
        let about = BoardRow::new(row.label.clone(), row.shown.clone())
            .under(&words.say("board-contacts-channels"))
            .change(row.change, row.better)
            .tone(if column == 0 { Tone::Bad } else { Tone::Plain })
            .why(row.subject)
            .acts(acts(view, |action| {
                column == 0 && concerns(action.act, ActorId(actor))
            }));
        rows.push(match row.bar {
            Some((low, high, full)) => about.bar(low, high, full),
            None => about,
        });
    }
    // What one holds, in whose words.
    let words_row = |action: Act| match action {
        Act::Book(BookAct::Contacts(Contact::Render { fact, .. } | Contact::Clarify { fact })) => {
            Some(fact)
        }
        _ => None,
    };
    for card in &view.facts {
        let mut roles = view.roles.iter();
        let holder = roles.find(|role| role.actor == card.holder);
        let Some(seat) = holder.map(|role| role.seat) else {
            continue;
        };
        let about =
            |action: &ActionView| action.seat == seat && words_row(action.act) == Some(card.fact);
        if view.actions.iter().any(about) {
            let row = BoardRow::new(card.title.clone(), card.label.clone());
            rows.push(
                row.under(&words.say("board-contacts-words"))
                    .tone(Tone::Quiet)
                    .say(card.body.clone())
                    .say(words.say("board-contacts-words-about"))
                    .why(Subject::Fact(card.fact))
                    .acts(acts(view, about)),
            );
        }
    }
    // What is possible with nobody in the directory stands in a row of its own.
    let known = |actor: ActorId| contacts.entries.iter().any(|entry| entry.reaches == actor);
    let open = acts(view, |action| match action.act {
        Act::Book(BookAct::Contacts(act)) => whom(act).is_none_or(|actor| !known(actor)),
        _ => false,
    });
    if !open.is_empty() {
        let name = words.say("board-contacts-others");
        let row = BoardRow::new(name, words.say("board-contacts-none"));
        rows.push(
            row.under(&words.say("board-contacts-beyond"))
                .tone(Tone::Quiet)
                .say(words.say("board-contacts-beyond-about"))
                .acts(open),
        );
    }
    rows
}

fn entry(entry: &EntryView, seat: SeatId, view: &SeatView, words: &Words) -> BoardRow {
    let tone = match entry.freshness {
        Freshness::Fresh => Tone::Good,
        Freshness::Unproven => Tone::Quiet,
        Freshness::Asked => Tone::Open,
        Freshness::Dead => Tone::Bad,
    };
    let args = [
        ("whom", (&entry.whom).into()),
        ("officer", (&entry.officer).into()),
        ("concern", (&entry.concern).into()),
        ("route", (&entry.route).into()),
        ("fresh", (&entry.shown).into()),
        ("local", (&entry.local).into()),
        ("hours", (&entry.hours).into()),
        ("languages", (&entry.languages).into()),
    ];
    let at_work = if entry.is_open {
        "board-contacts-open"
    } else {
        "board-contacts-shut"
    };
    let route = if entry.route == words.say("contacts-formal") {
        "board-contacts-formal"
    } else {
        "board-contacts-personal"
    };
    let mut row = BoardRow::new(
        words.fill("board-contacts-name", &args),
        if entry.is_elsewhere {
            words.fill("board-contacts-shown", &args)
        } else {
            entry.shown.clone()
        },
    )
    .under(&whose(view, words.say("board-contacts-directory"), seat))
    .tone(tone)
    .say(words.fill(at_work, &args));
    if !entry.officer.is_empty() {
        row = row.say(words.fill("board-contacts-officer", &args));
    }
    row = row.say(words.say(route));
    if !entry.languages.is_empty() {
        row = row.say(words.fill("board-contacts-languages", &args));
    }
    let row = row.why(history::entry(entry.contact));
    row.acts(acts(view, |action| match action.act {
        Act::Book(BookAct::Contacts(Contact::Ping { contact } | Contact::SendNote { contact })) => {
            contact == entry.contact
        }
        act => action.seat == seat && concerns(act, entry.reaches),
    }))
}

fn link(link: &LinkView, view: &SeatView, words: &Words) -> BoardRow {
    let (key, tone) = if link.is_waiting {
        ("board-contacts-waiting", Tone::Open)
    } else {
        ("board-contacts-path", Tone::Good)
    };
    BoardRow::new(link.shown.clone(), words.say(key))
        .under(&words.say("board-contacts-paths"))
        .tone(tone)
        .say(link.shown.clone())
        .why(history::path(link.own, link.with))
        .acts(acts(view, |action| concerns(action.act, link.with)))
}

/// Whom an act that is not about an entry concerns.
fn whom(act: Contact) -> Option<ActorId> {
    match act {
        Contact::Search { to } | Contact::OpenDoor { to } => Some(to),
        Contact::Arrange { with } | Contact::Convene { with, .. } => Some(with),
        Contact::Join { .. } => None,
        Contact::AgreeMarkings { with } => Some(with),
        // These stand with their entries and with the words for what one holds.
        Contact::Ping { .. }
        | Contact::SendNote { .. }
        | Contact::Render { .. }
        | Contact::Clarify { .. } => Some(ActorId(u16::MAX)),
    }
}

fn concerns(act: Act, actor: ActorId) -> bool {
    match act {
        Act::Book(BookAct::Contacts(act)) => whom(act) == Some(actor),
        Act::KeepInTouch { with } => with == actor,
        Act::Ask { of } => of == actor,
        _ => false,
    }
}
