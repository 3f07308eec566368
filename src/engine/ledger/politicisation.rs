//! Politicisation: one number per CERT: how far it is seen as an instrument of its state's politics.
//!
//! What it does: a team that others take for an instrument is answered less by other regions and then not at all, loses a
//! little of their trust every turn, and is less protected when politics costs trust. Its state reads the number; everybody
//! else feels it in words, as a reputation.

mod acts;
mod rules;
mod words;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Dice;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::book::Chapter;
use crate::engine::ledger::book::Row;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::effect::Amount;
use crate::model::family::Family;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::politicisation::Effect;
use crate::model::ledger::politicisation::Line;
use crate::model::ledger::politicisation::Order;
use crate::model::ledger::politicisation::Read;
use crate::model::roster::ActorKind;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

pub(in crate::engine) use acts::refuses;
pub(in crate::engine) use rules::answers;
pub(in crate::engine) use rules::insulation;
pub(in crate::engine) use rules::politicise;

/// What is in the world for it, by actor; only what is kept for CERTs is ever read.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct State {
    teams: Vec<Team>,
}

/// How one CERT stands.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Team {
    level: i32,
    line: Line,
    /// Political and operational instructions so far.
    orders: (u16, u16),
    /// The last turn in which something politicised it.
    touched: Option<u16>,
    /// It refuses to be quoted up to this turn.
    refuses: Option<u16>,
    /// The turn in which it published how it works.
    process: Option<u16>,
}

/// The column of a team for what it is taken for, which also those see who are told no number.
const REPUTE: u16 = 1;

/// What a team is taken for.
pub(in crate::engine) fn reputation(cert: ActorId) -> Subject {
    Subject::Row(Ledger::Politicisation, cert.0, REPUTE)
}

/// Why the number moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Why {
    /// As an author wrote it.
    Told,
    Podium,
    Tasking,
    Offensive,
    /// Its work was put in a public attribution.
    Quoted,
    /// It contributed to an attribution in confidence.
    Confided,
    /// It contributed through a panel of peers.
    Panel,
    /// It declined to contribute.
    Declined,
    Held,
    Quiet,
    /// It was let to speak for itself.
    OwnVoice,
    Refused,
    Process,
}

/// What happens in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// The number moved; `by` is what really changed.
    Moved {
        cert: ActorId,
        by: i32,
        now: i32,
        why: Why,
    },
    /// It was given an instruction; `by` is who gave it, if that is known.
    Instructed {
        cert: ActorId,
        by: Option<ActorId>,
        order: Order,
    },
    /// It refuses to be quoted, up to a turn.
    Refuses { cert: ActorId, until: u16 },
    /// It published how it works.
    Process { cert: ActorId },
    /// It answers to somebody else from now on.
    PutUnder { cert: ActorId, line: Line },
}

/// What a seat can do by its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Act {
    /// A ministry instructs a CERT of its state.
    Instruct { cert: ActorId, order: Order },
    /// A ministry lets the CERT speak for itself and takes it off the podium.
    OwnVoice { cert: ActorId },
    /// A ministry puts the CERT on another line of the organigram.
    PutUnder { cert: ActorId, line: Line },
    /// A CERT refuses to be quoted.
    Refuse,
    /// A CERT publishes how it works.
    Process,
}

/// What a seat gets to see of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct View {
    pub teams: Vec<TeamView>,
}

/// One CERT as a seat sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TeamView {
    pub cert: ActorId,
    pub name: SafeText,
    /// The number, for whoever is of its state.
    pub level: Option<i32>,
    /// How it is spoken of.
    pub repute: SafeText,
    /// To whom it answers.
    pub line: SafeText,
    /// Political and operational instructions so far, for whoever is of its state.
    pub orders: Option<(u16, u16)>,
}

/// How a CERT is spoken of among its peers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Repute {
    Technical,
    Close,
    Instrument,
}

impl State {
    fn team(&self, cert: ActorId) -> &Team {
        &self.teams[cert.index()]
    }

    fn team_mut(&mut self, cert: ActorId) -> &mut Team {
        &mut self.teams[cert.index()]
    }
}

impl Lens<'_> {
    /// How a CERT is spoken of, which everybody in the trade hears.
    pub fn repute(&self, cert: ActorId) -> Option<Repute> {
        let scenario = self.scenario();
        let is_cert = scenario.actors[cert.index()].kind == ActorKind::Cert;
        (is_cert && self.has(Ledger::Politicisation)).then(|| {
            let rules = &scenario.book.politicisation;
            match self.book().politicisation.team(cert).level {
                level if level >= rules.shut_at => Repute::Instrument,
                level if level >= rules.narrows_at => Repute::Close,
                _ => Repute::Technical,
            }
        })
    }

    /// How politicised a CERT of one's own state is.
    pub fn politicised(&self, cert: ActorId) -> Option<i32> {
        (self.repute(cert).is_some() && is_of_own_state(self, cert))
            .then(|| self.book().politicisation.team(cert).level)
    }
}

/// Whether an actor is one's own, or acts for the same state.
fn is_of_own_state(lens: &Lens<'_>, actor: ActorId) -> bool {
    lens.own_actors()
        .any(|own| own == actor || same_state(lens.scenario(), own, actor))
}

/// Whether two actors act for the same state, or one for the other.
pub(in crate::engine) fn same_state(scenario: &Scenario, a: ActorId, b: ActorId) -> bool {
    let state = |actor: ActorId| scenario.actors[actor.index()].acts_for.unwrap_or(actor);
    state(a) == state(b)
}

pub(in crate::engine) struct Book;

impl Chapter for Book {
    const LEDGER: Ledger = Ledger::Politicisation;
    type State = State;
    type Event = Event;
    type Act = Act;
    type Effect = Effect;
    type Read = Read;
    type View = View;

    fn start(scenario: &Scenario) -> State {
        let rules = &scenario.book.politicisation;
        let listed = |cert: ActorId| rules.teams.iter().find(|team| team.cert == cert);
        let team = |cert: ActorId| Team {
            level: listed(cert).map_or(rules.start, |team| team.start),
            line: listed(cert).map_or(Line::Regulator, |team| team.line),
            orders: (0, 0),
            touched: None,
            refuses: None,
            process: None,
        };
        State {
            teams: scenario.actors.iter().map(|actor| team(actor.id)).collect(),
        }
    }

    fn apply(state: &mut crate::engine::state::State, event: &Event, _: EventNo) {
        let turn = state.turn();
        let book = &mut state.world_mut().book.politicisation;
        match *event {
            Event::Moved { cert, by, now, .. } => {
                let team = book.team_mut(cert);
                team.level = now;
                if by > 0 {
                    team.touched = Some(turn);
                }
            }
            Event::Instructed { cert, order, .. } => {
                let (political, operational) = &mut book.team_mut(cert).orders;
                let count = if order.is_political() {
                    political
                } else {
                    operational
                };
                *count = count.saturating_add(1);
            }
            Event::Refuses { cert, until } => book.team_mut(cert).refuses = Some(until),
            Event::Process { cert } => book.team_mut(cert).process = Some(turn),
            Event::PutUnder { cert, line } => book.team_mut(cert).line = line,
        }
    }

    fn effect(play: &mut Play<'_>, effect: &Effect, origin: Origin) -> Result<(), Rejection> {
        rules::effect(play, effect, origin)
    }

    fn resolve(play: &mut Play<'_>) -> Result<(), Rejection> {
        rules::resolve(play);
        Ok(())
    }

    fn read(world: &Readable, read: Read) -> i64 {
        let book = &world.book.politicisation;
        match read {
            Read::Politicised(cert) => i64::from(book.team(cert).level),
            Read::PoliticalOrders(cert) => i64::from(book.team(cert).orders.0),
            Read::OperationalOrders(cert) => i64::from(book.team(cert).orders.1),
        }
    }

    fn may_read(lens: &Lens<'_>, read: Read) -> bool {
        let (Read::Politicised(cert) | Read::PoliticalOrders(cert) | Read::OperationalOrders(cert)) =
            read;
        is_of_own_state(lens, cert)
    }

    fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
        match *event {
            Event::Moved { cert, .. } => is_of_own_state(lens, cert),
            // An operational instruction is between the two; a podium is for everybody, and a tasking for nobody else.
            Event::Instructed { cert, order, .. } => {
                order == Order::Podium || is_of_own_state(lens, cert)
            }
            Event::Refuses { .. } | Event::Process { .. } | Event::PutUnder { .. } => true,
        }
    }

    fn subject(event: &Event) -> Option<(Subject, i32)> {
        match *event {
            Event::Moved { cert, by, .. } => {
                Some((Subject::Row(Ledger::Politicisation, cert.0, 0), by))
            }
            _ => None,
        }
    }

    fn bears_on(_: &Scenario, what: &What, row: u16, column: u16) -> bool {
        let What::Book(BookEvent::Politicisation(event)) = what else {
            return false;
        };
        let cert = match *event {
            Event::Moved { cert, .. }
            | Event::Instructed { cert, .. }
            | Event::Refuses { cert, .. }
            | Event::Process { cert }
            | Event::PutUnder { cert, .. } => cert,
        };
        column == REPUTE && cert == ActorId(row)
    }

    fn more_is_better(_: u16, _: u16) -> Option<bool> {
        Some(false)
    }

    fn family(_: &Scenario, act: Act) -> Family {
        acts::family(act)
    }

    fn conceivable(lens: &Lens<'_>, seat: SeatId, acts: &mut Vec<Act>) {
        acts::conceivable(lens, seat, acts);
    }

    fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
        acts::can(lens, seat, act)
    }

    fn key(names: &Names, act: Act) -> Vec<u64> {
        acts::key(names, act)
    }

    fn cost(lens: &Lens<'_>, act: Act) -> Cost {
        acts::cost(&lens.scenario().book.politicisation, act)
    }

    fn take(
        play: &mut Play<'_>,
        seat: SeatId,
        act: Act,
        _: ExerciseTime,
        origin: Origin,
    ) -> Result<(), Rejection> {
        acts::take(play, seat, act, origin);
        Ok(())
    }

    fn shifts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<(Read, i64)> {
        acts::shifts(lens, seat, act)
    }

    fn expected(lens: &Lens<'_>, effect: &Effect) -> Vec<(Read, i64)> {
        match *effect {
            Effect::Politicise {
                cert,
                by: Amount::Fixed(by),
            } if is_of_own_state(lens, cert) => {
                vec![(Read::Politicised(cert), i64::from(by))]
            }
            _ => Vec::new(),
        }
    }

    fn imagine(lens: &Lens<'_>, state: &mut crate::engine::state::State, _: Dice) {
        let known = &lens.book().politicisation;
        for actor in &lens.scenario().actors {
            let truth = known.team(actor.id);
            let own = is_of_own_state(lens, actor.id);
            let rules = &lens.scenario().book.politicisation;
            let team = state.world_mut().book.politicisation.team_mut(actor.id);
            // What is said of the others is heard; how much there is to it is not.
            let heard = match lens.repute(actor.id) {
                Some(Repute::Instrument) => rules.shut_at,
                Some(Repute::Close) => rules.narrows_at,
                _ => team.level.min(rules.narrows_at - 1),
            };
            *team = Team {
                level: if own { truth.level } else { heard },
                orders: if own { truth.orders } else { (0, 0) },
                touched: truth.touched.filter(|_| own),
                line: truth.line,
                refuses: truth.refuses,
                process: truth.process,
            };
        }
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

    fn row_name(teller: Teller<'_>, row: u16, _: u16) -> SafeText {
        words::read_name(teller, Read::Politicised(ActorId(row)))
    }

    fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
        words::read_name(teller, read)
    }

    fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
        words::rows(lens, teller)
    }

    fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
        words::view(lens, teller)
    }
}
