//! What passes between holder and recipient: reports, extensions, answers.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::duties::DutyState;
use crate::engine::ledger::duties::clock;
use crate::engine::ledger::facts;
use crate::engine::ledger::trust;
use crate::engine::rejection::Rejection;
use crate::model::DutyId;
use crate::model::FactId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::duties::Duty;
use crate::model::ledger::duties::Follows;
use crate::model::ledger::duties::Payload;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::time::ExerciseTime;

/// A report is filed at a moment: in time it meets the duty, later it is late.
pub(in crate::engine) fn report(
    play: &mut Play<'_>,
    duty: DutyId,
    payload: Payload,
    at: ExerciseTime,
    origin: Origin,
) -> Result<(), Rejection> {
    let row = &play.scenario().duties[duty.index()];
    let key = play.scenario().names.hash(Kind::Duty, duty.0);
    let no = match play.state.world.duties[duty.index()] {
        DutyState::Running { due, .. } if at <= due => {
            let met = DutyEvent::Met { duty, at, payload };
            let no = play.emit(origin.cause(), What::Duties(met));
            play.effects(&row.on_met, Origin::new(no, key))?;
            no
        }
        DutyState::Running { .. } => {
            let no = play.emit(origin.cause(), What::Duties(DutyEvent::Missed { duty }));
            play.effects(&row.on_missed, Origin::new(no, key))?;
            let late = DutyEvent::Late { duty, at, payload };
            play.emit(origin.cause(), What::Duties(late))
        }
        DutyState::Missed { reported: None, .. } => {
            let late = DutyEvent::Late { duty, at, payload };
            play.emit(origin.cause(), What::Duties(late))
        }
        _ => return Ok(()),
    };
    receive(play, row, payload, at, no)?;
    clock::follow(play, Follows::Report(duty), at, Cause::Event(no));
    Ok(())
}

/// What a report does at the other end.
fn receive(
    play: &mut Play<'_>,
    row: &Duty,
    payload: Payload,
    at: ExerciseTime,
    no: EventNo,
) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let (duty, cause) = (row.id, Cause::Event(no));
    let key = scenario.names.hash(Kind::Duty, duty.0);
    let holder = scenario.seats[row.holder.index()].actor;
    let notes = play.state.world.duty_notes[duty.index()];
    if row.known_since.is_some() && notes.known.is_none() && notes.determined.is_some() {
        let no = play.emit(cause, What::Duties(DutyEvent::Noise { duty }));
        let cost = scenario.duty_rules.noise_cost.saturating_neg();
        trust::shift(play, row.recipient, holder, cost, Cause::Event(no));
    }
    let mut told = tell(play, row, &row.tells, payload, cause);
    if payload != Payload::Minimal {
        told |= tell(play, row, &row.tells_in_full, payload, cause);
    }
    if told {
        trust::exchange(play, holder, row.recipient, cause);
    }
    if payload != Payload::Minimal {
        play.effects(&row.on_full, Origin::new(no, key))?;
    }
    let odds = row.leak_of(payload);
    let mut die = play
        .state
        .dice
        .of(Roll::ReportLeak, &[key], 0, play.state.turn(), 0);
    if odds > 0 && die.per_mille(odds) {
        let no = play.emit(cause, What::Duties(DutyEvent::Leaked { duty }));
        play.effects(&row.on_leak, Origin::new(no, key))?;
    }
    if let Some(within) = row.answer {
        let until = at.plus(within.0);
        play.emit(cause, What::Duties(DutyEvent::AnswerOwed { duty, until }));
    }
    let reader = scenario
        .seats
        .iter()
        .find(|seat| seat.actor == row.recipient);
    let by = scenario.duty_rules.hours_per_report.saturating_neg();
    if let (Some(seat), Some(_)) = (reader, row.answer)
        && by != 0
    {
        play.emit(cause, What::HoursMoved { seat: seat.id, by });
    }
    Ok(())
}

/// The recipient learns what the holder holds of these facts: a legal duty is no breach of a label, and a national marking
/// stays at home. Answers whether anything was new.
fn tell(play: &mut Play<'_>, row: &Duty, facts: &[FactId], payload: Payload, cause: Cause) -> bool {
    if !play.has(Ledger::Facts) {
        return false;
    }
    let holder = play.scenario().seats[row.holder.index()].actor;
    let mut is_new = false;
    for &fact in facts {
        let Some(held) = play.state.world.holding(holder, fact) else {
            continue;
        };
        let (Marking::Tlp(label), derived) = (held.marking, held.derived) else {
            continue;
        };
        let label = if payload == Payload::Flagged {
            label.max(Tlp::AmberStrict)
        } else {
            label
        };
        is_new |= play.state.world.holding(row.recipient, fact).is_none();
        facts::learn(
            play,
            row.recipient,
            fact,
            Marking::Tlp(label),
            Some(holder),
            derived,
            cause,
        );
    }
    is_new
}

/// The holder asks for more time before the deadline; the recipient grants it by trust, once. Asking stops no clock.
pub(in crate::engine) fn ask_extension(
    play: &mut Play<'_>,
    duty: DutyId,
    at: ExerciseTime,
    cause: Cause,
) {
    let scenario = play.scenario();
    let row = &scenario.duties[duty.index()];
    let (Some(term), DutyState::Running { due, .. }) =
        (row.extension, play.state.world.duties[duty.index()])
    else {
        return;
    };
    let holder = scenario.seats[row.holder.index()].actor;
    let trust = play.state.world.trust(row.recipient, holder);
    let odds = extension_odds(scenario.duty_rules.extension_odds, trust);
    let key = scenario.names.hash(Kind::Duty, duty.0);
    let turn = play.state.turn();
    let grants = at <= due
        && play
            .state
            .dice
            .of(Roll::Extension, &[key], 0, turn, 0)
            .per_mille(odds);
    let event = if grants {
        DutyEvent::Extended {
            duty,
            due: clock::end_of(scenario, row, term, due),
        }
    } else {
        DutyEvent::ExtensionRefused { duty }
    };
    play.emit(cause, What::Duties(event));
}

/// The odds that a recipient grants more time, in per mille.
pub(in crate::engine) fn extension_odds(base: i32, trust: i32) -> i32 {
    trust.saturating_mul(8).saturating_add(base).clamp(0, 950)
}

/// The recipient answers a report: the holder sees that it was read.
pub(in crate::engine) fn respond(
    play: &mut Play<'_>,
    duty: DutyId,
    at: ExerciseTime,
    cause: Cause,
) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let row = &scenario.duties[duty.index()];
    let holder = scenario.seats[row.holder.index()].actor;
    let no = play.emit(cause, What::Duties(DutyEvent::Answered { duty, at }));
    let gain = scenario.duty_rules.answer_gain;
    trust::shift(play, holder, row.recipient, gain, Cause::Event(no));
    let key = scenario.names.hash(Kind::Duty, duty.0);
    play.effects(&row.on_answer, Origin::new(no, key))
}
