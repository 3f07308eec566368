//! Mandate: what an organisation may do of its own accord, whom it answers to, and what its state has declared.
//!
//! What was not cleared beforehand is cleared when there is least time: an act without its pre-authorisation waits for an
//! approval, a committee adds its turns, and an order to hold stops the work while the incident does not stop. Acts that match a
//! declared priority are cheaper, acts against it cost credibility. Whether a victim pays its extortionists is its own to decide:
//! others advise it, restore it, forbid it or ask to hear of it.

mod acts;
mod event;
pub(in crate::engine) mod history;
mod leave;
mod ransom;
mod sight;
mod state;
mod words;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Dice;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::book::Chapter;
use crate::engine::ledger::book::News;
use crate::engine::ledger::book::Row;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::PermitId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::family::Family;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::mandate::Advice;
use crate::model::ledger::mandate::Effect;
use crate::model::ledger::mandate::Line;
use crate::model::ledger::mandate::PayLine;
use crate::model::ledger::mandate::Read;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

pub(in crate::engine) use acts::break_charter;
pub(in crate::engine) use acts::hold;
pub use event::Event;
pub(in crate::engine) use leave::authority;
pub(in crate::engine) use leave::blocked;
pub(in crate::engine) use leave::cheaper;
pub(in crate::engine) use leave::forecast_of_leave;
pub(in crate::engine) use leave::judge;
pub(in crate::engine) use leave::reach;
pub(in crate::engine) use leave::standing;
pub(in crate::engine) use leave::waits;
pub use ransom::DemandView;
pub use ransom::Ransom;
pub use sight::HouseView;
pub use sight::PermitView;
pub use sight::Status;
pub use sight::View;
use state::HouseState;
use state::Leave;
pub(in crate::engine) use state::State;

/// What a seat can do by its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Act {
    /// Asks for a pre-authorisation.
    AskPermit { permit: PermitId },
    /// Gives one, asked or not.
    GivePermit { permit: PermitId },
    /// A ministry orders a CERT to wait. Its work stands still, and what spreads goes on.
    PutHold { cert: ActorId },
    /// Takes that order back.
    LiftHold { cert: ActorId },
    /// Designates a team as the authorised one, and publishes it.
    Designate { cert: ActorId },
    /// Signs a charter in which a CERT is independent in its technical work.
    SignCharter,
    /// Takes on a role that is offered and is no part of the mandate.
    AcceptRole,
    /// Turns such a role down.
    RefuseRole,
    /// Brings the ministry in.
    BringIn { ministry: ActorId },
    /// Publishes how one works.
    PublishProcess,
    /// Chooses whom to report to, while it is quiet.
    ReportTo { line: Line },
    /// Advises a victim of extortion in writing. The victim decides.
    AdviseVictim { victim: ActorId, advice: Advice },
    /// Tries to restore a victim from what copies there are, so that it need not pay.
    TryCopies { victim: ActorId },
    /// Says for one's state whether ransoms may be paid.
    PaymentLine { line: PayLine },
}

pub(in crate::engine) struct Book;

fn emit(play: &mut Play<'_>, cause: Cause, event: Event) -> EventNo {
    play.emit(cause, What::Book(BookEvent::Mandate(event)))
}

/// Moves how independent an organisation is.
pub(in crate::engine) fn move_independence(
    play: &mut Play<'_>,
    actor: ActorId,
    by: i32,
    cause: Cause,
) {
    let house = &play.state.world.book.mandate.houses[actor.index()];
    let (was, has_row) = (house.independence, house.has_row);
    let now = was.saturating_add(by).clamp(0, 100);
    if now != was && has_row && play.has(Ledger::Mandate) {
        let by = now - was;
        emit(play, cause, Event::IndependenceMoved { actor, by, now });
    }
}

/// Whether an order to hold is in force.
pub(in crate::engine) fn is_on_hold(world: &Readable, cert: ActorId) -> bool {
    world.book.mandate.houses[cert.index()].on_hold
}

impl Chapter for Book {
    const LEDGER: Ledger = Ledger::Mandate;
    type State = State;
    type Event = Event;
    type Act = Act;
    type Effect = Effect;
    type Read = Read;
    type View = View;

    fn start(scenario: &Scenario) -> State {
        let rules = &scenario.book.mandate;
        let house = |actor: ActorId| {
            let row = rules.houses.iter().find(|house| house.actor == actor);
            HouseState {
                has_row: row.is_some(),
                independence: row.map_or(50, |row| row.independence),
                line: row.map_or(Line::Agency, |row| row.line),
                on_hold: false,
                designated: row.is_some_and(|row| row.designated),
                signed: false,
                breaches: 0,
                papers: 0,
                last_paper: None,
                asked: None,
                drifted: false,
                contradictions: 0,
            }
        };
        let leave = |granted: bool| {
            if granted {
                Leave::Granted
            } else {
                Leave::Missing
            }
        };
        State {
            houses: scenario
                .actors
                .iter()
                .map(|actor| house(actor.id))
                .collect(),
            permits: rules.permits.iter().map(|row| leave(row.granted)).collect(),
            handed: Vec::new(),
            ransoms: ransom::start(scenario),
        }
    }

    fn apply(state: &mut crate::engine::state::State, event: &Event, _: EventNo) {
        let turn = state.turn();
        state.world_mut().book.mandate.fold(event, turn);
    }

    fn effect(play: &mut Play<'_>, effect: &Effect, origin: Origin) -> Result<(), Rejection> {
        let cause = origin.cause();
        match *effect {
            Effect::Grant { permit } => acts::grant(play, permit, cause),
            Effect::Revoke { permit } => {
                if play.state.world.book.mandate.permits[permit.index()] == Leave::Granted {
                    emit(play, cause, Event::PermitRevoked { permit });
                }
            }
            Effect::Independence { actor, by } => {
                let by = play.amount(by, origin)?;
                move_independence(play, actor, by, cause);
            }
            Effect::HoldOrder { cert, on } => hold(play, cert, None, on, cause),
            Effect::AskRole { cert, by, role } => {
                emit(play, cause, Event::RoleAsked { cert, by, role });
            }
            Effect::HandOver { cert } => {
                let rows = &play.scenario().book.mandate.handovers;
                if let Some(place) = rows.iter().position(|row| row.cert == cert) {
                    acts::bring_in(play, place, false, cause);
                }
            }
            Effect::BreakCharter { actor } => break_charter(play, actor, cause),
            Effect::Demand { victim } => ransom::demand(play, victim, cause),
            Effect::PayRansom { victim } => ransom::pay(play, victim, cause)?,
        }
        Ok(())
    }

    /// Ransoms are demanded.
    fn brief(play: &mut Play<'_>) -> Result<(), Rejection> {
        ransom::open(play);
        Ok(())
    }

    /// Approvals come in, and ministries where the criteria for it are met; victims of extortion decide.
    fn resolve(play: &mut Play<'_>) -> Result<(), Rejection> {
        let (scenario, turn) = (play.scenario(), play.state.turn());
        let rules = &scenario.book.mandate;
        for row in &rules.permits {
            if let Leave::Asked { until, grants } =
                play.state.world.book.mandate.permits[row.id.index()]
                && until <= turn
            {
                let permit = row.id;
                let answer = if grants {
                    Event::PermitGranted { permit }
                } else {
                    Event::PermitRefused { permit }
                };
                emit(play, Cause::Engine(EngineRule::Approval), answer);
            }
        }
        for (place, row) in rules.handovers.iter().enumerate() {
            let word = scenario.names.hash(Kind::Actor, row.cert.0);
            if !play.state.world.book.mandate.has_handed(row.cert)
                && let Some(condition) = row.condition
                && turn > 0
                && play.holds(condition, word)?
            {
                acts::bring_in(play, place, false, Cause::Engine(EngineRule::Threshold));
            }
        }
        ransom::extort(play)
    }

    fn read(world: &Readable, read: Read) -> i64 {
        let state = &world.book.mandate;
        let house = |actor: ActorId| &state.houses[actor.index()];
        let handed = |cert: ActorId| {
            let mut handed = state.handed.iter();
            handed
                .find(|(of, _)| *of == cert)
                .map(|(_, briefed)| *briefed)
        };
        match read {
            Read::Granted(permit) => i64::from(state.permits[permit.index()] == Leave::Granted),
            Read::Independence(actor) => i64::from(house(actor).independence),
            Read::OnHold(actor) => i64::from(house(actor).on_hold),
            Read::Designated(actor) => i64::from(house(actor).designated),
            Read::Signed(actor) => i64::from(house(actor).signed),
            Read::CharterBreaches(actor) => i64::from(house(actor).breaches),
            Read::HandedOver(cert) => i64::from(handed(cert).is_some()),
            Read::Briefing(cert) => i64::from(handed(cert).unwrap_or(0)),
            Read::Drifted(actor) => i64::from(house(actor).drifted),
            Read::Contradictions(actor) => i64::from(house(actor).contradictions),
            Read::Papers(actor) => i64::from(house(actor).papers),
            Read::Demanded(_)
            | Read::Advised(_)
            | Read::Paid(_)
            | Read::Reported(_)
            | Read::Restored(_)
            | Read::Leaked(_)
            | Read::Line(_) => i64::from(ransom::read(&state.ransoms, read)),
        }
    }

    fn may_read(lens: &Lens<'_>, read: Read) -> bool {
        sight::may_read(lens, read)
    }

    fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
        sight::may_see(lens, event)
    }

    fn subject(event: &Event) -> Option<(Subject, i32)> {
        let row = |actor: ActorId, column| Subject::Row(Ledger::Mandate, actor.0, column);
        match *event {
            Event::IndependenceMoved { actor, by, .. } => Some((row(actor, 0), by)),
            Event::Contradicted { actor, .. } => Some((row(actor, 1), 1)),
            Event::HandedOver { cert, briefed, .. } => Some((row(cert, 2), briefed)),
            _ => None,
        }
    }

    fn bears_on(_: &Scenario, what: &What, row: u16, _: u16) -> bool {
        matches!(what, What::Book(BookEvent::Mandate(event)) if history::bears_on(event, row))
    }

    fn news(_: &Lens<'_>, event: &Event) -> News {
        sight::news(event)
    }

    fn more_is_better(_: u16, column: u16) -> Option<bool> {
        Some(column != 1)
    }

    fn family(_: &Scenario, act: Act) -> Family {
        match act {
            Act::GivePermit { .. } | Act::LiftHold { .. } | Act::TryCopies { .. } => {
                Family::Contain
            }
            Act::PutHold { .. } | Act::BringIn { .. } => Family::Escalate,
            Act::PublishProcess | Act::SignCharter | Act::AdviseVictim { .. } => Family::Share,
            Act::PaymentLine { .. } => Family::Condemn,
            _ => Family::Hold,
        }
    }

    fn conceivable(lens: &Lens<'_>, seat: SeatId, found: &mut Vec<Act>) {
        acts::conceivable(lens, seat, found);
    }

    /// There is nothing to hold up yet, and nothing to hand over.
    fn in_preparation(act: Act) -> bool {
        !matches!(
            act,
            Act::PutHold { .. }
                | Act::LiftHold { .. }
                | Act::BringIn { .. }
                | Act::AdviseVictim { .. }
                | Act::TryCopies { .. }
        )
    }

    fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
        acts::can(lens, seat, act)
    }

    fn key(names: &Names, act: Act) -> Vec<u64> {
        let permit = |permit: PermitId| names.hash(Kind::Permit, permit.0);
        let actor = |actor: ActorId| names.hash(Kind::Actor, actor.0);
        match act {
            Act::AskPermit { permit: row } => vec![1, permit(row)],
            Act::GivePermit { permit: row } => vec![2, permit(row)],
            Act::PutHold { cert } => vec![3, actor(cert)],
            Act::LiftHold { cert } => vec![4, actor(cert)],
            Act::Designate { cert } => vec![5, actor(cert)],
            Act::SignCharter => vec![6],
            Act::AcceptRole => vec![7],
            Act::RefuseRole => vec![8],
            Act::BringIn { ministry } => vec![9, actor(ministry)],
            Act::PublishProcess => vec![10],
            Act::ReportTo { line } => vec![11, line as u64],
            Act::AdviseVictim { victim, advice } => vec![12, actor(victim), advice as u64],
            Act::TryCopies { victim } => vec![13, actor(victim)],
            Act::PaymentLine { line } => vec![14, line as u64],
        }
    }

    fn cost(lens: &Lens<'_>, act: Act) -> Cost {
        let rules = &lens.scenario().book.mandate;
        let (hours, capital) = match act {
            Act::AskPermit { .. } => (rules.permit_hours, 0),
            Act::PutHold { .. } => (rules.paper_hours, rules.hold_capital),
            Act::PublishProcess => (rules.paper_hours.saturating_add(1), 0),
            Act::ReportTo { .. } => (rules.paper_hours, 1),
            Act::RefuseRole => (0, 1),
            Act::AdviseVictim { .. } => (rules.advice_hours, 0),
            Act::TryCopies { .. } => (rules.restore_hours, 0),
            Act::PaymentLine { .. } => (rules.paper_hours, rules.line_capital),
            Act::AcceptRole | Act::LiftHold { .. } => (0, 0),
            _ => (rules.paper_hours, 0),
        };
        Cost { hours, capital }
    }

    fn take(
        play: &mut Play<'_>,
        seat: SeatId,
        act: Act,
        _: ExerciseTime,
        origin: Origin,
    ) -> Result<(), Rejection> {
        acts::take(play, seat, act, origin)
    }

    fn forecasts(lens: &Lens<'_>, _: SeatId, act: Act) -> Vec<Forecast> {
        match act {
            Act::AskPermit { permit } => acts::forecasts(lens, permit),
            Act::TryCopies { victim } => ransom::forecasts(lens.scenario(), victim),
            _ => Vec::new(),
        }
    }

    fn imagine(lens: &Lens<'_>, state: &mut crate::engine::state::State, _: Dice) {
        sight::imagine(lens, state);
    }

    fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
        words::read_name(teller, read)
    }

    fn tell(teller: Teller<'_>, event: &Event, _: bool) -> SafeText {
        words::tell(teller, event)
    }

    fn name(teller: Teller<'_>, act: Act) -> SafeText {
        words::name(teller, act)
    }

    fn explain(teller: Teller<'_>, act: Act) -> SafeText {
        words::explain(teller, act)
    }

    fn row_name(teller: Teller<'_>, row: u16, column: u16) -> SafeText {
        words::row_name(teller, row, column)
    }

    fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
        sight::rows(lens, teller)
    }

    fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
        sight::view(lens, teller)
    }
}
