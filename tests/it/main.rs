//! One test binary; `mod` lines only.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should fail there"
)]

mod author;
mod bots;
mod calendar;
mod check;
mod cli;
mod contract;
mod diag;
mod diagnostics;
mod engine;
mod extremes;
mod files;
mod hostile;
mod lab;
mod logs;
mod packs;
mod payloads;
mod plain;
mod reference;
mod report;
mod rules;
mod safe_text;
mod scenarios;
mod screens;
mod script;
mod session;
mod standing;
mod support;
mod terminal;
mod text;
mod tidy;
mod tree;
mod whatif;
