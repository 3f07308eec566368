//! What measures that threaten nobody do for as long as they stand: a compendium slows an incident, a fund reaches those who
//! know that they may claim, and what a state has said about the law binds it.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::ledger::harm;
use crate::engine::ledger::measures::rules;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::engine::rejection::Rejection;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::MeasureId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::decision::Cost;
use crate::model::effect::HarmKind;
use crate::model::ledger::Ledger;
use crate::model::ledger::measures::Form;
use crate::model::ledger::measures::Measure;
use crate::model::ledger::measures::Point;
use crate::model::scenario::Scenario;

/// What everybody's trust in a state loses that reads the law otherwise today than it did before.
const TURNS_COAT: i32 = 2;

/// What compendia that are in place leave of a zone's rate, in per mille. What was adopted in the preparation is in place when
/// the exercise begins (mechanics A37); later it takes owners their time.
pub(in crate::engine) fn readied(scenario: &Scenario, world: &Readable, zone: ZoneId) -> i64 {
    if !scenario.ledgers.contains(&Ledger::Measures) {
        return 1000;
    }
    let rules = &scenario.book.measures;
    let after = u16::try_from(rules.ready_after).unwrap_or(u16::MAX);
    let mut left = 1000;
    for row in &rules.menu {
        let taken = world.book.measures.menu[row.id.index()].taken;
        let is_in_place =
            taken.is_some_and(|turn| turn == 0 || world.turn >= turn.saturating_add(after));
        let Some(&(_, by)) = row.readies.iter().find(|(of, _)| *of == zone) else {
            continue;
        };
        if is_in_place {
            left = left * i64::from(1000 - by) / 1000;
        }
    }
    left
}

/// A fund for those who were harmed takes away part of what follows from it; only who has been told can claim (mechanics A54).
pub(super) fn relieve(play: &mut Play<'_>, row: &Measure) {
    let now = rules::standing(play, row.id);
    if now.taken.is_none() || !play.has(Ledger::Harm) {
        return;
    }
    let cause = Cause::Event(now.no);
    for &(community, by) in &row.relieves {
        let was_told = play.state.world.communities[community.index()]
            .notified
            .is_some();
        if was_told {
            harm::harm(play, community, HarmKind::Secondary, -by, None, cause);
        }
    }
}

/// A state that takes a position on a point of law lets go of what it said on it before; changing one's reading is noticed.
pub(super) fn replace(
    play: &mut Play<'_>,
    row: &Measure,
    by: Option<SeatId>,
    origin: Origin,
) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let menu = &scenario.book.measures.menu;
    let earlier = menu
        .iter()
        .filter(|other| other.id != row.id && row.point.is_some() && other.point == row.point);
    for other in earlier {
        let said = rules::standing(play, other.id);
        if said.taken.is_none() || said.by != by {
            continue;
        }
        rules::end(play, other.id, false, origin)?;
        let Some(by) = by else { continue };
        let own = scenario.seats[by.index()].actor;
        for actor in scenario.actors.iter().map(|actor| actor.id) {
            trust::shift(play, actor, own, -TURNS_COAT, origin.cause());
        }
    }
    Ok(())
}

/// Whether a position on a point of law is on a seat's menu, and none has been taken.
pub(super) fn lacks_position(lens: &Lens<'_>, seat: SeatId, point: Point) -> bool {
    let menu = lens.scenario().book.measures.menu.iter();
    let card = lens.seat(seat);
    let mut own = menu
        .filter(|row| row.point == Some(point) && row.is_for(card))
        .peekable();
    let stands = |measure: MeasureId| lens.book().measures.menu[measure.index()].taken.is_some();
    own.peek().is_some() && !own.any(|row| stands(row.id))
}

/// Whether one of these seats has said how it reads the law, on any point (mechanics A9): its lawyers have the words ready.
pub(in crate::engine) fn has_position(lens: &Lens<'_>) -> bool {
    lens.has(Ledger::Measures)
        && lens.scenario().book.measures.menu.iter().any(|row| {
            let now = &lens.book().measures.menu[row.id.index()];
            row.form == Form::Position
                && now.taken.is_some()
                && now.by.is_some_and(|by| lens.is_own(by))
        })
}

/// What it costs whoever has done such a thing before: part of the hours (mechanics A66).
pub(super) fn practised(lens: &Lens<'_>, row: &Measure) -> Cost {
    let share = lens.scenario().book.measures.versed_share;
    let is_versed = |actor: &ActorId| lens.is_own_actor(*actor);
    let mut cost = row.cost;
    if row.versed.iter().any(is_versed) {
        cost.hours = (cost.hours.saturating_mul(share) + 999) / 1000;
    }
    cost
}
