//! What has happened to a text, to one of its clauses, and to somebody in the room: what "why?" is answered with.

use crate::engine::ledger::statements::Event;
use crate::engine::view::Subject;
use crate::model::ActorId;
use crate::model::ClauseId;
use crate::model::ledger::Ledger;
use crate::model::ledger::statements::DraftNo;

/// Texts stand beyond the rows of the forums, and those in the room beyond the columns of the clauses.
const TEXTS: u16 = 10_000;
const WHOLE: u16 = 0;
const CLAUSES: u16 = 1;
const PARTIES: u16 = 10_000;

fn row(draft: DraftNo, column: u16) -> Subject {
    Subject::Row(Ledger::Statements, TEXTS.saturating_add(draft.0), column)
}

/// A text as a whole.
pub(in crate::engine) fn text(draft: DraftNo) -> Subject {
    row(draft, WHOLE)
}

/// A clause of a text.
pub(in crate::engine) fn clause(draft: DraftNo, clause: ClauseId) -> Subject {
    row(draft, CLAUSES.saturating_add(clause.0))
}

/// Where somebody stands on a text.
pub(in crate::engine) fn party(draft: DraftNo, actor: ActorId) -> Subject {
    row(draft, PARTIES.saturating_add(actor.0))
}

/// Whether an event has a part in what this row shows.
pub(super) fn bears_on(event: &Event, row: u16, column: u16) -> bool {
    let Some(draft) = event.draft() else {
        return false;
    };
    if TEXTS.saturating_add(draft.0) != row {
        return false;
    }
    if column >= PARTIES {
        return is_of_party(event, ActorId(column - PARTIES));
    }
    column == WHOLE || is_of_clause(event, ClauseId(column - CLAUSES))
}

fn is_of_clause(event: &Event, id: ClauseId) -> bool {
    match event {
        Event::Opened { clauses, .. } => clauses.contains(&id),
        Event::Changed { edit, .. } => edit.clause() == id,
        Event::Mistranslated { clause, .. } => *clause == id,
        Event::SilenceBroken { clause, .. } => *clause == Some(id),
        _ => false,
    }
}

fn is_of_party(event: &Event, who: ActorId) -> bool {
    match event {
        Event::Opened { draft, parties, .. } => draft.sponsor() == who || parties.contains(&who),
        Event::Invited { actor, .. }
        | Event::Answered { actor, .. }
        | Event::Approved { actor, .. } => *actor == who,
        Event::Annexed { by, .. }
        | Event::SilenceBroken { by, .. }
        | Event::LeakFound { by, .. } => *by == who,
        Event::CameOut { signatories, .. } => signatories.contains(&who),
        Event::Retaliated { on, .. } => *on == who,
        _ => false,
    }
}
