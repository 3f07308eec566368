//! The engine's rules by example.

mod capacity;
mod contacts;
mod dice;
mod duties;
mod facts;
mod harm;
mod house;
mod injects;
mod mandate;
mod reports;
mod scripts;
mod spread;
mod trust;
mod turns;
