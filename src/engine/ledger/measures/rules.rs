//! What measures do, and what is done with them.

use crate::engine::act::Act;
use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Die;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::disclosure;
use crate::engine::ledger::harm;
use crate::engine::ledger::measures::Event;
use crate::engine::ledger::measures::Standing;
use crate::engine::ledger::measures::State;
use crate::engine::ledger::measures::lasting;
use crate::engine::ledger::measures::vote;
use crate::engine::ledger::norms;
use crate::engine::ledger::spread;
use crate::engine::ledger::tension;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::MeasureId;
use crate::model::SeatId;
use crate::model::effect::HarmKind;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::measures::Category;
use crate::model::ledger::measures::Form;
use crate::model::ledger::measures::Measure;
use crate::model::ledger::measures::Read;
use crate::model::ledger::measures::Rules;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::scenario::Scenario;

/// A channel that nothing narrows, in per mille.
pub(super) const OPEN: i32 = 1000;
/// What a text that does more than it should adds to the tension.
const BAD_TENSION: i32 = 3;

pub(super) fn read(world: &Readable, read: Read) -> i64 {
    let book = &world.book.measures;
    let of = |measure: MeasureId| &book.menu[measure.index()];
    match read {
        Read::Taken(measure) => i64::from(of(measure).taken.is_some()),
        Read::Proposed(measure) => i64::from(of(measure).proposed.is_some()),
        Read::Exempted(measure) => i64::from(of(measure).exempt),
        Read::Checked(measure) => i64::from(of(measure).checked),
        Read::BadlyDrafted(measure) => i64::from(of(measure).bad),
        Read::Assents(measure) => i64::try_from(of(measure).assents.len()).unwrap_or(0),
        Read::Pressed(seat) => i64::from(book.pressed[seat.index()]),
    }
}

/// How much a measure leaves of the channels to those it cuts off, in per mille.
pub(super) fn openness(rules: &Rules, row: &Measure, now: &Standing) -> i32 {
    match (now.taken, now.exempt, now.guided) {
        (None, ..) => OPEN,
        _ if row.cuts.is_empty() => OPEN,
        (Some(_), false, _) => 0,
        (Some(_), true, false) => rules.reopen_first,
        (Some(_), true, true) => rules.reopen_guided,
    }
}

/// How much the measures leave of the channel between two actors, in per mille, and the one that leaves least.
pub(in crate::engine) fn channel(
    scenario: &Scenario,
    book: &State,
    one: ActorId,
    other: ActorId,
) -> (i32, Option<MeasureId>) {
    let rules = &scenario.book.measures;
    let mut least = (OPEN, None);
    if !scenario.ledgers.contains(&Ledger::Measures) {
        return least;
    }
    for row in &rules.menu {
        let now = &book.menu[row.id.index()];
        let left = openness(rules, row, now);
        let between = (row.cuts.contains(&one) && binds(scenario, row, now, other))
            || (row.cuts.contains(&other) && binds(scenario, row, now, one));
        if between && left < least.0 {
            least = (left, Some(row.id));
        }
    }
    least
}

/// Whether a measure binds an actor: one of the side that took it, or of a member's.
fn binds(scenario: &Scenario, row: &Measure, now: &Standing, actor: ActorId) -> bool {
    let state = |actor: ActorId| scenario.actors[actor.index()].acts_for.unwrap_or(actor);
    let takes = |seat: SeatId| state(scenario.seats[seat.index()].actor) == state(actor);
    let by_taker = match now.by {
        Some(seat) => takes(seat),
        None => scenario
            .seats
            .iter()
            .any(|seat| row.is_for(seat) && takes(seat.id)),
    };
    by_taker
        || row
            .members
            .iter()
            .any(|(member, _)| state(*member) == state(actor))
}

/// What a measure in force puts in the way of an act towards another actor: a channel that it leaves nothing of.
pub(in crate::engine) fn blocked(lens: &Lens<'_>, seat: SeatId, act: &Act) -> Option<Obstacle> {
    let (Act::Share { to: other, .. } | Act::Ask { of: other } | Act::KeepInTouch { with: other }) =
        *act
    else {
        return None;
    };
    // Where there are contacts, they ask: an arrangement may still let something through.
    if lens.has(Ledger::Contacts) {
        return None;
    }
    let own = lens.seat(seat).actor;
    let (left, _) = channel(lens.scenario(), &lens.book().measures, own, other);
    (left == 0).then(|| closed(other))
}

/// What is told of a channel that a measure leaves nothing of.
pub(in crate::engine) fn closed(to: ActorId) -> Obstacle {
    Obstacle::Rule {
        key: "obstacle-measures-closed",
        actor: Some(to),
        until: None,
    }
}

/// Whether what goes from one actor to another is held back on the way, since firms and banks stay away to be safe.
pub(in crate::engine) fn holds_back(
    play: &mut Play<'_>,
    from: ActorId,
    to: ActorId,
    cause: Cause,
) -> bool {
    let scenario = play.scenario();
    // Where there are contacts, what goes from one to another has asked there.
    if play.has(Ledger::Contacts) {
        return false;
    }
    let (left, Some(measure)) = channel(scenario, &play.state.world.book.measures, from, to) else {
        return false;
    };
    let words = [from, to].map(|actor| scenario.names.hash(Kind::Actor, actor.0));
    let turn = play.state.turn();
    let mut die = play.state.dice.of(Roll::HeldBack, &words, 0, turn, 0);
    let is_held = die.per_mille(OPEN - left);
    if is_held {
        hold_back(play, measure, from, to, cause);
    }
    is_held
}

/// Something was held back on the way under a measure.
pub(in crate::engine) fn hold_back(
    play: &mut Play<'_>,
    measure: MeasureId,
    from: ActorId,
    to: ActorId,
    cause: Cause,
) {
    emit(play, cause, Event::HeldBack { measure, from, to });
}

/// Whether the call at a seat's home for sanctions is loud.
pub(in crate::engine) fn is_pressed(scenario: &Scenario, world: &Readable, seat: SeatId) -> bool {
    scenario.ledgers.contains(&Ledger::Measures)
        && world.book.measures.pressed[seat.index()] >= scenario.book.measures.pressure_high
}

/// Moves the call at a seat's home for sanctions.
pub(super) fn press(play: &mut Play<'_>, seat: SeatId, by: i32, cause: Cause) {
    let was = play.state.world.book.measures.pressed[seat.index()];
    let now = was.saturating_add(by).clamp(0, 100);
    if now != was {
        let by = now - was;
        emit(play, cause, Event::Pressed { seat, by, now });
    }
}

/// The text exempts incident response.
pub(super) fn exempt(play: &mut Play<'_>, measure: MeasureId, cause: Cause) {
    let rules = &play.scenario().book.measures;
    let (row, now) = (&rules.menu[measure.index()], standing(play, measure));
    if now.exempt {
        return;
    }
    let channel = match now.taken {
        Some(_) if !row.cuts.is_empty() => rules.reopen_first,
        _ => 0,
    };
    emit(play, cause, Event::Exempted { measure, channel });
}

/// Guidance says what an exemption allows.
pub(super) fn guide(play: &mut Play<'_>, measure: MeasureId, cause: Cause) {
    let rules = &play.scenario().book.measures;
    let (row, now) = (&rules.menu[measure.index()], standing(play, measure));
    if now.taken.is_none() || !now.exempt || now.guided {
        return;
    }
    let channel = if row.cuts.is_empty() {
        0
    } else {
        rules.reopen_guided - rules.reopen_first
    };
    emit(play, cause, Event::Guided { measure, channel });
}

/// A measure is taken, with what follows from that.
pub(super) fn enact(
    play: &mut Play<'_>,
    measure: MeasureId,
    by: Option<SeatId>,
    origin: Origin,
) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let rules = &scenario.book.measures;
    let row = &rules.menu[measure.index()];
    let now = standing(play, measure).clone();
    if now.taken.is_some() {
        return Ok(());
    }
    let turn = play.state.turn();
    let mut after = now.clone();
    after.taken = Some(turn);
    let taken = Event::Taken {
        measure,
        by,
        until: (row.turns > 0).then(|| turn.saturating_add(row.turns)),
        channel: openness(rules, row, &after) - OPEN,
        unchecked: row.form.is_weighty() && !now.checked,
    };
    let no = emit(play, origin.cause(), taken);
    let cause = Cause::Event(no);
    let actor = by.map(|seat| scenario.seats[seat.index()].actor);
    draft(play, row, &now, no);
    bear(play, row, &now, actor, cause);
    if let (Some(actor), Some(target)) = (actor, row.target) {
        tension::shift_between(play, actor, target, row.form.tension(), cause);
    }
    cut_off(play, row, cause);
    if row.form == Form::Pledge {
        let seats = scenario.seats.iter().filter(|seat| match by {
            Some(by) => seat.id == by,
            None => row.is_for(seat),
        });
        for seat in seats {
            disclosure::pledge(play, seat.actor, cause);
        }
    }
    if let (Some(seat), Category::Restrictive) = (by, row.form.category()) {
        press(play, seat, -rules.pressure_relief, cause);
    }
    if row.form.may_deter() && !row.deters.is_empty() {
        let (turn, by) = deterrence(rules, turn, die(play, Roll::Deterrence, measure));
        emit(play, cause, Event::DeterrenceDrawn { measure, turn, by });
    }
    lasting::replace(play, row, by, Origin::new(no, 0))?;
    let key = scenario.names.hash(Kind::Measure, measure.0);
    play.effects(&row.on_taken, Origin::new(no, key).of_politics(true))
}

/// A text that nobody asked the technical teams about may do more than it should.
fn draft(play: &mut Play<'_>, row: &Measure, now: &Standing, no: EventNo) {
    let odds = play.scenario().book.measures.bad_draft;
    if row.form.is_weighty() && !now.consulted {
        let is_bad = die(play, Roll::Drafting, row.id).per_mille(odds);
        if is_bad {
            let measure = row.id;
            let no = emit(play, Cause::Event(no), Event::BadlyDrafted { measure });
            let taker = standing(play, measure).by;
            let taker = taker.map(|seat| play.scenario().seats[seat.index()].actor);
            if let (Some(taker), Some(target)) = (taker, row.target) {
                tension::shift_between(play, taker, target, BAD_TENSION, Cause::Event(no));
            }
        }
    }
}

/// What taking it says of whoever takes it.
fn bear(play: &mut Play<'_>, row: &Measure, now: &Standing, actor: Option<ActorId>, cause: Cause) {
    let Some(actor) = actor else { return };
    let mut note = |norm, bearing, contested| {
        norms::note(play, actor, norm, bearing, contested, cause);
    };
    match row.form {
        Form::CapacityBuilding
        | Form::JointAdvisory
        | Form::AgendaItem
        | Form::Diary
        | Form::Position => {
            note(Norm::A, Bearing::Upheld, false);
        }
        Form::Compendium => note(Norm::G, Bearing::Upheld, false),
        Form::Redress => note(Norm::E, Bearing::Upheld, false),
        Form::Help | Form::Assistance => note(Norm::H, Bearing::Upheld, false),
        Form::Indictment | Form::LegalCase => note(Norm::D, Bearing::Upheld, false),
        _ => {}
    }
    if row.form.is_weighty() && !now.checked {
        note(Norm::E, Bearing::Strained, true);
        if row.form == Form::Countermeasure {
            note(Norm::F, Bearing::Strained, true);
        }
    }
    if matches!(row.form, Form::Diary | Form::Position | Form::Pledge) {
        // Whoever says in public what it does and will be held to is trusted a little more by everybody.
        for other in play.scenario().actors.iter().map(|actor| actor.id) {
            trust::shift(play, other, actor, 1, cause);
        }
    }
}

/// The teams on the other end feel that a channel was closed over their heads.
fn cut_off(play: &mut Play<'_>, row: &Measure, cause: Cause) {
    let scenario = play.scenario();
    let rules = &scenario.book.measures;
    let left = openness(rules, row, standing(play, row.id));
    let cost = if left == 0 {
        rules.channel_cost
    } else {
        rules.channel_cost / 3
    };
    for &cut in &row.cuts {
        for other in scenario.seats.iter().map(|seat| seat.actor) {
            if binds(scenario, row, standing(play, row.id), other)
                && scenario.actors[other.index()].kind.is_technical()
            {
                trust::shift(play, cut, other, -cost, cause);
            }
        }
    }
}

/// A measure ends; a new one has to be prepared anew.
pub(super) fn end(
    play: &mut Play<'_>,
    measure: MeasureId,
    sunset: bool,
    origin: Origin,
) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let rules = &scenario.book.measures;
    let row = &rules.menu[measure.index()];
    let now = standing(play, measure);
    if now.taken.is_none() {
        return Ok(());
    }
    let channel = OPEN - openness(rules, row, now);
    let ended = Event::Ended {
        measure,
        sunset,
        channel,
    };
    let no = emit(play, origin.cause(), ended);
    let key = scenario.names.hash(Kind::Measure, measure.0);
    play.effects(&row.on_ended, Origin::new(no, key).of_politics(true))
}

/// When a measure deters and how far: late and little, and possibly not at all.
pub(super) fn deterrence(rules: &Rules, turn: u16, mut die: Die) -> (u16, i32) {
    let after = die.between(
        rules.deter_after,
        rules.deter_after.saturating_add(rules.deter_spread),
    );
    let by = die.between(0, rules.deter_most);
    let after = u16::try_from(after).unwrap_or(u16::MAX);
    (turn.saturating_add(after), by)
}

/// The beginning of a turn: dates in texts come, and what may deter does so.
pub(super) fn begin(play: &mut Play<'_>) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let turn = play.state.turn();
    for row in &scenario.book.measures.menu {
        let now = standing(play, row.id);
        let key = scenario.names.hash(Kind::Measure, row.id.0);
        let origin = Origin::new(now.no, key);
        let (is_over, deters) = (now.until.is_some_and(|until| until <= turn), now.deters);
        if let Some((_, by)) = deters.filter(|(when, _)| *when <= turn) {
            let deterred = Event::Deterred {
                measure: row.id,
                by,
            };
            let no = emit(play, origin.cause(), deterred);
            slow(play, row, by, no);
        }
        if is_over {
            end(play, row.id, true, origin)?;
        }
    }
    Ok(())
}

fn slow(play: &mut Play<'_>, row: &Measure, by: i32, no: EventNo) {
    let turns = play.scenario().book.measures.deter_turns;
    let until = play
        .state
        .turn()
        .saturating_add(u16::try_from(turns - 1).unwrap_or(0));
    for &zone in &row.deters {
        if by > 0 {
            spread::slow(play, zone, OPEN - by, until, Cause::Event(no));
        }
    }
}

/// Resolve: members decide, measures are felt by people, and calls at home grow or cost.
pub(super) fn pass(play: &mut Play<'_>) -> Result<(), Rejection> {
    let scenario = play.scenario();
    for row in &scenario.book.measures.menu {
        vote::vote(play, row)?;
        hurt(play, row);
        lasting::relieve(play, row);
    }
    if play.state.turn() > 0 {
        call(play);
    }
    Ok(())
}

/// What a measure does to people who had no part in anything; twice as much where its text or its silence says more than it should.
fn hurt(play: &mut Play<'_>, row: &Measure) {
    let now = standing(play, row.id);
    if now.taken.is_none() {
        return;
    }
    let (no, is_wide) = (now.no, now.bad || !now.exempt);
    for &(community, by) in &row.hurts {
        let by = if is_wide { by.saturating_mul(2) } else { by };
        if play.has(Ledger::Harm) {
            let cause = Cause::Event(no);
            harm::harm(play, community, HarmKind::Secondary, by, None, cause);
        }
    }
}

/// The call at home for sanctions: it grows where there are none, and resisting it costs approval.
fn call(play: &mut Play<'_>) {
    let scenario = play.scenario();
    let rules = &scenario.book.measures;
    let cause = Cause::Engine(EngineRule::Pressure);
    for seat in &scenario.seats {
        let mut own = rules
            .menu
            .iter()
            .filter(|row| row.form.category() == Category::Restrictive && row.is_for(seat));
        let Some(first) = own.next() else { continue };
        let taken = std::iter::once(first)
            .chain(own)
            .any(|row| standing(play, row.id).taken.is_some());
        if !taken {
            press(play, seat.id, rules.pressure, cause);
            if is_pressed(scenario, &play.state.world, seat.id) {
                play.capital(seat.id, -1, cause);
            }
        }
    }
}

pub(super) fn standing<'p>(play: &'p Play<'_>, measure: MeasureId) -> &'p Standing {
    &play.state.world.book.measures.menu[measure.index()]
}

fn die(play: &Play<'_>, roll: Roll, measure: MeasureId) -> Die {
    let word = play.scenario().names.hash(Kind::Measure, measure.0);
    play.state.dice.of(roll, &[word], 0, play.state.turn(), 0)
}

pub(super) fn emit(play: &mut Play<'_>, cause: Cause, event: Event) -> EventNo {
    play.emit(cause, What::Book(BookEvent::Measures(event)))
}
