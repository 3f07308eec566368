//! What a call gets from whoever makes it: something to read, a fuse, dice.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use crate::model::expr::Read;

/// What scripts and expressions read.
///
/// It must not change while a call runs: a script that reads twice reads the same.
pub trait World: Send + Sync + 'static {
    /// The present value; 0 or 1 where the reading is true or false.
    fn read(&self, read: Read) -> i64;
}

/// A world that is read in place, or kept for as long as the interpreter runs.
pub trait Lent: Deref<Target = Self::World> {
    type World: World;

    /// The world as it is now, to be kept.
    fn lent(&self) -> Arc<Self::World>;
}

impl<W: World> Lent for Arc<W> {
    type World = W;

    fn lent(&self) -> Arc<W> {
        Arc::clone(self)
    }
}

/// The wall-clock deadline of a call, made by whoever has a clock. It is asked often; it answers true once time is up.
#[derive(Clone)]
pub struct Fuse(Option<Arc<dyn Fn() -> bool + Send + Sync>>);

impl Fuse {
    /// A fuse that has blown as soon as the answer is true.
    pub fn new(has_blown: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(has_blown)))
    }

    /// A fuse that never blows; a script still ends, at its limit of operations.
    pub fn never() -> Self {
        Self(None)
    }

    /// Whether time is up.
    pub fn has_blown(&self) -> bool {
        self.0.as_ref().is_some_and(|has_blown| has_blown())
    }
}

impl fmt::Debug for Fuse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() {
            "Fuse"
        } else {
            "Fuse::never"
        })
    }
}

/// The dice of one call: what `roll(n)` answers in a script.
///
/// A key and a function rather than a closure, since the interpreter keeps nothing that borrows.
#[derive(Clone, Copy, Debug)]
pub struct Roll {
    key: u64,
    draw: fn(key: u64, index: u32, sides: u64) -> u64,
}

impl Roll {
    /// Dice with a key of the caller's: the `index`-th roll of the call, counted from 0, is `draw(key, index, sides)`,
    /// which answers from 0 to `sides - 1`; `sides` is at least 1.
    pub fn new(key: u64, draw: fn(key: u64, index: u32, sides: u64) -> u64) -> Self {
        Self { key, draw }
    }

    /// Dice that always show 0, for callers that allow no luck.
    pub fn none() -> Self {
        Self::new(0, |_, _, _| 0)
    }

    /// One roll.
    pub fn roll(self, index: u32, sides: u64) -> u64 {
        (self.draw)(self.key, index, sides)
    }
}

/// What belongs to one call.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    pub fuse: &'a Fuse,
    pub roll: Roll,
}
