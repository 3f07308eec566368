//! What can go wrong while an expression or a script runs.

use rhai::EvalAltResult;
use rhai::Position;
use serde::Deserialize;
use serde::Serialize;

/// Why a call gave nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The author's code failed; it will fail the same way every time.
    Failed {
        /// The line of the script file, or of the expression, from 1.
        line: u32,
        why: Why,
    },
    /// The fuse blew. The only outcome that depends on the machine.
    Blown,
}

/// Why the author's code failed. Worded by the catalogue under [`Why::key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Why {
    /// A number left the range of 64 bits.
    Overflow,
    DivisionByZero,
    /// A text, a number or a truth where another of the three was needed.
    WrongType,
    /// No such element in a list.
    OutsideList,
    /// A text that should be an id of the scenario and is none.
    UnknownId,
    /// A name or function that exists nowhere.
    UnknownName,
    /// `roll(0)`, a negative number of turns, and the like.
    OutOfRange,
    /// Something else than effects was returned.
    NotEffects,
    /// Over the limit of operations.
    TooLong,
    /// Over the limit of calls within calls.
    TooDeep,
    /// A text, a list or the number of names over its limit.
    TooBig,
    /// Over the limit of effects.
    TooManyEffects,
    Other,
}

impl Why {
    /// The catalogue's key for it.
    pub fn key(self) -> &'static str {
        match self {
            Why::Overflow => "script-overflow",
            Why::DivisionByZero => "script-division-by-zero",
            Why::WrongType => "script-wrong-type",
            Why::OutsideList => "script-outside-list",
            Why::UnknownId => "script-unknown-id",
            Why::UnknownName => "script-unknown-name",
            Why::OutOfRange => "script-out-of-range",
            Why::NotEffects => "script-not-effects",
            Why::TooLong => "script-too-long",
            Why::TooDeep => "script-too-deep",
            Why::TooBig => "script-too-big",
            Why::TooManyEffects => "script-too-many-effects",
            Why::Other => "script-other",
        }
    }

    /// Whether the code hit a limit rather than a mistake.
    pub fn is_limit(self) -> bool {
        matches!(
            self,
            Why::TooLong | Why::TooDeep | Why::TooBig | Why::TooManyEffects
        )
    }
}

impl Trouble {
    /// What an error of the interpreter means. `told` is what one of our own functions said, if it was one that failed;
    /// `before` is the number of lines that stand before the author's text; `first` is the line to blame where the
    /// interpreter names none, which it does when a limit is hit.
    pub(super) fn of(error: &EvalAltResult, told: Option<Why>, before: u32, first: u32) -> Self {
        let (why, position) = why(error);
        if matches!(why, Fault::Blown) {
            return Self::Blown;
        }
        let line = position.line().and_then(|line| u32::try_from(line).ok());
        let line = line.map_or(first, |line| line.saturating_sub(before).max(1));
        let why = match (told, why) {
            (Some(told), _) => told,
            (None, Fault::Why(why)) => why,
            (None, Fault::Blown) => Why::Other,
        };
        Self::Failed { line, why }
    }
}

/// An error of the interpreter, reduced to what matters.
enum Fault {
    Why(Why),
    Blown,
}

fn why(error: &EvalAltResult) -> (Fault, Position) {
    use EvalAltResult as E;
    let why = match error {
        E::ErrorInFunctionCall(_, _, inner, position) => {
            let (fault, inner) = why(inner);
            return (fault, if inner.is_none() { *position } else { inner });
        }
        E::ErrorTerminated(..) => return (Fault::Blown, error.position()),
        E::ErrorArithmetic(what, _) if is_by_zero(what) => Why::DivisionByZero,
        E::ErrorArithmetic(..) => Why::Overflow,
        E::ErrorArrayBounds(..)
        | E::ErrorStringBounds(..)
        | E::ErrorBitFieldBounds(..)
        | E::ErrorIndexNotFound(..) => Why::OutsideList,
        E::ErrorMismatchDataType(..)
        | E::ErrorMismatchOutputType(..)
        | E::ErrorIndexingType(..)
        | E::ErrorFor(..)
        | E::ErrorDotExpr(..)
        // That each function exists is checked before anything runs, so it is the values that do not fit.
        | E::ErrorFunctionNotFound(..) => Why::WrongType,
        E::ErrorVariableNotFound(..) | E::ErrorPropertyNotFound(..) => Why::UnknownName,
        E::ErrorTooManyOperations(..) => Why::TooLong,
        E::ErrorStackOverflow(..) => Why::TooDeep,
        E::ErrorTooManyVariables(..) | E::ErrorDataTooLarge(..) => Why::TooBig,
        _ => Why::Other,
    };
    (Fault::Why(why), error.position())
}

/// Rhai has one error for all of arithmetic, and only its text tells which. `MIN % -1` is said to be either.
fn is_by_zero(what: &str) -> bool {
    what.starts_with("Division by zero")
        || (what.starts_with("Modulo division by zero") && what.ends_with("% 0"))
}
