//! The author's tools: the picture of a scenario, what the language server says, what `watch` shows, the handbook.

mod graph;
mod handbook;
mod lsp;
mod sentences;
mod watch;
