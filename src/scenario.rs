//! Scenario files: the syntax tree, the loader, what is embedded.

mod file;
mod read;
pub mod tree;
