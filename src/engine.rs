//! The rules: commands in, events out. No clock, no files, no threads.
//!
//! `decide` turns a command into events, `apply` folds an event into the state. Only `Lens` (what a seat may know) and `Truth`
//! (everything, for whoever runs or reads the exercise afterwards) read the state from outside.

pub mod act;
pub mod adversary;
mod apply;
pub mod command;
mod decide;
pub mod dice;
pub mod event;
pub mod forecast;
pub mod imagined;
pub mod ledger;
mod lendable;
pub mod lens;
pub mod rejection;
mod shared;
mod state;
pub mod tell;
pub mod truth;
pub mod view;
pub mod why;
mod world;

pub use apply::apply;
pub use decide::decide;
pub use state::State;
