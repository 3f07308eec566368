//! Random values for `ron` to write, styles to write them in, and edits to break them with.

use proptest::prelude::*;
use ron::ser::PrettyConfig;
use serde::Serialize;
use serde::Serializer;
use serde::ser::SerializeMap;
use serde::ser::SerializeSeq;
use serde::ser::SerializeStruct;
use serde::ser::SerializeStructVariant;
use serde::ser::SerializeTuple;

const NAMES: [&str; 6] = ["id", "to", "Inject", "a.b", "body", "_x1"];

/// A value of any form that serde can hand to `ron`.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Bool(bool),
    Int(i64),
    Float(f64),
    Char(char),
    Text(String),
    Bytes(Vec<u8>),
    Unit,
    Maybe(Option<Box<Value>>),
    Seq(Vec<Value>),
    Tuple(Vec<Value>),
    Map(Vec<(Value, Value)>),
    Struct(Vec<Value>),
    UnitVariant(usize),
    Newtype(usize, Box<Value>),
    StructVariant(usize, Vec<Value>),
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bool(value) => to.serialize_bool(*value),
            Self::Int(value) => to.serialize_i64(*value),
            Self::Float(value) => to.serialize_f64(*value),
            Self::Char(value) => to.serialize_char(*value),
            Self::Text(value) => to.serialize_str(value),
            Self::Bytes(value) => to.serialize_bytes(value),
            Self::Unit => to.serialize_unit(),
            Self::Maybe(None) => to.serialize_none(),
            Self::Maybe(Some(value)) => to.serialize_some(value),
            Self::Seq(values) => {
                let mut seq = to.serialize_seq(Some(values.len()))?;
                values
                    .iter()
                    .try_for_each(|value| seq.serialize_element(value))?;
                seq.end()
            }
            Self::Tuple(values) => {
                let mut tuple = to.serialize_tuple(values.len())?;
                values
                    .iter()
                    .try_for_each(|value| tuple.serialize_element(value))?;
                tuple.end()
            }
            Self::Map(entries) => {
                let mut map = to.serialize_map(Some(entries.len()))?;
                entries
                    .iter()
                    .try_for_each(|(key, value)| map.serialize_entry(key, value))?;
                map.end()
            }
            Self::Struct(values) => {
                let mut row = to.serialize_struct("Row", values.len())?;
                values
                    .iter()
                    .zip(NAMES)
                    .try_for_each(|(value, name)| row.serialize_field(name, value))?;
                row.end()
            }
            Self::UnitVariant(name) => to.serialize_unit_variant("Any", 0, NAMES[*name]),
            Self::Newtype(name, value) => {
                to.serialize_newtype_variant("Any", 0, NAMES[*name], value)
            }
            Self::StructVariant(name, values) => {
                let mut row = to.serialize_struct_variant("Any", 0, NAMES[*name], values.len())?;
                values
                    .iter()
                    .zip(NAMES)
                    .try_for_each(|(value, name)| row.serialize_field(name, value))?;
                row.end()
            }
        }
    }
}

pub(crate) fn value() -> impl Strategy<Value = Value> {
    let text = prop_oneof!["\\PC{0,12}", "[a-z\"\\\\#\n:,() ]{0,20}"];
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Int),
        any::<f64>().prop_map(Value::Float),
        any::<char>().prop_map(Value::Char),
        text.prop_map(Value::Text),
        proptest::collection::vec(any::<u8>(), 0..6).prop_map(Value::Bytes),
        Just(Value::Unit),
        Just(Value::Maybe(None)),
        (0..NAMES.len()).prop_map(Value::UnitVariant),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        let values = proptest::collection::vec(inner.clone(), 0..5);
        prop_oneof![
            inner
                .clone()
                .prop_map(|value| Value::Maybe(Some(Box::new(value)))),
            values.clone().prop_map(Value::Seq),
            values.clone().prop_map(Value::Tuple),
            values.clone().prop_map(Value::Struct),
            proptest::collection::vec((inner.clone(), inner.clone()), 0..4).prop_map(Value::Map),
            (0..NAMES.len(), inner).prop_map(|(name, value)| Value::Newtype(name, Box::new(value))),
            (0..NAMES.len(), values).prop_map(|(name, values)| Value::StructVariant(name, values)),
        ]
    })
}

/// How `ron` is asked to write.
#[derive(Debug, Clone)]
pub(crate) struct Style(Option<[bool; 6]>);

pub(crate) fn style() -> impl Strategy<Value = Style> {
    proptest::option::of(any::<[bool; 6]>()).prop_map(Style)
}

impl Style {
    pub(crate) fn write(&self, value: &Value) -> String {
        let options = super::options();
        let Some([names, tuples, numbered, escape, compact, crlf]) = self.0 else {
            return options.to_string(value).unwrap();
        };
        let config = PrettyConfig::new()
            .struct_names(names)
            .separate_tuple_members(tuples)
            .enumerate_arrays(numbered)
            .escape_strings(escape)
            .compact_arrays(compact)
            .new_line(if crlf { "\r\n" } else { "\n" });
        options.to_string_pretty(value, config).unwrap()
    }
}

const PIECES: [&str; 40] = [
    "(", ")", "[", "]", "{", "}", ",", ":", "\"", "'", "#", "r#\"", "r\"", "\"#", "/*", "*/", "//",
    "\n", " ", "..", "..=", "Some(", "None", "id: ", "-", "+", ".", "1", "0x", "inf", "b'", "b\"",
    "\\", "\u{A0}", "“", "”", "=", ";", "r#", "é",
];

pub(crate) fn edits() -> impl Strategy<Value = Vec<(prop::sample::Index, prop::sample::Index, bool)>>
{
    proptest::collection::vec(
        any::<(prop::sample::Index, prop::sample::Index, bool)>(),
        0..4,
    )
}

/// Puts a piece in, or takes a character out, at each place.
pub(crate) fn edit(
    text: &str,
    edits: &[(prop::sample::Index, prop::sample::Index, bool)],
) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (place, piece, insert) in edits {
        let place = place.index(chars.len() + 1);
        if *insert {
            chars.splice(place..place, piece.get(&PIECES).chars());
        } else if place < chars.len() {
            chars.remove(place);
        }
    }
    chars.into_iter().collect()
}

/// Pieces in any order.
pub(crate) fn rubble() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..60)
        .prop_map(|pieces| pieces.concat())
}
