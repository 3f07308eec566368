//! The MSEL: injects and what is expected of the players.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::ExprId;
use crate::model::FactId;
use crate::model::InjectId;
use crate::model::ObjectiveId;
use crate::model::effect::Effect;
use crate::model::marking::Marking;
use crate::model::norm::Norm;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

/// How a piece of information arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Channel {
    Email,
    EncryptedEmail,
    Phone,
    Chat,
    Portal,
    Ticket,
    Feed,
    Meeting,
    NoteVerbale,
    Letter,
    Wire,
    Broadcast,
    Social,
    Advisory,
}

/// One piece of information put to seats at a time: a row of the MSEL.
#[derive(Clone, Debug)]
pub struct Inject {
    pub id: InjectId,
    /// The control number printed in the MSEL.
    pub number: SafeText,
    pub when: When,
    /// Actors it reaches; those without a seat learn its facts too.
    pub to: Vec<ActorId>,
    pub from: Sender,
    pub channel: Channel,
    pub marking: Marking,
    pub title: SafeText,
    /// The artefact itself, a block of text.
    pub body: SafeText,
    /// Facts each recipient holds from then on, under the inject's marking.
    pub facts: Vec<FactId>,
    pub effects: Vec<Effect>,
    pub expected: Vec<ExpectedAction>,
    pub objectives: Vec<ObjectiveId>,
    pub norms: Vec<Norm>,
    /// For the facilitator alone.
    pub note: SafeText,
    /// Used only if the expected actions of that inject did not happen.
    pub contingency_of: Option<InjectId>,
    pub status: Status,
}

/// Who an inject comes from.
#[derive(Clone, Debug)]
pub enum Sender {
    Actor(ActorId),
    /// Somebody who is not in the roster.
    Other(SafeText),
}

/// When an inject is delivered: in a Brief at which everything named here holds.
#[derive(Clone, Debug)]
pub struct When {
    /// The first and last turn, inclusive.
    pub from: u16,
    pub to: u16,
    /// The moment in the story it shows and is delivered at; decides the turn when the window is not narrower.
    pub at: Option<ExerciseTime>,
    pub condition: Option<ExprId>,
    /// Only after that inject, at least so many turns later.
    pub after: Option<(InjectId, u16)>,
    /// Per mille, drawn in each Brief in which all else holds.
    pub chance: u16,
    /// At most once; otherwise again after the cooldown.
    pub once: bool,
    /// Turns until it may come again.
    pub cooldown: u16,
    /// Only when the facilitator fires it.
    pub by_hand: bool,
}

/// What players should do about now.
#[derive(Clone, Debug)]
pub struct ExpectedAction {
    pub text: SafeText,
    /// True when it has happened. Without one only the evaluator can tell.
    pub done: Option<ExprId>,
}

/// Where an MSEL row stands in its planning; only `Approved` rows are delivered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    Draft,
    #[default]
    Approved,
    Deferred,
    Obsolete,
}
