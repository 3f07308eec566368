//! Facts: who holds what under which label, how it moves, what leaks and how that comes to light.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::event::What;
use crate::engine::state::State;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::ZoneId;
use crate::model::ledger::facts::Truth;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;

mod guess;
mod leaks;
mod moving;

pub(in crate::engine) use guess::imagine;
pub(in crate::engine) use leaks::discover;
pub(in crate::engine) use leaks::leaves_boundary;
pub(in crate::engine) use moving::advise;
pub(in crate::engine) use moving::analyse;
pub(in crate::engine) use moving::answer_odds;
pub(in crate::engine) use moving::answers_for;
pub(in crate::engine) use moving::ask;
pub(in crate::engine) use moving::ask_relabel;
pub(in crate::engine) use moving::reads_advisories;
pub(in crate::engine) use moving::relabel_odds;
pub(in crate::engine) use moving::share;

/// What happens to facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FactEvent {
    /// An actor holds a fact from now on, or holds it under a wider label or in full.
    Learned {
        actor: ActorId,
        fact: FactId,
        marking: Marking,
        from: Option<ActorId>,
        derived: bool,
    },
    /// Everybody in the technical community may know it now.
    Published {
        fact: FactId,
        by: ActorId,
        derived: bool,
    },
    /// The source changed the label; everybody's holding follows.
    Relabelled { fact: FactId, tlp: Tlp },
    /// The source was asked for a wider label and said no.
    RelabelRefused {
        fact: FactId,
        by: ActorId,
        to: ActorId,
    },
    /// A version without the source was made.
    Derived { fact: FactId, by: ActorId },
    /// A derived version gave its source away all the same.
    SourceExposed { fact: FactId, by: ActorId },
    /// An analysis finished; `finding` is what the analyst now knows.
    Verified {
        fact: FactId,
        by: ActorId,
        finding: Truth,
    },
    /// Shared outside the boundary of the label it was received under, without the source's leave.
    Breached {
        fact: FactId,
        by: ActorId,
        to: ActorId,
        label: Marking,
    },
    /// The breach came to light.
    BreachFound {
        breach: u16,
        fact: FactId,
        by: ActorId,
        source: ActorId,
    },
    /// Somebody acted on an indicator that was not what it seemed.
    Misfired {
        fact: FactId,
        from: ActorId,
        at: ActorId,
        zone: ZoneId,
    },
    /// One actor asked another what it knows.
    Asked { of: ActorId, by: ActorId },
}

/// How an actor holds a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The label it was received under.
    pub marking: Marking,
    /// The turn in which it was first held.
    pub since: u16,
    /// Who passed it on; `None` for one's own or from the start.
    pub from: Option<ActorId>,
    /// Only the version without the source is held.
    pub derived: bool,
    /// What an analysis found.
    pub finding: Option<Truth>,
    /// The actor has made the version without the source itself.
    pub can_derive: bool,
}

/// A fact that left its label's boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breach {
    pub fact: FactId,
    pub by: ActorId,
    pub to: ActorId,
    pub turn: u16,
    pub found: bool,
}

pub(in crate::engine) fn apply(state: &mut State, event: &FactEvent) {
    let turn = state.turn();
    match *event {
        FactEvent::Learned {
            actor,
            fact,
            marking,
            from,
            derived,
        } => {
            let holding = state.world_mut().holding_mut(actor, fact);
            *holding = Some(match *holding {
                // The label of a derived version is not that of what one holds in full.
                Some(had) if derived && !had.derived => Holding {
                    can_derive: true,
                    ..had
                },
                Some(had) => Holding {
                    marking,
                    derived,
                    can_derive: had.can_derive || (had.derived && !derived),
                    ..had
                },
                None => Holding {
                    marking,
                    since: turn,
                    from,
                    derived,
                    finding: None,
                    can_derive: false,
                },
            });
        }
        FactEvent::Published { fact, .. } => state.published[fact.index()] = true,
        FactEvent::Relabelled { fact, tlp } => {
            let actors = state.world.actors();
            let world = state.world_mut();
            world.markings[fact.index()] = Marking::Tlp(tlp);
            for actor in (0..actors).map(ActorId::at) {
                // A derived version goes under a label of its own.
                if let Some(holding) = world.holding_mut(actor, fact)
                    && !holding.derived
                {
                    holding.marking = Marking::Tlp(tlp);
                }
            }
        }
        FactEvent::Derived { fact, by } => {
            if let Some(holding) = state.world_mut().holding_mut(by, fact) {
                holding.can_derive = true;
            }
        }
        FactEvent::SourceExposed { fact, .. } => state.exposed[fact.index()] = true,
        FactEvent::Verified { fact, by, finding } => {
            if let Some(holding) = state.world_mut().holding_mut(by, fact) {
                holding.finding = Some(finding);
            }
        }
        FactEvent::Breached { fact, by, to, .. } => {
            state.breaches.push(Breach {
                fact,
                by,
                to,
                turn,
                found: false,
            });
            let count = &mut state.world_mut().breaches[by.index()];
            *count = count.saturating_add(1);
        }
        FactEvent::BreachFound { breach, .. } => {
            if let Some(breach) = state.breaches.get_mut(usize::from(breach)) {
                breach.found = true;
            }
        }
        FactEvent::RelabelRefused { .. } | FactEvent::Misfired { .. } | FactEvent::Asked { .. } => {
        }
    }
}

/// Gives a fact to an actor. Nothing happens if the actor holds it already as fully and under as wide a label.
pub(in crate::engine) fn learn(
    play: &mut Play<'_>,
    actor: ActorId,
    fact: FactId,
    marking: Marking,
    from: Option<ActorId>,
    derived: bool,
    cause: Cause,
) -> bool {
    let (is_first, is_news) = match play.state.world.holding(actor, fact) {
        None => (true, true),
        Some(had) if derived && !had.derived => (false, false),
        Some(had) => (
            false,
            (had.derived && !derived) || is_wider(marking, had.marking),
        ),
    };
    if is_news {
        play.emit(
            cause,
            What::Facts(FactEvent::Learned {
                actor,
                fact,
                marking,
                from,
                derived,
            }),
        );
    }
    is_first
}

fn is_wider(new: Marking, old: Marking) -> bool {
    match (new, old) {
        (Marking::Tlp(new), Marking::Tlp(old)) => new < old,
        (Marking::Tlp(_), Marking::National) => true,
        (Marking::National, _) => false,
    }
}
