//! Facts: who holds what under which label, how it moves, what leaks and how that comes to light.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::FactId;
use crate::model::ZoneId;
use crate::model::ledger::facts::Truth;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;

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
