//! Demarche: a tabletop-exercise simulator for cross-regional cyber crises.

pub mod bots;
pub mod cli;
pub mod diag;
pub mod engine;
pub mod log;
pub mod model;
pub mod plain;
pub mod report;
pub mod scenario;
pub mod script;
pub mod session;
pub mod text;
pub mod tui;
