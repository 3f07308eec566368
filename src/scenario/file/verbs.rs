//! Effects that the ledgers of the book declare, read by their declaration.

use std::fmt;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::Deserializer;
use serde::de::DeserializeSeed;
use serde::de::EnumAccess;
use serde::de::Error as _;
use serde::de::MapAccess;
use serde::de::VariantAccess;
use serde::de::Visitor;
use serde::de::value::EnumAccessDeserializer;
use serde::de::value::StrDeserializer;

use crate::model::ledger::book::BookEffect;
use crate::model::ledger::shape::Form;
use crate::model::ledger::shape::Verb;
use crate::model::marking::Tlp;
use crate::scenario::file::Amount;
use crate::scenario::file::Effect;
use crate::scenario::file::Number;
use crate::scenario::file::Plain;
use crate::scenario::file::Text;
use crate::scenario::read::Spanned;

/// One effect of the book as written: its declaration, and a value for each of its fields.
#[derive(Debug, Clone)]
pub(in crate::scenario) struct RawRow {
    pub(in crate::scenario) verb: &'static Verb,
    pub(in crate::scenario) values: Vec<Raw>,
}

impl PartialEq for RawRow {
    fn eq(&self, other: &Self) -> bool {
        self.verb.name == other.verb.name && self.values == other.values
    }
}

/// A value as written, of the form its field declares.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::scenario) enum Raw {
    /// An id or a norm.
    Text(Text),
    Amount(Spanned<Amount>),
    Number(Number),
    Truth(bool),
    Tlp(Tlp),
    /// The place of a word in its list.
    Word(usize),
    List(Vec<Raw>),
    Nothing,
}

/// The names of all effects: those the mirror spells out and those of the book.
static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let plain = Plain::NAMES.iter().copied();
    plain
        .chain(BookEffect::verbs().map(|(_, verb)| verb.name))
        .collect()
});

impl<'de> Deserialize<'de> for Effect {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Effect;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("expects-choice")
            }

            fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Effect, A::Error> {
                let (Name(name), rest) = access.variant()?;
                match BookEffect::verbs().find(|(_, verb)| verb.name == name) {
                    Some((_, verb)) => rest
                        .struct_variant(verb.fields, Fields(verb))
                        .map(Effect::Book),
                    None => Plain::deserialize(EnumAccessDeserializer::new(Again { name, rest }))
                        .map(Effect::Plain),
                }
            }
        }

        deserializer.deserialize_enum("what-effect", NAMES.as_slice(), Any)
    }
}

/// The word an effect begins with.
struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Word;

        impl Visitor<'_> for Word {
            type Value = Name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("expects-choice")
            }

            fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<Name, E> {
                Ok(Name(word.to_owned()))
            }
        }

        deserializer.deserialize_identifier(Word)
    }
}

/// Hands on a name that has been read, with what follows it.
struct Again<V> {
    name: String,
    rest: V,
}

impl<'de, V: VariantAccess<'de>> EnumAccess<'de> for Again<V> {
    type Error = V::Error;
    type Variant = V;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, V), V::Error> {
        let name: StrDeserializer<'_, V::Error> = StrDeserializer::new(&self.name);
        Ok((seed.deserialize(name)?, self.rest))
    }
}

/// Reads the fields of one effect.
struct Fields(&'static Verb);

impl<'de> Visitor<'de> for Fields {
    type Value = RawRow;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expects-fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<RawRow, A::Error> {
        let verb = self.0;
        let mut values: Vec<Option<Raw>> = vec![None; verb.fields.len()];
        while let Some(place) = fields.next_key_seed(FieldName(verb))? {
            values[place] = Some(fields.next_value_seed(Formed(verb.forms[place]))?);
        }
        let values = values.into_iter().enumerate().map(|(place, value)| {
            let is_optional = matches!(verb.forms[place], Form::Optional(_) | Form::List(_));
            match value {
                Some(value) => Ok(value),
                None if is_optional => Ok(Raw::Nothing),
                None => Err(A::Error::missing_field(verb.fields[place])),
            }
        });
        Ok(RawRow {
            verb,
            values: values.collect::<Result<_, _>>()?,
        })
    }
}

/// The place of a field's name among a declaration's.
struct FieldName(&'static Verb);

impl<'de> DeserializeSeed<'de> for FieldName {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for FieldName {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expects-id")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<usize, E> {
        let place = self.0.fields.iter().position(|field| *field == name);
        place.ok_or_else(|| E::unknown_field(name, self.0.fields))
    }
}

/// Reads a value of a form.
struct Formed(Form);

impl<'de> DeserializeSeed<'de> for Formed {
    type Value = Raw;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        match self.0 {
            Form::Id(_) | Form::Norm => Text::deserialize(deserializer).map(Raw::Text),
            Form::Amount => Spanned::deserialize(deserializer).map(Raw::Amount),
            Form::Number => Number::deserialize(deserializer).map(Raw::Number),
            Form::Truth => bool::deserialize(deserializer).map(Raw::Truth),
            Form::Tlp => Tlp::deserialize(deserializer).map(Raw::Tlp),
            Form::Word(words) => deserializer.deserialize_enum("what-word", words, OneOf(words)),
            Form::List(of) => deserializer.deserialize_seq(ListOf(*of)),
            Form::Optional(of) => deserializer.deserialize_option(Perhaps(*of)),
        }
    }
}

/// One of a few words.
struct OneOf(&'static [&'static str]);

impl<'de> Visitor<'de> for OneOf {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expects-choice")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Raw, A::Error> {
        let (Name(name), rest) = access.variant()?;
        rest.unit_variant()?;
        let place = self.0.iter().position(|word| *word == name);
        place
            .map(Raw::Word)
            .ok_or_else(|| A::Error::unknown_variant(&name, self.0))
    }
}

struct ListOf(Form);

impl<'de> Visitor<'de> for ListOf {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expects-list")
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<Raw, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(Formed(self.0))? {
            values.push(value);
        }
        Ok(Raw::List(values))
    }
}

struct Perhaps(Form);

impl<'de> Visitor<'de> for Perhaps {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expects-something-else")
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Raw, E> {
        Ok(Raw::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Formed(self.0).deserialize(deserializer)
    }
}
