//! `demarche graph`: the scenario as a picture.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::author::disk;
use crate::author::graph;
use crate::author::graph::Graph;
use crate::author::graph::Ink;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::pick;
use crate::cli::world::World;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The path of a scenario's folder, or the id of one that is shipped
    scenario: String,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The file to write; without it, standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// For a terminal of eighty columns
    Text,
    /// One file that any browser shows
    Svg,
    /// For Graphviz
    Dot,
    /// For wikis and repositories that draw Mermaid
    Mermaid,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let ready = match pick::ready(world, &options.scenario) {
        Ok(ready) => ready,
        Err(code) => return code,
    };
    let graph = Graph::of(&ready.playable);
    let is_bare = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let ink = if options.out.is_none() && world.is_terminal() && !is_bare {
        Ink::Colour
    } else {
        Ink::Plain
    };
    let picture = match options.format {
        Format::Text => graph::text(&graph, &world.words, ink),
        Format::Svg => graph::svg(&graph, &world.words),
        Format::Dot => graph::dot(&graph, &world.words),
        Format::Mermaid => graph::mermaid(&graph, &world.words),
    };
    let Some(path) = &options.out else {
        world.print_raw(&picture);
        return FINE;
    };
    let shown = path.to_string_lossy().into_owned();
    match disk::replace(path, picture.as_bytes()) {
        Ok(()) => {
            world.print(&world.fill("graph-written", &[("path", shown.into())]));
            FINE
        }
        Err(error) => {
            let args = [("path", shown.into()), ("why", error.to_string().into())];
            world.give_up(&world.fill("graph-not-written", &args))
        }
    }
}
