//! What has become of an entry of a directory and of a path between two: what "why?" is answered with.

use crate::engine::ledger::contacts::Event;
use crate::engine::view::Subject;
use crate::model::ActorId;
use crate::model::ContactId;
use crate::model::ledger::Ledger;
use crate::model::scenario::Scenario;

/// Entries and paths stand beyond the rows of the actors' channels; a path's column is its other end.
const ENTRIES: u16 = 10_000;
const PATHS: u16 = 20_000;

/// An entry of a directory.
pub(in crate::engine) fn entry(contact: ContactId) -> Subject {
    Subject::Row(Ledger::Contacts, ENTRIES.saturating_add(contact.0), 0)
}

/// A path between one's own actor and another, or what one of the two waits for.
pub(in crate::engine) fn path(own: ActorId, with: ActorId) -> Subject {
    Subject::Row(Ledger::Contacts, PATHS.saturating_add(own.0), with.0)
}

/// Whether an event has a part in what this row shows.
pub(super) fn bears_on(scenario: &Scenario, event: &Event, row: u16, column: u16) -> bool {
    if let Some(own) = row.checked_sub(PATHS) {
        return is_of_path(event, ActorId(own), ActorId(column));
    }
    let Some(contact) = row.checked_sub(ENTRIES).map(ContactId) else {
        return false;
    };
    let directory = &scenario.book.contacts.directory;
    let Some(entry) = directory.get(contact.index()) else {
        return false;
    };
    match *event {
        Event::WentStale { contact: of }
        | Event::Found { contact: of, .. }
        | Event::NoteSent { contact: of, .. }
        | Event::Refreshed { contact: of } => of == contact,
        Event::DeadEnd { from, to, .. } => (from, to) == (entry.holder, entry.reaches),
        Event::ChannelMoved { actor, .. } => actor == entry.reaches,
        _ => false,
    }
}

fn is_of_path(event: &Event, own: ActorId, with: ActorId) -> bool {
    let are = |a: ActorId, b: ActorId| (a, b) == (own, with) || (b, a) == (own, with);
    match *event {
        Event::Agreed { by, with, .. } | Event::NotAgreed { by, with, .. } => are(by, with),
        Event::Linked { a, b, .. } => are(a, b),
        Event::Joined { member, .. } | Event::Suspended { member, .. } => {
            member == own || member == with
        }
        _ => false,
    }
}
