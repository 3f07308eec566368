//! What somebody asks the engine for.

use std::sync::Arc;

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;

use crate::engine::act::Act;
use crate::model::ExprId;
use crate::model::FunctionId;
use crate::model::InjectId;
use crate::model::SeatId;
use crate::model::TaskId;

/// What somebody asks the engine for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Seals a seat's choices for the turn; replaces what it has sealed. Empty is the same as `[Hold]`.
    Seal {
        seat: SeatId,
        acts: Vec<Act>,
    },
    /// Withdraws a seal until Resolve.
    Unseal {
        seat: SeatId,
    },
    /// Closes the current step and does the whole of the next. In `InTurn` it resolves the next seat while in Commit.
    Advance,
    /// The facilitator delivers an inject now.
    Fire {
        inject: InjectId,
    },
    /// The facilitator keeps an inject from being delivered.
    Skip {
        inject: InjectId,
    },
    Pause,
    Resume,
    /// Says who holds a seat.
    Fill {
        seat: SeatId,
        by: Holder,
    },
    /// A rating or remark; logged, read by no rule.
    Note {
        by: Role,
        about: Option<TaskId>,
        rating: Option<Rating>,
        text: String,
    },
    /// Leaves out one script call whose wall-clock fuse has blown.
    SkipScript {
        call: CallKey,
    },
}

/// Who holds a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Holder {
    Person {
        name: String,
    },
    /// A program, playing with a profile of that name.
    Bot {
        #[serde(serialize_with = "as_text", deserialize_with = "of_text")]
        profile: Arc<str>,
    },
}

fn as_text<S: Serializer>(text: &Arc<str>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text)
}

fn of_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<str>, D::Error> {
    String::deserialize(deserializer).map(Arc::from)
}

/// Who somebody is in the exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    Player,
    Facilitator,
    Controller,
    Evaluator,
    Observer,
}

/// A rating against a target, as HSEEP words them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rating {
    /// Performed without Challenges.
    P,
    /// Performed with Some Challenges.
    S,
    /// Performed with Major Challenges.
    M,
    /// Unable to be Performed.
    U,
}

/// Which script call is meant: what is called, for what, when. The same key the call's dice have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CallKey {
    pub what: Called,
    /// The hash of the words of what caused the call.
    pub cause: u64,
    pub turn: u16,
    /// Which of the calls with the same cause in this turn, counted from 0.
    pub index: u16,
}

/// A piece of Rhai.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Called {
    Function(FunctionId),
    Expression(ExprId),
}
