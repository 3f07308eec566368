//! What needs leave, what an act costs under one's own policy, and what stops on hold.

use crate::engine::act::Act;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::book::BookAct;
use crate::engine::ledger::book::BookState;
use crate::engine::ledger::mandate::Event;
use crate::engine::ledger::mandate::Leave;
use crate::engine::ledger::mandate::State;
use crate::engine::ledger::mandate::emit;
use crate::engine::ledger::statements;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::mandate::Line;
use crate::model::ledger::mandate::Power;
use crate::model::ledger::mandate::Type;
use crate::model::roster::ActorKind;
use crate::model::roster::SeatKind;
use crate::model::scenario::Scenario;

/// The most turns a committee may take.
const MOST_TURNS: u16 = 4;

/// What leave an act needs.
fn power(scenario: &Scenario, seat: SeatId, act: &Act) -> Option<Power> {
    let seat = &scenario.seats[seat.index()];
    match *act {
        Act::RequestContainment { .. } => Some(Power::Contain),
        Act::Advise { .. } => Some(Power::Publish),
        Act::Share { to, .. } => {
            let region = |actor: ActorId| scenario.actors[actor.index()].region;
            (region(to) != region(seat.actor)).then_some(Power::ShareAbroad)
        }
        Act::Notify { .. } => Some(Power::Notify),
        Act::Book(BookAct::Attribution(_)) if seat.kind == SeatKind::Cert => Some(Power::Attribute),
        _ => None,
    }
}

/// Whether an act is public, so that a committee wants to see it first. Who must approve a signature at home is asked once: where
/// the ledger of statements asks them, this one does not.
fn is_public(scenario: &Scenario, own: ActorId, act: &Act) -> bool {
    use crate::engine::ledger::attribution::Act as Attribute;
    use crate::engine::ledger::statements::Act as Word;
    if matches!(act, Act::Book(BookAct::Statements(Word::Sign { .. }))) {
        return statements::approvals(scenario, own) == 0;
    }
    matches!(
        act,
        Act::Advise { .. }
            | Act::Book(
                BookAct::Statements(Word::Circulate { .. } | Word::Publish { .. })
                    | BookAct::Attribution(Attribute::Name { .. } | Attribute::Unnamed { .. })
            )
    )
}

/// What keeps a seat from an act altogether: a hold order, or leave without which nothing goes.
pub(in crate::engine) fn blocked(lens: &Lens<'_>, seat: SeatId, act: &Act) -> Option<Obstacle> {
    if !lens.has(Ledger::Mandate) {
        return None;
    }
    let scenario = lens.scenario();
    let own = lens.seat(seat).actor;
    let state = &lens.book().mandate;
    let power = power(scenario, seat, act)?;
    if state.houses[own.index()].on_hold
        && matches!(power, Power::Contain | Power::Publish | Power::ShareAbroad)
    {
        return Some(Obstacle::Rule {
            key: "obstacle-held-up",
            actor: None,
            until: None,
        });
    }
    let mut permits = scenario.book.mandate.permits.iter();
    let missing = permits.find(|permit| {
        let is_granted = state.permits[permit.id.index()] == Leave::Granted;
        permit.holder == seat && permit.power == power && permit.strict && !is_granted
    })?;
    Some(Obstacle::Rule {
        key: "obstacle-needs-permit",
        actor: Some(missing.by),
        until: None,
    })
}

/// What an act has to wait for in a crisis.
#[derive(Clone, Copy, Default)]
struct Wait {
    /// The most turns until leave is given; none if it is needed for nothing, or was given beforehand.
    leave: Option<i32>,
    /// The members of a committee that may each ask for a turn more.
    members: i32,
}

fn waits_for(scenario: &Scenario, state: &State, seat: SeatId, act: &Act) -> Wait {
    let rules = &scenario.book.mandate;
    let own = scenario.seats[seat.index()].actor;
    let missing = power(scenario, seat, act).is_some_and(|power| {
        rules.permits.iter().any(|permit| {
            let is_granted = state.permits[permit.id.index()] == Leave::Granted;
            permit.holder == seat && permit.power == power && !is_granted
        })
    });
    // A service is asked by telephone.
    let is_quick = state.houses[own.index()].line == Line::Service;
    let most = if is_quick { 1 } else { rules.approval_turns };
    let house = rules.houses.iter().find(|house| house.actor == own);
    let house = house.filter(|_| is_public(scenario, own, act));
    Wait {
        leave: missing.then_some(most),
        members: house.map_or(0, |house| house.approvals),
    }
}

/// The turn until which an act waits for approval, and whether it will be given; `None` if it needs none.
pub(in crate::engine) fn waits(play: &Play<'_>, seat: SeatId, act: Act) -> Option<(u16, bool)> {
    let (scenario, turn) = (play.scenario(), play.state.turn());
    // What is prepared has the time it takes.
    if turn == 0 || !play.has(Ledger::Mandate) {
        return None;
    }
    let rules = &scenario.book.mandate;
    let wait = waits_for(scenario, &play.state.world.book.mandate, seat, &act);
    let key = [
        scenario.names.hash(Kind::Seat, seat.0),
        play.lens(seat).act_word(&act),
    ];
    let mut die = play.state.dice.of(Roll::Approval, &key, 0, turn, 0);
    let (mut delay, mut grants) = (0_u16, true);
    if let Some(most) = wait.leave {
        delay = u16::try_from(die.between(1, most)).unwrap_or(1);
        grants = die.per_mille(rules.approval_odds);
    }
    for _ in 0..wait.members {
        delay += u16::from(die.per_mille(rules.committee_odds));
    }
    (delay > 0).then(|| (turn.saturating_add(delay.min(MOST_TURNS)), grants))
}

/// What leave and committees make of an act: the odds that it may go ahead, and the turns it waits.
pub(in crate::engine) fn forecast_of_leave(
    lens: &Lens<'_>,
    seat: SeatId,
    act: &Act,
) -> Vec<Forecast> {
    let mut found = Vec::new();
    if lens.turn() == 0 || !lens.has(Ledger::Mandate) {
        return found;
    }
    let scenario = lens.scenario();
    let rules = &scenario.book.mandate;
    let wait = waits_for(scenario, &lens.book().mandate, seat, act);
    let members = if rules.committee_odds > 0 {
        wait.members
    } else {
        0
    };
    if wait.leave.is_some() {
        found.push(Forecast::odds("forecast-approved", rules.approval_odds));
    }
    let most = (wait.leave.unwrap_or(0) + members).min(i32::from(MOST_TURNS));
    if most > 0 {
        let least = i32::from(wait.leave.is_some());
        found.push(Forecast::amount("forecast-turns", least, most));
    }
    found
}

/// The declared policies that bind an actor: its own, and its state's.
fn binding(
    scenario: &Scenario,
    actor: ActorId,
) -> impl Iterator<Item = &crate::model::ledger::mandate::Policy> {
    let state = scenario.actors[actor.index()].acts_for;
    let policies = scenario.book.mandate.policies.iter();
    policies.filter(move |policy| policy.actor == actor || Some(policy.actor) == state)
}

/// What an act costs a seat whose policy favours it. What an author priced for a decision is left as it is.
pub(in crate::engine) fn cheaper(lens: &Lens<'_>, seat: SeatId, act: &Act, cost: Cost) -> Cost {
    let scenario = lens.scenario();
    if matches!(act, Act::Answer { .. } | Act::Hold) || !lens.has(Ledger::Mandate) {
        return cost;
    }
    let family = act.family(scenario);
    let own = lens.seat(seat).actor;
    if !binding(scenario, own).any(|policy| policy.favours && policy.family == family) {
        return cost;
    }
    let gain = scenario.book.mandate.policy_gain;
    if cost.hours > 1 {
        let hours = cost.hours.saturating_sub(gain).max(1);
        Cost { hours, ..cost }
    } else {
        let capital = cost.capital.saturating_sub(gain).max(0);
        Cost { capital, ..cost }
    }
}

/// An act against what one has declared costs credibility with whoever listens.
pub(in crate::engine) fn judge(play: &mut Play<'_>, seat: SeatId, act: Act, cause: Cause) {
    let scenario = play.scenario();
    if matches!(act, Act::Hold) || !play.has(Ledger::Mandate) {
        return;
    }
    let actor = scenario.seats[seat.index()].actor;
    let family = act.family(scenario);
    if !binding(scenario, actor).any(|policy| !policy.favours && policy.family == family) {
        return;
    }
    let no = emit(play, cause, Event::Contradicted { actor, family });
    let cost = scenario.book.mandate.policy_cost;
    let state = scenario.actors[actor.index()].acts_for;
    for other in &scenario.actors {
        let is_same = other.id == actor || (state.is_some() && other.acts_for == state);
        let listens = matches!(
            other.kind,
            ActorKind::Ministry | ActorKind::Cert | ActorKind::Vendor | ActorKind::Body
        );
        if listens && !is_same {
            trust::political_loss(play, other.id, actor, cost, Cause::Event(no));
        }
    }
}

/// What an organisation's independence adds to the odds that others answer it, in per mille.
pub(in crate::engine) fn standing(scenario: &Scenario, book: &BookState, actor: ActorId) -> i32 {
    let house = &book.mandate.houses[actor.index()];
    if house.has_row && scenario.ledgers.contains(&Ledger::Mandate) {
        (house.independence - 50) * 3
    } else {
        0
    }
}

/// What kind of team an actor is, if it has a house.
fn kind(scenario: &Scenario, actor: ActorId) -> Option<Type> {
    let has = scenario.ledgers.contains(&Ledger::Mandate);
    let mut houses = scenario.book.mandate.houses.iter().filter(|_| has);
    houses
        .find(|house| house.actor == actor)
        .map(|house| house.kind)
}

/// What the kind of team it is adds to the odds that an owner acts on an actor's request, in per mille (mechanics B7).
pub(in crate::engine) fn authority(scenario: &Scenario, actor: ActorId) -> i32 {
    kind(scenario, actor).map_or(0, Type::authority)
}

/// The same to the odds that somebody of another region answers it.
pub(in crate::engine) fn reach(scenario: &Scenario, actor: ActorId, other: ActorId) -> i32 {
    let region = |actor: ActorId| scenario.actors[actor.index()].region;
    if region(actor) == region(other) {
        return 0;
    }
    kind(scenario, actor).map_or(0, Type::reach)
}
