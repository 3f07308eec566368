//! Demarche: a tabletop-exercise simulator for cross-regional cyber crises.
//!
//! # The house
//!
//! A scenario is loaded (`scenario`), its expressions and scripts are compiled (`script`), and the result, a
//! [`Playable`](script::Playable), never changes. An exercise is a seed and a list of commands: [`engine::decide`] turns each command
//! into events, [`engine::apply`] folds events into the state. [`session`] is the authority over one exercise: it asks the
//! bots, writes the log, and hands out views. Screens (`tui`) and the line mode (`plain`) show views and say what people want
//! done; `report` reads a finished exercise.
//!
//! | row | modules | what lives there |
//! |---|---|---|
//! | 0 | [`text`] | the message catalogue, the glossary, `SafeText` |
//! | 1 | [`model`], [`diag`] | the nouns; what is wrong with authored content |
//! | 2 | [`script`] | Rhai, fenced in |
//! | 3 | [`scenario`], [`engine`] | the loader; the rules |
//! | 4 | [`bots`], [`log`] | who plays an empty seat; the log on disk |
//! | 5 | [`session`] | the authority over one exercise |
//! | 6 | [`lab`] | play-testing |
//! | 7 | [`author`], [`report`] | the author's tools; from a log to an after-action report |
//! | 8 | [`tui`], [`plain`] | the screens; the line mode |
//! | 10 | [`cli`] | one file a subcommand |
//!
//! # What always holds
//!
//! **Invariant:** a row imports rows above it, never a neighbour and never a row below.
//! **Invariant:** the engine has no clock, no files, no threads and no floating-point numbers.
//! **Invariant:** the same scenario, seed and commands give the same log, byte for byte, on any machine.
//! **Invariant:** a seat's view is built up from nothing by a `Lens`; bots get the same lens, and no memory besides.
//! **Invariant:** chance is drawn in `decide` alone, by dice keyed by what they are for; replay never rolls.
//! **Invariant:** what is acknowledged is on the disk.
//! **Invariant:** only `SafeText` reaches a screen, a pipe or a report.

pub mod author;
pub mod bots;
pub mod cli;
pub mod diag;
pub mod engine;
pub mod lab;
pub mod log;
pub mod model;
pub mod plain;
pub mod report;
pub mod scenario;
pub mod script;
pub mod session;
pub mod text;
pub mod tui;
