//! Measures: what states do in answer, beside words.
//!
//! **Invariant:** a measure is prepared, proposed, taken and ended by a seat's choice or an author's effect, or by what the
//! text of a measure that was so taken says itself. Nothing an attribution does leads here.

mod desk;
mod event;
mod lasting;
mod rules;
mod view;
mod vote;
mod words;

pub use crate::engine::ledger::measures::event::Event;
pub(in crate::engine) use crate::engine::ledger::measures::lasting::has_position;
pub(in crate::engine) use crate::engine::ledger::measures::lasting::readied;
pub(in crate::engine) use crate::engine::ledger::measures::rules::blocked;
pub(in crate::engine) use crate::engine::ledger::measures::rules::channel;
pub(in crate::engine) use crate::engine::ledger::measures::rules::closed;
pub(in crate::engine) use crate::engine::ledger::measures::rules::hold_back;
pub(in crate::engine) use crate::engine::ledger::measures::rules::holds_back;
pub(in crate::engine) use crate::engine::ledger::measures::rules::is_pressed;
pub use crate::engine::ledger::measures::view::MeasureGlance;
pub use crate::engine::ledger::measures::view::MeasureView;
pub use crate::engine::ledger::measures::view::PressureView;
pub use crate::engine::ledger::measures::view::Stage;
pub use crate::engine::ledger::measures::view::View;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Dice;
use crate::engine::event::EventNo;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::book::Chapter;
use crate::engine::ledger::book::Row;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::MeasureId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::effect::Amount;
use crate::model::family::Family;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::measures::Effect;
use crate::model::ledger::measures::Read;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

/// What is in the world for it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct State {
    /// In the menu's order.
    menu: Vec<Standing>,
    /// The call at each seat's home for sanctions, 0 to 100.
    pressed: Vec<i32>,
}

/// Where an entry of the menu stands.
#[derive(Clone, Debug, Default, PartialEq)]
struct Standing {
    checked: bool,
    consulted: bool,
    exempt: bool,
    guided: bool,
    /// Taken in a text that does more than it should.
    bad: bool,
    proposed: Option<(u16, SeatId)>,
    /// The members who have assented, and those who have been talked to.
    assents: Vec<ActorId>,
    lobbied: Vec<ActorId>,
    taken: Option<u16>,
    by: Option<SeatId>,
    /// The turn at whose beginning it ends.
    until: Option<u16>,
    reviewed: Option<u16>,
    ended: Option<u16>,
    /// When it is felt by whoever it is to deter, and how far in per mille. Hidden until then.
    deters: Option<(u16, i32)>,
    deterred: bool,
    /// The event that proposed or took it: what follows, follows from that.
    no: EventNo,
}

/// What a seat can do by its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Act {
    /// Has legality and proportionality checked.
    Check { measure: MeasureId },
    /// Asks the technical teams.
    Consult { measure: MeasureId },
    /// Writes the incident-response exemption into the text, before or after it is taken.
    Exempt { measure: MeasureId },
    /// Issues guidance on the exemption.
    Guide { measure: MeasureId },
    /// Takes it, or puts it to the members where it needs their assent.
    Take { measure: MeasureId },
    /// Talks to a member about a proposal.
    Lobby { measure: MeasureId, member: ActorId },
    /// Assents, as a member.
    Assent { measure: MeasureId },
    /// Reviews it and lets it go on.
    Review { measure: MeasureId },
    /// Brings it to an end.
    End { measure: MeasureId },
}

impl Act {
    /// The measure it is about.
    pub fn measure(self) -> MeasureId {
        match self {
            Act::Check { measure }
            | Act::Consult { measure }
            | Act::Exempt { measure }
            | Act::Guide { measure }
            | Act::Take { measure }
            | Act::Lobby { measure, .. }
            | Act::Assent { measure }
            | Act::Review { measure }
            | Act::End { measure } => measure,
        }
    }
}

/// The columns of a measure's rows and of the seats'.
const CHANNEL: u16 = 0;
const PRESSURE: u16 = 1;

pub(in crate::engine) struct Book;

impl Chapter for Book {
    const LEDGER: Ledger = Ledger::Measures;
    type State = State;
    type Event = Event;
    type Act = Act;
    type Effect = Effect;
    type Read = Read;
    type View = View;

    fn start(scenario: &Scenario) -> State {
        State {
            menu: vec![Standing::default(); scenario.book.measures.menu.len()],
            pressed: vec![0; scenario.seats.len()],
        }
    }

    fn apply(state: &mut crate::engine::state::State, event: &Event, no: EventNo) {
        let turn = state.turn();
        let book = &mut state.world_mut().book.measures;
        if let Event::Pressed { seat, now, .. } = *event {
            book.pressed[seat.index()] = now;
            return;
        }
        let Some(measure) = event.measure() else {
            return;
        };
        let now = &mut book.menu[measure.index()];
        match *event {
            Event::Checked { .. } => now.checked = true,
            Event::Consulted { .. } => now.consulted = true,
            Event::Exempted { .. } => now.exempt = true,
            Event::Guided { .. } => now.guided = true,
            Event::Proposed { by, .. } => {
                now.proposed = Some((turn, by));
                now.no = no;
            }
            Event::Lobbied { member, .. } => now.lobbied.push(member),
            Event::Assented { member, .. } => now.assents.push(member),
            Event::Dropped { .. } => {
                now.proposed = None;
                now.assents.clear();
                now.lobbied.clear();
            }
            Event::Taken { by, until, .. } => {
                *now = Standing {
                    checked: now.checked,
                    consulted: now.consulted,
                    exempt: now.exempt,
                    guided: now.guided,
                    assents: std::mem::take(&mut now.assents),
                    taken: Some(turn),
                    by,
                    until,
                    no,
                    ..Standing::default()
                };
            }
            Event::BadlyDrafted { .. } => now.bad = true,
            Event::Reviewed { until, .. } => {
                now.until = Some(until);
                now.reviewed = Some(turn);
            }
            // What is prepared anew is checked and asked about anew.
            Event::Ended { .. } => {
                *now = Standing {
                    ended: Some(turn),
                    ..Standing::default()
                };
            }
            Event::DeterrenceDrawn { turn, by, .. } => now.deters = Some((turn, by)),
            Event::Deterred { .. } => {
                now.deters = None;
                now.deterred = true;
            }
            Event::HeldBack { .. } | Event::Pressed { .. } => {}
        }
    }

    fn effect(play: &mut Play<'_>, effect: &Effect, origin: Origin) -> Result<(), Rejection> {
        match *effect {
            Effect::TakeMeasure { measure } => rules::enact(play, measure, None, origin),
            Effect::EndMeasure { measure } => rules::end(play, measure, false, origin),
            Effect::ExemptResponse { measure } => {
                rules::exempt(play, measure, origin.cause());
                Ok(())
            }
            Effect::IssueGuidance { measure } => {
                rules::guide(play, measure, origin.cause());
                Ok(())
            }
            Effect::PressForMeasures { seat, by } => {
                let by = play.amount(by, origin)?;
                rules::press(play, seat, by, origin.cause());
                Ok(())
            }
        }
    }

    fn brief(play: &mut Play<'_>) -> Result<(), Rejection> {
        rules::begin(play)
    }

    fn resolve(play: &mut Play<'_>) -> Result<(), Rejection> {
        rules::pass(play)
    }

    fn read(world: &Readable, read: Read) -> i64 {
        rules::read(world, read)
    }

    fn may_read(lens: &Lens<'_>, read: Read) -> bool {
        match read {
            // Whether it has been taken is public; so is, once it has been, what its text says.
            Read::Taken(_) => true,
            Read::Pressed(seat) => lens.is_own(seat),
            Read::Proposed(measure)
            | Read::Exempted(measure)
            | Read::Checked(measure)
            | Read::BadlyDrafted(measure)
            | Read::Assents(measure) => desk::knows(lens, measure),
        }
    }

    fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
        match *event {
            Event::Taken { .. }
            | Event::BadlyDrafted { .. }
            | Event::Guided { .. }
            | Event::Reviewed { .. }
            | Event::Ended { .. }
            | Event::Deterred { .. } => true,
            Event::Checked { measure }
            | Event::Consulted { measure }
            | Event::Proposed { measure, .. }
            | Event::Lobbied { measure, .. }
            | Event::Assented { measure, .. }
            | Event::Dropped { measure } => desk::is_inside(lens, measure),
            // Once it is in force, what its text says is public.
            Event::Exempted { measure, .. } => desk::knows(lens, measure),
            Event::DeterrenceDrawn { .. } => false,
            Event::HeldBack { from, to, .. } => lens.is_own_actor(from) || lens.is_own_actor(to),
            Event::Pressed { seat, .. } => lens.is_own(seat),
        }
    }

    fn subject(event: &Event) -> Option<(Subject, i32)> {
        match *event {
            Event::Taken {
                measure, channel, ..
            }
            | Event::Exempted { measure, channel }
            | Event::Guided { measure, channel }
            | Event::Ended {
                measure, channel, ..
            } => Some((of_measure(measure), channel)),
            Event::Reviewed { measure, .. }
            | Event::BadlyDrafted { measure }
            | Event::Proposed { measure, .. }
            | Event::Assented { measure, .. } => Some((of_measure(measure), 0)),
            Event::Pressed { seat, by, .. } => {
                Some((Subject::Row(Ledger::Measures, seat.0, PRESSURE), by))
            }
            _ => None,
        }
    }

    fn more_is_better(_: u16, column: u16) -> Option<bool> {
        Some(column == CHANNEL)
    }

    fn family(scenario: &Scenario, act: Act) -> Family {
        match act {
            Act::Check { .. } | Act::Consult { .. } | Act::Exempt { .. } => Family::Hold,
            Act::Guide { .. } | Act::Lobby { .. } => Family::Share,
            Act::Take { measure } => scenario.book.measures.menu[measure.index()].form.family(),
            Act::Assent { .. } => Family::Escalate,
            Act::Review { .. } | Act::End { .. } => Family::Hold,
        }
    }

    fn conceivable(lens: &Lens<'_>, seat: SeatId, acts: &mut Vec<Act>) {
        desk::conceivable(lens, seat, acts);
    }

    fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
        desk::can(lens, seat, act)
    }

    fn key(names: &Names, act: Act) -> Vec<u64> {
        desk::key(names, act)
    }

    fn cost(lens: &Lens<'_>, act: Act) -> Cost {
        desk::cost(lens, act)
    }

    fn take(
        play: &mut Play<'_>,
        seat: SeatId,
        act: Act,
        _: ExerciseTime,
        origin: Origin,
    ) -> Result<(), Rejection> {
        desk::take(play, seat, act, origin)
    }

    fn shifts(lens: &Lens<'_>, _: SeatId, act: Act) -> Vec<(Read, i64)> {
        match act {
            Act::Check { measure } => vec![(Read::Checked(measure), 1)],
            Act::Exempt { measure } => vec![(Read::Exempted(measure), 1)],
            Act::Take { measure } => {
                let row = &lens.scenario().book.measures.menu[measure.index()];
                if row.members.is_empty() {
                    vec![(Read::Taken(measure), 1)]
                } else {
                    vec![(Read::Proposed(measure), 1)]
                }
            }
            Act::End { measure } => vec![(Read::Taken(measure), -1)],
            Act::Assent { measure } => vec![(Read::Assents(measure), 1)],
            _ => Vec::new(),
        }
    }

    fn expected(lens: &Lens<'_>, effect: &Effect) -> Vec<(Read, i64)> {
        match *effect {
            Effect::TakeMeasure { measure } => vec![(Read::Taken(measure), 1)],
            Effect::EndMeasure { measure } => vec![(Read::Taken(measure), -1)],
            Effect::PressForMeasures {
                seat,
                by: Amount::Fixed(by),
            } if lens.is_own(seat) => vec![(Read::Pressed(seat), i64::from(by))],
            _ => Vec::new(),
        }
    }

    fn forecasts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<Forecast> {
        desk::forecasts(lens, lens.seat(seat).actor, act)
    }

    fn imagine(lens: &Lens<'_>, state: &mut crate::engine::state::State, dice: Dice) {
        desk::imagine(lens, state, dice);
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

    fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
        words::read_name(teller, read)
    }

    fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
        view::rows(lens, teller)
    }

    fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
        view::view(lens, teller)
    }
}

fn of_measure(measure: MeasureId) -> Subject {
    Subject::Row(Ledger::Measures, measure.0, CHANNEL)
}
