//! Everything that is wrong with a scenario: what keeps it from being played, and what its players would suffer from.

use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::diag::Sources;
use crate::scenario;
use crate::scenario::Package;
use crate::script::Playable;

/// What checking a scenario found.
#[derive(Debug)]
pub struct Checked {
    /// The scenario, ready to play; there is one if no diagnostic is an error.
    pub playable: Option<Arc<Playable>>,
    /// Everything that was found, in no order; `diag::render` sorts it.
    pub diagnostics: Vec<Diagnostic>,
    /// What the places in the diagnostics are places of.
    pub sources: Sources,
}

/// Checks the files of a scenario: form, meaning, and what makes it a good exercise.
pub fn check(package: &Package) -> Checked {
    let opened = scenario::open(package);
    Checked {
        playable: opened.playable.map(Arc::new),
        diagnostics: opened.diagnostics,
        sources: opened.sources,
    }
}
