//! The ledgers that plug into the engine through one shape: what each provides, and who is asked.

mod chapter;
mod kinds;
mod shown;
#[cfg(test)]
mod tests;

pub(in crate::engine) use crate::engine::ledger::book::chapter::Chapter;
pub(in crate::engine) use crate::engine::ledger::book::shown::News;
pub(in crate::engine) use crate::engine::ledger::book::shown::Row;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Dice;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::attribution;
use crate::engine::ledger::capacity;
use crate::engine::ledger::contacts;
use crate::engine::ledger::disclosure;
use crate::engine::ledger::mandate;
use crate::engine::ledger::measures;
use crate::engine::ledger::narrative;
use crate::engine::ledger::politicisation;
use crate::engine::ledger::statements;
use crate::engine::ledger::tension;
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
use crate::model::id::hash;
use crate::model::ledger::Ledger;
use crate::model::ledger::book::BookEffect;
use crate::model::ledger::book::BookRead;
use crate::model::ledger::book::chapters;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

macro_rules! book {
    ($($variant:ident $module:ident,)*) => {
        /// What happens in one of these ledgers.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum BookEvent {
            $($variant($module::Event),)*
        }

        /// What a seat can do by the rules of one of these ledgers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum BookAct {
            $($variant($module::Act),)*
        }

        /// What is in the world for these ledgers.
        #[derive(Clone, Debug, PartialEq)]
        pub(in crate::engine) struct BookState {
            $(pub(in crate::engine) $module: $module::State,)*
        }

        /// What a seat gets to see of these ledgers beside their rows.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
        pub struct BookView {
            $(pub $module: $module::View,)*
        }

        impl BookState {
            pub(in crate::engine) fn start(scenario: &Scenario) -> Self {
                Self {
                    $($module: $module::Book::start(scenario),)*
                }
            }
        }

        impl BookView {
            pub(in crate::engine) fn of(lens: &Lens<'_>, teller: Teller<'_>) -> Self {
                Self {
                    $($module: if lens.has(Ledger::$variant) {
                        $module::Book::view(lens, teller)
                    } else {
                        Default::default()
                    },)*
                }
            }
        }

        impl BookEvent {
            pub(in crate::engine) fn apply(&self, state: &mut State, no: EventNo) {
                match self {
                    $(Self::$variant(event) => $module::Book::apply(state, event, no),)*
                }
            }

            pub(in crate::engine) fn may_be_seen(&self, lens: &Lens<'_>) -> bool {
                match self {
                    $(Self::$variant(event) => $module::Book::may_see(lens, event),)*
                }
            }

            pub(in crate::engine) fn may_be_seen_inside(&self, lens: &Lens<'_>) -> bool {
                match self {
                    $(Self::$variant(event) => $module::Book::sees_inside(lens, event),)*
                }
            }

            /// The number it changed, and by how much.
            pub(in crate::engine) fn subject(&self) -> Option<(Subject, i32)> {
                match self {
                    $(Self::$variant(event) => $module::Book::subject(event),)*
                }
            }

            /// The ledger it is of.
            pub fn ledger(&self) -> Ledger {
                match self {
                    $(Self::$variant(_) => Ledger::$variant,)*
                }
            }

            pub(in crate::engine) fn news(&self, lens: &Lens<'_>) -> News {
                match self {
                    $(Self::$variant(event) => $module::Book::news(lens, event),)*
                }
            }

            pub(in crate::engine) fn tell(&self, teller: Teller<'_>, sees_inside: bool) -> SafeText {
                match self {
                    $(Self::$variant(event) => $module::Book::tell(teller, event, sees_inside),)*
                }
            }
        }

        impl BookAct {
            /// The ledger whose rules give it to a seat.
            pub fn ledger(self) -> Ledger {
                match self {
                    $(Self::$variant(_) => <$module::Book as Chapter>::LEDGER,)*
                }
            }

            /// The family it belongs to.
            pub fn family(self, scenario: &Scenario) -> Family {
                match self {
                    $(Self::$variant(act) => $module::Book::family(scenario, act),)*
                }
            }

            /// Every act a seat could think of now.
            pub(in crate::engine) fn conceivable(lens: &Lens<'_>, seat: SeatId, tell: &mut impl FnMut(Self)) {
                $(if lens.has(<$module::Book as Chapter>::LEDGER) {
                    let mut acts = Vec::new();
                    $module::Book::conceivable(lens, seat, &mut acts);
                    acts.into_iter().map(Self::$variant).for_each(&mut *tell);
                })*
            }

            /// Whether it makes sense in the preparation.
            pub(in crate::engine) fn in_preparation(self) -> bool {
                match self {
                    $(Self::$variant(act) => $module::Book::in_preparation(act),)*
                }
            }

            pub(in crate::engine) fn can(self, lens: &Lens<'_>, seat: SeatId) -> Result<(), Obstacle> {
                match self {
                    $(Self::$variant(act) => $module::Book::can(lens, seat, act),)*
                }
            }

            /// The hashes of the words it is about, the ledger's first.
            pub(in crate::engine) fn key(self, names: &Names) -> Vec<u64> {
                let mut key = vec![hash(self.ledger().word())];
                match self {
                    $(Self::$variant(act) => key.extend($module::Book::key(names, act)),)*
                }
                key
            }

            pub(in crate::engine) fn cost(self, lens: &Lens<'_>) -> Cost {
                match self {
                    $(Self::$variant(act) => $module::Book::cost(lens, act),)*
                }
            }

            pub(in crate::engine) fn take(
                self,
                play: &mut Play<'_>,
                seat: SeatId,
                at: ExerciseTime,
                origin: Origin,
            ) -> Result<(), Rejection> {
                match self {
                    $(Self::$variant(act) => $module::Book::take(play, seat, act, at, origin),)*
                }
            }

            pub(in crate::engine) fn shifts(self, lens: &Lens<'_>, seat: SeatId) -> Vec<(BookRead, i64)> {
                match self {
                    $(Self::$variant(act) => {
                        let shifts = $module::Book::shifts(lens, seat, act).into_iter();
                        shifts.map(|(read, by)| (BookRead::$variant(read), by)).collect()
                    })*
                }
            }

            pub(in crate::engine) fn forecasts(self, lens: &Lens<'_>, seat: SeatId) -> Vec<Forecast> {
                match self {
                    $(Self::$variant(act) => $module::Book::forecasts(lens, seat, act),)*
                }
            }

            pub(in crate::engine) fn name(self, teller: Teller<'_>) -> SafeText {
                match self {
                    $(Self::$variant(act) => $module::Book::name(teller, act),)*
                }
            }

            pub(in crate::engine) fn explain(self, teller: Teller<'_>) -> SafeText {
                match self {
                    $(Self::$variant(act) => $module::Book::explain(teller, act),)*
                }
            }
        }

        pub(in crate::engine) fn effect(
            play: &mut Play<'_>,
            effect: &BookEffect,
            origin: Origin,
        ) -> Result<(), Rejection> {
            match effect {
                $(BookEffect::$variant(effect) if play.has(Ledger::$variant) => {
                    $module::Book::effect(play, effect, origin)
                })*
                // What a ledger that is switched off is asked for does not happen.
                _ => Ok(()),
            }
        }

        /// What somebody who knows the trade would expect an effect to change.
        pub(in crate::engine) fn expected(lens: &Lens<'_>, effect: &BookEffect) -> Vec<(BookRead, i64)> {
            match effect {
                $(BookEffect::$variant(effect) => {
                    let shifts = $module::Book::expected(lens, effect).into_iter();
                    shifts.map(|(read, by)| (BookRead::$variant(read), by)).collect()
                })*
            }
        }

        /// The rules of the beginning of a turn.
        pub(in crate::engine) fn brief(play: &mut Play<'_>) -> Result<(), Rejection> {
            $(if play.has(Ledger::$variant) {
                $module::Book::brief(play)?;
            })*
            Ok(())
        }

        /// The rules of Resolve.
        pub(in crate::engine) fn resolve(play: &mut Play<'_>) -> Result<(), Rejection> {
            $(if play.has(Ledger::$variant) {
                $module::Book::resolve(play)?;
            })*
            Ok(())
        }

        pub(in crate::engine) fn read(world: &Readable, read: BookRead) -> i64 {
            match read {
                $(BookRead::$variant(read) => $module::Book::read(world, read),)*
            }
        }

        pub(in crate::engine) fn may_read(lens: &Lens<'_>, read: BookRead) -> bool {
            lens.has(read.ledger()) && match read {
                $(BookRead::$variant(read) => $module::Book::may_read(lens, read),)*
            }
        }

        /// What a reading is called in a sentence.
        pub fn read_name(teller: Teller<'_>, read: BookRead) -> SafeText {
            match read {
                $(BookRead::$variant(read) => $module::Book::read_name(teller, read),)*
            }
        }

        /// What a row is called in a sentence.
        pub fn row_name(teller: Teller<'_>, ledger: Ledger, row: u16, column: u16) -> SafeText {
            match ledger {
                $(Ledger::$variant => $module::Book::row_name(teller, row, column),)*
                _ => SafeText::empty(),
            }
        }

        /// Whether something of another ledger's has a part in the number in this row.
        pub(in crate::engine) fn bears_on(scenario: &Scenario, what: &What, about: Subject) -> bool {
            let Subject::Row(ledger, row, column) = about else {
                return false;
            };
            match ledger {
                $(Ledger::$variant => $module::Book::bears_on(scenario, what, row, column),)*
                _ => false,
            }
        }

        /// Whether more of the number in this row is for the better.
        pub(in crate::engine) fn more_is_better(ledger: Ledger, row: u16, column: u16) -> Option<bool> {
            match ledger {
                $(Ledger::$variant => $module::Book::more_is_better(row, column),)*
                _ => None,
            }
        }

        /// The numbers these seats may see, ledger by ledger.
        pub(in crate::engine) fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<(Ledger, Vec<Row>)> {
            let mut all = Vec::new();
            $(if lens.has(Ledger::$variant) {
                all.push((Ledger::$variant, $module::Book::rows(lens, teller)));
            })*
            all
        }

        /// Puts what these seats know of these ledgers into an imagined state.
        pub(in crate::engine) fn imagine(lens: &Lens<'_>, state: &mut State, dice: Dice) {
            $(if lens.has(Ledger::$variant) {
                $module::Book::imagine(lens, state, dice);
            })*
        }

        #[cfg(test)]
        fn ledgers() -> Vec<Ledger> {
            vec![$(<$module::Book as Chapter>::LEDGER,)*]
        }
    };
}
chapters!(book);
