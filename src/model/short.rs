//! Short lists as JSON: as any list.

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;
use smallvec::Array;
use smallvec::SmallVec;

/// Writes it as a list.
pub fn serialize<A: Array, S: Serializer>(
    list: &SmallVec<A>,
    serializer: S,
) -> Result<S::Ok, S::Error>
where
    A::Item: Serialize,
{
    list.as_slice().serialize(serializer)
}

/// Reads it from a list of any length.
pub fn deserialize<'de, A: Array, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<SmallVec<A>, D::Error>
where
    A::Item: Deserialize<'de>,
{
    Vec::deserialize(deserializer).map(SmallVec::from_vec)
}
