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
        meter: Text,
        by: Spanned<Amount>,
    },
    Trust {
        from: Text,
        to: Text,
        by: Spanned<Amount>,
    },
    Tell {
        fact: Text,
        to: Text,
        tlp: Option<Tlp>,
    },
    Relabel {
        fact: Text,
        tlp: Tlp,
    },
    Infect {
        zone: Text,
        by: Spanned<Amount>,
    },
    Contain {
        zone: Text,
        by: Spanned<Amount>,
    },
    Slow {
        zone: Text,
        to: Number,
        turns: Number,
    },
    Freeze {
        zone: Text,
        on: bool,
    },
    Harm {
        community: Text,
        kind: Option<HarmKind>,
        by: Spanned<Amount>,
    },
    Evidence {
        community: Text,
        by: Spanned<Amount>,
    },
    Norm {
        actor: Text,
        norm: Text,
        bearing: Bearing,
        contested: Option<bool>,
    },
    StartDuty {
        duty: Text,
    },
    MeetDuty {
        duty: Text,
    },
    StopDuty {
        duty: Text,
    },
    SafeHarbour {
        on: bool,
    },
    Capital {
        seat: Text,
        by: Spanned<Amount>,
    },
    Hours {
        seat: Text,
        by: Spanned<Amount>,
    },
    Deliver {
        inject: Text,
    },
    Cancel {
        inject: Text,
    },
    End {
        ending: Text,
    },
    Later {
        turns: Number,
        effects: Vec<Spanned<Effect>>,
    },
    If {
        when: Text,
        then: Vec<Spanned<Effect>>,
        #[serde(default)]
        otherwise: Vec<Spanned<Effect>>,
    },
    Draw {
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
