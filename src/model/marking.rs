//! Markings: the Traffic Light Protocol 2.0 and national markings of intelligence.

use std::fmt;

use serde::Deserialize;
use serde::Serialize;

/// A TLP 2.0 label (FIRST, August 2022), from the widest boundary to the narrowest.
///
/// Prints exactly as FIRST writes it, in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tlp {
    /// No limit on disclosure.
    Clear,
    /// The recipient's community; not over publicly accessible channels.
    Green,
    /// Need-to-know inside the recipient's organisation and its clients.
    Amber,
    /// Need-to-know inside the recipient's organisation only.
    AmberStrict,
    /// Named recipients only.
    Red,
}

impl Tlp {
    /// Every label, widest boundary first.
    pub const ALL: [Tlp; 5] = [
        Tlp::Clear,
        Tlp::Green,
        Tlp::Amber,
        Tlp::AmberStrict,
        Tlp::Red,
    ];

    /// The label as FIRST writes it.
    pub fn label(self) -> &'static str {
        match self {
            Tlp::Clear => "TLP:CLEAR",
            Tlp::Green => "TLP:GREEN",
            Tlp::Amber => "TLP:AMBER",
            Tlp::AmberStrict => "TLP:AMBER+STRICT",
            Tlp::Red => "TLP:RED",
        }
    }
}

impl fmt::Display for Tlp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.label())
    }
}

/// What a piece of information is marked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Marking {
    /// Under the Traffic Light Protocol.
    Tlp(Tlp),
    /// Of intelligence origin: it moves under no TLP label until a release decision.
    National,
}
