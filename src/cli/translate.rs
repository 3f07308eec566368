//! `demarche translate`: keeps a translation of a scenario complete and in step with it.

use std::path::Path;
use std::path::PathBuf;

use crate::author::disk;
use crate::cli::CONTENT;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::world::World;
use crate::scenario;
use crate::scenario::ENTRY;
use crate::scenario::overlay;
use crate::scenario::overlay::Standing;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The path of a scenario's folder
    scenario: PathBuf,
    /// The language to translate into, as a tag: `es`
    language: String,
    /// Only say how it stands; write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let name = overlay::file_name(&options.language);
    if overlay::tag(&name).is_none() {
        let args = [("name", options.language.as_str().into())];
        return world.give_up(&world.fill("translate-no-language", &args));
    }
    if !options.scenario.is_dir() {
        let path = options.scenario.display().to_string();
        return world.give_up(&world.fill("cli-no-folder", &[("path", path.into())]));
    }
    let package = scenario::load(&options.scenario);
    if package.file(ENTRY).is_none() {
        let path = options.scenario.display().to_string();
        return world.give_up(&world.fill("convert-no-scenario", &[("path", path.into())]));
    }
    let path = options.scenario.join(&name);
    let shown = path.display().to_string();
    let Ok((text, added)) = overlay::with_missing_rows(&package, &options.language) else {
        world.complain(&world.fill("translate-no-texts", &[("path", shown.into())]));
        return CONTENT;
    };
    let lines = overlay::standing(&package, &options.language).unwrap_or_else(|| {
        let lines = overlay::lines(&package).into_iter();
        lines.map(|line| (line, Standing::Missing)).collect()
    });
    let count = |wanted: Standing| {
        lines
            .iter()
            .filter(|(_, standing)| *standing == wanted)
            .count()
    };
    for (line, _) in lines.iter().filter(|(_, how)| *how == Standing::Stale) {
        let args = [
            ("name", line.id.as_str().into()),
            ("lock", line.lock().into()),
        ];
        world.print(&world.fill("translate-stale", &args));
    }
    let args = [
        ("all", lines.len().into()),
        ("done", count(Standing::Translated).into()),
        ("stale", count(Standing::Stale).into()),
        ("missing", count(Standing::Missing).into()),
    ];
    world.print(&world.fill("translate-standing", &args));
    if added == 0 || options.dry_run {
        return FINE;
    }
    write(world, &path, &text, added)
}

fn write(world: &World, path: &Path, text: &str, added: usize) -> Code {
    let shown = path.display().to_string();
    match disk::replace(path, text.as_bytes()) {
        Ok(()) => {
            let args = [("path", shown.into()), ("count", added.into())];
            world.print(&world.fill("translate-written", &args));
            FINE
        }
        Err(error) => {
            let args = [("path", shown.into()), ("why", error.to_string().into())];
            world.give_up(&world.fill("lab-not-written", &args))
        }
    }
}
