//! Every word a person reads: the message catalogue, the glossary, and the one kind of text a screen accepts.
//!
//! Row 0: nothing of ours is imported here. A rejection or a diagnostic carries ids and numbers; the catalogue words it.

mod catalogue;
pub mod glossary;
mod layout;
mod markup;
mod safe;
mod sanitise;

pub use catalogue::Arg;
pub use catalogue::LANGUAGES;
pub use catalogue::Words;
pub use catalogue::keys;
pub use catalogue::sources;
pub use layout::clip;
pub use layout::width;
pub use layout::wrap;
pub use markup::escape;
pub use safe::SafeText;
