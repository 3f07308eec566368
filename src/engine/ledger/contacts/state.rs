//! What is in the world for contacts, and how events change it.

use std::sync::Arc;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::ledger::contacts::Event;
use crate::model::ActorId;
use crate::model::RegionId;

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
        }
    }
}

fn link_joins(link: (ActorId, ActorId), pair: (ActorId, ActorId)) -> bool {
    link == pair || link == (pair.1, pair.0)
}
