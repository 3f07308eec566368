//! Rhai, fenced in: what authors' expressions and scripts may read, what they return, and how little of the machine they see.
//!
//! Row 2. [`compile`] turns a [`Scenario`](crate::model::scenario::Scenario) into a [`Playable`], or says everything that is
//! wrong with its expressions and scripts, each at its place in the author's file. A playable evaluates expressions
//! (natively where they are plain arithmetic and comparison) and calls script functions, which read the world through
//! [`World`] and give back effects, all or none.
//!
//! **Invariant:** no script reads a file, a clock or another script, prints, or holds on to anything between two calls.
//! **Invariant:** the same call on the same world gives the same effects or the same failure, on every machine; only
//! [`Trouble::Blown`] depends on time.
//! **Invariant:** whoever calls [`compile`], [`Playable::eval`] or [`Playable::call`] runs on a thread with 16 MiB of stack.

mod body;
mod calls;
mod check;
mod dropped;
mod fence;
mod functions;
mod gap;
mod host;
mod lex;
mod lower;
mod make;
mod parse;
mod playable;
mod reads;
mod reserved;
mod traps;
mod trouble;
mod unit;
mod uses;
mod world;

pub use functions::Signature;
pub use functions::roots;
pub use functions::signatures;
pub use gap::Gap;
pub use gap::Lack;
pub use gap::reading;
pub use gap::spelled;
pub use lower::Bounds;
pub use lower::Known;
pub use lower::Said;
pub use playable::Lowering;
pub use playable::Noted;
pub use playable::Options;
pub use playable::Playable;
pub use playable::compile;
pub use playable::compile_noting;
pub use playable::compile_with;
pub use reserved::is_reserved;
pub use trouble::Trouble;
pub use trouble::Why;
pub use unit::LONGEST_SCRIPT;
pub use unit::MOST_SCRIPTS;
pub use unit::functions;
pub use uses::Use;
pub use world::Call;
pub use world::Fuse;
pub use world::Lent;
pub use world::Roll;
pub use world::World;
