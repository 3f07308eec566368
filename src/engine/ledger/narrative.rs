//! Narrative: what the public hears, from whom, and believes.

mod desk;
mod rules;
mod view;
mod words;

pub use crate::engine::ledger::narrative::view::QuestionView;
pub use crate::engine::ledger::narrative::view::StoryGlance;
pub use crate::engine::ledger::narrative::view::StoryView;
pub use crate::engine::ledger::narrative::view::View;

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
use crate::model::CommunityId;
use crate::model::SeatId;
use crate::model::StoryId;
use crate::model::decision::Cost;
use crate::model::effect::Amount;
use crate::model::family::Family;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::facts::Truth;
use crate::model::ledger::narrative::Effect;
use crate::model::ledger::narrative::Read;
use crate::model::ledger::narrative::Stance;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

/// What is in the world for it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct State {
    tales: Vec<Tale>,
    /// How true each story is: as the author wrote it, or as somebody imagines it.
    truths: Vec<Truth>,
    /// Briefings that stand.
    said: Vec<Said>,
    questions: Vec<Question>,
    interviews: Vec<Interview>,
    /// Who said what when, for everybody to read.
    timeline: Vec<Line>,
    /// Per seat.
    found: Vec<u16>,
    unanswered: Vec<u16>,
}

/// How a story goes.
#[derive(Clone, Debug, Default, PartialEq)]
struct Tale {
    since: Option<u16>,
    belief: i32,
    first: Option<SeatId>,
    spoke: Option<u16>,
    silence: u16,
    revealed: bool,
}

/// What a seat said of a story and has not taken back.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Said {
    story: StoryId,
    seat: SeatId,
    stance: Stance,
    /// Whether something it had verified stood behind it.
    grounded: bool,
    no: EventNo,
}

/// A journalist's question.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Question {
    story: StoryId,
    seat: SeatId,
    /// The last turn in which it can be answered.
    due: u16,
    no: EventNo,
}

/// An interview for a study that will be printed.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Interview {
    community: CommunityId,
    due: u16,
    no: EventNo,
}

/// One line of what was said in public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    pub turn: u16,
    pub story: StoryId,
    pub seat: Option<SeatId>,
    pub what: Public,
}

/// What was said in public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Public {
    Began,
    Held,
    Confirmed,
    Denied,
    Corrected,
    Answered,
    DidNotRespond,
    FoundOut,
    Revealed,
}

/// A statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Speech {
    /// We know of it and will say more.
    HoldingLine,
    Briefing(Stance),
    /// An answer to a journalist, no more than is known.
    Answer,
}

/// What happens in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// A story begins to be told.
    Began {
        story: StoryId,
    },
    /// How far it is believed.
    Moved {
        story: StoryId,
        by: i32,
        now: i32,
    },
    Spoke {
        story: StoryId,
        seat: SeatId,
        speech: Speech,
        grounded: bool,
        /// The team that was put beside the speaker.
        podium: Option<ActorId>,
    },
    Corrected {
        story: StoryId,
        seat: SeatId,
    },
    /// Nobody spoke in a turn, and others did.
    Silent {
        story: StoryId,
    },
    /// A journalist asks.
    Asked {
        story: StoryId,
        seat: SeatId,
        due: u16,
    },
    /// "Did not respond."
    Unanswered {
        story: StoryId,
        seat: SeatId,
    },
    FoundOut {
        story: StoryId,
        seat: SeatId,
    },
    /// It comes out what a story is worth.
    Revealed {
        story: StoryId,
    },
    Interviewed {
        community: CommunityId,
        seat: SeatId,
        due: u16,
    },
    /// The study it was for is printed.
    Printed {
        community: CommunityId,
    },
}

/// What a seat can do by its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Act {
    /// Issues a holding line.
    HoldLine { story: StoryId },
    /// Briefs the public, with or without the state's team beside it.
    Brief {
        story: StoryId,
        stance: Stance,
        podium: bool,
    },
    /// Takes back what it said.
    Correct { story: StoryId },
    /// Answers a journalist.
    AnswerPress { story: StoryId },
    /// Gives an interview for a study of what happened to people.
    Interview { community: CommunityId },
}

pub(in crate::engine) struct Book;

impl Chapter for Book {
    const LEDGER: Ledger = Ledger::Narrative;
    type State = State;
    type Event = Event;
    type Act = Act;
    type Effect = Effect;
    type Read = Read;
    type View = View;

    fn start(scenario: &Scenario) -> State {
        let stories = &scenario.book.narrative.stories;
        State {
            tales: vec![Tale::default(); stories.len()],
            truths: stories.iter().map(|story| story.truth).collect(),
            said: Vec::new(),
            questions: Vec::new(),
            interviews: Vec::new(),
            timeline: Vec::new(),
            found: vec![0; scenario.seats.len()],
            unanswered: vec![0; scenario.seats.len()],
        }
    }

    fn apply(state: &mut crate::engine::state::State, event: &Event, no: EventNo) {
        let turn = state.turn();
        rules::apply(&mut state.world_mut().book.narrative, event, turn, no);
    }

    fn effect(play: &mut Play<'_>, effect: &Effect, origin: Origin) -> Result<(), Rejection> {
        let cause = origin.cause();
        match *effect {
            Effect::Believe { story, by } => {
                let by = play.amount(by, origin)?;
                rules::believe(play, story, by, cause);
            }
            Effect::TellStory { story } => rules::begin(play, story, cause),
            Effect::PressAsks { seat, story, turns } => {
                rules::ask(play, seat, story, turns, cause);
            }
            Effect::RevealStory { story } => rules::reveal(play, story, cause),
        }
        Ok(())
    }

    fn brief(play: &mut Play<'_>) -> Result<(), Rejection> {
        rules::open(play);
        Ok(())
    }

    fn resolve(play: &mut Play<'_>) -> Result<(), Rejection> {
        rules::pass(play);
        Ok(())
    }

    fn read(world: &Readable, read: Read) -> i64 {
        let book = &world.book.narrative;
        let tale = |story: StoryId| &book.tales[story.index()];
        match read {
            Read::Belief(story) => i64::from(tale(story).belief),
            Read::Told(story) => i64::from(tale(story).since.is_some()),
            Read::Silence(story) => i64::from(tale(story).silence),
            Read::SpokeFirst(story, seat) => i64::from(tale(story).first == Some(seat)),
            Read::FoundOut(seat) => i64::from(book.found[seat.index()]),
            Read::LeftUnanswered(seat) => i64::from(book.unanswered[seat.index()]),
        }
    }

    /// All of it is public.
    fn may_read(_: &Lens<'_>, _: Read) -> bool {
        true
    }

    fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
        match *event {
            Event::Asked { seat, .. } | Event::Interviewed { seat, .. } => lens.is_own(seat),
            Event::Printed { community } => lens.harm(community).is_some(),
            _ => true,
        }
    }

    fn subject(event: &Event) -> Option<(Subject, i32)> {
        match *event {
            Event::Moved { story, by, .. } => Some((of_story(story), by)),
            _ => None,
        }
    }

    fn family(_: &Scenario, act: Act) -> Family {
        match act {
            Act::HoldLine { .. } => Family::Hold,
            _ => Family::Share,
        }
    }

    fn conceivable(lens: &Lens<'_>, seat: SeatId, acts: &mut Vec<Act>) {
        desk::conceivable(lens, seat, acts);
    }

    fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
        desk::can(lens, seat, act)
    }

    fn key(names: &Names, act: Act) -> Vec<u64> {
        let of = |story: StoryId| names.hash(Kind::Story, story.0);
        match act {
            Act::HoldLine { story } => vec![1, of(story)],
            Act::Brief {
                story,
                stance,
                podium,
            } => vec![2, of(story), stance as u64, u64::from(podium)],
            Act::Correct { story } => vec![3, of(story)],
            Act::AnswerPress { story } => vec![4, of(story)],
            Act::Interview { community } => vec![5, names.hash(Kind::Community, community.0)],
        }
    }

    fn cost(lens: &Lens<'_>, act: Act) -> Cost {
        let rules = &lens.scenario().book.narrative;
        let (hours, capital) = match act {
            Act::HoldLine { .. } => (rules.holding_hours, 0),
            Act::Brief { .. } => (rules.briefing_hours, 0),
            Act::Correct { .. } => (rules.correction_hours, rules.correct_cost),
            Act::AnswerPress { .. } => (rules.answer_hours, 0),
            Act::Interview { .. } => (rules.interview_hours, 0),
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
        desk::take(play, seat, act, origin.cause());
        Ok(())
    }

    fn shifts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<(Read, i64)> {
        desk::shifts(lens, seat, act)
    }

    fn expected(_: &Lens<'_>, effect: &Effect) -> Vec<(Read, i64)> {
        match *effect {
            Effect::Believe {
                story,
                by: Amount::Fixed(by),
            } => vec![(Read::Belief(story), i64::from(by))],
            Effect::TellStory { story } => vec![(Read::Told(story), 1)],
            _ => Vec::new(),
        }
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

    fn row_name(teller: Teller<'_>, row: u16, _: u16) -> SafeText {
        words::of(teller, "narrative-row", StoryId(row))
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

fn of_story(story: StoryId) -> Subject {
    Subject::Row(Ledger::Narrative, story.0, 0)
}
