//! The engine's rules by example.

mod answers;
mod attribution;
mod dice;
pub(crate) mod disclosure;
mod duties;
mod facts;
mod harm;
mod injects;
mod measures;
mod narrative;
mod politicisation;
mod reports;
mod scripts;
mod spread;
pub(crate) mod statements;
mod tension;
mod trust;
mod turns;
