//! The rules: commands in, events out.
