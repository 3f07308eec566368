//! Resolve: capitals answer a night after they got a text, pen-holders without a seat move theirs on, and silence ends.

use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::ledger::statements::Answer;
use crate::engine::ledger::statements::Edit;
use crate::engine::ledger::statements::Event;
use crate::engine::ledger::statements::Outcome;
use crate::engine::ledger::statements::deeds;
use crate::engine::ledger::statements::deeds::emit;
use crate::engine::ledger::statements::deeds::words_of;
use crate::engine::ledger::statements::draft::Change;
use crate::engine::ledger::statements::draft::Draft;
use crate::engine::ledger::statements::draft::Party;
use crate::engine::ledger::statements::draft::Stage;
use crate::engine::ledger::statements::draft::Standing;
use crate::engine::ledger::statements::outcome;
use crate::engine::ledger::statements::stance;
use crate::engine::ledger::statements::stance::Judge;
use crate::engine::ledger::statements::stance::Stance;
use crate::engine::rejection::Rejection;
use crate::model::ActorId;
use crate::model::ClauseId;
use crate::model::id::Kind;
use crate::model::ledger::statements::DraftNo;
use crate::model::ledger::statements::Forum;
use crate::model::region::DecisionRule;

/// How far the unknown readiness of others lies from the usual in an imagined world, in points.
const SUPPOSED: i32 = 15;
/// Turns after which a pen-holder without a seat circulates what it has.
const PATIENCE: u16 = 3;
/// How often a text must have failed before a chair without a seat puts out its own.
const CHAIR_AFTER: u16 = 2;

/// What happens to texts once every seat's choices have taken effect.
pub(super) fn resolve(play: &mut Play<'_>) -> Result<(), Rejection> {
    let drafts: Vec<DraftNo> = play
        .state
        .world
        .book
        .statements
        .drafts
        .iter()
        .map(|draft| draft.no)
        .collect();
    for draft in drafts {
        hear(play, draft);
        hold_pen(play, draft);
        end_silence(play, draft);
        chair(play, draft);
    }
    outcome::retaliate(play)
}

fn text(play: &Play<'_>, draft: DraftNo) -> Option<Draft> {
    let text = play.state.world.book.statements.draft(draft);
    text.filter(|text| text.is_live()).cloned()
}

fn forum_of<'a>(play: &Play<'a>, text: &Draft) -> &'a Forum {
    &play.scenario().book.statements.forums[text.forum.index()]
}

fn has_seat(play: &Play<'_>, actor: ActorId) -> bool {
    play.scenario().is_seated(actor)
}

/// What an actor would do with a text. In a world that somebody imagines, positions others keep to themselves are drawn.
fn stance(play: &Play<'_>, text: &Draft, actor: ActorId) -> Stance {
    let scenario = play.scenario();
    let imagined = play.state.imagined.as_ref();
    let is_secret = imagined.is_some_and(|imagined| {
        let mut own = imagined.seats.iter();
        !own.any(|seat| scenario.seats[seat.index()].actor == actor)
    });
    let (position, mood) = if is_secret {
        let words = [scenario.names.hash(Kind::Actor, actor.0)];
        let mut die = play.state.dice.of(Roll::Mood, &words, 0, 0, 0);
        (None, die.between(-SUPPOSED, SUPPOSED))
    } else {
        (scenario.book.statements.position(actor), 0)
    };
    let judge = Judge {
        scenario,
        state: &play.state.world.book.statements,
        actor,
        position,
        trust: play.state.world.trust(actor, text.sponsor),
        mood,
    };
    judge.stance(text, |fact| play.state.world.holding(actor, fact).is_some())
}

/// Those in the room answer, a night after they got the text as it is.
fn hear(play: &mut Play<'_>, draft: DraftNo) {
    let Some(first) = text(play, draft) else {
        return;
    };
    let turn = play.state.turn();
    for party in &first.parties {
        // Somebody before may have broken silence, or brought the text down.
        let Some(now) = text(play, draft) else {
            return;
        };
        if matches!(now.stage, Stage::Silence { since, .. } if since >= turn) {
            return;
        }
        let Some(party) = now.party(party.actor).cloned() else {
            continue;
        };
        let is_seated = has_seat(play, party.actor);
        if party.standing == Standing::Approving {
            approve(play, draft, &party);
        } else if !is_seated && party.actor != now.sponsor && is_due(&now, &party, turn) {
            answer(play, &now, &party);
        }
    }
}

/// Whether somebody without a seat looks at the text again.
fn is_due(text: &Draft, party: &Party, turn: u16) -> bool {
    match party.standing {
        Standing::Adviser => false,
        // What is signed is signed, unless the text has changed since.
        Standing::Signed => text.edited > party.since && text.edited < turn,
        Standing::Invited => party.since < turn,
        _ => text.edited < turn,
    }
}

fn answer(play: &mut Play<'_>, text: &Draft, party: &Party) {
    let draft = text.no;
    let stance = stance(play, text, party.actor);
    let cause = Cause::Engine(EngineRule::Instructions);
    let is_silent = matches!(text.stage, Stage::Silence { .. });
    let must_break = is_silent && forum_of(play, text).decides == DecisionRule::Unanimity;
    let answer = match stance {
        Stance::Signs if stance::approvals(play.scenario(), party.actor) > party.approvals => {
            Answer::Approving
        }
        Stance::Signs => Answer::Signed,
        Stance::Abstains => Answer::Abstains,
        Stance::Asks(changes) if must_break => {
            let clause = changes.first().copied().and_then(clause_of);
            say(play, draft, party, Answer::Asks(changes), cause);
            deeds::break_silence(play, draft, party.actor, clause, cause);
            return;
        }
        Stance::Refuses if must_break => {
            say(play, draft, party, Answer::Refuses, cause);
            deeds::break_silence(play, draft, party.actor, None, cause);
            return;
        }
        Stance::Asks(changes) => Answer::Asks(changes),
        Stance::Refuses => Answer::Refuses,
    };
    say(play, draft, party, answer, cause);
}

fn clause_of(change: Change) -> Option<ClauseId> {
    match change {
        Change::Soften(clause) | Change::Drop(clause) => Some(clause),
        Change::Add(_) => None,
    }
}

/// Says something that has not been said yet.
pub(super) fn say(
    play: &mut Play<'_>,
    draft: DraftNo,
    party: &Party,
    answer: Answer,
    cause: Cause,
) {
    let same = match (&party.standing, &answer) {
        (Standing::Signed, Answer::Signed)
        | (Standing::Approving, Answer::Approving)
        | (Standing::Abstains, Answer::Abstains)
        | (Standing::Refuses, Answer::Refuses) => true,
        (Standing::Asks(before), Answer::Asks(now)) => before == now,
        _ => false,
    };
    if !same {
        let actor = party.actor;
        let answered = Event::Answered {
            draft,
            actor,
            answer,
        };
        emit(play, cause, answered);
    }
}

/// Those at home who must approve do so one by one, in their own time.
fn approve(play: &mut Play<'_>, draft: DraftNo, party: &Party) {
    let scenario = play.scenario();
    let needed = stance::approvals(scenario, party.actor);
    let turn = play.state.turn();
    if party.since >= turn && needed > 0 {
        return;
    }
    let [sponsor, count] = words_of(&scenario.names, draft);
    let actor = scenario.names.hash(Kind::Actor, party.actor.0);
    let dice = play.state.dice;
    let cause = Cause::Engine(EngineRule::Instructions);
    let before = party.approvals;
    let mut now = before;
    for index in before..needed {
        let subjects = [sponsor, count, actor];
        let mut die = dice.of(Roll::HomeApproval, &subjects, 0, turn, u32::from(index));
        if die.per_mille(scenario.book.statements.approval) {
            now += 1;
        }
    }
    if now > party.approvals {
        let approved = Event::Approved {
            draft,
            actor: party.actor,
            now,
        };
        emit(play, cause, approved);
    }
    if now >= needed {
        say(play, draft, party, Answer::Signed, cause);
    }
}

/// A sponsor without a seat takes up what it is asked for as far as it can live with it, and circulates the text in time.
fn hold_pen(play: &mut Play<'_>, draft: DraftNo) {
    let Some(now) = text(play, draft) else {
        return;
    };
    let turn = play.state.turn();
    if now.stage != Stage::Drafting || now.opened >= turn || has_seat(play, now.sponsor) {
        return;
    }
    let cause = Cause::Engine(EngineRule::PenHolder);
    if now.clauses.iter().all(|placed| placed.bracketed) {
        // Nothing is left that anybody could agree on.
        emit(play, cause, Event::Withdrawn { draft });
        return;
    }
    let asked: Vec<Change> = now
        .parties
        .iter()
        .filter_map(|party| match &party.standing {
            Standing::Asks(changes) => changes.first().copied(),
            _ => None,
        })
        .collect();
    // What most ask for comes first; of two asked as often, the one asked by who speaks earlier.
    let best = asked.iter().enumerate().max_by_key(|(place, change)| {
        let often = asked.iter().filter(|other| other == change).count();
        (often, std::cmp::Reverse(*place))
    });
    if let Some((_, change)) = best.filter(|_| turn < now.opened.saturating_add(PATIENCE)) {
        let mut tried = now.clone();
        stance::make(&mut tried, *change);
        let lives_with_it = tried.clauses.iter().any(|placed| !placed.bracketed)
            && stance(play, &tried, now.sponsor) == Stance::Signs;
        if lives_with_it && tried != now {
            let edit = match *change {
                Change::Soften(clause) => Edit::Softened(clause),
                Change::Drop(clause) => Edit::Dropped(clause),
                Change::Add(clause) => Edit::Added(clause),
            };
            let by = now.sponsor;
            emit(play, cause, Event::Changed { draft, by, edit });
            return;
        }
    }
    deeds::circulate(play, draft, cause);
}

/// Silence ends: the forum's decision rule says whether the text is adopted.
fn end_silence(play: &mut Play<'_>, draft: DraftNo) {
    let Some(now) = text(play, draft) else {
        return;
    };
    let Stage::Silence { since, until } = now.stage else {
        return;
    };
    let turn = play.state.turn();
    if since == turn && mistranslated(play, &now) {
        return;
    }
    if turn < until {
        return;
    }
    let forum = forum_of(play, &now);
    let is_waiting = |party: &Party| party.standing == Standing::Approving;
    if forum.silence > 0 && !now.is_extended && now.parties.iter().any(is_waiting) {
        let until = until.saturating_add(1);
        let cause = Cause::Event(now.event);
        emit(play, cause, Event::Extended { draft, until });
        return;
    }
    let assents = |party: &&Party| match party.standing {
        Standing::Signed => true,
        Standing::Invited => forum.silence > 0,
        // Whoever is at the table and asked for something, and then said nothing, has assented.
        Standing::Asks(_) => forum.silence > 0 && has_seat(play, party.actor),
        _ => false,
    };
    let table = now.parties.iter();
    let table = table.filter(|party| party.standing != Standing::Adviser);
    let many = table.clone().count();
    let refused = table
        .clone()
        .any(|party| party.standing == Standing::Refuses);
    let signatories: Vec<ActorId> = table.filter(assents).map(|party| party.actor).collect();
    let signed = signatories.len();
    let is_adopted = match forum.decides {
        DecisionRule::Unanimity => !refused && signed > 1,
        DecisionRule::QualifiedMajority { per_mille } => {
            signed * 1000 >= usize::from(per_mille) * many
        }
        DecisionRule::Committee { approvals } => signed >= usize::from(approvals),
        DecisionRule::Agency => true,
    };
    let cause = Cause::Event(now.event);
    if !is_adopted {
        let stopped = emit(play, cause, Event::Stopped { draft });
        let lost = play.scenario().book.statements.block_relations;
        outcome::relations(play, now.forum, -lost, Cause::Event(stopped));
        return;
    }
    for actor in &signatories {
        let party = now.party(*actor).cloned();
        if let Some(party) = party.filter(|party| party.standing != Standing::Signed) {
            let silent = Cause::Engine(EngineRule::Assent);
            say(play, draft, &party, Answer::Signed, silent);
        }
    }
    outcome::come_out(play, draft, Outcome::Adopted, signatories, cause);
}

/// Where a text goes through several languages and nobody paid for it, a word may come out wrong and reopen a clause.
fn mistranslated(play: &mut Play<'_>, text: &Draft) -> bool {
    let scenario = play.scenario();
    let rules = &scenario.book.statements;
    let forum = forum_of(play, text);
    // Agreed language has been translated long ago.
    let mut new = text
        .clauses
        .iter()
        .filter(|placed| !placed.bracketed && !rules.clauses[placed.clause.index()].agreed);
    let Some(placed) = new.next_back() else {
        return false;
    };
    if forum.languages.len() < 2 || text.is_translated {
        return false;
    }
    let subjects = words_of(&scenario.names, text.no);
    let turn = play.state.turn();
    let dice = play.state.dice;
    let mut die = dice.of(Roll::Mistranslation, &subjects, 0, turn, 0);
    if !die.per_mille(rules.mistranslation) {
        return false;
    }
    let wrong = Event::Mistranslated {
        draft: text.no,
        clause: placed.clause,
    };
    emit(play, Cause::Event(text.event), wrong);
    true
}

/// A chair without a seat puts out a text of its own when its forum keeps failing, or when time is up.
fn chair(play: &mut Play<'_>, draft: DraftNo) {
    let Some(now) = text(play, draft) else {
        return;
    };
    let Some(chair) = forum_of(play, &now).chair else {
        return;
    };
    let is_last = usize::from(play.state.turn()) + 1 >= play.scenario().turns.len();
    let binds = now.clauses.iter().any(|placed| !placed.bracketed);
    if has_seat(play, chair) || now.stopped == 0 || !binds {
        return;
    }
    // Where the lines of a chair are not to be known, none are supposed.
    let is_imagined = play.state.imagined.is_some();
    if !is_imagined && stance::crosses(play.scenario(), chair, &now) {
        return;
    }
    if now.stopped >= CHAIR_AFTER || is_last {
        let cause = Cause::Engine(EngineRule::PenHolder);
        outcome::come_out(play, draft, Outcome::Chair, vec![chair], cause);
    }
}
