//! The screens, frame by frame and key by key.

mod boards;
mod finding;
mod fixture;
mod frames;
mod ledgers;
mod real;
mod requests;
mod written;
