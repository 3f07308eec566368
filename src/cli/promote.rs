//! `demarche promote`: a condition, or what comes of a row, becomes a script function that says the same.

use std::path::Path;

use crate::author::disk;
use crate::author::promote;
use crate::author::promote::NotPromoted;
use crate::cli::CONTENT;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::world::World;
use crate::scenario;
use crate::text::SafeText;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The path of a scenario's folder
    scenario: String,
    /// The id of what has the condition: an inject, a decision, a choice, an action, a rule, an ending
    id: String,
    /// Not its condition, but what comes of it: the effects of an inject, a choice, an action, a rule
    #[arg(long)]
    effects: bool,
    /// Do it; without this, what would change is shown
    #[arg(long, short)]
    yes: bool,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let folder = Path::new(&options.scenario);
    if !folder.is_dir() {
        return world.give_up(&world.words.say("promote-shipped"));
    }
    let id = || ("id", options.id.as_str().into());
    let package = scenario::load(folder);
    let promoted = if options.effects {
        promote::promote_effects(&package, &options.id)
    } else {
        promote::promote(&package, &options.id)
    };
    let promotion = match promoted {
        Ok(promotion) => promotion,
        Err(why) => {
            let said = match why {
                NotPromoted::Broken => world.words.say("cli-broken-scenario"),
                NotPromoted::Already(code) => {
                    world.fill("promote-already", &[id(), ("code", code.into())])
                }
                NotPromoted::NoRoom => world.words.say("promote-no-room"),
                NotPromoted::NoForm(name) => {
                    world.fill("promote-no-form", &[id(), ("name", name.into())])
                }
                NotPromoted::Unknown | NotPromoted::NoPlace if options.effects => {
                    world.fill("promote-no-effects", &[id()])
                }
                NotPromoted::Unknown | NotPromoted::NoPlace => {
                    world.fill("promote-unknown", &[id()])
                }
            };
            world.complain(&said);
            return CONTENT;
        }
    };
    let file = |name: &str| ("file", SafeText::line(name).into());
    let would = if options.effects {
        "promote-would-effects"
    } else {
        "promote-would"
    };
    world.print(&world.fill(would, &[file(&promotion.file), id()]));
    for line in promotion.before.lines() {
        world.print_raw(&format!("- {}\n", SafeText::line(line)));
    }
    world.print_raw(&format!("+ {}\n", SafeText::line(&promotion.after)));
    world.print(&world.fill("promote-function", &[file(&promotion.script)]));
    for line in promotion.text.lines() {
        world.print_raw(&format!("+ {}\n", SafeText::line(line)));
    }
    if !options.yes {
        world.print(&world.words.say("promote-dry"));
        return FINE;
    }
    // The function comes first: alone it changes nothing.
    for (name, text) in promotion.files.iter().rev() {
        let path = folder.join(name);
        let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        if let Err(error) = made.and_then(|()| disk::replace(&path, text.as_bytes())) {
            let args = [
                ("path", path.to_string_lossy().into_owned().into()),
                ("why", error.to_string().into()),
            ];
            return world.give_up(&world.fill("promote-not-written", &args));
        }
    }
    let args = [
        id(),
        ("name", promotion.function.as_str().into()),
        file(&promotion.script),
    ];
    world.print(&world.fill("promote-done", &args));
    FINE
}
