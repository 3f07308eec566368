//! The adversary's rules: once a turn it looks at what was done against it, adapts, and makes one move it can afford.
//!
//! No seat sees any of this but what a move moves, with the author's words for why. In a world that a seat only imagines it
//! makes no moves: what it has in store is nobody's to foresee.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::What;
use crate::engine::ledger::attribution;
use crate::engine::ledger::facts;
use crate::engine::ledger::statements;
use crate::engine::lens::Lens;
use crate::engine::rejection::Rejection;
use crate::engine::state::State;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::ZoneId;
use crate::model::adversary::Aim;
use crate::model::adversary::Move;
use crate::model::id::Kind;
use crate::model::id::hash;
use crate::model::ledger::facts::FactKind;
use crate::model::ledger::facts::Truth;
use crate::model::scenario::Scenario;

/// What happens to and by the adversary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AdversaryEvent {
    /// It made a move, by its place in the author's list.
    Moved { place: u16, cost: i32 },
    /// It gained what it can spend.
    Gained { by: i32 },
    /// It changed what a published indicator gave away.
    Rotated { fact: FactId, cost: i32 },
    /// It was taken down somewhere, and saw it.
    Evicted { zone: ZoneId, contained: i32 },
    /// It goes quiet up to a turn.
    WentQuiet { until: u16 },
    /// It was named, and strikes back.
    Escalated,
    /// It was named; whatever it does about it follows.
    SawItselfNamed,
    /// It has slept through the turn.
    Slept,
}

/// How the adversary stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Adversary {
    purse: i32,
    /// The last turn of silence.
    quiet: Option<u16>,
    escalates: bool,
    was_named: bool,
    /// Per zone: what was contained there when it last looked, and the last turn in which that had grown.
    zones: Vec<(i32, Option<u16>)>,
    /// The turn of the last time each move was made.
    made: Vec<Option<u16>>,
    rotated: Vec<bool>,
}

impl Adversary {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let zones = scenario.spread.zones.iter();
        Self {
            purse: scenario.adversary.start,
            quiet: None,
            escalates: false,
            was_named: false,
            zones: zones.map(|zone| (zone.contained, None)).collect(),
            made: vec![None; scenario.adversary.moves.len()],
            rotated: vec![false; scenario.facts.len()],
        }
    }
}

pub(super) fn apply(world: &mut Readable, event: &AdversaryEvent) {
    let turn = world.turn;
    let adversary = &mut world.adversary;
    match *event {
        AdversaryEvent::Moved { place, cost } => {
            adversary.purse = adversary.purse.saturating_sub(cost);
            if let Some(made) = adversary.made.get_mut(usize::from(place)) {
                *made = Some(turn);
            }
        }
        AdversaryEvent::Gained { by } => adversary.purse = adversary.purse.saturating_add(by),
        AdversaryEvent::Rotated { fact, cost } => {
            adversary.purse = adversary.purse.saturating_sub(cost);
            adversary.rotated[fact.index()] = true;
        }
        AdversaryEvent::Evicted { zone, contained } => {
            adversary.zones[zone.index()] = (contained, Some(turn));
        }
        AdversaryEvent::WentQuiet { until } => adversary.quiet = Some(until),
        AdversaryEvent::Escalated => adversary.escalates = true,
        AdversaryEvent::SawItselfNamed => adversary.was_named = true,
        AdversaryEvent::Slept => {}
    }
}

/// What an indicator is still worth after the adversary has changed what it gave away, in per mille.
pub(super) fn worth(scenario: &Scenario, world: &Readable, fact: FactId) -> i32 {
    if world.adversary.rotated[fact.index()] {
        scenario.adversary.rotated_worth
    } else {
        1000
    }
}

/// Who holds an indicator finds that it does not match any more.
pub(super) fn may_see(lens: &Lens<'_>, event: &AdversaryEvent) -> bool {
    match *event {
        AdversaryEvent::Moved { place, .. } => {
            let row = lens.scenario().adversary.moves.get(usize::from(place));
            row.is_some_and(|row| !row.why.is_empty())
        }
        AdversaryEvent::Rotated { fact, .. } => lens.marking(fact).is_some(),
        _ => false,
    }
}

impl Lens<'_> {
    /// Whether an indicator one holds does not match any more, since the adversary has changed what it gave away.
    pub fn is_rotated(&self, fact: FactId) -> bool {
        self.marking(fact).is_some() && self.adversary().rotated[fact.index()]
    }
}

/// What one holds and finds not to match any more is known to be worth less.
pub(super) fn imagine(lens: &Lens<'_>, state: &mut State) {
    for fact in &lens.scenario().facts {
        if lens.is_rotated(fact.id) {
            state.world_mut().adversary.rotated[fact.id.index()] = true;
        }
    }
}

fn emit(play: &mut Play<'_>, event: AdversaryEvent) -> Cause {
    let cause = Cause::Engine(EngineRule::Adversary);
    Cause::Event(play.emit(cause, What::Adversary(event)))
}

/// The adversary's turn: it gains, looks, changes what was published about it, and makes one move it can afford, or none.
pub(super) fn act(play: &mut Play<'_>) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let Some(actor) = scenario.adversary.actor else {
        return Ok(());
    };
    if play.state.imagined.is_some() || play.state.turn() == 0 {
        return Ok(());
    }
    gain(play);
    if is_asleep(play, actor) {
        emit(play, AdversaryEvent::Slept);
        return Ok(());
    }
    notice_takedowns(play, actor);
    notice_being_named(play, actor);
    rotate(play, actor);
    let turn = play.state.turn();
    if play
        .state
        .world
        .adversary
        .quiet
        .is_some_and(|until| turn <= until)
    {
        return Ok(());
    }
    make_a_move(play, actor)
}

/// It gains resources every turn, up to what it can save.
fn gain(play: &mut Play<'_>) {
    let rules = &play.scenario().adversary;
    let room = rules
        .reserve
        .saturating_sub(play.state.world.adversary.purse);
    let by = rules.resources.min(room);
    if by > 0 {
        emit(play, AdversaryEvent::Gained { by });
    }
}

/// One that keeps office hours does nothing in a turn without any.
fn is_asleep(play: &Play<'_>, actor: ActorId) -> bool {
    let scenario = play.scenario();
    let turn = &scenario.turns[usize::from(play.state.turn())];
    scenario.adversary.sleeps == 1 && scenario.local(actor).opens_next(turn.from) >= turn.to
}

/// A takedown tips it off: it leaves that zone alone for a while, and may go quiet altogether.
fn notice_takedowns(play: &mut Play<'_>, actor: ActorId) {
    let scenario = play.scenario();
    let turn = play.state.turn();
    let mut was_evicted = false;
    for zone in &scenario.spread.zones {
        let contained = play.state.world.zones[zone.id.index()].contained;
        if contained > play.state.world.adversary.zones[zone.id.index()].0 {
            let zone = zone.id;
            emit(play, AdversaryEvent::Evicted { zone, contained });
            was_evicted = true;
        }
    }
    let word = scenario.names.hash(Kind::Actor, actor.0);
    let mut die = play.state.dice.of(Roll::GoesQuiet, &[word], 0, turn, 0);
    if was_evicted
        && scenario.adversary.quiet_turns > 0
        && die.per_mille(scenario.adversary.caution)
    {
        hush(play, scenario.adversary.quiet_turns);
    }
}

fn hush(play: &mut Play<'_>, turns: i32) {
    let turns = u16::try_from(turns.saturating_sub(1)).unwrap_or(0);
    let until = play.state.turn().saturating_add(turns);
    emit(play, AdversaryEvent::WentQuiet { until });
}

/// Named in public, it lies low, or strikes back.
fn notice_being_named(play: &mut Play<'_>, actor: ActorId) {
    let scenario = play.scenario();
    let is_named = attribution::is_named(scenario, &play.state.world, actor)
        || statements::is_named(scenario, &play.state.world, actor);
    if play.state.world.adversary.was_named || !is_named {
        return;
    }
    emit(play, AdversaryEvent::SawItselfNamed);
    let word = scenario.names.hash(Kind::Actor, actor.0);
    let mut die = play.state.dice.of(Roll::GoesQuiet, &[word], 1, 0, 0);
    if die.per_mille(scenario.adversary.caution) {
        hush(play, scenario.adversary.quiet_turns.saturating_mul(2));
    } else {
        emit(play, AdversaryEvent::Escalated);
    }
}

/// Publishing lets it rotate: it changes what a published indicator, or one that leaked to it, gives away, one a turn.
fn rotate(play: &mut Play<'_>, actor: ActorId) {
    let scenario = play.scenario();
    let cost = scenario.adversary.rotate_cost;
    if play.state.world.adversary.purse < cost {
        return;
    }
    let seen = scenario.facts.iter().find(|fact| {
        let world = &play.state.world;
        let is_known =
            play.state.published[fact.id.index()] || world.holding(actor, fact.id).is_some();
        fact.kind == FactKind::Indicator
            && is_known
            && world.truths[fact.id.index()] != Truth::False
            && !world.adversary.rotated[fact.id.index()]
    });
    if let Some(fact) = seen {
        emit(
            play,
            AdversaryEvent::Rotated {
                fact: fact.id,
                cost,
            },
        );
    }
}

/// How much it wants to make a move now, by what it has seen: not where it was just taken down, less what leaves traces the
/// more careful it is, and damage above all when it strikes back.
fn wants(play: &Play<'_>, row: &Move) -> u64 {
    let scenario = play.scenario();
    let adversary = &play.state.world.adversary;
    let turn = play.state.turn();
    let mut weight = i64::from(row.weight) * 1000;
    let risk = row
        .traces
        .iter()
        .map(|trace| trace.chance)
        .max()
        .unwrap_or(0);
    let caution = if adversary.escalates {
        0
    } else {
        scenario.adversary.caution
    };
    weight -= weight * i64::from(risk) * i64::from(caution) / 1_000_000;
    let evicted = row.zone.and_then(|zone| adversary.zones[zone.index()].1);
    if evicted.is_some_and(|at| turn <= at.saturating_add(1)) {
        weight /= 5;
    }
    if adversary.escalates && matches!(row.aim, Aim::Damage | Aim::Discord) {
        weight = weight * i64::from(scenario.adversary.escalates) / 1000;
    }
    u64::try_from(weight.max(1)).unwrap_or(1)
}

/// It makes one of the moves it can afford, drawn by how much it wants each; what it does leaves traces for some to find.
fn make_a_move(play: &mut Play<'_>, actor: ActorId) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let turn = play.state.turn();
    let mut open = Vec::new();
    for (place, row) in scenario.adversary.moves.iter().enumerate() {
        let made = play.state.world.adversary.made[place];
        let is_ready =
            made.is_none_or(|made| !row.once && turn >= made.saturating_add(row.cooldown));
        let is_now = (row.from..=row.to).contains(&turn);
        if !is_ready || !is_now || row.cost > play.state.world.adversary.purse {
            continue;
        }
        if let Some(condition) = row.condition
            && !play.holds(condition, hash(&row.word))?
        {
            continue;
        }
        open.push(place);
    }
    if open.is_empty() {
        return Ok(());
    }
    let weights: Vec<u64> = open
        .iter()
        .map(|place| wants(play, &scenario.adversary.moves[*place]))
        .collect();
    let word = scenario.names.hash(Kind::Actor, actor.0);
    let mut die = play.state.dice.of(Roll::Move, &[word], 0, turn, 0);
    let place = open[die.weighted(weights.into_iter())];
    let row = &scenario.adversary.moves[place];
    let made = AdversaryEvent::Moved {
        place: u16::try_from(place).unwrap_or(u16::MAX),
        cost: row.cost,
    };
    let cause = Cause::Engine(EngineRule::Adversary);
    let no = play.emit(cause, What::Adversary(made));
    play.effects(&row.effects, Origin::new(no, hash(&row.word)))?;
    for (index, trace) in row.traces.iter().enumerate() {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        let mut die = play
            .state
            .dice
            .of(Roll::Trace, &[hash(&row.word)], 0, turn, index);
        if die.per_mille(trace.chance) {
            let marking = play.state.world.markings[trace.fact.index()];
            facts::learn(
                play,
                trace.to,
                trace.fact,
                marking,
                None,
                false,
                Cause::Event(no),
            );
        }
    }
    Ok(())
}
