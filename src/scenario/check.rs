//! A package into a checked scenario, with everything that is wrong with it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sources;
use crate::diag::has_errors;
use crate::model::date::Date;
use crate::model::scenario::Scenario;
use crate::scenario::gather::Gathered;
use crate::scenario::gather::gather;
use crate::scenario::index::Index;
use crate::scenario::package::Package;
use crate::scenario::packs;
use crate::scenario::resolve;
use crate::script;
use crate::script::Playable;
use crate::script::Use;
use crate::text::Arg;

/// What checking a scenario found.
#[derive(Debug)]
pub struct Checked {
    /// The scenario, if nothing keeps it from being played.
    pub scenario: Option<Scenario>,
    /// Everything that is wrong, warnings too.
    pub diagnostics: Vec<Diagnostic>,
    pub sources: Sources,
}

/// A scenario ready to play, or why it isn't.
#[derive(Debug)]
pub struct Opened {
    /// There is one if no diagnostic is an error.
    pub playable: Option<Playable>,
    pub diagnostics: Vec<Diagnostic>,
    pub sources: Sources,
    /// Where ids are declared and used, as far as the files can be read.
    pub index: Index,
}

/// Checks all files of a scenario but does not compile its expressions and scripts.
pub(super) fn check(package: &Package) -> Checked {
    let Built {
        scenario,
        found,
        sources,
        ..
    } = build(package);
    let scenario = scenario.filter(|_| !has_errors(&found));
    Checked {
        scenario,
        diagnostics: capped(found),
        sources,
    }
}

/// Checks all files of a scenario and compiles its expressions and scripts, whose mistakes are told even if
/// there are others.
pub(super) fn open(package: &Package) -> Opened {
    let Built {
        scenario,
        mut found,
        sources,
        perhaps,
        mut index,
        mut used,
    } = build(package);
    let playable = scenario.and_then(|scenario| {
        let names = Arc::clone(&scenario.names);
        let (playable, told, mut noted) =
            script::compile_noting(scenario, script::Options::default());
        used.append(&mut noted.used);
        index.complete(names, noted.functions, std::mem::take(&mut used));
        let is_perhaps = |wrong: &Diagnostic| {
            let names = wrong.args.iter().filter(|(name, _)| *name == "name");
            let mut texts = names.filter_map(|(_, arg)| {
                if let Arg::Text(text) = arg {
                    Some(text)
                } else {
                    None
                }
            });
            wrong.code == Code::UnknownId && texts.any(|text| perhaps.contains(text.as_str()))
        };
        found.extend(told.into_iter().filter(|wrong| !is_perhaps(wrong)));
        playable
    });
    let playable = playable.filter(|_| !has_errors(&found));
    Opened {
        playable,
        diagnostics: capped(found),
        sources,
        index,
    }
}

/// Warnings about packs that are old as of a day but not as of the day the scenario was written, which have been told.
pub(super) fn outdated_packs(package: &Package, today: Date) -> Vec<Diagnostic> {
    let gathered = gather(package);
    let told = packs::outdated(&gathered.sheet, None);
    let mut found = packs::outdated(&gathered.sheet, Some(today));
    found.retain(|wrong| told.iter().all(|known| known.span != wrong.span));
    found
}

/// As many of each code as anybody reads.
fn capped(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told: BTreeMap<Code, usize> = BTreeMap::new();
    let is_read = |wrong: &Diagnostic| {
        let told = told.entry(wrong.code).or_default();
        *told += 1;
        *told <= resolve::MOST_OF_A_CODE
    };
    found.into_iter().filter(is_read).collect()
}

/// What reading and resolving made of a package.
#[derive(Default)]
struct Built {
    /// The scenario as far as it can be built: with errors among what was found it is good for nothing but
    /// looking for more of them.
    scenario: Option<Scenario>,
    found: Vec<Diagnostic>,
    sources: Sources,
    /// The ids of rows that could not be read.
    perhaps: BTreeSet<String>,
    index: Index,
    used: Vec<Use>,
}

fn build(package: &Package) -> Built {
    let Gathered {
        sheet,
        ids,
        scripts,
        sources,
        mut found,
        entry,
        is_shaken,
    } = gather(package);
    let Some(entry) = entry else {
        return Built {
            found,
            sources,
            ..Built::default()
        };
    };
    let before = found.len();
    resolve::has_the_needful(&sheet, entry, &mut found);
    let perhaps = ids.perhaps.clone();
    let index = Index::new(&ids, sheet.places(), entry);
    let mut used = Vec::new();
    let scenario = resolve::resolve(&sheet, ids, scripts, &sources, &mut found, &mut used);
    found.extend(packs::outdated(&sheet, None));
    found.extend(packs::too_early(&sheet));
    let judged = found.split_off(before);
    found.extend(
        judged
            .into_iter()
            .filter(|wrong| !sheet.is_echo(wrong, is_shaken)),
    );
    Built {
        scenario: Some(scenario),
        found,
        sources,
        perhaps,
        index,
        used,
    }
}
