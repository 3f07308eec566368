//! A ledger's section: numbers its rules declare by name, and rows of its own.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::Deserializer;
use serde::de::DeserializeSeed;
use serde::de::IntoDeserializer;
use serde::de::MapAccess;
use serde::de::Visitor;
use serde::de::value::MapAccessDeserializer;

use crate::model::ledger::shape::Parameters;
use crate::scenario::file::Number;

/// What one section says: the numbers that the parameters `P` declare, and everything else as rows `R`.
#[derive(Debug, Clone)]
pub(in crate::scenario) struct Section<P, R> {
    pub(in crate::scenario) numbers: Vec<(&'static str, Number)>,
    pub(in crate::scenario) rows: R,
    rules: PhantomData<fn() -> P>,
}

impl<P, R: PartialEq> PartialEq for Section<P, R> {
    fn eq(&self, other: &Self) -> bool {
        self.numbers == other.numbers && self.rows == other.rows
    }
}

impl<'de, P: Parameters, R: Deserialize<'de>> Deserialize<'de> for Section<P, R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields<P, R>(PhantomData<fn() -> (P, R)>);

        impl<'de, P: Parameters, R: Deserialize<'de>> Visitor<'de> for Fields<P, R> {
            type Value = Section<P, R>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("expects-row")
            }

            fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<Self::Value, A::Error> {
                let mut numbers = Vec::new();
                let rest = Rest::<'_, A, P> {
                    fields,
                    numbers: &mut numbers,
                    rules: PhantomData,
                };
                let rows = R::deserialize(MapAccessDeserializer::new(rest))?;
                Ok(Section {
                    numbers,
                    rows,
                    rules: PhantomData,
                })
            }
        }

        deserializer.deserialize_struct("what-section", &[], Fields(PhantomData))
    }
}

/// The fields that are not among the declared numbers; those are taken out on the way.
struct Rest<'n, A, P> {
    fields: A,
    numbers: &'n mut Vec<(&'static str, Number)>,
    rules: PhantomData<P>,
}

impl<'de, A: MapAccess<'de>, P: Parameters> MapAccess<'de> for Rest<'_, A, P> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        let mut seed = Some(seed);
        loop {
            let key = Key::<K, P>(&mut seed, PhantomData);
            match self.fields.next_key_seed(key)? {
                None => return Ok(None),
                Some(Found::Row(key)) => return Ok(Some(key)),
                Some(Found::Number(name)) => {
                    let number = self.fields.next_value()?;
                    self.numbers.push((name, number));
                }
            }
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.fields.next_value_seed(seed)
    }
}

enum Found<K> {
    Number(&'static str),
    Row(K),
}

/// Reads a field's name: one of the numbers, or what the rows make of it.
struct Key<'s, K, P>(&'s mut Option<K>, PhantomData<P>);

impl<'de, K: DeserializeSeed<'de>, P: Parameters> DeserializeSeed<'de> for Key<'_, K, P> {
    type Value = Found<K::Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de, K: DeserializeSeed<'de>, P: Parameters> Visitor<'de> for Key<'_, K, P> {
    type Value = Found<K::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expects-id")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Self::Value, E> {
        let number = P::PARAMETERS.iter().find(|known| known.name == name);
        match (number, self.0.take()) {
            (Some(number), seed) => {
                *self.0 = seed;
                Ok(Found::Number(number.name))
            }
            (None, Some(seed)) => seed.deserialize(name.into_deserializer()).map(Found::Row),
            // A field has one name.
            (None, None) => Err(E::invalid_length(2, &self)),
        }
    }
}
