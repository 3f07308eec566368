//! serde's view of a node. It follows `ron` with `implicit_some` and `unwrap_newtypes`.

use serde::Deserializer;
use serde::de::DeserializeSeed;
use serde::de::IntoDeserializer;
use serde::de::MapAccess;
use serde::de::SeqAccess;
use serde::de::Visitor;
use serde::de::value::StrDeserializer;
use serde::forward_to_deserialize_any;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::near;
use crate::scenario::read::Context;
use crate::scenario::read::literal;
use crate::scenario::read::spanned::SPANNED;
use crate::scenario::read::variant::Variant;
use crate::scenario::read::wrong::Wrong;
use crate::scenario::read::wrong::what_key;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::TokenKind;
use crate::scenario::tree::node::Kids;
use crate::text::Arg;

/// A node to be read as a value.
#[derive(Clone, Copy)]
pub(super) struct Value<'a> {
    pub(super) node: Node<'a>,
    pub(super) context: &'a Context,
}

impl<'a> Value<'a> {
    pub(super) fn tell(self, diagnostic: Diagnostic) -> Wrong {
        self.context.tell(self.node, diagnostic)
    }

    fn wrong_type(self, expected: &'static str) -> Wrong {
        self.tell(literal::wrong_type(self.node, self.context, expected))
    }

    /// Gives a reason of serde's its place: this node.
    fn placed<T>(self, result: Result<T, Wrong>) -> Result<T, Wrong> {
        result.map_err(|wrong| match wrong {
            Wrong::Told | Wrong::Again => wrong,
            Wrong::Type(expected) => self.wrong_type(expected),
            Wrong::Length | Wrong::Other | Wrong::UnknownField(..) | Wrong::MissingField(_) => {
                self.wrong_type("expects-something-else")
            }
        })
    }

    pub(super) fn kids(self) -> usize {
        self.node.kids().count()
    }

    fn elements(self, may_leave_out: bool) -> Elements<'a> {
        Elements {
            kids: self.node.kids(),
            context: self.context,
            may_leave_out,
        }
    }

    /// Reads `(name: value, …)`; `what` names it to the author.
    pub(super) fn fields<'de, V: Visitor<'de>>(
        self,
        what: Arg,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let fields = Fields {
            kids: self.node.kids(),
            seen: Vec::new(),
            value: None,
            context: self.context,
            what: what.clone(),
        };
        let missing = match visitor.visit_map(fields) {
            Err(Wrong::MissingField(name)) => name,
            result => return self.placed(result),
        };
        let known =
            |field: &Node<'_>| field.kind() == NodeKind::Field && field.name() == Some(missing);
        if self.node.kids().any(|field| known(&field)) {
            return Err(Wrong::Told);
        }
        // A misspelt field is told as one that is unknown; that it is missing goes without saying.
        let is_misspelt = |field: Node<'_>| {
            self.context.is_unknown(field)
                && field
                    .name()
                    .is_some_and(|name| !near(name, [missing]).is_empty())
        };
        if self.node.kids().any(is_misspelt) {
            return Err(Wrong::Told);
        }
        let place = self.node.kids().find(|field| field.name() == Some("id"));
        let range = place.map_or(self.node.first_token().range, Node::range);
        let wrong = Diagnostic::new(Code::MissingField, self.context.span(range));
        Err(self.tell(wrong.with("what", what).with("name", missing)))
    }

    pub(super) fn tuple<'de, V: Visitor<'de>>(
        self,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        if self.node.kind() != NodeKind::Tuple {
            return Err(self.wrong_type("expects-values"));
        }
        if self.kids() != len {
            let span = self.context.span(self.node.range());
            let wrong = Diagnostic::new(Code::WrongLength, span)
                .with("expected", len)
                .with("found", self.kids());
            return Err(self.tell(wrong));
        }
        self.placed(visitor.visit_seq(self.elements(false)))
    }

    fn unknown_variant(
        self,
        name: &str,
        what: &'static str,
        variants: &'static [&'static str],
    ) -> Wrong {
        let range = self.node.name_range().unwrap_or(self.node.range());
        let code = if variants.contains(&"AmberStrict") {
            Code::UnknownTlp
        } else {
            Code::UnknownVariant
        };
        let wrong = Diagnostic::new(code, self.context.span(range)).with("name", name);
        self.tell(wrong.with("what", Arg::Key(what_key(what))).near(variants))
    }
}

macro_rules! integers {
    ($($method:ident $visit:ident $number:ty;)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
            let max = i64::try_from(<$number>::MAX).unwrap_or(i64::MAX);
            let min = i64::try_from(<$number>::MIN).unwrap_or(i64::MIN);
            let number = literal::integer(self.node, self.context, min, max)?;
            self.placed(visitor.$visit(<$number>::try_from(number).unwrap_or_default()))
        })*
    };
}

impl<'de> Deserializer<'de> for Value<'_> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let node = self.node;
        let result = match node.kind() {
            NodeKind::Literal if node.first_token().kind == TokenKind::Number => {
                visitor.visit_i64(literal::integer(node, self.context, i64::MIN, i64::MAX)?)
            }
            NodeKind::Literal => {
                visitor.visit_string(literal::text(node, self.context, "expects-text")?)
            }
            NodeKind::Word => match node.text() {
                "true" => visitor.visit_bool(true),
                "false" => visitor.visit_bool(false),
                "None" => visitor.visit_none(),
                _ => visitor.visit_string(literal::text(node, self.context, "expects-text")?),
            },
            NodeKind::Tuple => visitor.visit_seq(self.elements(false)),
            NodeKind::List => visitor.visit_seq(self.elements(true)),
            NodeKind::Struct => return self.fields(Arg::Key("what-field"), visitor),
            _ => visitor.visit_unit(),
        };
        self.placed(result)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let span = self.context.span(self.node.range());
        let wrong = || literal::wrong_type(self.node, self.context, "expects-yes-no");
        match self.node.text() {
            "true" => self.placed(visitor.visit_bool(true)),
            "false" => self.placed(visitor.visit_bool(false)),
            "True" | "TRUE" | "yes" | "Yes" | "\"true\"" | "1" => {
                Err(self.tell(literal::meaning(wrong(), span, "true")))
            }
            "False" | "FALSE" | "no" | "No" | "\"false\"" | "0" => {
                Err(self.tell(literal::meaning(wrong(), span, "false")))
            }
            _ => Err(self.tell(wrong())),
        }
    }

    integers! {
        deserialize_i8 visit_i8 i8;
        deserialize_i16 visit_i16 i16;
        deserialize_i32 visit_i32 i32;
        deserialize_i64 visit_i64 i64;
        deserialize_u8 visit_u8 u8;
        deserialize_u16 visit_u16 u16;
        deserialize_u32 visit_u32 u32;
        deserialize_u64 visit_u64 u64;
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.placed(visitor.visit_string(literal::text(self.node, self.context, "expects-text")?))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let node = self.node;
        if node.kind() == NodeKind::Word && node.text() == "None" {
            return visitor.visit_none();
        }
        let some = node.kind() == NodeKind::Tuple && node.name() == Some("Some");
        let inner = node.kids().next().filter(|_| some && self.kids() == 1);
        visitor.visit_some(Value {
            node: inner.unwrap_or(node),
            context: self.context,
        })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        if name == SPANNED {
            return visitor.visit_seq(Place {
                value: self,
                step: 0,
            });
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.node.kind() {
            NodeKind::List => self.placed(visitor.visit_seq(self.elements(true))),
            NodeKind::Map => {
                let wrong = Diagnostic::new(
                    Code::MapInsteadOfList,
                    self.context.span(self.node.first_token().range),
                );
                Err(self.tell(wrong))
            }
            _ => {
                let span = self.context.span(self.node.range());
                let wrong = literal::wrong_type(self.node, self.context, "expects-list");
                let is_one = matches!(
                    self.node.kind(),
                    NodeKind::Literal | NodeKind::Struct | NodeKind::Word
                );
                let meant = format!("[{}]", self.node.text());
                let is_short = is_one && meant.len() < 60 && !meant.contains('\n');
                Err(self.tell(if is_short {
                    literal::meaning(wrong, span, &meant)
                } else {
                    wrong
                }))
            }
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Wrong> {
        self.tuple(len, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let node = self.node;
        let is_row =
            node.kind() == NodeKind::Struct || (node.kind() == NodeKind::Tuple && self.kids() == 0);
        if !is_row {
            return Err(self.wrong_type("expects-row"));
        }
        if let (Some(word), Some(range)) = (node.name(), node.name_range()) {
            let wrong = Diagnostic::new(Code::UnexpectedCharacter, self.context.span(range))
                .with("found", word);
            self.tell(wrong);
        }
        self.fields(Arg::Key(what_key(name)), visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let node = self.node;
        let is_text = node.kind() == NodeKind::Literal && node.first_token().kind.is_string();
        if is_text {
            let word = literal::text(node, self.context, "expects-choice")?;
            let Some(meant) = variants
                .iter()
                .find(|variant| variant.eq_ignore_ascii_case(&word))
            else {
                return Err(self.unknown_variant(&word, name, variants));
            };
            let span = self.context.span(node.range());
            let wrong = literal::wrong_type(node, self.context, "expects-choice");
            return Err(self.tell(literal::meaning(wrong, span, meant)));
        }
        let word = match node.kind() {
            NodeKind::Word => Some(node.text()),
            NodeKind::Struct | NodeKind::Tuple => node.name(),
            _ => None,
        };
        match word {
            None => Err(self.wrong_type("expects-choice")),
            Some(word) if !variants.contains(&word) => {
                Err(self.unknown_variant(word, name, variants))
            }
            Some(word) => {
                let payload = (node.kind() != NodeKind::Word).then_some(self);
                self.placed(visitor.visit_enum(Variant {
                    whole: self,
                    word,
                    payload,
                }))
            }
        }
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_str(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { f32 f64 char bytes byte_buf unit unit_struct tuple_struct map }
}

/// The elements of a list or tuple. A list goes on without one that has a mistake.
struct Elements<'a> {
    kids: Kids<'a>,
    context: &'a Context,
    may_leave_out: bool,
}

impl<'de> SeqAccess<'de> for Elements<'_> {
    type Error = Wrong;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Wrong> {
        let context = self.context;
        let is_element =
            |node: &Node<'_>| node.kind() != NodeKind::Field && !context.is_left_out(*node);
        let Some(node) = self.kids.find(is_element) else {
            return Ok(None);
        };
        match seed.deserialize(Value { node, context }) {
            Ok(value) => Ok(Some(value)),
            Err(Wrong::Told) if self.may_leave_out => {
                context.leave_out(node);
                Err(Wrong::Again)
            }
            Err(wrong) => Err(wrong),
        }
    }
}

/// The fields of a row. It goes on without one that is unknown or there twice, and without one that has a mistake.
struct Fields<'a> {
    kids: Kids<'a>,
    seen: Vec<(&'a str, Node<'a>)>,
    value: Option<(Node<'a>, Node<'a>)>,
    context: &'a Context,
    what: Arg,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Wrong> {
        let context = self.context;
        let is_field =
            |node: &Node<'_>| node.kind() == NodeKind::Field && !context.is_left_out(*node);
        let Some(field) = self.kids.find(is_field) else {
            return Ok(None);
        };
        let (Some(name), Some(range)) = (field.name(), field.name_range()) else {
            context.leave_out(field);
            return Err(Wrong::Again);
        };
        if let Some((_, first)) = self.seen.iter().find(|(seen, _)| *seen == name) {
            let mut wrong =
                Diagnostic::new(Code::DuplicateField, context.span(range)).with("name", name);
            if let Some(first) = first.name_range() {
                wrong = wrong.label(context.span(first), "diag-label-first");
            }
            context.tell(field, wrong);
            context.leave_out(field);
            return Err(Wrong::Again);
        }
        self.seen.push((name, field));
        let name: StrDeserializer<'_, Wrong> = name.into_deserializer();
        match seed.deserialize(name) {
            Ok(key) => {
                let Some(value) = field.value() else {
                    context.leave_out(field);
                    return Err(Wrong::Again);
                };
                self.value = Some((field, value));
                Ok(Some(key))
            }
            Err(Wrong::UnknownField(name, known)) => {
                let wrong = Diagnostic::new(Code::UnknownField, context.span(range))
                    .with("what", self.what.clone())
                    .with("name", name)
                    .near(known);
                context.tell(field, wrong);
                context.leave_out(field);
                Err(Wrong::Again)
            }
            Err(wrong) => Err(wrong),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Wrong> {
        let Some((field, node)) = self.value.take() else {
            return Err(Wrong::Told);
        };
        seed.deserialize(Value {
            node,
            context: self.context,
        })
        .map_err(|wrong| match wrong {
            Wrong::Told => {
                self.context.leave_out(field);
                Wrong::Again
            }
            wrong => wrong,
        })
    }
}

/// What a `Spanned` asks for: file, start and end, then the value itself.
struct Place<'a> {
    value: Value<'a>,
    step: u32,
}

impl<'de> SeqAccess<'de> for Place<'_> {
    type Error = Wrong;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Wrong> {
        let range = self.value.node.range();
        self.step += 1;
        let number = match self.step {
            1 => self.value.context.file.0,
            2 => range.start,
            3 => range.end,
            _ => return seed.deserialize(self.value).map(Some),
        };
        let number: serde::de::value::U32Deserializer<Wrong> = number.into_deserializer();
        seed.deserialize(number).map(Some)
    }
}
