//! The scenarios that come with the program, and the one on the authoring page: they load without a remark and can be
//! played to every ending.

mod authoring;
mod cases;
mod common_voice;
mod coverage;
mod first_call;
mod mechanics;
mod open_fix;
mod translations;
mod tutorial;
mod versions;
mod walk;
