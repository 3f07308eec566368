//! serde's view of a word out of a list of known ones: an enum's variant.

use serde::de::DeserializeSeed;
use serde::de::EnumAccess;
use serde::de::IntoDeserializer;
use serde::de::VariantAccess;
use serde::de::Visitor;
use serde::de::value::StrDeserializer;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::scenario::read::de::Value;
use crate::scenario::read::wrong::Wrong;
use crate::scenario::tree::NodeKind;
use crate::text::Arg;

/// A word out of a list of known ones, perhaps with something in brackets.
pub(super) struct Variant<'a> {
    pub(super) whole: Value<'a>,
    pub(super) word: &'a str,
    pub(super) payload: Option<Value<'a>>,
}

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = Wrong;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Wrong> {
        let name: StrDeserializer<'_, Wrong> = self.word.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl Variant<'_> {
    fn missing_inner(&self, expected: &'static str) -> Wrong {
        let span = self.whole.context.span(self.whole.node.range());
        let wrong = Diagnostic::new(Code::MissingInner, span).with("name", self.word);
        self.whole.tell(wrong.with("expected", Arg::Key(expected)))
    }

    fn bad_form(&self, expected: String) -> Wrong {
        let span = self.whole.context.span(self.whole.node.range());
        let wrong = Diagnostic::new(Code::BadForm, span).with("found", self.whole.node.text());
        self.whole.tell(wrong.with("expected", expected))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = Wrong;

    fn unit_variant(self) -> Result<(), Wrong> {
        if self.payload.is_some() {
            return Err(self.bad_form(format!("`{}`", self.word)));
        }
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Wrong> {
        let Some(payload) = self.payload else {
            return Err(self.missing_inner("expects-value"));
        };
        let inner = payload
            .node
            .kids()
            .next()
            .filter(|_| payload.node.kind() == NodeKind::Tuple);
        match inner.filter(|_| payload.kids() == 1) {
            Some(node) => seed.deserialize(Value {
                node,
                context: payload.context,
            }),
            None => Err(self.bad_form(format!("`{}(…)`", self.word))),
        }
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Wrong> {
        match self.payload {
            Some(payload) => payload.tuple(len, visitor),
            None => Err(self.missing_inner("expects-values")),
        }
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let Some(payload) = self.payload else {
            return Err(self.missing_inner("expects-fields"));
        };
        if payload.node.kind() == NodeKind::Tuple && payload.kids() > 0 {
            let fields: Vec<_> = fields.iter().map(|field| format!("{field}: …")).collect();
            return Err(self.bad_form(format!("`{}({})`", self.word, fields.join(", "))));
        }
        payload.fields(Arg::from(format!("`{}`", self.word)), visitor)
    }
}
