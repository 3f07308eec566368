//! What a seat can do about measures, and what it may know of them.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Dice;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::measures::Act;
use crate::engine::ledger::measures::Event;
use crate::engine::ledger::measures::Standing;
use crate::engine::ledger::measures::lasting;
use crate::engine::ledger::measures::rules;
use crate::engine::ledger::measures::vote;
use crate::engine::ledger::norms;
use crate::engine::ledger::tension;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::engine::state::State;
use crate::model::ActorId;
use crate::model::MeasureId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::measures::Category;
use crate::model::ledger::measures::Form;
use crate::model::ledger::measures::Measure;
use crate::model::ledger::measures::Point;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;

fn row<'a>(lens: &Lens<'a>, measure: MeasureId) -> &'a Measure {
    &lens.scenario().book.measures.menu[measure.index()]
}

fn now<'a>(lens: &Lens<'a>, measure: MeasureId) -> &'a Standing {
    &lens.book().measures.menu[measure.index()]
}

/// Whether the file of a measure is on one's desk: one may take it, or is a member whose assent it needs.
pub(super) fn is_inside(lens: &Lens<'_>, measure: MeasureId) -> bool {
    let row = row(lens, measure);
    lens.seats().iter().any(|seat| {
        let seat = lens.seat(*seat);
        row.is_for(seat) || row.members.iter().any(|(member, _)| *member == seat.actor)
    })
}

/// Whether one knows how a measure stands: from one's desk, or since it is in force.
pub(super) fn knows(lens: &Lens<'_>, measure: MeasureId) -> bool {
    is_inside(lens, measure) || now(lens, measure).taken.is_some()
}

pub(super) fn conceivable(lens: &Lens<'_>, seat: SeatId, acts: &mut Vec<Act>) {
    let card = lens.seat(seat);
    for row in &lens.scenario().book.measures.menu {
        let (measure, now) = (row.id, now(lens, row.id));
        let is_member = row.members.iter().any(|(member, _)| *member == card.actor);
        if is_member && now.proposed.is_some() && !now.assents.contains(&card.actor) {
            acts.push(Act::Assent { measure });
        }
        if !row.is_for(card) {
            continue;
        }
        if row.form.is_weighty() && now.taken.is_none() {
            if !now.checked {
                acts.push(Act::Check { measure });
            }
            if !now.consulted {
                acts.push(Act::Consult { measure });
            }
        }
        if !row.cuts.is_empty() && !now.exempt {
            acts.push(Act::Exempt { measure });
        }
        if now.taken.is_some() {
            if now.exempt && !now.guided && !row.cuts.is_empty() {
                acts.push(Act::Guide { measure });
            }
            if row.turns > 0 {
                acts.push(Act::Review { measure });
            }
            acts.push(Act::End { measure });
        } else if now.proposed.is_some() {
            for &(member, _) in &row.members {
                if !now.assents.contains(&member) && !now.lobbied.contains(&member) {
                    acts.push(Act::Lobby { measure, member });
                }
            }
        } else {
            acts.push(Act::Take { measure });
        }
    }
}

pub(super) fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
    let mut acts = Vec::new();
    conceivable(lens, seat, &mut acts);
    if !acts.contains(&act) {
        return Err(Obstacle::NotYours);
    }
    let rule = |key| {
        Err(Obstacle::Rule {
            key,
            actor: None,
            until: None,
        })
    };
    match act {
        Act::Take { measure } => {
            let row = row(lens, measure);
            let own = lens.seat(seat).actor;
            let kept = row
                .target
                .is_some_and(|target| tension::has_evidence(lens, own, target));
            let holds = row.needs.iter().any(|fact| lens.held(own, *fact).is_some());
            if !row.needs.is_empty() && !holds && !kept {
                return rule("obstacle-measures-evidence");
            }
            let unsaid = lasting::lacks_position(lens, seat, Point::Countermeasures);
            if row.form == Form::Countermeasure && unsaid {
                return rule("obstacle-measures-position");
            }
            if row.form == Form::Countermeasure && !has_called(lens, row) {
                return rule("obstacle-measures-call");
            }
            Ok(())
        }
        Act::Review { measure } if now(lens, measure).reviewed == Some(lens.turn()) => {
            rule("obstacle-measures-reviewed")
        }
        _ => Ok(()),
    }
}

/// A countermeasure comes after a call to comply: something said to the same state before.
fn has_called(lens: &Lens<'_>, row: &Measure) -> bool {
    let menu = &lens.scenario().book.measures.menu;
    menu.iter().any(|other| {
        let said = now(lens, other.id);
        other.target == row.target
            && (other.form.category() == Category::Cooperative
                || other.form.category() == Category::Stability)
            && (said.taken.is_some() || said.ended.is_some())
    })
}

pub(super) fn key(names: &Names, act: Act) -> Vec<u64> {
    let measure = names.hash(Kind::Measure, act.measure().0);
    match act {
        Act::Check { .. } => vec![1, measure],
        Act::Consult { .. } => vec![2, measure],
        Act::Exempt { .. } => vec![3, measure],
        Act::Guide { .. } => vec![4, measure],
        Act::Take { .. } => vec![5, measure],
        Act::Lobby { member, .. } => vec![6, measure, names.hash(Kind::Actor, member.0)],
        Act::Assent { .. } => vec![7, measure],
        Act::Review { .. } => vec![8, measure],
        Act::End { .. } => vec![9, measure],
    }
}

pub(super) fn cost(lens: &Lens<'_>, act: Act) -> Cost {
    let rules = &lens.scenario().book.measures;
    let hours = match act {
        Act::Check { .. } => rules.check_hours,
        Act::Consult { .. } => rules.consult_hours,
        Act::Exempt { .. } => rules.exempt_hours,
        Act::Guide { .. } => rules.guide_hours,
        Act::Take { measure } => return lasting::practised(lens, row(lens, measure)),
        Act::Lobby { .. } => rules.lobby_hours,
        Act::Assent { .. } => 0,
        Act::Review { .. } | Act::End { .. } => rules.review_hours,
    };
    Cost { hours, capital: 0 }
}

pub(super) fn take(
    play: &mut Play<'_>,
    seat: SeatId,
    act: Act,
    origin: Origin,
) -> Result<(), Rejection> {
    let (measure, cause) = (act.measure(), origin.cause());
    let scenario = play.scenario();
    let actor = scenario.seats[seat.index()].actor;
    let row = &scenario.book.measures.menu[measure.index()];
    let event = match act {
        Act::Take { .. } if row.members.iter().any(|(member, _)| *member == actor) => {
            // Whoever puts it to the others has given its own assent.
            let no = rules::emit(play, cause, Event::Proposed { measure, by: seat });
            let member = actor;
            rules::emit(play, Cause::Event(no), Event::Assented { measure, member });
            return Ok(());
        }
        Act::Check { .. } => Event::Checked { measure },
        Act::Consult { .. } => Event::Consulted { measure },
        Act::Exempt { .. } => {
            rules::exempt(play, measure, cause);
            return Ok(());
        }
        Act::Guide { .. } => {
            rules::guide(play, measure, cause);
            return Ok(());
        }
        Act::Take { .. } if row.members.is_empty() => {
            return rules::enact(play, measure, Some(seat), origin);
        }
        Act::Take { .. } => Event::Proposed { measure, by: seat },
        Act::Lobby { member, .. } => Event::Lobbied { measure, member },
        Act::Assent { .. } => Event::Assented {
            measure,
            member: actor,
        },
        Act::Review { .. } => {
            norms::note(play, actor, Norm::E, Bearing::Upheld, false, cause);
            Event::Reviewed {
                measure,
                until: play.state.turn().saturating_add(row.turns),
            }
        }
        Act::End { .. } => return rules::end(play, measure, false, origin),
    };
    rules::emit(play, cause, event);
    Ok(())
}

/// What one would guess of a member whose leaning is its own affair: between these.
const LEANINGS: (i32, i32) = (300, 700);

pub(super) fn forecasts(lens: &Lens<'_>, own: ActorId, act: Act) -> Vec<Forecast> {
    let rules = &lens.scenario().book.measures;
    let forecast = match act {
        Act::Lobby { measure, member } if !lens.scenario().is_seated(member) => {
            let now = now(lens, measure);
            let (least, most) = lens.felt_trust(member, own);
            let prepared = (now.checked, now.consulted, true);
            let odds = |leaning, trust| vote::assent_odds(rules, leaning, trust, prepared);
            let (low, high) = (odds(LEANINGS.0, least), odds(LEANINGS.1, most));
            Forecast::between("forecast-assents", low, high)
        }
        Act::Take { measure } => {
            let is_weighty = rules.menu[measure.index()].form.is_weighty();
            if !is_weighty || now(lens, measure).consulted || rules.bad_draft <= 0 {
                return Vec::new();
            }
            Forecast::odds("forecast-badly-drafted", rules.bad_draft)
        }
        _ => return Vec::new(),
    };
    vec![forecast]
}

/// What is on one's desk and what is in force is known; when and how far it deters is not, and is drawn anew.
pub(super) fn imagine(lens: &Lens<'_>, state: &mut State, dice: Dice) {
    let scenario = lens.scenario();
    let rules = &scenario.book.measures;
    for row in &rules.menu {
        let mut known = if knows(lens, row.id) {
            now(lens, row.id).clone()
        } else {
            Standing {
                ended: now(lens, row.id).ended,
                ..Standing::default()
            }
        };
        if !is_inside(lens, row.id) {
            // How a measure that is in force came about is for those who made it.
            known.checked = false;
            known.consulted = false;
            known.proposed = None;
            known.lobbied.clear();
            known.assents.clear();
        }
        let may_deter = row.form.may_deter() && !row.deters.is_empty() && !known.deterred;
        known.deters = known.taken.filter(|_| may_deter).map(|taken| {
            let words = [scenario.names.hash(Kind::Measure, row.id.0)];
            let die = dice.of(Roll::Imagine, &words, 1, 0, 0);
            let (turn, by) = rules::deterrence(rules, taken, die);
            (turn.max(lens.turn().saturating_add(1)), by)
        });
        state.world_mut().book.measures.menu[row.id.index()] = known;
    }
    if lens.has(Ledger::Measures) {
        for seat in lens.seats() {
            state.world_mut().book.measures.pressed[seat.index()] =
                lens.book().measures.pressed[seat.index()];
        }
    }
}
