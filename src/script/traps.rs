//! Habits from elsewhere that the expression language does not share, each with what to write instead.

use crate::script::unit::Unit;

/// Notes every trap in a unit.
pub(super) fn check(unit: &mut Unit<'_>) {
    let _ = unit;
}
