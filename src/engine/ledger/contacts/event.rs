//! What happens to contacts, and to what gets there.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::ledger::contacts::Bond;
use crate::model::ActorId;
use crate::model::ContactId;
use crate::model::FactId;
use crate::model::ledger::contacts::Register;

/// What happens in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// Nobody is at that address any more.
    WentStale {
        contact: ContactId,
    },
    /// Its holder tried an address.
    Found {
        contact: ContactId,
        alive: bool,
    },
    /// A note verbale asks for the present address.
    NoteSent {
        contact: ContactId,
        due: u16,
    },
    /// The entry is up to date.
    Refreshed {
        contact: ContactId,
    },
    /// Nobody answered.
    DeadEnd {
        from: ActorId,
        to: ActorId,
        searching: bool,
    },
    /// One has agreed and waits for the other.
    Agreed {
        by: ActorId,
        with: ActorId,
        bond: Bond,
    },
    /// The other would not.
    NotAgreed {
        by: ActorId,
        with: ActorId,
        bond: Bond,
    },
    /// There is a path between two.
    Linked {
        a: ActorId,
        b: ActorId,
        bond: Bond,
        until: Option<u16>,
    },
    Joined {
        body: ActorId,
        member: ActorId,
    },
    Suspended {
        body: ActorId,
        member: ActorId,
    },
    /// How many of a thousand messages to and from an actor get through changed.
    ChannelMoved {
        actor: ActorId,
        by: i32,
        now: i32,
    },
    /// A fact is there in the words of another community from now on.
    Rendered {
        by: ActorId,
        fact: FactId,
        register: Register,
    },
    /// How an actor takes what it was sent. That it takes it wrong it does not know.
    Taken {
        reader: ActorId,
        fact: FactId,
        from: ActorId,
        grasp: Grasp,
    },
    /// What was misread is put right between the two.
    PutRight {
        reader: ActorId,
        fact: FactId,
        from: ActorId,
    },
    /// That it was misread came to light at somebody else's table.
    CameApart {
        reader: ActorId,
        fact: FactId,
        from: ActorId,
    },
    /// A registry that has no TLP filed it as classified, or let it go again.
    Filed {
        reader: ActorId,
        fact: FactId,
        from: ActorId,
        on: bool,
    },
}

/// How an actor takes a fact that came in another community's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grasp {
    /// For what it does not say.
    Wrong,
    /// In words of its own community.
    Words,
    /// It has asked what it means.
    Asked,
}
