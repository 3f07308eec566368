//! Mistakes of shape, in the author's words.

use std::fmt;

use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::TokenKind;

/// Why a value was not read.
#[derive(Debug)]
pub(super) enum Wrong {
    /// It has been told; the nearest field or element goes without.
    Told,
    /// Something has been left out; read again from the start.
    Again,
    /// serde's own reasons, which know no place yet.
    UnknownField(String, &'static [&'static str]),
    MissingField(&'static str),
    /// The catalogue's key of what should be there.
    Type(&'static str),
    Length,
    Other,
}

impl std::error::Error for Wrong {}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl serde::de::Error for Wrong {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Other
    }

    fn invalid_type(_: serde::de::Unexpected<'_>, expected: &dyn serde::de::Expected) -> Self {
        Self::Type(expects_key(&expected.to_string()))
    }

    fn invalid_value(found: serde::de::Unexpected<'_>, expected: &dyn serde::de::Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn invalid_length(_: usize, _: &dyn serde::de::Expected) -> Self {
        Self::Length
    }

    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        Self::UnknownField(field.to_owned(), known)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::MissingField(field)
    }
}

/// The keys that say what should be in a place; our visitors write one as what they expect.
const EXPECTS: [&str; 12] = [
    "expects-amount",
    "expects-after",
    "expects-choice",
    "expects-expression",
    "expects-id",
    "expects-list",
    "expects-number",
    "expects-row",
    "expects-text",
    "expects-values",
    "expects-window",
    "expects-yes-no",
];

fn expects_key(expected: &str) -> &'static str {
    EXPECTS
        .into_iter()
        .find(|key| *key == expected)
        .unwrap_or("expects-something-else")
}

/// The catalogue's key of what is in a place.
pub(in crate::scenario) fn found_key(node: Node<'_>) -> &'static str {
    match node.kind() {
        NodeKind::Struct => "found-row",
        NodeKind::Tuple => "found-values",
        NodeKind::List => "found-list",
        NodeKind::Map => "found-map",
        NodeKind::Word if matches!(node.text(), "true" | "false") => "found-yes-no",
        NodeKind::Word if node.text() == "None" => "found-none",
        NodeKind::Word => "found-word",
        NodeKind::Literal if node.first_token().kind == TokenKind::Number => "found-number",
        NodeKind::Literal if node.first_token().kind.is_string() => "found-text",
        NodeKind::Literal => "found-letter",
        NodeKind::Range => "found-range",
        _ => "found-nothing",
    }
}

/// The catalogue's key of what a struct or an enum of ours is to the author.
pub(super) fn what_key(name: &'static str) -> &'static str {
    match name {
        "ActorKind" => "what-actor-kind",
        "Bearing" => "what-bearing",
        "Channel" => "what-channel",
        "CommitMode" => "what-commit",
        "Difficulty" => "what-difficulty",
        "Form" => "what-measure-form",
        "FactKind" => "what-fact-kind",
        "Family" => "what-family",
        "HarmKind" => "what-harm-kind",
        "SeatKind" => "what-seat-kind",
        "Size" => "what-vendor-size",
        "Status" => "what-status",
        "Tlp" => "what-tlp",
        "Trigger" => "what-trigger",
        "Truth" => "what-truth",
        "VendorRole" => "what-vendor-role",
        "Weekday" => "what-weekday",
        _ if name.starts_with("what-") => name,
        _ => "what-field",
    }
}
