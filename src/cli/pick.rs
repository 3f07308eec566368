//! Finds what a person means: a scenario by id or path, an exercise by path.

use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use crate::author::bundle;
use crate::cli::CONTENT;
use crate::cli::Code;
use crate::cli::world::World;
use crate::diag;
use crate::diag::Style;
use crate::scenario;
use crate::scenario::Package;
use crate::session;
use crate::session::Ready;

/// The files of a scenario that is shipped, by its id, or of anyone's own, by its path.
pub(super) fn package(world: &World, wanted: &str) -> Result<Package, Code> {
    if let Some(package) = scenario::load_embedded(wanted) {
        return Ok(package);
    }
    let path = Path::new(wanted);
    if path.is_file()
        && path
            .extension()
            .is_some_and(|ending| ending == bundle::ENDING)
    {
        return crate::cli::bundle::package(world, path);
    }
    if path.exists() {
        return Ok(scenario::load(path));
    }
    let near = diag::near(wanted, scenario::embedded());
    let text = match near.first() {
        Some(near) => world.fill(
            "cli-no-scenario-near",
            &[("name", wanted.into()), ("near", near.into())],
        ),
        None => world.fill("cli-no-scenario", &[("name", wanted.into())]),
    };
    Err(world.give_up(&text))
}

/// A scenario ready to play, or everything that is wrong with it on standard error.
pub(super) fn ready(world: &World, wanted: &str) -> Result<Ready, Code> {
    let translated = scenario::translated(&package(world, wanted)?, world.words.wanted());
    let (ready, diagnostics, sources) = session::ready(translated);
    ready.ok_or_else(|| {
        let style = if world.is_terminal() {
            Style::Coloured
        } else {
            Style::Text
        };
        let rendered = diag::render(&diagnostics, &sources, &world.words, style);
        world.complain(&world.words.say("cli-broken-scenario"));
        let _ = write!(std::io::stderr().lock(), "{rendered}");
        CONTENT
    })
}

/// The log that is meant: the path given, or the exercise played last.
pub(super) fn log(world: &World, given: Option<&PathBuf>) -> Result<PathBuf, Code> {
    if let Some(path) = given {
        return Ok(path.clone());
    }
    let library = world.library().map_err(|text| world.give_up(&text))?;
    let listed = library
        .list()
        .map_err(|error| world.give_up(&error.words(&world.words)))?;
    match listed.into_iter().find(|listed| listed.header.is_ok()) {
        Some(listed) => Ok(listed.path),
        None => Err(world.give_up(&world.words.say("cli-no-exercise"))),
    }
}
