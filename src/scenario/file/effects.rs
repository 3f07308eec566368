//! Effects, and the small forms that fields share: windows, amounts, labels, who sees a number.

use std::fmt;

use serde::Deserialize;
use serde::Deserializer;
use serde::de::SeqAccess;
use serde::de::Visitor;

use crate::model::effect::HarmKind;
use crate::model::marking::Tlp;
use crate::model::norm::Bearing;
use crate::scenario::file::Number;
use crate::scenario::file::RawRow;
use crate::scenario::file::Text;
use crate::scenario::read::Spanned;

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-effect")]
pub(in crate::scenario) enum Plain {
    Meter {
        /// The meter.
        meter: Text,
        /// By how much, below 0 for less: -1000000 to 1000000, or an expression.
        by: Spanned<Amount>,
    },
    Trust {
        /// Whose trust it is.
        from: Text,
        /// In whom.
        to: Text,
        /// By how much, below 0 for less: -1000000 to 1000000, or an expression.
        by: Spanned<Amount>,
    },
    Tell {
        /// The fact.
        fact: Text,
        /// Who learns of it.
        to: Text,
        /// Under which label. Default: the fact's own.
        tlp: Option<Tlp>,
    },
    Relabel {
        /// The fact.
        fact: Text,
        /// Under which label.
        tlp: Tlp,
    },
    Infect {
        /// The zone.
        zone: Text,
        /// So many organisations, below 0 for back: -1000000 to 1000000, or an expression.
        by: Spanned<Amount>,
    },
    Contain {
        /// The zone.
        zone: Text,
        /// So many organisations: -1000000 to 1000000, or an expression.
        by: Spanned<Amount>,
    },
    Slow {
        /// The zone.
        zone: Text,
        /// To how much of its own rate, per mille: 0 to 10000.
        to: Number,
        /// For so many turns: 1 to 100.
        turns: Number,
    },
    Freeze {
        /// The zone.
        zone: Text,
        /// Whether it is held from now on.
        on: bool,
    },
    Harm {
        /// The community.
        community: Text,
        /// Done to people, following from it, or not yet felt. Default `Direct`.
        kind: Option<HarmKind>,
        /// By how much, below 0 for less: -1000000 to 1000000, or an expression.
        by: Spanned<Amount>,
    },
    Evidence {
        /// The community.
        community: Text,
        /// By how many points of 100: -1000000 to 1000000, or an expression.
        by: Spanned<Amount>,
    },
    Norm {
        /// Who acted.
        actor: Text,
        /// The norm, by its word.
        norm: Text,
        /// Which way.
        bearing: Bearing,
        /// Whether that is open to dispute. Default false.
        contested: Option<bool>,
    },
    StartDuty {
        /// The duty.
        duty: Text,
    },
    MeetDuty {
        /// The duty.
        duty: Text,
    },
    StopDuty {
        /// The duty.
        duty: Text,
    },
    SafeHarbour {
        /// Whether it is in force from now on.
        on: bool,
    },
    Capital {
        /// The seat.
        seat: Text,
        /// By how much, below 0 for less: -1000000 to 1000000, or an expression.
        by: Spanned<Amount>,
    },
    Hours {
        /// The seat.
        seat: Text,
        /// By how much, below 0 for less: -1000000 to 1000000, or an expression.
        by: Spanned<Amount>,
    },
    Deliver {
        /// The inject.
        inject: Text,
    },
    Cancel {
        /// The inject.
        inject: Text,
    },
    End {
        /// The ending.
        ending: Text,
    },
    Later {
        /// After so many turns: 1 to 100.
        turns: Number,
        /// What happens then.
        effects: Vec<Spanned<Effect>>,
    },
    If {
        /// The condition.
        when: Text,
        /// What happens if it holds.
        then: Vec<Spanned<Effect>>,
        #[serde(default)]
        /// What happens if it does not. Default: nothing.
        otherwise: Vec<Spanned<Effect>>,
    },
    Draw {
        /// What there is to draw from.
        branches: Vec<Branch>,
    },
    Call(Text),
}

impl Plain {
    /// The name of each.
    pub(in crate::scenario) const NAMES: &'static [&'static str] = &[
        "Meter",
        "Trust",
        "Tell",
        "Relabel",
        "Infect",
        "Contain",
        "Slow",
        "Freeze",
        "Harm",
        "Evidence",
        "Norm",
        "StartDuty",
        "MeetDuty",
        "StopDuty",
        "SafeHarbour",
        "Capital",
        "Hours",
        "Deliver",
        "Cancel",
        "End",
        "Later",
        "If",
        "Draw",
        "Call",
    ];
}

/// One effect: of the first seven ledgers and of the exercise itself, or one that a ledger of the book declares.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::scenario) enum Effect {
    Plain(Plain),
    Book(RawRow),
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-branch")]
pub(in crate::scenario) struct Branch {
    /// How likely it is beside the others. Default 1, 1 to 1000.
    pub(in crate::scenario) weight: Option<Number>,
    /// What happens.
    pub(in crate::scenario) effects: Vec<Spanned<Effect>>,
}

/// A TLP label, or the national marking of intelligence.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename = "what-tlp")]
pub(in crate::scenario) enum Label {
    Clear,
    Green,
    Amber,
    AmberStrict,
    Red,
    National,
}

/// Which seats see a number.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename = "what-seen-by")]
pub(in crate::scenario) enum SeenBy {
    All,
    Nobody,
    Only(Vec<Text>),
}

/// `3`, or an expression.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::scenario) enum Amount {
    Fixed(i64),
    Computed(String),
}

/// `3`, or `(2, 4)`: the first and the last turn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::scenario) struct Window {
    pub(in crate::scenario) from: i64,
    pub(in crate::scenario) to: i64,
}

/// `"inject"`, or `("inject", 2)`: that many turns later.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::scenario) struct After {
    pub(in crate::scenario) inject: String,
    pub(in crate::scenario) turns: Option<Number>,
}

/// Reads a number, a text, or two values in round brackets; `expecting` is the catalogue's key for them.
struct Form<T> {
    expecting: &'static str,
    number: fn(i64) -> Option<T>,
    text: fn(String) -> Option<T>,
    is_pair: bool,
}

impl<T> Form<T> {
    fn wrong<E: serde::de::Error>(&self) -> E {
        E::invalid_type(serde::de::Unexpected::Other(""), &self.expecting)
    }
}

impl<'de, T: Pair> Visitor<'de> for Form<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expecting)
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<T, E> {
        (self.number)(number).ok_or_else(|| self.wrong())
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<T, E> {
        self.visit_i64(i64::try_from(number).unwrap_or(i64::MAX))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        (self.text)(text.to_owned()).ok_or_else(|| self.wrong())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<T, A::Error> {
        if !self.is_pair {
            return Err(self.wrong());
        }
        let first = parts.next_element::<T::First>()?;
        let second = parts.next_element::<Number>()?;
        let third = parts.next_element::<serde::de::IgnoredAny>()?;
        match (first, second, third) {
            (Some(first), Some(second), None) => Ok(T::pair(first, second)),
            _ => Err(self.wrong()),
        }
    }
}

/// What two values in round brackets make.
trait Pair: Sized {
    type First: for<'de> Deserialize<'de>;

    fn pair(first: Self::First, second: Number) -> Self;
}

impl Pair for Amount {
    type First = i64;

    fn pair(first: i64, _: Number) -> Self {
        Self::Fixed(first)
    }
}

impl Pair for Window {
    type First = i64;

    fn pair(from: i64, to: Number) -> Self {
        Self { from, to: to.value }
    }
}

impl Pair for After {
    type First = String;

    fn pair(inject: String, turns: Number) -> Self {
        Self {
            inject,
            turns: Some(turns),
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Form {
            expecting: "expects-amount",
            number: |number| Some(Self::Fixed(number)),
            text: |text| Some(Self::Computed(text)),
            is_pair: false,
        })
    }
}

impl<'de> Deserialize<'de> for Window {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Form {
            expecting: "expects-window",
            number: |turn| {
                Some(Self {
                    from: turn,
                    to: turn,
                })
            },
            text: |_| None,
            is_pair: true,
        })
    }
}

impl<'de> Deserialize<'de> for After {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Form {
            expecting: "expects-after",
            number: |_| None,
            text: |inject| {
                Some(Self {
                    inject,
                    turns: None,
                })
            },
            is_pair: true,
        })
    }
}
