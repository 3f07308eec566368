//! What happened, past tense: what the log holds.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::act::Act;
use crate::engine::act::Acts;
use crate::engine::adversary::AdversaryEvent;
use crate::engine::command::CallKey;
use crate::engine::command::Holder;
use crate::engine::command::Rating;
use crate::engine::command::Role;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::harm::HarmEvent;
use crate::engine::ledger::meters::MeterEvent;
use crate::engine::ledger::norms::NormEvent;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::ledger::trust::TrustEvent;
use crate::model::ActorId;
use crate::model::ChoiceId;
use crate::model::DecisionId;
use crate::model::EndingId;
use crate::model::FunctionId;
use crate::model::InjectId;
use crate::model::RuleId;
use crate::model::SeatId;
use crate::model::TaskId;
use crate::model::effect::Effect;
use crate::model::expr::Read;
use crate::model::short;
use crate::model::time::ExerciseTime;
use crate::script::Why;

/// The place of an event in the exercise, counted from 0 over all commands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct EventNo(pub u32);

/// Something that happened, and its one primary parent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub cause: Cause,
    pub what: What,
}

/// What an event came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Cause {
    /// The exercise's beginning and its clock.
    StartEx,
    /// Whoever runs the exercise.
    Facilitator,
    /// A choice a seat sealed.
    Choice { seat: SeatId },
    /// An inject's own schedule or condition.
    Inject(InjectId),
    /// A when/then row of the author's.
    Rule(RuleId),
    /// A rule of the engine's own.
    Engine(EngineRule),
    /// Another event.
    Event(EventNo),
}

/// Rules of the engine's own that move things by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EngineRule {
    /// An incident grows inside a zone.
    Growth,
    /// An incident crosses a dependency.
    Crossing,
    /// Compromised services hurt the people who depend on them.
    Dependence,
    /// Direct harm is followed by secondary harm.
    Aftermath,
    /// Trust fades without contact.
    Fading,
    /// Capital comes back with time.
    Recovery,
    /// A breach comes to light.
    Discovery,
    /// A deadline has passed.
    Deadline,
    /// A duty's trigger is met.
    Trigger,
    /// What lies on a recipient's desk is answered or not.
    Desk,
    /// A decision's time has come or gone.
    Agenda,
    /// Capitals instruct their delegations on a text.
    Instructions,
    /// Those who hold the pen without a seat move a text on.
    PenHolder,
    /// The end of a silence procedure: who said nothing has assented.
    Assent,
    /// Tension eases with time.
    Calming,
    /// Calls at home for an answer.
    Pressure,
    /// Nobody speaks, and others do.
    Silence,
    /// People act on what is told.
    Rumour,
    /// Addresses age.
    Staleness,
    /// A note verbale is answered.
    Correspondence,
    /// Two communities find out that they did not mean the same.
    Misunderstanding,
    /// An approval is given or withheld.
    Approval,
    /// Victims of extortion decide, and extortionists publish.
    Extortion,
    /// The criteria for bringing the ministry in are met.
    Threshold,
    /// Long hours tire people, and rest restores them.
    Fatigue,
    /// Routine tickets come in and pile up.
    Routine,
    /// Help that was accepted helps.
    Helping,
    /// Finders, coordinators and vendors without a seat do what those of their kind do with a flaw.
    Disclosing,
    /// What many know leaks.
    Leaking,
    /// A law sends a report to the state, and reporting falls.
    Localising,
    /// What is public is turned against those who have not deployed a fix.
    Racing,
    /// Operators deploy a fix in their own time.
    Deploying,
    /// An embargo's time has come, or its reason has gone.
    Lapsing,
    /// An incident runs while a hold order keeps a CERT from asking for containment.
    Held,
    /// Latent harm comes to be felt.
    Surfacing,
    /// Whoever is behind it acts.
    Adversary,
    /// A political order holds a CERT's work.
    HeldByOrder,
    /// A CERT was left to its technical work.
    QuietWork,
    /// Teams of other regions keep away from one they take for an instrument.
    Chill,
    /// Who may release a fact has answered.
    TearLine,
    /// A gate of a procedure whose owner has no seat has had its time.
    GateTime,
    /// An accused state answers.
    AccusedAnswers,
    /// Being named may deter.
    Deterrence,
    /// An attribution that was wrong, or bought, comes to light.
    Unmasking,
    /// A court has had its time.
    CourtTime,
    /// A meter or trust moves towards where it rests.
    Settling,
}

/// What a condition read, and what it found. Most read little, which then needs no room of its own.
pub type Readings = smallvec::SmallVec<[(Read, i64); 3]>;

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// The exercise began: `StartEx`, or turn 0.
    Started,
    /// A step of a turn began; `from` is when the turn does.
    Entered {
        turn: u16,
        step: Step,
        from: ExerciseTime,
    },
    /// An inject reached its recipients; `read` is what its condition read.
    Delivered {
        inject: InjectId,
        time: ExerciseTime,
        #[serde(with = "short")]
        read: Readings,
    },
    /// An inject will come in the next Brief.
    Queued {
        inject: InjectId,
    },
    /// An inject will not come any more.
    Cancelled {
        inject: InjectId,
    },
    Opened {
        decision: DecisionId,
        until: u16,
    },
    /// A decision was answered, or closed unanswered; then `choice` is its default, if it has one.
    Closed {
        decision: DecisionId,
        choice: Option<ChoiceId>,
    },
    Sealed {
        seat: SeatId,
        #[serde(with = "short")]
        acts: Acts,
    },
    Unsealed {
        seat: SeatId,
    },
    /// In `InTurn`, a seat's choices have been resolved.
    Resolved {
        seat: SeatId,
    },
    /// A seat's choice took effect, at a moment of the turn, for hours and capital.
    Acted {
        seat: SeatId,
        act: Act,
        at: ExerciseTime,
        hours: i32,
        capital: i32,
    },
    /// A sealed choice was no longer possible; its cost was returned.
    Lapsed {
        seat: SeatId,
        act: Act,
    },
    /// Effects will come in a later turn; `key` is that of their dice.
    Deferred {
        turn: u16,
        key: u64,
        /// They come of an act of politics.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        political: bool,
        effects: Vec<Effect>,
    },
    /// Deferred effects came.
    CameDue {
        of: EventNo,
    },
    /// A when/then row of the author's fired.
    RuleFired {
        rule: RuleId,
        #[serde(with = "short")]
        read: Readings,
    },
    /// A script function was called; what it asked for follows.
    Called {
        function: FunctionId,
    },
    CapitalMoved {
        seat: SeatId,
        by: i32,
        now: i32,
    },
    /// Hours given or taken in the seat's next turn.
    HoursMoved {
        seat: SeatId,
        by: i32,
    },
    Meters(MeterEvent),
    Facts(FactEvent),
    Trust(TrustEvent),
    Spread(SpreadEvent),
    Harm(HarmEvent),
    Duties(DutyEvent),
    Norms(NormEvent),
    /// What the adversary does, and notices.
    Adversary(AdversaryEvent),
    /// What happens in the ledgers of the book.
    Book(BookEvent),
    /// A choice was paid for and takes effect in a later turn.
    Postponed {
        seat: SeatId,
        act: Act,
        turn: u16,
        wait: Wait,
    },
    /// A postponed choice came through, was refused, or was no longer possible; in the first case it takes effect now.
    CameThrough {
        of: EventNo,
        seat: SeatId,
        act: Act,
        outcome: Outcome,
    },
    /// An actor without a seat was asked and gave nothing.
    Declined {
        of: ActorId,
        to: ActorId,
    },
    /// A script could not be run to its end; it had no effect.
    ScriptFailed {
        call: CallKey,
        line: u32,
        why: Why,
    },
    /// A script call was left out since its wall-clock fuse had blown.
    ScriptSkipped {
        call: CallKey,
    },
    /// The call will be left out when it comes up.
    SkipNoted {
        call: CallKey,
    },
    Paused,
    Resumed,
    Filled {
        seat: SeatId,
        by: Holder,
    },
    Noted {
        by: Role,
        about: Option<TaskId>,
        rating: Option<Rating>,
        text: String,
    },
    /// `EndEx`.
    Ended {
        ending: EndingId,
        early: bool,
    },
}

/// What a postponed choice waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Wait {
    /// It went by note verbale.
    Route,
    /// Somebody has to approve it; `grants` is whether they will.
    Approval { grants: bool },
}

/// What became of a postponed choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Outcome {
    TakesEffect,
    Refused,
    Lapsed,
}

/// The six steps of a turn, and what lies before the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Step {
    /// Nothing has begun; seats are being filled.
    Setup,
    Brief,
    Discuss,
    Commit,
    Resolve,
    Reveal,
    Note,
}

impl Step {
    /// The catalogue's key of the step's name.
    pub fn key(self) -> &'static str {
        match self {
            Step::Setup => "play-step-setup",
            Step::Brief => "play-step-brief",
            Step::Discuss => "play-step-discuss",
            Step::Commit => "play-step-commit",
            Step::Resolve => "play-step-resolve",
            Step::Reveal => "play-step-reveal",
            Step::Note => "play-step-note",
        }
    }
}
