//! What if: one exercise played again with one thing changed, beside what was played.
//!
//! A [`Past`] is a log's exercise; a [`Change`] says what is done otherwise and [`Others`] what the other seats then do. Luck
//! stays the same, since dice are keyed: one path beside the other on the exercise's own luck, and then both on many other lucks,
//! pair by pair ("common random numbers"), so that what differs comes of the change and not of chance.
//!
//! **Invariant:** as long as a course is the same as the log's, event for event, everybody does what the log says; a change
//! that changes nothing gives the same lines.
//! **Invariant:** the same question gives the same answer on any number of threads.

mod aside;
mod ask;
mod change;
mod course;
mod expert;
mod figures;
mod find;
mod findings;
mod json;
mod luck;
mod others;
mod outcome;
mod page;
mod paired;
mod past;
mod path;
mod sheet;
mod spread;
mod tables;

pub use aside::Aside;
pub use aside::Difference;
pub use aside::beside;
pub use ask::Answer;
pub use ask::Many;
pub use ask::Reference;
pub use ask::ask;
pub use change::Change;
pub use change::Wish;
pub use course::Course;
pub use course::play;
pub use expert::is_legal_to_the_end;
pub use find::Mattered;
pub use find::find;
pub use findings::Findings;
pub use findings::Plays;
pub use findings::Question;
pub use json::json;
pub use luck::Luck;
pub use luck::Standing;
pub use luck::luck;
pub use others::Others;
pub use outcome::Outcome;
pub use page::page;
pub use paired::Paired;
pub use past::Past;
pub use path::Path;
pub use path::TurnCard;
pub use sheet::Laid;
pub use sheet::lay_out;
pub use sheet::sheet;
pub use spread::Effort;
pub use tables::Row;
pub use tables::Section;
pub use tables::tables;
