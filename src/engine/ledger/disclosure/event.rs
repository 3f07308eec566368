//! What happens to a case, and to the rules that flaws are handled by.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::ledger::disclosure::state::End;
use crate::engine::ledger::disclosure::state::How;
use crate::engine::ledger::disclosure::state::Report;
use crate::model::ActorId;
use crate::model::CaseId;
use crate::model::RegionId;
use crate::model::ZoneId;
use crate::model::time::ExerciseTime;

/// What happens in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// The finder found it.
    Found {
        case: CaseId,
    },
    /// The finder kept it to itself: reporting is chilled there.
    Withheld {
        case: CaseId,
    },
    /// A broker bought it.
    Sold {
        case: CaseId,
    },
    /// Somebody learned of it.
    Informed {
        case: CaseId,
        who: ActorId,
        by: Option<ActorId>,
    },
    /// A law's clock runs.
    LawRan {
        case: CaseId,
        region: RegionId,
        due: ExerciseTime,
    },
    LawMissed {
        case: CaseId,
    },
    Judged {
        case: CaseId,
        by: ActorId,
        report: Report,
    },
    Proposed {
        case: CaseId,
        by: ActorId,
        at: u16,
        until: u16,
    },
    Answered {
        case: CaseId,
        by: ActorId,
        yes: bool,
    },
    Began {
        case: CaseId,
        until: u16,
    },
    /// Nobody agreed in time.
    CameToNothing {
        case: CaseId,
    },
    Revising {
        case: CaseId,
        by: ActorId,
        at: u16,
        new: u16,
    },
    Revised {
        case: CaseId,
        until: u16,
        agreed: bool,
    },
    Left {
        case: CaseId,
        by: ActorId,
    },
    Ended {
        case: CaseId,
        why: End,
    },
    PartnersTold {
        case: CaseId,
        by: ActorId,
        ready: bool,
    },
    Broken {
        case: CaseId,
        by: ActorId,
    },
    Helped {
        case: CaseId,
        who: ActorId,
        by: ActorId,
    },
    Worked {
        case: CaseId,
        by: ActorId,
        units: i32,
    },
    /// F came true.
    Ready {
        case: CaseId,
        by: ActorId,
    },
    Tested {
        case: CaseId,
        by: ActorId,
    },
    /// `wary` is how many more never deploy, in per mille, if it broke something.
    Shipped {
        case: CaseId,
        by: ActorId,
        wary: Option<i32>,
    },
    /// P came true.
    Publicised {
        case: CaseId,
        by: Option<ActorId>,
        how: How,
    },
    /// X came true.
    ExploitPublished {
        case: CaseId,
    },
    /// An adversary uses it; nobody has noticed.
    Preyed {
        case: CaseId,
    },
    /// A came true.
    AttacksSeen {
        case: CaseId,
    },
    Deployed {
        case: CaseId,
        zone: ZoneId,
        place: u16,
        by: i32,
    },
    Mitigated {
        case: CaseId,
        by: ActorId,
    },
    Urged {
        case: CaseId,
        zone: ZoneId,
        place: u16,
        by: ActorId,
        until: u16,
    },
    Credited {
        case: CaseId,
        by: ActorId,
    },
    Slighted {
        case: CaseId,
    },
    ThreatReported {
        case: CaseId,
        by: ActorId,
    },
    PolicyPublished {
        by: ActorId,
    },
    GatewayOpened {
        by: ActorId,
    },
    SafeHarbour {
        region: RegionId,
        by: ActorId,
    },
    Joined {
        by: ActorId,
        capacity: i32,
    },
    Pledged {
        by: ActorId,
    },
    Chilled {
        region: RegionId,
        by: i32,
    },
    LawAdopted {
        region: RegionId,
        place: u16,
    },
}

impl Event {
    /// The case it is about.
    pub(super) fn case(&self) -> Option<CaseId> {
        match *self {
            Event::Found { case }
            | Event::Withheld { case }
            | Event::Sold { case }
            | Event::Informed { case, .. }
            | Event::LawRan { case, .. }
            | Event::LawMissed { case }
            | Event::Judged { case, .. }
            | Event::Proposed { case, .. }
            | Event::Answered { case, .. }
            | Event::Began { case, .. }
            | Event::CameToNothing { case }
            | Event::Revising { case, .. }
            | Event::Revised { case, .. }
            | Event::Left { case, .. }
            | Event::Ended { case, .. }
            | Event::PartnersTold { case, .. }
            | Event::Broken { case, .. }
            | Event::Helped { case, .. }
            | Event::Worked { case, .. }
            | Event::Ready { case, .. }
            | Event::Tested { case, .. }
            | Event::Shipped { case, .. }
            | Event::Publicised { case, .. }
            | Event::ExploitPublished { case }
            | Event::Preyed { case }
            | Event::AttacksSeen { case }
            | Event::Deployed { case, .. }
            | Event::Mitigated { case, .. }
            | Event::Urged { case, .. }
            | Event::Credited { case, .. }
            | Event::Slighted { case }
            | Event::ThreatReported { case, .. } => Some(case),
            Event::PolicyPublished { .. }
            | Event::GatewayOpened { .. }
            | Event::SafeHarbour { .. }
            | Event::Joined { .. }
            | Event::Pledged { .. }
            | Event::Chilled { .. }
            | Event::LawAdopted { .. } => None,
        }
    }

    /// Whose part in a case it is: who did it, or to whom it was done.
    pub(super) fn whose(&self) -> Option<ActorId> {
        match *self {
            Event::Informed { who, .. } | Event::Helped { who, .. } => Some(who),
            Event::Judged { by, .. }
            | Event::Proposed { by, .. }
            | Event::Answered { by, .. }
            | Event::Revising { by, .. }
            | Event::Left { by, .. }
            | Event::PartnersTold { by, .. }
            | Event::Broken { by, .. }
            | Event::Worked { by, .. }
            | Event::Ready { by, .. }
            | Event::Tested { by, .. }
            | Event::Shipped { by, .. }
            | Event::Mitigated { by, .. }
            | Event::Urged { by, .. }
            | Event::Credited { by, .. }
            | Event::ThreatReported { by, .. } => Some(by),
            Event::Publicised { by, .. } => by,
            _ => None,
        }
    }
}
