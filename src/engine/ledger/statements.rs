//! Statements: texts that several agree on together, from the first draft in brackets to the answer of whoever it was aimed at.
//!
//! The rules, in the order of a turn. A sponsor opens a text in a forum and edits it; others ask, sign, stand aside or refuse. At
//! Resolve those without a seat answer by their red lines and wishes, a night after they got the text, and say what would make
//! them sign. A circulated text is under silence: who says nothing assents, one break reopens a clause. When silence ends
//! the forum's decision rule says whether the text is adopted. What came out weighs its strength times its breadth over its
//! delay, and whoever it was aimed at answers: the fewer signed, the likelier.

mod acts;
mod answers;
mod asked;
mod deeds;
mod draft;
pub(in crate::engine) mod history;
mod outcome;
mod sight;
mod stance;
mod view;
mod words;

pub use crate::engine::ledger::statements::draft::Change;
pub use crate::engine::ledger::statements::draft::Stage;
pub use crate::engine::ledger::statements::draft::Standing;
pub(in crate::engine) use crate::engine::ledger::statements::draft::State;
pub(in crate::engine) use crate::engine::ledger::statements::outcome::is_named;
pub use crate::engine::ledger::statements::sight::DraftSight;
pub use crate::engine::ledger::statements::sight::ForumSight;
pub use crate::engine::ledger::statements::stance::Stance;
pub(in crate::engine) use crate::engine::ledger::statements::stance::approvals;
pub use crate::engine::ledger::statements::view::ClauseView;
pub use crate::engine::ledger::statements::view::DraftView;
pub use crate::engine::ledger::statements::view::ForumView;
pub use crate::engine::ledger::statements::view::PartyView;
pub use crate::engine::ledger::statements::view::View;
pub use crate::engine::ledger::statements::words::line;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Dice;
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
use crate::engine::state::State as World;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::ClauseId;
use crate::model::ForumId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::family::Family;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::statements::DraftNo;
use crate::model::ledger::statements::Effect;
use crate::model::ledger::statements::Read;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

/// A change in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    Added(ClauseId),
    /// One version stronger.
    Hardened(ClauseId),
    /// One version softer.
    Softened(ClauseId),
    /// Put in brackets: not agreed.
    Bracketed(ClauseId),
    /// Taken out of brackets.
    Cleared(ClauseId),
    Dropped(ClauseId),
}

impl Edit {
    pub(in crate::engine) fn clause(self) -> ClauseId {
        match self {
            Edit::Added(clause)
            | Edit::Hardened(clause)
            | Edit::Softened(clause)
            | Edit::Bracketed(clause)
            | Edit::Cleared(clause)
            | Edit::Dropped(clause) => clause,
        }
    }
}

/// What somebody in the room says to a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    Signed,
    /// Would sign, and asks those at home who must approve.
    Approving,
    Asks(Vec<Change>),
    Abstains,
    Refuses,
}

/// In what form a text came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    /// The forum's.
    Adopted,
    /// Of its chair alone, for want of a common one.
    Chair,
    /// Of its sponsor alone.
    Alone,
}

/// What happens to texts and forums.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// Working relations; `by` is what really changed.
    Relations {
        forum: ForumId,
        by: i32,
        now: i32,
    },
    ForumOpened {
        forum: ForumId,
    },
    ForumClosed {
        forum: ForumId,
    },
    /// A sponsor put a text before those in the room.
    Opened {
        draft: DraftNo,
        forum: ForumId,
        clauses: Vec<ClauseId>,
        parties: Vec<ActorId>,
    },
    Changed {
        draft: DraftNo,
        by: ActorId,
        edit: Edit,
    },
    Invited {
        draft: DraftNo,
        actor: ActorId,
        /// To advise only.
        adviser: bool,
    },
    /// States, firms, researchers and civil society were asked.
    Consulted {
        draft: DraftNo,
    },
    /// A translation was paid for.
    Translated {
        draft: DraftNo,
    },
    /// A technical annex; one that is not quoted is known in the room only.
    Annexed {
        draft: DraftNo,
        by: ActorId,
        quoted: bool,
    },
    /// Silence began; whoever says nothing until the end of a turn assents.
    Circulated {
        draft: DraftNo,
        until: u16,
    },
    /// Somebody's approvals were not complete; silence goes on.
    Extended {
        draft: DraftNo,
        until: u16,
    },
    /// A translation nobody had paid for reopened a clause.
    Mistranslated {
        draft: DraftNo,
        clause: ClauseId,
    },
    Answered {
        draft: DraftNo,
        actor: ActorId,
        answer: Answer,
    },
    /// One more of those at home approved.
    Approved {
        draft: DraftNo,
        actor: ActorId,
        now: u16,
    },
    SilenceBroken {
        draft: DraftNo,
        by: ActorId,
        clause: Option<ClauseId>,
    },
    /// The forum could not agree.
    Stopped {
        draft: DraftNo,
    },
    /// A text in the making became known to everybody; `by` is known to itself.
    Leaked {
        draft: DraftNo,
        by: Option<ActorId>,
    },
    /// It came out who had leaked it.
    LeakFound {
        draft: DraftNo,
        by: ActorId,
    },
    Withdrawn {
        draft: DraftNo,
    },
    /// A text is out. `by` is how much the weight of the forum's weightiest grew, and `now` what it is.
    CameOut {
        draft: DraftNo,
        forum: ForumId,
        how: Outcome,
        signatories: Vec<ActorId>,
        names: Vec<ActorId>,
        weight: i32,
        by: i32,
        now: i32,
    },
    /// Whoever a text was aimed at answered, and it fell on a signatory. `place` is of the scenario's list.
    Retaliated {
        draft: DraftNo,
        place: u16,
        by: ActorId,
        on: ActorId,
        /// The odds of it in this turn, per mille.
        odds: i32,
    },
}

impl Event {
    /// The text it is about.
    pub(in crate::engine) fn draft(&self) -> Option<DraftNo> {
        match self {
            Event::Relations { .. } | Event::ForumOpened { .. } | Event::ForumClosed { .. } => None,
            Event::Opened { draft, .. }
            | Event::Changed { draft, .. }
            | Event::Invited { draft, .. }
            | Event::Consulted { draft }
            | Event::Translated { draft }
            | Event::Annexed { draft, .. }
            | Event::Circulated { draft, .. }
            | Event::Extended { draft, .. }
            | Event::Mistranslated { draft, .. }
            | Event::Answered { draft, .. }
            | Event::Approved { draft, .. }
            | Event::SilenceBroken { draft, .. }
            | Event::Stopped { draft }
            | Event::Leaked { draft, .. }
            | Event::LeakFound { draft, .. }
            | Event::Withdrawn { draft }
            | Event::CameOut { draft, .. }
            | Event::Retaliated { draft, .. } => Some(*draft),
        }
    }
}

/// What a seat can do. The order is that in which one seat's acts on its texts take effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Act {
    /// Begins a text, empty or from one of the author's outlines.
    OpenDraft {
        forum: ForumId,
        outline: Option<u16>,
    },
    /// Puts a clause into one's own text.
    AddClause { draft: DraftNo, clause: ClauseId },
    /// Makes a clause one version stronger.
    Harden { draft: DraftNo, clause: ClauseId },
    /// Makes a clause one version softer.
    Soften { draft: DraftNo, clause: ClauseId },
    /// Puts a clause in brackets: it binds nobody, and falls out when the text is adopted.
    Bracket { draft: DraftNo, clause: ClauseId },
    /// Takes a clause out of its brackets.
    Clear { draft: DraftNo, clause: ClauseId },
    /// Takes a clause out of one's own text.
    DropClause { draft: DraftNo, clause: ClauseId },
    /// Brings a member of the forum into the room, or a CERT of one's own state as an adviser.
    Invite { draft: DraftNo, actor: ActorId },
    /// Asks states, firms, researchers and civil society; takes the turn.
    Consult { draft: DraftNo },
    /// Pays for a translation.
    Translate { draft: DraftNo },
    /// A CERT's technical annex, with its name on it or not.
    Annex { draft: DraftNo, quoted: bool },
    /// Says what would make one sign.
    AskFor { draft: DraftNo, change: Change },
    /// Begins the silence procedure.
    Circulate { draft: DraftNo },
    /// Signs, as soon as those at home who must approve it have.
    Sign { draft: DraftNo },
    /// Stands aside without stopping the others.
    Abstain { draft: DraftNo },
    /// Refuses to sign; where unanimity decides, that stops the text.
    Refuse { draft: DraftNo },
    /// Breaks silence over a clause.
    BreakSilence { draft: DraftNo, clause: ClauseId },
    /// Lets everybody read the text before it is agreed.
    Leak { draft: DraftNo },
    /// Takes one's own text off the table.
    Withdraw { draft: DraftNo },
    /// Puts the text out alone, or, as chair, in one's own name.
    Publish { draft: DraftNo },
}

pub(in crate::engine) struct Book;

impl Chapter for Book {
    const LEDGER: Ledger = Ledger::Statements;
    type State = State;
    type Event = Event;
    type Act = Act;
    type Effect = Effect;
    type Read = Read;
    type View = View;

    fn start(scenario: &Scenario) -> State {
        State::start(scenario)
    }

    fn apply(state: &mut World, event: &Event, no: EventNo) {
        let turn = state.turn();
        state.world_mut().book.statements.apply(turn, event, no);
    }

    fn effect(play: &mut Play<'_>, effect: &Effect, origin: Origin) -> Result<(), Rejection> {
        asked::effect(play, effect, origin)
    }

    fn resolve(play: &mut Play<'_>) -> Result<(), Rejection> {
        answers::resolve(play)
    }

    fn read(world: &Readable, read: Read) -> i64 {
        sight::read(&world.book.statements, read)
    }

    fn may_read(lens: &Lens<'_>, read: Read) -> bool {
        sight::may_read(lens, read)
    }

    fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
        sight::may_see(lens, event)
    }

    fn sees_inside(lens: &Lens<'_>, event: &Event) -> bool {
        sight::sees_inside(lens, event)
    }

    fn subject(event: &Event) -> Option<(Subject, i32)> {
        let row = |forum: ForumId, column| Subject::Row(Ledger::Statements, forum.0, column);
        match event {
            Event::Relations { forum, by, .. } => Some((row(*forum, view::RELATIONS), *by)),
            Event::CameOut { forum, by, .. } => Some((row(*forum, view::WEIGHT), *by)),
            _ => None,
        }
    }

    fn bears_on(_: &Scenario, what: &What, row: u16, column: u16) -> bool {
        matches!(what, What::Book(BookEvent::Statements(event)) if history::bears_on(event, row, column))
    }

    fn news(lens: &Lens<'_>, event: &Event) -> News {
        match event {
            Event::Relations { .. } => News::Quiet,
            Event::Retaliated { on, .. } => News::Told {
                better: lens.is_own_actor(*on).then_some(false),
            },
            Event::Answered { answer, draft, .. } => News::Told {
                better: lens
                    .is_own_actor(draft.sponsor())
                    .then_some(matches!(answer, Answer::Signed | Answer::Approving)),
            },
            _ => News::Told { better: None },
        }
    }

    fn more_is_better(_: u16, column: u16) -> Option<bool> {
        (column == view::RELATIONS).then_some(true)
    }

    fn family(_: &Scenario, act: Act) -> Family {
        match act {
            Act::Consult { .. } | Act::Translate { .. } => Family::Hold,
            _ => Family::Condemn,
        }
    }

    fn conceivable(lens: &Lens<'_>, seat: SeatId, acts: &mut Vec<Act>) {
        acts::conceivable(lens, seat, acts);
    }

    fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
        acts::can(lens, lens.seat(seat).actor, act)
    }

    fn key(names: &Names, act: Act) -> Vec<u64> {
        acts::key(names, act)
    }

    fn cost(lens: &Lens<'_>, act: Act) -> Cost {
        acts::cost(lens, act)
    }

    fn take(
        play: &mut Play<'_>,
        seat: SeatId,
        act: Act,
        _: ExerciseTime,
        origin: Origin,
    ) -> Result<(), Rejection> {
        deeds::take(play, seat, act, origin);
        Ok(())
    }

    fn shifts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<(Read, i64)> {
        sight::shifts(lens, lens.seat(seat).actor, act)
    }

    fn forecasts(lens: &Lens<'_>, _: SeatId, act: Act) -> Vec<Forecast> {
        sight::forecasts(lens, act)
    }

    fn imagine(lens: &Lens<'_>, state: &mut World, _: Dice) {
        sight::imagine(lens, state);
    }

    fn tell(teller: Teller<'_>, event: &Event, sees_inside: bool) -> SafeText {
        words::tell(teller, event, sees_inside)
    }

    fn name(teller: Teller<'_>, act: Act) -> SafeText {
        words::name(teller, act)
    }

    fn explain(teller: Teller<'_>, act: Act) -> SafeText {
        words::explain(teller, act)
    }

    fn row_name(teller: Teller<'_>, row: u16, column: u16) -> SafeText {
        words::row_name(teller, ForumId(row), column)
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
