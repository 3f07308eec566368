//! What authors ask of texts: forums that open and close, drafts that are tabled, changed, signed, leaked and answered.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::ledger::statements::Answer;
use crate::engine::ledger::statements::Edit;
use crate::engine::ledger::statements::Event;
use crate::engine::ledger::statements::Outcome;
use crate::engine::ledger::statements::answers::say;
use crate::engine::ledger::statements::deeds;
use crate::engine::ledger::statements::deeds::emit;
use crate::engine::ledger::statements::draft::Draft;
use crate::engine::ledger::statements::draft::Stage;
use crate::engine::ledger::statements::outcome;
use crate::engine::ledger::statements::stance;
use crate::engine::rejection::Rejection;
use crate::model::ActorId;
use crate::model::ClauseId;
use crate::model::ForumId;
use crate::model::ledger::statements::Effect;

/// What an author asks for.
pub(super) fn effect(
    play: &mut Play<'_>,
    effect: &Effect,
    origin: Origin,
) -> Result<(), Rejection> {
    let cause = origin.cause();
    match effect {
        Effect::OpenForum { forum } => {
            if !play.state.world.book.statements.forums[forum.index()].open {
                emit(play, cause, Event::ForumOpened { forum: *forum });
            }
        }
        Effect::CloseForum { forum } => {
            if play.state.world.book.statements.forums[forum.index()].open {
                emit(play, cause, Event::ForumClosed { forum: *forum });
            }
            for draft in live_in(play, *forum) {
                let draft = draft.no;
                emit(play, cause, Event::Withdrawn { draft });
            }
        }
        Effect::ForumRelations { forum, by } => {
            let by = play.amount(*by, origin)?;
            outcome::relations(play, *forum, by, cause);
        }
        Effect::TableDraft {
            forum,
            actor,
            clauses,
        } => deeds::open(play, *actor, *forum, clauses.clone(), cause),
        Effect::SoftenClause {
            forum,
            actor,
            clause,
        } => soften(play, *forum, *actor, *clause, cause),
        Effect::StrikeClause {
            forum,
            actor,
            clause,
        } => strike(play, *forum, *actor, *clause, cause),
        Effect::CirculateDraft { forum, actor } => {
            let texts = live_in(play, *forum).into_iter();
            let own = texts.filter(|text| text.sponsor == *actor && text.stage == Stage::Drafting);
            for draft in own.map(|text| text.no) {
                deeds::circulate(play, draft, cause);
            }
        }
        Effect::ChairText { forum } => {
            let chair = play.scenario().book.statements.forums[forum.index()].chair;
            let text = live_in(play, *forum).into_iter().next();
            if let (Some(chair), Some(text)) = (chair, text) {
                outcome::come_out(play, text.no, Outcome::Chair, vec![chair], cause);
            }
        }
        Effect::SignDraft { forum, actor } => made_to(play, *forum, *actor, &Answer::Signed, cause),
        Effect::RefuseDraft { forum, actor } => {
            made_to(play, *forum, *actor, &Answer::Refuses, cause);
        }
        Effect::LeakDraft { forum } => {
            for draft in live_in(play, *forum).into_iter().map(|draft| draft.no) {
                let leaked = emit(play, cause, Event::Leaked { draft, by: None });
                let lost = play.scenario().book.statements.leak_relations;
                outcome::relations(play, *forum, -lost, Cause::Event(leaked));
            }
        }
        Effect::Retaliate { forum, actor, on } => {
            return made_to_answer(play, *forum, *actor, *on, cause);
        }
    }
    Ok(())
}

fn live_in(play: &Play<'_>, forum: ForumId) -> Vec<Draft> {
    let drafts = play.state.world.book.statements.drafts.iter();
    drafts
        .filter(|draft| draft.is_live() && draft.forum == forum)
        .cloned()
        .collect()
}

/// A sponsor takes a clause out of its text, as long as something is left.
fn soften(play: &mut Play<'_>, forum: ForumId, actor: ActorId, clause: ClauseId, cause: Cause) {
    let texts = live_in(play, forum).into_iter();
    let own = texts.filter(|text| text.sponsor == actor && text.stage == Stage::Drafting);
    for text in own {
        if stance::can_soften(play.scenario(), &text, clause) {
            let (draft, by, edit) = (text.no, actor, Edit::Softened(clause));
            emit(play, cause, Event::Changed { draft, by, edit });
        }
    }
}

fn strike(play: &mut Play<'_>, forum: ForumId, actor: ActorId, clause: ClauseId, cause: Cause) {
    let texts = live_in(play, forum).into_iter();
    for text in texts.filter(|text| text.sponsor == actor) {
        if text.placed(clause).is_none() || text.clauses.len() < 2 {
            continue;
        }
        let draft = text.no;
        if matches!(text.stage, Stage::Silence { .. }) {
            let broken = Event::SilenceBroken {
                draft,
                by: actor,
                clause: Some(clause),
            };
            emit(play, cause, broken);
        }
        let edit = Edit::Dropped(clause);
        let by = actor;
        emit(play, cause, Event::Changed { draft, by, edit });
    }
}

fn made_to(play: &mut Play<'_>, forum: ForumId, actor: ActorId, answer: &Answer, cause: Cause) {
    for draft in live_in(play, forum) {
        if let Some(party) = draft.party(actor)
            && actor != draft.sponsor
        {
            say(play, draft.no, party, answer.clone(), cause);
        }
    }
}

fn made_to_answer(
    play: &mut Play<'_>,
    forum: ForumId,
    actor: ActorId,
    on: Option<ActorId>,
    cause: Cause,
) -> Result<(), Rejection> {
    let rules = &play.scenario().book.statements;
    let place = rules.retaliation.iter().position(|row| row.actor == actor);
    let drafts = play.state.world.book.statements.drafts.iter();
    let out = drafts.filter(|draft| draft.forum == forum);
    let last = out.filter_map(|draft| match draft.stage {
        Stage::Out { turn, .. } => Some((turn, draft.event, draft.clone())),
        _ => None,
    });
    let last = last.max_by_key(|(turn, event, _)| (*turn, *event));
    let (Some(place), Some((_, _, draft))) = (place, last) else {
        return Ok(());
    };
    let signatories = outcome::signatories(&draft);
    let place = u16::try_from(place).unwrap_or(u16::MAX);
    let Some(on) = on.or_else(|| outcome::drawn(play, &draft, &signatories, actor)) else {
        return Ok(());
    };
    outcome::hit(play, &draft, place, on, 1000, cause)
}
