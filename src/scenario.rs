//! Scenario files: the syntax tree, the loader, what is embedded.
//!
//! Row 3. Files become a [`Package`]: from a folder ([`load`]), from the binary ([`load_embedded`]) or from
//! wherever a package was kept ([`Package::from_files`]). [`open`] makes it playable, or tells everything
//! that is wrong with it. On the way each file becomes a [`tree::Tree`], each row of the tree a struct of
//! the private mirror `file`, and the mirror, resolved, a [`crate::model::scenario::Scenario`].
//!
//! **Invariant:** nothing outside a scenario's folder is read, and nothing larger than its cap.
//! **Invariant:** there is a playable scenario if and only if no diagnostic is an error.
//! **Invariant:** any bytes at all give diagnostics, in time and memory proportional to their number; none
//! gives a panic.

mod check;
mod conflict;
mod embedded;
mod file;
mod folder;
mod form;
mod gather;
mod ids;
mod index;
mod ledger;
pub mod overlay;
mod package;
mod packs;
mod read;
mod resolve;
pub mod tree;

pub use crate::scenario::check::Checked;
pub use crate::scenario::check::Opened;
pub use crate::scenario::conflict::first as first_conflict;
pub use crate::scenario::embedded::embedded;
pub use crate::scenario::embedded::embedded_tests;
pub use crate::scenario::embedded::load_embedded;
pub use crate::scenario::embedded::packs as embedded_packs;
pub use crate::scenario::folder::Unsaved;
pub use crate::scenario::ids::is_id;
pub use crate::scenario::index::Index;
pub use crate::scenario::package::ENTRY;
pub use crate::scenario::package::Package;
pub use crate::scenario::packs::PackClock;
pub use crate::scenario::packs::ShippedPack;
pub use crate::scenario::packs::shipped_packs;

use std::path::Path;
use std::thread;

use crate::diag::Diagnostic;
use crate::model::date::Date;
use crate::script;
use crate::script::Playable;

/// A long text as it is read: without the indentation that its lines share, and without blank lines at its ends.
pub fn outdented(text: &str) -> String {
    resolve::outdented(text)
}

/// The further files that an entry names.
pub fn files_named(entry: &[u8]) -> Vec<String> {
    folder::named_files(entry)
}

/// The stack on which rows are read and scripts compiled: both follow how deeply the author nested.
const STACK: usize = 16 << 20;

/// The files of the scenario in a folder, which may also be named by its `scenario.ron`. What cannot be
/// read is told by [`open`].
pub fn load(path: &Path) -> Package {
    folder::package(path, &Unsaved::new())
}

/// [`load`] with texts that count instead of files: what an editor has not saved yet, by names relative to the folder.
pub fn load_with(path: &Path, unsaved: &Unsaved) -> Package {
    folder::package(path, unsaved)
}

/// The scenario in a language, as far as it is translated.
#[must_use]
pub fn translated(package: &Package, language: &str) -> Package {
    with_stack(|| overlay::translated(package, language))
}

/// Checks a scenario and compiles its expressions and scripts.
pub fn open(package: &Package) -> Opened {
    with_stack(|| check::open(package))
}

/// A scenario that is ready to play, made ready in another way.
pub fn reopen(playable: &Playable, options: script::Options) -> Option<Playable> {
    with_stack(|| script::compile_with(playable.scenario().clone(), options).0)
}

/// Warnings about regional packs that nobody has compared with their sources for more than twelve months, as of a day. Its
/// places are in the sources that [`open`] gives.
pub fn outdated_packs(package: &Package, today: Date) -> Vec<Diagnostic> {
    with_stack(|| check::outdated_packs(package, today))
}

/// Checks a scenario without its expressions and scripts.
pub fn check(package: &Package) -> Checked {
    with_stack(|| check::check(package))
}

/// Checks a scenario that is one text, shown under `name`.
pub fn check_source(name: &str, text: &str) -> Opened {
    let package = Package::from_files([(ENTRY.to_owned(), text.as_bytes())]);
    open(&package.with_entry_shown_as(name))
}

fn with_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let thread = thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, work);
        let thread = thread.expect("a machine that plays can start a thread");
        thread
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}
