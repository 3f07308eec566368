//! Scenario files: the syntax tree, the loader, what is embedded.

pub mod tree;
