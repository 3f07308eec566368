//! Numbers, truths and texts: whether each stands where it can.

use rhai::AST;

use crate::model::expr::Gives;
use crate::model::expr::Read;
use crate::script::unit::Unit;

/// Checks an expression, and that it gives what it must.
pub(super) fn expression(unit: &mut Unit<'_>, tree: &AST, reads: &[Read], gives: Gives) {
    let _ = (unit, tree, reads, gives);
}

/// Checks a script file.
pub(super) fn script(unit: &mut Unit<'_>, tree: &AST, reads: &[Read]) {
    let _ = (unit, tree, reads);
}
