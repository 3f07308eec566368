//! The engine's rules by example.

mod dice;
mod disclosure;
mod duties;
mod facts;
mod harm;
mod injects;
mod reports;
mod scripts;
mod spread;
mod statements;
mod trust;
mod turns;
