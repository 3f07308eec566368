//! Expressions that are plain arithmetic and comparison, in a form that runs without the interpreter.

use rhai::AST;

use crate::model::expr::Read;
use crate::script::trouble::Why;
use crate::script::unit::Unit;
use crate::script::world::World;

/// An expression that runs natively.
pub(super) struct Native {
    line: u32,
}

impl Native {
    pub(super) fn value<W: World>(&self, world: &W) -> Result<i64, Why> {
        Ok(world.read(Read::Turn))
    }

    /// The line that failures are reported at.
    pub(super) fn line(&self) -> u32 {
        self.line
    }
}

/// The native form of an expression, if it is simple enough.
pub(super) fn lower(unit: &Unit<'_>, tree: &AST, reads: &[Read]) -> Option<Native> {
    let _ = (unit, tree, reads);
    None
}
