//! `demarche msel`: the list of injects as a spreadsheet, and back.

use std::fs;
use std::io::BufRead;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use clap::Subcommand;

use crate::author::disk;
use crate::author::msel::Book;
use crate::author::msel::import;
use crate::author::msel::import::Import;
use crate::author::msel::import::Problem;
use crate::author::msel::import::What;
use crate::author::msel::sheet;
use crate::author::msel::sheet::Unreadable;
use crate::cli::CONTENT;
use crate::cli::Code;
use crate::cli::ENVIRONMENT;
use crate::cli::FINE;
use crate::cli::pick;
use crate::cli::world::World;
use crate::diag;
use crate::diag::Style;
use crate::scenario;
use crate::text::Arg;
use crate::text::SafeText;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    #[command(subcommand)]
    what: Way,
}

#[derive(Subcommand, Debug)]
enum Way {
    /// Write the injects as a table of seventeen columns
    Export {
        /// The path of a scenario's folder, or the id of one that is shipped
        scenario: String,
        /// Where to: a file that ends in .xlsx or .csv (default: CSV to standard output)
        #[arg(long, value_name = "PATH")]
        out: Option<PathBuf>,
    },
    /// Take a table back: show what would change, ask, and edit the scenario's files where the injects stand
    Import {
        /// The path of a scenario's folder
        scenario: PathBuf,
        /// The table, as XLSX or CSV
        table: PathBuf,
        /// Show what would change, and change nothing
        #[arg(long)]
        dry_run: bool,
        /// Do not ask
        #[arg(long, short)]
        yes: bool,
        /// Take out the injects that the table does not have
        #[arg(long)]
        remove_missing: bool,
    },
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let done = match &options.what {
        Way::Export { scenario, out } => export(world, scenario, out.as_deref()),
        Way::Import {
            scenario,
            table,
            dry_run,
            yes,
            remove_missing,
        } => take(world, scenario, table, *dry_run, *yes, *remove_missing),
    };
    done.unwrap_or_else(|code| code)
}

fn export(world: &World, wanted: &str, out: Option<&Path>) -> Result<Code, Code> {
    let package = pick::package(world, wanted)?;
    let book = Book::open(&package).map_err(|_| broken(world, wanted))?;
    let rows = book.rows();
    let Some(out) = out else {
        world.print_bytes(&sheet::csv(&rows));
        return Ok(FINE);
    };
    let ending = out.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    let bytes = match ending.as_ref().and_then(|ending| ending.to_str()) {
        Some("csv") => sheet::csv(&rows),
        Some("xlsx") => sheet::xlsx(&rows)
            .map_err(|error| failed(world, "msel-unwritable", out, &error.to_string()))?,
        _ => return Err(world.give_up(&world.words.say("msel-ending"))),
    };
    disk::replace(out, &bytes)
        .map_err(|error| failed(world, "cli-fmt-unwritable", out, &error.to_string()))?;
    let args = [("path", shown(out)), ("count", Arg::from(rows.len()))];
    world.print(&world.fill("msel-exported", &args));
    Ok(FINE)
}

fn take(
    world: &World,
    folder: &Path,
    table: &Path,
    dry_run: bool,
    yes: bool,
    remove: bool,
) -> Result<Code, Code> {
    let package = scenario::load(folder);
    let book = Book::open(&package).map_err(|_| broken(world, &folder.to_string_lossy()))?;
    let bytes = read(table)
        .map_err(|error| failed(world, "cli-fmt-unreadable", table, &error.to_string()))?;
    let table_read =
        sheet::read(&bytes).map_err(|Unreadable { key, why }| failed(world, key, table, &why))?;
    for name in &table_read.unknown {
        world.complain(&world.fill(
            "msel-unknown-column",
            &[("name", SafeText::line(name).into())],
        ));
    }
    let import = import::import(&book, &table_read, remove);
    show(world, table, &import);
    if !import.problems.is_empty() {
        return Err(CONTENT);
    }
    if import.texts.is_empty() {
        world.print(&world.words.say("msel-same"));
        return Ok(FINE);
    }
    if dry_run || !(yes || agreed(world)) {
        world.print(&world.words.say("msel-not-written"));
        return Ok(FINE);
    }
    let root = if folder.is_dir() {
        folder
    } else {
        folder.parent().unwrap_or(Path::new(""))
    };
    for (file, text) in &import.texts {
        let path = root.join(book.file_name(*file));
        disk::replace(&path, text.as_bytes())
            .map_err(|error| failed(world, "cli-fmt-unwritable", &path, &error.to_string()))?;
        world.print(&world.fill("msel-written", &[("path", shown(&path))]));
    }
    Ok(FINE)
}

/// What would change, what is wrong and what is left alone.
fn show(world: &World, table: &Path, import: &Import) {
    for told in &import.changes {
        let key = match told.what {
            What::Changed => "msel-change",
            What::Added => "msel-add",
            What::Removed => "msel-remove",
        };
        let args = [
            ("cell", told.cell.as_str().into()),
            ("inject", SafeText::line(&told.inject).into()),
            ("column", told.column.name().into()),
            ("before", short(&told.before)),
            ("after", short(&told.after)),
        ];
        world.print(&world.fill(key, &args));
    }
    for note in &import.notes {
        world.print(&sentence(world, table, note));
    }
    if !import.missing.is_empty() {
        let names = SafeText::line(&import.missing.join(", "));
        let args = [
            ("count", Arg::from(import.missing.len())),
            ("names", names.into()),
        ];
        world.print(&world.fill("msel-missing", &args));
    }
    for problem in &import.problems {
        world.complain(&sentence(world, table, problem));
        if let Some((wrong, sources)) = &problem.told {
            let text = diag::render(&[(**wrong).clone()], sources, &world.words, Style::Text);
            let _ = write!(std::io::stderr().lock(), "{text}");
        }
    }
    if !import.problems.is_empty() {
        world.complain(&world.words.say("msel-nothing-written"));
    }
}

fn sentence(world: &World, table: &Path, problem: &Problem) -> SafeText {
    let args = [
        ("file", shown(table)),
        ("cell", problem.cell.as_str().into()),
        ("column", problem.column.name().into()),
        ("found", SafeText::line(&problem.found).into()),
        ("near", SafeText::line(&problem.near).into()),
    ];
    let place = if problem.cell.is_empty() {
        world.fill("msel-in-file", &args)
    } else {
        world.fill("msel-in-cell", &args)
    };
    let mut text = place.then(&world.fill(problem.key, &args));
    if !problem.near.is_empty() {
        text = text
            .then(&SafeText::line(" "))
            .then(&world.fill("msel-near", &args));
    }
    text
}

/// As much of a long cell as tells it apart.
fn short(text: &SafeText) -> Arg {
    const LONGEST: usize = 60;
    let whole = text.as_str();
    let cut: String = whole.chars().take(LONGEST).collect();
    let cut = if cut.len() < whole.len() {
        format!("{cut}…")
    } else {
        cut
    };
    SafeText::line(&cut).into()
}

/// Asks whoever sits there; nobody does at a pipe that has ended.
fn agreed(world: &World) -> bool {
    world.print(&world.words.say("msel-ask"));
    let mut line = String::new();
    let read = std::io::stdin().lock().take(64).read_line(&mut line);
    read.is_ok() && matches!(line.trim(), "y" | "Y" | "yes" | "1")
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?
        .take(sheet::LARGEST + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn shown(path: &Path) -> Arg {
    SafeText::line(&path.to_string_lossy()).into()
}

fn broken(world: &World, scenario: &str) -> Code {
    let args = [("path", SafeText::line(scenario).into())];
    world.complain(&world.fill("msel-broken", &args));
    CONTENT
}

fn failed(world: &World, key: &str, path: &Path, why: &str) -> Code {
    let args = [("path", shown(path)), ("why", SafeText::line(why).into())];
    world.complain(&world.fill(key, &args));
    ENVIRONMENT
}
