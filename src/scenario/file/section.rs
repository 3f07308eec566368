//! A ledger's section: numbers its rules declare by name, and rows of its own.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Mutex;
use std::sync::PoisonError;

use serde::Deserialize;
use serde::Deserializer;
use serde::de::DeserializeSeed;
use serde::de::IntoDeserializer;
use serde::de::MapAccess;
use serde::de::Visitor;
use serde::forward_to_deserialize_any;

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

/// The rows of a section that has numbers only.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-section", default)]
pub(in crate::scenario) struct NoRows {}

impl<'de, P: Parameters, R: Deserialize<'de>> Deserialize<'de> for Section<P, R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut numbers = Vec::new();
        let rows = R::deserialize(BesideNumbers::<'_, D, P> {
            inner: deserializer,
            numbers: &mut numbers,
            rules: PhantomData,
        })?;
        Ok(Section {
            numbers,
            rows,
            rules: PhantomData,
        })
    }
}

/// Reads a struct, and takes the declared numbers out of its fields on the way.
struct BesideNumbers<'n, D, P> {
    inner: D,
    numbers: &'n mut Vec<(&'static str, Number)>,
    rules: PhantomData<P>,
}

impl<'de, D: Deserializer<'de>, P: Parameters> Deserializer<'de> for BesideNumbers<'_, D, P> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let within = Within::<'_, V, P> {
            visitor,
            rows: fields,
            numbers: self.numbers,
            rules: PhantomData,
        };
        self.inner.deserialize_struct(name, fields, within)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// The rows' own visitor, shown the fields that are no numbers.
struct Within<'n, V, P> {
    visitor: V,
    rows: &'static [&'static str],
    numbers: &'n mut Vec<(&'static str, Number)>,
    rules: PhantomData<P>,
}

impl<'de, V: Visitor<'de>, P: Parameters> Visitor<'de> for Within<'_, V, P> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(Rest::<'_, A, P> {
            fields,
            rows: self.rows,
            numbers: self.numbers,
            rules: PhantomData,
        })
    }
}

/// The fields that are not among the declared numbers.
struct Rest<'n, A, P> {
    fields: A,
    rows: &'static [&'static str],
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
            let key = Key::<K, P> {
                seed: &mut seed,
                rows: self.rows,
                rules: PhantomData,
            };
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
struct Key<'s, K, P> {
    seed: &'s mut Option<K>,
    rows: &'static [&'static str],
    rules: PhantomData<P>,
}

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
        if let Some(number) = P::PARAMETERS.iter().find(|known| known.name == name) {
            return Ok(Found::Number(number.name));
        }
        match self.seed.take() {
            Some(seed) if self.rows.contains(&name) => {
                seed.deserialize(name.into_deserializer()).map(Found::Row)
            }
            _ => Err(E::unknown_field(name, known::<P>(self.rows))),
        }
    }
}

/// Every field a section may have; kept, since serde wants names that live as long as the program.
fn known<P: Parameters>(rows: &'static [&'static str]) -> &'static [&'static str] {
    static KNOWN: Mutex<BTreeMap<(usize, usize), &'static [&'static str]>> =
        Mutex::new(BTreeMap::new());
    let place = (P::PARAMETERS.as_ptr().addr(), rows.as_ptr().addr());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(place).or_insert_with(|| {
        let numbers = P::PARAMETERS.iter().map(|number| number.name);
        let all: Vec<&str> = rows.iter().copied().chain(numbers).collect();
        all.leak()
    })
}
