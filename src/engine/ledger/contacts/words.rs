//! What happens to contacts, in words.

use crate::engine::ledger::contacts::Act;
use crate::engine::ledger::contacts::Bond;
use crate::engine::ledger::contacts::Event;
use crate::engine::ledger::contacts::Grasp;
use crate::engine::tell::Teller;
use crate::model::ActorId;
use crate::model::ContactId;
use crate::model::FactId;
use crate::model::ledger::contacts::Concern;
use crate::model::ledger::contacts::Read;
use crate::model::ledger::contacts::Register;
use crate::model::ledger::contacts::Route;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;

pub(super) fn concern_key(concern: Concern) -> &'static str {
    match concern {
        Concern::Technical => "contacts-technical",
        Concern::Diplomatic => "contacts-diplomatic",
        Concern::Policy => "contacts-policy",
        Concern::LawEnforcement => "contacts-law-enforcement",
    }
}

pub(super) fn route_key(route: Route) -> &'static str {
    match route {
        Route::Formal => "contacts-formal",
        Route::Personal => "contacts-personal",
    }
}

/// What tells an entry from others to the same actor: whom it leads to and what that one deals with.
fn entry(teller: Teller<'_>, contact: ContactId) -> [(&'static str, Arg); 4] {
    let row = &teller.scenario.book.contacts.directory[contact.index()];
    let route = teller.words.say(route_key(row.route));
    [
        ("actor", teller.actor(row.reaches).into()),
        ("holder", teller.actor(row.holder).into()),
        ("concern", teller.words.say(concern_key(row.concern)).into()),
        ("route", route.into()),
    ]
}

fn pair(teller: Teller<'_>, by: ActorId, with: ActorId) -> [(&'static str, Arg); 2] {
    [
        ("by", teller.actor(by).into()),
        ("with", teller.actor(with).into()),
    ]
}

/// Who read what of whom.
fn read(
    teller: Teller<'_>,
    reader: ActorId,
    fact: FactId,
    from: ActorId,
) -> [(&'static str, Arg); 3] {
    [
        ("by", teller.actor(reader).into()),
        ("with", teller.actor(from).into()),
        ("fact", teller.fact(fact).into()),
    ]
}

pub(super) fn register_key(register: Register) -> &'static str {
    match register {
        Register::Technical => "contacts-words-technical",
        Register::Diplomatic => "contacts-words-diplomatic",
        Register::Legal => "contacts-words-legal",
    }
}

pub(super) fn tell(teller: Teller<'_>, event: &Event) -> SafeText {
    let words = teller.words;
    match *event {
        Event::WentStale { contact } => words.fill("tell-contact-stale", &entry(teller, contact)),
        Event::Found { contact, alive } => {
            let key = if alive {
                "tell-contact-answers"
            } else {
                "tell-contact-dead"
            };
            words.fill(key, &entry(teller, contact))
        }
        Event::NoteSent { contact, .. } => words.fill("tell-contact-note", &entry(teller, contact)),
        Event::Refreshed { contact } => {
            words.fill("tell-contact-refreshed", &entry(teller, contact))
        }
        Event::DeadEnd {
            from,
            to,
            searching,
        } => {
            let key = if searching {
                "tell-search-dead-end"
            } else {
                "tell-dead-end"
            };
            words.fill(key, &pair(teller, from, to))
        }
        Event::Agreed { by, with, bond } => {
            let key = match bond {
                Bond::Door => "tell-door-offered",
                Bond::Meeting => "tell-meeting-offered",
                Bond::Markings => "tell-markings-offered",
                _ => "tell-gateway-offered",
            };
            words.fill(key, &pair(teller, by, with))
        }
        Event::NotAgreed { by, with, bond } => {
            let key = match bond {
                Bond::Door => "tell-door-refused",
                Bond::Meeting => "tell-meeting-refused",
                Bond::Markings => "tell-markings-refused",
                _ => "tell-gateway-refused",
            };
            words.fill(key, &pair(teller, by, with))
        }
        Event::Linked { a, b, bond, .. } => {
            let key = match bond {
                Bond::Found => "tell-path-found",
                Bond::Door => "tell-door-open",
                Bond::Forum => "tell-forum-path",
                Bond::Gateway => "tell-gateway-made",
                Bond::Meeting => "tell-meeting-held",
                Bond::Markings => "tell-markings-agreed",
            };
            words.fill(key, &pair(teller, a, b))
        }
        Event::Joined { body, member } => {
            words.fill("tell-club-joined", &pair(teller, member, body))
        }
        Event::Suspended { body, member } => {
            words.fill("tell-club-suspended", &pair(teller, member, body))
        }
        Event::ChannelMoved { actor, now, .. } => {
            let args = [
                ("actor", teller.actor(actor).into()),
                ("percent", (now / 10).into()),
            ];
            let key = if now == 0 {
                "tell-channel-closed"
            } else {
                "tell-channel-moved"
            };
            words.fill(key, &args)
        }
        Event::Rendered { by, fact, register } => {
            let args = [
                ("by", teller.actor(by).into()),
                ("fact", teller.fact(fact).into()),
                ("words", words.say(register_key(register)).into()),
            ];
            words.fill("tell-rendered", &args)
        }
        Event::Taken {
            reader,
            fact,
            from,
            grasp,
        } => {
            let key = match grasp {
                Grasp::Wrong => "tell-misread",
                Grasp::Words => "tell-read-in-words",
                Grasp::Asked => "tell-clarified",
            };
            words.fill(key, &read(teller, reader, fact, from))
        }
        Event::PutRight { reader, fact, from } => {
            words.fill("tell-put-right", &read(teller, reader, fact, from))
        }
        Event::CameApart { reader, fact, from } => {
            words.fill("tell-came-apart", &read(teller, reader, fact, from))
        }
        Event::Filed {
            reader,
            fact,
            from,
            on,
        } => {
            let key = if on { "tell-filed" } else { "tell-unfiled" };
            words.fill(key, &read(teller, reader, fact, from))
        }
    }
}

/// The catalogue's key for an act, and what fills its places.
fn said(teller: Teller<'_>, act: Act, keys: [&'static str; 10]) -> SafeText {
    let words = teller.words;
    let one = |actor: ActorId| [("actor", teller.actor(actor).into())];
    match act {
        Act::Ping { contact } => words.fill(keys[0], &entry(teller, contact)),
        Act::SendNote { contact } => words.fill(keys[1], &entry(teller, contact)),
        Act::Search { to } => words.fill(keys[2], &one(to)),
        Act::Arrange { with } => words.fill(keys[3], &one(with)),
        Act::OpenDoor { to } => words.fill(keys[4], &one(to)),
        Act::Join { body } => words.fill(keys[5], &one(body)),
        Act::Convene { by, with } => words.fill(keys[6], &pair(teller, by, with)),
        Act::Render { fact, register } => {
            let args = [
                ("fact", teller.fact(fact).into()),
                ("words", words.say(register_key(register)).into()),
            ];
            words.fill(keys[7], &args)
        }
        Act::Clarify { fact } => words.fill(keys[8], &[("fact", teller.fact(fact).into())]),
        Act::AgreeMarkings { with } => words.fill(keys[9], &one(with)),
    }
}

pub(super) fn name(teller: Teller<'_>, act: Act) -> SafeText {
    let keys = [
        "act-ping",
        "act-send-note",
        "act-search-contact",
        "act-arrange-gateway",
        "act-open-door",
        "act-join-club",
        "act-convene",
        "act-render",
        "act-clarify",
        "act-agree-markings",
    ];
    said(teller, act, keys)
}

pub(super) fn explain(teller: Teller<'_>, act: Act) -> SafeText {
    let keys = [
        "explain-ping",
        "explain-send-note",
        "explain-search-contact",
        "explain-arrange-gateway",
        "explain-open-door",
        "explain-join-club",
        "explain-convene",
        "explain-render",
        "explain-clarify",
        "explain-agree-markings",
    ];
    said(teller, act, keys)
}

pub(super) fn row_name(teller: Teller<'_>, row: u16, column: u16) -> SafeText {
    let args = [("actor", teller.actor(ActorId(row)).into())];
    let key = match column {
        0 => "contacts-row-channel",
        1 => "contacts-row-dead-ends",
        _ => "contacts-row-misreadings",
    };
    teller.words.fill(key, &args)
}

fn held(teller: Teller<'_>, actor: ActorId, fact: FactId) -> [(&'static str, Arg); 2] {
    [
        ("actor", teller.actor(actor).into()),
        ("fact", teller.fact(fact).into()),
    ]
}

pub(super) fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
    let words = teller.words;
    match read {
        Read::Reachable(contact) => words.fill("read-reachable", &entry(teller, contact)),
        Read::Path(from, to) => words.fill("read-path", &pair(teller, from, to)),
        Read::Channel(actor) => row_name(teller, actor.0, 0),
        Read::DeadEnds(actor) => row_name(teller, actor.0, 1),
        Read::Safe(from, to) => words.fill("read-safe-channel", &pair(teller, from, to)),
        Read::Misread(actor, fact) => words.fill("read-misread", &held(teller, actor, fact)),
        Read::Misunderstandings(actor) => row_name(teller, actor.0, 2),
        Read::InWords(actor, fact) => words.fill("read-in-words", &held(teller, actor, fact)),
        Read::Markings(from, to) => words.fill("read-markings-agreed", &pair(teller, from, to)),
    }
}

/// The name of a language by its tag; the tag itself where the catalogue has no name for it.
pub(super) fn language(words: &Words, tag: &str) -> SafeText {
    words.say(match tag {
        "ar" => "language-ar",
        "de" => "language-de",
        "en" => "language-en",
        "es" => "language-es",
        "fr" => "language-fr",
        "id" => "language-id",
        "ja" => "language-ja",
        "pt" => "language-pt",
        "sw" => "language-sw",
        "th" => "language-th",
        "vi" => "language-vi",
        "zh" => "language-zh",
        _ => return SafeText::line(tag),
    })
}
