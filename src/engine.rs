//! The rules: commands in, events out. No clock, no files, no threads.

pub mod act;
pub mod command;
pub mod dice;
pub mod event;
pub mod ledger;
pub mod rejection;
pub mod view;
