//! Contacts: who can reach whom, by which path, and how fresh the address is.
//!
//! An address is believed good until somebody finds nobody there. Paths across regions are few at first and are built: by
//! searching, by a note verbale, by membership, by an arrangement, by one response team opening a door for its ministry. The
//! channels of a listed entity close, and open again only in part. What gets there is not always what was sent: each community has words and
//! markings of its own. Where a scenario has no directory, everybody reaches everybody.

mod acts;
mod event;
pub(in crate::engine) mod history;
mod reach;
mod sight;
mod state;
mod wording;
mod words;

use std::sync::Arc;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Dice;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::book::Chapter;
use crate::engine::ledger::book::News;
use crate::engine::ledger::book::Row;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::ContactId;
use crate::model::FactId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::family::Family;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::contacts::Effect;
use crate::model::ledger::contacts::Read;
use crate::model::ledger::contacts::Register;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

pub use event::Event;
pub use event::Grasp;
pub(in crate::engine) use reach::Carried;
pub(in crate::engine) use reach::blocked;
pub(in crate::engine) use reach::carries;
pub(in crate::engine) use reach::dearer;
pub(in crate::engine) use reach::forecast_of_reach;
pub(in crate::engine) use reach::formal_weight;
pub(in crate::engine) use reach::is_path;
pub(in crate::engine) use reach::most_formal_weight;
pub use sight::EntryView;
pub use sight::Freshness;
pub use sight::LinkView;
pub use sight::View;
use state::Address;
pub use state::Bond;
use state::Link;
pub(in crate::engine) use state::State;
pub(in crate::engine) use wording::take_in;

/// All of a thousand messages get through.
const WIDE: i32 = 1000;

/// What a seat can do by its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Act {
    /// Tries whether an address still answers.
    Ping { contact: ContactId },
    /// Asks by note verbale for the present address.
    SendNote { contact: ContactId },
    /// Looks for somebody who can be reached.
    Search { to: ActorId },
    /// Makes an arrangement for lawful sharing with another response team.
    Arrange { with: ActorId },
    /// Opens a door for one's own ministry, if the other response team agrees.
    OpenDoor { to: ActorId },
    /// Joins a forum of response teams.
    Join { body: ActorId },
    /// Asks a neutral body to host a meeting that commits nobody.
    Convene { by: ActorId, with: ActorId },
    /// Writes a fact in the words of another community; whoever has it from there reads it right.
    Render { fact: FactId, register: Register },
    /// Asks whoever sent a fact what it means.
    Clarify { fact: FactId },
    /// Agrees with another what one's labels are called in its registry.
    AgreeMarkings { with: ActorId },
}

pub(in crate::engine) struct Book;

fn emit(play: &mut Play<'_>, cause: Cause, event: Event) -> EventNo {
    play.emit(cause, What::Book(BookEvent::Contacts(event)))
}

/// Closes an actor's channels: it is listed, and nothing exempts incident response.
pub(in crate::engine) fn close_channel(play: &mut Play<'_>, actor: ActorId, cause: Cause) {
    reopen(play, actor, 0, cause);
}

/// Opens an actor's channels as far as so many of a thousand messages getting through.
pub(in crate::engine) fn reopen(play: &mut Play<'_>, actor: ActorId, per_mille: i32, cause: Cause) {
    let now = per_mille.clamp(0, WIDE);
    let was = play.state.world.book.contacts.open[actor.index()];
    if now != was && play.has(Ledger::Contacts) {
        let by = now - was;
        emit(play, cause, Event::ChannelMoved { actor, by, now });
    }
}

/// Whether two have a safe channel that a neutral convener made.
pub(in crate::engine) fn is_safe(world: &Readable, a: ActorId, b: ActorId) -> bool {
    let links = world.book.contacts.links.iter();
    let mut between = links.filter(|link| link.joins(a, b) && link.holds(world.turn));
    between.any(|link| link.bond == Bond::Meeting)
}

impl Chapter for Book {
    const LEDGER: Ledger = Ledger::Contacts;
    type State = State;
    type Event = Event;
    type Act = Act;
    type Effect = Effect;
    type Read = Read;
    type View = View;

    fn start(scenario: &Scenario) -> State {
        let rules = &scenario.book.contacts;
        let address = |entry: &crate::model::ledger::contacts::Entry| Address {
            holder: entry.holder,
            reaches: entry.reaches,
            stale: false,
            is_dead: false,
            confirmed: None,
            note_due: None,
        };
        let clubs = rules.clubs.iter();
        let members = clubs.flat_map(|club| club.members.iter().map(|member| (club.body, *member)));
        State {
            entries: rules.directory.iter().map(address).collect(),
            open: vec![WIDE; scenario.actors.len()],
            links: Vec::new(),
            consents: Vec::new(),
            members: members.collect(),
            suspended: Vec::new(),
            dead_ends: vec![0; scenario.actors.len()],
            searches: Vec::new(),
            rendered: Vec::new(),
            readings: Vec::new(),
            filed: Vec::new(),
            misreadings: vec![0; scenario.actors.len()],
            regions: Arc::new(scenario.actors.iter().map(|actor| actor.region).collect()),
            is_kept: !rules.directory.is_empty(),
        }
    }

    fn apply(state: &mut crate::engine::state::State, event: &Event, _: EventNo) {
        let turn = state.turn();
        state.world_mut().book.contacts.fold(event, turn);
    }

    fn effect(play: &mut Play<'_>, effect: &Effect, origin: Origin) -> Result<(), Rejection> {
        let cause = origin.cause();
        match *effect {
            Effect::Refresh { contact } => {
                emit(play, cause, Event::Refreshed { contact });
            }
            Effect::GoStale { contact } => go_stale(play, contact, cause),
            Effect::RotateOfficer { contact } => {
                go_stale(play, contact, cause);
                let row = &play.scenario().book.contacts.directory[contact.index()];
                let part = play.scenario().book.contacts.personal_part;
                for (from, to) in [(row.reaches, row.holder), (row.holder, row.reaches)] {
                    let lost = play.state.world.trust(from, to) * part / 1000;
                    trust::shift(play, from, to, -lost, cause);
                }
            }
            Effect::CloseChannel { actor } => close_channel(play, actor, cause),
            Effect::ReopenChannel { actor, to } => reopen(play, actor, to, cause),
            Effect::SuspendMember { body, member } => {
                if play
                    .state
                    .world
                    .book
                    .contacts
                    .members
                    .contains(&(body, member))
                {
                    emit(play, cause, Event::Suspended { body, member });
                }
            }
        }
        Ok(())
    }

    /// In the first turn: which addresses were stale all along.
    fn brief(play: &mut Play<'_>) -> Result<(), Rejection> {
        let scenario = play.scenario();
        if play.state.turn() != u16::from(!scenario.has_prep) {
            return Ok(());
        }
        for entry in &scenario.book.contacts.directory {
            let word = scenario.names.hash(Kind::Contact, entry.id.0);
            let mut die = play.state.dice.of(Roll::StaleAtFirst, &[word], 0, 0, 0);
            if die.per_mille(entry.stale) {
                go_stale(play, entry.id, Cause::Engine(EngineRule::Staleness));
            }
        }
        Ok(())
    }

    /// Notes verbales are answered, entries age, and what was misread comes to light.
    fn resolve(play: &mut Play<'_>) -> Result<(), Rejection> {
        let (scenario, turn) = (play.scenario(), play.state.turn());
        let rules = &scenario.book.contacts;
        for entry in &rules.directory {
            let now = play.state.world.book.contacts.entries[entry.id.index()];
            let cause = Cause::Engine(EngineRule::Staleness);
            if now.note_due.is_some_and(|due| due <= turn) {
                let cause = Cause::Engine(EngineRule::Correspondence);
                emit(play, cause, Event::Refreshed { contact: entry.id });
            } else if turn > now.confirmed.unwrap_or(0) + fresh_turns(rules.stays_fresh) {
                let word = scenario.names.hash(Kind::Contact, entry.id.0);
                let mut die = play.state.dice.of(Roll::GoesStale, &[word], 0, turn, 0);
                if die.per_mille(rules.stale_odds) {
                    go_stale(play, entry.id, cause);
                }
            }
        }
        wording::come_to_light(play);
        Ok(())
    }

    fn read(world: &Readable, read: Read) -> i64 {
        let state = &world.book.contacts;
        match read {
            Read::Reachable(contact) => {
                let entry = &state.entries[contact.index()];
                i64::from(!entry.stale && state.open[entry.reaches.index()] > 0)
            }
            Read::Path(from, to) => i64::from(state.has_path(from, to, world.turn)),
            Read::Channel(actor) => i64::from(state.open[actor.index()]),
            Read::DeadEnds(actor) => i64::from(state.dead_ends[actor.index()]),
            Read::Safe(from, to) => i64::from(is_safe(world, from, to)),
            Read::Misread(actor, fact) => i64::from(state.grasp(actor, fact) == Some(Grasp::Wrong)),
            Read::Misunderstandings(actor) => i64::from(state.misreadings[actor.index()]),
            Read::InWords(actor, fact) => {
                let grasp = state.grasp(actor, fact);
                i64::from(grasp.is_some_and(|grasp| grasp != Grasp::Wrong))
            }
            Read::Markings(from, to) => i64::from(state.has_markings(from, to, world.turn)),
        }
    }

    fn may_read(lens: &Lens<'_>, read: Read) -> bool {
        match read {
            // Whether anybody is there one finds out by trying.
            Read::Reachable(_) | Read::Path(..) => false,
            // Who misreads something does not know it.
            Read::Misread(..) => false,
            Read::Channel(actor) => lens.is_known(actor),
            Read::DeadEnds(actor) | Read::Misunderstandings(actor) | Read::InWords(actor, _) => {
                lens.is_own_actor(actor)
            }
            Read::Safe(from, to) | Read::Markings(from, to) => {
                lens.is_own_actor(from) || lens.is_own_actor(to)
            }
        }
    }

    fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
        sight::may_see(lens, event)
    }

    fn subject(event: &Event) -> Option<(Subject, i32)> {
        match *event {
            Event::ChannelMoved { actor, by, .. } => {
                Some((Subject::Row(Ledger::Contacts, actor.0, 0), by))
            }
            Event::DeadEnd { from, .. } => Some((Subject::Row(Ledger::Contacts, from.0, 1), 1)),
            Event::CameApart { reader, .. } => {
                Some((Subject::Row(Ledger::Contacts, reader.0, 2), 1))
            }
            _ => None,
        }
    }

    fn bears_on(scenario: &Scenario, what: &What, row: u16, column: u16) -> bool {
        matches!(what, What::Book(BookEvent::Contacts(event)) if history::bears_on(scenario, event, row, column))
    }

    fn news(_: &Lens<'_>, event: &Event) -> News {
        sight::news(event)
    }

    fn more_is_better(_: u16, column: u16) -> Option<bool> {
        Some(column == 0)
    }

    fn family(_: &Scenario, act: Act) -> Family {
        match act {
            Act::Arrange { .. }
            | Act::OpenDoor { .. }
            | Act::Join { .. }
            | Act::Convene { .. }
            | Act::Render { .. }
            | Act::AgreeMarkings { .. } => Family::Share,
            Act::Ping { .. } | Act::SendNote { .. } | Act::Search { .. } | Act::Clarify { .. } => {
                Family::Hold
            }
        }
    }

    fn conceivable(lens: &Lens<'_>, seat: SeatId, found: &mut Vec<Act>) {
        acts::conceivable(lens, seat, found);
    }

    /// A meeting takes longer than the preparation does.
    fn in_preparation(act: Act) -> bool {
        !matches!(act, Act::Convene { .. })
    }

    fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
        acts::can(lens, seat, act)
    }

    fn key(names: &Names, act: Act) -> Vec<u64> {
        let contact = |contact: ContactId| names.hash(Kind::Contact, contact.0);
        let actor = |actor: ActorId| names.hash(Kind::Actor, actor.0);
        let fact = |fact: FactId| names.hash(Kind::Fact, fact.0);
        match act {
            Act::Ping { contact: entry } => vec![1, contact(entry)],
            Act::SendNote { contact: entry } => vec![2, contact(entry)],
            Act::Search { to } => vec![3, actor(to)],
            Act::Arrange { with } => vec![4, actor(with)],
            Act::OpenDoor { to } => vec![5, actor(to)],
            Act::Join { body } => vec![6, actor(body)],
            Act::Convene { by, with } => vec![7, actor(by), actor(with)],
            Act::Render {
                fact: row,
                register,
            } => vec![8, fact(row), register as u64],
            Act::Clarify { fact: row } => vec![9, fact(row)],
            Act::AgreeMarkings { with } => vec![10, actor(with)],
        }
    }

    fn cost(lens: &Lens<'_>, act: Act) -> Cost {
        let rules = &lens.scenario().book.contacts;
        let (hours, capital) = match act {
            Act::Ping { .. } => (rules.ping_hours, 0),
            Act::SendNote { .. } => (rules.note_hours, 0),
            Act::Search { .. } => (rules.search_hours, 0),
            Act::Arrange { .. } => (rules.gateway_hours, 0),
            Act::OpenDoor { .. } => (rules.door_hours, 0),
            Act::Join { .. } => (rules.join_hours, 0),
            Act::Convene { .. } => (rules.convene_hours, rules.convene_capital),
            Act::Render { .. } => (rules.render_hours, 0),
            Act::Clarify { .. } => (rules.clarify_hours, 0),
            Act::AgreeMarkings { .. } => (rules.markings_hours, 0),
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
        acts::take(play, seat, act, origin.cause());
        Ok(())
    }

    fn forecasts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<Forecast> {
        acts::forecasts(lens, lens.seat(seat).actor, act)
    }

    fn imagine(lens: &Lens<'_>, state: &mut crate::engine::state::State, dice: Dice) {
        sight::imagine(lens, state, dice);
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

fn fresh_turns(turns: i32) -> u16 {
    u16::try_from(turns).unwrap_or(u16::MAX / 2)
}

fn go_stale(play: &mut Play<'_>, contact: ContactId, cause: Cause) {
    if !play.state.world.book.contacts.entries[contact.index()].stale {
        emit(play, cause, Event::WentStale { contact });
    }
}
