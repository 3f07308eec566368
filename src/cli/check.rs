//! `demarche check`: everything that is wrong with a scenario, at once.

use std::time::SystemTime;

use clap::ValueEnum;

use crate::cli::CONTENT;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::pick;
use crate::cli::world::World;
use crate::diag;
use crate::diag::Style;
use crate::diag::has_errors;
use crate::scenario;
use crate::scenario::Date;
use crate::session;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The path of a scenario's folder, or the id of one that is shipped
    scenario: String,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// In sentences without drawing characters, for screen readers
    #[arg(long)]
    narrated: bool,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Text,
    Json,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let package = match pick::package(world, &options.scenario) {
        Ok(package) => package,
        Err(code) => return code,
    };
    let today = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs() / (24 * 60 * 60));
    let today = Date::of_unix_day(i64::try_from(today).unwrap_or_default());
    let old = scenario::outdated_packs(&package, today);
    let (_, mut diagnostics, sources) = session::ready(package);
    diagnostics.extend(old);
    let style = match (options.format, options.narrated, world.is_terminal()) {
        (Format::Json, ..) => Style::Json,
        (Format::Text, true, _) => Style::Narrated,
        (Format::Text, false, true) => Style::Coloured,
        (Format::Text, false, false) => Style::Text,
    };
    if diagnostics.is_empty() && style != Style::Json {
        world.print(&world.words.say("cli-check-clean"));
    } else {
        world.print_raw(&diag::render(&diagnostics, &sources, &world.words, style));
    }
    if has_errors(&diagnostics) {
        CONTENT
    } else {
        FINE
    }
}
