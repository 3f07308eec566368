//! Resolve: choices take effect, ledgers run their rules, the author's rows fire, and the exercise may end.

use smallvec::SmallVec;
use smallvec::smallvec;

use crate::engine::act::Act;
use crate::engine::adversary;
use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::decide::delay;
use crate::engine::decide::delay::Fate;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::ledger::book;
use crate::engine::ledger::duties;
use crate::engine::ledger::facts;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::harm;
use crate::engine::ledger::mandate;
use crate::engine::ledger::measures;
use crate::engine::ledger::meters;
use crate::engine::ledger::norms;
use crate::engine::ledger::spread;
use crate::engine::ledger::tension;
use crate::engine::ledger::trust;
use crate::engine::rejection::Rejection;
use crate::model::ActorId;
use crate::model::EndingId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::family::Family;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::scenario::Rule;
use crate::model::time::ExerciseTime;

/// One sealed act with its place in the order of resolving: by family, then roster, then answers before standing actions,
/// then by id and target.
type Ordered = (Family, SeatId, bool, Act);
/// The acts of one Resolve; one seat's need no room of their own.
type Sealed = SmallVec<[Ordered; 4]>;

/// Resolves all seats together, then the rest of the step.
pub(super) fn together(play: &mut Play<'_>) -> Result<(), Rejection> {
    enter(play);
    let mut acts = Sealed::new();
    for seat in &play.scenario().seats {
        collect(play, seat.id, &mut acts);
    }
    settle(play, acts)?;
    finish(play)
}

/// Resolves the next seat of an `InTurn` exercise; after the last one, the rest of the step.
pub(super) fn next_seat(play: &mut Play<'_>) -> Result<(), Rejection> {
    let Some(next) = play.state.resolved.iter().position(|resolved| !resolved) else {
        enter(play);
        return finish(play);
    };
    let seat = SeatId::at(next);
    let mut acts = Sealed::new();
    collect(play, seat, &mut acts);
    settle(play, acts)?;
    play.emit(Cause::StartEx, What::Resolved { seat });
    if play.state.resolved.iter().all(|resolved| *resolved) {
        enter(play);
        return finish(play);
    }
    Ok(())
}

fn enter(play: &mut Play<'_>) {
    let turn = play.state.turn();
    let from = play.scenario().turns[usize::from(turn)].from;
    play.emit(
        Cause::StartEx,
        What::Entered {
            turn,
            step: Step::Resolve,
            from,
        },
    );
}

fn collect(play: &Play<'_>, seat: SeatId, into: &mut Sealed) {
    let scenario = play.scenario();
    let start = into.len();
    match &play.state.sealed[seat.index()] {
        Some(acts) => into.extend(acts.iter().map(|act| {
            (
                act.family(scenario),
                seat,
                !matches!(act, Act::Answer { .. }),
                *act,
            )
        })),
        // Nobody sealed: that is holding, and is logged as such.
        None => into.push((Family::Hold, seat, true, Act::Hold)),
    }
    into[start..].sort_unstable();
}

/// Takes acts one by one in their order. A seat's hours add up in that order, so the order of sealing never matters.
fn settle(play: &mut Play<'_>, mut acts: Sealed) -> Result<(), Rejection> {
    acts.sort_unstable();
    let scenario = play.scenario();
    let from = scenario.turns[usize::from(play.state.turn())].from;
    let mut spent: SmallVec<[i32; 16]> = smallvec![0; scenario.seats.len()];
    for (_, seat, _, act) in acts {
        let can = play.lens(seat).can(seat, &act);
        let cost = match can {
            Ok(cost) if cost.capital <= play.state.world.capital[seat.index()] => cost,
            _ => {
                play.emit(Cause::Choice { seat }, What::Lapsed { seat, act });
                continue;
            }
        };
        let hours = &mut spent[seat.index()];
        *hours = hours.saturating_add(cost.hours);
        let at = from.plus(hours.saturating_mul(60));
        take(play, seat, act, at, cost)?;
    }
    Ok(())
}

fn take(
    play: &mut Play<'_>,
    seat: SeatId,
    act: Act,
    at: ExerciseTime,
    cost: Cost,
) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let acted = What::Acted {
        seat,
        act,
        at,
        hours: cost.hours,
        capital: cost.capital,
    };
    let no = play.emit(Cause::Choice { seat }, acted);
    let is_political = is_political(act.family(scenario));
    let origin = Origin::new(no, key(play, seat, act))
        .of_politics(is_political)
        .at(at);
    play.capital(seat, -cost.capital, origin.cause());
    mandate::judge(play, seat, act, origin.cause());
    match delay::fate(play, seat, act, origin) {
        Fate::Now => happen(play, seat, act, at, origin),
        Fate::Later(turn, wait) => {
            let postponed = What::Postponed {
                seat,
                act,
                turn,
                wait,
            };
            play.emit(origin.cause(), postponed);
            Ok(())
        }
        Fate::Never => Ok(()),
    }
}

/// A choice takes effect.
pub(super) fn happen(
    play: &mut Play<'_>,
    seat: SeatId,
    act: Act,
    at: ExerciseTime,
    origin: Origin,
) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let actor = scenario.seats[seat.index()].actor;
    match act {
        Act::Answer { choice } => {
            let row = &scenario.choices[choice.index()];
            play.emit(
                origin.cause(),
                What::Closed {
                    decision: row.decision,
                    choice: Some(choice),
                },
            );
            for &(norm, bearing) in &row.norms {
                norms::note(play, actor, norm, bearing, false, origin.cause());
            }
            play.effects(&row.effects, origin)
        }
        Act::Take { action } => {
            let row = &scenario.actions[action.index()];
            for &(norm, bearing) in &row.norms {
                norms::note(play, actor, norm, bearing, false, origin.cause());
            }
            play.effects(&row.effects, origin)
        }
        Act::Report { duty, payload } => duties::report(play, duty, payload, at, origin),
        Act::Respond { duty } => duties::respond(play, duty, at, origin.cause()),
        Act::Book(act) => act.take(play, seat, at, origin),
        _ => {
            standing(play, actor, act, at, origin);
            Ok(())
        }
    }
}

fn standing(play: &mut Play<'_>, actor: ActorId, act: Act, at: ExerciseTime, origin: Origin) {
    match act {
        Act::Share {
            fact,
            to,
            tlp,
            derived,
        } => {
            if !measures::holds_back(play, actor, to, origin.cause()) {
                facts::share(play, actor, fact, to, tlp, derived, origin);
            }
        }
        Act::Derive { fact } => {
            play.emit(
                origin.cause(),
                What::Facts(FactEvent::Derived { fact, by: actor }),
            );
        }
        Act::AskRelabel { fact, tlp } => facts::ask_relabel(play, actor, fact, tlp, origin),
        Act::Advise { fact, derived } => facts::advise(play, actor, fact, derived, origin),
        Act::Analyse { fact } => facts::analyse(play, actor, fact, origin),
        Act::Ask { of } => {
            if !measures::holds_back(play, actor, of, origin.cause()) {
                facts::ask(play, actor, of, origin);
            }
        }
        Act::RequestContainment { zone } => {
            spread::request(play, zone, actor, at, origin);
            tension::takedown(play, actor, zone, origin.cause());
        }
        Act::Notify { community } => harm::notify(play, community, origin.cause()),
        Act::KeepInTouch { with } => trust::keep_in_touch(play, actor, with, origin.cause()),
        Act::Determine { duty } => duties::determine(play, duty, at, origin.cause()),
        Act::AskExtension { duty } => duties::ask_extension(play, duty, at, origin.cause()),
        Act::Hold
        | Act::Answer { .. }
        | Act::Take { .. }
        | Act::Report { .. }
        | Act::Respond { .. }
        | Act::Book(_) => {}
    }
}

/// The key of an act's dice: the word of what the author wrote, or the seat's for a ledger's own act.
pub(super) fn key(play: &Play<'_>, seat: SeatId, act: Act) -> u64 {
    let names = &play.scenario().names;
    match act {
        Act::Answer { choice } => names.hash(Kind::Choice, choice.0),
        Act::Take { action } => names.hash(Kind::Action, action.0) ^ names.hash(Kind::Seat, seat.0),
        _ => names.hash(Kind::Seat, seat.0),
    }
}

/// What happens once every seat's choices have taken effect.
fn finish(play: &mut Play<'_>) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let turn = play.state.turn();
    close_decisions(play, turn)?;
    come_due(play, turn)?;
    delay::come_through(play)?;
    if play.has(Ledger::Facts) {
        facts::discover(play);
    }
    trust::fade(play);
    // Nothing spreads or hurts during the preparation: the incident has not begun.
    if turn > 0 {
        spread::grow(play);
        harm::accrue(play);
    }
    book::resolve(play)?;
    adversary::act(play)?;
    for rule in &scenario.rules {
        fire(play, rule, turn)?;
    }
    if turn > 0 {
        meters::settle(play);
        trust::settle(play);
    }
    duties::trigger(play, scenario.turns[usize::from(turn)].to)?;
    duties::upkeep(play, scenario.turns[usize::from(turn)].to)?;
    for seat in &scenario.seats {
        let has = play.state.world.capital[seat.id.index()];
        let back = seat.capital_regain.min(seat.capital.saturating_sub(has));
        if back > 0 && turn > 0 {
            play.capital(seat.id, back, Cause::Engine(EngineRule::Recovery));
        }
    }
    let is_last = usize::from(turn) + 1 >= scenario.turns.len();
    let early = if is_last { None } else { ending(play, false)? };
    if is_last || early.is_some() || play.state.ended.is_some() {
        // No Brief comes after this one to notice that a deadline has passed.
        duties::expire(play, scenario.turns[usize::from(turn)].to)?;
    }
    let reached = if is_last { ending(play, true)? } else { early };
    if let (Some(ending), None) = (reached, play.state.ended) {
        play.emit(
            Cause::StartEx,
            What::Ended {
                ending,
                early: !is_last,
            },
        );
    }
    Ok(())
}

/// Whether what comes of a choice is of political origin.
pub(super) fn is_political(family: Family) -> bool {
    matches!(family, Family::Condemn | Family::Escalate)
}

fn close_decisions(play: &mut Play<'_>, turn: u16) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let mut passed = None;
    // What a default does may open or close nothing, but scripts and ledgers are not asked to promise that.
    while let Some(decision) = {
        let mut due = play.state.open().filter(|(_, until)| *until <= turn);
        due.find(|(decision, _)| Some(*decision) > passed)
    } {
        passed = Some(decision.0);
        let decision = &scenario.decisions[decision.0.index()];
        let closed = What::Closed {
            decision: decision.id,
            choice: decision.default,
        };
        let no = play.emit(Cause::Engine(EngineRule::Agenda), closed);
        if let Some(choice) = decision.default {
            let row = &play.scenario().choices[choice.index()];
            let actor = play.scenario().seats[decision.seat.index()].actor;
            let key = play.scenario().names.hash(Kind::Choice, choice.0);
            let origin = Origin::new(no, key).of_politics(is_political(row.family));
            for &(norm, bearing) in &row.norms {
                norms::note(play, actor, norm, bearing, false, origin.cause());
            }
            play.effects(&row.effects, origin)?;
        }
    }
    Ok(())
}

fn come_due(play: &mut Play<'_>, turn: u16) -> Result<(), Rejection> {
    let due: Vec<_> = play
        .state
        .pending
        .iter()
        .filter(|pending| pending.turn <= turn)
        .cloned()
        .collect();
    for pending in due {
        let no = play.emit(Cause::Event(pending.of), What::CameDue { of: pending.of });
        let origin = Origin::new(no, pending.key).of_politics(pending.political);
        play.effects(&pending.effects, origin)?;
    }
    Ok(())
}

fn fire(play: &mut Play<'_>, rule: &Rule, turn: u16) -> Result<(), Rejection> {
    let last = play.state.fired[rule.id.index()];
    let cooled =
        last.is_none_or(|last| !rule.once && turn >= last.saturating_add(rule.cooldown.max(1)));
    if turn < rule.from || turn > rule.to || !cooled {
        return Ok(());
    }
    let word = play.scenario().names.hash(Kind::Rule, rule.id.0);
    if let Some(condition) = rule.condition
        && !play.holds(condition, word)?
    {
        return Ok(());
    }
    let fires = rule.chance >= 1000
        || play
            .state
            .dice
            .of(Roll::RuleChance, &[word], 0, turn, 0)
            .per_mille(i32::from(rule.chance));
    if !fires {
        return Ok(());
    }
    let read = play.readings(rule.condition);
    let no = play.emit(
        Cause::Rule(rule.id),
        What::RuleFired {
            rule: rule.id,
            read,
        },
    );
    play.effects(&rule.effects, Origin::new(no, word))
}

/// The first ending whose condition holds: after the last turn any of them, before it only the early ones.
fn ending(play: &mut Play<'_>, is_last: bool) -> Result<Option<EndingId>, Rejection> {
    let scenario = play.scenario();
    if play.state.ended.is_some() {
        return Ok(None);
    }
    // How an author lets it end is nobody's to foresee.
    let is_imagined = play.state.imagined.is_some();
    for ending in scenario.endings.iter().filter(|_| !is_imagined) {
        if !is_last && !ending.early {
            continue;
        }
        let holds = match ending.condition {
            Some(condition) => {
                play.holds(condition, scenario.names.hash(Kind::Ending, ending.id.0))?
            }
            None => is_last,
        };
        if holds {
            return Ok(Some(ending.id));
        }
    }
    // Every scenario's last ending is unconditional; if its own condition failed to run, it is still the last.
    let last = scenario.endings.last().filter(|_| is_last);
    Ok(last.map(|ending| ending.id))
}
