//! A package into a checked scenario, with everything that is wrong with it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Sources;
use crate::diag::Span;
use crate::diag::has_errors;
use crate::model::id::Kind;
use crate::model::scenario::Scenario;
use crate::model::scenario::ScriptSource;
use crate::scenario::file::Sheet;
use crate::scenario::form;
use crate::scenario::ids::Ids;
use crate::scenario::package::ENTRY;
use crate::scenario::package::LARGEST_FILE;
use crate::scenario::package::LARGEST_PACKAGE;
use crate::scenario::package::LONGEST_SCRIPT;
use crate::scenario::package::MOST_FILES;
use crate::scenario::package::MOST_SCRIPTS;
use crate::scenario::package::Package;
use crate::scenario::package::Trouble;
use crate::scenario::package::is_script;
use crate::scenario::package::name_trouble;
use crate::scenario::resolve;
use crate::scenario::tree::TextRange;
use crate::scenario::tree::Tree;
use crate::script;
use crate::script::Playable;
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
    } = build(package);
    let playable = scenario.and_then(|scenario| {
        let (playable, told) = script::compile(scenario);
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
    }
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
}

fn build(package: &Package) -> Built {
    let mut sources = Sources::new();
    let mut found = Vec::new();
    if let Some(trouble) = package.troubles.get("") {
        let root = package.root.trim_end_matches('/');
        let file = sources.add(root, "");
        found.push(told(trouble, root, Span::whole(file)));
        return Built {
            found,
            sources,
            ..Built::default()
        };
    }
    let entry = sources_of(package, ENTRY, &mut sources, &mut found);
    let Some((entry, tree)) = entry else {
        return Built {
            found,
            sources,
            ..Built::default()
        };
    };
    let mut sheet = Sheet::default();
    let mut ids = Ids::default();
    let mut trees = vec![(entry, tree)];
    for (name, span) in files_named(&trees[0].1, entry) {
        let twice = trees
            .iter()
            .any(|(file, _)| sources.name(*file) == package.title(&name))
            || name == ENTRY;
        if twice {
            let wrong =
                Diagnostic::new(Code::DuplicateId, span).with("kind", Arg::Key("kind-file"));
            found.push(wrong.with("name", &name));
        } else if package.file(&name).is_some() {
            trees.extend(sources_of(package, &name, &mut sources, &mut found));
        } else {
            let trouble = package.troubles.get(&name).cloned();
            let trouble = trouble
                .or_else(|| name_trouble(&name))
                .unwrap_or(Trouble::NotFound);
            found.push(told(&trouble, &name, span));
        }
    }
    for (file, tree) in &trees {
        found.append(&mut form::diagnostics(tree, *file));
        ids.add(tree, *file, &mut found);
    }
    let scripts = scripts(package, &mut sources, &mut found);
    for script in &scripts {
        for (name, _) in script::functions(&script.text) {
            ids.names.add(Kind::Function, name);
        }
    }
    for (file, tree) in &trees {
        if let Some(value) = tree.value() {
            sheet.add(tree, value, *file, *file == entry, &mut found);
        }
    }
    let place = trees[0]
        .1
        .value()
        .map_or(TextRange::new(0, 0), |value| value.first_token().range);
    let before = found.len();
    resolve::has_the_needful(&sheet, Span::new(entry, place.start, place.end), &mut found);
    let perhaps = ids.perhaps.clone();
    let scenario = resolve::resolve(&sheet, ids, scripts, &sources, &mut found);
    let is_shaken = trees.iter().any(|(_, tree)| form::is_shaken(tree));
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
    }
}

/// A file's text and tree, if it is in the package and is text.
fn sources_of(
    package: &Package,
    name: &str,
    sources: &mut Sources,
    found: &mut Vec<Diagnostic>,
) -> Option<(FileId, Tree)> {
    let shown_as = package.title(name);
    let Some(bytes) = package.file(name) else {
        let trouble = package.troubles.get(name).unwrap_or(&Trouble::NotFound);
        let is_missing_entry = name == ENTRY && *trouble == Trouble::NotFound;
        let folder = package.root.trim_end_matches('/');
        if is_missing_entry {
            let file = sources.add(folder, "");
            found.push(
                Diagnostic::new(Code::NoScenarioFile, Span::whole(file)).with("name", folder),
            );
        } else {
            let file = sources.add(shown_as, "");
            found.push(told(trouble, name, Span::whole(file)));
        }
        return None;
    };
    let text = match text(bytes) {
        Ok(text) => text,
        Err((code, valid)) => {
            let file = sources.add(shown_as, valid);
            let end = u32::try_from(valid.len()).unwrap_or_default();
            found.push(Diagnostic::new(code, Span::new(file, end, end)));
            return None;
        }
    };
    let file = sources.add(shown_as, text);
    Some((file, Tree::parse(text)))
}

/// The text of a file; if it is none, why not, and the text before the place where that shows.
fn text(bytes: &[u8]) -> Result<&str, (Code, &str)> {
    let is_wide = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    match std::str::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => Err((Code::BinaryFile, "")),
        Ok(text) => Ok(text),
        Err(_) if !is_wide && bytes.iter().take(4096).any(|byte| *byte == 0) => {
            Err((Code::BinaryFile, ""))
        }
        Err(error) => {
            let valid = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
            Err((Code::NotUtf8, if is_wide { "" } else { valid }))
        }
    }
}

/// The names in the entry's `files`, with their places. What is wrong with the list is told when it is read.
fn files_named(tree: &Tree, entry: FileId) -> Vec<(String, Span)> {
    let list = tree.value().and_then(|value| value.field("files"));
    let names = list.and_then(|list| {
        crate::scenario::read::read::<Vec<crate::scenario::file::Text>>(
            list,
            entry,
            &mut Vec::new(),
        )
    });
    names
        .unwrap_or_default()
        .into_iter()
        .map(|name| (name.value, name.span))
        .collect()
}

fn scripts(
    package: &Package,
    sources: &mut Sources,
    found: &mut Vec<Diagnostic>,
) -> Vec<ScriptSource> {
    let names: Vec<&str> = package
        .files()
        .map(|(name, _)| name)
        .filter(|name| is_script(name))
        .collect();
    if names.len() > MOST_SCRIPTS {
        let file = sources.add(package.title("scripts/"), "");
        let wrong =
            Diagnostic::new(Code::TooManyScripts, Span::whole(file)).with("count", names.len());
        found.push(wrong.with("limit", MOST_SCRIPTS));
    }
    for (name, trouble) in package.troubles.iter().filter(|(name, _)| is_script(name)) {
        let file = sources.add(package.title(name), "");
        found.push(told(trouble, name, Span::whole(file)));
    }
    let mut scripts = Vec::new();
    for name in names.into_iter().take(MOST_SCRIPTS) {
        match text(package.file(name).unwrap_or_default()) {
            Ok(text) => {
                let file = sources.add(package.title(name), text);
                scripts.push(ScriptSource {
                    file: file.0,
                    name: name.into(),
                    text: text.into(),
                });
            }
            Err((code, valid)) => {
                let file = sources.add(package.title(name), valid);
                let end = u32::try_from(valid.len()).unwrap_or_default();
                found.push(Diagnostic::new(code, Span::new(file, end, end)));
            }
        }
    }
    scripts
}

/// A trouble with a file, told where the file is named.
fn told(trouble: &Trouble, name: &str, span: Span) -> Diagnostic {
    let kib = |bytes: u64| bytes.div_ceil(1024);
    match trouble {
        Trouble::NotFound => Diagnostic::new(Code::FileNotFound, span).with("name", name),
        Trouble::Unreadable(why) => Diagnostic::new(Code::FileUnreadable, span)
            .with("name", name)
            .with("why", why),
        Trouble::TooLarge {
            size,
            limit: LONGEST_SCRIPT,
        } => Diagnostic::new(Code::ScriptTooLong, span)
            .with("size", kib(*size))
            .with("limit", kib(LONGEST_SCRIPT)),
        Trouble::TooLarge { size, .. } => Diagnostic::new(Code::FileTooLarge, span)
            .with("name", name)
            .with("size", kib(*size))
            .with("limit", kib(LARGEST_FILE)),
        Trouble::NoRoom => Diagnostic::new(Code::ScenarioTooLarge, span)
            .with("size", kib(LARGEST_PACKAGE) + 1)
            .with("limit", kib(LARGEST_PACKAGE)),
        Trouble::TooMany => Diagnostic::new(Code::TooManyFiles, span)
            .with("count", MOST_FILES + 1)
            .with("limit", MOST_FILES),
        Trouble::Outside => Diagnostic::new(Code::PathOutside, span).with("name", name),
        Trouble::BadName => Diagnostic::new(Code::BadFileName, span).with("name", name),
        Trouble::NotAFile => Diagnostic::new(Code::NotAFile, span).with("name", name),
    }
}
