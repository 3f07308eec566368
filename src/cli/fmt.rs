//! `demarche fmt`: lays out an author's files; with `--check` it only says which it would change.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;

use crate::author::disk;
use crate::author::fmt::format;
use crate::cli::CONTENT;
use crate::cli::Code;
use crate::cli::ENVIRONMENT;
use crate::cli::FINE;
use crate::cli::world::World;
use crate::text::Arg;
use crate::text::SafeText;

/// No scenario file may be larger, so nothing larger is read.
const LARGEST: u64 = 1 << 20;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// A scenario's folder, one of its files, or `-` for standard input to standard output
    path: PathBuf,
    /// Change nothing; list the files that are not laid out, and exit with 1 if there are any
    #[arg(long)]
    check: bool,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    if options.path == Path::new("-") {
        return stream(world, options.check);
    }
    let files = match disk::files_below(&options.path, "ron") {
        Ok(files) => files,
        Err(error) => return give_up(world, "cli-fmt-unreadable", &options.path, &error),
    };
    // A log or another text that happens to read like RON is not to be rewritten.
    if files
        .iter()
        .any(|path| path.extension().is_none_or(|ending| ending != "ron"))
    {
        let args = [("path", shown(&options.path))];
        return world.give_up(&world.fill("cli-fmt-other", &args));
    }
    if files.is_empty() {
        let args = [("path", shown(&options.path))];
        return world.give_up(&world.fill("cli-fmt-nothing", &args));
    }
    let (mut changed, mut failed) = (0_usize, FINE);
    for path in &files {
        let source = match read(path) {
            Ok(source) => source,
            Err(error) => {
                failed = give_up(world, "cli-fmt-unreadable", path, &error);
                continue;
            }
        };
        let Ok(text) = format(&source) else {
            let key = if source.trim().is_empty() {
                "cli-fmt-empty"
            } else {
                "cli-fmt-broken"
            };
            world.complain(&world.fill(key, &[("path", shown(path))]));
            failed = failed.max(CONTENT);
            continue;
        };
        if text == source {
            continue;
        }
        changed += 1;
        if options.check {
            world.print(&world.fill("cli-fmt-would", &[("path", shown(path))]));
        } else if let Err(error) = disk::replace(path, text.as_bytes()) {
            failed = give_up(world, "cli-fmt-unwritable", path, &error);
        } else {
            world.print(&world.fill("cli-fmt-done", &[("path", shown(path))]));
        }
    }
    if changed == 0 && failed == FINE {
        let args = [("count", Arg::from(files.len()))];
        world.print(&world.fill("cli-fmt-clean", &args));
    }
    if options.check && changed > 0 {
        failed = failed.max(CONTENT);
    }
    failed
}

fn stream(world: &World, check: bool) -> Code {
    let mut source = String::new();
    let mut input = std::io::stdin().lock().take(LARGEST);
    if let Err(error) = input.read_to_string(&mut source) {
        return give_up(world, "cli-fmt-unreadable", Path::new("-"), &error);
    }
    if source.trim().is_empty() {
        world.complain(&world.words.say("cli-fmt-empty-input"));
        return CONTENT;
    }
    let Ok(text) = format(&source) else {
        world.complain(&world.words.say("cli-fmt-broken-input"));
        return CONTENT;
    };
    match (check, text == source) {
        (true, true) => FINE,
        (true, false) => CONTENT,
        (false, _) => {
            world.print_raw(&text);
            FINE
        }
    }
}

fn read(path: &Path) -> std::io::Result<String> {
    let size = fs::metadata(path)?.len();
    if size > LARGEST {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    fs::read_to_string(path)
}

fn shown(path: &Path) -> Arg {
    SafeText::line(&path.to_string_lossy()).into()
}

fn give_up(world: &World, key: &str, path: &Path, error: &std::io::Error) -> Code {
    let why = SafeText::line(&error.to_string());
    world.complain(&world.fill(key, &[("path", shown(path)), ("why", why.into())]));
    ENVIRONMENT
}
