//! What a rule is: a code, a function, and an example each way.

use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;

/// One rule. Its examples are fields of a small scenario, which [`crate::author::check::example`] puts around them.
pub(super) struct Rule {
    pub(super) code: Code,
    pub(super) check: fn(&Study<'_>, &mut Vec<Diagnostic>),
    /// Breaks this rule and no other, on the line with the arrow.
    pub(super) bad: &'static str,
    /// Breaks none.
    pub(super) good: &'static str,
}
