//! What has happened to a case, to its embargo and to those who know of it: what "why?" is answered with.

use crate::engine::ledger::disclosure::Event;
use crate::engine::view::Subject;
use crate::model::ActorId;
use crate::model::CaseId;
use crate::model::ledger::Ledger;

/// Columns of a case, beyond those of the zones that run the product.
const WHOLE: u16 = 10_000;
const EMBARGO: u16 = 10_001;
const KNOWERS: u16 = 10_002;
const PUBLIC: u16 = 10_003;
const EXPLOIT: u16 = 10_004;
const ATTACKS: u16 = 10_005;
const PARTIES: u16 = 20_000;

fn column(case: CaseId, column: u16) -> Subject {
    Subject::Row(Ledger::Disclosure, case.0, column)
}

/// The case as a whole.
pub(in crate::engine) fn whole(case: CaseId) -> Subject {
    column(case, WHOLE)
}

/// Its embargo.
pub(in crate::engine) fn embargo(case: CaseId) -> Subject {
    column(case, EMBARGO)
}

/// Who knows of it.
pub(in crate::engine) fn knowers(case: CaseId) -> Subject {
    column(case, KNOWERS)
}

/// One of its lights that the public sees: `P`, `X` or `A`.
pub(in crate::engine) fn light(case: CaseId, letter: char) -> Subject {
    let of = match letter {
        'P' => PUBLIC,
        'X' => EXPLOIT,
        _ => ATTACKS,
    };
    column(case, of)
}

/// What somebody who knows has done about it.
pub(in crate::engine) fn party(case: CaseId, actor: ActorId) -> Subject {
    column(case, PARTIES.saturating_add(actor.0))
}

/// Whether an event has a part in what this column of a case shows.
pub(super) fn bears_on(event: &Event, row: u16, column: u16) -> bool {
    if column < WHOLE || event.case() != Some(CaseId(row)) {
        return false;
    }
    match column {
        // How far a fix is deployed is told with its zone.
        WHOLE => !matches!(event, Event::Deployed { .. }),
        EMBARGO => matches!(
            event,
            Event::Proposed { .. }
                | Event::Answered { .. }
                | Event::Began { .. }
                | Event::CameToNothing { .. }
                | Event::Revising { .. }
                | Event::Revised { .. }
                | Event::Left { .. }
                | Event::Ended { .. }
                | Event::PartnersTold { .. }
                | Event::Broken { .. }
        ),
        KNOWERS => matches!(
            event,
            Event::Found { .. }
                | Event::Sold { .. }
                | Event::Informed { .. }
                | Event::PartnersTold { .. }
                | Event::Publicised { .. }
        ),
        PUBLIC => matches!(event, Event::Publicised { .. }),
        EXPLOIT => matches!(event, Event::ExploitPublished { .. }),
        ATTACKS => matches!(event, Event::AttacksSeen { .. }),
        _ => event.whose() == column.checked_sub(PARTIES).map(ActorId),
    }
}
