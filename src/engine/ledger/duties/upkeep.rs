//! What happens to duties by itself at the end of a turn: answers come or don't, and late knowledge comes to light.

use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::What;
use crate::engine::ledger::duties::Answer;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::duties::clock;
use crate::engine::ledger::duties::filing;
use crate::engine::ledger::norms;
use crate::engine::ledger::trust;
use crate::engine::rejection::Rejection;
use crate::model::ActorId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::duties::Duty;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::roster::ActorKind;
use crate::model::time::ExerciseTime;

/// The end of a turn.
pub(in crate::engine) fn upkeep(play: &mut Play<'_>, to: ExerciseTime) -> Result<(), Rejection> {
    if !play.has(Ledger::Duties) {
        return Ok(());
    }
    for duty in &play.scenario().duties {
        answer(play, duty, to)?;
        find_out(play, duty, to);
    }
    Ok(())
}

/// A recipient without a seat answers by how much lies on its desk; one that stays silent too long loses the holder's trust.
fn answer(play: &mut Play<'_>, duty: &Duty, to: ExerciseTime) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let answer = play.state.world.duty_notes[duty.id.index()].answer;
    if !answer.is_waited_for() {
        return Ok(());
    }
    let has_seat = scenario
        .seats
        .iter()
        .any(|seat| seat.actor == duty.recipient);
    let rules = &scenario.duty_rules;
    let waiting = scenario.duties.iter().filter(|other| {
        other.recipient == duty.recipient
            && other.id != duty.id
            && play.state.world.duty_notes[other.id.index()]
                .answer
                .is_waited_for()
    });
    let load = i32::try_from(waiting.count()).unwrap_or(i32::MAX);
    let odds = rules
        .answer_odds
        .saturating_sub(rules.answer_load.saturating_mul(load))
        .clamp(50, 950);
    let word = scenario.names.hash(Kind::Duty, duty.id.0);
    let turn = play.state.turn();
    let cause = Cause::Engine(EngineRule::Desk);
    let answers = !has_seat
        && play
            .state
            .dice
            .of(Roll::ReportAnswer, &[word], 0, turn, 0)
            .per_mille(odds);
    if answers {
        return filing::respond(play, duty.id, to, cause);
    }
    if matches!(answer, Answer::Owed(until) if until <= to) {
        let no = play.emit(cause, What::Duties(DutyEvent::Unanswered { duty: duty.id }));
        let holder = scenario.seats[duty.holder.index()].actor;
        let cost = rules.silence_cost.saturating_neg();
        trust::shift(play, holder, duty.recipient, cost, Cause::Event(no));
    }
    Ok(())
}

/// Who knew long before it said so, or has not said so yet, may be found out.
fn find_out(play: &mut Play<'_>, duty: &Duty, to: ExerciseTime) {
    let scenario = play.scenario();
    let notes = play.state.world.duty_notes[duty.id.index()];
    let (Some(known), false, true) = (notes.known, notes.found_out, duty.determined) else {
        return;
    };
    if notes.determined.unwrap_or(to).since(known) <= duty.grace.0 {
        return;
    }
    let word = scenario.names.hash(Kind::Duty, duty.id.0);
    let turn = play.state.turn();
    let mut die = play.state.dice.of(Roll::LateKnowledge, &[word], 0, turn, 0);
    if !die.per_mille(scenario.duty_rules.exposure) {
        return;
    }
    let found = DutyEvent::FoundOut {
        duty: duty.id,
        known,
    };
    let no = play.emit(Cause::Engine(EngineRule::Discovery), What::Duties(found));
    let holder = scenario.seats[duty.holder.index()].actor;
    let cost = scenario.duty_rules.exposure_cost.saturating_neg();
    let cause = Cause::Event(no);
    trust::shift(play, duty.recipient, holder, cost, cause);
    norms::note(play, holder, Norm::Inform, Bearing::Strained, false, cause);
    // Whoever has been found out need not be asked any more whether it knows.
    clock::start(play, duty.id, to, cause);
}

/// From now on who reports is not held to account for it, or is again.
pub(in crate::engine) fn safe_harbour(play: &mut Play<'_>, on: bool, cause: Cause) {
    if play.has(Ledger::Duties) && play.state.world.safe_harbour != on {
        play.emit(cause, What::Duties(DutyEvent::SafeHarbour { on }));
    }
}

/// What is left of an actor's willingness to volunteer what it knows, in per mille: mandatory reporting chills firms and NGOs
/// as long as no safe harbour is in force.
pub(in crate::engine) fn candour(play: &Play<'_>, of: ActorId) -> i32 {
    let scenario = play.scenario();
    let is_private = matches!(
        scenario.actors[of.index()].kind,
        ActorKind::Operator | ActorKind::Vendor | ActorKind::Ngo | ActorKind::Academic
    );
    if is_private && play.has(Ledger::Duties) && !play.state.world.safe_harbour {
        1000 - scenario.duty_rules.chill
    } else {
        1000
    }
}
