//! What politicises a CERT, what lets it be a technical team again, and what others make of it.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::What;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::mandate;
use crate::engine::ledger::norms;
use crate::engine::ledger::politicisation::Event;
use crate::engine::ledger::politicisation::Why;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::model::ActorId;
use crate::model::ledger::Ledger;
use crate::model::ledger::politicisation::Effect;
use crate::model::ledger::politicisation::Order;
use crate::model::ledger::politicisation::Rules;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::roster::ActorKind;
use crate::model::scenario::Scenario;

/// Moves how politicised a CERT is. What raises it reaches a team by its line: one that answers to nobody less than one that
/// answers to a service.
pub(in crate::engine) fn politicise(
    play: &mut Play<'_>,
    cert: ActorId,
    by: i32,
    why: Why,
    cause: Cause,
) {
    let kind = play.scenario().actors[cert.index()].kind;
    if !play.has(Ledger::Politicisation) || kind != ActorKind::Cert {
        return;
    }
    let team = play.state.world.book.politicisation.team(cert);
    let by = if by > 0 && why != Why::Told {
        (by.saturating_mul(team.line.exposure()).saturating_add(500) / 1000).max(1)
    } else {
        by
    };
    let was = team.level;
    let now = was.saturating_add(by).clamp(0, 100);
    if now != was {
        let by = now.saturating_sub(was);
        emit(play, cause, Event::Moved { cert, by, now, why });
    }
}

/// Of how likely another answers a request by this asker, what is left, in per mille: everything within a region and for
/// whoever is no CERT, less the more a CERT is politicised, and nothing from `shut_at` on.
pub(in crate::engine) fn answers(play: &Play<'_>, asker: ActorId, asked: ActorId) -> i32 {
    let scenario = play.scenario();
    if !play.has(Ledger::Politicisation) || !is_heard_abroad(scenario, asker, asked) {
        return 1000;
    }
    let level = play.state.world.book.politicisation.team(asker).level;
    left_open(&scenario.book.politicisation, level)
}

/// Whether a CERT asks somebody of another region.
fn is_heard_abroad(scenario: &Scenario, asker: ActorId, asked: ActorId) -> bool {
    let (own, other) = (
        &scenario.actors[asker.index()],
        &scenario.actors[asked.index()],
    );
    own.kind == ActorKind::Cert && own.region != other.region
}

impl Lens<'_> {
    /// What is left, per mille, of how likely another answers a request by one of one's own.
    pub(in crate::engine) fn still_answered(&self, own: ActorId, asked: ActorId) -> i32 {
        let scenario = self.scenario();
        let level = self.politicised(own);
        let level = level.filter(|_| is_heard_abroad(scenario, own, asked));
        level.map_or(1000, |level| {
            left_open(&scenario.book.politicisation, level)
        })
    }
}

/// What is left of the answers from abroad at a level of politicisation, in per mille.
fn left_open(rules: &Rules, level: i32) -> i32 {
    if level >= rules.shut_at {
        return 0;
    }
    let span = (rules.shut_at - rules.narrows_at).max(1);
    let over = (level - rules.narrows_at).clamp(0, span);
    1000 - over.saturating_mul(1000) / span
}

/// The share of a political loss that gets through between two technical actors, in per mille: the scenario's, and more the
/// more one of them is politicised.
pub(in crate::engine) fn insulation(play: &Play<'_>, a: ActorId, b: ActorId) -> i32 {
    let scenario = play.scenario();
    let passes = scenario.trust.insulation;
    if !play.has(Ledger::Politicisation) {
        return passes;
    }
    let level = |actor: ActorId| {
        let is_cert = scenario.actors[actor.index()].kind == ActorKind::Cert;
        let start = scenario.book.politicisation.start;
        let level = play.state.world.book.politicisation.team(actor).level;
        if is_cert { (level - start).max(0) } else { 0 }
    };
    let level = level(a).max(level(b));
    let lost = level.saturating_mul(scenario.book.politicisation.insulation_lost) / 100;
    passes + (1000 - passes).max(0).saturating_mul(lost) / 1000
}

pub(super) fn emit(play: &mut Play<'_>, cause: Cause, event: Event) {
    play.emit(cause, What::Book(BookEvent::Politicisation(event)));
}

pub(super) fn effect(
    play: &mut Play<'_>,
    effect: &Effect,
    origin: Origin,
) -> Result<(), crate::engine::rejection::Rejection> {
    let cause = origin.cause();
    match *effect {
        Effect::Politicise { cert, by } => {
            let by = play.amount(by, origin)?;
            politicise(play, cert, by, Why::Told, cause);
        }
        Effect::Instruct { cert, order } => instruct(play, cert, None, order, cause),
        Effect::UseOffensively { cert } => {
            let by = play.scenario().book.politicisation.offensive;
            politicise(play, cert, by, Why::Offensive, cause);
            norms::note(play, cert, Norm::K, Bearing::Strained, false, cause);
        }
        Effect::PutUnder { cert, line } => emit(play, cause, Event::PutUnder { cert, line }),
    }
    Ok(())
}

/// A CERT is given an instruction, which is logged as what it is.
pub(super) fn instruct(
    play: &mut Play<'_>,
    cert: ActorId,
    by: Option<ActorId>,
    order: Order,
    cause: Cause,
) {
    emit(play, cause, Event::Instructed { cert, by, order });
    let rules = &play.scenario().book.politicisation;
    match order {
        Order::Support => {}
        Order::Podium => politicise(play, cert, rules.podium, Why::Podium, cause),
        Order::Tasking => {
            politicise(play, cert, rules.tasking, Why::Tasking, cause);
            // Norm k asks that one's own response teams are not misused; whether collecting is misuse is contested.
            norms::note(play, cert, Norm::K, Bearing::Strained, true, cause);
        }
    }
}

/// What moves by itself once a turn, for the teams an author lists.
pub(super) fn resolve(play: &mut Play<'_>) {
    let scenario = play.scenario();
    let rules = &scenario.book.politicisation;
    let turn = play.state.turn();
    if turn == 0 {
        return;
    }
    for cert in rules.teams.iter().map(|team| team.cert) {
        let zones = || {
            scenario.spread.zones.iter().any(|zone| {
                zone.cert == Some(cert) && play.state.world.zones[zone.id.index()].frozen
            })
        };
        let is_held =
            mandate::is_on_hold(&play.state.world, cert) || (play.has(Ledger::Spread) && zones());
        if is_held {
            let cause = Cause::Engine(EngineRule::HeldByOrder);
            politicise(play, cert, rules.held, Why::Held, cause);
        }
        if play.state.world.book.politicisation.team(cert).touched != Some(turn) {
            let cause = Cause::Engine(EngineRule::QuietWork);
            politicise(play, cert, -rules.quiet, Why::Quiet, cause);
        }
        chill(play, cert);
        let paper = play.state.world.book.politicisation.team(cert).process;
        if paper.is_some_and(|published| published.saturating_add(2) == turn) {
            for reader in scenario.actors.iter().filter(|reader| reads(reader.kind)) {
                let cause = Cause::Engine(EngineRule::QuietWork);
                trust::shift(play, reader.id, cert, rules.process_gain, cause);
            }
        }
    }
}

/// Who reads how a team works, and thinks better of it.
fn reads(kind: ActorKind) -> bool {
    kind.is_technical()
        || matches!(
            kind,
            ActorKind::Ngo | ActorKind::Press | ActorKind::Operator
        )
}

/// Teams of other regions keep away from one they take for an instrument.
fn chill(play: &mut Play<'_>, cert: ActorId) {
    let scenario = play.scenario();
    let rules = &scenario.book.politicisation;
    if play.state.world.book.politicisation.team(cert).level < rules.narrows_at {
        return;
    }
    let region = scenario.actors[cert.index()].region;
    for other in &scenario.actors {
        if other.kind.is_technical() && other.region != region && other.id != cert {
            let cause = Cause::Engine(EngineRule::Chill);
            trust::shift(play, other.id, cert, -rules.chill, cause);
        }
    }
}
