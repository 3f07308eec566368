//! What a seat can do in a turn.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::ledger::book::BookAct;
use crate::model::ActionId;
use crate::model::ActorId;
use crate::model::ChoiceId;
use crate::model::CommunityId;
use crate::model::DutyId;
use crate::model::FactId;
use crate::model::ZoneId;
use crate::model::family::Family;
use crate::model::ledger::Ledger;
use crate::model::ledger::duties::Payload;
use crate::model::marking::Tlp;
use crate::model::scenario::Scenario;

/// What a seat seals. A seal seldom holds more than a few acts, which then need no room of their own.
pub type Acts = smallvec::SmallVec<[Act; 4]>;

/// One thing a seat seals: an answer to a decision, a standing action of the author's, or one of the ledgers'.
///
/// The order is that of the standing actions in Resolve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Act {
    /// Answers an open decision.
    Answer { choice: ChoiceId },
    /// Takes a standing action of the author's.
    Take { action: ActionId },
    /// Passes a fact on, or its derived version, under a label.
    Share {
        fact: FactId,
        to: ActorId,
        tlp: Tlp,
        derived: bool,
    },
    /// Makes a version of a fact without what its source must protect.
    Derive { fact: FactId },
    /// Asks the source for a wider label.
    AskRelabel { fact: FactId, tlp: Tlp },
    /// Publishes a fact, or its derived version, as an advisory to the community.
    Advise { fact: FactId, derived: bool },
    /// Verifies a fact.
    Analyse { fact: FactId },
    /// Asks an actor for what it knows.
    Ask { of: ActorId },
    /// Asks a zone's owner to contain what is compromised; a vendor ships a mitigation.
    RequestContainment { zone: ZoneId },
    /// Tells the people of a community what happened to them.
    Notify { community: CommunityId },
    /// Says, with counsel, that a duty's trigger word is met. It stands before the reports, one of which may need it.
    Determine { duty: DutyId },
    /// Files the report a duty asks for.
    Report {
        duty: DutyId,
        #[serde(default, skip_serializing_if = "Payload::is_usual")]
        payload: Payload,
    },
    /// Asks a duty's recipient for more time.
    AskExtension { duty: DutyId },
    /// Answers a report one has received.
    Respond { duty: DutyId },
    /// Keeps a channel alive.
    KeepInTouch { with: ActorId },
    /// By the rules of one of the book's ledgers.
    Book(BookAct),
    /// Waits, on purpose.
    Hold,
}

impl Act {
    /// The family it belongs to.
    pub fn family(&self, scenario: &Scenario) -> Family {
        match *self {
            Act::Answer { choice } => scenario.choices[choice.index()].family,
            Act::Take { action } => scenario.actions[action.index()].family,
            Act::Share { .. }
            | Act::Derive { .. }
            | Act::AskRelabel { .. }
            | Act::Advise { .. } => Family::Share,
            Act::Report { .. } | Act::Determine { .. } => Family::Escalate,
            Act::Respond { .. } => Family::Share,
            Act::Book(act) => act.family(scenario),
            Act::RequestContainment { .. } | Act::Notify { .. } | Act::Analyse { .. } => {
                Family::Contain
            }
            Act::Ask { .. } | Act::AskExtension { .. } | Act::KeepInTouch { .. } | Act::Hold => {
                Family::Hold
            }
        }
    }

    /// Whether it makes sense in the preparation, when the incident has not begun. What an author wrote says so itself.
    pub(in crate::engine) fn in_preparation(&self) -> bool {
        match self {
            // Nothing is down, nobody is hurt, no clock runs.
            Act::RequestContainment { .. }
            | Act::Notify { .. }
            | Act::Report { .. }
            | Act::Determine { .. }
            | Act::AskExtension { .. }
            | Act::Respond { .. } => false,
            Act::Book(act) => act.in_preparation(),
            _ => true,
        }
    }

    /// The ledger whose rules give the act to a seat; `None` for what the author wrote.
    pub fn ledger(&self) -> Option<Ledger> {
        match self {
            Act::Share { .. }
            | Act::Derive { .. }
            | Act::AskRelabel { .. }
            | Act::Advise { .. }
            | Act::Analyse { .. }
            | Act::Ask { .. } => Some(Ledger::Facts),
            Act::RequestContainment { .. } => Some(Ledger::Spread),
            Act::Notify { .. } => Some(Ledger::Harm),
            Act::Report { .. }
            | Act::Determine { .. }
            | Act::AskExtension { .. }
            | Act::Respond { .. } => Some(Ledger::Duties),
            Act::KeepInTouch { .. } => Some(Ledger::Trust),
            Act::Book(act) => Some(act.ledger()),
            Act::Answer { .. } | Act::Take { .. } | Act::Hold => None,
        }
    }
}
