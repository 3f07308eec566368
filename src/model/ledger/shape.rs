//! The common shape of what the ledgers of the rule book declare: effects that RON and Rhai share, readings, parameters.
//!
//! A ledger declares each once, with the macros below; loader, scripts and the rule book read the declaration.

use serde::Deserialize;
use serde::Serialize;

use crate::model::effect::Amount;
use crate::model::id::Kind;
use crate::model::marking::Tlp;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;

/// What one field of an effect, or one word of a reading, must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The id of something of this kind.
    Id(Kind),
    /// The word of a norm.
    Norm,
    /// A number, or an expression that gives one.
    Amount,
    /// A whole number.
    Number,
    Truth,
    Tlp,
    /// One of a few words: `Low` in RON, `"low"` in Rhai.
    Word(&'static [&'static str]),
    /// A list of them.
    List(&'static Form),
    /// May be left out.
    Optional(&'static Form),
}

/// A checked value of some [`Form`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// An id's number.
    Id(u16),
    Norm(Norm),
    Amount(Amount),
    Number(i32),
    Truth(bool),
    Tlp(Tlp),
    /// The place of the word in its form's list.
    Word(usize),
    List(Vec<Value>),
    /// What may be left out was.
    Nothing,
}

/// A type that a field of an effect can have.
pub trait Field: Sized {
    const FORM: Form;

    /// The value as this type; `None` if it is of another form.
    fn of(value: &Value) -> Option<Self>;
}

macro_rules! plain_fields {
    ($($type:ty: $form:expr, $pattern:pat => $value:expr;)*) => {
        $(impl Field for $type {
            const FORM: Form = $form;

            fn of(value: &Value) -> Option<Self> {
                match value {
                    $pattern => Some($value),
                    _ => None,
                }
            }
        })*
    };
}

plain_fields! {
    Norm: Form::Norm, Value::Norm(norm) => *norm;
    Amount: Form::Amount, Value::Amount(amount) => *amount;
    i32: Form::Number, Value::Number(number) => *number;
    bool: Form::Truth, Value::Truth(truth) => *truth;
    Tlp: Form::Tlp, Value::Tlp(tlp) => *tlp;
}

macro_rules! id_fields {
    ($($id:ident)*) => {
        $(impl Field for crate::model::$id {
            const FORM: Form = Form::Id(crate::model::$id::KIND);

            fn of(value: &Value) -> Option<Self> {
                match value {
                    Value::Id(place) => Some(Self(*place)),
                    _ => None,
                }
            }
        })*
    };
}

id_fields! {
    ActorId SeatId FactId RegionId ZoneId CommunityId DutyId InjectId MeterId
    CaseId HypothesisId ForumId ClauseId MeasureId ContactId BlocId PermitId OfferId StoryId
}

impl<T: Field> Field for Option<T> {
    const FORM: Form = Form::Optional(&T::FORM);

    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Nothing => Some(None),
            some => T::of(some).map(Some),
        }
    }
}

impl<T: Field> Field for Vec<T> {
    const FORM: Form = Form::List(&T::FORM);

    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::List(values) => values.iter().map(T::of).collect(),
            _ => None,
        }
    }
}

impl Field for Bearing {
    const FORM: Form = Form::Word(&["Upheld", "Strained"]);

    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Word(0) => Some(Bearing::Upheld),
            Value::Word(1) => Some(Bearing::Strained),
            _ => None,
        }
    }
}

/// One effect as authors may ask for it.
#[derive(Debug)]
pub struct Verb {
    /// What RON calls it: `ProposeEmbargo`.
    pub name: &'static str,
    /// What Rhai calls it, with the fields in their order: `propose_embargo("case", "actor")`.
    pub function: &'static str,
    pub fields: &'static [&'static str],
    pub forms: &'static [Form],
    /// What it does.
    pub about: &'static [&'static str],
}

/// One reading as expressions may ask for it.
#[derive(Debug)]
pub struct Root {
    /// The word it begins with: `embargoed` of `embargoed.CASE`.
    pub name: &'static str,
    pub parts: &'static [Form],
    /// Whether it is true or false rather than a number.
    pub is_truth: bool,
    pub about: &'static [&'static str],
}

/// One number of a ledger's rules that an author may set.
#[derive(Debug)]
pub struct Parameter {
    pub name: &'static str,
    pub about: &'static [&'static str],
    pub default: i32,
    pub min: i32,
    pub max: i32,
    /// What it is counted in.
    pub unit: &'static str,
}

/// Rules whose numbers an author may set by name.
pub trait Parameters: Default {
    const PARAMETERS: &'static [Parameter];

    /// Sets the number of this name; what is not a parameter is left alone.
    fn set(&mut self, name: &str, value: i32);
}

/// Declares what authors ask of a ledger: `Name "function" { field: Type, … }`, each with its doc.
macro_rules! effects {
    ($(#[doc = $about:literal])* pub enum Effect {
        $($(#[doc = $doc:literal])* $name:ident $function:literal { $($field:ident: $type:ty),* $(,)? },)*
    }) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum Effect {
            $($(#[doc = $doc])* $name { $($field: $type),* },)*
        }

        impl Effect {
            /// Every effect of this ledger.
            pub const VERBS: &'static [$crate::model::ledger::shape::Verb] = &[
                $($crate::model::ledger::shape::Verb {
                    name: stringify!($name),
                    function: $function,
                    fields: &[$(stringify!($field)),*],
                    forms: &[$(<$type as $crate::model::ledger::shape::Field>::FORM),*],
                    about: &[$($doc),*],
                },)*
            ];

            /// The effect of this name with these values; `None` if it is another ledger's or the values don't fit.
            pub fn make(name: &str, values: &[$crate::model::ledger::shape::Value]) -> Option<Self> {
                let mut values = values.iter();
                match name {
                    $(stringify!($name) => Some(Self::$name {
                        $($field: $crate::model::ledger::shape::Field::of(values.next()?)?),*
                    }),)*
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use effects;

/// Declares what expressions read of a ledger: `Name "root" (Type, …) -> Number` or `-> Truth`, each with its doc.
macro_rules! reads {
    ($(#[doc = $about:literal])* pub enum Read {
        $($(#[doc = $doc:literal])* $name:ident $root:literal ($($type:ty),* $(,)?) -> $gives:ident,)*
    }) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum Read {
            $($(#[doc = $doc])* $name($($type),*),)*
        }

        impl Read {
            /// Every reading of this ledger.
            pub const ROOTS: &'static [$crate::model::ledger::shape::Root] = &[
                $($crate::model::ledger::shape::Root {
                    name: $root,
                    parts: &[$(<$type as $crate::model::ledger::shape::Field>::FORM),*],
                    is_truth: matches!($crate::model::expr::Gives::$gives, $crate::model::expr::Gives::Truth),
                    about: &[$($doc),*],
                },)*
            ];

            /// The reading of this root; `None` if it is another ledger's or the values don't fit.
            pub fn make(root: &str, values: &[$crate::model::ledger::shape::Value]) -> Option<Self> {
                let mut values = values.iter();
                match root {
                    $($root => Some(Self::$name(
                        $(<$type as $crate::model::ledger::shape::Field>::of(values.next()?)?),*
                    )),)*
                    _ => None,
                }
            }

            /// What it gives.
            pub fn gives(self) -> $crate::model::expr::Gives {
                match self {
                    $(Self::$name(..) => $crate::model::expr::Gives::$gives,)*
                }
            }
        }
    };
}
pub(crate) use reads;

/// Declares a ledger's rules: numbers an author may set, with default, range and unit, and whatever else it is made of.
macro_rules! parameters {
    ($(#[doc = $about:literal])* pub struct $rules:ident {
        numbers {
            $($(#[doc = $doc:literal])* $name:ident: $default:literal, $min:literal to $max:literal, $unit:literal;)*
        }
        rows {
            $($(#[doc = $row_doc:literal])* $row:ident: $row_type:ty,)*
        }
    }) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug)]
        pub struct $rules {
            $($(#[doc = $doc])* pub $name: i32,)*
            $($(#[doc = $row_doc])* pub $row: $row_type,)*
        }

        impl Default for $rules {
            fn default() -> Self {
                Self {
                    $($name: $default,)*
                    $($row: Default::default(),)*
                }
            }
        }

        impl $crate::model::ledger::shape::Parameters for $rules {
            const PARAMETERS: &'static [$crate::model::ledger::shape::Parameter] = &[
                $($crate::model::ledger::shape::Parameter {
                    name: stringify!($name),
                    about: &[$($doc),*],
                    default: $default,
                    min: $min,
                    max: $max,
                    unit: $unit,
                },)*
            ];

            fn set(&mut self, name: &str, value: i32) {
                match name {
                    $(stringify!($name) => self.$name = value,)*
                    _ => {
                        let _ = value;
                    }
                }
            }
        }
    };
}
pub(crate) use parameters;

/// Declares a few words an author chooses among, in their order.
macro_rules! words {
    ($(#[doc = $about:literal])* pub enum $type:ident {
        $($(#[doc = $doc:literal])* $word:ident,)*
    }) => {
        $(#[doc = $about])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $type {
            $($(#[doc = $doc])* $word,)*
        }

        impl $type {
            /// Every word, in order.
            pub const ALL: &'static [Self] = &[$(Self::$word),*];
        }

        impl $crate::model::ledger::shape::Field for $type {
            const FORM: $crate::model::ledger::shape::Form =
                $crate::model::ledger::shape::Form::Word(&[$(stringify!($word)),*]);

            fn of(value: &$crate::model::ledger::shape::Value) -> Option<Self> {
                match value {
                    $crate::model::ledger::shape::Value::Word(place) => Self::ALL.get(*place).copied(),
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use words;

/// A set of small things, each said by a word: which of a few an act was about.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Few(pub u32);

impl Few {
    /// Whether the thing at a place is in it.
    pub fn has(self, place: usize) -> bool {
        place < 32 && self.0 & (1 << place) != 0
    }

    /// The set with the thing at a place in it; places above 31 are left out.
    #[must_use]
    pub fn with(self, place: usize) -> Self {
        if place < 32 {
            Self(self.0 | (1 << place))
        } else {
            self
        }
    }

    /// The set without the thing at a place.
    #[must_use]
    pub fn without(self, place: usize) -> Self {
        if place < 32 {
            Self(self.0 & !(1 << place))
        } else {
            self
        }
    }

    /// How many things are in it.
    pub fn len(self) -> usize {
        usize::try_from(self.0.count_ones()).unwrap_or(0)
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The places, in order.
    pub fn places(self) -> impl Iterator<Item = usize> {
        (0..32).filter(move |place| self.has(*place))
    }
}
