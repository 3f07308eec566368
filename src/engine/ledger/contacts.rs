//! Contacts: who can reach whom, by which path, and how fresh the address is.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::event::EventNo;
use crate::engine::ledger::book::Chapter;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::engine::tell::Teller;
use crate::engine::world::Readable;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::family::Family;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::contacts::Effect;
use crate::model::ledger::contacts::Read;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

/// What is in the world for it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct State {}

/// What happens in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {}

/// What a seat can do by its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Act {}

/// What a seat gets to see of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct View {}

pub(in crate::engine) struct Book;

impl Chapter for Book {
    const LEDGER: Ledger = Ledger::Contacts;
    type State = State;
    type Event = Event;
    type Act = Act;
    type Effect = Effect;
    type Read = Read;
    type View = View;

    fn start(_: &Scenario) -> State {
        State {}
    }

    fn apply(_: &mut crate::engine::state::State, event: &Event, _: EventNo) {
        match *event {}
    }

    fn effect(_: &mut Play<'_>, _: &Effect, _: Origin) -> Result<(), Rejection> {
        Ok(())
    }

    fn read(_: &Readable, _: Read) -> i64 {
        0
    }

    fn may_read(_: &Lens<'_>, _: Read) -> bool {
        false
    }

    fn may_see(_: &Lens<'_>, event: &Event) -> bool {
        match *event {}
    }

    fn family(_: &Scenario, act: Act) -> Family {
        match act {}
    }

    fn can(_: &Lens<'_>, _: SeatId, act: Act) -> Result<(), Obstacle> {
        match act {}
    }

    fn key(_: &Names, act: Act) -> Vec<u64> {
        match act {}
    }

    fn cost(_: &Lens<'_>, act: Act) -> Cost {
        match act {}
    }

    fn take(
        _: &mut Play<'_>,
        _: SeatId,
        act: Act,
        _: ExerciseTime,
        _: Origin,
    ) -> Result<(), Rejection> {
        match act {}
    }

    fn read_name(teller: Teller<'_>, _: Read) -> SafeText {
        teller.words.say("ledger-contacts")
    }

    fn tell(_: Teller<'_>, event: &Event, _: bool) -> SafeText {
        match *event {}
    }

    fn name(_: Teller<'_>, act: Act) -> SafeText {
        match act {}
    }

    fn explain(_: Teller<'_>, act: Act) -> SafeText {
        match act {}
    }
}
