//! The debrief: owned text, so that a screen, a page and a file show the same.
//!
//! Everything here may be shown after the exercise only: it tells the truth. Text is safe for a terminal; whoever writes another
//! format escapes it for that format.

mod beneath;
mod build;
mod charts;
mod conduct;
mod course;
mod decisions;
mod duties;
mod endings;
mod fog;
mod graph;
mod harm;
mod ledgers;
mod norms;
mod objectives;
mod prepared;
mod reads;
mod sharing;
mod states;
mod turns;
mod weigh;

pub use ledgers::BorderPart;
pub use ledgers::BreachPart;
pub use ledgers::Chart;
pub use ledgers::ChartGroup;
pub use ledgers::DiplomacyPart;
pub use ledgers::DutyPart;
pub use ledgers::HarmPart;
pub use ledgers::NormAct;
pub use ledgers::NormPart;
pub use ledgers::Passing;
pub use ledgers::Pillar;
pub use ledgers::PillarPart;
pub use ledgers::ProfilePart;
pub use ledgers::Series;
pub use ledgers::SharingPart;
pub use ledgers::StatePart;
pub use ledgers::Stood;
pub use ledgers::Tally;

use serde::Serialize;

use crate::engine::command::Rating;
use crate::model::family::Family;
use crate::text::SafeText;

/// Everything a debrief says, in the order in which it is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Debrief {
    pub exercise: Exercise,
    /// In roster order.
    pub seats: Vec<SeatPart>,
    /// `None` while the exercise runs.
    pub ending: Option<EndingPart>,
    /// The choices, injects and pieces of luck that mattered most, most first.
    pub turning_points: Vec<TurningPoint>,
    /// What every seat did, in the order in which it took effect.
    pub decisions: Vec<DecisionRecord>,
    /// Turn by turn: what arrived and what each seat did, in a line each.
    pub turns: Vec<TurnPart>,
    /// For each turn in which a seat decided something: what it had been shown, and what it had not.
    pub fog: Vec<FogPart>,
    pub sharing: SharingPart,
    pub profiles: Vec<ProfilePart>,
    pub duties: Vec<DutyPart>,
    pub harm: Vec<HarmPart>,
    /// At home and elsewhere, for each home that seats have.
    pub borders: Vec<BorderPart>,
    /// What technical work meant between states, for each seat that is no ministry.
    pub diplomacy: Vec<DiplomacyPart>,
    /// What each state at the table came to, and what it did for each pillar.
    pub states: Vec<StatePart>,
    /// The course of every number that moved.
    pub charts: Vec<Chart>,
    pub objectives: Vec<ObjectivePart>,
    /// What could have been prepared before the incident and was not.
    pub unprepared: Vec<PreparePart>,
    /// Every fact, and how true it was.
    pub facts: Vec<FactPart>,
    /// Every answer to who did it, and every story that was told, with what really was.
    pub truths: Vec<TruthPart>,
    /// How each state reads responsibility, and what it would have signed.
    pub readings: Vec<ReadingPart>,
    /// Overrides by whoever ran the exercise, in order.
    pub overrides: Vec<Line>,
    /// Scripts that failed or were left out; the exercise went on without them.
    pub troubles: Vec<Line>,
    /// Ratings and remarks made on the way.
    pub notes: Vec<NotePart>,
    /// What the fiction is modelled on; no legal advice.
    pub modelled_on: Vec<ModelledOn>,
    /// Terms worth looking up, from the glossary.
    pub terms: Vec<TermPart>,
}

/// Which exercise it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exercise {
    pub title: SafeText,
    pub tagline: SafeText,
    pub summary: SafeText,
    pub content_note: SafeText,
    pub scenario: SafeText,
    /// Tag of the language of the scenario's texts.
    pub language: SafeText,
    /// Whose debrief it is; empty for whoever ran the exercise.
    pub perspective: Vec<SafeText>,
    pub anonymous: bool,
    /// Turns played.
    pub turns: u16,
    /// Exercise time at the end.
    pub length: SafeText,
    /// The hash of the log's last line, and that line's number.
    pub log: SafeText,
    pub lines: u32,
    /// Which line of which other log it was forked from: hash, number; empty if it was not.
    #[serde(skip_serializing_if = "SafeText::is_empty")]
    pub forked_from: SafeText,
    /// The hash of the scenario as played.
    pub package: SafeText,
    pub seed: u64,
    pub version: SafeText,
}

/// A seat and who held it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeatPart {
    pub title: SafeText,
    pub organisation: SafeText,
    pub holder: SafeText,
    pub is_bot: bool,
    /// Among the seats whose debrief this is.
    pub is_own: bool,
    pub aims: Vec<SafeText>,
    /// What it wanted, and where that stood at the beginning and at the end.
    pub wants: Vec<WantPart>,
}

/// One thing a seat wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WantPart {
    pub text: SafeText,
    pub start: Option<i64>,
    pub end: Option<i64>,
}

/// A moment of the exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moment {
    pub turn: u16,
    /// Minutes since `StartEx`.
    pub minutes: i32,
    /// `T+01:30`.
    pub time: SafeText,
    /// The story's own clock: `Tue 11:30`.
    pub story: SafeText,
}

/// One thing that happened at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    pub at: Moment,
    pub text: SafeText,
}

/// How it ended, and how else it could have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndingPart {
    pub title: SafeText,
    pub text: SafeText,
    /// How one gets here.
    pub note: SafeText,
    /// Before the last turn.
    pub early: bool,
    /// What it was decided by, each with its value at the end.
    pub decided_by: Vec<SafeText>,
    pub others: Vec<OtherEnding>,
}

/// An ending that was not reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OtherEnding {
    pub title: SafeText,
    /// What it would have taken, in the author's words.
    pub note: SafeText,
    /// What it is decided by, each with its value at the end.
    pub decided_by: Vec<SafeText>,
}

/// What a turning point was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum PointKind {
    Choice,
    /// Nobody answered in time.
    Default,
    Inject,
    /// A move by the scenario's rules.
    Rule,
    /// What chance and the incident itself did.
    Luck,
    Deadline,
    /// Whoever ran the exercise.
    Override,
}

/// Something that much came of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TurningPoint {
    pub at: Moment,
    pub kind: PointKind,
    pub kind_word: SafeText,
    /// The seat, or the actor; empty if nobody.
    pub who: SafeText,
    /// By one of the seats whose debrief this is.
    pub is_own: bool,
    pub what: SafeText,
    /// What came of it, two to four lines, most first.
    pub followed: Vec<SafeText>,
    /// Its part of all the change that can be traced, in per mille.
    pub weight: u32,
}

/// One row of the decision record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DecisionRecord {
    pub at: Moment,
    pub seat: SafeText,
    pub holder: SafeText,
    pub is_own: bool,
    /// The question; empty for a standing action.
    pub question: SafeText,
    /// The inject that put it, or what arrived in that turn.
    pub inject: SafeText,
    /// What was done.
    pub choice: SafeText,
    pub family: Family,
    pub family_word: SafeText,
    /// Nobody answered; the scenario's default was taken.
    pub by_default: bool,
    /// No longer possible when it was to take effect.
    pub lapsed: bool,
    pub hours: i32,
    pub capital: i32,
    /// In the words of whoever decided.
    pub rationale: SafeText,
    /// The rationale was given for a plan of several acts, of which this is one.
    pub is_of_plan: bool,
    /// The author's note on what was chosen.
    pub note: SafeText,
    /// All alternatives, in the author's order; empty for a standing action.
    pub options: Vec<OptionPart>,
    /// What came of it, most first.
    pub followed: Vec<SafeText>,
}

/// One alternative of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionPart {
    pub label: SafeText,
    pub taken: bool,
    pub family: Family,
    pub family_word: SafeText,
    pub technical: SafeText,
    pub legal: SafeText,
    pub political: SafeText,
    pub note: SafeText,
}

/// One turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TurnPart {
    pub turn: u16,
    pub title: SafeText,
    pub phase: SafeText,
    /// `T+00:00`, `T+04:00` and the story's clock for both.
    pub from: Moment,
    pub to: Moment,
    pub injects: Vec<InjectPart>,
    pub acts: Vec<ActPart>,
    /// What else happened that no seat did: leaks that came to light, rules that applied, deadlines.
    pub happenings: Vec<Line>,
}

/// An inject that was delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InjectPart {
    pub at: Moment,
    /// The control number of the MSEL.
    pub number: SafeText,
    pub title: SafeText,
    pub from: SafeText,
    pub to: Vec<SafeText>,
    pub channel: SafeText,
    pub label: SafeText,
    /// Why it came.
    pub cause: SafeText,
    /// By hand: fired by whoever ran the exercise.
    pub by_hand: bool,
    /// What was expected, and whether it had happened by the end; `None` where only the evaluator can tell.
    pub expected: Vec<(SafeText, Option<bool>)>,
}

/// What one seat did in a turn, in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActPart {
    /// The seat's place in [`Debrief::seats`].
    pub seat: usize,
    pub seat_title: SafeText,
    pub is_own: bool,
    /// An answer to a decision, not a standing action.
    pub is_answer: bool,
    pub family: Family,
    pub family_word: SafeText,
    pub text: SafeText,
    pub at: Moment,
}

/// What one seat had been shown when it decided, and what it had not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FogPart {
    pub turn: u16,
    pub seat: SafeText,
    pub is_own: bool,
    /// The questions it answered in that turn.
    pub questions: Vec<SafeText>,
    pub shown: Vec<ShownFact>,
    /// The pieces it did not hold.
    pub missing: Vec<MissingFact>,
}

/// A fact a seat held.
#[expect(
    clippy::struct_excessive_bools,
    reason = "four claims that do not depend on each other"
)]
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownFact {
    pub title: SafeText,
    pub label: SafeText,
    pub since: u16,
    pub from: SafeText,
    /// Since its last decision.
    pub is_new: bool,
    pub derived: bool,
    /// Whether the seat had verified it.
    pub verified: bool,
    /// `true`, `in part`, `not true`.
    pub truth: SafeText,
    pub is_true: bool,
    pub reality: SafeText,
}

/// A fact a seat did not hold, or held without its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MissingFact {
    pub title: SafeText,
    /// It was missing for the first time.
    pub is_new: bool,
    pub reality: SafeText,
    pub held_by: Vec<HeldBy>,
    /// The turn in which it reached the seat after all.
    pub reached: Option<u16>,
}

/// Who held a fact, since when, under which marking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HeldBy {
    pub actor: SafeText,
    pub since: u16,
    pub label: SafeText,
}

/// An objective with its tasks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ObjectivePart {
    pub text: SafeText,
    pub seats: Vec<SafeText>,
    pub tasks: Vec<TaskPart>,
    /// Decisions and injects that exercise it.
    pub exercised_by: Vec<SafeText>,
}

/// A critical task with what the log says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TaskPart {
    pub text: SafeText,
    /// Whether its evidence holds; `None` where only the evaluator can tell.
    pub evidence: Option<bool>,
    /// The turn from whose end on it held to the end.
    pub since: Option<u16>,
    /// What the evidence proposes; a human disposes.
    pub proposed: Option<Rating>,
    pub proposed_word: SafeText,
    /// The evaluators' last word.
    pub rated: Option<Rating>,
    pub rated_word: SafeText,
    pub remarks: Vec<SafeText>,
}

/// A fact and how true it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FactPart {
    pub title: SafeText,
    pub kind: SafeText,
    pub source: SafeText,
    pub label: SafeText,
    pub truth: SafeText,
    pub is_true: bool,
    pub body: SafeText,
    pub reality: SafeText,
    /// Who held it at the end.
    pub held_by: Vec<HeldBy>,
}

/// An answer to who did it, or something that was told, and what really was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TruthPart {
    /// `a group`, `a state's responsibility`, `a story`.
    pub kind: SafeText,
    pub name: SafeText,
    pub truth: SafeText,
    pub is_true: bool,
    pub reality: SafeText,
    /// Who said so in public.
    pub said_by: Vec<SafeText>,
}

/// What a state kept to itself of what it would have signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadingPart {
    pub actor: SafeText,
    pub reading: SafeText,
    pub red_lines: Vec<SafeText>,
    pub wishes: Vec<SafeText>,
}

/// A rating or remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotePart {
    pub at: Moment,
    pub by: SafeText,
    pub about: SafeText,
    pub rating: Option<Rating>,
    pub rating_word: SafeText,
    pub text: SafeText,
}

/// What a part of the fiction is modelled on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ModelledOn {
    /// The duty; empty for the scenario as a whole.
    pub what: SafeText,
    pub text: SafeText,
}

/// Something a seat could have prepared before the incident, and did not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PreparePart {
    pub seat: SafeText,
    pub is_own: bool,
    pub act: SafeText,
    /// What it would have cost then.
    pub hours: i32,
    /// The turn in which it was done after all; `None` if it never was.
    pub turn: Option<u16>,
}

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TermPart {
    pub term: SafeText,
    pub text: SafeText,
    pub source: Option<SafeText>,
}
