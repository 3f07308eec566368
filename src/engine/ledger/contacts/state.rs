//! What is in the world for contacts, and how events change it.

use std::sync::Arc;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::ledger::contacts::Event;
use crate::engine::ledger::contacts::Grasp;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::RegionId;
use crate::model::ledger::contacts::Register;

/// What is in the world for it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct State {
    /// Per entry of the directory.
    pub(super) entries: Vec<Address>,
    /// Per actor: how many of a thousand messages get through.
    pub(super) open: Vec<i32>,
    /// Paths that were built.
    pub(super) links: Vec<Link>,
    /// Who has agreed to something with whom and waits for the other.
    pub(super) consents: Vec<(ActorId, ActorId, Bond)>,
    /// Body and member.
    pub(super) members: Vec<(ActorId, ActorId)>,
    pub(super) suspended: Vec<(ActorId, ActorId)>,
    /// Per actor.
    pub(super) dead_ends: Vec<u16>,
    /// Searches that led nowhere, by who searched for whom.
    pub(super) searches: Vec<(ActorId, ActorId, u16)>,
    /// Who has written which fact in which words.
    pub(super) rendered: Vec<(ActorId, FactId, Register)>,
    /// How readers take what came in another community's words.
    pub(super) readings: Vec<Reading>,
    /// Who has filed which fact of whom as classified.
    pub(super) filed: Vec<(ActorId, FactId, ActorId)>,
    /// Per actor: misreadings that came to light.
    pub(super) misreadings: Vec<u16>,
    /// Per actor, fixed.
    pub(super) regions: Arc<Vec<Option<RegionId>>>,
    /// Whether there is a directory at all.
    pub(super) is_kept: bool,
}

/// One entry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Address {
    pub(super) holder: ActorId,
    pub(super) reaches: ActorId,
    /// Nobody is there any more. Its holder does not know until it tries.
    pub(super) stale: bool,
    /// The holder has found nobody there.
    pub(super) is_dead: bool,
    pub(super) confirmed: Option<u16>,
    /// The answer to a note verbale comes in this turn.
    pub(super) note_due: Option<u16>,
}

/// How a reader takes a fact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    pub(super) reader: ActorId,
    pub(super) fact: FactId,
    pub(super) from: ActorId,
    pub(super) grasp: Grasp,
}

/// What two agree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Bond {
    /// Somebody was found who answers.
    Found,
    /// Response teams that opened a door between their ministries.
    Door,
    /// Members of the same forum.
    Forum,
    /// An arrangement for lawful sharing.
    Gateway,
    /// A meeting in a neutral place.
    Meeting,
    /// What a label of the one is called in the registry of the other: no path.
    Markings,
}

/// A path that was built.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Link {
    pub(super) a: ActorId,
    pub(super) b: ActorId,
    pub(super) bond: Bond,
    /// The last turn in which it holds; `None` for good.
    pub(super) until: Option<u16>,
}

impl Link {
    pub(super) fn joins(&self, a: ActorId, b: ActorId) -> bool {
        (self.a, self.b) == (a, b) || (self.a, self.b) == (b, a)
    }

    pub(super) fn holds(&self, turn: u16) -> bool {
        self.until.is_none_or(|until| until >= turn)
    }
}

impl State {
    /// How a reader takes a fact; nothing if it came in words of its own.
    pub(super) fn grasp(&self, reader: ActorId, fact: FactId) -> Option<Grasp> {
        let mut readings = self.readings.iter();
        let reading = readings.find(|row| (row.reader, row.fact) == (reader, fact));
        reading.map(|row| row.grasp)
    }

    /// Whether two have agreed what a label of the one is called in the registry of the other.
    pub(super) fn has_markings(&self, a: ActorId, b: ActorId, turn: u16) -> bool {
        let mut links = self.links.iter();
        links.any(|link| link.bond == Bond::Markings && link.joins(a, b) && link.holds(turn))
    }

    fn read(&mut self, reader: ActorId, fact: FactId, from: ActorId, grasp: Grasp) {
        self.readings
            .retain(|row| (row.reader, row.fact) != (reader, fact));
        self.readings.push(Reading {
            reader,
            fact,
            from,
            grasp,
        });
    }

    pub(super) fn fold(&mut self, event: &Event, turn: u16) {
        match *event {
            Event::WentStale { contact } => self.entries[contact.index()].stale = true,
            Event::Found { contact, alive } => {
                let entry = &mut self.entries[contact.index()];
                entry.is_dead = !alive;
                if alive {
                    entry.confirmed = Some(turn);
                }
            }
            Event::NoteSent { contact, due } => {
                self.entries[contact.index()].note_due = Some(due);
            }
            Event::Refreshed { contact } => {
                let entry = &mut self.entries[contact.index()];
                (entry.stale, entry.is_dead) = (false, false);
                (entry.confirmed, entry.note_due) = (Some(turn), None);
            }
            Event::DeadEnd {
                from,
                to,
                searching,
            } => {
                let count = &mut self.dead_ends[from.index()];
                *count = count.saturating_add(1);
                if !searching {
                    return;
                }
                let mut searches = self.searches.iter_mut();
                match searches.find(|search| (search.0, search.1) == (from, to)) {
                    Some(search) => search.2 = search.2.saturating_add(1),
                    None => self.searches.push((from, to, 1)),
                }
            }
            Event::Agreed { by, with, bond } => {
                if !self.consents.contains(&(by, with, bond)) {
                    self.consents.push((by, with, bond));
                }
            }
            Event::NotAgreed { .. } => {}
            Event::Linked { a, b, bond, until } => {
                self.links
                    .retain(|link| link.bond != bond || !link.joins(a, b));
                self.links.push(Link { a, b, bond, until });
                self.consents
                    .retain(|(by, with, of)| *of != bond || !link_joins((a, b), (*by, *with)));
            }
            Event::Joined { body, member } => self.members.push((body, member)),
            Event::Suspended { body, member } => {
                self.members.retain(|one| *one != (body, member));
                self.suspended.push((body, member));
            }
            Event::ChannelMoved { actor, now, .. } => self.open[actor.index()] = now,
            Event::Rendered { by, fact, register } => self.rendered.push((by, fact, register)),
            Event::Taken {
                reader,
                fact,
                from,
                grasp,
            } => self.read(reader, fact, from, grasp),
            Event::PutRight { reader, fact, from } => self.read(reader, fact, from, Grasp::Asked),
            Event::CameApart { reader, fact, from } => {
                self.read(reader, fact, from, Grasp::Asked);
                for actor in [reader, from] {
                    let count = &mut self.misreadings[actor.index()];
                    *count = count.saturating_add(1);
                }
            }
            Event::Filed {
                reader,
                fact,
                from,
                on,
            } => {
                self.filed
                    .retain(|(by, what, _)| (*by, *what) != (reader, fact));
                if on {
                    self.filed.push((reader, fact, from));
                }
            }
        }
    }
}

fn link_joins(link: (ActorId, ActorId), pair: (ActorId, ActorId)) -> bool {
    link == pair || link == (pair.1, pair.0)
}
