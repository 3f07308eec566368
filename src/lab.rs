//! Play-testing: a scenario played over and over by bots through the ordinary engine, and what that showed.
//!
//! **Invariant:** a tally holds whole numbers only and is added up without regard to order, so the same batch gives the same
//! bytes whatever the number of threads; its memory does not grow with the number of plays.
//! **Invariant:** nothing here says "unreachable": what was not seen was not seen in so many plays.

mod batch;
mod casting;
mod count;
mod json;
mod marks;
mod play;
mod seen;
mod share;
mod sheet;
mod tally;
mod unseen;
pub mod whatif;

pub use batch::Batch;
pub use casting::Casting;
pub use count::Chosen;
pub use count::Count;
pub use count::Course;
pub use count::Distribution;
pub use count::DutyCount;
pub use json::json;
pub use seen::ACTS;
pub use share::Share;
pub use sheet::sheet;
pub use tally::Tally;
pub use unseen::Unseen;
