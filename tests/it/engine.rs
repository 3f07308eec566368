//! The engine's rules by example.

mod adversary;
mod answers;
pub(crate) mod attribution;
mod bounds;
mod capacity;
mod contacts;
mod couplings;
mod dice;
pub(crate) mod disclosure;
mod duties;
mod facts;
mod harm;
mod house;
mod injects;
mod mandate;
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
