//! The screens of the terminal interface.
//!
//! `app` holds a stack of screens; a screen's `update` returns requests and does none of them, its `draw` only reads. `run`
//! performs what they ask for and `term` owns the terminal. One table (`keys`) says what every key does; `theme` says what every
//! role looks like; `sweep` cleans every finished frame before a terminal gets it.

pub mod app;
pub mod chrome;
pub mod debrief;
pub mod desk;
pub mod draft;
pub mod key;
pub mod keys;
pub mod lists;
pub mod msg;
mod piece;
pub mod replay;
pub mod request;
pub mod run;
pub mod scene;
pub mod screen;
pub mod settings;
pub mod sweep;
mod term;
pub mod theme;
