//! The exercise log on disk: JSON lines, each there whole or not at all.
//!
//! A log is one header and then one line per accepted command. Every line carries a checksum over its own bytes and the
//! hash of the line before, so that a changed, lost, repeated or moved line is found. [`Log::append`] returns only after
//! one write and one sync; once either fails, the log acknowledges nothing more until it is opened again.
//!
//! Beside `<name>.jsonl` lie `packages/<hash>.pack` (the scenario as played, shared by the logs of a folder),
//! `<name>.jsonl.times` (the wall-clock time of each line, never needed) and `<name>.jsonl.name` (what its owner calls it).
//!
//! **Invariant:** nothing here reads a clock or knows a rule of play; the log holds what it is given.

mod contents;
mod disk;
mod error;
mod hash;
mod header;
mod library;
mod line;
mod package;
mod progress;
mod replace;
mod times;
mod words;
mod writer;

pub use contents::Contents;
pub use contents::Ending;
pub use disk::Access;
pub use disk::Disk;
pub use disk::DiskFile;
pub use disk::Found;
pub use disk::RealDisk;
pub use error::Damage;
pub use error::Doing;
pub use error::LogError;
pub use hash::Hash;
pub use header::FORMAT;
pub use header::Header;
pub use header::Lineage;
pub use library::LITTLE_SPACE;
pub use library::Library;
pub use library::Listed;
pub use library::default_dir;
pub use library::file_name;
pub use line::Line;
pub use package::kept;
pub use progress::Progress;
pub use times::times;
pub use words::little_space;
pub use writer::Log;
pub use writer::Opened;
pub use writer::Recovered;
