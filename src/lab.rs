//! Play-testing: a scenario played over and over by bots through the ordinary engine, and what that showed.
//!
//! A [`Study`] plays a batch (`batch`, `stage`, `seen`, `tally`), trials of its decisions (`trial`) and twin plays (`twins`), whole or
//! in shards. What they add up to is read for what was not seen (`unseen`, `search`), for balance (`balance`) and for how much
//! decisions matter (`matter`), and written down as a sheet, as JSON and as CSV.
//!
//! **Invariant:** a tally holds whole numbers only and is added up without regard to order, so the same batch gives the same
//! bytes whatever the number of threads or shards; its memory does not grow with the number of plays.
//! **Invariant:** nothing here says "unreachable": what was not seen was not seen in so many plays.

mod balance;
mod batch;
mod case;
mod casting;
mod compare;
mod count;
mod csv;
mod deep;
mod demand;
mod distribution;
mod figure;
mod findings;
mod gauge;
mod hands;
mod json;
mod matter;
mod moments;
mod remarks;
mod search;
mod seen;
mod shards;
mod share;
mod sheet;
mod stage;
mod study;
mod tally;
mod target;
mod trial;
mod twins;
mod unseen;
pub mod whatif;
mod witness;

pub use balance::Balance;
pub use balance::Dominated;
pub use balance::Idle;
pub use balance::PATIENCE;
pub use batch::Batch;
pub use case::Case;
pub use case::Given;
pub use case::Ran;
pub use case::ids_of_act;
pub use case::read_act;
pub use case::written;
pub use casting::Casting;
pub use compare::Change;
pub use compare::NoBaseline;
pub use compare::compare;
pub use compare::earlier;
pub use count::Chosen;
pub use count::Count;
pub use count::DutyCount;
pub use csv::csv;
pub use deep::Deep;
pub use demand::Demand;
pub use distribution::Course;
pub use distribution::Distribution;
pub use figure::figure;
pub use findings::Findings;
pub use gauge::Gauge;
pub use gauge::Gauges;
pub use json::json;
pub use matter::Estimate;
pub use matter::Mover;
pub use matter::movers;
pub use moments::Moments;
pub use remarks::Remark;
pub use remarks::RemarkKind;
pub use search::Miss;
pub use seen::ACTS;
pub use shards::Mismatch;
pub use shards::NotRead;
pub use shards::ShardFile;
pub use shards::check;
pub use shards::join;
pub use shards::study;
pub use share::Share;
pub use sheet::sheet;
pub use study::Part;
pub use study::Plan;
pub use study::Shard;
pub use study::Stretch;
pub use study::Study;
pub use tally::Sat;
pub use tally::Tally;
pub use target::Before;
pub use target::Target;
pub use trial::Trials;
pub use trial::Tried;
pub use trial::Versus;
pub use twins::Differing;
pub use twins::Twins;
pub use unseen::Unseen;
pub use witness::Witness;
