//! The screens, frame by frame and key by key.

mod fixture;
mod frames;
mod real;
mod requests;
