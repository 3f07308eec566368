//! What acts on texts do.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::statements::Act;
use crate::engine::ledger::statements::Answer;
use crate::engine::ledger::statements::Edit;
use crate::engine::ledger::statements::Event;
use crate::engine::ledger::statements::Outcome;
use crate::engine::ledger::statements::draft::Change;
use crate::engine::ledger::statements::draft::Standing;
use crate::engine::ledger::statements::outcome;
use crate::engine::ledger::statements::stance;
use crate::engine::ledger::trust;
use crate::model::ActorId;
use crate::model::ClauseId;
use crate::model::ForumId;
use crate::model::SeatId;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::ledger::statements::DraftNo;
use crate::model::roster::ActorKind;
use crate::model::scenario::Scenario;

pub(super) fn emit(play: &mut Play<'_>, cause: Cause, event: Event) -> EventNo {
    play.emit(cause, What::Book(BookEvent::Statements(event)))
}

pub(super) fn take(play: &mut Play<'_>, seat: SeatId, act: Act, origin: Origin) {
    let own = play.scenario().seats[seat.index()].actor;
    let cause = origin.cause();
    let change = |draft, edit| Event::Changed {
        draft,
        by: own,
        edit,
    };
    let event = match act {
        Act::OpenDraft { forum, outline } => {
            let rules = &play.scenario().book.statements;
            let outline = outline.and_then(|place| rules.outlines.get(usize::from(place)));
            let clauses = outline.map(|outline| outline.clauses.clone());
            open(play, own, forum, clauses.unwrap_or_default(), cause);
            return;
        }
        Act::AddClause { draft, clause } => change(draft, Edit::Added(clause)),
        Act::Harden { draft, clause } => change(draft, Edit::Hardened(clause)),
        Act::Soften { draft, clause } => change(draft, Edit::Softened(clause)),
        Act::Bracket { draft, clause } => change(draft, Edit::Bracketed(clause)),
        Act::Clear { draft, clause } => change(draft, Edit::Cleared(clause)),
        Act::DropClause { draft, clause } => change(draft, Edit::Dropped(clause)),
        Act::Invite { draft, actor } => {
            let text = play.state.world.book.statements.draft(draft);
            let forum =
                text.map(|text| &play.scenario().book.statements.forums[text.forum.index()]);
            Event::Invited {
                draft,
                actor,
                adviser: forum.is_none_or(|forum| !forum.members.contains(&actor)),
            }
        }
        Act::Consult { draft } => Event::Consulted { draft },
        Act::Translate { draft } => Event::Translated { draft },
        Act::Annex { draft, quoted } => Event::Annexed {
            draft,
            by: own,
            quoted,
        },
        Act::AskFor { draft, change } => {
            let asked = asked(play, own, draft, change);
            Event::Answered {
                draft,
                actor: own,
                answer: Answer::Asks(asked),
            }
        }
        Act::Circulate { draft } => {
            circulate(play, draft, cause);
            return;
        }
        Act::Sign { draft } => Event::Answered {
            draft,
            actor: own,
            answer: if stance::approvals(play.scenario(), own) > 0 {
                Answer::Approving
            } else {
                Answer::Signed
            },
        },
        Act::Abstain { draft } => Event::Answered {
            draft,
            actor: own,
            answer: Answer::Abstains,
        },
        Act::Refuse { draft } => Event::Answered {
            draft,
            actor: own,
            answer: Answer::Refuses,
        },
        Act::BreakSilence { draft, clause } => {
            break_silence(play, draft, own, Some(clause), cause);
            return;
        }
        Act::Leak { draft } => {
            leak(play, draft, own, cause);
            return;
        }
        Act::Withdraw { draft } => Event::Withdrawn { draft },
        Act::Publish { draft } => {
            let text = play.state.world.book.statements.draft(draft);
            let how = if text.is_some_and(|text| text.sponsor == own) {
                Outcome::Alone
            } else {
                Outcome::Chair
            };
            outcome::come_out(play, draft, how, vec![own], cause);
            return;
        }
    };
    emit(play, cause, event);
}

/// What somebody asks for together with what it asked for before.
fn asked(play: &Play<'_>, own: ActorId, draft: DraftNo, change: Change) -> Vec<Change> {
    let text = play.state.world.book.statements.draft(draft);
    let before = text
        .and_then(|text| text.party(own))
        .map(|party| &party.standing);
    let mut asked = match before {
        Some(Standing::Asks(asked)) => asked.clone(),
        _ => Vec::new(),
    };
    if !asked.contains(&change) {
        asked.push(change);
    }
    asked
}

/// A sponsor puts a text before those in the room.
pub(super) fn open(
    play: &mut Play<'_>,
    sponsor: ActorId,
    forum: ForumId,
    clauses: Vec<ClauseId>,
    cause: Cause,
) {
    let Some(draft) = play.state.world.book.statements.next_of(sponsor) else {
        return;
    };
    let row = &play.scenario().book.statements.forums[forum.index()];
    let members = row.members.iter().copied();
    let mut parties: Vec<ActorId> = members
        .filter(|member| !row.by_invitation || *member == sponsor)
        .collect();
    if !parties.contains(&sponsor) {
        parties.insert(0, sponsor);
    }
    emit(
        play,
        cause,
        Event::Opened {
            draft,
            forum,
            clauses,
            parties,
        },
    );
}

/// Silence begins.
pub(super) fn circulate(play: &mut Play<'_>, draft: DraftNo, cause: Cause) {
    let Some(text) = play.state.world.book.statements.draft(draft) else {
        return;
    };
    let forum = &play.scenario().book.statements.forums[text.forum.index()];
    let until = play.state.turn().saturating_add(forum.silence);
    emit(play, cause, Event::Circulated { draft, until });
}

/// Somebody breaks silence: a clause is open again, and relations pay for it.
pub(super) fn break_silence(
    play: &mut Play<'_>,
    draft: DraftNo,
    by: ActorId,
    clause: Option<ClauseId>,
    cause: Cause,
) {
    let Some(forum) = forum_of(play, draft) else {
        return;
    };
    let broken = emit(play, cause, Event::SilenceBroken { draft, by, clause });
    let lost = play.scenario().book.statements.break_relations;
    outcome::relations(play, forum, -lost, Cause::Event(broken));
}

fn forum_of(play: &Play<'_>, draft: DraftNo) -> Option<ForumId> {
    let text = play.state.world.book.statements.draft(draft);
    text.map(|text| text.forum)
}

/// A text becomes known to everybody; perhaps it comes out through whom.
fn leak(play: &mut Play<'_>, draft: DraftNo, by: ActorId, cause: Cause) {
    let Some(forum) = forum_of(play, draft) else {
        return;
    };
    let rules = &play.scenario().book.statements;
    let leaked = Event::Leaked {
        draft,
        by: Some(by),
    };
    let no = Cause::Event(emit(play, cause, leaked));
    outcome::relations(play, forum, -rules.leak_relations, no);
    let names = &play.scenario().names;
    let [sponsor, count] = words_of(names, draft);
    let words = [names.hash(Kind::Actor, by.0), sponsor];
    let turn = play.state.turn();
    let dice = play.state.dice;
    let mut die = dice.of(Roll::TextLeakFound, &words, count, turn, 0);
    if !die.per_mille(rules.leak_found) {
        return;
    }
    let found = Cause::Event(emit(play, no, Event::LeakFound { draft, by }));
    let text = play.state.world.book.statements.draft(draft);
    let others: Vec<ActorId> = text
        .map(|text| text.parties.iter().map(|party| party.actor).collect())
        .unwrap_or_default();
    for other in others {
        trust::shift(play, other, by, -rules.leaker, found);
    }
}

/// Whether an actor is a CERT of the same state.
pub(super) fn is_own_cert(scenario: &Scenario, own: ActorId, actor: ActorId) -> bool {
    let state = |actor: ActorId| scenario.actors[actor.index()].acts_for.unwrap_or(actor);
    scenario.actors[actor.index()].kind == ActorKind::Cert && state(actor) == state(own)
}

/// The hashes of the words of a text: its sponsor's, and which of its sponsor's it is.
pub(super) fn words_of(names: &Names, draft: DraftNo) -> [u64; 2] {
    [
        names.hash(Kind::Actor, draft.sponsor().0),
        u64::from(draft.count()),
    ]
}
