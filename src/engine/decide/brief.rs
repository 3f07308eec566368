//! Brief: deadlines pass, injects are delivered in MSEL order, decisions open, clocks start.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::ledger::book;
use crate::engine::ledger::duties;
use crate::engine::ledger::facts;
use crate::engine::rejection::Rejection;
use crate::engine::state::DecisionState;
use crate::model::agenda::Row;
use crate::model::id::Kind;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::msel::Inject;
use crate::model::msel::Sender;
use crate::model::msel::Status;
use crate::model::time::ExerciseTime;

/// Enters a turn and does its Brief.
pub(super) fn enter(play: &mut Play<'_>, turn: u16) -> Result<(), Rejection> {
    let row = &play.scenario().turns[usize::from(turn)];
    play.emit(
        Cause::StartEx,
        What::Entered {
            turn,
            step: Step::Brief,
            from: row.from,
        },
    );
    duties::expire(play, row.from)?;
    book::brief(play)?;
    deliver_all(play, turn)?;
    duties::trigger(play, row.from)?;
    open_decisions(play, turn)
}

/// Goes through the injects that can come in this turn, in the order of the MSEL. One that is forced into the Brief comes at
/// its own place, also if it was forced by one that came before it.
///
/// Luck is asked first: it depends on nothing that happens, and most of a long list needs no other look.
fn deliver_all(play: &mut Play<'_>, turn: u16) -> Result<(), Rejection> {
    let (scenario, agenda) = (play.scenario(), play.playable.agenda());
    let luck = play.state.dice.stem(Roll::InjectChance, 0, turn, 0);
    let is_lucky = |row: &&Row| {
        row.chance >= 1000 || luck.with(row.word).die().per_mille(i32::from(row.chance))
    };
    let lucky = agenda.injects(turn).iter().filter(is_lucky);
    let mut lucky = lucky.map(|row| row.inject).peekable();
    let mut passed = None;
    loop {
        let listed = lucky.peek().copied();
        let mut queue = play.state.queue.iter().map(|(inject, _)| *inject);
        let queued = queue.find(|inject| Some(*inject) > passed);
        let Some(inject) = [listed, queued].into_iter().flatten().min() else {
            return Ok(());
        };
        lucky.next_if_eq(&inject);
        passed = Some(inject);
        let inject = &scenario.injects[inject.index()];
        if let Some(cause) = due(play, inject, turn)? {
            deliver(play, inject, cause)?;
        }
    }
}

/// Whether an inject is due now if its luck is with it, and what caused it.
fn due(play: &mut Play<'_>, inject: &Inject, turn: u16) -> Result<Option<Cause>, Rejection> {
    let when = &inject.when;
    let last = play.state.world.delivered[inject.id.index()];
    if play.state.cancelled[inject.id.index()] || inject.status != Status::Approved {
        return Ok(None);
    }
    let mut queue = play.state.queue.iter();
    if let Some((_, by)) = queue.find(|(queued, _)| *queued == inject.id) {
        return Ok(Some(Cause::Event(*by)));
    }
    if when.by_hand || turn < when.from || turn > when.to {
        return Ok(None);
    }
    if last.is_some_and(|last| when.once || turn < last.saturating_add(when.cooldown.max(1))) {
        return Ok(None);
    }
    if let Some((earlier, turns)) = when.after {
        let reached = play.state.world.delivered[earlier.index()]
            .is_some_and(|at| at.saturating_add(turns) <= turn);
        if !reached {
            return Ok(None);
        }
    }
    let word = play.scenario().names.hash(Kind::Inject, inject.id.0);
    if let Some(first) = inject.contingency_of
        && !was_not_done(play, &play.scenario().injects[first.index()], turn, word)?
    {
        return Ok(None);
    }
    if let Some(condition) = when.condition
        && !play.holds(condition, word)?
    {
        return Ok(None);
    }
    Ok(Some(Cause::Inject(inject.id)))
}

/// Whether an inject was delivered in an earlier turn and none of its expected actions has happened.
fn was_not_done(
    play: &mut Play<'_>,
    first: &Inject,
    turn: u16,
    cause: u64,
) -> Result<bool, Rejection> {
    if play.state.world.delivered[first.id.index()].is_none_or(|at| at >= turn) {
        return Ok(false);
    }
    for expected in &first.expected {
        if let Some(done) = expected.done
            && play.holds(done, cause)?
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Delivers an inject: its recipients learn its facts, and its effects happen.
pub(super) fn deliver(play: &mut Play<'_>, inject: &Inject, cause: Cause) -> Result<(), Rejection> {
    let read = play.readings(inject.when.condition);
    let time = time_of(play, inject);
    let no = play.emit(
        cause,
        What::Delivered {
            inject: inject.id,
            time,
            read,
        },
    );
    let from = match inject.from {
        Sender::Actor(actor) => Some(actor),
        Sender::Other(_) => None,
    };
    for &fact in &inject.facts {
        // Who only says where a fact is to be found does not hold it.
        let from = from.filter(|actor| {
            play.scenario().facts[fact.index()].source == *actor
                || play.state.world.holding(*actor, fact).is_some()
        });
        for &actor in &inject.to {
            // A fact travels under its own present label where the inject's is the wider one.
            let marking = match (inject.marking, play.state.world.markings[fact.index()]) {
                (Marking::Tlp(Tlp::Clear), own) | (Marking::Tlp(_), own @ Marking::National) => own,
                (marking, _) => marking,
            };
            facts::learn(play, actor, fact, marking, from, false, Cause::Event(no));
        }
    }
    let key = play.scenario().names.hash(Kind::Inject, inject.id.0);
    play.effects(&inject.effects, Origin::new(no, key).at(time))
}

fn time_of(play: &Play<'_>, inject: &Inject) -> ExerciseTime {
    let turn = &play.scenario().turns[usize::from(play.state.turn())];
    if play.state.step >= Step::Resolve {
        // The facilitator delivers it while the turn is told: it comes with the turn's end.
        return turn.to;
    }
    match inject.when.at {
        Some(at) if at >= turn.from && at < turn.to => at,
        _ => turn.from,
    }
}

fn open_decisions(play: &mut Play<'_>, turn: u16) -> Result<(), Rejection> {
    let (scenario, agenda) = (play.scenario(), play.playable.agenda());
    for decision in agenda.decisions(turn) {
        let decision = &scenario.decisions[decision.index()];
        if play.state.decision(decision.id) != DecisionState::Waiting {
            continue;
        }
        let opens = &decision.opens;
        let reached = opens
            .after
            .is_none_or(|inject| play.state.world.delivered[inject.index()].is_some());
        if !reached {
            continue;
        }
        if let Some(condition) = opens.condition
            && !play.holds(
                condition,
                play.scenario().names.hash(Kind::Decision, decision.id.0),
            )?
        {
            continue;
        }
        let until = turn.saturating_add(decision.stays.max(1) - 1);
        play.emit(
            Cause::Engine(EngineRule::Agenda),
            What::Opened {
                decision: decision.id,
                until,
            },
        );
    }
    Ok(())
}
