//! `demarche check`: everything that is wrong with a scenario, at once, and mending what has one meaning only.

use std::path::Path;
use std::time::SystemTime;

use clap::ValueEnum;

use crate::author;
use crate::author::check;
use crate::author::disk;
use crate::author::fix::Fixed;
use crate::author::fix::Mended;
use crate::author::fix::fix;
use crate::author::sentences;
use crate::cli::CONTENT;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::pick;
use crate::cli::world::World;
use crate::diag;
use crate::diag::Style;
use crate::diag::has_errors;
use crate::model::date::Date;
use crate::scenario;
use crate::scenario::ENTRY;
use crate::scenario::Package;
use crate::script::Playable;
use crate::text::SafeText;
use crate::text::wrap;

/// Plays in which a search for leaks looks at what seats see.
const PLAYS: u64 = 4;
/// The luck of those plays.
const SEED: u64 = 1;
/// What `--sentences` means without an id; no id is empty.
const EVERYTHING: &str = "";
/// Columns of a line of prose.
const COLUMNS: usize = 80;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The path of a scenario's folder, or the id of one that is shipped
    scenario: String,
    /// For people, for programs, for code hosts
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Mend what has one meaning only (commas, quotation marks, misspelt fields, missing ids) and say what was done
    #[arg(long)]
    fix: bool,
    /// In sentences without drawing characters, for screen readers
    #[arg(long)]
    narrated: bool,
    /// Say what every row does, in plain sentences; with an id, what that row does
    #[arg(long, value_name = "ID", num_args = 0..=1, default_missing_value = EVERYTHING)]
    sentences: Option<String>,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Text,
    Json,
    Sarif,
    Github,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let mut package = match pick::package(world, &options.scenario) {
        Ok(package) => package,
        Err(code) => return code,
    };
    if options.fix {
        match mend(world, Path::new(&options.scenario), package) {
            Ok(mended) => package = mended,
            Err(code) => return code,
        }
    }
    let today = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs() / (24 * 60 * 60));
    let today = Date::of_unix_day(i64::try_from(today).unwrap_or_default());
    let mut checked = author::check(&package);
    checked
        .diagnostics
        .extend(scenario::outdated_packs(&package, today));
    let leaks = check::leaks(&checked, PLAYS, SEED);
    checked.diagnostics.extend(leaks);
    let style = match (options.format, options.narrated, world.is_terminal()) {
        (Format::Json, ..) => Style::Json,
        (Format::Sarif, ..) => Style::Sarif,
        (Format::Github, ..) => Style::GitHub,
        (Format::Text, true, _) => Style::Narrated,
        (Format::Text, false, true) => Style::Coloured,
        (Format::Text, false, false) => Style::Text,
    };
    if checked.diagnostics.is_empty() && options.format == Format::Text {
        world.print(&world.words.say("cli-check-clean"));
    } else {
        let rendered = diag::render(&checked.diagnostics, &checked.sources, &world.words, style);
        world.print_raw(&rendered);
    }
    let told = match (&options.sentences, &checked.playable) {
        (Some(id), Some(playable)) => {
            let only = (id != EVERYTHING).then_some(id.as_str());
            tell(world, playable, &package, only)
        }
        _ => FINE,
    };
    if has_errors(&checked.diagnostics) {
        CONTENT
    } else {
        told
    }
}

/// Says what the rows do, a paragraph each.
fn tell(world: &World, playable: &Playable, package: &Package, only: Option<&str>) -> Code {
    let sentences = sentences::sentences(playable, package, &world.words, only);
    if let (Some(id), true) = (only, sentences.is_empty()) {
        world.complain(&world.fill("sentence-none", &[("id", id.into())]));
        return CONTENT;
    }
    for sentence in sentences {
        let lines = SafeText::joined(&wrap(&sentence, COLUMNS), "\n");
        world.print_raw(&format!("\n{lines}\n"));
    }
    FINE
}

/// Mends the files on the disk and says what was done, on standard error: what is checked afterwards goes elsewhere.
fn mend(world: &World, path: &Path, package: Package) -> Result<Package, Code> {
    let is_entry = path.file_name().is_some_and(|name| name == ENTRY) && !path.is_dir();
    let folder = if is_entry {
        path.parent().unwrap_or(path)
    } else {
        path
    };
    if !folder.is_dir() {
        return Err(world.give_up(&world.words.say("cli-fix-shipped")));
    }
    let Fixed {
        package,
        mended,
        files,
    } = fix(&package);
    for (name, text) in files {
        let path = folder.join(&name);
        // What the program brings along, a regional pack for one, is not in the folder.
        let written = if path.is_file() {
            disk::replace(&path, text.as_bytes())
        } else {
            Ok(())
        };
        if let Err(error) = written {
            let args = [
                ("path", path.display().to_string().into()),
                ("why", error.to_string().into()),
            ];
            return Err(world.give_up(&world.fill("cli-fix-not-written", &args)));
        }
    }
    for change in &mended {
        world.complain(&told(world, change));
    }
    let count = [("count", mended.len().into())];
    world.complain(&world.fill("cli-fix-done", &count));
    Ok(package)
}

fn told(world: &World, change: &Mended) -> SafeText {
    let args = [
        ("code", change.code.as_str().into()),
        ("file", (&change.file).into()),
        ("line", change.place.line.into()),
        ("before", (&change.before).into()),
        ("after", (&change.after).into()),
    ];
    let key = match (change.before.is_empty(), change.after.is_empty()) {
        (true, _) => "cli-fix-added",
        (_, true) => "cli-fix-deleted",
        _ => "cli-fix-replaced",
    };
    world.fill(key, &args)
}
