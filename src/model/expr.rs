//! What expressions and scripts can read of the world.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActionId;
use crate::model::ActorId;
use crate::model::ChoiceId;
use crate::model::CommunityId;
use crate::model::DutyId;
use crate::model::FactId;
use crate::model::FunctionId;
use crate::model::InjectId;
use crate::model::MeterId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::ledger::book::BookRead;
use crate::model::norm::Norm;

/// An expression as the author wrote it; row `script` compiles it.
#[derive(Clone, Debug)]
pub struct ExprSource {
    pub text: Box<str>,
    /// What it must give.
    pub gives: Gives,
    /// Where it stands: the number of the file in the loader's list of sources, and the byte where the text begins.
    pub file: u32,
    pub start: u32,
    pub end: u32,
}

impl ExprSource {
    /// The script function that the expression is a call of, and nothing else: `storm_rises()`.
    pub fn called(&self, names: &Names) -> Option<FunctionId> {
        let name = self.text.trim().strip_suffix(')')?.trim_end();
        let name = name.strip_suffix('(')?.trim_end();
        names.find(Kind::Function, name).map(FunctionId)
    }
}

/// What an expression must give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// True or false.
    Truth,
    /// A whole number.
    Number,
}

/// One thing that can be read. Each has one spelling in expressions, given beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Read {
    /// `turn`: 0 during preparation, 1 from `StartEx` on.
    Turn,
    /// `time`: minutes since `StartEx` at the start of the turn.
    Time,
    /// `meter.ID`: where the meter stands.
    Meter(MeterId),
    /// `trust.FROM.TO`: what one actor thinks of another, 0 to 100.
    Trust(ActorId, ActorId),
    /// `holds.ACTOR.FACT`: true or false.
    Holds(ActorId, FactId),
    /// `verified.ACTOR.FACT`: the actor has analysed the fact.
    Verified(ActorId, FactId),
    /// `breaches.ACTOR`: how often the actor has shared outside a label's boundary.
    Breaches(ActorId),
    /// `exposed.ZONE`, `compromised.ZONE`, `contained.ZONE`: organisations.
    Exposed(ZoneId),
    Compromised(ZoneId),
    Contained(ZoneId),
    /// `harm.COMMUNITY`: direct and secondary harm so far, in points.
    Harm(CommunityId),
    /// `met.DUTY`, `missed.DUTY`, `running.DUTY`: true or false.
    Met(DutyId),
    Missed(DutyId),
    Running(DutyId),
    /// `determined.DUTY`: its holder has said that the trigger word is met; `answered.DUTY`: its recipient has answered.
    Determined(DutyId),
    Answered(DutyId),
    /// `upheld.ACTOR.NORM`, `strained.ACTOR.NORM` (norm: `a` to `k`, `tlp`, `credit` …): how often.
    Upheld(ActorId, Norm),
    Strained(ActorId, Norm),
    /// `delivered.INJECT`: true or false.
    Delivered(InjectId),
    /// `since.INJECT`: turns since it was last delivered; 9999 if it never was.
    SinceInject(InjectId),
    /// `chose.DECISION.CHOICE`: true or false.
    Chose(ChoiceId),
    /// `done.ACTION`: how often the author's standing action has been taken, by any seat.
    Done(ActionId),
    /// `capital.SEAT`.
    Capital(SeatId),
    /// What one of the rule book's ledgers declares.
    Book(BookRead),
}

impl Read {
    /// Whether the reading is true or false rather than a number.
    pub fn gives(self) -> Gives {
        match self {
            Read::Holds(..)
            | Read::Verified(..)
            | Read::Met(_)
            | Read::Missed(_)
            | Read::Running(_)
            | Read::Determined(_)
            | Read::Answered(_)
            | Read::Delivered(_)
            | Read::Chose(_) => Gives::Truth,
            Read::Book(read) => read.gives(),
            _ => Gives::Number,
        }
    }
}
