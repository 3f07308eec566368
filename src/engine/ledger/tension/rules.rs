//! What moves tension.

use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::measures;
use crate::engine::ledger::norms;
use crate::engine::ledger::tension::Event;
use crate::engine::ledger::trust;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::BlocId;
use crate::model::ZoneId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::tension::Ambiguous;
use crate::model::ledger::tension::Channel;
use crate::model::ledger::tension::Rules;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::scenario::Scenario;

/// What is left of a talk's effect when the two have only just spoken.
const REPEATED: i32 = 3;

/// The tension between two blocs, 0 to 100.
pub(in crate::engine) fn of(world: &Readable, a: BlocId, b: BlocId) -> i32 {
    let book = &world.book.tension;
    if a == b {
        return 0;
    }
    book.points.get(book.pair(a, b)).copied().unwrap_or(0)
}

/// The bloc an actor stands in, by itself or through the state it acts for.
pub(in crate::engine) fn bloc_of(scenario: &Scenario, actor: ActorId) -> Option<BlocId> {
    let blocs = &scenario.book.tension.blocs;
    let has = |actor: ActorId| {
        blocs
            .iter()
            .find(|bloc| bloc.members.contains(&actor))
            .map(|bloc| bloc.id)
    };
    has(actor).or_else(|| scenario.actors[actor.index()].acts_for.and_then(has))
}

/// Moves the tension between two blocs.
pub(in crate::engine) fn shift(play: &mut Play<'_>, a: BlocId, b: BlocId, by: i32, cause: Cause) {
    if a == b || !play.has(Ledger::Tension) {
        return;
    }
    let was = of(&play.state.world, a, b);
    let now = was.saturating_add(by).clamp(0, 100);
    if now != was {
        emit(
            play,
            cause,
            Event::Moved {
                a,
                b,
                by: now - was,
                now,
            },
        );
    }
}

/// Moves the tension between the blocs of two actors, if they stand in different ones.
pub(in crate::engine) fn shift_between(
    play: &mut Play<'_>,
    one: ActorId,
    other: ActorId,
    by: i32,
    cause: Cause,
) {
    let scenario = play.scenario();
    if let (Some(a), Some(b)) = (bloc_of(scenario, one), bloc_of(scenario, other)) {
        shift(play, a, b, by, cause);
    }
}

/// A bloc notices what may have been another's doing. One thing of a kind at a time.
pub(super) fn notice(
    play: &mut Play<'_>,
    by: BlocId,
    seen_by: BlocId,
    act: Ambiguous,
    cause: Cause,
) {
    let doubts = &play.state.world.book.tension.doubts;
    let is_known = doubts
        .iter()
        .any(|doubt| (doubt.by, doubt.seen_by, doubt.act) == (by, seen_by, act));
    if by != seen_by && !is_known && play.has(Ledger::Tension) {
        emit(play, cause, Event::Noticed { by, seen_by, act });
    }
}

/// Somebody had something contained on another's ground.
pub(in crate::engine) fn takedown(play: &mut Play<'_>, asker: ActorId, zone: ZoneId, cause: Cause) {
    let scenario = play.scenario();
    let by = bloc_of(scenario, asker);
    if let (Some(by), Some(seen_by)) = (by, bloc_of_zone(scenario, zone)) {
        notice(play, by, seen_by, Ambiguous::Takedown, cause);
    }
}

/// An incident came over from another's ground, and nobody has said why.
pub(in crate::engine) fn crossing(play: &mut Play<'_>, from: ZoneId, to: ZoneId, cause: Cause) {
    let scenario = play.scenario();
    let by = bloc_of_zone(scenario, from);
    if let (Some(by), Some(seen_by)) = (by, bloc_of_zone(scenario, to)) {
        notice(play, by, seen_by, Ambiguous::Outage, cause);
    }
}

fn bloc_of_zone(scenario: &Scenario, zone: ZoneId) -> Option<BlocId> {
    let zone = &scenario.spread.zones[zone.index()];
    [zone.owner, zone.cert]
        .into_iter()
        .flatten()
        .find_map(|actor| bloc_of(scenario, actor))
}

/// Two blocs speak. Who has just spoken has less to say.
pub(super) fn consult(
    play: &mut Play<'_>,
    a: BlocId,
    b: BlocId,
    channel: Channel,
    by: Option<ActorId>,
    cause: Cause,
) {
    if a == b || !play.has(Ledger::Tension) {
        return;
    }
    let rules = &play.scenario().book.tension;
    let turn = play.state.turn();
    let again = play
        .state
        .world
        .book
        .tension
        .spoke_since(a, b, turn.saturating_sub(1));
    let no = emit(play, cause, Event::Consulted { a, b, channel });
    let (lowers, norm) = match channel {
        Channel::Hotline => (rules.hotline_lowers, Norm::A),
        // Its answer comes later.
        Channel::PointOfContact => (0, Norm::A),
        Channel::Police => (rules.police_lowers, Norm::D),
    };
    let lowers = if again { lowers / REPEATED } else { lowers };
    shift(play, a, b, -lowers, Cause::Event(no));
    if let Some(actor) = by {
        norms::note(play, actor, norm, Bearing::Upheld, false, Cause::Event(no));
    }
}

/// A bloc consults among its own about another: solidarity at once, and more tension.
pub(super) fn ally(play: &mut Play<'_>, own: BlocId, about: BlocId, by: ActorId, cause: Cause) {
    let scenario = play.scenario();
    let rules = &scenario.book.tension;
    let no = emit(play, cause, Event::Allied { own, about });
    let members = &scenario.book.tension.blocs[own.index()].members;
    for &member in members.iter().filter(|member| **member != by) {
        trust::shift(play, member, by, rules.alliance_trust, Cause::Event(no));
    }
    shift(play, own, about, rules.alliance_raises, Cause::Event(no));
}

/// The odds, in per mille, that an ambiguous act is misread.
pub(super) fn odds(rules: &Rules, points: i32, spoke: bool) -> i32 {
    let odds = rules
        .misread
        .saturating_add(points.saturating_mul(rules.misread_each))
        .clamp(0, 950);
    if spoke {
        odds * rules.explained / 1000
    } else {
        odds
    }
}

/// One turn: answers come, what was noticed is read, calls at home are heard abroad, and time calms.
pub(super) fn pass(play: &mut Play<'_>) {
    let turn = play.state.turn();
    if turn == 0 {
        return;
    }
    answer(play, turn);
    read(play, turn);
    press(play);
    calm(play, turn);
}

fn answer(play: &mut Play<'_>, turn: u16) {
    let lowers = play.scenario().book.tension.contact_lowers;
    let due: Vec<_> = play
        .state
        .world
        .book
        .tension
        .replies
        .iter()
        .filter(|reply| reply.turn < turn)
        .copied()
        .collect();
    for reply in due {
        let (a, b) = (reply.a, reply.b);
        let no = emit(play, Cause::Event(reply.no), Event::Answered { a, b });
        shift(play, a, b, -lowers, Cause::Event(no));
    }
}

fn read(play: &mut Play<'_>, turn: u16) {
    let scenario = play.scenario();
    let rules = &scenario.book.tension;
    let due: Vec<_> = play
        .state
        .world
        .book
        .tension
        .doubts
        .iter()
        .filter(|doubt| doubt.turn < turn)
        .copied()
        .collect();
    for doubt in due {
        let (by, seen_by, act) = (doubt.by, doubt.seen_by, doubt.act);
        let book = &play.state.world.book.tension;
        let spoke = book.spoke_since(by, seen_by, doubt.turn);
        let has_evidence = book.kept[book.pair(by, seen_by)] > 0;
        let odds = odds(rules, of(&play.state.world, by, seen_by), spoke);
        let names = &scenario.names;
        let words = [by, seen_by].map(|bloc| names.hash(Kind::Bloc, bloc.0));
        let die = &mut play
            .state
            .dice
            .of(Roll::Misreading, &words, 0, turn, act as u32);
        let wrongly = die.per_mille(odds);
        let was_read = Event::WasRead {
            by,
            seen_by,
            act,
            odds,
            wrongly,
        };
        let no = emit(play, Cause::Event(doubt.no), was_read);
        if wrongly {
            // What investigators have on paper can be shown.
            let rise = if has_evidence {
                rules.misread_rise / 2
            } else {
                rules.misread_rise
            };
            shift(play, by, seen_by, rise, Cause::Event(no));
        }
    }
}

/// A loud call at home for sanctions is heard by whoever it is about.
fn press(play: &mut Play<'_>) {
    let scenario = play.scenario();
    let rules = &scenario.book.tension;
    let mut loud: Vec<BlocId> = scenario
        .seats
        .iter()
        .filter(|seat| measures::is_pressed(scenario, &play.state.world, seat.id))
        .filter_map(|seat| bloc_of(scenario, seat.actor))
        .collect();
    loud.sort_unstable();
    loud.dedup();
    let blocs = rules.blocs.len();
    for a in 0..blocs {
        for b in a + 1..blocs {
            let (a, b) = (BlocId::at(a), BlocId::at(b));
            if loud.contains(&a) || loud.contains(&b) {
                let cause = Cause::Engine(EngineRule::Pressure);
                shift(play, a, b, rules.pressure_raises, cause);
            }
        }
    }
}

fn calm(play: &mut Play<'_>, turn: u16) {
    let rules = &play.scenario().book.tension;
    let blocs = rules.blocs.len();
    for a in 0..blocs {
        for b in a + 1..blocs {
            let (a, b) = (BlocId::at(a), BlocId::at(b));
            let named = rules
                .pairs
                .iter()
                .rev()
                .find(|(one, other, _)| [(a, b), (b, a)].contains(&(*one, *other)));
            let start = named.map_or(rules.start, |(.., points)| *points);
            let over = of(&play.state.world, a, b) - start;
            if over > 0 && turn > 0 {
                let by = rules.calming.min(over);
                shift(play, a, b, -by, Cause::Engine(EngineRule::Calming));
            }
        }
    }
}

fn emit(play: &mut Play<'_>, cause: Cause, event: Event) -> EventNo {
    play.emit(cause, What::Book(BookEvent::Tension(event)))
}
