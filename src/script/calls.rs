//! Names and calls: whether each exists, takes so many values, and is given the right kind of id.

use crate::script::reads::ROOTS;
use crate::script::unit::Unit;

/// Notes every unknown name and every call that cannot work.
pub(super) fn check(unit: &mut Unit<'_>) {
    let _ = unit;
}

/// Every word that could stand where a value is wanted.
pub(super) fn words(unit: &Unit<'_>) -> Vec<String> {
    let _ = unit;
    ROOTS.iter().map(|(root, _)| (*root).to_owned()).collect()
}
