//! A value and where it stands.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::Deserializer;
use serde::de::SeqAccess;
use serde::de::Visitor;

use crate::diag::FileId;
use crate::diag::Span;

/// The name under which a [`Spanned`] asks for its place. `ron`, which does not know it, reads the value alone.
pub(super) const SPANNED: &str = "$spanned";

/// A value with its place in the scenario's files. Two are equal if their values are.
#[derive(Debug, Clone)]
pub(in crate::scenario) struct Spanned<T> {
    pub(in crate::scenario) value: T,
    pub(in crate::scenario) span: Span,
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Place<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Place<T> {
            type Value = Spanned<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("expects-something-else")
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(
                self,
                deserializer: D,
            ) -> Result<Self::Value, D::Error> {
                Ok(Spanned {
                    value: T::deserialize(deserializer)?,
                    span: Span::default(),
                })
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
                let mut number = || Ok::<u32, A::Error>(parts.next_element()?.unwrap_or_default());
                let span = Span::new(FileId(number()?), number()?, number()?);
                let missing = || serde::de::Error::invalid_length(3, &"a value behind its place");
                Ok(Spanned {
                    value: parts.next_element()?.ok_or_else(missing)?,
                    span,
                })
            }
        }

        deserializer.deserialize_newtype_struct(SPANNED, Place(PhantomData))
    }
}
