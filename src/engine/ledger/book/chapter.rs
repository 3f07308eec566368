//! What a ledger of the book provides.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Dice;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::book::shown::News;
use crate::engine::ledger::book::shown::Row;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::engine::state::State;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::engine::world::Readable;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::family::Family;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

/// A ledger of the book: its state, events, acts and rules. What it leaves out is empty, impossible or secret.
pub(in crate::engine) trait Chapter {
    const LEDGER: Ledger;
    /// What is in the world for it; flat, and cheap to clone.
    type State;
    /// What happens in it.
    type Event;
    /// What a seat can do by its rules.
    type Act: Copy;
    /// What an author asks of it.
    type Effect;
    /// What expressions read of it.
    type Read: Copy;
    /// What a seat gets to see of it beside its rows.
    type View: Default;

    /// The state before anything has happened.
    fn start(scenario: &Scenario) -> Self::State;

    /// Folds an event into the state. Total.
    fn apply(state: &mut State, event: &Self::Event, no: EventNo);

    /// Does what an author asks.
    fn effect(play: &mut Play<'_>, effect: &Self::Effect, origin: Origin) -> Result<(), Rejection>;

    /// Its rules at the beginning of a turn, before injects are delivered.
    fn brief(_: &mut Play<'_>) -> Result<(), Rejection> {
        Ok(())
    }

    /// Its rules once every seat's choices have taken effect, before the author's rules.
    fn resolve(_: &mut Play<'_>) -> Result<(), Rejection> {
        Ok(())
    }

    /// What expressions read.
    fn read(world: &Readable, read: Self::Read) -> i64;

    /// Whether these seats may know what is read.
    fn may_read(lens: &Lens<'_>, read: Self::Read) -> bool;

    /// Whether these seats may see that it happened.
    fn may_see(lens: &Lens<'_>, event: &Self::Event) -> bool;

    /// Whether these seats know all that an event says.
    fn sees_inside(_: &Lens<'_>, _: &Self::Event) -> bool {
        true
    }

    /// The number an event changed, and by how much.
    fn subject(_: &Self::Event) -> Option<(Subject, i32)> {
        None
    }

    /// How the Reveal tells of it; what moves a number is told by its number unless the ledger says otherwise.
    fn news(_: &Lens<'_>, event: &Self::Event) -> News {
        match Self::subject(event) {
            Some(_) => News::Quiet,
            None => News::Told { better: None },
        }
    }

    /// Whether something of another ledger's has a part in a number that is computed from it.
    fn bears_on(_: &Scenario, _: &What, _: u16, _: u16) -> bool {
        false
    }

    /// Whether more of a number is for the better.
    fn more_is_better(_: u16, _: u16) -> Option<bool> {
        None
    }

    /// The family an act belongs to.
    fn family(scenario: &Scenario, act: Self::Act) -> Family;

    /// Every act a seat could think of now, possible or not, in a fixed order.
    fn conceivable(_: &Lens<'_>, _: SeatId, _: &mut Vec<Self::Act>) {}

    /// Whether an act makes sense in the preparation, before anything has happened.
    fn in_preparation(_: Self::Act) -> bool {
        true
    }

    /// What stands in the way of an act, beside its cost and that it makes no sense yet.
    fn can(lens: &Lens<'_>, seat: SeatId, act: Self::Act) -> Result<(), Obstacle>;

    /// The hashes of the words an act is about, with a number that tells it from this ledger's others: never an interned number.
    fn key(names: &Names, act: Self::Act) -> Vec<u64>;

    /// What an act costs.
    fn cost(lens: &Lens<'_>, act: Self::Act) -> Cost;

    /// An act takes effect.
    fn take(
        play: &mut Play<'_>,
        seat: SeatId,
        act: Self::Act,
        at: ExerciseTime,
        origin: Origin,
    ) -> Result<(), Rejection>;

    /// What somebody who knows the trade would expect an act to change at once, on things in the seat's sight.
    fn shifts(_: &Lens<'_>, _: SeatId, _: Self::Act) -> Vec<(Self::Read, i64)> {
        Vec::new()
    }

    /// The same of an author's effect: what comes at once, for certain and in sight. What is not expected does not happen in a
    /// world that a seat only imagines.
    fn expected(_: &Lens<'_>, _: &Self::Effect) -> Vec<(Self::Read, i64)> {
        Vec::new()
    }

    /// What a professional would expect of an act from what the seat sees, most telling first.
    fn forecasts(_: &Lens<'_>, _: SeatId, _: Self::Act) -> Vec<Forecast> {
        Vec::new()
    }

    /// Puts what these seats know into a state that starts from the scenario's public parameters, and draws what they do not.
    /// What a seat's own acts look like afterwards must be what it finds in truth: a contract test holds it.
    fn imagine(_: &Lens<'_>, _: &mut State, _: Dice) {}

    /// What happened, in one line.
    fn tell(teller: Teller<'_>, event: &Self::Event, sees_inside: bool) -> SafeText;

    /// An act in the imperative: the line of a palette or a plan.
    fn name(teller: Teller<'_>, act: Self::Act) -> SafeText;

    /// What an act is and does, in a sentence or two.
    fn explain(teller: Teller<'_>, act: Self::Act) -> SafeText;

    /// What a row is called in a sentence.
    fn row_name(teller: Teller<'_>, row: u16, column: u16) -> SafeText {
        let _ = (teller, row, column);
        SafeText::empty()
    }

    /// What expressions read, in words: the name of a number, or of what is so or not.
    fn read_name(teller: Teller<'_>, read: Self::Read) -> SafeText;

    /// The numbers these seats may see.
    fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
        let _ = (lens, teller);
        Vec::new()
    }

    /// What a seat gets to see of it beside its rows.
    fn view(lens: &Lens<'_>, teller: Teller<'_>) -> Self::View {
        let _ = (lens, teller);
        Self::View::default()
    }
}
