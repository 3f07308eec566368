//! `demarche rules`: the rule book, made from the code's own documentation.

use crate::author::rulebook;
use crate::author::rulebook::Entry;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::world::World;
use crate::diag;
use crate::model::ledger::Ledger;
use crate::text::SafeText;
use crate::text::wrap;

/// How wide the pages are, and how far the second lines are moved in.
const COLUMNS: usize = 88;
const INDENT: usize = 4;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The ledger's word; without it, all of them with a sentence each
    ledger: Option<String>,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let Some(name) = &options.ledger else {
        world.print(&world.words.say("rules-title"));
        for (_, entry) in rulebook::contents() {
            print(world, &entry);
        }
        world.print(&world.words.say("rules-also"));
        return FINE;
    };
    let name = name.to_lowercase();
    if name == "adversary" {
        let (about, parameters, rules) = rulebook::adversary(&world.words);
        world.print(&world.words.say("rules-adversary"));
        pages(
            world,
            &about,
            &[("rules-parameters", &parameters), ("rules-rules", &rules)],
        );
        return FINE;
    }
    let Some(ledger) = Ledger::ALL.into_iter().find(|ledger| ledger.word() == name) else {
        let near = diag::near(&name, Ledger::ALL.map(Ledger::word));
        let near = near.first().cloned().unwrap_or_else(|| "none".to_owned());
        let args = [("name", name.into()), ("near", near.into())];
        return world.give_up(&world.fill("rules-unknown", &args));
    };
    let chapter = rulebook::chapter(ledger, &world.words);
    let args = [
        ("title", chapter.title.into()),
        ("word", ledger.word().into()),
    ];
    world.print(&world.fill("rules-heading", &args));
    let parts = [
        ("rules-parameters", &chapter.parameters),
        ("rules-rules", &chapter.rules),
        ("rules-acts", &chapter.acts),
        ("rules-effects", &chapter.effects),
        ("rules-readings", &chapter.readings),
    ];
    pages(world, &chapter.about, &parts);
    FINE
}

fn pages(world: &World, about: &SafeText, parts: &[(&str, &Vec<Entry>)]) {
    for line in wrap(about, COLUMNS) {
        world.print(&line);
    }
    for (heading, entries) in parts {
        if !entries.is_empty() {
            world.print(&SafeText::empty());
            world.print(&world.words.say(heading));
            for entry in *entries {
                print(world, entry);
            }
        }
    }
}

fn print(world: &World, entry: &Entry) {
    world.print(&SafeText::line("  ").then(&entry.name));
    let indent = SafeText::line(&" ".repeat(INDENT));
    for line in wrap(&entry.about, COLUMNS - INDENT) {
        world.print(&indent.clone().then(&line));
    }
}
