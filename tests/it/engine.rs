//! The engine's rules by example.

mod answers;
mod capacity;
mod contacts;
mod dice;
mod disclosure;
mod duties;
mod facts;
mod harm;
mod house;
mod injects;
mod measures;
mod narrative;
mod mandate;
mod reports;
mod scripts;
mod spread;
mod tension;
mod trust;
mod turns;
