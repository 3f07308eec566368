//! Scenarios too large or too strange to keep as fixtures.
