//! What authors do with a scenario's files: lay them out, begin one, hand it to a spreadsheet and back, convert, bundle.

mod bundle;
mod convert;
mod fmt;
mod meaning;
mod msel;
mod new;
