//! Capacity: how much people can do, how tired they are, what comes in beside the crisis, and who offers help.
//!
//! Beyond two shifts people tire; tired people have fewer hours and get routine work wrong. Routine tickets pile up, cost hours,
//! and hide what matters until somebody goes through them. Help is offered with strings, which are read before it is accepted
//! and noted by others after. Volunteers go where nobody has a contract, if somebody says what they are to do and answers for it.

mod acts;
mod event;
pub(in crate::engine) mod history;
mod load;
mod sight;
mod volunteers;
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
use crate::model::CommunityId;
use crate::model::FactId;
use crate::model::OfferId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::family::Family;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::capacity::Effect;
use crate::model::ledger::capacity::Read;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

pub use event::Event;
pub(in crate::engine) use load::slips;
pub use sight::CrewView;
pub use sight::OfferView;
pub use sight::Standing;
pub use sight::View;
pub use volunteers::SiteView;
pub use volunteers::Volunteers;

/// What is in the world for it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct State {
    /// Per seat; `None` where the author gave no row.
    crews: Vec<Option<CrewState>>,
    /// Per offer.
    offers: Vec<OfferState>,
    /// Facts among the tickets of a seat, which nobody has found.
    buried: Vec<(SeatId, FactId)>,
    /// Per corps of volunteers.
    corps: Vec<volunteers::CorpsState>,
}

/// The people of a seat.
#[derive(Clone, Copy, Debug, PartialEq)]
struct CrewState {
    fatigue: i32,
    tier: i32,
    tickets: i32,
    /// Hours worked since the last rest.
    worked: i32,
    /// Hours paid for in this turn.
    spent: i32,
    has_rota: bool,
    knows_norms: bool,
    slips: u16,
}

/// Where an offer stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum OfferState {
    Unmade,
    /// Until the end of a turn.
    Open(u16),
    Accepted(u16),
    Declined,
    Over,
}

/// What a seat can do by its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Act {
    /// Goes through the tickets.
    Triage,
    /// Sends people home.
    Rest,
    /// An extra shift.
    Surge,
    /// Draws up a rota.
    Rota,
    /// Reads what the norms say.
    ReadNorms,
    /// Asks somebody who knows them.
    AskNorms { of: ActorId },
    /// Takes an offer of help, with its strings.
    Accept { offer: OfferId },
    /// Turns an offer of help down.
    Decline { offer: OfferId },
    /// Asks somebody for help.
    Plead { from: ActorId },
    /// Writes down what volunteers are to do for people who have no contract with anybody.
    BriefVolunteers { community: CommunityId },
    /// Signs that one answers for what volunteers break.
    AnswerFor { from: ActorId },
    /// Sends volunteers there.
    SendVolunteers { community: CommunityId },
}

pub(in crate::engine) struct Book;

fn emit(play: &mut Play<'_>, cause: Cause, event: Event) -> EventNo {
    play.emit(cause, What::Book(BookEvent::Capacity(event)))
}

/// A seat paid hours for a choice.
pub(in crate::engine) fn spend(state: &mut crate::engine::state::State, seat: SeatId, hours: i32) {
    if state.world.book.capacity.crews[seat.index()].is_some()
        && let Some(crew) = &mut state.world_mut().book.capacity.crews[seat.index()]
    {
        crew.spent = crew.spent.saturating_add(hours);
    }
}

/// Moves how tired a seat's people are.
pub(in crate::engine) fn tire(play: &mut Play<'_>, seat: SeatId, by: i32, cause: Cause) {
    let Some(crew) = play.state.world.book.capacity.crews[seat.index()] else {
        return;
    };
    let now = crew.fatigue.saturating_add(by).clamp(0, 100);
    if now != crew.fatigue {
        let by = now - crew.fatigue;
        emit(play, cause, Event::Tired { seat, by, now });
    }
}

impl Chapter for Book {
    const LEDGER: Ledger = Ledger::Capacity;
    type State = State;
    type Event = Event;
    type Act = Act;
    type Effect = Effect;
    type Read = Read;
    type View = View;

    fn start(scenario: &Scenario) -> State {
        let rules = &scenario.book.capacity;
        let crew = |seat: SeatId| {
            let row = rules.crews.iter().find(|crew| crew.seat == seat)?;
            Some(CrewState {
                fatigue: row.fatigue,
                tier: row.tier,
                tickets: 0,
                worked: 0,
                spent: 0,
                has_rota: false,
                knows_norms: row.knows_norms,
                slips: 0,
            })
        };
        State {
            crews: scenario.seats.iter().map(|seat| crew(seat.id)).collect(),
            offers: vec![OfferState::Unmade; rules.offers.len()],
            buried: Vec::new(),
            corps: volunteers::start(scenario),
        }
    }

    fn apply(state: &mut crate::engine::state::State, event: &Event, _: EventNo) {
        state.world_mut().book.capacity.fold(event);
    }

    fn effect(play: &mut Play<'_>, effect: &Effect, origin: Origin) -> Result<(), Rejection> {
        let cause = origin.cause();
        match *effect {
            Effect::Tire { seat, by } => {
                let by = play.amount(by, origin)?;
                tire(play, seat, by, cause);
            }
            Effect::Flood { seat, by } => {
                let by = play.amount(by, origin)?;
                load::pile(play, seat, by, cause);
            }
            Effect::Bury { seat, fact } => {
                load::bury(play, seat, fact, cause);
            }
            Effect::Tier { seat, by } => acts::raise(play, seat, by, cause),
            Effect::MakeOffer { offer } => acts::offer(play, offer, cause),
            Effect::WithdrawOffer { offer } => {
                let now = play.state.world.book.capacity.offers[offer.index()];
                if matches!(now, OfferState::Open(_) | OfferState::Accepted(_)) {
                    emit(play, cause, Event::Withdrawn { offer });
                }
            }
            Effect::LearnNorms { seat } => acts::learn(play, seat, None, cause),
            Effect::CoverVolunteers { from, by } => volunteers::cover(play, from, by, cause),
        }
        Ok(())
    }

    /// Tickets come in, and offers are made.
    fn brief(play: &mut Play<'_>) -> Result<(), Rejection> {
        load::come_in(play);
        let (scenario, turn) = (play.scenario(), play.state.turn());
        for row in &scenario.book.capacity.offers {
            if row.opens == Some(turn) {
                acts::offer(play, row.id, Cause::Engine(EngineRule::Agenda));
            }
        }
        Ok(())
    }

    /// People tire or rest, helpers help, offers lapse.
    fn resolve(play: &mut Play<'_>) -> Result<(), Rejection> {
        load::settle(play);
        acts::help(play);
        volunteers::work(play);
        Ok(())
    }

    fn read(world: &Readable, read: Read) -> i64 {
        let state = &world.book.capacity;
        let crew = |seat: SeatId| state.crews[seat.index()];
        let number = |seat: SeatId, of: fn(CrewState) -> i32| crew(seat).map_or(0, of);
        match read {
            Read::Fatigue(seat) => i64::from(number(seat, |crew| crew.fatigue)),
            Read::Tickets(seat) => i64::from(number(seat, |crew| crew.tickets)),
            Read::Tier(seat) => i64::from(number(seat, |crew| crew.tier)),
            Read::Aware(seat) => i64::from(crew(seat).is_some_and(|crew| crew.knows_norms)),
            Read::Free(_) | Read::Covered(_) | Read::With(_) | Read::Wrong(_) => {
                volunteers::read(&state.corps, read)
            }
            Read::Slips(seat) => i64::from(number(seat, |crew| i32::from(crew.slips))),
            Read::Accepted(offer) => i64::from(matches!(
                state.offers[offer.index()],
                OfferState::Accepted(_) | OfferState::Over
            )),
            Read::Declined(offer) => i64::from(state.offers[offer.index()] == OfferState::Declined),
        }
    }

    fn may_read(lens: &Lens<'_>, read: Read) -> bool {
        match read {
            Read::Fatigue(seat)
            | Read::Tickets(seat)
            | Read::Tier(seat)
            | Read::Aware(seat)
            | Read::Slips(seat) => lens.is_own(seat),
            Read::Accepted(offer) | Read::Declined(offer) => sight::is_concerned(lens, offer),
            Read::Free(_) | Read::Covered(_) | Read::With(_) | Read::Wrong(_) => {
                volunteers::may_read(lens, read)
            }
        }
    }

    fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
        sight::may_see(lens, event)
    }

    fn subject(event: &Event) -> Option<(Subject, i32)> {
        let row = |seat: SeatId, column| Subject::Row(Ledger::Capacity, seat.0, column);
        match *event {
            Event::Tired { seat, by, .. } => Some((row(seat, 0), by)),
            Event::TicketsMoved { seat, by, .. } => Some((row(seat, 1), by)),
            Event::TierMoved { seat, by, .. } => Some((row(seat, 2), by)),
            Event::Slipped { seat, .. } => Some((row(seat, 3), 1)),
            _ => None,
        }
    }

    fn bears_on(_: &Scenario, what: &What, row: u16, column: u16) -> bool {
        matches!(what, What::Book(BookEvent::Capacity(event)) if history::bears_on(event, row, column))
    }

    fn news(_: &Lens<'_>, event: &Event) -> News {
        sight::news(event)
    }

    fn more_is_better(_: u16, column: u16) -> Option<bool> {
        Some(column == 2)
    }

    fn family(_: &Scenario, act: Act) -> Family {
        match act {
            Act::Triage
            | Act::Surge
            | Act::Rota
            | Act::BriefVolunteers { .. }
            | Act::SendVolunteers { .. } => Family::Contain,
            Act::Accept { .. } | Act::Plead { .. } | Act::AnswerFor { .. } => Family::Share,
            _ => Family::Hold,
        }
    }

    fn conceivable(lens: &Lens<'_>, seat: SeatId, found: &mut Vec<Act>) {
        acts::conceivable(lens, seat, found);
    }

    /// Nobody is tired yet, and no tickets have come in.
    fn in_preparation(act: Act) -> bool {
        !matches!(
            act,
            Act::Triage | Act::Rest | Act::Surge | Act::Plead { .. } | Act::SendVolunteers { .. }
        )
    }

    fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
        acts::can(lens, seat, act)
    }

    fn key(names: &Names, act: Act) -> Vec<u64> {
        let offer = |offer: OfferId| names.hash(Kind::Offer, offer.0);
        let actor = |actor: ActorId| names.hash(Kind::Actor, actor.0);
        let community = |of: CommunityId| names.hash(Kind::Community, of.0);
        match act {
            Act::Triage => vec![1],
            Act::Rest => vec![2],
            Act::Surge => vec![3],
            Act::Rota => vec![4],
            Act::ReadNorms => vec![5],
            Act::AskNorms { of } => vec![6, actor(of)],
            Act::Accept { offer: row } => vec![7, offer(row)],
            Act::Decline { offer: row } => vec![8, offer(row)],
            Act::Plead { from } => vec![9, actor(from)],
            Act::BriefVolunteers { community: row } => vec![10, community(row)],
            Act::AnswerFor { from } => vec![11, actor(from)],
            Act::SendVolunteers { community: row } => vec![12, community(row)],
        }
    }

    fn cost(lens: &Lens<'_>, act: Act) -> Cost {
        let rules = &lens.scenario().book.capacity;
        let hours = match act {
            Act::Triage => rules.triage_hours,
            // Who rests gives up half a turn.
            Act::Rest => lens
                .seats()
                .first()
                .map_or(0, |seat| lens.seat(*seat).hours / 2),
            Act::Surge | Act::Decline { .. } => 0,
            Act::Rota => rules.rota_hours,
            Act::ReadNorms | Act::AskNorms { .. } => rules.learn_hours,
            Act::Accept { .. } => rules.scope_hours,
            Act::Plead { .. } => rules.plead_hours,
            Act::BriefVolunteers { .. } => rules.brief_hours,
            Act::SendVolunteers { .. } => rules.send_hours,
            Act::AnswerFor { .. } => 0,
        };
        let capital = match act {
            Act::AnswerFor { .. } => rules.cover_capital,
            _ => 0,
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

    fn shifts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<(Read, i64)> {
        acts::shifts(lens, seat, act)
    }

    fn forecasts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<Forecast> {
        match act {
            Act::Plead { from } => acts::forecasts(lens, lens.seat(seat).actor, from),
            Act::SendVolunteers { community } => volunteers::forecasts(lens, community),
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

impl State {
    fn crew(&mut self, seat: SeatId, change: impl FnOnce(&mut CrewState)) {
        if let Some(crew) = &mut self.crews[seat.index()] {
            change(crew);
        }
    }

    fn fold(&mut self, event: &Event) {
        match *event {
            Event::Tired { seat, now, .. } => self.crew(seat, |crew| crew.fatigue = now),
            Event::Worked { seat, now } => self.crew(seat, |crew| {
                (crew.worked, crew.spent) = (now, 0);
            }),
            Event::TicketsMoved { seat, now, .. } => self.crew(seat, |crew| crew.tickets = now),
            Event::Buried { seat, fact } => self.buried.push((seat, fact)),
            Event::Unearthed { seat, fact } => {
                self.buried.retain(|buried| *buried != (seat, fact));
            }
            Event::Slipped { seat, .. } => self.crew(seat, |crew| {
                crew.slips = crew.slips.saturating_add(1);
            }),
            Event::RotaMade { seat } => self.crew(seat, |crew| crew.has_rota = true),
            Event::Learned { seat, .. } => self.crew(seat, |crew| crew.knows_norms = true),
            Event::TierMoved { seat, now, .. } => self.crew(seat, |crew| crew.tier = now),
            Event::Offered { offer, until } => {
                self.offers[offer.index()] = OfferState::Open(until);
            }
            Event::Accepted { offer, until } => {
                self.offers[offer.index()] = OfferState::Accepted(until);
            }
            Event::Declined { offer } => self.offers[offer.index()] = OfferState::Declined,
            Event::Withdrawn { offer } => self.offers[offer.index()] = OfferState::Over,
            Event::Volunteers(ref event) => volunteers::fold(&mut self.corps, event),
            Event::NoHelp { .. } => {}
        }
    }
}
