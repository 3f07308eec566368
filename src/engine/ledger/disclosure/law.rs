//! Laws that send reports to the state, and duties that tell others: when they bind, are kept or missed, and are copied.

use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::EventNo;
use crate::engine::ledger::disclosure::embargo;
use crate::engine::ledger::disclosure::event::Event;
use crate::engine::ledger::disclosure::telling::chill;
use crate::engine::ledger::disclosure::telling::die;
use crate::engine::ledger::disclosure::telling::emit;
use crate::engine::ledger::disclosure::telling::inform;
use crate::engine::ledger::disclosure::telling::is_seated;
use crate::engine::ledger::disclosure::telling::now;
use crate::engine::ledger::disclosure::telling::region;
use crate::engine::ledger::disclosure::telling::row;
use crate::engine::ledger::duties;
use crate::engine::ledger::duties::DutyState;
use crate::model::ActorId;
use crate::model::CaseId;
use crate::model::RegionId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::duties::Payload;
use crate::model::time::ExerciseTime;

/// The law of a region binds its finder and its vendors from when they learn of a flaw.
pub(super) fn run(play: &mut Play<'_>, case: CaseId, who: ActorId, no: EventNo) {
    let row = row(play, case);
    let is_bound = row.finder == who || row.vendors.iter().any(|vendor| vendor.actor == who);
    let region = region(play, who);
    let scenario = play.scenario();
    let Some(law) = play.state.world.book.disclosure.law(scenario, region) else {
        return;
    };
    if !is_bound || now(play, case).due.is_some() || now(play, case).party(law.state).is_some() {
        return;
    }
    let from = at(play);
    let due = from.plus(law.within.0);
    let ran = Event::LawRan {
        case,
        region: law.region,
        due,
    };
    let no = emit(play, Cause::Event(no), ran);
    if let Some(duty) = law.duty {
        duties::start(play, duty, from, Cause::Event(no));
    }
}

/// That the law sent a report to the state silences some; how many is drawn.
pub(super) fn silence(play: &mut Play<'_>, case: CaseId, who: ActorId, no: EventNo) {
    let Some((_, region)) = now(play, case).due else {
        return;
    };
    let scenario = play.scenario();
    let law = play.state.world.book.disclosure.law(scenario, Some(region));
    if law.is_some_and(|law| law.state == who) {
        let most = scenario.book.disclosure.chill;
        chill(
            play,
            region,
            most,
            scenario.names.hash(Kind::Case, case.0),
            Cause::Event(no),
        );
    }
}

/// The law's time has come: the report was made, is made now, or is late.
pub(super) fn keep(play: &mut Play<'_>, case: CaseId, at: ExerciseTime) {
    let Some((due, region)) = now(play, case).due else {
        return;
    };
    let scenario = play.scenario();
    let Some(law) = play.state.world.book.disclosure.law(scenario, Some(region)) else {
        return;
    };
    if now(play, case).law_missed || now(play, case).party(law.state).is_some() {
        return;
    }
    let cause = Cause::Engine(EngineRule::Localising);
    let finder = row(play, case).finder;
    let stands = law.duty.filter(|_| play.has(Ledger::Duties));
    let stands = stands.map(|duty| play.state.world.duties[duty.index()]);
    match stands {
        Some(DutyState::Met { .. }) => inform(play, case, law.state, Some(finder), cause),
        Some(DutyState::Missed { .. }) => {
            emit(play, cause, Event::LawMissed { case });
        }
        Some(_) => {}
        None if at < due => {}
        None => {
            let keeps = !is_seated(play, finder)
                && die(play, Roll::Habit, case, Some((Kind::Region, region.0)), 0)
                    .per_mille(law.complies);
            if keeps {
                inform(play, case, law.state, Some(finder), cause);
            } else {
                emit(play, cause, Event::LawMissed { case });
            }
        }
    }
}

/// A report that a law asks of a seat tells its recipient. It beats an embargo; done without a word it costs what breaking one
/// does, and saying more than the law needs costs what leaving does.
pub(super) fn duties_met(play: &mut Play<'_>, case: CaseId) {
    if !play.has(Ledger::Duties) {
        return;
    }
    for duty in &row(play, case).duties {
        let duty = &play.scenario().duties[duty.index()];
        let holder = play.scenario().seats[duty.holder.index()].actor;
        let is_filed = play.state.world.duties[duty.id.index()]
            .reported()
            .is_some();
        if is_filed
            && now(play, case).party(duty.recipient).is_none()
            && now(play, case).party(holder).is_some()
        {
            let cause = Cause::Engine(EngineRule::Trigger);
            if embargo::is_silent(play, case, holder) {
                embargo::break_it(play, case, holder, cause);
            } else if play.state.world.duty_notes[duty.id.index()].payload != Some(Payload::Minimal)
            {
                embargo::strain(play, case, holder, cause);
            }
            inform(play, case, duty.recipient, Some(holder), cause);
        }
    }
}

/// A law of report-to-the-state-first that is in force somewhere is copied elsewhere.
pub(super) fn copy(play: &mut Play<'_>) {
    let rules = &play.scenario().book.disclosure;
    if !play
        .state
        .world
        .book
        .disclosure
        .laws
        .iter()
        .any(|in_force| *in_force)
    {
        return;
    }
    for (place, law) in rules.laws.iter().enumerate() {
        let words = [play.scenario().names.hash(Kind::Region, law.region.0)];
        let mut die = play
            .state
            .dice
            .of(Roll::Habit, &words, 1, play.state.turn(), 0);
        if !play.state.world.book.disclosure.laws[place] && die.per_mille(rules.copied) {
            adopt(play, law.region, Cause::Engine(EngineRule::Localising));
        }
    }
}

/// A law comes into force, and reporting falls where it does.
pub(super) fn adopt(play: &mut Play<'_>, region: RegionId, cause: Cause) {
    let rules = &play.scenario().book.disclosure;
    for (at, law) in rules.laws.iter().enumerate() {
        if law.region == region && !play.state.world.book.disclosure.laws[at] {
            let place = u16::try_from(at).unwrap_or(u16::MAX);
            let no = emit(play, cause, Event::LawAdopted { region, place });
            let key = play.scenario().names.hash(Kind::Region, region.0);
            chill(play, region, rules.chill, key, Cause::Event(no));
        }
    }
}

/// The moment of what happens now: a turn's beginning in its Brief, its end later.
fn at(play: &Play<'_>) -> ExerciseTime {
    use crate::engine::event::Step;
    let turn = &play.scenario().turns[usize::from(play.state.turn())];
    if play.state.step >= Step::Resolve {
        turn.to
    } else {
        turn.from
    }
}
