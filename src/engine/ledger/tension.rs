//! Tension: how near blocs are to a quarrel nobody wants, and how easily an act is misread.

mod rules;
mod view;
mod words;

pub(in crate::engine) use crate::engine::ledger::tension::rules::bloc_of;
pub(in crate::engine) use crate::engine::ledger::tension::rules::crossing;
pub(in crate::engine) use crate::engine::ledger::tension::rules::of;
pub(in crate::engine) use crate::engine::ledger::tension::rules::shift;
pub(in crate::engine) use crate::engine::ledger::tension::rules::shift_between;
pub(in crate::engine) use crate::engine::ledger::tension::rules::takedown;
pub use crate::engine::ledger::tension::view::BlocGlance;
pub use crate::engine::ledger::tension::view::BlocView;
pub use crate::engine::ledger::tension::view::Level;
pub use crate::engine::ledger::tension::view::PairView;
pub use crate::engine::ledger::tension::view::View;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Dice;
use crate::engine::event::EventNo;
use crate::engine::ledger::book::Chapter;
use crate::engine::ledger::book::Row;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::BlocId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::effect::Amount;
use crate::model::family::Family;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::tension::Ambiguous;
use crate::model::ledger::tension::Channel;
use crate::model::ledger::tension::Effect;
use crate::model::ledger::tension::Read;
use crate::model::roster::SeatKind;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

/// What is in the world for it. Tables of pairs are rows of `blocs` numbers, kept under the smaller bloc first.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct State {
    blocs: usize,
    points: Vec<i32>,
    misread: Vec<u16>,
    kept: Vec<u16>,
    /// The turn in which the two last spoke.
    spoke: Vec<Option<u16>>,
    doubts: Vec<Doubt>,
    replies: Vec<Reply>,
}

/// Something noticed that has not been read yet.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Doubt {
    by: BlocId,
    seen_by: BlocId,
    act: Ambiguous,
    turn: u16,
    no: EventNo,
}

/// An answer that the political points of contact owe each other.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Reply {
    a: BlocId,
    b: BlocId,
    turn: u16,
    no: EventNo,
}

impl State {
    fn pair(&self, a: BlocId, b: BlocId) -> usize {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        low.index() * self.blocs + high.index()
    }

    /// Whether the two have spoken in a turn or since.
    fn spoke_since(&self, a: BlocId, b: BlocId, turn: u16) -> bool {
        self.spoke[self.pair(a, b)].is_some_and(|last| last >= turn)
    }
}

/// What happens in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    Moved {
        a: BlocId,
        b: BlocId,
        by: i32,
        now: i32,
    },
    /// A bloc noticed something that may have been another's doing.
    Noticed {
        by: BlocId,
        seen_by: BlocId,
        act: Ambiguous,
    },
    /// It was read, rightly or not; `odds` in per mille that it would be misread.
    WasRead {
        by: BlocId,
        seen_by: BlocId,
        act: Ambiguous,
        odds: i32,
        wrongly: bool,
    },
    /// Two blocs spoke.
    Consulted {
        a: BlocId,
        b: BlocId,
        channel: Channel,
    },
    /// The political points of contact answered.
    Answered { a: BlocId, b: BlocId },
    /// A bloc consulted among its own about another.
    Allied { own: BlocId, about: BlocId },
}

/// What a seat can do by its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Act {
    /// Speaks to another bloc.
    Consult { with: BlocId, channel: Channel },
    /// Consults the allies about another bloc.
    Allies { about: BlocId },
}

pub(in crate::engine) struct Book;

impl Chapter for Book {
    const LEDGER: Ledger = Ledger::Tension;
    type State = State;
    type Event = Event;
    type Act = Act;
    type Effect = Effect;
    type Read = Read;
    type View = View;

    fn start(scenario: &Scenario) -> State {
        let rules = &scenario.book.tension;
        let blocs = rules.blocs.len();
        let mut state = State {
            blocs,
            points: vec![rules.start; blocs * blocs],
            misread: vec![0; blocs * blocs],
            kept: vec![0; blocs * blocs],
            spoke: vec![None; blocs * blocs],
            doubts: Vec::new(),
            replies: Vec::new(),
        };
        for &(a, b, points) in &rules.pairs {
            let pair = state.pair(a, b);
            state.points[pair] = points;
        }
        state
    }

    fn apply(state: &mut crate::engine::state::State, event: &Event, no: EventNo) {
        let turn = state.turn();
        let book = &mut state.world_mut().book.tension;
        match *event {
            Event::Moved { a, b, now, .. } => {
                let pair = book.pair(a, b);
                book.points[pair] = now;
            }
            Event::Noticed { by, seen_by, act } => book.doubts.push(Doubt {
                by,
                seen_by,
                act,
                turn,
                no,
            }),
            Event::WasRead {
                by,
                seen_by,
                act,
                wrongly,
                ..
            } => {
                book.doubts
                    .retain(|doubt| (doubt.by, doubt.seen_by, doubt.act) != (by, seen_by, act));
                let pair = book.pair(by, seen_by);
                book.misread[pair] = book.misread[pair].saturating_add(u16::from(wrongly));
            }
            Event::Consulted { a, b, channel } => {
                let pair = book.pair(a, b);
                book.spoke[pair] = Some(turn);
                match channel {
                    Channel::Hotline => {}
                    Channel::PointOfContact => book.replies.push(Reply { a, b, turn, no }),
                    Channel::Police => book.kept[pair] = book.kept[pair].saturating_add(1),
                }
            }
            Event::Answered { a, b } => {
                let at = book
                    .replies
                    .iter()
                    .position(|reply| (reply.a, reply.b) == (a, b));
                if let Some(at) = at {
                    book.replies.remove(at);
                }
            }
            Event::Allied { .. } => {}
        }
    }

    fn effect(play: &mut Play<'_>, effect: &Effect, origin: Origin) -> Result<(), Rejection> {
        match *effect {
            Effect::MoveTension { a, b, by } => {
                let by = play.amount(by, origin)?;
                shift(play, a, b, by, origin.cause());
            }
            Effect::NoticeAct { by, seen_by, act } => {
                rules::notice(play, by, seen_by, act, origin.cause());
            }
            Effect::ConsultBlocs { a, b, channel } => {
                rules::consult(play, a, b, channel, None, origin.cause());
            }
        }
        Ok(())
    }

    fn resolve(play: &mut Play<'_>) -> Result<(), Rejection> {
        rules::pass(play);
        Ok(())
    }

    fn read(world: &Readable, read: Read) -> i64 {
        let book = &world.book.tension;
        match read {
            Read::Tension(a, b) => i64::from(of(world, a, b)),
            Read::Misread(a, b) => i64::from(book.misread[book.pair(a, b)]),
            Read::Consulted(a, b) => {
                i64::from(book.spoke_since(a, b, world.turn.saturating_sub(1)))
            }
            Read::EvidenceKept(a, b) => i64::from(book.kept[book.pair(a, b)]),
        }
    }

    fn may_read(lens: &Lens<'_>, read: Read) -> bool {
        match read {
            Read::Tension(..) | Read::Misread(..) => true,
            Read::Consulted(a, b) | Read::EvidenceKept(a, b) => is_in(lens, a) || is_in(lens, b),
        }
    }

    fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
        match *event {
            Event::Moved { .. } => true,
            // What one did abroad one knows to have been noticed; what only failed is the other side's to wonder about.
            Event::Noticed { by, seen_by, act } => {
                is_in(lens, seen_by) || (act == Ambiguous::Takedown && is_in(lens, by))
            }
            Event::WasRead {
                seen_by, wrongly, ..
            } => wrongly || is_in(lens, seen_by),
            Event::Consulted { a, b, .. } | Event::Answered { a, b } => {
                is_in(lens, a) || is_in(lens, b)
            }
            Event::Allied { own, .. } => is_in(lens, own),
        }
    }

    fn subject(event: &Event) -> Option<(Subject, i32)> {
        match *event {
            Event::Moved { a, b, by, .. } => Some((subject(a, b), by)),
            _ => None,
        }
    }

    fn more_is_better(_: u16, _: u16) -> Option<bool> {
        Some(false)
    }

    fn family(_: &Scenario, act: Act) -> Family {
        match act {
            Act::Consult {
                channel: Channel::Police,
                ..
            } => Family::Contain,
            Act::Consult { .. } => Family::Share,
            Act::Allies { .. } => Family::Escalate,
        }
    }

    fn conceivable(lens: &Lens<'_>, seat: SeatId, acts: &mut Vec<Act>) {
        let Some(own) = bloc_of(lens.scenario(), lens.seat(seat).actor) else {
            return;
        };
        for bloc in &lens.scenario().book.tension.blocs {
            if bloc.id == own {
                continue;
            }
            for &channel in Channel::ALL {
                if may_use(lens.seat(seat).kind, channel) {
                    acts.push(Act::Consult {
                        with: bloc.id,
                        channel,
                    });
                }
            }
            if lens.seat(seat).kind == SeatKind::Ministry {
                acts.push(Act::Allies { about: bloc.id });
            }
        }
    }

    fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
        let mut acts = Vec::new();
        Self::conceivable(lens, seat, &mut acts);
        if acts.contains(&act) {
            Ok(())
        } else {
            Err(Obstacle::NotYours)
        }
    }

    fn key(names: &Names, act: Act) -> Vec<u64> {
        match act {
            Act::Consult { with, channel } => {
                vec![1, names.hash(Kind::Bloc, with.0), channel as u64]
            }
            Act::Allies { about } => vec![2, names.hash(Kind::Bloc, about.0)],
        }
    }

    fn cost(lens: &Lens<'_>, act: Act) -> Cost {
        let rules = &lens.scenario().book.tension;
        let hours = match act {
            Act::Consult { channel, .. } => match channel {
                Channel::Hotline => rules.hotline_hours,
                Channel::PointOfContact => rules.contact_hours,
                Channel::Police => rules.police_hours,
            },
            Act::Allies { .. } => rules.alliance_hours,
        };
        Cost { hours, capital: 0 }
    }

    fn take(
        play: &mut Play<'_>,
        seat: SeatId,
        act: Act,
        _: ExerciseTime,
        origin: Origin,
    ) -> Result<(), Rejection> {
        let actor = play.scenario().seats[seat.index()].actor;
        let Some(own) = bloc_of(play.scenario(), actor) else {
            return Ok(());
        };
        match act {
            Act::Consult { with, channel } => {
                rules::consult(play, own, with, channel, Some(actor), origin.cause());
            }
            Act::Allies { about } => rules::ally(play, own, about, actor, origin.cause()),
        }
        Ok(())
    }

    fn shifts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<(Read, i64)> {
        let Some(own) = bloc_of(lens.scenario(), lens.seat(seat).actor) else {
            return Vec::new();
        };
        let rules = &lens.scenario().book.tension;
        let (other, by) = match act {
            Act::Consult {
                with,
                channel: Channel::Hotline,
            } => (with, -rules.hotline_lowers),
            Act::Consult {
                with,
                channel: Channel::Police,
            } => (with, -rules.police_lowers),
            // Its answer comes a turn later.
            Act::Consult { .. } => return Vec::new(),
            Act::Allies { about } => (about, rules.alliance_raises),
        };
        both_ways(own, other, by)
    }

    fn expected(_: &Lens<'_>, effect: &Effect) -> Vec<(Read, i64)> {
        match *effect {
            Effect::MoveTension {
                a,
                b,
                by: Amount::Fixed(by),
            } => both_ways(a, b, by),
            _ => Vec::new(),
        }
    }

    fn imagine(lens: &Lens<'_>, state: &mut crate::engine::state::State, _: Dice) {
        let mut known = lens.book().tension.clone();
        known.doubts.retain(|doubt| {
            is_in(lens, doubt.seen_by)
                || (doubt.act == Ambiguous::Takedown && is_in(lens, doubt.by))
        });
        known
            .replies
            .retain(|reply| is_in(lens, reply.a) || is_in(lens, reply.b));
        for a in 0..known.blocs {
            for b in a..known.blocs {
                if !is_in(lens, BlocId::at(a)) && !is_in(lens, BlocId::at(b)) {
                    known.spoke[a * known.blocs + b] = None;
                    known.kept[a * known.blocs + b] = 0;
                }
            }
        }
        state.world_mut().book.tension = known;
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
        words::pair(teller, "tension-row", BlocId(row), BlocId(column))
    }

    fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
        view::rows(lens, teller)
    }

    fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
        view::view(lens, teller)
    }
}

/// Whether one of one's own actors, or the state it acts for, is in a bloc.
fn is_in(lens: &Lens<'_>, bloc: BlocId) -> bool {
    lens.own_actors()
        .any(|own| bloc_of(lens.scenario(), own) == Some(bloc))
}

/// Who speaks by which channel: diplomats by all, teams by the technical hotline and with investigators.
fn may_use(kind: SeatKind, channel: Channel) -> bool {
    matches!(
        (kind, channel),
        (SeatKind::Ministry, _)
            | (SeatKind::Cert, Channel::Hotline | Channel::Police)
            | (SeatKind::Regulator, Channel::Police)
    )
}

/// Whether law enforcement has kept evidence between the bloc of one of one's own actors and another's.
pub(in crate::engine) fn has_evidence(lens: &Lens<'_>, own: ActorId, other: ActorId) -> bool {
    let scenario = lens.scenario();
    match (bloc_of(scenario, own), bloc_of(scenario, other)) {
        (Some(a), Some(b)) if a != b && lens.is_own_actor(own) && lens.has(Ledger::Tension) => {
            let book = &lens.book().tension;
            book.kept[book.pair(a, b)] > 0
        }
        _ => false,
    }
}

fn subject(a: BlocId, b: BlocId) -> Subject {
    let (low, high) = if a <= b { (a, b) } else { (b, a) };
    Subject::Row(Ledger::Tension, low.0, high.0)
}

fn both_ways(a: BlocId, b: BlocId, by: i32) -> Vec<(Read, i64)> {
    let by = i64::from(by);
    vec![(Read::Tension(a, b), by), (Read::Tension(b, a), by)]
}
