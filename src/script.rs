//! Rhai, fenced in.
